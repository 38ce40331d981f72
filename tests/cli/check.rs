//! `septet check` of what cannot be read as a message, or as a parameter of one.

use serde_json::Value;

use crate::command::{complaint, fed, septet};
use crate::messages::{GOOD, NOW};

#[test]
fn what_is_no_message() {
    let output = fed(format!("{GOOD}\n7\n"), ["check", "--json"]);
    let (code, message) = complaint(&output);
    assert_eq!(code, 4);
    let sentence = "error: line 2: not a message: a message must be an object of parameters";
    assert!(message.starts_with(sentence), "{message}");
    // The line is that of the input, not of the message.
    let (code, message) = complaint(&fed(format!("{GOOD}\n{{\n"), ["check", "--json"]));
    let sentence = "error: line 2: not a message: EOF while parsing an object at column 1\n";
    assert_eq!((code, message.as_str()), (4, sentence));
    // The others are checked all the same, also those of an array.
    for (input, noun) in [
        (format!("5\n{GOOD}\n\n7\n{GOOD}\n"), "line"),
        (format!("[\"to\",\n{GOOD},\n{GOOD}]"), "row"),
    ] {
        let output = fed(input, ["check", "--json"]);
        let (code, message) = complaint(&output);
        let sentence = format!("error: {noun} 1: not a message: a message must be an object");
        assert!(code == 4 && message.starts_with(&sentence), "{message}");
        assert_eq!(output.stdout.split(|octet| *octet == b'\n').count(), 3);
    }
    let array = septet(["check", "--json", &format!("[{GOOD},{GOOD}]")])
        .output()
        .unwrap();
    assert_eq!(
        (
            complaint(&array).0,
            array.stdout.split(|octet| *octet == b'\n').count()
        ),
        (0, 3)
    );
    let output = septet(["check", "--now", "noon", GOOD]).output().unwrap();
    assert_eq!(complaint(&output).0, 2);
}

/// A key that no parameter has and a value of another type are violations next to the others, not the end of the check.
#[test]
fn what_cannot_be_read_of_a_message() {
    let odd = r#"{"to":"+14155552671","from":14155550199,"body":"Hi","mediaURL":"https://example.com/a.png","validityPeriod":0}"#;
    let output = septet(["check", "--json", "--now", NOW, odd])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let rules: Vec<&str> = report["violations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|violation| violation["rule"].as_str().unwrap())
        .collect();
    let expected = [
        "parameter-type",
        "parameter-unknown",
        "sender-missing",
        "validity-range",
    ];
    assert_eq!(rules, expected);
    let shown = septet(["check", "--now", NOW, odd]).output().unwrap();
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert!(
        shown.contains("error From: it is a number, not a text\n  give a text\n")
            && shown
                .contains("error mediaURL: there is no parameter of this name\n  write mediaUrl\n"),
        "{shown}"
    );
    // Nothing is written of a message that was not read as it was meant.
    let form = septet(["check", "--form", "--now", NOW, odd])
        .output()
        .unwrap();
    assert_eq!((form.status.code(), form.stdout), (Some(1), Vec::new()));
    let output = fed(
        format!("{odd}\n{GOOD}\n"),
        ["check", "--file", "-", "--json", "--summary"],
    );
    let sum: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&sum["refused"], &sum["badRows"]), (&1.into(), &0.into()));
}

/// Documents of a file with the name of one, and files that hold no messages.
#[test]
fn files_of_messages() {
    let directory = crate::bulk_files::directory("check-files");
    let run = |name: &str, octets: &str| {
        std::fs::write(directory.join(name), octets).unwrap();
        let arguments = ["check", "--file", name, "--now", NOW];
        let output = septet(arguments).current_dir(&directory).output().unwrap();
        let (code, message) = complaint(&output);
        (code, String::from_utf8(output.stdout).unwrap(), message)
    };
    let long = GOOD.replace(',', ",\n");
    for (octets, messages) in [
        (format!("{{\"data\":[{GOOD},{GOOD}],\"next\":null}}"), "2"),
        (long, "1"),
        (format!("{GOOD}\n{GOOD}\n"), "2"),
    ] {
        let (code, sum, message) = run("a.json", &octets);
        let noun = if messages == "1" {
            "message"
        } else {
            "messages"
        };
        let expected = format!("{messages} {noun} · {messages} acceptable · 0 refused\n");
        assert_eq!((code, sum), (0, expected), "{octets}: {message}");
    }
    let (code, sum, _) = run("b.json", &format!("{GOOD}\nbroken\n{GOOD}\n"));
    assert!(code == 5 && sum.starts_with("2 messages"), "{sum}");
    let (code, _, message) = run("a.csv", "to,body\n+14155552671,Hi\n");
    let sentence = "error: a.csv: messages are read as JSON, one on each line or in an array; septet bulk counts the texts of tables\n";
    assert!(code == 2 && message.starts_with(sentence), "{message}");
    let arguments = ["check", "--file=a.json", "-o=out.xlsx"];
    let output = septet(arguments).current_dir(&directory).output().unwrap();
    let (code, message) = complaint(&output);
    assert!(
        code == 2 && message.contains("reports are written as JSON"),
        "{message}"
    );
}
