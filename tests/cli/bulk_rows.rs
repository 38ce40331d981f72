//! `septet bulk`: every row is what `count` says of it, in every format.

use septet::{Encoding, Level, SmartEncoder};
use serde_json::{Value, json};

use crate::bulk_files::{campaign, directory, gzip, zstd};
use crate::command::{answer, complaint, fed, septet, stdout};

/// Without an analysis, but the same.
#[test]
fn offenders_are_those_of_an_analysis() {
    let text = campaign(20_000);
    let arguments = ["bulk", "--format=csv", "--add=offenders"];
    let output = stdout(fed(&text, arguments));
    for record in csv::Reader::from_reader(output.as_bytes()).records() {
        let record = record.unwrap();
        let analysis = septet::analyze(&record[5]);
        let offenders = analysis.offenders().iter().take(10);
        let offenders: String = offenders.map(septet::Offender::character).collect();
        assert_eq!(record[6], offenders, "{record:?}");
    }
}

#[test]
fn savings_are_those_of_each_row() {
    let text = campaign(20_000);
    for language in [&[][..], &["--language=auto"]] {
        let take = if language.is_empty() { 20_000 } else { 2_000 };
        let text: String = text
            .lines()
            .take(take)
            .flat_map(|line| [line, "\n"])
            .collect();
        let arguments = [
            &[
                "bulk",
                "-",
                "--format=csv",
                "--summary",
                "--json",
                "--price=0.01",
            ],
            language,
        ];
        let summary: Value = serde_json::from_str(&stdout(fed(&text, arguments.concat()))).unwrap();
        let mut segmenter = septet::Segmenter::new();
        if !language.is_empty() {
            segmenter = segmenter.with_languages(septet::Languages::auto());
        }
        for (place, level) in Level::ALL.into_iter().enumerate() {
            let encoder = SmartEncoder::new(level).with_segmenter(segmenter);
            let (mut saved, mut rows) = (0, 0);
            for record in csv::Reader::from_reader(text.as_bytes()).records() {
                let record = record.unwrap();
                let smart = encoder.encode(&record[5]);
                saved += smart.before().segments() - smart.after().segments();
                rows += usize::from(smart.outcome() == septet::SmartOutcome::Applied);
            }
            assert!(rows > 0);
            let found = &summary["savings"][place];
            let expected = json!([level.name(), saved, rows]);
            assert_eq!(
                json!([found["rules"], found["segments"], found["rows"]]),
                expected
            );
            let cents = u32::try_from(saved).map(f64::from).unwrap();
            assert!((found["cost"].as_f64().unwrap() * 100.0 - cents).abs() < 1e-6);
        }
    }
}

#[test]
fn packed_files_patterns_and_several_files() {
    let directory = directory("packed");
    let text = campaign(3_000);
    let (first, second) = text.split_at(text[..text.len() / 2].rfind("\n9").unwrap() + 1);
    let header = first.lines().next().unwrap();
    let second = format!("{header}\n{second}");
    let half = gzip(first.as_bytes());
    let members = [half.clone(), gzip(b"")].concat();
    std::fs::write(directory.join("a.csv.gz"), members).unwrap();
    let frames = [
        zstd(&second.as_bytes()[..5_000]),
        b"\x50\x2A\x4D\x18\x03\0\0\0abc".to_vec(),
        zstd(&second.as_bytes()[5_000..]),
    ];
    std::fs::write(directory.join("b.csv.zst"), frames.concat()).unwrap();
    std::fs::write(directory.join("c.csv"), &text).unwrap();
    let path = |name: &str| directory.join(name).to_str().unwrap().to_owned();
    let whole = answer(["bulk", &path("c.csv")]);
    assert_eq!(
        answer(["bulk", &path("a.csv.gz"), &path("b.csv.zst")]),
        whole
    );
    assert_eq!(answer(["bulk", &path("[ab].csv.*")]), whole);
    assert_eq!(stdout(fed(&text, ["bulk", "--format=csv"])), whole);
    let (code, message) = complaint(&septet(["bulk", &path("*.tsv")]).output().unwrap());
    assert_eq!(
        (code, message.ends_with("*.tsv: no file has such a name\n")),
        (4, true)
    );
}

/// The shell's `<(…)` passes the name of a pipe, in which a reader cannot seek.
#[cfg(unix)]
#[test]
fn a_pipe_has_a_name_too() {
    let rows = "text\nHi\n";
    let counted = stdout(fed(rows, ["bulk", "/dev/stdin", "--format=csv"]));
    assert_eq!(counted, stdout(fed(rows, ["bulk", "--format=csv"])));
}

#[test]
fn templates_are_filled_from_columns_and_keys() {
    let csv = "name,place\nAnn,Oslo\nŁukasz,\"Paris, F\"\n";
    let arguments = [
        "bulk",
        "--format=csv",
        "-t",
        "Hi {{name}}, see you in {{place}}!",
        "--add=text,encoding",
    ];
    let expected = "name,place,sms_text,sms_encoding\nAnn,Oslo,\"Hi Ann, see you in Oslo!\",GSM-7\n\
        Łukasz,\"Paris, F\",\"Hi Łukasz, see you in Paris, F!\",UCS-2\n";
    assert_eq!(stdout(fed(csv, arguments)), expected);

    let objects = "{\"name\":\"Ann\",\"n\":1.50}\n{\"n\":true , \"name\":\"\\u0141\"}\n";
    let arguments = [
        "bulk",
        "--format=ndjson",
        "-t",
        "{{name}} {{n}}",
        "--add=text",
        "--prefix=_",
    ];
    let expected = "{\"name\":\"Ann\",\"n\":1.50,\"_text\":\"Ann 1.50\"}\n{\"n\":true , \"name\":\"\\u0141\",\"_text\":\"Ł true\"}\n";
    assert_eq!(stdout(fed(objects, arguments)), expected);
}

#[test]
fn every_layout() {
    let csv = "id;text\r\n1;\"a;“b”\"\r\n\r\n2;x\r\n";
    let run = |to: &str| {
        let format = ["bulk", "--format=csv", "--delimiter=;", "--add=units"];
        stdout(fed(csv, [&format[..], &["--to", to]].concat()))
    };
    assert_eq!(run("csv"), "id;text;sms_units\n1;\"a;“b”\";5\n2;x;1\n");
    assert_eq!(run("tsv"), "id\ttext\tsms_units\n1\ta;“b”\t5\n2\tx\t1\n");
    let rows = [
        "{\"id\":\"1\",\"text\":\"a;“b”\",\"sms_units\":5}",
        "{\"id\":\"2\",\"text\":\"x\",\"sms_units\":1}",
    ];
    assert_eq!(run("ndjson"), format!("{}\n{}\n", rows[0], rows[1]));
    assert_eq!(run("json"), format!("[\n{},\n{}\n]\n", rows[0], rows[1]));
    let tabs = "id\ttext\n1\ta, b\n";
    let same = stdout(fed(tabs, ["bulk", "--format=tsv", "--add=units"]));
    assert_eq!(same, "id\ttext\tsms_units\n1\ta, b\t4\n");
    let lines = stdout(fed(
        "a\n\nb,c",
        ["bulk", "--format=lines", "--add=segments"],
    ));
    assert_eq!(lines, "text,sms_segments\na,1\n,1\n\"b,c\",1\n");
    let none = stdout(fed("", ["bulk", "--format=lines", "--to=json"]));
    assert_eq!(none, "[\n]\n");
}

#[test]
fn columns_that_are_added() {
    let arguments = ["bulk", "--format=lines", "--smart=typography", "-n", "1"];
    let long = "x".repeat(161);
    let output = fed(format!("“a”\n{long}\n👋\n"), arguments);
    let expected = format!(
        "text,sms_encoding,sms_segments,sms_units,sms_offenders,sms_text,sms_verdict\n\
         “a”,GSM-7,1,3,,\"\"\"a\"\"\",ok\n{long},GSM-7,2,161,,{long},too-long\n👋,UCS-2,1,2,👋,👋,ok\n"
    );
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
    let warnings = stdout(fed(
        "Hello\u{200B}\n",
        ["bulk", "--format=lines", "--add=warnings,offenders"],
    ));
    let codes: Vec<String> = septet::analyze("Hello\u{200B}")
        .warnings()
        .iter()
        .map(|warning| warning.code().name().to_owned())
        .collect();
    assert_eq!(
        warnings,
        format!(
            "text,sms_warnings,sms_offenders\nHello\u{200B},{},\u{200B}\n",
            codes.join(" ")
        )
    );
}

#[test]
fn options_of_count_hold() {
    let text = "Siparişiniz yarın kapınızda olacak.\n";
    let run = |options: &[&str]| {
        let arguments = ["bulk", "--format=lines", "--summary", "--json"];
        let summary = stdout(fed(text, [&arguments[..], options].concat()));
        serde_json::from_str::<Value>(&summary).unwrap()["ucs2Rows"].as_u64()
    };
    assert_eq!((run(&[]), run(&["--language=auto"])), (Some(1), Some(0)));
    assert_eq!(septet::count(text).encoding(), Encoding::Ucs2);
    let texts = format!(
        "{text}{}\n{}\n{}👋\u{1F3FD}x\n“{}”\n",
        "a".repeat(161),
        "[€]".repeat(60),
        "я".repeat(66),
        "b".repeat(80)
    );
    for options in [
        "",
        "--encoding=ucs2",
        "--language=auto",
        "--language=turkish",
        "--boundary=grapheme",
        "--profile=toll-free",
        "--profile=single",
        "--profile=136/130",
        "--16-bit",
        "--smart-encoding=twilio",
        "--smart-encoding=typography",
    ] {
        let options: Vec<&str> = options.split_terminator(' ').collect();
        let counted = stdout(fed(&texts, [&["count", "--lines"], &options[..]].concat()));
        let bulk = [
            "bulk",
            "--format=lines",
            "--to=tsv",
            "--add=segments,encoding,units,remaining",
        ];
        let rows = stdout(fed(&texts, [&bulk, &options[..]].concat()));
        let added = rows.lines().skip(1).zip(texts.lines());
        let added = added.map(|(row, text)| row[text.len() + 1..].to_owned() + "\n");
        assert_eq!(added.collect::<String>(), counted, "{options:?}");
    }
    let output = fed(
        "ok\nŁ\n",
        [
            "bulk",
            "--format=lines",
            "--encoding=gsm7",
            "--add=units",
            "--strict",
        ],
    );
    let (code, message) = complaint(&output);
    assert_eq!(code, 5);
    assert!(
        message.contains(
            "standard input, line 2: 'Ł' (U+0141 LATIN CAPITAL LETTER L WITH STROKE) at index 0 "
        ),
        "{message}"
    );
    assert_eq!(output.stdout, b"text,sms_units\nok,2\n");
}

#[test]
fn formulas_are_neutralised_on_request() {
    let csv = "text,n\n=1+1,-5\n+1,\"@a,b\"\n\"\tx\",ok\n";
    let arguments = ["bulk", "--format=csv", "--csv-safe", "--add=units"];
    let expected = "text,n,sms_units\n'=1+1,'-5,4\n'+1,\"'@a,b\",2\n'\tx,ok,2\n";
    assert_eq!(stdout(fed(csv, arguments)), expected);
}

#[test]
fn the_column_of_the_text() {
    let run = |csv: &str, options: &[&str]| {
        let arguments = ["bulk", "--format=csv", "--summary", "--json"];
        fed(csv.to_owned(), [&arguments[..], options].concat())
    };
    let units = |output| {
        let summary: Value = serde_json::from_str(&stdout(output)).unwrap();
        summary["dearest"][0]["units"].as_u64().unwrap()
    };
    assert_eq!(units(run("a,Message\nx,yyy\n", &[])), 3);
    assert_eq!(units(run("\u{FEFF}a\nyy\n", &["-c", "a"])), 2);
    assert_eq!(units(run("a,b\nx,yyy\n", &["-c", "2"])), 3);
    assert_eq!(units(run("x,yyy\n", &["-c", "2", "--no-header"])), 3);
    for (csv, options, sentence) in [
        (
            "a,b\nx,y\n",
            &[][..],
            "say which column holds the text with --column; the columns are a, b",
        ),
        (
            "a,b\nx,y\n",
            &["-c", "c"],
            "there is no column c; the columns are a, b",
        ),
        (
            "a,b\nx,y\n",
            &["-t", "{{c}}"],
            "there is no column c; the columns are a, b",
        ),
        (
            "",
            &[],
            "standard input is empty: there is not even a line of names",
        ),
    ] {
        assert_eq!(
            complaint(&run(csv, options)),
            (4, format!("error: {sentence}\n"))
        );
    }
}

#[test]
fn a_campaign_is_planned() {
    let lines = format!("{}short\n", format!("{}\n", "x".repeat(161)).repeat(5));
    let summary = stdout(fed(
        lines,
        ["bulk", "--format=lines", "--summary", "--json"],
    ));
    let plan = [
        "plan",
        "--json",
        "--start=2026-05-15T00:00:00Z",
        "--tier=twilio-toll-free",
    ];
    let from_bulk = stdout(fed(summary, [&plan[..], &["--from-bulk=-"]].concat()));
    assert_eq!(from_bulk, answer([&plan[..], &["1x1", "5x2"]].concat()));
    let template = ["template", "{{a}}", "--rows=-", "--json"];
    let summary = stdout(fed("a\nx\ny\n", template));
    let from_template = stdout(fed(summary, [&plan[..], &["--from-bulk=-"]].concat()));
    assert_eq!(from_template, answer([&plan[..], &["2x1"]].concat()));
    let output = fed("{}", [&plan[..], &["--from-bulk=-"]].concat());
    let sentence = "error: standard input is not the JSON of a campaign: missing field `segments` at line 1 column 2\n";
    assert_eq!(complaint(&output), (4, sentence.to_owned()));
    for impossible in [
        r#"{"rows":1,"segments":0}"#,
        r#"{"rows":4294967296,"segments":1}"#,
    ] {
        let campaign = format!(r#"{{"segments":[{impossible}]}}"#);
        let output = fed(campaign, [&plan[..], &["--from-bulk=-"]].concat());
        assert_eq!(complaint(&output).0, 4, "{impossible}");
    }
}
