//! Sources of the text, which arrives unchanged from each.

use proptest::prelude::*;
use serde_json::Value;

use crate::command::{answer, fed, septet, stdout};

/// The text that the command took its input for: its segments, joined.
fn taken(input: impl AsRef<[u8]> + Send, arguments: &[&str]) -> String {
    let arguments = ["split", "--null"].iter().chain(arguments);
    stdout(fed(input, arguments)).replace('\0', "")
}

#[test]
fn one_final_line_break_of_standard_input_is_the_shells() {
    assert_eq!(taken("a", &[]), "a");
    assert_eq!(taken("a\n", &[]), "a");
    assert_eq!(taken("a\r\n", &[]), "a");
    assert_eq!(taken("a\n\n", &[]), "a\n");
    assert_eq!(taken("a\r", &[]), "a\r");
    assert_eq!(taken("\n", &[]), "");
    assert_eq!(taken("a\r\n", &["--keep-newline"]), "a\r\n");
    assert_eq!(answer(["split", "--null", "a\n"]), "a\n\0");
}

#[test]
fn a_dash_is_standard_input() {
    assert_eq!(taken("from a pipe", &["-"]), "from a pipe");
}

#[test]
fn the_name_of_a_sub_command_can_be_counted() {
    for text in ["split", "count", "help", "completions", "-", "--json", "-n"] {
        let report = if text == "-" {
            stdout(fed("-", ["--json"]))
        } else {
            answer(["--json", "--", text])
        };
        let report: Value = serde_json::from_str(&report).unwrap();
        assert_eq!(report["units"], text.len(), "{text}");
    }
    assert!(answer(["Split"]).starts_with("GSM-7 · 1 segment · 5 septets"));
}

#[test]
fn what_is_not_utf_8_can_be_replaced() {
    assert_eq!(
        taken(b"a\xFFb\xE2\x82c", &["--lossy"]),
        "a\u{FFFD}b\u{FFFD}c"
    );
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_not_utf_8() {
    use std::os::unix::ffi::OsStrExt;
    let text = std::ffi::OsStr::from_bytes(b"ab\xFF");
    let output = septet([text]).output().unwrap();
    let sentence =
        "error: the text is not UTF-8: octet 0xFF at byte 2 (--lossy takes it as U+FFFD)\n";
    assert_eq!(crate::command::complaint(&output), (4, sentence.to_owned()));
    let mut lossy = septet(["split", "--lossy"]);
    assert_eq!(stdout(lossy.arg(text).output().unwrap()), "ab\u{FFFD}\n");
}

#[test]
fn ten_megabytes() {
    let text = "0123456789 — ".repeat(700_000);
    let counted = stdout(fed(&text, ["count", "--json", "--keep-newline"]));
    let counted: Value = serde_json::from_str(&counted).unwrap();
    let units = text.chars().count();
    assert_eq!(
        (&counted["units"], &counted["segments"]),
        (&units.into(), &units.div_ceil(67).into())
    );
    assert!(stdout(fed(&text, [""; 0])).len() < 4_000, "a summary");
}

#[test]
fn many_texts() {
    let lines = "Hello\nHi 👋\n\nlast [";
    let columns = "1\tGSM-7\t5\t155\n1\tUCS-2\t5\t65\n1\tGSM-7\t0\t160\n1\tGSM-7\t7\t153\n";
    assert_eq!(stdout(fed(lines, ["count", "--lines"])), columns);
    assert_eq!(
        stdout(fed(lines.replace('\n', "\r\n"), ["count", "--lines"])),
        columns
    );
    assert_eq!(
        stdout(fed(lines.replace('\n', "\0"), ["count", "-0"])),
        columns
    );
    let total = stdout(fed(lines, ["count", "--lines", "--total"]));
    assert_eq!(
        total,
        "4 texts · 4 segments · 3 GSM-7 · 1 UCS-2 · at most 1 in one text\n"
    );
    let total = stdout(fed(lines, ["count", "--lines", "--total", "--json"]));
    let shape = r#"{"texts":4,"segments":4,"encodings":{"GSM-7":3,"UCS-2":1},"mostSegments":1}"#;
    assert_eq!(total.trim_end(), shape);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Whatever comes in, the command answers or refuses; it never ends otherwise.
    #[test]
    fn any_octets(octets in proptest::collection::vec(any::<u8>(), 0..600), lossy: bool) {
        let is_read = lossy || std::str::from_utf8(&octets).is_ok();
        for command in [
            &["--color=always"][..], &["--json"], &["count", "--lines"], &["split"], &["encode"],
            &["smart", "--diff"], &["suggest", "--diff"], &["explain"], &["fit", "--diff"], &["rcs"],
        ] {
            let flag = if lossy { &["--lossy"][..] } else { &[] };
            let code = fed(&octets, command.iter().chain(flag)).status.code();
            prop_assert_eq!(code, Some(if is_read { 0 } else { 4 }), "{:?}", command);
        }
        let rows = ["template", "{{a}}", "--rows=-"];
        for arguments in [&["template"][..], &rows, &["decode"]] {
            let code = fed(&octets, arguments).status.code();
            prop_assert!(matches!(code, Some(0 | 4)), "{:?}: {:?}", arguments, code);
        }
    }

    /// Any text can be drawn, and no control character of it reaches the terminal.
    #[test]
    fn any_text(text in "\\PC{0,40}|.{0,200}", columns in 1..60_usize) {
        let mut command = septet(["--keep-newline", "--all", "--"]);
        let drawn = command.arg(text.replace('\0', " ")).env("COLUMNS", columns.to_string()).output();
        let drawn = stdout(drawn.unwrap());
        prop_assert!(drawn.chars().all(|c| c == '\n' || !c.is_control()), "{:?}", drawn);
    }
}

#[test]
fn a_byte_order_mark_is_not_counted() {
    let expected = "GSM-7 · 1 segment · 2 septets · 158 of 160 left\n";
    let utf16: Vec<u8> = "\u{FEFF}Hi\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for octets in ["\u{FEFF}Hi\n".as_bytes(), &utf16] {
        assert_eq!(stdout(fed(octets, ["count"])), expected);
    }
    assert_eq!(answer(["count", "\u{FEFF}Hi"]), expected);
    let lines = stdout(fed("\u{FEFF}Hi\n\u{FEFF}Hi\n", ["count", "--lines"]));
    assert_eq!(lines, "1\tGSM-7\t2\t158\n1\tUCS-2\t3\t67\n");
    let plan = "{\"segments\":[{\"rows\":5,\"segments\":2}]}";
    let utf16: Vec<u8> = format!("\u{FEFF}{plan}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for octets in [format!("\u{FEFF}{plan}").into_bytes(), utf16] {
        let planned = stdout(fed(octets, ["plan", "--from-bulk=-", "--rate=1", "--json"]));
        assert!(planned.contains("\"segments\":10"), "{planned}");
    }
    let octets = answer(["encode", "Hi"]);
    for decoded in [
        fed(format!("\u{FEFF}{octets}"), ["decode", "--text"]),
        septet([
            "decode",
            "--text",
            &format!("\u{FEFF}{}", octets.trim_end()),
        ])
        .output()
        .unwrap(),
    ] {
        assert_eq!(stdout(decoded), "Hi\n");
    }
    let fitted = answer(["fit", "--ellipsis=\u{FEFF}...", &"x".repeat(161)]);
    assert!(fitted.ends_with("x...\n") && !fitted.contains('\u{FEFF}'));
    let filled = stdout(fed(
        "a\n1\n",
        ["bulk", "--format=csv", "-t", "\u{FEFF}{{a}}", "--add=units"],
    ));
    assert_eq!(filled, "a,sms_units\n1,1\n");
    let template = stdout(fed("\u{FEFF}Hi {{a}}", ["template", "--field=a=1"]));
    assert!(
        template.contains("at least  GSM-7, 1 segment, 4 septets"),
        "{template}"
    );
}
