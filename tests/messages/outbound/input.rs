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
