//! `septet bulk` on files as people export them: each gives the right count, or an error that says what to do.

use std::fs;

use serde_json::Value;

use crate::bulk_files::{directory, gzip, summary, zstd};
use crate::command::{complaint, fed, septet};
use crate::table::{
    self, NAMES, csv, objects, row, rows, sheet, totals, utf16, windows_1252, xlsx_of,
};

pub(crate) const ROWS: usize = 300;

/// The units of all rows, added up.
fn units(output: &std::process::Output) -> u64 {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    let lines = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.map(|row| row["sms_units"].as_u64().unwrap()).sum()
}

/// The table in every format, with its name and the options it needs.
#[expect(clippy::too_many_lines, reason = "a table")]
pub(crate) fn files() -> Vec<(&'static str, Vec<u8>, &'static [&'static str])> {
    const COLUMN: &[&str] = &["--column=Message"];
    const DATABASE: &[&str] = &["--column=Message", "--no-quoting", "--escape=\\"];
    let rows = rows(7, ROWS);
    let semicolons = csv(&rows, ';', "\r\n", false);
    let commas = csv(&rows, ',', "\n", false);
    let tabs = csv(&rows, '\t', "\r\n", false);
    let marked = |text: &str| format!("\u{FEFF}{text}").into_bytes();
    let array = serde_json::to_string_pretty(&objects(&rows)).unwrap();
    let lines: Vec<String> = objects(&rows).iter().map(ToString::to_string).collect();
    let lines = lines.join("\n");
    let two_sheets = [("Notes", row(1, &["a", "b"])), ("Texts", sheet(&rows, 1))];
    vec![
        ("comma.csv", commas.clone().into(), &[]),
        ("comma-crlf.csv", csv(&rows, ',', "\r\n", true).into(), &[]),
        ("semicolon.csv", semicolons.clone().into(), &[]),
        ("semicolon-mark.csv", marked(&semicolons), COLUMN),
        ("bar.csv", csv(&rows, '|', "\n", false).into(), COLUMN),
        ("tabs-called.csv", tabs.clone().into(), &[]),
        ("semicolons-called.tsv", semicolons.clone().into(), COLUMN),
        ("sep.csv", format!("sep=;\r\n{semicolons}").into(), &[]),
        (
            "sep-mark.csv",
            marked(&format!("SEP=;\r\n{semicolons}")),
            &[],
        ),
        (
            "other-delimiter.csv",
            csv(&rows, '^', "\n", false).into(),
            &["--delimiter=^"],
        ),
        (
            "titles.csv",
            format!("Export of May\r\n\r\n{semicolons}").into(),
            &["--column=Message"],
        ),
        (
            "padded-titles.csv",
            format!("Export of May;;\r\n;;\r\n{semicolons}").into(),
            &[],
        ),
        (
            "notes.csv",
            format!("a;b;c\r\nd\r\n{semicolons}").into(),
            &["--skip-lines=2"],
        ),
        (
            "blank-lines.csv",
            commas
                .replace("\n+", "\n\n+")
                .replacen('\n', "\n\n\n", 1)
                .into(),
            &[],
        ),
        ("mac.csv", csv(&rows, ';', "\r", false).into(), &[]),
        ("mac-mark.csv", marked(&csv(&rows, ',', "\r", true)), &[]),
        (
            "utf-16le.csv",
            utf16(&format!("\u{FEFF}{semicolons}"), u16::to_le_bytes),
            &[],
        ),
        (
            "utf-16be.txt",
            utf16(&format!("\u{FEFF}{tabs}"), u16::to_be_bytes),
            COLUMN,
        ),
        (
            "unicode-text.txt",
            utf16(&format!("\u{FEFF}{tabs}"), u16::to_le_bytes),
            &[],
        ),
        (
            "unmarked.csv",
            utf16(&tabs, u16::to_le_bytes),
            &["--input-encoding=utf-16le"],
        ),
        (
            "western.csv",
            windows_1252(&semicolons),
            &["--input-encoding=windows-1252"],
        ),
        ("comma.csv.gz", gzip(commas.as_bytes()), &[]),
        ("comma.csv.zst", zstd(commas.as_bytes()), &[]),
        ("comma.csv.bz2", table::bzip2(commas.as_bytes()), &[]),
        ("comma.csv.xz", table::xz(commas.as_bytes()), &[]),
        (
            "packed-called.csv",
            gzip(&utf16(&format!("\u{FEFF}{tabs}"), u16::to_le_bytes)),
            &[],
        ),
        (
            "archive.zip",
            table::zip(&[
                ("texts/may.csv", semicolons.as_bytes()),
                ("__MACOSX/._may.csv", b"x"),
            ]),
            &[],
        ),
        ("lines.ndjson", lines.clone().into(), &[]),
        ("lines.json", lines.into(), &["--column=/message"]),
        ("array.json", array.clone().into(), &["--column=message"]),
        ("array-called.ndjson", array.clone().into(), &[]),
        ("array.json.xz", table::xz(&marked(&array)), &[]),
        (
            "data.json",
            format!("{{\"total\": 3, \"data\": {array}, \"next\": null}}").into(),
            &[],
        ),
        (
            "deep.json",
            array.into(),
            &["--column=/nested/texts/0/a~1b"],
        ),
        (
            "book.xlsx",
            xlsx_of(&[("Texts", sheet(&rows, 1)), ("Empty", String::new())]),
            &[],
        ),
        (
            "lower.xlsx",
            xlsx_of(&[("Texts", row(2, &["May"]) + &sheet(&rows, 5))]),
            COLUMN,
        ),
        ("sheets.xlsx", xlsx_of(&two_sheets), &["--sheet=Texts"]),
        (
            "skipped.xlsx",
            xlsx_of(&[("T", row(1, &["x", "y", "z"]) + &sheet(&rows, 3))]),
            &["--skip-lines=2"],
        ),
        (
            "called.csv.xlsx",
            xlsx_of(&[("Texts", sheet(&rows, 1))]),
            &[],
        ),
        ("book.ods", table::ods(&rows), &[]),
        ("book.xlsb", table::xlsb(&rows), &[]),
        ("outfile.tsv", table::outfile(&rows).into(), DATABASE),
        ("outfile.txt", table::outfile(&rows).into(), DATABASE),
        ("copy.tsv", table::copied(&rows).into(), DATABASE),
        (
            "copy.tsv.gz",
            gzip(table::copied(&rows).as_bytes()),
            DATABASE,
        ),
        (
            "quoted-outfile.csv",
            table::quoted_outfile(&rows).into(),
            &["--escape=\\"],
        ),
    ]
}

#[test]
fn every_file_has_the_same_price() {
    let directory = directory("formats");
    let (expected_units, segments) = totals(&rows(7, ROWS));
    for (name, octets, options) in files() {
        let path = directory.join(name);
        fs::write(&path, octets).unwrap();
        let run = |more: &[&str]| {
            let arguments = [&["bulk", path.to_str().unwrap()], options, more].concat();
            septet(arguments).output().unwrap()
        };
        let output = run(&["--summary", "--json", "--no-savings"]);
        assert_eq!(output.status.code(), Some(0), "{name}: {output:?}");
        assert_eq!(summary(&output), Some((ROWS as u64, segments)), "{name}");
        let counted = units(&run(&["--add=units", "--to=ndjson"]));
        assert_eq!(counted, expected_units, "{name}");
        let is_titled = ["titles.csv", "padded-titles.csv", "lower.xlsx"].contains(&name);
        assert_eq!(output.stderr.is_empty(), !is_titled, "{name}: {output:?}");
        // The same through a pipe, where its name says nothing.
        let format = match name
            .rsplit('.')
            .find(|part| !["gz", "zst", "bz2", "xz"].contains(part))
        {
            Some("xlsx" | "xlsb" | "ods" | "zip") => "",
            Some("json") => "json",
            Some("ndjson") => "ndjson",
            Some("tsv" | "txt") => "tsv",
            _ => "csv",
        };
        let format = format!("--format={format}");
        let mut arguments = [&["bulk", "--summary", "--json", "--no-savings"], options].concat();
        if format != "--format=" {
            arguments.push(&format);
        }
        let piped = fed(fs::read(&path).unwrap(), arguments);
        assert_eq!(
            summary(&piped),
            Some((ROWS as u64, segments)),
            "{name}: {piped:?}"
        );
    }
}

/// The files of `tests/data/files`, with the answers that stand in its README.tsv.
#[test]
fn files_that_people_sent() {
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/files");
    for (name, options, counted) in [
        ("semicolon.csv", &["--column=Message"][..], 49),
        ("semicolon.csv", &[], 49),
        ("sep-line.csv", &["--column=Message"], 49),
        ("pipe.csv", &["--column=Message"], 49),
        (
            "windows-1252.csv",
            &["--column=Message", "--input-encoding=cp1252"],
            49,
        ),
        ("utf-16le.txt", &["--column=Message"], 49),
        ("book.xlsx", &["--column=Message"], 49),
        ("book.xls", &[], 49),
        ("array.json", &["--column=message"], 49),
        ("nested.ndjson", &["--column=message.body"], 49),
        ("nested.ndjson", &["--column=/message/body"], 49),
        (
            "quotes.tsv",
            &["--format=tsv", "--column=message", "--no-quoting"],
            18,
        ),
    ] {
        let arguments = [
            &["bulk", name, "--add=units,segments", "--to=ndjson"],
            options,
        ]
        .concat();
        let output = septet(arguments).current_dir(directory).output().unwrap();
        assert_eq!(complaint(&output), (0, String::new()), "{name}");
        assert_eq!(units(&output), counted, "{name}");
        assert_eq!(
            output.stdout.split(|octet| *octet == b'\n').count(),
            4,
            "{name}"
        );
    }
}

#[test]
fn a_header_alone_is_no_error() {
    for csv in [&NAMES.join(";"), "text\n", "\u{FEFF}sep=;\na;text"] {
        let output = fed(csv, ["bulk", "--format=csv", "--summary", "--json"]);
        assert_eq!(summary(&output), Some((0, 0)), "{csv}: {output:?}");
    }
}

#[test]
fn permitted_rows_are_left_out_with_a_warning() {
    let csv = "text,n\na,1\nb\nc,3\n";
    let output = fed(
        csv,
        ["bulk", "--format=csv", "--add=units", "--allow-bad=1"],
    );
    assert_eq!(output.stdout, b"text,n,sms_units\na,1,1\nc,3,1\n");
    let sentence = "warning: 1 row could not be read and is left out; the first: standard input, line 3: 1 instead of 2 columns; --bad-rows FILE lists them\n";
    assert_eq!(complaint(&output), (0, sentence.to_owned()));
    let summary = fed(csv, ["bulk", "--format=csv", "--summary", "--no-savings"]);
    assert!(
        summary.stdout.starts_with(
            "2 rows · 2 segments · 0 in UCS-2 · 1 unreadable row left out\n".as_bytes()
        ),
        "{summary:?}"
    );
    assert_eq!(summary.status.code(), Some(5));
}

#[test]
fn what_databases_write() {
    let csv = "id,text\n1,\"say \\\"hi\\\", you\"\n2,\"a \\\\\"\n";
    let output = fed(csv, ["bulk", "--format=csv", "--escape=\\", "--add=units"]);
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "id,text,sms_units\n1,\"say \"\"hi\"\", you\",13\n2,a \\,4\n"
    );
    let copied = "id\ttext\n1\t\\N\n2\ta\\tb\\nc\n3\tC:\\\\new \"x\"\n\\.\n";
    let output = fed(
        copied,
        [
            "bulk",
            "--format=tsv",
            "--no-quoting",
            "--escape=\\",
            "--add=units",
        ],
    );
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "id\ttext\tsms_units\n1\t\"\"\t0\n2\t\"a\tb\nc\"\t5\n3\t\"C:\\new \"\"x\"\"\"\t11\n"
    );
    let tsv = "id\ttext\n1\t\"a\n2\tb\"\n";
    let output = fed(
        tsv,
        [
            "bulk",
            "--format=tsv",
            "--no-quoting",
            "--add=units",
            "--to=csv",
        ],
    );
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "id,text,sms_units\n1,\"\"\"a\",2\n2,\"b\"\"\",2\n"
    );
}
