//! `septet bulk` on texts as strings of JSON, without objects around them.

use serde_json::json;

use crate::command::{complaint, fed};

const TEXTS: [&str; 4] = ["Hello", "two\nlines, \"quoted\"", "“№ 1”", "👋"];

/// The texts with what is counted of them, as lines.
fn expected() -> String {
    let row = |text: &&str| {
        let units = septet::count(text).units();
        format!("{{\"text\":{},\"sms_units\":{units}}}\n", json!(text))
    };
    TEXTS.iter().map(row).collect()
}

#[test]
fn strings_are_texts() {
    let lines: Vec<String> = TEXTS.iter().map(|text| json!(text).to_string()).collect();
    let escaped = "[ \"Hello\", \"two\\nlines, \\\"quoted\\\"\",\n\"\\u201C\\u2116 1\\u201d\", \"\\ud83d\\udc4b\" ]";
    for (json, format) in [
        (json!(TEXTS).to_string(), "json"),
        (format!("\u{FEFF}\n{:#}\n", json!(TEXTS)), "json"),
        (escaped.to_owned(), "json"),
        (
            json!({ "n": 4, "data": TEXTS, "next": null }).to_string(),
            "json",
        ),
        (format!("{:#}", json!({ "messages": TEXTS })), "json"),
        (lines.join("\n"), "json"),
        (lines.join("\r\n") + "\r\n\r\n", "ndjson"),
        (json!(TEXTS).to_string(), "ndjson"),
        (format!("# texts\n{}", lines.join("\n")), "ndjson"),
    ] {
        let format = format!("--format={format}");
        let mut arguments = vec!["bulk", "--add=units", &format];
        arguments.extend(json.starts_with('#').then_some("--skip-lines=1"));
        let output = fed(json.as_str(), arguments);
        assert_eq!(complaint(&output), (0, String::new()), "{json}");
        let rows = String::from_utf8(output.stdout).unwrap();
        assert_eq!(rows, expected(), "{json}");
    }
}

#[test]
fn strings_in_other_layouts() {
    let array = json!(["a, b", "c\nd"]).to_string();
    for (options, rows) in [
        (
            &["--to=csv"][..],
            "text,sms_units\n\"a, b\",4\n\"c\nd\",3\n",
        ),
        (
            &["--template=Hi {{text}}", "--to=csv", "--limit=1"],
            "text,sms_units\n\"a, b\",7\n",
        ),
        (
            &["--to=json"],
            "[\n{\"text\":\"a, b\",\"sms_units\":4},\n{\"text\":\"c\\nd\",\"sms_units\":3}\n]\n",
        ),
    ] {
        let arguments = [&["bulk", "--format=json", "--add=units"], options].concat();
        let output = fed(array.as_str(), arguments);
        assert_eq!(String::from_utf8_lossy(&output.stdout), rows, "{options:?}");
    }
}

/// Numbers and truth values are texts as they are written, as they are in objects.
#[test]
fn what_is_not_a_text_is_unreadable() {
    for (json, rows, reason) in [
        ("[\"a\",1.50,true]", 3, ""),
        ("[\"a\",null]", 1, "row 2: the value is null"),
        (
            "[\"a\",{\"text\":\"b\"}]",
            1,
            "row 2: the value is not a text",
        ),
        ("[\"a\",[\"b\"]]", 1, "row 2: the value is not a text"),
        (
            "[\"a\",\"\\ud800\"]",
            1,
            "row 2: not a JSON string: unexpected end of hex escape at column 8",
        ),
        (
            "[\"a\",b]",
            1,
            "row 2: not a JSON string: expected value at column 1",
        ),
        (
            "[\"a\" \"b\"]",
            0,
            "row 1: not a JSON string: trailing characters at column 5",
        ),
    ] {
        let arguments = ["bulk", "--format=json", "--add=units", "--to=csv"];
        let output = fed(json, arguments);
        let (code, message) = complaint(&output);
        let lines = String::from_utf8(output.stdout).unwrap().lines().count();
        assert_eq!(lines, rows + 1, "{json}");
        assert_eq!(code, if reason.is_empty() { 0 } else { 5 }, "{json}");
        assert!(message.contains(reason), "{json}: {message}");
    }
}

/// An object that has another text, or arrays that are no strings alone, stays an object.
#[test]
fn an_array_in_an_object_is_taken_only_where_nothing_else_can_be_meant() {
    for (json, options) in [
        ("{\"data\":[\"a\"],\"text\":\"Hello\"}", &[][..]),
        (
            "{\"data\":[\"a\"],\"Nachricht\":\"Hello\"}",
            &["--column=Nachricht"],
        ),
        ("{\"data\":[\"Hello\"]}", &["--column=data.0"]),
    ] {
        let arguments = [&["bulk", "--format=json", "--add=units"], options].concat();
        let output = fed(json, arguments);
        let row = String::from_utf8(output.stdout).unwrap();
        assert_eq!(
            row,
            format!("{},\"sms_units\":5}}\n", json.strip_suffix('}').unwrap())
        );
    }
    for json in [
        "{\"data\":[\"a\"],\"name\":\"Ann\"}",
        "{\"data\":[\"a\"],\"errors\":[\"b\"]}",
        "{\"data\":[\"a\",1]}\n{\"data\":[\"b\"]}",
    ] {
        let output = fed(json, ["bulk", "--format=json", "--summary"]);
        assert!(
            matches!(output.status.code(), Some(4 | 5)),
            "{json}: {output:?}"
        );
    }
}

/// Objects decide by the first of them: a string among them is a slip.
#[test]
fn a_string_among_objects_is_unreadable() {
    let output = fed(
        "{\"text\":\"a\"}\n\"b\"\n",
        ["bulk", "--format=ndjson", "--add=units"],
    );
    assert_eq!(complaint(&output).0, 5);
    assert_eq!(output.stdout, b"{\"text\":\"a\",\"sms_units\":1}\n");
}

#[test]
fn columns_of_texts_are_refused() {
    let array = json!(["a", "b"]).to_string();
    for (option, code, sentence) in [
        (
            "--column=text",
            5,
            "error: no row could be read; the first: standard input, row 1: not a JSON object: it is a string; an array of strings is read without --column; --bad-rows FILE lists them\n",
        ),
        (
            "--by=country",
            2,
            "error: the input has texts and no columns, and none that is called country\n",
        ),
        (
            "--template={{name}}, {{text}}",
            5,
            "error: no row could be read; the first: standard input, row 1: not a JSON object: it is a string; ",
        ),
    ] {
        let output = fed(
            array.as_str(),
            ["bulk", "--format=json", "--summary", option],
        );
        let (found, message) = complaint(&output);
        assert_eq!(found, code, "{option}: {message}");
        assert!(message.starts_with(sentence), "{message}");
    }
}
