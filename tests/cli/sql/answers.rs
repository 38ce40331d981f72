//! Input files of `septet sql`, and the format of its answers.

use std::fs;

use super::{Directory, TEXTS, csv, ndjson, parquet};

/// The library's results for each text, as the command prints them.
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
