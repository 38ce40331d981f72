//! Whatever is wrong, with queries and with files: one clear sentence, and the exit code.

use std::fs::File;
use std::io::Write;

use super::{Directory, csv};
use crate::bulk_files::gzip;
use crate::command::{abandoned, complaint, septet};

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
    let sentence = "error: '“' (U+201C LEFT DOUBLE QUOTATION MARK) at index 5 has no GSM-7 code: allow UCS-2 or replace the character\n";
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
    let kinds = "the name must end in .parquet, .csv, .tsv, .txt, .ndjson, .jsonl, .json, .xlsx, .ods and .zip; text may be packed (.gz, .zst, .bz2, .xz)";
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

/// There is something of the name, but it does not open.
#[cfg(unix)]
#[test]
fn a_file_that_does_not_open_is_4() {
    let directory = Directory::new("closed");
    std::os::unix::fs::symlink("loop.csv", directory.path("loop.csv")).unwrap();
    let (code, message) = directory.refused("select * from 'loop.csv'");
    assert_eq!(code, 4, "{message}");
    assert!(
        message.starts_with("error: 'loop.csv' cannot be read: ")
            && message.contains("Too many levels of symbolic links"),
        "{message}"
    );
    std::fs::create_dir(directory.path("directory.csv")).unwrap();
    let (code, message) = directory.refused("select * from 'directory.csv'");
    let nothing = "error: 'directory.csv' cannot be read: there is no such file\n";
    assert_eq!((code, message.as_str()), (4, nothing));
}

#[test]
fn a_file_without_columns_is_4() {
    let directory = Directory::new("empty");
    for name in ["empty.csv", "empty.ndjson", "empty.parquet"] {
        directory.write(name, "");
        assert_eq!(
            directory.refused(&format!("select text from '{name}'")),
            (
                4,
                format!("error: '{name}' cannot be read: it is empty, or has no columns\n")
            )
        );
    }
    directory.write("header.csv", "id,text\n");
    assert_eq!(
        directory.query(&["select * from 'header.csv'"]),
        "id,text\n"
    );
}

#[test]
fn what_goes_wrong_in_a_row_is_4() {
    let directory = Directory::new("rows");
    let good = "1,Hello\n".repeat(2_000);
    let whole = gzip(("id,text\n".to_owned() + &good).as_bytes());
    directory.write("torn.csv.gz", &whole[..whole.len() - 20]);
    let torn = gzip("{\"id\":1,\"text\":\"Hello\"}\n".repeat(2_000).as_bytes());
    directory.write("torn.ndjson.gz", &torn[..torn.len() - 20]);
    for (name, last) in [
        ("number.csv", &b"one,Hello\n"[..]),
        ("short.csv", b"1\n"),
        ("latin.csv", b"1,H\xFFllo\n"),
    ] {
        directory.write(name, [b"id,text\n", good.as_bytes(), last].concat());
    }
    let good = "{\"id\":1,\"text\":\"Hello\"}\n".repeat(2_000);
    for (name, last) in [
        ("torn.ndjson", &b"{\"id\":1,\"text\":\n"[..]),
        ("latin.ndjson", b"{\"id\":1,\"text\":\"H\xFFllo\"}\n"),
        ("list.ndjson", b"[1,\"Hello\"]\n"),
    ] {
        directory.write(name, [good.as_bytes(), last].concat());
    }
    for (name, part) in [
        ("number.csv", "Error while parsing value 'one'"),
        ("short.csv", "expected 2 got 1"),
        ("latin.csv", "invalid UTF-8"),
        ("torn.csv.gz", "incomplete deflate stream"),
        ("torn.ndjson.gz", "incomplete deflate stream"),
        ("torn.ndjson", "Truncated record"),
        ("latin.ndjson", "non-UTF-8 data"),
        ("list.ndjson", "expected { got [1, \"Hello\"]"),
    ] {
        let (code, message) =
            directory.refused(&format!("select sum(id), max(text) from '{name}'"));
        assert_eq!(code, 4, "{message}");
        let beginning = format!("error: '{name}' cannot be read: ");
        assert!(
            message.starts_with(&beginning) && message.contains(part),
            "{message}"
        );
        assert_eq!(message.lines().count(), 1, "{message}");
    }
    directory.write("m.csv", csv(','));
    let (_, message) =
        directory.refused("select max(b.id) from 'm.csv' a, 'torn.csv.gz' b where a.id = b.id");
    let beginning = "error: 'torn.csv.gz' cannot be read: ";
    assert!(message.starts_with(beginning), "{message}");
}

/// The engine quotes what it cannot read, which may be all of a file.
#[test]
fn an_error_does_not_repeat_the_file() {
    let directory = Directory::new("array");
    let rows = vec!["{\"text\":\"Hello\"}"; 10_000];
    directory.write("array.ndjson", format!("1 [{}]", rows.join(",")));
    let (code, message) = directory.refused("select * from 'array.ndjson'");
    assert_eq!(code, 4);
    assert!(message.chars().count() < 400, "{message}");
}

/// Files are read as `septet bulk` reads them, or refused with its sentence.
#[test]
fn files_are_those_of_bulk() {
    let directory = Directory::new("files");
    let rows = crate::table::rows(5, 200);
    let (_, segments) = crate::table::totals(&rows);
    let semicolons = crate::table::csv(&rows, ';', "\r\n", false);
    let objects = crate::table::objects(&rows);
    let array = serde_json::to_string(&objects).unwrap();
    let tabs = format!("\u{FEFF}{}", crate::table::csv(&rows, '\t', "\r\n", false));
    for (name, octets, column) in [
        ("semicolon.csv", semicolons.clone().into_bytes(), "Message"),
        (
            "sep.csv",
            format!("sep=;\r\n{semicolons}").into(),
            "Message",
        ),
        (
            "titles.csv",
            format!("May\r\n\r\n{semicolons}").into(),
            "Message",
        ),
        ("packed.csv.gz", gzip(semicolons.as_bytes()), "Message"),
        (
            "unicode.txt",
            crate::table::utf16(&tabs, u16::to_le_bytes),
            "Message",
        ),
        (
            "book.xlsx",
            crate::table::xlsx_of(&[("A", crate::table::sheet(&rows, 1))]),
            "Message",
        ),
        ("array.json", array.into_bytes(), "message"),
    ] {
        directory.write(name, octets);
        let query = format!("select sum(sms_segments(\"{column}\")) as segments from '{name}'");
        assert_eq!(
            directory.query(&[&query]),
            format!("segments\n{segments}\n"),
            "{name}"
        );
    }
    directory.write("either.csv", "a,b;c\n1,2;3\n");
    let sentence = "error: 'either.csv' cannot be read: the columns may be separated by a comma (,) or a semicolon (;): say which with --delimiter\n";
    assert_eq!(
        directory.refused("select * from 'either.csv'"),
        (4, sentence.to_owned())
    );
}

#[test]
fn a_reader_of_rows_that_has_gone_is_no_error() {
    let output = abandoned(septet(["sql", "select * from generate_series(1, 3000000)"]));
    assert_eq!(complaint(&output), (0, String::new()));
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

/// Among the first rows, from which types are taken, and behind them.
#[test]
fn a_quote_that_is_never_closed_is_4() {
    let directory = Directory::new("quote");
    let rows = "Hello\n".repeat(5_000);
    directory.write("few.csv", "text\n\"Hello\n");
    directory.write("many.tsv", format!("text\n{rows}\"Hello\n{rows}"));
    for (name, line) in [("few.csv", 2), ("many.tsv", 5_002)] {
        let sentence = format!(
            "error: '{name}' cannot be read: line {line}: a quote opens here and is never closed; close it, or take quotes as text with --no-quoting\n"
        );
        let query = format!("select sum(sms_segments(text)) from '{name}'");
        assert_eq!(directory.refused(&query), (4, sentence));
    }
    // Within a value a quote is a character.
    directory.write("inches.csv", format!("text\n5\" pipe\n{rows}"));
    let query = "select sum(sms_segments(text)) as segments from 'inches.csv'";
    assert_eq!(directory.query(&[query]), "segments\n5001\n");
    // A mark of byte order is none: behind it a quote opens a value.
    directory.write("mark.csv", "\u{FEFF}\"text,\"\nHello\n");
    let query = "select * from 'mark.csv'";
    assert_eq!(directory.query(&[query]), "\"text,\"\nHello\n");
}
