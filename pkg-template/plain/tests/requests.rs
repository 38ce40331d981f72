//! Requests answered natively: the answers are what the crate serializes, the errors are sentences.

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

fn ask(request: Value) -> Result<Value, Value> {
    answered(request.to_string().as_bytes())
}

fn sentence(request: Value) -> String {
    ask(request).unwrap_err()["message"]
        .as_str()
        .unwrap()
        .to_owned()
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
        let count = ask(json!(["count", text, options])).unwrap();
        for (name, value) in count.as_object().unwrap() {
            assert_eq!(value, &expected[name], "{}", case["name"]);
        }
        let parts = ask(json!(["split", text, options])).unwrap();
        let length = |part: &Value| part["end"].as_u64().unwrap() - part["start"].as_u64().unwrap();
        let lengths: Vec<u64> = parts.as_array().unwrap().iter().map(length).collect();
        assert_eq!(json!(lengths), expected["parts"], "{}", case["name"]);
        asked += 1;
    }
    assert!(asked > 30, "{asked}");
}

#[test]
fn every_function_answers() {
    let sid = "0123456789abcdef0123456789abcdef";
    let inbound = format!(
        "MessageSid=SM{sid}&AccountSid=AC{sid}&From=%2B15005550006&To=%2B15005550001&Body=Hi&NumMedia=0&NumSegments=1"
    );
    let callback = format!(
        "MessageSid=SM{sid}&AccountSid=AC{sid}&From=%2B15005550006&To=%2B15005550001&MessageStatus=sent"
    );
    let signed = json!({
        "url": "https://mycompany.com/myapp.php?foo=1&bar=2",
        "body": "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212",
        "signature": "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    });
    let deliver = "040B915155100021F3000062113261638540 05E8329BFD06".replace(' ', "");
    let cases = [
        (json!(["count", "Hello €"]), "/units", json!(8)),
        (json!(["split", "]".repeat(153)]), "/1/start", json!(76)),
        (
            json!(["analyze", "a".repeat(161)]),
            "/warnings/0/code",
            json!("one-character-over"),
        ),
        (
            json!(["smartEncode", "“Hello” – it’s 5…", "typography"]),
            "/text",
            json!("\"Hello\" - it's 5..."),
        ),
        (
            json!(["suggest", "“Hello” ".repeat(12)]),
            "/0/kind",
            json!("smart-encoding"),
        ),
        (
            json!(["truncate", "a ".repeat(200), 2]),
            "/count/segments",
            json!(2),
        ),
        (
            json!(["template", "Hi {{name}}", { "rows": [{ "name": "Zoë" }, { "name": "Ann" }] }]),
            "/distribution/rows",
            json!(2),
        ),
        (
            json!(["template", "Hi {{name}}"]),
            "/distribution",
            json!(null),
        ),
        (
            json!(["rcs", "Hello", { "region": "elsewhere" }]),
            "/class",
            json!("basic"),
        ),
        (
            json!(["check", { "to": "+14155552671", "from": "+14155550199", "body": "Hi" }, { "now": "2026-05-15T12:00:00Z" }]),
            "/acceptable",
            json!(true),
        ),
        (
            json!(["checkMedia", { "contentType": "image/jpeg", "bytes": 5_242_881 }, { "channel": "mms" }]),
            "/accepted",
            json!(false),
        ),
        (
            json!(["checkMedia", { "firstBytes": "474946383961", "bytes": 9 }, { "channel": "mms" }]),
            "/verdicts/0/mediaType",
            json!("image/gif"),
        ),
        (
            json!(["senderRules", "US"]),
            "/longCode/domestic/blockedWith",
            json!(30034),
        ),
        (json!(["errorCode", 21610]), "/class", json!("opted-out")),
        (
            json!(["parseInbound", inbound]),
            "/segmentCheck/result",
            json!("agrees"),
        ),
        (
            json!(["parseStatusCallback", callback]),
            "/status",
            json!("sent"),
        ),
        (json!(["verifySignature", signed, "12345"]), "", json!(true)),
        (json!(["verifySignature", signed, "1234"]), "", json!(false)),
        (
            json!(["signatureProblem", signed, "1234"]),
            "/httpStatus",
            json!(403),
        ),
        (
            json!(["recognizeKeyword", "Stop!"]),
            "/intent",
            json!("opt-out"),
        ),
        (
            json!(["recognizeKeyword", "stop by later"]),
            "",
            json!(null),
        ),
        (
            json!(["twiml", "<3 & more"]),
            "",
            json!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Message><Body>&lt;3 &amp; more</Body></Message></Response>"
            ),
        ),
        (
            json!(["encodeUserData", "hello"]),
            "/0/octets",
            json!([232, 50, 155, 253, 6]),
        ),
        (json!(["encodeUserData", "中"]), "/0/text", json!("中")),
        (
            json!(["decodeUserData", { "dcs": 0, "udhi": false, "udl": 5, "octets": "e8329bfd06" }]),
            "/text",
            json!("hello"),
        ),
        (json!(["encodeSeptets", "A€"]), "", json!([65, 27, 101])),
        (json!(["decodeSeptets", [65, 27, 101]]), "", json!("A€")),
        (
            json!(["packSeptets", [104, 101, 108, 108, 111]]),
            "",
            json!([232, 50, 155, 253, 6]),
        ),
        (
            json!(["unpackSeptets", "E8329BFD06", 5]),
            "",
            json!([104, 101, 108, 108, 111]),
        ),
        (
            json!(["parseTpdu", deliver]),
            "/userData/text",
            json!("hello"),
        ),
        (
            json!(["parseTpdu", deliver]),
            "/address",
            json!("+15550100123"),
        ),
        (
            json!(["decodeSmpp", { "dataCoding": 3, "esmClass": 0, "shortMessage": "636166e9" }]),
            "/text",
            json!("café"),
        ),
    ];
    let mut asked = std::collections::BTreeSet::new();
    for (request, pointer, expected) in cases {
        let name = request[0].as_str().unwrap().to_owned();
        let answer = ask(request).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(answer.pointer(pointer), Some(&expected), "{name}");
        asked.insert(name);
    }
    assert_eq!(asked, names().map(String::from).collect());
}

#[test]
fn errors_are_those_of_the_npm_package() {
    for (request, expected) in [
        (json!(["count"]), "text must be a string, not undefined"),
        (json!(["count", 5.0]), "text must be a string, not 5"),
        (
            json!(["count", ["a"]]),
            "text must be a string, not an array",
        ),
        (
            json!(["count", "a", { "encodnig": "GSM-7" }]),
            "there is no option called encodnig: encoding, referenceBits, profile, boundary, nationalLanguages, smartEncoding",
        ),
        (
            json!(["count", "a", { "encoding": "gsm" }]),
            r#"option encoding must be "auto", "GSM-7" or "UCS-2", not "gsm""#,
        ),
        (
            json!(["count", "a", { "encoding": null }]),
            r#"option encoding must be "auto", "GSM-7" or "UCS-2", not null"#,
        ),
        (
            json!(["count", "a", { "referenceBits": 7 }]),
            "option referenceBits must be 8 or 16, not 7",
        ),
        (
            json!(["count", "a", { "profile": "fast" }]),
            r#"option profile must be "standard", "toll-free" or "single", or an object of limits, not "fast""#,
        ),
        (
            json!(["count", "a", { "profile": { "single": 200, "concatenated": 100 } }]),
            "option profile.single must be an integer from 10 to 160, not 200",
        ),
        (
            json!(["count", "a", { "profile": { "single": 100 } }]),
            "option profile.concatenated must be an integer, not undefined",
        ),
        (
            json!(["count", "a", { "nationalLanguages": ["klingon"] }]),
            r#"a language of option nationalLanguages must be "turkish", "spanish", "portuguese", "bengali", "gujarati", "hindi", "kannada", "malayalam", "oriya", "punjabi", "tamil", "telugu" or "urdu", not "klingon""#,
        ),
        (
            json!(["count", "a", { "smartEncoding": true }]),
            r#"option smartEncoding must be false, "twilio", "telnyx", "typography", "compatibility" or "transliteration", not true"#,
        ),
        (
            json!(["count", "5 —", { "encoding": "GSM-7" }]),
            "'—' (U+2014) at index 2 has no GSM-7 code: allow UCS-2 or replace the character",
        ),
        (
            json!(["truncate", "a", 0]),
            "maxSegments must be an integer from 1 to 4294967295, not 0",
        ),
        (
            json!(["smartEncode", "a", "twillio"]),
            r#"rules must be "twilio", "telnyx", "typography", "compatibility" or "transliteration", not "twillio""#,
        ),
        (
            json!(["smartEncode", "a", "twilio", { "replacements": { "ab": "c" } }]),
            r#"a name in option replacements must be a single character, not "ab""#,
        ),
        (
            json!(["smartEncode", "a", "twilio", { "replacements": { "a": 1 } }]),
            r#"option replacements["a"] must be a string or null, not 1"#,
        ),
        (
            json!(["template", "{{a}}", { "fields": { "b": {} } }]),
            "there is no field called b: a",
        ),
        (
            json!(["template", "{{a}}", { "fields": { "a": { "longest": -1 } } }]),
            "option fields.a.longest must be an integer from 0 to 100000, not -1",
        ),
        (
            json!(["template", "{{a}}", { "rows": [{}] }]),
            r#"option rows[0]["a"] must be a string, not undefined"#,
        ),
        (
            json!(["template", "{{a"]),
            "the field that opens at index 0 is not closed with }}",
        ),
        (
            json!(["checkMedia", {}, {}]),
            "option channel must be a channel, not undefined",
        ),
        (
            json!(["check", {}, {}]),
            "option now must be a time of ISO 8601 with Z or an offset, not undefined",
        ),
        (
            json!(["senderRules", "USA"]),
            r#"country must be a country by two letters of ISO 3166-1, not "USA""#,
        ),
        (
            json!(["errorCode", -1]),
            "code must be an integer from 0 to 4294967295, not -1",
        ),
        (
            json!(["verifySignature", {}, "a"]),
            "request.url must be a string, not undefined",
        ),
        (
            json!(["count", "a", {}, 1]),
            "count takes 2 arguments at most (text, options), not 3",
        ),
        (
            json!(["twiml", "a".repeat(50), 5]),
            "options must be an object, not 5",
        ),
        (
            json!(["errorCode", "a".repeat(50)]),
            &format!(
                "code must be an integer from 0 to 4294967295, not \"{}…\"",
                "a".repeat(40)
            ),
        ),
    ] {
        assert_eq!(sentence(request.clone()), expected, "{request:.80}");
    }
}

#[test]
fn errors_say_where() {
    let error = ask(json!(["count", "5 —", { "encoding": "GSM-7" }])).unwrap_err();
    assert_eq!(
        (&error["code"], &error["index"]),
        (&json!("unencodable"), &json!(2))
    );
    let error = ask(json!(["template", "😘{{a"])).unwrap_err();
    assert_eq!(
        (&error["code"], &error["index"]),
        (&json!("malformed-template"), &json!(2))
    );
    let error = ask(json!(["parseInbound", "From=a"])).unwrap_err();
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
        assert_eq!(ask(request).unwrap_err()["code"], "malformed-request");
    }
    let error = ask(json!(["cuont", "a"])).unwrap_err();
    assert_eq!(error["code"], "unknown-function");
    let long = "a".repeat(1_000_001);
    for name in ["analyze", "suggest"] {
        assert_eq!(
            ask(json!([name, long])).unwrap_err()["code"],
            "text-too-long"
        );
    }
    assert_eq!(ask(json!(["count", long])).unwrap()["units"], 1_000_001);
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
        if let Err(error) = ask(Value::from(request)) {
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
