//! Exit codes, and what is said when something is wrong.

use crate::command::{abandoned, answer, complaint, fed, septet};

fn run(arguments: &[&str]) -> (i32, String) {
    complaint(&septet(arguments).output().unwrap())
}

#[test]
fn more_segments_than_allowed_is_1_and_the_report_is_there_all_the_same() {
    let text = "a".repeat(161);
    assert_eq!(run(&["--max-segments", "2", &text]).0, 0);
    for arguments in [
        &["-n", "1"][..],
        &["-n", "1", "--json"],
        &["count", "-n", "1"],
        &["count", "-n", "1", "--json"],
    ] {
        let output = septet(arguments.iter().chain(&[text.as_str()]))
            .output()
            .unwrap();
        assert_eq!(complaint(&output), (1, String::new()), "{arguments:?}");
        assert!(!output.stdout.is_empty());
    }
    let report = septet(["-n", "1", &text]).output().unwrap();
    assert!(
        String::from_utf8(report.stdout)
            .unwrap()
            .contains("1 segment over the limit of 1")
    );
}

#[test]
fn a_wrong_command_line_is_2() {
    for arguments in [
        &["--encoding", "latin-1", "a"][..],
        &["--language", "klingon", "a"],
        &["--profile", "200/100", "a"],
        &["--profile", "fast", "a"],
        &["--boundary", "sentence", "a"],
        &["--no-such-option"],
        &["count", "--lines", "a"],
        &["split", "--json", "--null", "a"],
        &["completions", "abacus"],
    ] {
        let (code, message) = run(arguments);
        assert_eq!(code, 2, "{arguments:?}");
        assert!(message.starts_with("error: "), "{message}");
    }
}

#[test]
fn a_text_that_was_not_quoted_is_2_and_says_so() {
    let (code, message) = run(&["Hello", "world"]);
    assert_eq!(code, 2);
    assert!(
        message.contains(r#"quote it: septet "Hello world…""#),
        "{message}"
    );
}

#[test]
fn a_demand_that_cannot_be_met_is_3() {
    let sentence = "error: '👋' (U+1F44B WAVING HAND SIGN) at index 3 has no GSM-7 code: allow UCS-2 or replace the character\n";
    for arguments in [&["Hi 👋"][..], &["count", "Hi 👋"], &["split", "Hi 👋"]] {
        let output = septet(arguments.iter().chain(&["--encoding=GSM-7"]))
            .output()
            .unwrap();
        assert_eq!(complaint(&output), (3, sentence.to_owned()));
        assert!(output.stdout.is_empty());
    }
    let output = fed("ok\nHi 👋\n", ["count", "--lines", "--encoding=gsm7"]);
    assert_eq!(
        complaint(&output),
        (3, sentence.replace("error: ", "error: text 2: "))
    );
}

#[test]
fn input_that_is_not_utf_8_is_4() {
    let sentence =
        "error: standard input is not UTF-8: octet 0xFF at byte 3 (--lossy takes it as U+FFFD)\n";
    assert_eq!(
        complaint(&fed(b"abc\xFF", [""; 0])),
        (4, sentence.to_owned())
    );
    let output = fed(b"abc\nd\xC3\ne", ["count", "--lines"]);
    let sentence =
        "error: text 2: the text is not UTF-8: octet 0xC3 at byte 1 (--lossy takes it as U+FFFD)\n";
    assert_eq!(complaint(&output), (4, sentence.to_owned()));
}

#[test]
fn output_that_cannot_be_written_is_4() {
    let Ok(full) = std::fs::File::create("/dev/full") else {
        return; // Only where there is such a device.
    };
    let output = septet(["Hello"]).stdout(full).output().unwrap();
    let (code, message) = complaint(&output);
    assert_eq!(code, 4);
    assert!(
        message.starts_with("error: the output cannot be written: "),
        "{message}"
    );
}

#[test]
fn a_reader_that_has_gone_is_no_error() {
    let text = "0123456789".repeat(10_000);
    let arguments = ["split", "--encoding", "ucs-2", "--", &text];
    let output = abandoned(septet(arguments));
    assert_eq!(complaint(&output), (0, String::new()));
}

#[test]
fn version_help_and_completions() {
    assert_eq!(
        answer(["--version"]),
        format!("septet {}\n", env!("CARGO_PKG_VERSION"))
    );
    let help = answer(["--help"]);
    assert_eq!(help, answer(["help"]));
    for code in ["0  done", "1  ", "2  ", "3  ", "4  ", "5  "] {
        assert!(help.contains(&format!("\n  {code}")), "{help}");
    }
    let bash = answer(["completions", "bash"]);
    for values in [
        "auto turkish ",
        "standard toll-free single",
        "twilio-toll-free",
        "csv tsv ndjson json",
    ] {
        assert!(bash.contains(values), "{values}");
    }
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = answer(["completions", shell]);
        assert!(
            script.contains("septet") && script.contains("max-segments"),
            "{shell}"
        );
    }
}

#[test]
fn a_slip_in_a_sub_command_is_2_and_suggests_it() {
    for (arguments, name) in [
        (&["cuont"][..], "count"),
        (&["completion", "bash"], "completions"),
        (&["splt", "--json"], "split"),
    ] {
        let (code, message) = run(arguments);
        let sentence = format!(
            "error: there is no sub-command {}: did you mean septet {name}?",
            arguments[0]
        );
        assert!(code == 2 && message.starts_with(&sentence), "{message}");
    }
    assert!(answer(["--", "cuont"]).starts_with("GSM-7 · 1 segment · 5 septets"));
    assert!(answer(["Cuont"]).starts_with("GSM-7 · 1 segment"));
}

#[cfg(not(feature = "sql"))]
#[test]
fn a_build_without_queries_says_so() {
    for arguments in [&["sql"][..], &["sql", "select 1"]] {
        let (code, message) = run(arguments);
        assert!(
            code == 2 && message.contains("--features sql adds septet sql"),
            "{message}"
        );
    }
    assert!(answer(["--", "sql"]).starts_with("GSM-7 · 1 segment · 3 septets"));
}

#[test]
fn a_limit_of_no_segments_is_2() {
    for limit in ["0", "-1"] {
        let (code, message) = run(&["fit", "-n", limit, "text"]);
        assert!(
            code == 2 && message.contains("expected a number of segments, 1 or more"),
            "{message}"
        );
    }
    let (code, message) = run(&["plan", "5", "--rate", "-1"]);
    assert!(
        code == 2 && message.contains("expected segments a second from 0.001"),
        "{message}"
    );
}

/// Help is wrapped at the width of the terminal, the notes at its end too.
#[cfg(target_os = "linux")]
#[test]
fn help_is_wrapped_once() {
    for columns in [60, 90] {
        for name in ["", "bulk", "encode", "check"] {
            let command = format!(
                "stty rows 24 cols {columns}; {} {name} --help",
                env!("CARGO_BIN_EXE_septet")
            );
            let mut script = std::process::Command::new("script");
            script
                .args(["-qec", &command, "/dev/null"])
                .stdin(std::process::Stdio::null());
            let Ok(output) = script.output() else {
                println!("skipped: without `script` there is no terminal");
                return;
            };
            let shown = String::from_utf8(output.stdout).unwrap();
            let shown = anstream::adapter::strip_str(&shown).to_string();
            assert!(shown.contains("Usage: septet"), "{shown}");
            let long = shown.lines().find(|line| line.chars().count() > columns);
            assert_eq!(long, None, "{name} in {columns} columns");
        }
    }
}

#[test]
fn usage_lines_are_those_of_the_sub_command() {
    let (code, message) = run(&["bulk", "a.csv", "--json"]);
    assert!(
        code == 2 && message.contains("Usage: septet bulk [OPTIONS] [FILE]..."),
        "{message}"
    );
}

#[test]
fn manual_pages() {
    let page = answer(["man"]);
    assert!(
        page.contains(".TH septet 1") && page.contains("septet\\-bulk(1)"),
        "{page}"
    );
    let page = answer(["man", "bulk"]);
    assert!(
        page.contains(".TH septet-bulk 1") && page.contains("\\-\\-allow\\-bad"),
        "{page}"
    );
    assert_eq!(run(&["man", "nothing"]).0, 2);
}

#[test]
fn nothing_fits_no_segments() {
    assert_eq!(run(&["fit", "-n", "0", "Hello"]).0, 2);
}
