//! JSON: the shapes of the npm package, key by key, and the values of the library.

use serde_json::{Value, json};

use crate::command::{answer, fed, stdout};

fn parsed(arguments: &[&str]) -> Value {
    serde_json::from_str(&answer(arguments)).unwrap()
}

/// The keys of an object, sorted: some builds of the workspace keep their order, others do not.
fn keys(value: &Value) -> Vec<&str> {
    let object = value.as_object().unwrap();
    let mut keys: Vec<&str> = object.keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

const COUNT: [&str; 7] = [
    "encoding",
    "lockingShift",
    "segments",
    "singleShift",
    "units",
    "unitsPerSegment",
    "unitsRemaining",
];

#[test]
fn a_count() {
    let expected = json!({
        "encoding": "GSM-7", "segments": 1, "units": 8, "unitsPerSegment": 160, "unitsRemaining": 152,
        "lockingShift": null, "singleShift": null,
    });
    assert_eq!(parsed(&["count", "--json", "Hello €"]), expected);
}

#[test]
fn the_segments() {
    let expected = json!([
        {"text": "👋".repeat(33), "start": 0, "end": 66, "units": 66, "unitsPerSegment": 67, "unitsRemaining": 1},
        {"text": "👋👋👋", "start": 66, "end": 72, "units": 6, "unitsPerSegment": 67, "unitsRemaining": 61},
    ]);
    assert_eq!(parsed(&["split", "--json", &"👋".repeat(36)]), expected);
    assert_eq!(
        parsed(&["split", "--json", ""]).as_array().unwrap().len(),
        1
    );
}

#[test]
fn a_report_has_the_count_and_more() {
    let text = "5 € “new”";
    let report = parsed(&["--json", text]);
    let count = parsed(&["count", "--json", text]);
    for key in COUNT {
        assert_eq!(report[key], count[key], "{key}");
    }
    let more: Vec<&str> = keys(&report)
        .into_iter()
        .filter(|key| !COUNT.contains(key))
        .collect();
    assert_eq!(
        more,
        [
            "characters",
            "offenders",
            "parts",
            "warnings",
            "withoutLanguages"
        ]
    );
    assert_eq!(report["parts"], parsed(&["split", "--json", text]));
    let offenders = json!([
        {"text": "“", "codePoint": 0x201C, "positions": [4]},
        {"text": "”", "codePoint": 0x201D, "positions": [8]},
    ]);
    assert_eq!(report["offenders"], offenders);
    let quote = json!({"text": "“", "start": 4, "end": 5, "codePoint": 0x201C, "units": 1, "septets": null,
        "segment": 0, "forcesUcs2": true});
    assert_eq!(report["characters"][4], quote);
    assert_eq!(
        parsed(&["--json", "€"])["characters"][0]["septets"],
        json!([0x1B, 0x65])
    );
}

#[test]
fn many_counts_are_one_object_a_line() {
    let output = stdout(fed("Hello\nHi 👋\n", ["count", "--lines", "--json"]));
    let counts: Vec<Value> = output
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(counts.len(), 2);
    for count in &counts {
        assert_eq!(keys(count), COUNT);
    }
    assert_eq!(counts[1], parsed(&["count", "--json", "Hi 👋"]));
}

#[test]
fn warnings() {
    let text = ["a".repeat(50), "a".repeat(50), "a".repeat(58)].join("\r\n");
    let expected = json!([{
        "code": "crlf",
        "message": "Line ends of two characters (CRLF, not LF) cost 1 segment.",
        "ranges": [{"start": 50, "end": 51}, {"start": 102, "end": 103}],
        "fix": [{"start": 50, "end": 51, "replacement": ""}, {"start": 102, "end": 103, "replacement": ""}],
    }]);
    assert_eq!(parsed(&["--json", &text])["warnings"], expected);
    let report = answer([&text]);
    let drawn = "\n! Line ends of two characters (CRLF, not LF) cost 1 segment.\n  ␍ → nothing\n";
    assert!(report.contains(drawn), "{report}");
}

#[test]
fn advice() {
    let text = "x – ".repeat(30);
    let ways = parsed(&["suggest", "--json", &text]);
    for key in ["kind", "text", "edits", "changed", "count", "saved"] {
        assert!(ways[0].get(key).is_some(), "{key} of {}", ways[0]);
    }
    assert_eq!(
        ways[0]["count"],
        parsed(&["count", "--json", ways[0]["text"].as_str().unwrap()])
    );
}
