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
        message.starts_with("error: standard input, line 3: 'Ł' (U+0141) at index 3 "),
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

#[test]
fn fields_of_another_syntax_are_warned_of() {
    let output = septet(["template", "Hi *|NAME|*!"]).output().unwrap();
    let sentence = "warning: *|NAME|* looks like a merge field, but is counted as text: fields are written {{NAME}}\n";
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
