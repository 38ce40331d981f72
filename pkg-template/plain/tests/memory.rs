//! No request needs more memory than was reserved before: an allocation that fails later would be a trap. A test binary
//! of its own, since it replaces the allocator.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use septet_plain::{Answer, respond};
use serde_json::{Value, json};

/// Counts octets that are held. An allocation that is given back before the next one is a reservation: nothing was kept
/// in it, but there was room for it.
struct Counting;

thread_local! {
    static HELD: Cell<usize> = const { Cell::new(0) };
    /// The most octets that were held, reservations aside.
    static PEAK: Cell<usize> = const { Cell::new(0) };
    /// The most octets that were held with a reservation.
    static RESERVED: Cell<usize> = const { Cell::new(0) };
    static NEWEST: Cell<*mut u8> = const { Cell::new(std::ptr::null_mut()) };
}

#[expect(
    unsafe_code,
    reason = "an allocator is an unsafe trait; this one counts and passes on"
)]
// SAFETY: every call is passed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        PEAK.set(PEAK.get().max(HELD.get()));
        HELD.set(HELD.get() + layout.size());
        // SAFETY: the caller keeps the contract of `alloc`.
        let memory = unsafe { System.alloc(layout) };
        NEWEST.set(memory);
        memory
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        if NEWEST.get() == memory {
            RESERVED.set(RESERVED.get().max(HELD.get()));
        } else {
            PEAK.set(PEAK.get().max(HELD.get()));
        }
        NEWEST.set(std::ptr::null_mut());
        HELD.set(HELD.get().saturating_sub(layout.size()));
        // SAFETY: the caller keeps the contract of `dealloc`.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Small requests are covered by what every call reserves first.
const SMALL: usize = 1 << 16;

/// The most octets held during a request and the most reserved, above those before it.
fn measured(request: &[u8]) -> (usize, usize) {
    let mut answer = Answer::with_capacity(0);
    let _ = respond(request, &mut answer);
    // The answer itself may fail to grow; everything else may not.
    let mut answer = Answer::with_capacity(answer.octets().1.len() + 1024);
    let before = HELD.get();
    PEAK.set(before);
    RESERVED.set(before + SMALL);
    let _ = respond(request, &mut answer);
    (PEAK.get() - before, RESERVED.get() - before)
}

/// Describes a reservation that is too small for a request; `None` if all suffice.
fn shortfall(name: &str, request: &[u8]) -> Option<String> {
    let (peak, reserved) = measured(request);
    // Half as much again, for the gaps that an allocator leaves between blocks.
    (peak + peak / 2 > reserved).then(|| {
        let start = String::from_utf8_lossy(&request[..request.len().min(60)]).into_owned();
        let each = |octets: usize| octets / request.len();
        format!(
            "{name}: {} octets held and {} reserved for each of the request {start}",
            each(peak),
            each(reserved)
        )
    })
}

fn assert_reserved(name: &str, request: &[u8]) {
    assert_eq!(shortfall(name, request), None);
}

const CHARACTERS: &[&str] = &[
    "a",
    "]",
    "€",
    "—",
    "“",
    "中",
    "😘",
    "e\u{301}",
    "👨‍👩‍👧‍👦",
    "\u{200B}",
    "ﷺ",
    "𝗔",
    "½",
    "™",
    "\r\n",
    " ",
    "\u{A0}",
    "ş",
    "Ж",
    "a.co ",
    "https://bit.ly/a ",
    "{{a}}",
    "a b ",
    "a\n",
    "\u{80}",
    "ǅ",
    "क",
    "&",
    "%41&",
    "=&",
    "a=b&",
    "STOP ",
    "+1",
    ".",
    "\u{FFFD}",
    "{{1}} ",
    "…",
    "ﬃ",
    "\"",
    "\\",
    "\u{1}",
];

/// Functions whose arguments are texts, each with a text in the places where it goes.
fn requests(text: &str) -> Vec<(&'static str, Value)> {
    let sid = "0123456789abcdef0123456789abcdef";
    let (message_sid, account_sid) = (format!("SM{sid}"), format!("AC{sid}"));
    let smart = json!({ "smartEncoding": "transliteration" });
    let provider = json!({ "provider": "brevo" });
    let languages = json!({ "nationalLanguages": "auto", "boundary": "grapheme" });
    let now = json!({ "now": "2026-05-15T12:00:00Z", "template": text });
    vec![
        ("count", json!([text])),
        ("count", json!([text, smart])),
        ("split", json!([text, languages])),
        ("smartEncode", json!([text, provider])),
        ("count", json!([text, { "smartEncoding": provider }])),
        ("analyze", json!([text])),
        ("analyze", json!([text, languages])),
        ("explain", json!([text])),
        ("explain", json!([text, languages])),
        ("links", json!([text])),
        (
            "smartEncode",
            json!([text, "transliteration", { "apply": "always", "residue": "keep" }]),
        ),
        (
            "smartEncode",
            json!([text, "compatibility", { "replacements": { "a": text } }]),
        ),
        ("smartEncode", json!([text, "twilio"])),
        ("suggest", json!([text])),
        ("suggest", json!([text, languages])),
        ("truncate", json!([text, 3, { "ellipsis": "..." }])),
        ("truncate", json!([text, 100_000, { "ellipsis": text }])),
        ("template", json!([text])),
        ("template", json!(["{{a}}", { "rows": [{ "a": text }] }])),
        (
            "template",
            json!(["{{a}}", { "fields": { "a": { "longest": 100_000 } } }]),
        ),
        ("rcs", json!([text])),
        (
            "check",
            json!([{ "to": "+14155552671", "from": "+14155550199", "body": text }, now]),
        ),
        (
            "check",
            json!([{ "to": text, "from": text, "body": "Hi", "statusCallback": text }, now]),
        ),
        (
            "check",
            json!([{ "to": "whatsapp:+14155552671", "contentSid": format!("HX{sid}"), "contentVariables": text }, now]),
        ),
        (
            "check",
            json!([{ "to": "+14155552671", "from": "+14155550199", "mediaUrl": [text, text] }, now]),
        ),
        (
            "checkMedia",
            json!([{ "contentType": text }, { "channel": "mms" }]),
        ),
        ("parseInbound", json!([text])),
        (
            "parseInbound",
            json!([{ "MessageSid": message_sid, "AccountSid": account_sid, "From": "+15005550006",
            "To": "+15005550001", "Body": text, "NumMedia": "0", "NumSegments": "1", "Other": text }]),
        ),
        ("parseStatusCallback", json!([text])),
        (
            "verifySignature",
            json!([{ "url": text, "body": text, "signature": "RSOYDt4T1cUTdK1PDd93/VVr8B8=" }, "12345"]),
        ),
        (
            "signatureProblem",
            json!([{ "url": format!("https://a.example/?{text}"), "body": text, "signature": text }, text]),
        ),
        ("recognizeKeyword", json!([text])),
        (
            "recognizeKeyword",
            json!(["a", { "own": { "help": [text] } }]),
        ),
        ("twiml", json!([text])),
        (
            "twiml",
            json!([{ "body": text, "media": [text], "action": text }, { "replaceForbidden": "?" }]),
        ),
        ("encodeUserData", json!([text])),
        ("encodeSeptets", json!([text])),
        ("decodeSeptets", json!([text])),
        ("errorCode", json!([text])),
        ("senderRules", json!([text])),
    ]
}

/// The same for addresses, services, keys, clicks and limits.
fn further_requests(text: &str) -> Vec<(&'static str, Value)> {
    vec![
        (
            "signatureProblem",
            json!([{ "url": text, "body": { "a": text }, "signature": text }, [text, "12345"]]),
        ),
        ("parseLinkClicks", json!([text])),
        (
            "parseLinkClicks",
            json!([json!({ "link": text, "a": text }).to_string()]),
        ),
        ("rateLimit", json!([{}, text, 1])),
        (
            "rateLimit",
            json!([{ "keys": { "a": [1], text: [1] } }, text, 1]),
        ),
        (
            "messageForm",
            json!([{ "to": text, "body": text, "mediaUrl": [text] }]),
        ),
        ("parseAddress", json!([text])),
        (
            "checkService",
            json!([{ "friendlyName": text, "inboundRequestUrl": text, "usecase": text }]),
        ),
        (
            "serviceForm",
            json!([{ "friendlyName": text, "inboundRequestUrl": text }]),
        ),
        ("mergeStatuses", json!([[{ "status": text }]])),
        ("encodeSubmit", json!([text, "+15550100123"])),
        ("encodeSubmit", json!(["a", text])),
    ]
}

#[test]
fn texts_take_what_was_reserved() {
    let mut wrong = Vec::new();
    for characters in CHARACTERS {
        let text = characters.repeat(12_000 / characters.len());
        for (name, arguments) in requests(&text).into_iter().chain(further_requests(&text)) {
            let mut request = vec![Value::from(name)];
            request.extend(arguments.as_array().unwrap().clone());
            let request = serde_json::to_vec(&request).unwrap();
            wrong.extend(shortfall(&format!("{name} of {characters:?}"), &request));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn octets_take_what_was_reserved() {
    for octet in [0, 1, 0x1B, 0x40, 0x7F, 0xFF] {
        for name in ["decodeSeptets", "packSeptets", "parseTpdu"] {
            let request = json!([name, vec![octet; 10_000]]);
            assert_reserved(name, request.to_string().as_bytes());
        }
        let hexadecimal = format!("{octet:02x}").repeat(10_000);
        let request = json!(["unpackSeptets", hexadecimal, 10_000]);
        assert_reserved("unpackSeptets", request.to_string().as_bytes());
        let receipt = "6964 3a".repeat(5_000);
        let request = json!(["decodeSmpp", { "dataCoding": octet, "esmClass": 4, "messagePayload": receipt }]);
        assert_reserved("decodeSmpp", request.to_string().as_bytes());
        let request = json!(["decodeSmpp", { "dataCoding": octet, "esmClass": 0, "shortMessage": hexadecimal }]);
        assert_reserved("decodeSmpp", request.to_string().as_bytes());
    }
}

#[test]
fn values_take_what_was_reserved() {
    for piece in [
        "0",
        "null",
        "\"\"",
        "[]",
        "[0]",
        "[[0]]",
        "{}",
        r#"{"":0}"#,
        r#"{"a":{"b":[]}}"#,
        r#"[{"":""}]"#,
        "\"\\u0041\"",
        "1e9",
    ] {
        let list = vec![piece; 20_000].join(",");
        for request in [
            format!("[{list}]"),
            format!(r#"["twiml",[{list}]]"#),
            format!(r#"["checkMedia",[{list}]]"#),
            format!(r#"["mergeStatuses",[{list}]]"#),
            format!(r#"["rateLimit",{{"keys":{{"a":[{list}]}}}},"a",1]"#),
        ] {
            assert_reserved(piece, request.as_bytes());
        }
        let members: Vec<String> = (0..20_000)
            .map(|index| format!(r#""{index}":{piece}"#))
            .collect();
        let object = members.join(",");
        for request in [
            format!("[{{{object}}}]"),
            format!(r#"["parseInbound",{{{object}}}]"#),
            format!(r#"["rateLimit",{{"keys":{{{object}}}}},"a",1]"#),
            format!(r#"["smartEncode","a","twilio",{{"replacements":{{{object}}}}}]"#),
        ] {
            assert_reserved(piece, request.as_bytes());
        }
    }
}

#[test]
fn rows_take_what_was_reserved() {
    let rows = vec![json!({ "a": "x", "b": "—" }); 5_000];
    let request = json!(["template", "{{a}} {{b}}", { "rows": rows }]);
    assert_reserved("rows", request.to_string().as_bytes());
    let fields: Vec<String> = (0..3_000).map(|index| format!("{{{{{index}}}}}")).collect();
    let request = json!(["template", fields.concat()]);
    assert_reserved("fields", request.to_string().as_bytes());
    let items = vec![json!({ "contentType": "image/png", "bytes": 5 }); 3_000];
    let request = json!(["checkMedia", items, { "channel": "mms" }]);
    assert_reserved("items", request.to_string().as_bytes());
    let keys: serde_json::Map<String, Value> = (0..9_000)
        .map(|index| (index.to_string(), json!([index])))
        .collect();
    let request = json!(["rateLimit", { "keys": keys }, "a", 1]);
    assert_reserved("keys", request.to_string().as_bytes());
    let message = json!({ "to": "+14155552671", "mediaUrl": vec!["https://example.com/a.png"; 2_000], "persistentAction": vec!["a"; 2_000] });
    let request = json!(["check", message, { "now": "2026-05-15T12:00:00Z" }]);
    assert_reserved("media", request.to_string().as_bytes());
}
