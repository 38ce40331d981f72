//! Objects, arrays and strings across the border, in Node and in headless Chromium: types of results, errors, lone surrogates,
//! and code of the caller that throws.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, JsString, Object, Reflect, Uint8Array, Uint32Array};
use septet_bindings::failure::Failure;
use septet_bindings::messages::counter::Counter;
use septet_bindings::messages::failing::{merge_statuses, retry_after};
use septet_bindings::messages::incoming::keyword::recognize_keyword;
use septet_bindings::messages::incoming::reply::{state_of, with_state};
use septet_bindings::messages::sending::address::parse_address;
use septet_bindings::messages::sending::message::{check, message_form};
use septet_bindings::{advice, analyze, compat, octets, reassembler, smart, template, text};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap()
}

fn string(object: &JsValue, key: &str) -> String {
    get(object, key).as_string().unwrap_or_default()
}

fn js(source: &str) -> JsValue {
    js_sys::eval(&format!("({source})")).unwrap()
}

/// The code, message and field of a failure.
fn failure<T>(result: Result<T, Failure>) -> [String; 3] {
    let failure = JsValue::from(result.err().expect("a failure"));
    ["code", "message", "field"].map(|key| string(&failure, key))
}

/// Returns the value that a failed call throws, if it was thrown by the caller's code.
fn thrown<T>(result: Result<T, Failure>) -> JsValue {
    let failure = JsValue::from(result.err().expect("a failure"));
    assert_eq!(string(&failure, "code"), "thrown");
    get(&failure, "value")
}

const LANGUAGES: &[u8] = &[];

#[wasm_bindgen_test]
fn results_are_plain_objects_with_null_for_what_is_missing() {
    let count = text::count("5 €", 0, 0, LANGUAGES).unwrap();
    assert!(count.is_instance_of::<Object>() && get(&count, "lockingShift").is_null());
    assert_eq!(string(&count, "encoding"), "GSM-7");
    assert_eq!(get(&count, "units").as_f64(), Some(4.0));
    let keys = Object::keys(count.unchecked_ref::<Object>()).length();
    assert_eq!(keys, 7);
}

#[wasm_bindgen_test]
fn columns_of_characters_are_typed_arrays() {
    let report = analyze::analyze("5 €👋", 0, 0, LANGUAGES).unwrap();
    let characters = get(&report, "characters");
    for key in ["septets", "codes", "forcesUcs2"] {
        let column: Uint8Array = get(&characters, key).dyn_into().unwrap();
        assert_eq!(column.length(), 4, "{key}");
    }
    let ends: Uint32Array = get(&characters, "ends").dyn_into().unwrap();
    assert_eq!(ends.to_vec(), [5]);
    let explained = analyze::explain("a—b", 0, 0, LANGUAGES).unwrap();
    let indexes: Uint32Array = get(&explained, "indexes").dyn_into().unwrap();
    assert_eq!(indexes.to_vec(), [1]);
    let alternatives: Array = get(&explained, "alternatives").unchecked_into();
    assert_eq!(string(&alternatives.get(0), "replacement"), " - ");
    let pieces = compat::compat_pieces("]中", true);
    let lengths: Uint32Array = get(&pieces, "lengths").dyn_into().unwrap();
    assert_eq!(lengths.to_vec(), [1, 1]);
}

#[wasm_bindgen_test]
fn edits_of_compat_are_in_units() {
    let edits: Array = compat::compat_edits("👋“…").unchecked_into();
    let shown = |edit: JsValue| {
        let [start, end] = ["start", "end"].map(|key| get(&edit, key).as_f64().unwrap_or(-1.0));
        (start, end, string(&edit, "replacement"))
    };
    let shown: Vec<_> = edits.iter().map(shown).collect();
    assert_eq!(
        shown,
        [(2.0, 3.0, "\"".to_owned()), (3.0, 4.0, "...".to_owned())]
    );
}

#[wasm_bindgen_test]
fn octets_are_uint8_arrays() {
    let part = octets::decode_user_data(4, false, 2, &[1, 2], false).unwrap();
    let data: Uint8Array = get(&part, "octets").dyn_into().unwrap();
    assert_eq!(data.to_vec(), [1, 2]);
    assert!(get(&octets::parse_dcs(8), "messageWaiting").is_null());
}

#[wasm_bindgen_test]
fn lone_surrogates_stay_where_they_come_as_units() {
    let parts = octets::encode_user_data(&[0xD83D, 0x61], 0, 0, 0, LANGUAGES).unwrap();
    let part = parts.unchecked_into::<Array>().get(0);
    let units: Array = get(&part, "codeUnits").unchecked_into();
    assert_eq!(units.get(0).as_f64(), Some(f64::from(0xD83D)));
}

#[wasm_bindgen_test]
fn lone_surrogates_become_the_replacement_character_in_strings() {
    let lone = JsString::from_char_code(&[0x61, 0xD800]);
    let form = Object::new();
    Reflect::set(&form, &"body".into(), &lone).unwrap();
    let form = message_form(form.into()).unwrap().as_string().unwrap();
    assert_eq!(form, "Body=a%EF%BF%BD");
}

#[wasm_bindgen_test]
fn errors_of_texts_say_what_and_where() {
    let [code, message, _] = failure(text::count("5 —", 1, 0, LANGUAGES));
    assert_eq!((&*code, &*message), ("unencodable", ""));
    let limits = u32::from_le_bytes([9, 9, 0, 0]);
    let [code, message, _] = failure(text::split("a", 3 << 3, limits, LANGUAGES));
    assert_eq!((&*code, &*message), ("wrong-limit", "10 to 160"));
    let [code, ..] = failure(template::template_fields("{{a", None, vec![]));
    assert_eq!(code, "malformed-template");
    let [code, _, field] = failure(octets::decode_user_data(
        0,
        true,
        7,
        &[9, 0, 3, 1, 2, 1, 0],
        false,
    ));
    assert_eq!((&*code, &*field), ("malformed", "UDHL"));
}

#[wasm_bindgen_test]
fn wrong_arguments_are_named_by_their_path() {
    let wrong = |message: &str| failure(message_form(js(message)));
    for (message, expected, path) in [
        ("'Hi'", "an object", "message"),
        ("{ to: 5 }", "a string", "message.to"),
        (
            "{ mediaUrl: [{ url: 5 }] }",
            "a string",
            "message.mediaUrl[0].url",
        ),
        ("{ mediaUrl: {} }", "a string", "message.mediaUrl.url"),
        ("{ smartEncoded: 1 }", "a boolean", "message.smartEncoded"),
        ("new Map()", "an object", "message"),
    ] {
        assert_eq!(
            wrong(message),
            ["wrong-argument", expected, path],
            "{message}"
        );
    }
    let [code, sentence, _] = wrong("{ to: '+1', too: 1 }");
    assert_eq!(code, "unknown-property");
    assert!(sentence.starts_with("there is no property of message called too: to, from, "));
    let attempt = retry_after(30001.into(), js("1.5"), js("new Date(0)"));
    assert_eq!(
        failure(attempt),
        [
            "wrong-argument",
            "an integer from 1 to 4294967295",
            "attempt"
        ]
    );
    let time = retry_after(30001.into(), 1.into(), js("new Date(NaN)"));
    assert_eq!(failure(time)[2], "failedAt");
    assert_eq!(failure(parse_address("5".into()))[0], "invalid-address");
}

#[wasm_bindgen_test]
fn arguments_may_be_lists_maps_and_dates() {
    let url = with_state("/next".into(), js("new Map([['step', '2']])")).unwrap();
    let pairs: Array = state_of(url).unwrap().unchecked_into();
    assert_eq!(pairs.get(0).unchecked_into::<Array>().join("="), "step=2");
    let merged = merge_statuses(js("new Set([{ status: 'sent' }])"), JsValue::NULL).unwrap();
    assert_eq!(string(&merged, "status"), "sent");
    let form = message_form(js("{ sendAt: new Date(0) }")).unwrap();
    assert_eq!(form, "SendAt=1970-01-01T00%3A00%3A00Z");
}

#[wasm_bindgen_test]
fn what_the_caller_throws_comes_back_as_it_is() {
    for message in [
        "{ get to() { throw 'mine'; } }",
        "new Proxy({}, { ownKeys() { throw 'mine'; } })",
        "new Proxy({}, { has() { throw 'mine'; } })",
        "{ mediaUrl: { [Symbol.iterator]() { throw 'mine'; } } }",
        "{ mediaUrl: [{ get url() { throw 'mine'; } }] }",
    ] {
        assert_eq!(thrown(message_form(js(message))), "mine", "{message}");
    }
    let counter: Counter = js("{ countBody() { throw 'mine'; } }").unchecked_into();
    let now = js("{ now: '2026-05-15T12:00:00Z' }");
    let message = js("{ to: '+14155552671', from: '+14155550199', body: 'Hi' }");
    assert_eq!(thrown(check(message, now, &counter)), "mine");
}

#[wasm_bindgen_test]
fn throwing_getters_leave_nothing_behind() {
    let message = js("{ get to() { throw 'mine'; } }");
    let round = || {
        for _ in 0..20_000 {
            assert_eq!(thrown(message_form(message.clone())), "mine");
        }
    };
    round();
    let before = core::arch::wasm32::memory_size(0);
    round();
    round();
    assert_eq!(core::arch::wasm32::memory_size(0), before);
}

#[wasm_bindgen_test]
fn a_message_is_counted_by_the_caller() {
    let counter: Counter = js("{ countBody(text, smart, profile) { this.asked = [text, smart, profile].join(); return { encoding: 'GSM-7', segments: 11 }; } }").unchecked_into();
    let now = js("{ now: '2026-05-15T12:00:00Z' }");
    let message =
        js("{ to: '+14155552671', from: '+14155550199', body: 'Hi', smartEncoded: true }");
    let report = check(message, now, &counter).unwrap();
    assert_eq!(string(&counter, "asked"), "Hi,true,standard");
    assert!(
        get(&report, "violations")
            .unchecked_into::<Array>()
            .length()
            > 0
    );
}

#[wasm_bindgen_test]
fn every_other_kind_of_argument() {
    let smart = smart::smart_encode(
        "“a”",
        "typography",
        Some("keep".into()),
        Some("always".into()),
        vec!["a".into(), "b".into()],
        None,
        None,
        0,
        0,
        LANGUAGES,
    );
    assert_eq!(string(&smart.unwrap(), "text"), "\"b\"");
    let prices = template::template(
        "{{a}}",
        "",
        "",
        None,
        &[0, 9, 1],
        1,
        vec!["x".into()],
        0,
        0,
        LANGUAGES,
    );
    assert!(get(&prices.unwrap(), "distribution").is_object());
    let cut = advice::truncate(&"a".repeat(200), 1, false, "", 0, 0, LANGUAGES);
    assert_eq!(get(&cut.unwrap(), "kept").as_f64(), Some(160.0));
    assert!(
        recognize_keyword("hello".into(), JsValue::UNDEFINED)
            .unwrap()
            .is_null()
    );
    let mut parts = reassembler::Parts::new(1, 1_000);
    let received = parts.insert("a".into(), 0, false, 1, &[65], 0).unwrap();
    assert_eq!(string(&get(&received, "message"), "text"), "A");
}
