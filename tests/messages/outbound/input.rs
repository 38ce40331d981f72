//! Messages in JSON from somebody else: what cannot be read is a violation next to the others.

use septet::message::{MessageInput, MessageValidator, OutboundMessage};
use serde_json::{Value, json};

const NOW: u64 = 1_800_000_000;

/// Rule, field, index, sentence and fix of everything that could not be read.
fn found(message: &str) -> Vec<Value> {
    let input: MessageInput = serde_json::from_str(message).unwrap();
    let report = MessageValidator::at(NOW).validate_input(&input);
    let report = serde_json::to_value(report).unwrap();
    let violations = report["violations"].as_array().unwrap().iter();
    let unread = violations.filter(|one| one["rule"].as_str().unwrap().starts_with("parameter-"));
    unread
        .map(|one| {
            json!([
                one["rule"],
                one["field"],
                one["index"],
                one["message"],
                one["fix"]
            ])
        })
        .collect()
}

#[test]
fn unknown_keys_and_wrong_types_are_violations() {
    // As text, whose keys stay in their order.
    let message = r#"{
        "to": "+14155552671", "from": 5, "body": ["Hi"], "attempt": "1", "validityPeriod": 1.5, "smartEncoded": "yes",
        "persistentAction": ["a", 1], "mediaURL": "https://example.com/a.png", "colour": "red", "sendAt": null
    }"#;
    assert_eq!(
        found(message),
        [
            json!([
                "parameter-type",
                "From",
                null,
                "it is a number, not a text",
                "give a text"
            ]),
            json!([
                "parameter-type",
                "Body",
                null,
                "it is a list, not a text",
                "give a text"
            ]),
            json!([
                "parameter-type",
                "Attempt",
                null,
                "it is a text, not a whole number",
                "give a whole number"
            ]),
            json!([
                "parameter-type",
                "ValidityPeriod",
                null,
                "it is a number, not a whole number",
                "give a whole number"
            ]),
            json!([
                "parameter-type",
                "SmartEncoded",
                null,
                "it is a text, not true or false",
                "give true or false"
            ]),
            json!([
                "parameter-type",
                "PersistentAction",
                1,
                "it is a number, not a text",
                "give a text"
            ]),
            json!([
                "parameter-unknown",
                "mediaURL",
                null,
                "there is no parameter of this name",
                "write mediaUrl"
            ]),
            json!([
                "parameter-unknown",
                "colour",
                null,
                "there is no parameter of this name",
                "leave it out"
            ]),
        ]
    );
}

#[test]
fn a_price_is_a_number_or_its_text() {
    let priced = |price: &str| {
        let message = format!(r#"{{ "to": "+14155552671", "maxPrice": {price} }}"#);
        let input: MessageInput = serde_json::from_str(&message).unwrap();
        if let Ok(strict) = serde_json::from_str::<OutboundMessage>(&message) {
            assert_eq!((input.message(), input.violations()), (&strict, &[][..]));
        }
        let parameters = input.message().parameters();
        let found = parameters.into_iter().find(|one| one.0 == "MaxPrice");
        found.map(|one| one.1.to_string())
    };
    for (price, read) in [
        ("0.05", "0.05"),
        ("\"0.05\"", "0.05"),
        ("2", "2"),
        ("-1", "-1"),
        ("18446744073709551615", "18446744073709551615"),
    ] {
        assert_eq!(priced(price).as_deref(), Some(read));
    }
    assert_eq!(priced("[0.05]"), None);
    assert_eq!(
        found(r#"{ "to": "+14155552671", "maxPrice": true }"#),
        [json!([
            "parameter-type",
            "MaxPrice",
            null,
            "it is true or false, not a number or its text",
            "give a number or its text"
        ])]
    );
}

#[test]
fn a_key_that_is_given_twice_is_a_violation() {
    let message = r#"{ "to": "+14155552671", "to": "+14155552672" }"#;
    assert_eq!(
        found(message),
        [json!([
            "parameter-unknown",
            "to",
            null,
            "it is given twice",
            "give it once"
        ])]
    );
    let input: MessageInput = serde_json::from_str(message).unwrap();
    assert_eq!(input.message(), &OutboundMessage::new("+14155552671"));
}

#[test]
fn media_is_read_as_far_as_it_can_be() {
    let url = "https://example.com/a.png";
    let message = json!({
        "to": "+14155552671", "from": "+14155550199",
        "mediaUrl": [url, 5, { "url": url, "bytes": -1 }, { "contentType": "image/png" }, { "url": url, "size": 1 },
            { "url": url, "contentType": "png" }, { "url": url, "firstBytes": [300] },
            { "url": url, "contentType": "image/png", "bytes": 9, "firstBytes": [137, 80, 78, 71] }],
    });
    let input: MessageInput = serde_json::from_value(message.clone()).unwrap();
    let indices: Vec<_> = input
        .violations()
        .iter()
        .map(|one| (one.field(), one.index()))
        .collect();
    assert_eq!(
        indices,
        [1, 2, 3, 4, 5, 6].map(|index| ("MediaUrl", Some(index)))
    );
    assert_eq!(
        input
            .message()
            .parameters()
            .iter()
            .filter(|one| one.0 == "MediaUrl")
            .count(),
        2
    );
}

/// Messages that are broken, with the violation: field, index, sentence and fix.
const BROKEN: &str = r#"{"to": ["+14155552671"]} => To: it is a list, not a text; give a text
{"to": {"number": 1}} => To: it is an object, not a text; give a text
{"to": 14155552671} => To: it is a number, not a text; give a text
{"body": true} => Body: it is true or false, not a text; give a text
{"body": []} => Body: it is a list, not a text; give a text
{"validityPeriod": "4"} => ValidityPeriod: it is a text, not a whole number; give a whole number
{"validityPeriod": [4]} => ValidityPeriod: it is a list, not a whole number; give a whole number
{"validityPeriod": 1e30} => ValidityPeriod: it is a number, not a whole number; give a whole number
{"attempt": 1.5} => Attempt: it is a number, not a whole number; give a whole number
{"smartEncoded": 1} => SmartEncoded: it is a number, not true or false; give true or false
{"sendAt": 1800000000} => SendAt: it is a number, not a text; give a text
{"contentVariables": {"1": "Ada"}} => ContentVariables: it is an object, not a text; give its JSON as a text
{"persistentAction": {"a": 1}} => PersistentAction 0: it is an object, not a text; give a text
{"mediaUrl": [["a"]]} => MediaUrl 0: it is a list, not a URL or an object with url; give a URL or an object with url
{"mediaUrl": ["https://example.com/a.png", null]} => MediaUrl 1: it is null, not a URL or an object with url; give a URL or an object with url
{"mediaUrl": {"url": {"href": "a"}}} => MediaUrl 0: an attachment needs a url, which is a text; give url, contentType, bytes and firstBytes
{"mediaUrl": {"url": "a", "url": "b"}} => MediaUrl 0: url is given twice; give url, contentType, bytes and firstBytes
{"mediaUrl": {"url": "a", "bytes": "9"}} => MediaUrl 0: bytes is a text, not a whole number; give bytes as a whole number
{"mediaUrl": {"url": "a", "contentType": ["image/png"]}} => MediaUrl 0: contentType is a list, not a text; give contentType as a text
{"mediaUrl": {"url": "a", "firstBytes": ["a"]}} => MediaUrl 0: firstBytes is not a list of octets; give url, contentType, bytes and firstBytes
{"messaging_service_sid": "MG"} => messaging_service_sid: there is no parameter of this name; write messagingServiceSid
{"media-url": "a"} => media-url: there is no parameter of this name; write mediaUrl
{"From_": 5} => From_: there is no parameter of this name; write from
{"_": 1} => _: there is no parameter of this name; leave it out
{"": {"a": [[{}]]}} => : there is no parameter of this name; leave it out"#;

/// Every sentence says what was given and what is expected; whatever the JSON, nothing else fails.
#[test]
fn messages_that_are_broken_in_every_way() {
    for line in BROKEN.lines() {
        let (message, expected) = line.split_once(" => ").unwrap();
        let shown = found(message).into_iter().map(|one| {
            let text = |index: usize| one[index].as_str().unwrap_or_default().to_owned();
            let place = one[2]
                .as_u64()
                .map_or(String::new(), |index| format!(" {index}"));
            format!("{}{place}: {}; {}", text(1), text(3), text(4))
        });
        assert_eq!(shown.collect::<Vec<_>>(), [expected]);
    }
    // 128 levels are the limit of serde_json; what it can read is a violation.
    let nested = format!(r#"{{ "to": {}1{} }}"#, "[".repeat(100), "]".repeat(100));
    assert_eq!(found(&nested)[0][3], "it is a list, not a text");
}

#[test]
fn what_can_be_read_is_the_same_message() {
    let message = json!({
        "to": "+14155552671", "from": "+14155550199", "body": "Hi", "mediaUrl": "https://example.com/a.png",
        "attempt": 2, "smartEncoded": true, "persistentAction": ["a"], "maxPrice": null,
    });
    let input: MessageInput = serde_json::from_value(message.clone()).unwrap();
    let strict: OutboundMessage = serde_json::from_value(message).unwrap();
    assert_eq!((input.message(), input.violations()), (&strict, &[][..]));
    for wrong in [json!([]), json!("a"), json!(null), json!(1)] {
        assert!(serde_json::from_value::<MessageInput>(wrong).is_err());
    }
}
