//! The options reach the library, under every spelling that is documented.

use crate::command::answer;

/// The first line of `count`.
fn verdict(arguments: &[&str], text: &str) -> String {
    answer(["count"].iter().chain(arguments).chain(&["--", text]))
        .trim_end()
        .to_owned()
}

#[test]
fn encoding() {
    for name in ["UCS-2", "ucs-2", "ucs2", "UCS2"] {
        assert_eq!(
            verdict(&["--encoding", name], "Hello"),
            "UCS-2 · 1 segment · 5 units · 65 of 70 left"
        );
    }
    for name in ["GSM-7", "gsm-7", "gsm7", "auto", "AUTO"] {
        assert_eq!(
            verdict(&["-e", name], "Hello"),
            "GSM-7 · 1 segment · 5 septets · 155 of 160 left"
        );
    }
}

#[test]
fn profile() {
    let text = "a".repeat(161);
    let left = |profile| verdict(&["--profile", profile], &text);
    assert_eq!(
        left("standard"),
        "GSM-7 · 2 segments · 161 septets · 145 of 153 left in the last"
    );
    assert_eq!(
        left("toll-free"),
        "GSM-7 · 2 segments · 161 septets · 143 of 152 left in the last"
    );
    assert_eq!(
        left("Single"),
        "GSM-7 · 2 segments · 161 septets · 159 of 160 left in the last"
    );
    let demanded = ["--profile", "136/130/60/50", "-e=ucs2"];
    assert_eq!(
        verdict(&demanded, &text),
        "UCS-2 · 4 segments · 161 units · 39 of 50 left in the last"
    );
    assert_eq!(
        left("136/130"),
        "GSM-7 · 2 segments · 161 septets · 99 of 130 left in the last"
    );
}

#[test]
fn reference() {
    let text = "a".repeat(161);
    assert_eq!(
        verdict(&["--16-bit"], &text),
        verdict(&["--profile", "toll-free"], &text)
    );
}

#[test]
fn language() {
    let text = "ş".repeat(100);
    let locking = "GSM-7 (turkish locking shift) · 1 segment · 100 septets · 55 of 155 left";
    assert_eq!(verdict(&["--language", "auto"], &text), locking);
    assert_eq!(verdict(&["-l", "portuguese,Turkish"], &text), locking);
    assert_eq!(
        verdict(&["-l", "spanish"], "á"),
        "GSM-7 (spanish single shift) · 1 segment · 2 septets · 153 of 155 left"
    );
    assert_eq!(
        verdict(&[], &text),
        "UCS-2 · 2 segments · 100 units · 34 of 67 left in the last"
    );
    let report = answer(["-l", "auto", &text]);
    assert!(
        report.ends_with("\nWithout national languages: UCS-2, 2 segments\n"),
        "{report}"
    );
}

#[test]
fn boundary() {
    let text = format!("{}👨\u{200D}👩\u{200D}👧\u{200D}👦 welcome", "a".repeat(62));
    let first = |boundary: &str| {
        let segments = answer(["split", "--boundary", boundary, &text]);
        segments.lines().next().unwrap().chars().count()
    };
    assert_eq!((first("character"), first("grapheme")), (65, 62));
}

#[test]
fn smart_encoding() {
    let left = "GSM-7 · 1 segment · 5 septets · 155 of 160 left";
    assert_eq!(verdict(&["--smart-encoding", "typography"], "5 – 6"), left);
    assert_eq!(verdict(&["--smart", "Twilio"], "5 – 6"), left);
    assert_eq!(answer(["split", "--smart=typography", "5 – 6"]), "5 - 6\n");
    assert!(answer(["--smart=typography", "5 – 6"]).contains("5 - 6"));
}
