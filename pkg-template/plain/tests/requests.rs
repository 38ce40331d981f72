//! Requests answered natively: the answers are what the crate serializes, the errors are sentences.

use std::collections::BTreeSet;

use proptest::prelude::*;
use septet_plain::{Answer, names, respond};
use serde_json::{Value, json};

/// The answer to a request, or its error as `{code, message, index}`.
fn answered(request: &[u8]) -> Result<Value, Value> {
    let mut answer = Answer::with_capacity(64);
    match respond(request, &mut answer) {
        Ok(()) => Ok(serde_json::from_slice(answer.octets().1).expect("answers are JSON")),
        Err(failure) => Err(serde_json::to_value(failure).unwrap()),
    }
}

fn ask(request: &Value) -> Result<Value, Value> {
    answered(request.to_string().as_bytes())
}

/// Every case that every interface answers alike.
#[test]
fn shared_cases() {
    let file: Value = serde_json::from_str(include_str!("../../../tests/data/cases.json")).unwrap();
    let mut asked = 0;
    for case in file["cases"].as_array().unwrap() {
        let Some(text) = case.get("text") else {
            continue;
        };
        let (options, expected) = (&case["options"], &case["expect"]);
        let count = ask(&json!(["count", text, options])).unwrap();
        for (name, value) in count.as_object().unwrap() {
            assert_eq!(value, &expected[name], "{}", case["name"]);
        }
        let parts = ask(&json!(["split", text, options])).unwrap();
        let length = |part: &Value| part["end"].as_u64().unwrap() - part["start"].as_u64().unwrap();
        let lengths: Vec<u64> = parts.as_array().unwrap().iter().map(length).collect();
        assert_eq!(json!(lengths), expected["parts"], "{}", case["name"]);
        asked += 1;
    }
    assert!(asked > 30, "{asked}");
}

fn cases(list: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(include_str!("cases.json")).unwrap();
    file[list].as_array().unwrap().clone()
}

#[test]
fn every_function_answers() {
    let mut asked = BTreeSet::new();
    for case in cases("answers") {
        let request = &case["request"];
        let answer = ask(request).unwrap_or_else(|error| panic!("{request}: {error}"));
        let found = answer.pointer(case["at"].as_str().unwrap());
        assert_eq!(found, Some(&case["answer"]), "{request}");
        asked.insert(request[0].as_str().unwrap().to_owned());
    }
    assert_eq!(asked, names().map(String::from).collect());
}

#[test]
fn errors_are_those_of_the_npm_package() {
    for case in cases("errors") {
        let error = ask(&case["request"]).unwrap_err();
        assert_eq!(error["message"], case["message"], "{}", case["request"]);
    }
}

#[test]
fn errors_say_where() {
    let error = ask(&json!(["count", "5 —", { "encoding": "GSM-7" }])).unwrap_err();
    assert_eq!(
        (&error["code"], &error["index"]),
        (&json!("unencodable"), &json!(2))
    );
    let error = ask(&json!(["template", "😘{{a"])).unwrap_err();
    assert_eq!(
        (&error["code"], &error["index"]),
        (&json!("malformed-template"), &json!(2))
    );
    let error = ask(&json!(["parseInbound", "From=a"])).unwrap_err();
    assert_eq!(
        (&error["code"], &error["index"]),
        (&json!("malformed-parameter"), &json!(null))
    );
    assert!(error["field"].is_string());
    let error = answered(b"[\"count\", \"a\"").unwrap_err();
    assert_eq!(
        (&error["code"], &error["index"]),
        (&json!("malformed-json"), &json!(12))
    );
    for request in [
        json!({}),
        json!("count"),
        json!([]),
        json!([1]),
        json!(null),
    ] {
        assert_eq!(ask(&request).unwrap_err()["code"], "malformed-request");
    }
    let error = ask(&json!(["cuont", "a"])).unwrap_err();
    assert_eq!(error["code"], "unknown-function");
    let long = "a".repeat(1_000_001);
    for name in ["analyze", "suggest"] {
        assert_eq!(
            ask(&json!([name, long])).unwrap_err()["code"],
            "text-too-long"
        );
    }
    assert_eq!(ask(&json!(["count", long])).unwrap()["units"], 1_000_001);
}

/// Any JSON, of the kinds that arguments have.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,40}".prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(vec![
            "GSM-7",
            "twilio",
            "auto",
            "mms",
            "US",
            "2026-05-15T12:00:00Z",
            "+14155552671",
            "{{a}}",
            "0b5c",
            "https://a.co/?b=c"
        ])
        .prop_map(Value::from),
    ];
    let names = prop::sample::select(vec![
        "encoding",
        "profile",
        "single",
        "concatenated",
        "nationalLanguages",
        "smartEncoding",
        "cutAt",
        "ellipsis",
        "fields",
        "rows",
        "a",
        "longest",
        "replacements",
        "residue",
        "now",
        "service",
        "senders",
        "channel",
        "contentType",
        "bytes",
        "firstBytes",
        "to",
        "from",
        "body",
        "mediaUrl",
        "url",
        "signature",
        "provider",
        "own",
        "help",
        "media",
        "redirect",
        "dcs",
        "udhi",
        "udl",
        "octets",
        "dataCoding",
        "esmClass",
        "shortMessage",
        "reference",
        "strict",
        "serviceCentre",
    ]);
    leaf.prop_recursive(4, 32, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((names.clone(), inner), 0..6).prop_map(|members| Value::Object(
                members
                    .into_iter()
                    .map(|(name, value)| (name.into(), value))
                    .collect()
            )),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the arguments: an answer in JSON or an error with a sentence, never a panic.
    #[test]
    fn any_arguments_have_an_answer(name in prop::sample::select(names().collect::<Vec<_>>()), arguments in prop::collection::vec(value(), 0..4)) {
        let mut request = vec![Value::from(name)];
        request.extend(arguments);
        if let Err(error) = ask(&Value::from(request)) {
            prop_assert!(error["message"].as_str().is_some_and(|message| !message.is_empty()));
        }
    }

    /// Whatever the octets.
    #[test]
    fn any_octets_have_an_answer(octets in prop::collection::vec(any::<u8>(), 0..64), cut in 0..40_usize) {
        prop_assert!(answered(&octets).is_err());
        let request = r#"["count", "a\ud83d\udc4b\u00e9", {"profile": "single"}]"#.as_bytes();
        let start = &request[..cut.min(request.len())];
        prop_assert!(answered(&[start, &octets].concat()).is_err() || octets.iter().all(u8::is_ascii_whitespace) || cut > 0);
    }
}
