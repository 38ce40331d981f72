//! Whole messages: tests/data/messages.json, which the npm tests read as well.

use std::collections::BTreeSet;

use septet::message::{MessageUpdate, MessageValidator, OutboundMessage, Rule};
use serde_json::{Value, json};

/// `{"repeat": [unit, times]}` stands for a long text.
fn expand(value: &Value) -> Value {
    match value {
        Value::Object(members) if members.contains_key("repeat") => {
            let unit = members["repeat"][0].as_str().unwrap();
            let times = members["repeat"][1].as_u64().unwrap();
            Value::from(unit.repeat(usize::try_from(times).unwrap()))
        }
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.clone(), expand(value)))
            .collect(),
        Value::Array(values) => values.iter().map(expand).collect(),
        other => other.clone(),
    }
}

fn cases() -> Value {
    serde_json::from_str(include_str!("../../data/messages.json")).unwrap()
}

/// True if `found` has every key of `expected` with an equal value.
fn agrees(expected: &Value, found: &Value) -> bool {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => expected
            .iter()
            .all(|(name, value)| found.get(name).is_some_and(|found| agrees(value, found))),
        (Value::Array(expected), Value::Array(found)) => {
            expected.len() == found.len() && expected.iter().zip(found).all(|(a, b)| agrees(a, b))
        }
        (expected, found) => expected == found,
    }
}

#[test]
fn every_case() {
    let file = cases();
    let mut broken = BTreeSet::new();
    for case in file["cases"].as_array().unwrap() {
        let message: OutboundMessage = serde_json::from_value(expand(&case["message"])).unwrap();
        let check = match &case["check"] {
            Value::Null => json!({"now": file["now"]}),
            check => check.clone(),
        };
        let check: MessageValidator = serde_json::from_value(check).unwrap();
        let report = check.validate(&message);
        let mut found = serde_json::to_value(&report).unwrap();
        found["form"] = message.to_form().into();
        let expected = expand(&case["expect"]);
        assert!(
            agrees(&expected, &found),
            "{}\n{expected:#}\n{found:#}",
            case["name"]
        );
        let errors = report
            .violations()
            .iter()
            .any(|v| v.severity().name() == "error");
        assert_eq!(report.is_acceptable(), !errors);
        broken.extend(
            report
                .violations()
                .iter()
                .map(|violation| violation.rule().name()),
        );
    }
    // Every rule is broken by some case; updates, services, numbering plans and JSON that is wrong have tests of their own.
    for rule in Rule::ALL.iter().filter(|rule| {
        let elsewhere = ["update-", "service-", "parameter-"];
        !elsewhere.iter().any(|start| rule.name().starts_with(start)) && **rule != Rule::ToLandline
    }) {
        assert!(
            broken.contains(rule.name()),
            "{} is broken by no case",
            rule.name()
        );
    }
}

/// tests/data/errors.tsv: every code a rule names is in the catalogue, and every parameter in the API.
#[test]
fn rules_name_codes_and_parameters_that_exist() {
    let parameters = crate::tsv::read("rest-params.tsv");
    for rule in Rule::ALL {
        if let Some(code) = rule.error_code() {
            assert!(septet::catalogue::ErrorCode::new(code).is_known(), "{code}");
        }
        let named = |row: &crate::tsv::Row| {
            row["parameter"].trim_start_matches("(update) ") == rule.field()
        };
        // A rule of services, and what is wrong with any parameter, name the one that is wrong.
        let of_any = ["service-", "parameter-"];
        let is_of_any = of_any.iter().any(|start| rule.name().starts_with(start));
        assert!(
            is_of_any || parameters.iter().any(named),
            "{}",
            rule.field()
        );
        assert!(!rule.source().is_empty());
    }
}

/// tests/data/rest-params.tsv: the model has every parameter, in that order.
#[test]
fn every_parameter_is_sent() {
    let file = cases();
    let case = file["cases"]
        .as_array()
        .unwrap()
        .iter()
        .find(|case| case["name"] == "every parameter");
    let message: OutboundMessage =
        serde_json::from_value(case.unwrap()["message"].clone()).unwrap();
    let mut sent: Vec<&str> = message.parameters().iter().map(|(name, _)| *name).collect();
    sent.dedup();
    let rows = crate::tsv::read("rest-params.tsv");
    let names = rows.iter().map(|row| row["parameter"].as_str());
    let expected: Vec<&str> = names.filter(|name| !name.starts_with('(')).collect();
    assert_eq!(sent, expected);
    // What was read is written again.
    let again: OutboundMessage =
        serde_json::from_value(serde_json::to_value(&message).unwrap()).unwrap();
    assert_eq!(again.to_form(), message.to_form());
}

#[test]
fn misspelt_options_are_named() {
    let error = serde_json::from_value::<OutboundMessage>(json!({"too": "+1"}))
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with("unknown field `too`, expected one of `to`, `from`"),
        "{error}"
    );
    let error = serde_json::from_value::<OutboundMessage>(json!({"mediaUrl": 5}))
        .unwrap_err()
        .to_string();
    assert_eq!(
        error,
        "invalid type: integer `5`, expected one value or a list of them"
    );
    let error = serde_json::from_value::<OutboundMessage>(json!({"mediaUrl": [5]}))
        .unwrap_err()
        .to_string();
    assert_eq!(
        error,
        "invalid type: integer `5`, expected a URL, or an object with url, contentType, bytes and firstBytes"
    );
    let error = serde_json::from_value::<MessageValidator>(json!({"now": "noon"}))
        .unwrap_err()
        .to_string();
    assert_eq!(
        error,
        "a time is written as ISO 8601 writes it, with Z or an offset: 2026-05-15T14:30:00Z"
    );
}

#[test]
fn updates_cancel_or_redact() {
    use septet::catalogue::Status;
    let update = |json: Value| serde_json::from_value::<MessageUpdate>(json).unwrap();
    let found = |update: &MessageUpdate, current: Option<&Status>| {
        let found = update.validate(current);
        let sentences = found
            .iter()
            .map(|v| (v.rule().name(), v.error_code(), v.to_string()));
        sentences.collect::<Vec<_>>()
    };
    assert_eq!(
        update(json!({"status": "canceled"})),
        MessageUpdate::cancel()
    );
    assert_eq!(update(json!({"body": ""})), MessageUpdate::redact());
    for status in [None, Some(&Status::SCHEDULED)] {
        assert_eq!(found(&MessageUpdate::cancel(), status), []);
    }
    assert_eq!(
        found(&MessageUpdate::redact(), Some(&Status::DELIVERED)),
        []
    );
    assert_eq!(
        found(&MessageUpdate::cancel(), Some(&Status::SENT)),
        [(
            "update-too-late",
            Some(30409),
            "Status: the message is sent, only scheduled messages can be canceled; let it be"
                .into()
        )]
    );
    for (json, rule, sentence) in [
        (
            json!({}),
            "update-ambiguous",
            "Status: the update asks for neither of canceling and redacting; send Status=canceled or an empty Body, in one request each",
        ),
        (
            json!({"status": "canceled", "body": ""}),
            "update-ambiguous",
            "Status: the update asks for both of canceling and redacting; send Status=canceled or an empty Body, in one request each",
        ),
        (
            json!({"status": "cancelled"}),
            "update-status-invalid",
            "Status: only `canceled` can be asked for; write `canceled`, in small letters and with one l",
        ),
        (
            json!({"body": "x"}),
            "update-body-invalid",
            "Body: the text of a message can be taken away and not be changed; send an empty Body",
        ),
    ] {
        assert_eq!(
            found(&update(json), None),
            [(rule, Some(30400), sentence.into())]
        );
    }
    assert_eq!(MessageUpdate::cancel().to_form(), "Status=canceled");
    assert_eq!(MessageUpdate::redact().to_form(), "Body=");
}
