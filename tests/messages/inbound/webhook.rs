//! Inbound messages and status callbacks against `webhook-params.tsv`.

use proptest::prelude::*;
use septet::catalogue::{Delivery, ErrorCode, Intent, Status};
use septet::webhook::{Form, InboundMessage, LinkClick, Problem, SegmentCheck, StatusCallback};

use crate::promises::forms;
use crate::tsv;

/// A value that a parameter may have, by the type its row names.
fn value(row: &tsv::Row) -> String {
    let sid = |letters: &str| format!("{letters}{}", "0123456789abcdef".repeat(2));
    match (row["parameter"].as_str(), row["type"].as_str()) {
        (_, "SID AC + 32 hex") | ("AccountSid", _) => sid("AC"),
        (_, "SID MG + 32 hex") | ("MessagingServiceSid", _) => sid("MG"),
        (name, kind) if kind.starts_with("SID") && name.contains("Message") => sid("SM"),
        (_, kind) if kind.starts_with("SID") => sid("SM"),
        ("NumMedia", _) => "1".to_owned(),
        (_, kind) if kind.starts_with("integer") => "2".to_owned(),
        (_, "boolean text") => "true".to_owned(),
        (_, "decimal") => "-12.5".to_owned(),
        (_, "YYMMDDhhmm") => "2607280959".to_owned(),
        (_, "status text") => "delivered".to_owned(),
        (_, "address") => "+15005550006".to_owned(),
        (name, _) => format!("some {}", name.replace("{N}", "0")),
    }
}

/// The parameters of one direction, each with a value.
fn parameters(direction: &str) -> Vec<(tsv::Row, String, String)> {
    let rows = tsv::read("webhook-params.tsv").into_iter();
    let rows = rows.filter(|row| row["direction"] == direction);
    rows.map(|row| {
        let (name, value) = (row["parameter"].replace("{N}", "0"), value(&row));
        (row, name, value)
    })
    .collect()
}

fn form_without(parameters: &[(tsv::Row, String, String)], left_out: &str) -> Form {
    let kept = parameters
        .iter()
        .filter(|parameter| parameter.1 != left_out);
    kept.map(|(_, name, value)| (name.as_str(), value.as_str()))
        .collect()
}

fn replaced(form: &Form, name: &str, value: &str) -> Form {
    let others = form.pairs().filter(|pair| pair.0 != name);
    others.chain([(name, value)]).collect()
}

#[test]
fn every_parameter_of_a_message_has_its_place() {
    let parameters = parameters("inbound");
    assert!(parameters.len() > 45);
    let message = InboundMessage::from_form(&form_without(&parameters, "")).unwrap();
    assert_eq!(message.other, []);
    assert_eq!(message.media[0].url, "some MediaUrl0");
    assert_eq!(message.from_place.city.as_deref(), Some("some FromCity"));
    assert_eq!(message.to_place.country.as_deref(), Some("some ToCountry"));
    let location = message.location.unwrap();
    assert_eq!(
        (location.latitude, location.label.as_deref()),
        (-12.5, Some("some Label"))
    );
    assert_eq!(
        message.button.unwrap().payload.as_deref(),
        Some("some ButtonPayload")
    );
    let referral = message.referral.unwrap();
    assert_eq!(
        (referral.num_media, referral.ctwa_clid.as_deref()),
        (Some(2), Some("some ReferralCtwaClid"))
    );
    assert_eq!(message.forwarded, Some(true));
    assert_eq!(
        message.replied_to.unwrap().sender.as_deref(),
        Some("+15005550006")
    );
}

#[test]
fn every_parameter_of_a_callback_has_its_place() {
    let parameters = parameters("status-callback");
    let callback = StatusCallback::from_form(&form_without(&parameters, "")).unwrap();
    assert_eq!(callback.other, []);
    assert_eq!(callback.status, Status::DELIVERED);
    assert_eq!(callback.error_code, Some(ErrorCode::new(2)));
    let time = callback.carrier_time.unwrap();
    assert_eq!(
        (time.year, time.month, time.day, time.hour, time.minute),
        (2026, 7, 28, 9, 59)
    );
}

/// Without any one of the others there is still a message, and nothing is lost.
#[test]
fn only_what_is_needed_to_act_is_required() {
    for (direction, needed) in [
        ("inbound", &["From", "To"][..]),
        // Legacy copies stand in for MessageSid and MessageStatus.
        ("status-callback", &[]),
    ] {
        let parameters = parameters(direction);
        for (_, name, _) in &parameters {
            let form = form_without(&parameters, name);
            let error = match direction {
                "inbound" => InboundMessage::from_form(&form).err(),
                _ => StatusCallback::from_form(&form).err(),
            };
            let missing = error
                .as_ref()
                .map(|error| (error.parameter(), error.problem()));
            let is_needed = needed.contains(&name.as_str());
            let expected = is_needed.then_some((name.as_str(), Problem::Missing));
            assert_eq!(missing, expected, "{direction} without {name}");
        }
    }
    let bare = Form::parse(b"").unwrap();
    assert_eq!(
        InboundMessage::from_form(&bare).unwrap_err().parameter(),
        "From"
    );
    assert_eq!(
        StatusCallback::from_form(&bare).unwrap_err().parameter(),
        "MessageSid"
    );
    let status: Form = [("MessageSid", format!("SM{}", "0".repeat(32)))]
        .into_iter()
        .collect();
    assert_eq!(
        StatusCallback::from_form(&status).unwrap_err().parameter(),
        "MessageStatus"
    );

    let least: Form = [("From", "+15005550006"), ("To", "+15005550001")]
        .into_iter()
        .collect();
    let message = InboundMessage::from_form(&least).unwrap();
    assert_eq!(
        (
            message.body.as_str(),
            message.num_media,
            message.num_segments
        ),
        ("", None, None)
    );
    assert_eq!((message.message_sid, message.account_sid), (None, None));
    assert_eq!(
        (message.problems.len(), message.check_segments()),
        (0, SegmentCheck::Unknown)
    );
}

/// What a part of a pair lacks is a problem, and the other part is kept.
#[test]
fn halves_of_pairs() {
    let form: Form = [
        ("From", "+15005550006"),
        ("To", "+15005550001"),
        ("MediaUrl0", "https://example.com/0"),
        ("MediaUrl1", "https://example.com/1"),
        ("MediaContentType1", "image/png"),
        ("Latitude", "1.5"),
    ]
    .into_iter()
    .collect();
    let message = InboundMessage::from_form(&form).unwrap();
    // Without NumMedia, what is there is listed.
    let types: Vec<_> = message
        .media
        .iter()
        .map(|media| media.content_type.as_deref())
        .collect();
    assert_eq!(types, [None, Some("image/png")]);
    let problems: Vec<String> = message.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            "parameter \"MediaContentType0\" is missing",
            "parameter \"Longitude\" is missing"
        ]
    );
}

/// Each malformed value, at the edge of what is allowed.
#[test]
fn malformed_values_are_named() {
    let message = form_without(&parameters("inbound"), "");
    let callback = form_without(&parameters("status-callback"), "");
    // The parameter at fault, as an error or a problem, and whether the value is still there.
    let read = |name: &str, value: &str| {
        let inbound = InboundMessage::from_form(&replaced(&message, name, value));
        let callback = StatusCallback::from_form(&replaced(&callback, name, value));
        let found = [
            inbound.map(|message| (message.problems, message.other)),
            callback.map(|callback| (callback.problems, callback.other)),
        ];
        let problems = found.into_iter().flat_map(|found| match found {
            Ok((problems, other)) => {
                let kept = other
                    .iter()
                    .any(|pair| (pair.0.as_str(), pair.1.as_str()) == (name, value));
                assert!(problems.is_empty() || kept, "{name}={value} is lost");
                problems
            }
            Err(error) => vec![error],
        });
        problems.collect::<Vec<_>>()
    };
    let hex31 = "0".repeat(31);
    for (name, good, bad) in [
        ("AccountSid", format!("AC{hex31}0"), format!("AC{hex31}g")),
        (
            "MessagingServiceSid",
            format!("MG{hex31}0"),
            format!("AC{hex31}0"),
        ),
        (
            "NumSegments",
            "4294967295".to_owned(),
            "4294967296".to_owned(),
        ),
        ("NumSegments", "0".to_owned(), "+1".to_owned()),
        ("NumMedia", "0".to_owned(), "-1".to_owned()),
        ("Latitude", "-90".to_owned(), "-90.001".to_owned()),
        ("Latitude", "90.0".to_owned(), "NaN".to_owned()),
        ("Longitude", "180".to_owned(), "180.5".to_owned()),
        ("Longitude", "+0.5".to_owned(), "1e1".to_owned()),
        ("Forwarded", "False".to_owned(), "no".to_owned()),
        ("Forwarded", "true".to_owned(), "1".to_owned()),
        (
            "RawDlrDoneDate",
            "2612010000".to_owned(),
            "0000000000".to_owned(),
        ),
        (
            "RawDlrDoneDate",
            "2612010000".to_owned(),
            "261201000059".to_owned(),
        ),
        ("ErrorCode", "30007".to_owned(), "E30007".to_owned()),
        (
            "RawDlrDoneDate",
            "0001010000".to_owned(),
            "0000010000".to_owned(),
        ),
        (
            "RawDlrDoneDate",
            "9912312359".to_owned(),
            "9912322359".to_owned(),
        ),
        (
            "RawDlrDoneDate",
            "2601010000".to_owned(),
            "2601012400".to_owned(),
        ),
        (
            "RawDlrDoneDate",
            "2601012359".to_owned(),
            "2601012360".to_owned(),
        ),
        (
            "RawDlrDoneDate",
            "2612010000".to_owned(),
            "2613010000".to_owned(),
        ),
        (
            "RawDlrDoneDate",
            "2612010000".to_owned(),
            "26120100".to_owned(),
        ),
    ] {
        assert_eq!(read(name, &good), [], "{name}={good}");
        let problems = read(name, &bad);
        assert!(!problems.is_empty(), "{name}={bad}");
        for problem in problems {
            assert_eq!(problem.parameter(), name, "{bad}");
            let is_malformed = matches!(problem.problem(), Problem::Malformed { .. });
            // Half of a pair is missing then.
            assert!(is_malformed, "{name}={bad}: {problem}");
            let quotes = problem.to_string().contains(&format!("{bad:?}"));
            assert!(!quotes, "the value may be private");
        }
    }
}

#[test]
fn a_repeated_parameter_must_say_the_same() {
    let form = form_without(&parameters("inbound"), "");
    let twice = |value: &str| form.pairs().chain([("Body", value)]).collect::<Form>();
    assert_eq!(
        InboundMessage::from_form(&twice("some Body"))
            .unwrap()
            .problems,
        []
    );
    let message = InboundMessage::from_form(&twice("another")).unwrap();
    let error = &message.problems[0];
    assert_eq!(
        (error.parameter(), error.problem()),
        ("Body", Problem::Repeated)
    );
    // Nobody can say which is right, so both are there.
    let other = ("Body".to_owned(), "some Body".to_owned());
    assert_eq!(
        (message.body.as_str(), message.other),
        ("another", vec![other])
    );
    let two_senders: Form = form.pairs().chain([("From", "+1")]).collect();
    let refused = InboundMessage::from_form(&two_senders).unwrap_err();
    assert_eq!(
        (refused.parameter(), refused.problem()),
        ("From", Problem::Repeated)
    );
    assert_eq!(
        error.to_string(),
        "parameter \"Body\" is there more than once, with different values"
    );
}

#[test]
fn what_is_unknown_is_kept_in_order() {
    let form = form_without(&parameters("inbound"), "");
    let extras = [
        ("Zeta", "1"),
        ("Alpha", "2"),
        ("Zeta", "3"),
        ("MediaUrl1", "beyond NumMedia"),
    ];
    let form: Form = extras[..1]
        .iter()
        .copied()
        .chain(form.pairs())
        .chain(extras[1..].iter().copied())
        .collect();
    let other = InboundMessage::from_form(&form).unwrap().other;
    assert_eq!(
        other,
        extras.map(|(name, value)| (name.to_owned(), value.to_owned()))
    );
}

/// Ten pieces of media are listed, however many there are.
#[test]
fn media_are_listed_up_to_ten() {
    let base = form_without(&parameters("inbound"), "NumMedia");
    let form = |count: usize, listed: usize| {
        let base = base.pairs().filter(|pair| !pair.0.starts_with("Media"));
        let mut pairs: Vec<(String, String)> = base
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        pairs.push(("NumMedia".to_owned(), count.to_string()));
        for n in 0..listed {
            pairs.push((format!("MediaUrl{n}"), format!("https://example.com/{n}")));
            pairs.push((format!("MediaContentType{n}"), "image/png".to_owned()));
        }
        pairs.into_iter().collect::<Form>()
    };
    for (count, listed) in [(0, 0), (10, 10), (11, 10), (4_000_000_000, 10)] {
        let message = InboundMessage::from_form(&form(count, listed)).unwrap();
        assert_eq!(
            (message.num_media.unwrap() as usize, message.media.len()),
            (count, listed)
        );
        assert!(
            message
                .media
                .iter()
                .enumerate()
                .all(|(n, media)| media.url.ends_with(&n.to_string()))
        );
    }
    let message = InboundMessage::from_form(&form(10, 9)).unwrap();
    let problem = &message.problems[0];
    assert_eq!(
        (problem.parameter(), problem.problem(), message.media.len()),
        ("MediaUrl9", Problem::Missing, 9)
    );
}

/// Parameters of channels, of group messages and of add-ons.
#[test]
fn newer_parameters_have_names() {
    let form: Form = [
        ("From", "whatsapp:US.13491208655302741918"),
        ("To", "whatsapp:+15005550001"),
        ("ExternalUserId", "US.13491208655302741918"),
        ("ListId", "row-1"),
        ("ListTitle", "Tuesday"),
        ("ChannelToAddress", "+15005550001"),
        ("OtherRecipients0", "+15005550007"),
        ("OtherRecipients1", "+15005550008"),
        ("AddOns", "{}"),
    ]
    .into_iter()
    .collect();
    let message = InboundMessage::from_form(&form).unwrap();
    assert_eq!(message.sender().unwrap().to_string(), message.from);
    let list = message.list_reply.unwrap();
    assert_eq!(
        (list.id.as_deref(), list.title.as_deref(), list.description),
        (Some("row-1"), Some("Tuesday"), None)
    );
    assert_eq!(
        message.external_user_id.as_deref(),
        Some("US.13491208655302741918")
    );
    assert_eq!(message.channel_to_address.as_deref(), Some("+15005550001"));
    assert_eq!(message.other_recipients, ["+15005550007", "+15005550008"]);
    assert_eq!(
        (message.add_ons.as_deref(), message.other),
        (Some("{}"), vec![])
    );
}

/// The callback of a link-shortening domain, and the events of an event stream.
#[test]
fn clicks_on_links() {
    let sid = |letters: &str| format!("{letters}{}", "0".repeat(32));
    let callback = format!(
        r#"{{"event_type":"click","sms_sid":"{}","account_sid":"{}","link":"https://example.com","new":1}}"#,
        sid("SM"),
        sid("AC")
    );
    let clicks = LinkClick::from_json(callback.as_bytes()).unwrap();
    assert_eq!(clicks[0].message_sid.unwrap().as_str(), sid("SM"));
    assert_eq!(clicks[0].other, [("new".to_owned(), "1".to_owned())]);
    let events = format!(
        r#"[{{"specversion":"1.0","data":{{"message_sid":"{}","link":"a","click_time":"2025-01-01T00:10:00.000Z"}}}},{{"data":{{"link":"b","message_sid":"x"}}}}]"#,
        sid("MM")
    );
    let clicks = LinkClick::from_json(events.as_bytes()).unwrap();
    assert_eq!(
        clicks[0].click_time.as_deref(),
        Some("2025-01-01T00:10:00.000Z")
    );
    assert_eq!(
        (clicks[1].link.as_str(), clicks[1].problems.len()),
        ("b", 1)
    );
    for body in ["", "[", "1", "[1]", "{}"] {
        assert!(LinkClick::from_json(body.as_bytes()).is_err(), "{body}");
    }
}

#[test]
fn segments_are_compared_where_they_can_be() {
    let parameters: Vec<_> = parameters("inbound")
        .into_iter()
        .filter(|parameter| !parameter.1.starts_with("Media"))
        .collect();
    let form = replaced(&form_without(&parameters, "Body"), "NumMedia", "0");
    let check = |body: &str, reported: &str| {
        let form = replaced(&replaced(&form, "Body", body), "NumSegments", reported);
        InboundMessage::from_form(&form).unwrap().check_segments()
    };
    assert_eq!(check("", "1"), SegmentCheck::Agrees);
    assert_eq!(check(&"中".repeat(71), "2"), SegmentCheck::Agrees);
    // 306 septets: two segments with references of 8 bits, three with 16.
    assert_eq!(check(&"a".repeat(306), "2"), SegmentCheck::Agrees);
    assert_eq!(check(&"a".repeat(306), "3"), SegmentCheck::Agrees);
    assert_eq!(
        check(&"a".repeat(306), "4"),
        SegmentCheck::Differs {
            reported: 4,
            counted: 2
        }
    );
    assert_eq!(check(&"a".repeat(1_600), "12"), SegmentCheck::Cut);
    assert_eq!(
        check(&"a".repeat(1_599), "12"),
        SegmentCheck::Differs {
            reported: 12,
            counted: 11
        }
    );
    let whatsapp = replaced(
        &replaced(&form, "From", "whatsapp:+15005550006"),
        "Body",
        &"a".repeat(200),
    );
    assert_eq!(
        InboundMessage::from_form(&whatsapp)
            .unwrap()
            .check_segments(),
        SegmentCheck::NotText
    );
}

#[test]
fn advanced_opt_out_is_understood() {
    let form = form_without(&parameters("inbound"), "");
    for (value, intent) in [
        ("STOP", Some(Intent::OptOut)),
        ("START", Some(Intent::OptIn)),
        ("HELP", Some(Intent::Help)),
        ("LATER", None),
    ] {
        let message = InboundMessage::from_form(&replaced(&form, "OptOutType", value)).unwrap();
        assert_eq!(
            (message.opt_out(), message.opt_out_type.as_deref()),
            (intent, Some(value))
        );
    }
}

#[test]
fn callbacks_fold_into_a_delivery() {
    let form = form_without(&parameters("status-callback"), "ErrorCode");
    let mut delivery = Delivery::new();
    for status in ["read", "sent", "delivered", "sent", "queued"] {
        let callback =
            StatusCallback::from_form(&replaced(&form, "MessageStatus", status)).unwrap();
        callback.fold_into(&mut delivery);
    }
    assert_eq!(delivery.status(), Some(&Status::READ));
    let seen: Vec<String> = delivery.seen().map(|status| status.to_string()).collect();
    assert_eq!(seen, ["queued", "sent", "delivered", "read"]);
}

proptest! {
    /// Real names with any values: never a panic, and an error names a parameter that is there or missing.
    #[test]
    fn any_values_are_a_message_or_an_error(values in prop::collection::vec(any::<(prop::sample::Index, String)>(), 0..40)) {
        let rows = tsv::read("webhook-params.tsv");
        let names = rows.iter().map(|row| row["parameter"].replace("{N}", "0")).collect::<Vec<_>>();
        let form: Form = values.iter().map(|(index, value)| (index.get(&names).as_str(), value.as_str())).collect();
        forms::errors_name_parameters(&form);
    }
}
