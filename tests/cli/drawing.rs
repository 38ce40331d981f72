//! The report for people, pinned: without colour, with colour, in a narrow terminal.
//! `UPDATE=1 cargo test --features cli --test cli drawing` rewrites the files of `golden/`; read them.

use std::path::Path;

use crate::command::{fed, septet, stdout};

/// Holds a report against its file.
fn assert_drawn(name: &str, drawn: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/cli/golden")
        .join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, drawn).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap();
    assert_eq!(drawn, expected, "{name} is drawn otherwise");
}

const ORDER: &str =
    "Dear customer, your order №12 — “Café crème” — has shipped, and will be with you by 5 pm. ";

/// Texts that are hard to draw, each under a name.
fn texts() -> Vec<(&'static str, String)> {
    vec![
        ("plain", "Hello, world! 5 €".to_owned()),
        ("empty", String::new()),
        ("offenders", ORDER.to_owned()),
        (
            "two-segments",
            format!("{}Thanks.", "Your parcel is on its way. ".repeat(6)),
        ),
        (
            "line-breaks",
            "Hi Ana,\r\n\r\nsee you at 5. \nBen\n".to_owned(),
        ),
        (
            "controls",
            "bell \u{7} escape \u{1B}[31mred\u{1B}[0m delete \u{7F} next\u{85}line\ttab".to_owned(),
        ),
        (
            "invisible",
            "a\u{200B}b\u{A0}c\u{AD}d\u{202E}e\u{FEFF}f\u{3000}g".to_owned(),
        ),
        (
            "in-clusters",
            "می\u{200C}خواهم a\u{34F}b 1\u{FE0F} 1\u{FE0F}\u{20E3} ❤\u{FE0F} 🏴\u{E0067}\u{E007F} b\u{E0062}\u{2068}c\u{2069}"
                .to_owned(),
        ),
        (
            "right-to-left",
            "שלום עולם! Your code is 1234. مرحبا".to_owned(),
        ),
        ("marks", "e\u{301}".repeat(70)),
        (
            "family",
            format!("{}👨\u{200D}👩\u{200D}👧\u{200D}👦 welcome", "a".repeat(62)),
        ),
        ("wide", "您的验证码是123456，请勿泄露。".repeat(6)),
        (
            "zalgo",
            format!("Z{}algo", "\u{336}\u{351}\u{313}".repeat(60)),
        ),
        ("thousands", "0123456789".repeat(15_301)),
        ("one-word", "x".repeat(161)),
    ]
}

#[test]
fn without_colour() {
    for (name, text) in texts() {
        let drawn = stdout(fed(&text, ["--keep-newline"]));
        assert!(
            drawn.chars().all(|c| c == '\n' || !c.is_control()),
            "{name} has a control character"
        );
        assert_drawn(&format!("{name}.txt"), &drawn);
    }
}

#[test]
fn with_colour() {
    for (name, text) in texts() {
        if ["plain", "offenders", "two-segments", "controls"].contains(&name) {
            assert_drawn(
                &format!("{name}.ansi"),
                &stdout(fed(&text, ["--color", "always"])),
            );
        }
    }
}

#[test]
fn in_a_narrow_terminal() {
    let drawn = ["plain", "offenders", "wide", "family"];
    for (name, text) in texts().into_iter().filter(|(name, _)| drawn.contains(name)) {
        let output = septet(["--", &text]).env("COLUMNS", "32").output();
        assert_drawn(&format!("{name}.narrow.txt"), &stdout(output.unwrap()));
    }
}

#[test]
fn colours_only_where_they_are_wanted() {
    let is_coloured = |variable: &str, value: &str, arguments: &[&str]| {
        let mut command = septet(arguments);
        command.arg("Hello");
        let output = command.env(variable, value).output().unwrap();
        stdout(output).contains('\u{1B}')
    };
    assert!(!is_coloured("TERM", "xterm", &[]), "no terminal");
    assert!(is_coloured("CLICOLOR_FORCE", "1", &[]));
    assert!(is_coloured("NO_COLOR", "1", &["--color", "always"]));
    assert!(!is_coloured("CLICOLOR_FORCE", "1", &["--color", "never"]));
}

#[test]
fn a_long_text_is_drawn_whole_on_demand() {
    let text = "0123456789".repeat(200);
    let drawn = |arguments: &[&str]| stdout(fed(&text, arguments)).lines().count();
    assert!(drawn(&[]) < drawn(&["--all"]));
    let all = stdout(fed(&text, ["-a"]));
    let lines = all.lines().filter(|line| line.starts_with("   "));
    let digits = lines.flat_map(str::chars).filter(char::is_ascii_digit);
    assert_eq!(digits.collect::<String>(), text);
}
