//! `septet template`: bounds, rows, and what is wrong with either.

use serde_json::Value;

use crate::bulk_files::{directory, gzip};
use crate::command::{answer, complaint, fed, septet, stdout};

#[test]
fn bounds() {
    let expected = "\
fields    name, code
at least  GSM-7, 1 segment, 26 septets
at most   UCS-2, 2 segments, 85 units
";
    let text = "Hi {{name}}, your code is {{code}}.";
    let arguments = [
        "template",
        text,
        "--field",
        "name=1..30",
        "--field",
        "code=6:gsm7",
    ];
    assert_eq!(answer(arguments), expected);
    let estimate: Value = serde_json::from_str(&answer(["template", "--json", text])).unwrap();
    assert_eq!(estimate["minimum"]["units"], 19);
    let output = septet(arguments.iter().chain(&["-n", "1"]))
        .output()
        .unwrap();
    assert_eq!(complaint(&output).0, 1);
}

const HI: &str =
    "Hi {{name}}! Your table is ready: we keep it for 15 minutes. See you at {{place}}.";

#[test]
fn rows_of_standard_input() {
    let rows = "name,place\nAnn,Luigi’s\nBob,\"Mario, Sons\"\nŁukasz,Luigi's\nEve,here\n";
    let expected = "\
4 rows · 6 segments · 2 in UCS-2

    1 segment  ████████████████████            2   50.0 %
   2 segments  ████████████████████            2   50.0 %

row 3: UCS-2, 2 segments, 78 units
  Hi Łukasz! Your table is ready: we keep it for 15 minutes. See you at Luigi's.

row 1: UCS-2, 2 segments, 75 units
  Hi Ann! Your table is ready: we keep it for 15 minutes. See you at Luigi’s.

row 2: GSM-7, 1 segment, 79 septets
  Hi Bob! Your table is ready: we keep it for 15 minutes. See you at Mario, Son…
";
    let drawn = stdout(fed(rows, ["template", HI, "--rows", "-"]));
    assert_eq!(drawn, expected);
}

#[test]
fn rows_of_a_file() {
    let directory = directory("template");
    let rows = "name\tplace\nAnn\tOslo, N\n";
    for (name, octets) in [
        ("rows.tsv", rows.into()),
        ("rows.tsv.gz", gzip(rows.as_bytes())),
    ] {
        let path = directory.join(name);
        std::fs::write(&path, octets).unwrap();
        let path = path.to_str().unwrap();
        let distribution: Value =
            serde_json::from_str(&answer(["template", HI, "--json", "--rows", path])).unwrap();
        assert_eq!(distribution["rows"], 1, "{name}");
        assert_eq!(distribution["totalSegments"], 1, "{name}");
    }
    let directory = directory.to_str().unwrap();
    let output = septet(["template", HI, "--rows", directory])
        .output()
        .unwrap();
    let sentence = format!("error: {directory}: is a directory\n");
    assert_eq!(complaint(&output), (4, sentence));
    let rows = "name;place\nAnn;x\n";
    let drawn = stdout(fed(rows, ["template", HI, "--rows=-", "--delimiter=;"]));
    assert!(
        drawn.starts_with("1 row · 1 segment · 0 in UCS-2\n"),
        "{drawn}"
    );
}

#[test]
fn a_value_can_turn_the_whole_text() {
    let rows = "name\nAnn\nŁukasz\n";
    let smart = [
        "template",
        "Hi {{name}}",
        "--rows=-",
        "--smart=transliteration",
    ];
    assert!(stdout(fed(rows, ["template", "Hi {{name}}", "--rows=-"])).contains("1 in UCS-2"));
    assert!(stdout(fed(rows, smart)).contains("0 in UCS-2"));
    let output = fed(rows, ["template", "Hi {{name}}", "--rows=-", "-e=gsm7"]);
    let (code, message) = complaint(&output);
    assert_eq!(code, 3);
    assert!(
        message.starts_with("error: standard input, line 3: 'Ł' (U+0141 LATIN CAPITAL LETTER L WITH STROKE) at index 3 "),
        "{message}"
    );
}

#[test]
fn what_is_wrong() {
    let complaint = |rows: &[u8], text: &str| complaint(&fed(rows, ["template", text, "--rows=-"]));
    let no_column =
        "error: standard input: no column for the field nam; the columns are name, city\n";
    assert_eq!(
        complaint(b"name, city\nAnn,Oslo\n", "{{nam}}"),
        (4, no_column.to_owned())
    );
    let empty =
        "error: standard input: no column for the field a; there is not even a line of names\n";
    assert_eq!(complaint(b"", "{{a}}"), (4, empty.to_owned()));
    for (rows, text) in [
        (&b"a,b\n1\n"[..], "{{a}}"),
        (b"a\n\xFF\n", "{{a}}"),
        (b"a\n", "{{a"),
        (b"a\n", "{{}}"),
    ] {
        let (code, message) = complaint(rows, text);
        assert_eq!(code, 4, "{message}");
    }
    let lossy = fed(b"a\n\xFF\n", ["template", "{{a}}", "--rows=-", "--lossy"]);
    assert!(stdout(lossy).contains("1 in UCS-2"));
}

/// Rows that would be counted wrongly end the run, and rows of empty cells are none.
#[test]
fn rows_are_what_was_meant() {
    let run = |rows: &str| fed(rows, ["template", "Hi {{a}}", "--rows=-"]);
    assert!(stdout(run("a,b\n1,x\n,\n,\n")).starts_with("1 row · "));
    assert!(stdout(run("a,b\n\"1\n2\",x\n\n3,y\n")).starts_with("2 rows · "));
    for (rows, sentence) in [
        (
            "a\nx\n\"y\nz\n",
            "line 3: a quote opens here and is never closed; close it, or take quotes as text with --no-quoting\n",
        ),
        ("a,b\n1,2\n3\n", "line 3: 1 instead of 2 columns\n"),
        (
            "a,b\n\"x\" y,2\n",
            "line 2: text follows the closing quote of a cell: ",
        ),
        (
            "a,b\n\\N,2\n",
            "line 2: the text is \\N, as databases write",
        ),
        ("a,b\n#REF!,2\n", "line 2: the text is #REF!, an error of a"),
        ("a,b\nx\0,2\n", "line 2: a zero octet (NUL) is in the row"),
    ] {
        let (code, message) = complaint(&run(rows));
        let expected = format!("error: standard input, {sentence}");
        assert!(code == 4 && message.starts_with(&expected), "{message}");
    }
}

#[test]
fn fields_of_another_syntax_are_warned_of() {
    let output = septet(["template", "Hi *|NAME|*!"]).output().unwrap();
    let sentence = "warning: *|NAME|* looks like a merge field, but is counted as text: fields are written {{NAME}}; --field-syntax star-pipe reads it\n";
    assert_eq!(complaint(&output), (0, sentence.to_owned()));
    let output = fed("a,b\n1,2\n", ["bulk", "--format=csv", "-t", "{{a}} %name%"]);
    assert!(
        complaint(&output)
            .1
            .starts_with("warning: %name% looks like"),
        "{output:?}"
    );
}

#[test]
fn a_field_that_the_template_lacks_is_an_error() {
    for (text, fields, sentence) in [
        (
            "Hi {{name}}, {{day}}",
            &["--field=nmae=1..20"][..],
            "--field nmae: the template has no such field; its fields are name, day",
        ),
        (
            "Hi",
            &["--field=name=1"],
            "--field name: the template has no such field; it has no fields",
        ),
        (
            "Hi {{a}}",
            &["--field=a=1", "--field=a=2"],
            "--field a is given twice",
        ),
    ] {
        let output = septet([&["template", text], fields].concat())
            .output()
            .unwrap();
        let (code, message) = complaint(&output);
        assert_eq!(code, 2);
        assert!(
            message.starts_with(&format!("error: {sentence}\n")),
            "{message}"
        );
    }
}

#[test]
fn the_syntax_of_fields_is_chosen_or_detected() {
    let rows = "name,day\nAnn,Monday\n";
    let expected = "1 row · 1 segment · 0 in UCS-2\n";
    for text in [
        "Hi {name}! On {day} we",
        "Hi %name%! On %day% we",
        "Hi [name]! On [day] we",
        "Hi ((name))! On ((day)) we",
        "Hi *|name|*! On *|day|* we",
        "Hi ${name}! On ${day} we",
    ] {
        let output = fed(rows, ["template", text, "--rows=-"]);
        assert_eq!(complaint(&output), (0, String::new()), "{text}");
        let drawn = stdout(output);
        assert!(drawn.starts_with(expected), "{text}: {drawn}");
        assert!(
            drawn.ends_with("\n  Hi Ann! On Monday we\n"),
            "{text}: {drawn}"
        );
    }
    let braces = answer([
        "template",
        "Hi {x} [x]",
        "--field-syntax={x}",
        "--field=x=3",
    ]);
    assert!(
        braces.starts_with("fields    x\nat least  GSM-7, 1 segment, 12 septets"),
        "{braces}"
    );
    let output = septet(["template", "Hi {name}", "--field=name=3"])
        .output()
        .unwrap();
    assert_eq!(complaint(&output), (0, String::new()));
    let bulk = fed(
        rows,
        ["bulk", "--format=csv", "-t", "{name} {day}", "--add=units"],
    );
    assert_eq!(complaint(&bulk), (0, String::new()));
    assert_eq!(stdout(bulk), "name,day,sms_units\nAnn,Monday,10\n");
    // Double braces are what a template that has them is written in.
    let output = fed(rows, ["template", "{{nam}} [name]", "--rows=-"]);
    assert_eq!(complaint(&output).0, 4);
    let output = septet(["template", "x", "--field-syntax=curly"])
        .output()
        .unwrap();
    let (code, message) = complaint(&output);
    assert_eq!(code, 2);
    assert!(
        message.contains("expected one of double-braces ('{{x}}'), "),
        "{message}"
    );
}

#[test]
fn defaults_stand_for_values_that_are_missing() {
    let text = "Hi {{ name | default: \"there\" }}!";
    let rows = "{\"name\":\"Ann\"}\n{}\n{\"name\":null}\n{\"name\":\"\"}\n";
    let output = fed(rows, ["bulk", "--format=ndjson", "-t", text, "--add=text"]);
    assert_eq!(complaint(&output), (0, String::new()));
    let texts: Vec<String> = stdout(output)
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["sms_text"].to_string())
        .collect();
    let there = "\"Hi there!\"";
    assert_eq!(texts, ["\"Hi Ann!\"", there, there, there]);
    let output = fed(
        "{\"nam\":\"Ann\"}\n",
        ["bulk", "--format=ndjson", "-t", text],
    );
    let (code, message) = complaint(&output);
    assert_eq!(
        (code, message.as_str()),
        (
            4,
            "error: no object has a key name; the keys of the first object are nam\n"
        )
    );
}

#[test]
fn branches_are_noted() {
    let text = "Hi{% if vip %} dear {{name}}{% endif %}!";
    let note =
        "note: conditions and loops are not evaluated: the longest branch of each is counted\n";
    let output = septet(["template", text, "--field=name=5"])
        .output()
        .unwrap();
    assert_eq!(complaint(&output), (0, note.to_owned()));
    let output = fed(
        "name\nAnn\n",
        ["bulk", "--format=csv", "-t", text, "--add=units"],
    );
    assert_eq!(complaint(&output), (0, note.to_owned()));
    assert_eq!(output.stdout, b"name,sms_units\nAnn,12\n");
}

#[test]
fn smart_encoding_without_rows() {
    let text = "Hi {{name}} – see you";
    let field = "--field=name=5:gsm7";
    assert!(answer(["template", text, field]).contains("at most   UCS-2"));
    let smart = answer(["template", text, field, "--smart-encoding=typography"]);
    assert!(smart.contains("at most   GSM-7"), "{smart}");
}

#[test]
fn rows_of_every_file() {
    let directory = directory("template-files");
    let semicolons = "\u{FEFF}name;place\r\nAnn;Oslo\r\n";
    let utf16: Vec<u8> = semicolons
        .replace(';', "\t")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let book = crate::table::xlsx_of(&[(
        "A",
        crate::table::row(1, &["name", "place"]) + &crate::table::row(2, &["Ann", "Oslo"]),
    )]);
    for (name, octets) in [
        ("a.csv", semicolons.into()),
        ("a.txt", utf16),
        ("a.xlsx", book),
    ] {
        let path = directory.join(name);
        std::fs::write(&path, octets).unwrap();
        let drawn = answer(["template", HI, "--rows", path.to_str().unwrap()]);
        assert!(drawn.starts_with("1 row · 1 segment"), "{name}: {drawn}");
    }
    let output = septet(["template", HI, "--delimiter=;"]).output().unwrap();
    assert_eq!(complaint(&output).0, 2);
}
