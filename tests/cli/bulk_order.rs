//! `septet bulk`: rows come out in the order they came in, each with what `count` says of it, however many workers there
//! are.

use serde_json::{Value, json};

use crate::bulk_files::{campaign, directory, names};
use crate::command::{answer, fed, stdout};
use crate::counted;

const ROWS: usize = 1_000_000;

#[test]
fn rows_are_counted_and_keep_their_order() {
    let directory = directory("rows");
    let (input, output) = (directory.join("in.csv"), directory.join("out.csv"));
    std::fs::write(&input, campaign(ROWS)).unwrap();
    let paths = [input.to_str().unwrap(), "-o", output.to_str().unwrap()];
    let arguments = [
        &[
            "bulk",
            "--json",
            "--no-savings",
            "--add",
            "encoding,segments,units,remaining,offenders",
        ],
        &paths[..],
    ];
    let summary: Value = serde_json::from_str(&answer(arguments.concat())).unwrap();

    let sum = counted::compare(&input, &output);
    assert_eq!(sum.rows, ROWS);
    assert_eq!(
        (&summary["rows"], &summary["totalSegments"]),
        (&json!(sum.rows), &json!(sum.segments))
    );
    let bins: Vec<Value> = sum
        .bins
        .iter()
        .map(|(segments, rows)| json!({ "segments": segments, "rows": rows }))
        .collect();
    assert_eq!(summary["segments"], json!(bins));
    assert_eq!(names(&directory), ["in.csv", "out.csv"]);
    std::fs::remove_dir_all(directory).unwrap();
}

#[test]
fn the_dearest_rows_come_first_and_of_equals_the_first() {
    let long = "x".repeat(200);
    let text = format!("a\n{long}\nb\n{long}y\n{long}\n");
    let summary = stdout(fed(
        text,
        [
            "bulk",
            "-",
            "--format=lines",
            "--summary",
            "--json",
            "--threads=3",
        ],
    ));
    let summary: Value = serde_json::from_str(&summary).unwrap();
    let lines = summary["dearest"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["line"].as_u64().unwrap());
    assert_eq!(lines.collect::<Vec<_>>(), [4, 2, 5, 1, 3]);
}

/// A byte order mark at the beginning of a file is dropped; at the beginning of any other row the same character stays.
#[test]
fn no_row_loses_its_first_character() {
    let text = format!("text\n{}", "\u{FEFF}x\n".repeat(200_000));
    let counted = stdout(fed(text, ["bulk", "--format=csv", "--add=units"]));
    assert!(counted.lines().skip(1).all(|row| row == "\u{FEFF}x,2"));
}

/// Behind a mark of byte order a quote opens a cell, as it does where a file begins.
#[test]
fn a_mark_before_a_quoted_name() {
    let text = "\u{FEFF}\"text,\"\nHello\n";
    let counted = stdout(fed(text, ["bulk", "--format=csv", "--add=units"]));
    assert_eq!(counted, "\"text,\",sms_units\nHello,5\n");
}

#[test]
fn the_number_of_workers_makes_no_difference() {
    // Every hundredth line is a bad row, unless it is in a cell.
    let text = campaign(20_000);
    let rows = (0..).zip(text.lines());
    let rows = rows.flat_map(|(row, line)| {
        let bad = (row % 100 == 99).then_some("bad");
        [line].into_iter().chain(bad)
    });
    let text = rows.collect::<Vec<_>>().join("\n");
    let directory = directory("workers");
    let bad = directory.join("bad.csv");
    let run = |threads: &str| {
        let list = ["--force", "--bad-rows", bad.to_str().unwrap()];
        let arguments = ["bulk", "--format=csv", "--threads", threads];
        let output = fed(&text, [&arguments[..], &list].concat());
        (output.stdout, output.stderr, std::fs::read(&bad).unwrap())
    };
    let one = run("1");
    let lines = |octets: &[u8]| octets.split(|octet| *octet == b'\n').count();
    assert!(lines(&one.0) > 20_000 && lines(&one.2) > 150);
    for threads in ["2", "3", "16", "100"] {
        assert!(run(threads) == one, "{threads}");
    }
}
