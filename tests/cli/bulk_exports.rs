//! Exports that look like tables and are not quite: never a wrong price, and a sentence that helps.

use std::fs;

use crate::bulk_files::directory;
use crate::command::{complaint, septet};
use crate::table::{row, xlsx_of};

/// A run: its exit code, its rows, and what it says.
fn run(name: &str, octets: &[u8], options: &[&str]) -> (i32, String, String) {
    let directory = directory(&format!("exports-{name}"));
    fs::write(directory.join(name), octets).unwrap();
    let arguments = [&["bulk", name, "--no-savings", "--add=units"], options].concat();
    let output = septet(arguments).current_dir(&directory).output().unwrap();
    let (code, message) = complaint(&output);
    (code, String::from_utf8(output.stdout).unwrap(), message)
}

/// Rows that are no messages: empty ones behind a table, titles of several cells above it.
#[test]
fn rows_around_a_table() {
    for (name, octets, options, rows) in [
        (
            "behind.csv",
            "Name;Message;;\r\nAnn;Hi;;\r\n;;;\r\n;\r\n\"\";\"\"\r\n",
            &[][..],
            "Name;Message;;;sms_units\nAnn;Hi;;;2\n",
        ),
        (
            "one-column.csv",
            "text\nHi\n\"\"\n\n",
            &[],
            "text,sms_units\nHi,2\n\"\",0\n",
        ),
        (
            "limit.csv",
            "id,text\n1,a\n,\n2,b\n3,c\n",
            &["--limit=2"],
            "id,text,sms_units\n1,a,1\n2,b,1\n",
        ),
        (
            "titles.csv",
            "Created;May\nBy;Ann\n\nId;Name;Message\n1;Ann;Hi\n",
            &["--column=Message"],
            "Id;Name;Message;sms_units\n1;Ann;Hi;2\n",
        ),
        (
            "table.txt",
            "id;text\n1;Hi\n2;you\n",
            &[],
            "id;text;sms_units\n1;Hi;2\n2;you;3\n",
        ),
        (
            "marks.csv",
            "\u{FEFF}\u{FEFF}text,id\nHi,1\n",
            &[],
            "text,id,sms_units\nHi,1,2\n",
        ),
        (
            "asked.csv",
            "a;b\n1;2\n",
            &["--delimiter=,", "--column=1"],
            "a;b,sms_units\n1;2,3\n",
        ),
        (
            "names.csv",
            "text,,\nHi,x,y\n",
            &["--to=ndjson"],
            "{\"text\":\"Hi\",\"2\":\"x\",\"3\":\"y\",\"sms_units\":2}\n",
        ),
    ] {
        let (code, written, message) = run(name, octets.as_bytes(), options);
        assert_eq!((code, written.as_str()), (0, rows), "{name}: {message}");
    }
    let (code, summary, message) = run(
        "empty.csv",
        b"id,text\n1,\n2,Hi\n",
        &["--summary", "--json"],
    );
    assert_eq!(
        (code, message.as_str()),
        (0, "warning: 1 text is empty and counts as 1 segment\n")
    );
    assert!(summary.starts_with("{\"rows\":2,"), "{summary}");
}

/// Files and rows that would be priced wrongly.
#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn what_would_be_priced_wrongly() {
    for (name, octets, options, code, sentence) in [
        (
            "below.csv",
            "Created;May\nName;Message\nAnn;Hi\n",
            &["--column=Message"][..],
            4,
            "below.csv: the names of the columns seem to be further below: leave out what stands above with --skip-lines 1\n",
        ),
        (
            "lines.csv",
            "\"id;text\"\n\"1;Hi\"\n",
            &[],
            4,
            "lines.csv: the header \"id;text\" is one cell, but contains a semicolon (;), as all rows do: divide the cells into columns",
        ),
        (
            "commas.csv",
            "Message\nHi, you\nHello\n",
            &["--column=Message"],
            5,
            "1 row could not be read and is left out; the first: commas.csv, line 2: 2 instead of 1 columns; if each line is a text, --format lines --skip-lines 1 reads them;",
        ),
        (
            "early.csv",
            "id,text\n1,\"all\" of it\n2,b\n",
            &[],
            5,
            "1 row could not be read and is left out; the first: early.csv, line 2: text follows the closing quote of a cell: if quotes are text, --no-quoting reads them; if \\\" is a quote within a cell, --escape '\\';",
        ),
        (
            "swallowed.tsv",
            "id\ttext\n1\t\"a\n2\tb\"\n3\tc\n",
            &[],
            5,
            "1 row could not be read and is left out; the first: swallowed.tsv, line 2: a quoted cell goes over several lines that have as many columns as a row: if quotes are text, --no-quoting reads them;",
        ),
        (
            "swallowed.csv",
            "id,text\n1,\"a\n2,b\"\n3,c\n",
            &[],
            5,
            "1 row could not be read and is left out; the first: swallowed.csv, line 2: a quoted cell goes over several lines that have as many columns as a row: if quotes are text, --no-quoting reads them;",
        ),
        (
            "null.csv",
            "id,text\n1,\\N\n2,b\n",
            &[],
            5,
            "1 row could not be read and is left out; the first: null.csv, line 2: the text is \\N, as databases write for no value: --escape '\\' reads it as an empty cell;",
        ),
        (
            "lookup.csv",
            "name,n\n#N/A,1\nAnn,2\n",
            &["--template=Hi {{name}}"],
            5,
            "1 row could not be read and is left out; the first: lookup.csv, line 2: the text is #N/A, an error of a spreadsheet;",
        ),
        (
            "joined.csv",
            "id,text\n1,a\n\u{FEFF}id,text\n2,b\n",
            &[],
            5,
            "1 row could not be read and is left out; the first: joined.csv, line 3: the names of the columns stand here again: name the files one after another instead of joining them;",
        ),
        (
            "blank.csv",
            "  \n \n",
            &[],
            4,
            "blank.csv: the first line names no column: leave it out with --skip-lines 1, or say with --no-header that no line names the columns\n",
        ),
        (
            "zeros.csv",
            "\0\0\0\n",
            &[],
            4,
            "zeros.csv: a zero octet (NUL) is in the first line: the file is UTF-16, which --input-encoding utf-16le reads, or damaged, or not text\n",
        ),
        (
            "json.csv",
            "[{\"text\":\"a, b\"}]",
            &[],
            4,
            "json.csv: holds JSON, not a table: say so with --format json\n",
        ),
        (
            "only.ndjson",
            "{\"id\":1}\n{\"id\":2,\"text\":\"Hi\"}\n",
            &[],
            5,
            "1 row could not be read and is left out; the first: only.ndjson, line 2: there is a key text, which the first object lacks: say with --column which key holds the text;",
        ),
        (
            "broken.ndjson",
            "{\"text\":\"a\"},\n{\"text\":\"b\"},\n",
            &[],
            4,
            "the first row is not a JSON object: trailing characters at column 13\n",
        ),
        ("none.json", "[]", &[], 4, "the file has no row\n"),
        (
            "twice.json",
            "{\"data\":[{\"text\":\"a\"}],\"data\":[{\"text\":\"b\"}]}",
            &["--column=text"],
            4,
            "twice.json: the JSON holds two arrays, data and data: keep the one that is meant\n",
        ),
        (
            "other.json",
            "{\"data\":[],\"included\":[{\"text\":\"a\"}]}",
            &["--column=text"],
            4,
            "no object has a key text; the keys of the first object are data, included\n",
        ),
        (
            "same.csv",
            "id,text\n1,a\n",
            &["--column=text", "--column=2"],
            2,
            "--column names the column 2 twice: its texts would be counted twice\n",
        ),
        (
            "keys.csv",
            "id,a,a\n1,x,y\n",
            &["--column=1", "--to=json"],
            2,
            "the columns 2 and 3 are both called a, and keys of JSON have to differ: write --to csv\n",
        ),
    ] {
        let (found, written, message) = run(name, octets.as_bytes(), options);
        assert_eq!(found, code, "{name}: {message}");
        let expected = format!("error: {sentence}");
        assert!(
            message.starts_with(&expected),
            "{name}: {message}\nexpected: {expected}"
        );
        assert_eq!(written.is_empty(), code != 5, "{name}");
    }
    let cells = [row(1, &["id,text"]), row(2, &["1,Hi"])];
    let book = xlsx_of(&[("Sheet", cells.concat())]);
    let (code, _, message) = run("cells.xlsx", &book, &[]);
    assert!(
        code == 4 && message.contains("Text to Columns"),
        "{message}"
    );
}

/// Prices that would be taken for others, and numbers that lack a calling code.
#[test]
fn prices_of_people() {
    let data = b"to,text\n+4915112345678,a\n";
    let directory = directory("exports-prices");
    let run = |data: &[u8], prices: &str| {
        fs::write(directory.join("in.csv"), data).unwrap();
        fs::write(directory.join("prices.csv"), prices).unwrap();
        let arguments = ["bulk", "in.csv", "--prices=prices.csv", "--add=cost"];
        let output = septet(arguments).current_dir(&directory).output().unwrap();
        let (code, message) = complaint(&output);
        (code, String::from_utf8(output.stdout).unwrap(), message)
    };
    for prices in [
        "Prices of May\n\nPrefix;Price\n49;0,07\n;\n",
        "prefix,price,currency\n0049,0.07,eur\n1,1,EUR\n,,\n",
    ] {
        let (code, rows, message) = run(data, prices);
        let expected = "to,text,sms_cost\n+4915112345678,a,0.07\n";
        assert_eq!((code, rows.as_str()), (0, expected), "{prices}: {message}");
    }
    for (prices, sentence) in [
        (
            "prefix;price\n49;1.500\n",
            "prices.csv, line 2: 1.500 may mean two prices: write 1.5000 or 1500",
        ),
        (
            "prefix;price\n49;0,07\n1;0.01\n",
            "prices.csv, line 3: 0.01 has a `.` before its decimals, and the price in line 2 a `,`: write all prices alike",
        ),
        (
            "prefix,price,note\n*,1,x\n49,0.07,\"x\n1,1,x\n",
            "prices.csv, line 3: a quote opens here and is never closed",
        ),
        (
            "prefix,price,note\n*,1,x\n49,0.07,\"x\n1,1,x\"\n",
            "prices.csv, line 3: a cell goes over several lines: a quote may be missing",
        ),
        (
            "prefix,price,price\n49,0.07,0.08\n",
            "prices.csv has several columns price: keep the one that is meant",
        ),
        (
            "prefix,price\n049,0.07\n*,1\n",
            "prices.csv, line 2: \"049\" is not a prefix of phone numbers, such as +49",
        ),
    ] {
        let (code, _, message) = run(data, prices);
        assert_eq!((code, message), (4, format!("error: {sentence}\n")));
    }
    let all = "prefix,price\n1,0.01\n41,0.09\n20,0.2\n*,1\n";
    let (code, _, message) = run(b"to,text\n(415) 555-2671,a\n0151 123456,b\n", all);
    let sentence = "error: no row could be read; the first: in.csv, line 2: \"(415) 555-2671\" seems to lack its calling code, from which the price follows: write it like +14155552671;";
    assert!(code == 5 && message.starts_with(sentence), "{message}");
    let (code, _, message) = run(b"to,text\n2015552671,a\n+14155552671,b\n", all);
    let sentence = "warning: 1 phone number of ten digits without + may be North American: the price is that of the calling code they begin with\n";
    assert_eq!((code, message.as_str()), (0, sentence));
    let (code, _, message) = run(
        b"country,text\nGermany,a\n",
        "country,price\nDE,0.07\n*,1\n",
    );
    let sentence = "warning: no row has a price of its own: all have the price of *; --price-by names the column it depends on\n";
    assert_eq!((code, message.as_str()), (0, sentence));
    let (code, _, message) = run(b"number,mobile,text\n1,+4915112345678,a\n", all);
    let sentence = "error: the price may depend on number or mobile: say which with --price-by\n";
    assert_eq!((code, message.as_str()), (4, sentence));
}

/// Outputs that would replace what is read, or be called what they are not.
#[test]
fn outputs_that_are_refused() {
    let directory = directory("exports-outputs");
    fs::write(directory.join("in.csv"), "country,text\nDE,a\n").unwrap();
    fs::write(directory.join("prices.csv"), "country,price\nDE,1\n").unwrap();
    for (options, sentence) in [
        (
            &["-o=./prices.csv", "--force"][..],
            "prices.csv holds the prices",
        ),
        (
            &["--bad-rows=prices.csv", "--force"],
            "prices.csv holds the prices",
        ),
        (
            &["-o=out.csv", "--bad-rows=./out.csv"],
            "--output and --bad-rows are the same file",
        ),
        (
            &["-o=out.xlsx", "--summary"],
            "out.xlsx: the summary is written as JSON: choose a name that ends in .json",
        ),
        (
            &["-o=out.html"],
            "out.html: rows are written as CSV, TSV, NDJSON or JSON: choose a name that ends in .csv, .tsv, .ndjson or .json",
        ),
    ] {
        let arguments = [&["bulk", "in.csv", "--prices=prices.csv"], options].concat();
        let output = septet(arguments).current_dir(&directory).output().unwrap();
        let (code, message) = complaint(&output);
        assert!(
            code == 2 && message.starts_with(&format!("error: {sentence}\n")),
            "{message}"
        );
    }
    let output = septet(["bulk", "-", "--prices=-", "--format=csv"]).output();
    let (code, message) = complaint(&output.unwrap());
    assert!(
        code == 2 && message.contains("can be read only once"),
        "{message}"
    );
}
