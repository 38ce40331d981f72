//! `septet smart`: the text, its changes, its JSON.

use serde_json::{Value, json};

use crate::command::{answer, complaint, fed, septet, stdout};

fn smart(arguments: &[&str]) -> String {
    answer(["smart"].iter().chain(arguments))
}

#[test]
fn the_text_alone() {
    assert_eq!(smart(&["“Hello” – it’s 5 ′…"]), "\"Hello\" - it's 5 '...\n");
    assert_eq!(stdout(fed("“a”\n", ["smart"])), "\"a\"\n");
    assert_eq!(smart(&["--level", "transliteration", "Москва"]), "Moskva\n");
    assert_eq!(smart(&["--preset", "Twilio", "“a” 🙂"]), "\"a\" 🙂\n");
    assert_eq!(smart(&["“a” 🙂"]), "“a” 🙂\n", "nothing is gained");
    assert_eq!(
        smart(&["--residue", "keep", "--apply", "always", "“a” 🙂"]),
        "\"a\" 🙂\n"
    );
    assert_eq!(
        smart(&[
            "--replace",
            "€=EUR ",
            "--except",
            "’…",
            "--apply=always",
            "--residue=keep",
            "“€5” it’s…"
        ]),
        "\"EUR 5\" it’s…\n"
    );
}

#[test]
fn the_language_and_the_fields_of_a_text() {
    let level = "--level=transliteration";
    assert_eq!(smart(&[level, "Щука"]), "Shchuka\n");
    assert_eq!(smart(&[level, "--text-language=bg", "Щука"]), "Shtuka\n");
    assert_eq!(
        smart(&[level, "--text-language", "HR", "Đakovo"]),
        "Djakovo\n"
    );
    let kept = [
        "--level=transliteration",
        "--residue=keep",
        "--apply=always",
        "{имя} ё",
    ];
    assert_eq!(smart(&kept), "{imya} yo\n");
    let kept = [&kept[..], &["--field-syntax=braces"]].concat();
    assert_eq!(smart(&kept), "{имя} yo\n");
    assert_eq!(
        answer([
            "count",
            "--smart-encoding=transliteration",
            "--text-language=bg",
            "Щука"
        ]),
        "GSM-7 · 1 segment · 6 septets · 154 of 160 left\n"
    );
    let output = septet(["count", "--text-language=bg", "Щука"])
        .output()
        .unwrap();
    assert_eq!(
        complaint(&output).0,
        2,
        "it does nothing without smart encoding"
    );
    let output = septet(["smart", "--text-language=xx", "Щука"])
        .output()
        .unwrap();
    assert_eq!(complaint(&output).0, 2);
}

#[test]
fn counters_begin_the_segments() {
    let text = "three ".repeat(60);
    let parts = answer(["split", "--counters", &text]);
    let begins: Vec<_> = parts.lines().map(|part| &part[..11]).collect();
    assert_eq!(begins, ["(1/3) three", "(2/3) three", "(3/3) three"]);
    let counted = answer(["count", "--counters", &text]);
    assert!(counted.starts_with("GSM-7 · 3 segments · "), "{counted}");
    let json = answer(["split", "--counters", "--json", &text]);
    assert!(json.contains("\"counter\":\"(1/3) \""), "{json}");
    assert!(answer(["split", "--counters", "Hi"]) == "Hi\n");
}

#[test]
fn prefix_suffix_and_line_ends_are_counted() {
    let frame = [
        "--text-prefix=ACME: ",
        "--text-suffix=\nReply STOP",
        "--crlf",
    ];
    let counted = "GSM-7 · 1 segment · 20 septets · 140 of 160 left\n";
    assert_eq!(answer([&["count", "Hi"], &frame[..]].concat()), counted);
    let bulk = [&["bulk", "--format=lines", "--add=units,text"], &frame[..]].concat();
    let expected = "text,sms_units,sms_text\nHi,20,\"ACME: Hi\r\nReply STOP\"\n";
    assert_eq!(stdout(fed("Hi\n", bulk)), expected);
    for rows in [&["--rows=-"][..], &["--field=a=2:gsm7"]] {
        let template = [&["template", "{{a}}", "--json"], rows, &frame[..]].concat();
        let shown = stdout(fed("a\nHi\n", template));
        assert!(shown.contains("\"units\":20"), "{shown}");
    }
    let output = septet([&["fit", "Hi"], &frame[..]].concat())
        .output()
        .unwrap();
    assert_eq!(complaint(&output).0, 2);
}

#[test]
fn the_changes() {
    let expected = "\
UCS-2, 2 segments → GSM-7, 1 segment by 7 changes

Your caf[-e\u{301}-]{+é+} order [-Ⅳ-]{+IV+} [-–-]{+-+} [-“-]{+\"+}two teas[-”-]{+\"+} [-–-]{+-+} ships <today>
and [-<U+200B>-]arrives tomorrow morning.

  e+◌\u{301}      → é        composition  at 8
  Ⅳ        → IV       number       at 17
  –        → -        dash         at 19, 32
  “        → \"        quote        at 21
  ”        → \"        quote        at 30
  <U+200B> → nothing  invisible    at 52
";
    let text = "Your cafe\u{301} order Ⅳ – “two teas” – ships <today>\nand \u{200B}arrives tomorrow morning.";
    let drawn = smart(&["--level", "compatibility", "--diff", text]);
    assert_eq!(drawn, expected);
    let drawn = smart(&["--diff", "--color=always", "1–2"]);
    assert!(
        drawn.contains("1\u{1B}[9m\u{1B}[31m–\u{1B}[0m\u{1B}[1m\u{1B}[32m-\u{1B}[0m2\n"),
        "{drawn:?}"
    );
}

#[test]
fn why_a_text_is_unchanged() {
    let because = |text: &str| smart(&["--diff", text]);
    assert_eq!(
        because("plain"),
        "GSM-7, 1 segment, unchanged: nothing to replace\n"
    );
    let residue = "UCS-2, 1 segment, unchanged: other characters would force UCS-2 all the same\n";
    assert_eq!(because("“a” 🙂"), residue);
}

#[test]
fn json() {
    let smart: Value = serde_json::from_str(&smart(&["--json", "5 – 6"])).unwrap();
    let expected = json!([{"original": "–", "replacement": "-", "start": 2, "end": 3, "resultStart": 2, "resultEnd": 3,
        "level": "typography", "reason": "dash"}]);
    assert_eq!(
        (&smart["text"], &smart["substitutions"]),
        (&json!("5 - 6"), &expected)
    );
    let before: Value = serde_json::from_str(&answer(["count", "--json", "5 – 6"])).unwrap();
    assert_eq!(smart["before"], before);
    assert_eq!(smart["outcome"], "applied");
}

#[test]
fn wrong_options() {
    for arguments in [
        ["--level", "magic"],
        ["--replace", "euro=EUR"],
        ["--residue", "burn"],
        ["--diff", "--json"],
    ] {
        let output = septet(["smart", "a"].iter().chain(&arguments))
            .output()
            .unwrap();
        assert_eq!(complaint(&output).0, 2, "{arguments:?}");
    }
}
