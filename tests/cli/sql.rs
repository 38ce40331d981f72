//! `septet sql`, from files made here to answers.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;

use datafusion::arrow::array::{Int64Array, RecordBatch, StringArray};
use datafusion::parquet::arrow::ArrowWriter;

use crate::command::{complaint, septet, stdout};

/// A directory of its own for one test, removed at its end.
struct Directory(PathBuf);

impl Directory {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("septet-sql-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Directory(path)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn write(&self, name: &str, contents: impl AsRef<[u8]>) {
        fs::write(self.path(name), contents).unwrap();
    }

    /// Standard output of a query whose files are named from here.
    fn query(&self, arguments: &[&str]) -> String {
        stdout(
            septet([&["sql"], arguments].concat())
                .current_dir(&self.0)
                .output()
                .unwrap(),
        )
    }

    /// Exit code and standard error of one that fails, which must have printed nothing.
    fn refused(&self, query: &str) -> (i32, String) {
        let output = septet(["sql", query])
            .current_dir(&self.0)
            .output()
            .unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{query}");
        complaint(&output)
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const TEXTS: [&str; 5] = [
    "Hello",
    "Your “code” – 12",
    "two\nlines, \"quoted\"",
    "🎉 party",
    "STOP",
];

/// The texts `copies` times, numbered from `first`, as Parquet.
fn parquet(path: &Path, first: i64, copies: usize) {
    let texts = TEXTS.repeat(copies);
    let ids: Vec<i64> = (first..).take(texts.len()).collect();
    let batch = RecordBatch::try_from_iter([
        ("id", Arc::new(Int64Array::from(ids)) as _),
        ("text", Arc::new(StringArray::from(texts)) as _),
    ])
    .unwrap();
    let mut writer =
        ArrowWriter::try_new(File::create(path).unwrap(), batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
}

fn csv(separator: char) -> String {
    let mut rows = format!("id{separator}text\n");
    for (id, text) in TEXTS.iter().enumerate() {
        writeln!(rows, "{id}{separator}\"{}\"", text.replace('"', "\"\"")).unwrap();
    }
    rows
}

fn ndjson() -> String {
    let row = |(id, text)| serde_json::json!({ "id": id, "text": text }).to_string() + "\n";
    TEXTS.iter().enumerate().map(row).collect()
}

/// What the library says of each text, as the command prints it.
fn expected() -> String {
    let row = |(id, text): (usize, &&str)| {
        let count = septet::count(text);
        format!(
            "{id},{},{},{}\n",
            count.encoding(),
            count.segments(),
            count.units()
        )
    };
    let rows: String = TEXTS.iter().enumerate().map(row).collect();
    "id,encoding,segments,units\n".to_owned() + &rows
}

#[test]
fn the_same_texts_in_every_kind_of_file() {
    let directory = Directory::new("kinds");
    parquet(&directory.path("m.parquet"), 0, 1);
    directory.write("m.csv", csv(','));
    directory.write("m.tsv", csv('\t'));
    directory.write("m.ndjson", ndjson());
    directory.write("m.jsonl", ndjson());
    directory.write("M.JSON", ndjson());
    for name in [
        "m.parquet",
        "m.csv",
        "m.tsv",
        "m.ndjson",
        "m.jsonl",
        "M.JSON",
    ] {
        let query = format!(
            "select id, sms_encoding(text) as encoding, sms_segments(text) as segments, \
             sms_units(text) as units from '{name}' order by id"
        );
        assert_eq!(directory.query(&[&query]), expected(), "{name}");
    }
}

#[test]
fn compressed_text_is_read_as_it_is() {
    let directory = Directory::new("compressed");
    directory.write("m.csv", csv(','));
    directory.write("m.ndjson", ndjson());
    for (source, copy, compression) in [
        ("m.csv", "c.csv.gz", "gzip"),
        ("m.csv", "c.csv.zst", "zstd"),
        ("m.csv", "c.csv.bz2", "bzip2"),
        ("m.ndjson", "c.ndjson.xz", "xz"),
    ] {
        let kind = if copy.contains("csv") { "csv" } else { "json" };
        let query = format!(
            "copy (select * from '{source}') to '{copy}' stored as {kind} options ('format.compression' '{compression}')"
        );
        assert_eq!(directory.query(&[&query]), "count\n5\n", "{copy}");
        let query = format!("select sum(sms_units(text)) as units from '{copy}'");
        let units: usize = TEXTS.iter().map(|text| septet::count(text).units()).sum();
        assert_eq!(
            directory.query(&[&query]),
            format!("units\n{units}\n"),
            "{copy}"
        );
    }
}

#[test]
fn a_directory_and_a_pattern_are_one_table() {
    let directory = Directory::new("many");
    fs::create_dir(directory.path("sent")).unwrap();
    for file in 0..4 {
        parquet(
            &directory.path(&format!("sent/{file}.parquet")),
            file * 500,
            100,
        );
    }
    let segments: usize = TEXTS
        .iter()
        .map(|text| septet::count(text).segments())
        .sum();
    for table in ["sent/", "sent", "sent/*.parquet"] {
        for threads in [&["--threads", "1"][..], &["--threads", "3"]] {
            let query =
                format!("select count(*) as n, sum(sms_segments(text)) as s from '{table}'");
            let answer = directory.query(&[&[query.as_str()], threads].concat());
            assert_eq!(answer, format!("n,s\n2000,{}\n", segments * 400), "{table}");
        }
    }
    let query = "select max(id) as id from 'sent/[12].parquet'";
    assert_eq!(directory.query(&[query]), "id\n1499\n");
}

#[test]
fn rows_as_table_csv_and_json() {
    let directory = Directory::new("formats");
    directory.write("m.csv", "text\n“№ 1”\n\"\"\nHello\n");
    let query =
        "select text, sms_offenders(text) as o, sms_analyze(text)['units'] as u from 'm.csv'";
    let table = "\
+-------+-----------+---+
| text  | o         | u |
+-------+-----------+---+
| “№ 1” | [“, №, ”] | 5 |
|       |           |   |
| Hello | []        | 5 |
+-------+-----------+---+
";
    assert_eq!(directory.query(&[query, "--format", "table"]), table);
    let csv = "text,o,u\n“№ 1”,\"[“, №, ”]\",5\n,,\nHello,[],5\n";
    assert_eq!(directory.query(&[query]), csv);
    let lines = [
        r#"{"text":"“№ 1”","o":["“","№","”"],"u":5}"#,
        r#"{"text":null,"o":null,"u":null}"#,
        r#"{"text":"Hello","o":[],"u":5}"#,
    ];
    for arguments in [&["--json"][..], &["--format", "ndjson"]] {
        let answer = directory.query(&[&[query], arguments].concat());
        assert_eq!(answer, lines.join("\n") + "\n");
    }
    let json = directory.query(&[query, "--format=json"]);
    assert_eq!(json, format!("[{}]\n", lines.join(",\n")));

    let nothing = "select text from 'm.csv' where false";
    assert_eq!(directory.query(&[nothing]), "text\n");
    assert_eq!(directory.query(&[nothing, "--format=json"]), "[]\n");
    assert_eq!(directory.query(&[nothing, "--json"]), "");
    assert_eq!(
        directory.query(&["set datafusion.execution.batch_size = 10"]),
        ""
    );
}

#[test]
fn a_table_has_a_thousand_rows_at_most_and_says_so() {
    let directory = Directory::new("long");
    let rows = |query: &str| directory.query(&[query, "--format", "table"]);
    let table = rows("select * from generate_series(1, 20000)");
    assert_eq!(table.lines().count(), 1_000 + 4 + 1);
    assert!(table.ends_with("\nthe first 1,000 rows; --format csv prints all\n"));
    assert_eq!(
        rows("select * from generate_series(1, 1000)")
            .lines()
            .count(),
        1_000 + 4
    );
}

/// Sorts 20 MB of rows in 16 MB of memory: they go to disk and come back in order.
#[test]
fn what_does_not_fit_memory_spills() {
    let directory = Directory::new("spill");
    parquet(&directory.path("m.parquet"), 0, 60_000);
    fs::create_dir(directory.path("disk")).unwrap();
    let query = "select id, repeat(text, 3) as t from 'm.parquet' order by t desc, id desc";
    let arguments = ["--threads", "1", "--memory"];
    let whole = directory.query(&[&[query], &arguments[..], &["1G"]].concat());
    let spilled =
        directory.query(&[&[query], &arguments[..], &["16M", "--spill", "disk"]].concat());
    assert_eq!(whole.matches("STOPSTOPSTOP").count(), 60_000);
    assert!(spilled == whole, "the same rows in the same order");
    let query = format!("explain analyze {query}");
    let plan = directory.query(
        &[
            &[query.as_str()],
            &arguments[..],
            &["16M", "--spill", "disk"],
        ]
        .concat(),
    );
    let spills = plan.split("spill_count=").skip(1);
    let spills: u32 = spills
        .filter_map(|rest| rest.split(',').next()?.parse::<u32>().ok())
        .sum();
    assert!(spills > 0, "{plan}");
}

#[test]
fn a_wrong_query_is_2() {
    let directory = Directory::new("wrong");
    directory.write("m.csv", csv(','));
    for (query, sentence) in [
        (
            "select",
            "sql parser error: Expected: an expression, found: EOF",
        ),
        (
            "select x from 'm.csv'",
            "No field named x.\nValid fields are \"m.csv\".id, \"m.csv\".text.",
        ),
        (
            "select * from nope",
            "table 'datafusion.public.nope' not found",
        ),
        (
            "select 1; select 2",
            "The context currently only supports a single SQL statement",
        ),
        (
            "select sms_units(id) from 'm.csv'",
            "sms_units: text must be a string, not Int64: write cast(… as varchar)",
        ),
        (
            "select sms_units(text, 'smart=best') from 'm.csv'",
            "sms_units: smart cannot be 'best': expected one of twilio, telnyx, typography, compatibility, transliteration",
        ),
        (
            "select sms_units(text, text) from 'm.csv'",
            "sms_units: options must be a constant, the same for all rows",
        ),
    ] {
        assert_eq!(
            directory.refused(query),
            (2, format!("error: {sentence}\n")),
            "{query}"
        );
    }
    for arguments in [
        &["select 1", "--memory", "much"][..],
        &["select 1", "--memory=0"],
        &["select 1", "--threads=0"],
        &[],
    ] {
        assert_eq!(
            septet([&["sql"], arguments].concat())
                .output()
                .unwrap()
                .status
                .code(),
            Some(2),
            "{arguments:?}"
        );
    }
}

#[test]
fn a_demand_that_no_row_may_fail_is_3() {
    let directory = Directory::new("demand");
    directory.write("m.csv", csv(','));
    let sentence =
        "error: '“' (U+201C) at index 5 has no GSM-7 code: allow UCS-2 or replace the character\n";
    let query = "select sms_units(text, 'encoding=GSM-7') from 'm.csv'";
    assert_eq!(directory.refused(query), (3, sentence.to_owned()));
}

#[test]
fn a_file_that_cannot_be_read_is_4() {
    let directory = Directory::new("unreadable");
    directory.write("m.doc", "text");
    directory.write("m.parquet", "text\nHello\n");
    directory.write("m.csv.gz", "text\nHello\n");
    directory.write("bad.ndjson", "{\"text\":\"Hello\"}\n{\"text\":\n");
    let kinds = "files are known by .parquet, .csv, .tsv, .ndjson, .jsonl and .json, text also with .gz, .zst, .bz2 or .xz behind";
    for (name, sentence) in [
        ("nope.csv", "there is no such file".to_owned()),
        ("nope/*.csv", "there is no such file".to_owned()),
        ("m.doc", kinds.to_owned()),
        (
            "s3://bucket/m.parquet",
            "it is not on this machine".to_owned(),
        ),
        ("m.parquet", String::new()),
        ("m.csv.gz", String::new()),
        ("bad.ndjson", String::new()),
    ] {
        let (code, message) = directory.refused(&format!("select * from '{name}'"));
        let expected = format!("error: '{name}' cannot be read: {sentence}");
        assert!(
            code == 4 && message.starts_with(&expected),
            "{code} {message}"
        );
        assert_eq!(message.lines().count(), 1, "{message}");
    }
}

#[test]
fn what_goes_wrong_in_a_row_is_4() {
    let directory = Directory::new("rows");
    let rows = "1\n".repeat(2_000) + "one\n";
    directory.write("m.csv", "id\n".to_owned() + &rows);
    let output = septet(["sql", "select sum(id) from 'm.csv'"])
        .current_dir(&directory.0)
        .output()
        .unwrap();
    let (code, message) = complaint(&output);
    assert_eq!(code, 4);
    assert!(
        message.contains("Error while parsing value 'one'"),
        "{message}"
    );
}

#[test]
fn a_reader_of_rows_that_has_gone_is_no_error() {
    let mut child = septet(["sql", "select * from generate_series(1, 3000000)"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert_eq!(
        complaint(&child.wait_with_output().unwrap()),
        (0, String::new())
    );
}

#[test]
fn rows_that_cannot_be_written_are_4() {
    let Ok(mut full) = File::options().write(true).open("/dev/full") else {
        return; // Only where there is such a device.
    };
    assert!(full.write_all(b"x").is_err());
    let output = septet(["sql", "select 1"]).stdout(full).output().unwrap();
    let (code, message) = complaint(&output);
    assert!(
        code == 4 && message.starts_with("error: the output cannot be written: "),
        "{message}"
    );
}
