//! `septet sql` reads what `septet bulk` reads, with the same options, and refuses the rest with its sentences.

use std::fs;

use super::Directory;
use crate::bulk_formats::{ROWS, files};
use crate::command::{complaint, septet};
use crate::table::{rows, totals};

/// Every file that the tests of `septet bulk` have, with the options it needs there.
#[test]
fn every_file_of_bulk_has_the_same_segments() {
    let directory = Directory::new("inputs");
    let (_, segments) = totals(&rows(7, ROWS));
    for (name, octets, options) in files() {
        directory.write(name, octets);
        let is_json = name.contains("json");
        let column = if is_json { "message" } else { "Message" };
        let query = format!("select count(*), sum(sms_segments(\"{column}\")) from '{name}'");
        let is_other = |option: &&&str| !option.starts_with("--column");
        let options = options.iter().filter(is_other).copied();
        let arguments: Vec<&str> = [query.as_str()].into_iter().chain(options).collect();
        let answer = directory.query(&arguments);
        let (_, numbers) = answer.split_once('\n').unwrap();
        assert_eq!(numbers, format!("{ROWS},{segments}\n"), "{name}");
    }
}

#[test]
fn options_say_what_a_file_does_not_show() {
    let directory = Directory::new("options");
    for (name, octets, options, rows) in [
        (
            "either.csv",
            &b"a,b;c\n1,2;3\n"[..],
            &["--delimiter=;"][..],
            "\"a,b\",c\n\"1,2\",3\n",
        ),
        (
            "export",
            b"id;text\n1;a\n",
            &["--input-format=csv"],
            "id,text\n1,a\n",
        ),
        (
            "may.dat",
            b"id\ttext\n1\t\"a\n",
            &["--input-format=TSV", "--no-quoting"],
            "id,text\n1,\"\"\"a\"\n",
        ),
        (
            "lines.txt",
            b"two; words\n\n\"x\"\r\n",
            &["--input-format=lines"],
            "text\ntwo; words\n\"\"\n\"\"\"x\"\"\"\n",
        ),
        ("plain.txt", b"id\ttext\n1\ta\n", &[], "id,text\n1,a\n"),
        (
            "bare.csv",
            b"a,b\nc,d\n",
            &["--no-header"],
            "column_1,column_2\na,b\nc,d\n",
        ),
        (
            "notes.ndjson",
            b"# May\n{\"text\":\"a\"}\n",
            &["--skip-lines=1"],
            "text\na\n",
        ),
        ("one.csv", b"a; b\nc\n", &["--delimiter=,"], "a; b\nc\n"),
        (
            "western.csv",
            b"text\nJos\xE9\n",
            &["--input-encoding=latin1"],
            "text\nJosé\n",
        ),
        (
            "lossy.csv",
            b"text\nJos\xE9\n",
            &["--lossy"],
            "text\nJos\u{FFFD}\n",
        ),
        (
            "lossy.ndjson",
            b"{\"text\":\"Jos\xE9\"}\n",
            &["--lossy"],
            "text\nJos\u{FFFD}\n",
        ),
        (
            "copy.tsv",
            b"id\ttext\n1\ta\\tb\n2\t\\N\n",
            &["--no-quoting", "--escape=\\"],
            "id,text\n1,a\tb\n2,\n",
        ),
        (
            "strings.json",
            b"[\"a\", \"b\\n\", null]",
            &[],
            "text\na\n\"b\n\"\n\"\"\n",
        ),
        ("strings.ndjson", b"\"a\"\n\"b\"\n", &[], "text\na\nb\n"),
        (
            "object.json",
            b"{\"data\":[\"a\"],\"n\":1}",
            &[],
            "data,n\n[a],1\n",
        ),
    ] {
        directory.write(name, octets);
        // A name without a dot is a file where there is one.
        let query = format!("select * from '{name}'");
        let arguments = [&[query.as_str()], options].concat();
        assert_eq!(directory.query(&arguments), rows, "{name}");
    }
}

/// Digits of a text are no number that may lose its zeros.
#[test]
fn texts_and_codes_stay_texts() {
    let directory = Directory::new("codes");
    directory.write(
        "codes.csv",
        "id,Text,code,price\n1,000123,0042,0.10\n2,7,43,2\n",
    );
    let query = "select *, sms_units(\"Text\") as u from 'codes.csv'";
    let rows = "id,Text,code,price,u\n1,000123,0042,0.1,6\n2,7,43,2.0,1\n";
    assert_eq!(directory.query(&[query]), rows);
    assert_eq!(
        directory.query(&["select sum(id) as s from 'codes.csv'"]),
        "s\n3\n"
    );
}

#[test]
fn what_bulk_refuses_is_refused() {
    let directory = Directory::new("refused");
    fs::create_dir(directory.path("book")).unwrap();
    for (name, octets, sentence) in [
        ("may.dat", &b"id;text\n"[..], "the name must end in "),
        (
            "book.xlsx",
            b"id;text\n",
            "is not a workbook, though it is called one: say what it holds with --input-format csv, tsv or lines",
        ),
        (
            "head.csv",
            b"Name;Text\nHi\nyou\nthere\n",
            "the header \"Name;Text\" is one column, but contains a semicolon (;): say with --delimiter what separates the columns; if it is one column, --delimiter ,\n",
        ),
        (
            "caret.csv",
            b"id^text\n1^Hi\n2^you\n",
            "the columns may be separated by a caret (^): say so with --delimiter '^'; if the file has one column, --delimiter ,\n",
        ),
        (
            "parquet.csv",
            b"PAR1",
            "is a Parquet file: its name must end in .parquet\n",
        ),
        (
            "twice.csv",
            b"Message,id,Message\na,1,b\n",
            "the columns 1 and 3 are called Message: give each a name of its own, or leave out the header with --skip-lines and --no-header\n",
        ),
        (
            "unnamed.csv",
            b"May\n\ntext,,\na,1,b\n",
            "the columns 2 and 3 have no name: give each a name of its own, or leave out the header with --skip-lines and --no-header\n",
        ),
        (
            "open.csv",
            b"\n\nid;text\n1;a\n2;\"b\n",
            "line 5: a quote opens here and is never closed; close it, or take quotes as text with --no-quoting\n",
        ),
        (
            "early.csv",
            b"text\n\"Hello\nyou\" there\nbye\n",
            "line 2: a quoted cell goes over several lines, and text follows its closing quote: a quote may be missing\n",
        ),
        (
            "after.csv",
            b"id,text\n1,\"a\" b\n",
            "line 2: text follows the closing quote of a cell: if quotes are text, --no-quoting reads them; ",
        ),
        ("joined.csv", b"id,text\r\n1,id,text\r\n", "Csv error: "),
        (
            "again.csv",
            b"\nid,text\r\n1,a\r\nid,text\r\n2,b\r\n",
            "line 4: the names of the columns stand here again: name the files one after another instead of joining them\n",
        ),
        (
            "zero.csv",
            b"text\nHel\0lo\n",
            "line 2: a zero octet (NUL) is in the row: the file may be UTF-16 or damaged\n",
        ),
        (
            "western.csv",
            b"text\nJos\xE9\n",
            "Csv error: Encountered UTF-8 error while reading CSV file: invalid utf-8: invalid UTF-8 in field 0 near byte index 3 at line 2; if the file is not UTF-8, --input-encoding windows-1252 or another name reads it\n",
        ),
        (
            "mixed.json",
            b"[\"a\",{\"text\":\"b\"}]",
            "line 2: the value is not a text\n",
        ),
    ] {
        directory.write(name, octets);
        let (code, message) = directory.refused(&format!("select * from '{name}'"));
        let expected = format!("error: '{name}' cannot be read: {sentence}");
        assert!(
            code == 4 && message.starts_with(&expected),
            "{code} {message}{expected}"
        );
    }
    for (arguments, sentence) in [
        (
            &["--escape=;", "--delimiter=;"][..],
            "--escape and --delimiter are the same character",
        ),
        (&["--delimiter=\""], "a quote encloses cells"),
        (
            &["--input-encoding=nope"],
            "expected a name of the WHATWG Encoding Standard",
        ),
    ] {
        let output = septet([&["sql", "select 1"], arguments].concat())
            .output()
            .unwrap();
        let (code, message) = complaint(&output);
        assert!(code == 2 && message.contains(sentence), "{message}");
    }
}

#[cfg(unix)]
#[test]
fn a_device_is_refused() {
    let directory = Directory::new("device");
    let sentence = "error: '/dev/null' cannot be read: it is a pipe or a device; write it to a file first, or use septet bulk\n";
    let found = directory.refused("select * from '/dev/null'");
    assert_eq!(found, (4, sentence.to_owned()));
}

/// The engine reads columns by their order, and files of one kind alone: others would be lost, or read as what they are not.
#[test]
fn files_of_a_table_are_alike() {
    for (name, first, (second, octets), sentence) in [
        (
            "order",
            "name,text\nAnn,a\n",
            ("b.csv", &b"text,name\nb,Bob\n"[..]),
            "has other columns: text, name; those of the first file are name, text\n",
        ),
        (
            "delimiters",
            "id,text\n1,a\n",
            ("b.csv", b"id;text\n2;b\n"),
            "does not hold the same format as the first file: their columns are separated differently\n",
        ),
        (
            "kinds",
            "text\na\n",
            ("b.ndjson", b"{\"text\":\"b\"}\n"),
            "its files do not hold the same format; a pattern takes those of one kind, such as 'sent/*.csv'\n",
        ),
        (
            "packed",
            "text\na\n",
            ("b.csv.gz", b""),
            "its files do not hold the same format; ",
        ),
        (
            "broken",
            "text\na\n",
            ("b.csv", b"text\n\"b\n"),
            "b.csv: line 2: a quote opens here and is never closed; ",
        ),
    ] {
        let directory = Directory::new(name);
        fs::create_dir(directory.path("sent")).unwrap();
        directory.write("sent/a.csv", first);
        directory.write(&format!("sent/{second}"), octets);
        let (code, message) = directory.refused("select max(text) from 'sent/'");
        assert!(
            code == 4 && message.contains(sentence),
            "{name}: {code} {message}"
        );
    }
    let directory = Directory::new("alike");
    fs::create_dir(directory.path("sent")).unwrap();
    directory.write("sent/a.csv", "code,text\n1,a\n");
    directory.write("sent/b.csv", "\u{FEFF}\"code\",text\r\n02,b\r\n");
    directory.write("sent/notes.md", "what this is");
    directory.write("sent/c.csv", "");
    let query = "select code, text from 'sent/' order by 1";
    assert_eq!(directory.query(&[query]), "code,text\n02,b\n1,a\n");
    let query = "select code, text from 'sent/[ab].csv' order by 1";
    assert_eq!(directory.query(&[query]), "code,text\n02,b\n1,a\n");
}
