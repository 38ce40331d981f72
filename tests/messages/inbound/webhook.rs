//! Inbound messages and status callbacks against `webhook-params.tsv`.

use septet::catalogue::{ErrorCode, Status};
use septet::webhook::{Form, InboundMessage, Problem, SegmentCheck, StatusCallback};

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
pub(super) fn parameters(direction: &str) -> Vec<(tsv::Row, String, String)> {
    let rows = tsv::read("webhook-params.tsv").into_iter();
    let rows = rows.filter(|row| row["direction"] == direction);
    rows.map(|row| {
        let (name, value) = (row["parameter"].replace("{N}", "0"), value(&row));
        (row, name, value)
    })
    .collect()
}

pub(super) fn form_without(parameters: &[(tsv::Row, String, String)], left_out: &str) -> Form {
    let kept = parameters
        .iter()
        .filter(|parameter| parameter.1 != left_out);
    kept.map(|(_, name, value)| (name.as_str(), value.as_str()))
        .collect()
}

pub(super) fn replaced(form: &Form, name: &str, value: &str) -> Form {
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

/// A missing half of a pair is a problem, and the other half is kept.
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
