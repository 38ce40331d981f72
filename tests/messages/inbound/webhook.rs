//! Inbound messages and status callbacks against `webhook-params.tsv`.

use proptest::prelude::*;
use septet::catalogue::{Delivery, ErrorCode, Intent, Status};
use septet::webhook::{Form, InboundMessage, Problem, SegmentCheck, StatusCallback};

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

/// Without any one of the others there is still a message.
#[test]
fn only_what_is_always_sent_is_needed() {
    // Deprecated copies, and what a program can do without.
    const SPARE: [&str; 4] = ["SmsSid", "SmsMessageSid", "SmsStatus", "ApiVersion"];
    for direction in ["inbound", "status-callback"] {
        let parameters = parameters(direction);
        for (row, name, _) in &parameters {
            let needed = row["when"] == "always" && !SPARE.contains(&name.as_str());
            // A copy stands in.
            let needed = needed && !["MessageSid", "MessageStatus"].contains(&name.as_str());
            // Two of a kind, once one of them is there.
            let paired = ["MediaUrl0", "MediaContentType0", "Latitude", "Longitude"]
                .contains(&name.as_str());
            let form = form_without(&parameters, name);
            let error = match direction {
                "inbound" => InboundMessage::from_form(&form).err(),
                _ => StatusCallback::from_form(&form).err(),
            };
            let missing = error
                .as_ref()
                .map(|error| (error.parameter(), error.problem()));
            let expected = (needed || paired).then_some((name.as_str(), Problem::Missing));
            assert_eq!(missing, expected, "{direction} without {name}");
        }
    }
    let bare = Form::parse(b"").unwrap();
    assert_eq!(
        InboundMessage::from_form(&bare).unwrap_err().parameter(),
        "MessageSid"
    );
    assert_eq!(
        StatusCallback::from_form(&bare).unwrap_err().parameter(),
        "MessageSid"
    );
}

/// Each malformed value, at the edge of what is allowed.
#[test]
fn malformed_values_are_named() {
    let message = form_without(&parameters("inbound"), "");
    let callback = form_without(&parameters("status-callback"), "");
    let read = |name: &str, value: &str| {
        let inbound = InboundMessage::from_form(&replaced(&message, name, value)).map(drop);
        inbound
            .and_then(|()| StatusCallback::from_form(&replaced(&callback, name, value)).map(drop))
    };
    let hex31 = "0".repeat(31);
    for (name, good, bad) in [
        ("MessageSid", format!("MM{hex31}F"), format!("MM{hex31}")),
        ("MessageSid", format!("SM{hex31}0"), format!("ME{hex31}0")),
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
        assert_eq!(read(name, &good), Ok(()), "{name}={good}");
        let error = read(name, &bad).unwrap_err();
        assert_eq!(error.parameter(), name, "{bad}");
        assert!(
            matches!(error.problem(), Problem::Malformed { .. }),
            "{name}={bad}"
        );
        let quotes = error.to_string().contains(&format!("{bad:?}"));
        assert!(!quotes, "the value may be private");
    }
}

#[test]
fn a_repeated_parameter_must_say_the_same() {
    let form = form_without(&parameters("inbound"), "");
    let twice = |value: &str| form.pairs().chain([("Body", value)]).collect::<Form>();
    assert!(InboundMessage::from_form(&twice("some Body")).is_ok());
    let error = InboundMessage::from_form(&twice("another")).unwrap_err();
    assert_eq!(
        (error.parameter(), error.problem()),
        ("Body", Problem::Repeated)
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
            (message.num_media as usize, message.media.len()),
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
    let error = InboundMessage::from_form(&form(10, 9)).unwrap_err();
    assert_eq!(
        (error.parameter(), error.problem()),
        ("MediaUrl9", Problem::Missing)
    );
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
