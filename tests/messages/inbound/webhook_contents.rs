//! Media, newer parameters, segments and opt-outs in webhooks.

use proptest::prelude::*;
use septet::catalogue::{Delivery, Intent, Status};
use septet::webhook::{
    Form, InboundMessage, LinkClick, ParameterError, Problem, SegmentCheck, StatusCallback,
};

use super::webhook::{form_without, parameters, replaced};
use crate::promises::forms;
use crate::tsv;

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

/// One parameter in another encoding is a problem of its own, and the message is read.
#[test]
fn other_encodings_cost_one_parameter() {
    let parties = "From=%2B15005550006&To=%2B15005550001&";
    for (rest, name, text) in [
        ("Body=caf%E9&FromCity=Paris", "Body", "caf\u{FFFD}"),
        (
            "Body=caf%C3%A9&FromCity=Montr%E9al",
            "FromCity",
            "caf\u{e9}",
        ),
        ("Body=a%ED%A0%80", "Body", "a\u{FFFD}\u{FFFD}\u{FFFD}"),
        ("Body=b&X%FF=1", "X\u{FFFD}", "b"),
    ] {
        let form = Form::parse_lossy(format!("{parties}{rest}").as_bytes());
        let message = InboundMessage::from_form(&form).unwrap();
        assert_eq!(message.body, text);
        let problems: Vec<_> = message
            .problems
            .iter()
            .map(|problem| (problem.parameter(), problem.problem()))
            .collect();
        assert_eq!(problems, [(name, Problem::NotUtf8)]);
        // Without what is needed, the encoding is what is wrong.
        let error = InboundMessage::from_form(&Form::parse_lossy(rest.as_bytes())).unwrap_err();
        assert_eq!(
            (error.parameter(), error.problem()),
            (name, Problem::NotUtf8)
        );
    }
    let body = format!(
        "MessageSid=SM{}&MessageStatus=failed&ErrorMessage=%E9",
        "0".repeat(32)
    );
    let callback = StatusCallback::from_form(&Form::parse_lossy(body.as_bytes())).unwrap();
    assert_eq!(callback.status, Status::FAILED);
    assert_eq!(callback.problems[0].problem(), Problem::NotUtf8);
    // A U+FFFD that was sent is a character like any other.
    let form = Form::parse_lossy(format!("{parties}Body=%EF%BF%BD").as_bytes());
    assert_eq!(InboundMessage::from_form(&form).unwrap().problems, []);
}

/// Half a location is none, and nothing of it is lost.
#[test]
fn half_a_location_is_kept() {
    for (given, missing) in [
        (&[("Latitude", "37.7")][..], &["Longitude"][..]),
        (&[("Longitude", "-122"), ("Label", "Home")], &["Latitude"]),
        (&[("Address", "1 Main St")], &["Latitude", "Longitude"]),
        (
            &[("Latitude", "37,7"), ("Longitude", "12"), ("Label", "Home")],
            &["Latitude"],
        ),
    ] {
        let parties = [("From", "+15005550006"), ("To", "+15005550001")];
        let form: Form = parties.iter().chain(given).copied().collect();
        let message = InboundMessage::from_form(&form).unwrap();
        assert_eq!(message.location, None);
        let mut other: Vec<_> = message
            .other
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        other.sort_unstable();
        let mut expected = given.to_vec();
        expected.sort_unstable();
        assert_eq!(other, expected);
        let problems: Vec<_> = message
            .problems
            .iter()
            .map(ParameterError::parameter)
            .collect();
        assert_eq!(problems, missing);
    }
}

/// A day that its month does not have is not a time.
#[test]
fn days_of_carriers() {
    for (time, is_time) in [
        ("2602282359", true),
        ("2602290000", false),
        ("2802290000", true),
        ("2604310000", false),
        ("2612310000", true),
    ] {
        let sid = format!("SM{}", "0".repeat(32));
        let form: Form = [
            ("MessageSid", sid.as_str()),
            ("MessageStatus", "sent"),
            ("RawDlrDoneDate", time),
        ]
        .into_iter()
        .collect();
        let callback = StatusCallback::from_form(&form).unwrap();
        assert_eq!(
            (
                callback.carrier_time.is_some(),
                callback.problems.is_empty()
            ),
            (is_time, is_time),
            "{time}"
        );
    }
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
