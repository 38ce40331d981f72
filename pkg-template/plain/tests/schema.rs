//! The JSON Schemas that the crate and the npm package ship accept what the module reads and writes, and nothing else.

use jsonschema::Validator;
use septet::message::{MESSAGE_SCHEMA, REPORT_SCHEMA};
use septet_plain::{Answer, respond};
use serde_json::{Value, json};

fn validator(schema: &str) -> Validator {
    let schema: Value = serde_json::from_str(schema).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    jsonschema::validator_for(&schema).unwrap()
}

/// A schema that allows no keys that it does not name, so that a new key cannot be forgotten.
fn closed(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            members.values_mut().for_each(closed);
            if members.get("properties").is_some_and(Value::is_object)
                && members.contains_key("type")
            {
                members.insert("additionalProperties".into(), false.into());
            }
        }
        Value::Array(items) => items.iter_mut().for_each(closed),
        _ => {}
    }
}

fn report(message: &Value) -> Value {
    let request = json!(["check", message, { "now": "2026-05-15T12:00:00Z" }]);
    let mut answer = Answer::with_capacity(64);
    respond(request.to_string().as_bytes(), &mut answer).unwrap();
    serde_json::from_slice(answer.octets().1).unwrap()
}

/// Values of every kind, right and wrong for a parameter.
fn values() -> Vec<Value> {
    vec![
        json!(null),
        json!("Hi"),
        json!(""),
        json!("+14155552671"),
        json!("https://example.com/a.png"),
        json!(0),
        json!(7),
        json!(-3),
        json!(0.05),
        json!(7.0),
        json!(1e300),
        json!(1_u64 << 60),
        json!(true),
        json!([]),
        json!(["https://example.com/a.png", "b"]),
        json!(["a", 5]),
        json!([null]),
        json!({}),
        json!({ "url": "https://example.com/a.png" }),
        json!({ "url": "a", "contentType": "image/png", "bytes": 9_000_000, "firstBytes": [137, 80, 78, 71] }),
        json!({ "url": "a", "bytes": -1 }),
        json!({ "url": "a", "firstBytes": [256] }),
        json!({ "url": 5 }),
        json!({ "link": "a" }),
        json!([{ "url": "https://example.com/a.png", "contentType": "video/mp4", "bytes": 700_000 }, "b"]),
        json!([{ "url": "a", "size": 1 }]),
    ]
}

/// What the schema of a message refuses is what the report calls an unknown parameter or another type, and the other
/// way round; every report is one.
#[test]
fn schemas_agree_with_the_check() {
    let message = validator(MESSAGE_SCHEMA);
    let mut closed_schema: Value = serde_json::from_str(REPORT_SCHEMA).unwrap();
    closed(&mut closed_schema);
    let reports = [
        validator(REPORT_SCHEMA),
        validator(&closed_schema.to_string()),
    ];
    let schema: Value = serde_json::from_str(MESSAGE_SCHEMA).unwrap();
    let keys = schema["properties"].as_object().unwrap().keys().cloned();
    let mut refused = 0;
    for key in keys.chain(["mediaURL".into(), "To".into(), "x".into()]) {
        for value in values() {
            let mut candidate =
                json!({ "to": "+14155552671", "from": "+14155550199", "body": "Hi" });
            candidate[&key] = value;
            let report = report(&candidate);
            for validator in &reports {
                let errors: Vec<String> = validator
                    .iter_errors(&report)
                    .map(|error| error.to_string())
                    .collect();
                assert!(errors.is_empty(), "{candidate} {report} {errors:?}");
            }
            let unread = |violation: &Value| {
                let rule = &violation["rule"];
                rule == "parameter-type" || rule == "parameter-unknown"
            };
            let is_read = !report["violations"].as_array().unwrap().iter().any(unread);
            assert_eq!(
                message.is_valid(&candidate),
                is_read,
                "{candidate} {report}"
            );
            refused += usize::from(!is_read);
        }
    }
    assert!(refused > 200, "{refused}");
    assert!(!message.is_valid(&json!([])) && !reports[0].is_valid(&json!({})));
}

/// The reports of the messages that people send and get wrong.
#[test]
fn reports_are_valid() {
    let reports = [validator(REPORT_SCHEMA)];
    for message in [
        json!({}),
        json!({ "to": "whatsapp:+14155552671", "from": "whatsapp:+14155550199", "mediaUrl": ["https://a.example/b.webp", "https://a.example/c.pdf"] }),
        json!({ "to": "rcs:agent", "from": "rcs:bot", "body": "😀".repeat(900) }),
        json!({ "to": "+5511999999999", "messagingServiceSid": "MG1", "body": "Olá ção".repeat(60), "smartEncoded": true }),
        json!({ "to": "+14155552671", "from": "+18005550199", "mediaUrl": vec![json!({ "url": "https://a.example/b.png", "contentType": "image/png", "bytes": 3_000_000 }); 12] }),
    ] {
        let report = report(&message);
        for validator in &reports {
            assert!(validator.is_valid(&report), "{report}");
        }
    }
}
