//! Errors of `septet bulk` for files that it cannot read, or not unambiguously.

use std::fs;

use crate::bulk_files::{directory, gzip};
use crate::command::{complaint, septet};
use crate::table::{self, csv, row, rows, utf16, xlsx_of};

/// Unreadable and ambiguous files: the exit code and the sentence.
#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn every_complaint() {
    let directory = directory("complaints");
    let rows = rows(3, 5);
    let formula =
        "<row r=\"2\"><c r=\"A2\"><f>B2&amp;\"x\"</f></c><c r=\"B2\"><v>1</v></c></row>".to_owned();
    let twice = gzip(&gzip(b"text\na\n"));
    let semicolons = csv(&rows, ';', "\r\n", false);
    let short = gzip(semicolons.repeat(50).as_bytes());
    let books = [("One", row(1, &["text"])), ("Two", row(1, &["text"]))];
    let two_files = table::zip(&[("a.csv", b"text\n"), ("b.csv", b"text\n")]);
    for (name, octets, options, code, sentence) in [
        (
            "one.csv",
            &b"Name;Text\nHi\nyou\nthere\n"[..],
            &[][..],
            4,
            "one.csv: the header \"Name;Text\" is one column, but contains a semicolon (;): say with --delimiter what separates the columns; if it is one column, --delimiter , --column 1",
        ),
        (
            "either.csv",
            b"a,b;c\n1,2;3\n",
            &[],
            4,
            "either.csv: the columns may be separated by a comma (,) or a semicolon (;): say which with --delimiter",
        ),
        (
            "none.csv",
            semicolons.as_bytes(),
            &["--column=Texte"],
            4,
            "there is no column Texte; the columns are Name, Phone, Message",
        ),
        (
            "none.ndjson",
            b"{\"a\":1}\n{\"b\":2}\n",
            &["--column=c"],
            4,
            "no object has a key c; the keys of the first object are a",
        ),
        (
            "none.json",
            b"[{\"a\":{\"b\":1}}]",
            &["--column=a.c"],
            4,
            "no object has a key a.c; the keys of the first object are a",
        ),
        (
            "some.ndjson",
            b"{\"a\":1}\n{\"b\":2}\n",
            &["--column=a"],
            5,
            "1 row could not be read and is left out; the first: some.ndjson, line 2: the key a is missing; --bad-rows FILE lists them; --allow-bad 1 permits them",
        ),
        (
            "twice.ndjson",
            b"{\"a\":1,\"a\":2}\n{\"a\":3}\n",
            &["--column=a"],
            5,
            "1 row could not be read and is left out; the first: twice.ndjson, line 1: not a JSON object: the key a occurs twice at column 13; --bad-rows FILE lists them; --allow-bad 1 permits them",
        ),
        (
            "twice.csv",
            b"Text,Text,Text\na,b,c\n",
            &["--column=Text"],
            4,
            "there are 3 columns Text, the columns 1, 2 and 3: say which by its number, such as --column 1",
        ),
        (
            "usual-twice.csv",
            b"id,text,text\n1,b,c\n",
            &[],
            4,
            "there are 2 columns text, the columns 2 and 3: say which by its number, such as --column 2",
        ),
        (
            "open.csv",
            b"Name,Text\nAnn,ok\nBo,\"never closed\nCy,fine\n",
            &[],
            4,
            "open.csv, line 3: a quote opens here and is never closed; close it, or take quotes as text with --no-quoting",
        ),
        (
            "swallowed.csv",
            b"Name,Text\nAnn,\"never closed\nBo,\"fine\nCy,ok\n",
            &[],
            5,
            "1 row could not be read and is left out; the first: swallowed.csv, line 2: a quoted cell goes over several lines, and text follows its closing quote: a quote may be missing; --bad-rows FILE lists them; --allow-bad 1 permits them",
        ),
        (
            "all.csv",
            b"Name,Text\na\nb,c,d\n",
            &["--allow-bad=9"],
            5,
            "no row could be read; the first: all.csv, line 2: 1 instead of 2 columns; --bad-rows FILE lists them",
        ),
        (
            "western.csv",
            b"Text\nok\nJos\xE9\n",
            &[],
            5,
            "1 row could not be read and is left out; the first: western.csv, line 3: not UTF-8: octet 0xE9 at byte 3 of the row; if the file is not UTF-8, --input-encoding windows-1252 or another name reads it; --bad-rows FILE lists them; --allow-bad 1 permits them",
        ),
        (
            "western-name.csv",
            b"Gr\xFC\xDFe,Text\na,ok\n",
            &[],
            4,
            "western-name.csv: the name of column 1 is not UTF-8; --input-encoding windows-1252 or another name reads it",
        ),
        (
            "zero.csv",
            b"Text,N\nok,1\na\0b,2\n",
            &[],
            5,
            "1 row could not be read and is left out; the first: zero.csv, line 3: a zero octet (NUL) is in the row: the file may be UTF-16 or damaged; --bad-rows FILE lists them; --allow-bad 1 permits them",
        ),
        (
            "unmarked.csv",
            &utf16("Text;N\nok;1\n", u16::to_le_bytes),
            &[],
            4,
            "unmarked.csv: seems to be UTF-16LE without a byte order mark: --input-encoding utf-16le reads it",
        ),
        (
            "empty.csv",
            b"",
            &[],
            4,
            "empty.csv is empty: there is not even a line of names",
        ),
        (
            "mark.csv",
            b"\xEF\xBB\xBF",
            &[],
            4,
            "mark.csv is empty: there is not even a line of names",
        ),
        (
            "empty.xlsx",
            &xlsx_of(&[("A", String::new())]),
            &[],
            4,
            "empty.xlsx is empty: there is not even a line of names",
        ),
        (
            "cut.csv.gz",
            &short[..short.len() / 2],
            &[],
            4,
            "cut.csv.gz: ",
        ),
        (
            "none.csv.gz",
            b"text\na\n",
            &[],
            4,
            "none.csv.gz: its name ends in .gz, but it is not packed by gzip",
        ),
        (
            "none.csv.xz",
            b"text\na\n",
            &[],
            4,
            "none.csv.xz: its name ends in .xz, but it is not packed by xz",
        ),
        (
            "twice.csv.gz",
            &twice,
            &[],
            4,
            "twice.csv.gz: is packed twice: unpack it first",
        ),
        (
            "book.csv",
            b"PAR1\0\0\0\0",
            &[],
            4,
            "book.csv: is a Parquet file: query it with septet sql, or export it as CSV",
        ),
        (
            "print.csv",
            b"%PDF-1.7\n",
            &[],
            4,
            "print.csv: is a PDF document: export it as CSV",
        ),
        (
            "data.csv",
            b"SQLite format 3\0",
            &[],
            4,
            "data.csv: is a SQLite database: export the table as CSV",
        ),
        (
            "page.xls",
            b"<html><table><tr><td>text</td></tr></table>",
            &[],
            4,
            "page.xls: is a web page: open it where it came from, and export it as CSV or .xlsx",
        ),
        (
            "text.xlsx",
            b"Name;Text\n",
            &[],
            4,
            "text.xlsx: is not a workbook, though it is called one: say what it holds with --format csv, tsv or lines",
        ),
        (
            "broken.xlsx",
            b"PK\x03\x04broken",
            &[],
            4,
            "broken.xlsx is a damaged zip archive: ",
        ),
        (
            "books.xlsx",
            &xlsx_of(&books),
            &[],
            4,
            "books.xlsx has several sheets: say which with --sheet; they are One, Two",
        ),
        (
            "sheet.xlsx",
            &xlsx_of(&books),
            &["--sheet=Three"],
            4,
            "sheet.xlsx has no sheet Three; its sheets are One, Two",
        ),
        (
            "formula.xlsx",
            &xlsx_of(&[("A", row(1, &["text", "n"]) + &formula)]),
            &[],
            4,
            "formula.xlsx: the formula in A2 of the sheet A has no result: open the workbook in a spreadsheet and save it",
        ),
        (
            "two.zip",
            &two_files,
            &[],
            4,
            "two.zip holds 2 files: unpack it and name those that are meant; they are a.csv, b.csv",
        ),
        (
            "none.zip",
            &table::zip(&[]),
            &[],
            4,
            "none.zip is an empty zip archive",
        ),
        (
            "short.json",
            b"[{\"text\":\"a\"},",
            &[],
            4,
            "short.json: the JSON ends before its last bracket: it may be cut off",
        ),
        (
            "arrays.json",
            b"{\"a\":[{\"text\":1}],\"b\":[{\"text\":2}]}",
            &[],
            4,
            "arrays.json: the JSON holds two arrays, a and b: keep the one that is meant",
        ),
        (
            "scalar.json",
            b"7",
            &[],
            4,
            "scalar.json: the JSON has something else where an array or an object should begin, at byte 0",
        ),
        (
            "strings.json",
            b"[\"a\",\"b\"]",
            &["--column=text"],
            5,
            "no row could be read; the first: strings.json, row 1: not a JSON object: ",
        ),
        (
            "no-name",
            b"text\na\n",
            &[],
            2,
            "no-name: say what it holds with --format csv, tsv, ndjson, json, xlsx or lines",
        ),
    ] {
        fs::write(directory.join(name), octets).unwrap();
        let arguments = [
            &["bulk", name, "--summary", "--json", "--price=0.01"],
            options,
        ]
        .concat();
        let output = septet(arguments).current_dir(&directory).output().unwrap();
        let (found, message) = complaint(&output);
        assert_eq!(found, code, "{name}: {message}");
        let is_whole = !sentence.ends_with(": ") && code != 2;
        let expected = format!("error: {sentence}{}", if is_whole { "\n" } else { "" });
        assert!(
            message.starts_with(&expected),
            "{name}: {message}\nexpected: {expected}"
        );
        assert_eq!(output.stdout.is_empty(), code != 5, "{name}");
    }
}
