//! `septet bulk` on files that are broken, missing, huge or have nowhere to go.

use std::process::{Command, Stdio};

use crate::bulk_files::{campaign, directory, gzip, names, zstd};
use crate::command::{abandoned, answer, complaint, fed, peak_of, septet, stdout};
use crate::disk::SmallDisk;

#[test]
fn bad_rows_are_left_out_and_listed() {
    let directory = directory("bad");
    let bad = directory.join("bad.csv");
    let run = |input: &[u8], format: &str| {
        let output = fed(
            input,
            [
                "bulk",
                "--format",
                format,
                "--add=units",
                "--bad-rows",
                bad.to_str().unwrap(),
                "--force",
            ],
        );
        let list = std::fs::read_to_string(&bad).unwrap();
        (
            complaint(&output),
            String::from_utf8(output.stdout).unwrap(),
            list,
        )
    };
    let error = |count: usize, first: &str, permitted: usize| {
        let sentence = format!(
            "error: {count} rows could not be read and are left out; the first: standard input, line {first}; --allow-bad {permitted} permits them\n"
        );
        (5, sentence)
    };

    let csv = b"id,text\n1,a\n2\n\n3,b,c\n\"4\",\xC3\n5,\"x\ny\"\n6,d\n7,f\0\n";
    let (said, rows, list) = run(csv, "csv");
    assert_eq!(said, error(4, "3: 1 instead of 2 columns", 4));
    assert_eq!(rows, "id,text,sms_units\n1,a,1\n5,\"x\ny\",3\n6,d,1\n");
    let expected = "file,line,reason\nstandard input,3,1 instead of 2 columns\nstandard input,5,3 instead of 2 columns\n\
        standard input,6,not UTF-8: octet 0xC3 at byte 4 of the row\nstandard input,10,a zero octet (NUL) is in the row: the file may be UTF-16 or damaged\n";
    assert_eq!(list, expected);

    let objects = b"{\"text\":\"a\"}\n{\"text\":\n[1]\n{\"text\":null}\n{}\n{\"text\":{}}\n{\"text\":\"\\ud83d\"}\n\xFF\n{\"text\":\"b\"} x\n{\"text\":\"c\",\"sms_units\":1}\n";
    let (said, rows, list) = run(objects, "ndjson");
    assert_eq!(
        said,
        error(
            9,
            "2: not a JSON object: EOF while parsing a value at column 8",
            9
        )
    );
    assert_eq!(rows, "{\"text\":\"a\",\"sms_units\":1}\n");
    let reasons: Vec<&str> = list.lines().skip(1).collect();
    assert!(
        reasons[0].starts_with("standard input,2,not a JSON object: EOF while parsing"),
        "{list}"
    );
    assert!(
        reasons[1].contains("3,\"not a JSON object: invalid type: sequence, expected an object"),
        "{list}"
    );
    assert_eq!(reasons[2], "standard input,4,text is null");
    assert_eq!(reasons[3], "standard input,5,the key text is missing");
    assert_eq!(reasons[4], "standard input,6,text is not a text");
    assert!(
        reasons[5].starts_with("standard input,7,not a JSON object: "),
        "{list}"
    );
    assert!(
        reasons[6].starts_with("standard input,8,not UTF-8: octet 0xFF"),
        "{list}"
    );
    assert!(
        reasons[7].starts_with("standard input,9,not a JSON object: trailing characters"),
        "{list}"
    );
    assert!(
        reasons[8].contains("there is a key sms_units already; choose another --prefix"),
        "{list}"
    );
    assert_eq!(names(&directory), ["bad.csv"]);

    let lossy = fed(
        b"a\xFF\n",
        ["bulk", "--format=lines", "--lossy", "--add=units"],
    );
    assert_eq!(stdout(lossy), "text,sms_units\na\u{FFFD},2\n");
}

#[test]
fn what_cannot_be_read_leaves_nothing_behind() {
    let directory = directory("broken");
    let text = campaign(5_000);
    let (packed, frames) = (gzip(text.as_bytes()), zstd(text.as_bytes()));
    let mut wrong = packed.clone();
    let end = wrong.len() - 6;
    wrong[end] ^= 1;
    for (name, octets, sentence) in [
        (
            "short.csv.gz",
            &packed[..packed.len() / 2],
            "short.csv.gz: ",
        ),
        ("sum.csv.gz", &wrong[..], "sum.csv.gz: "),
        ("none.csv.gz", text.as_bytes(), "none.csv.gz: "),
        (
            "short.csv.zst",
            &frames[..frames.len() / 2],
            "short.csv.zst: ",
        ),
        ("none.csv.zst", text.as_bytes(), "none.csv.zst: "),
        (
            "empty.csv",
            b"",
            "empty.csv is empty: there is not even a line of names",
        ),
        (
            "open.csv",
            b"text\na\n\n\"b\nc\n",
            "open.csv, line 4: a quote opens here and is never closed; close it, or take quotes as text with --no-quoting",
        ),
        (
            "wide.csv",
            b"\xFF\xFEt\0e\0x\0t\0\n\0a\0\0\xD8\n\0",
            "wide.csv: the octets at byte 14 are not UTF-16LE (--lossy takes them as U+FFFD)",
        ),
    ] {
        std::fs::write(directory.join(name), octets).unwrap();
        let output = septet([
            "bulk",
            name,
            "-o",
            "out.csv",
            "--bad-rows=bad.csv",
            "--checkpoint-every=0",
        ])
        .current_dir(&directory)
        .output()
        .unwrap();
        let (code, message) = complaint(&output);
        assert_eq!(code, 4, "{name}");
        assert!(
            message.starts_with(&format!("error: {sentence}")),
            "{message}"
        );
        assert_eq!(names(&directory), [name], "{message}");
        std::fs::remove_file(directory.join(name)).unwrap();
    }
    let other = directory.join("other.csv");
    std::fs::write(directory.join("in.csv"), "id,text\n1,a\n").unwrap();
    std::fs::write(&other, "text,id\na,1\n").unwrap();
    let arguments = ["bulk", "in.csv", "other.csv", "-o", "out.csv"];
    let output = septet(arguments).current_dir(&directory).output();
    let sentence =
        "error: other.csv: the columns are text, id; those of the first file are id, text\n";
    assert_eq!(complaint(&output.unwrap()), (4, sentence.to_owned()));
    assert_eq!(names(&directory), ["in.csv", "other.csv"]);
    std::fs::remove_file(directory.join("in.csv")).unwrap();
    std::fs::remove_file(other).unwrap();
    for (name, sentence) in [
        ("missing.csv", "missing.csv: No such file"),
        (".", ".: is a directory"),
    ] {
        let arguments = ["bulk", name, "--format=csv", "-o", "out.csv"];
        let output = septet(arguments).current_dir(&directory).output().unwrap();
        let (code, message) = complaint(&output);
        assert_eq!(
            (code, message.starts_with(&format!("error: {sentence}"))),
            (4, true),
            "{message}"
        );
    }
    #[cfg(target_os = "linux")]
    {
        // It opens, but reading it fails, which is so for root too.
        let arguments = ["bulk", "/proc/self/mem", "--format=lines", "-o", "out.csv"];
        let output = septet(arguments).current_dir(&directory).output().unwrap();
        let (code, message) = complaint(&output);
        let sentence = "error: /proc/self/mem: Input/output error";
        assert_eq!(
            (code, message.starts_with(sentence)),
            (4, true),
            "{message}"
        );
    }
    let output = septet(["bulk", "-", "--format=lines", "-o", "no/such/out.csv"])
        .current_dir(&directory)
        .output();
    assert_eq!(complaint(&output.unwrap()).0, 4);
    assert!(names(&directory).is_empty());
}

#[test]
fn a_command_line_that_makes_no_sense_is_2() {
    let directory = directory("usage");
    std::fs::write(directory.join("a.csv"), "text,sms_units\nx,1\n").unwrap();
    std::fs::write(directory.join("b.ndjson"), "{\"text\":\"x\"}\n").unwrap();
    for (arguments, sentence) in [
        (&["a.csv", "--json"][..], "--json is for the summary"),
        (&["a.csv", "-o", "a.csv"], "a.csv is also an input"),
        (
            &["a.csv", "-o", "out.csv.gz"],
            "out.csv.gz: the output is not packed",
        ),
        (
            &["a.csv", "b.ndjson"],
            "a.csv and b.ndjson do not hold the same format",
        ),
        (
            &["a.csv"],
            "there is a column sms_units already; choose another --prefix",
        ),
        (
            &["b.ndjson", "--to=csv"],
            "objects with keys of their own do not fit",
        ),
        (
            &["b.ndjson", "--csv-safe"],
            "--csv-safe is for rows written as CSV",
        ),
        (&["c"], "c: say what it holds with --format"),
    ] {
        let output = septet([&["bulk"], arguments].concat())
            .current_dir(&directory)
            .output()
            .unwrap();
        let (code, message) = complaint(&output);
        assert_eq!(code, 2, "{message}");
        assert!(
            message.starts_with(&format!("error: {sentence}")),
            "{message}"
        );
    }
    assert_eq!(names(&directory), ["a.csv", "b.ndjson"]);
}

#[test]
fn a_row_of_100_megabytes_is_a_row() {
    let mut text = b"id,text\n1,\"a\nb\"\n2,".to_vec();
    text.resize(text.len() + 100_000_000, b'x');
    text.extend(b"\n3,c\n");
    let output = stdout(fed(text, ["bulk", "--format=csv", "--summary", "--json"]));
    let summary: serde_json::Value = serde_json::from_str(&output).unwrap();
    assert_eq!(summary["rows"], 3);
    assert_eq!(summary["dearest"][0]["units"], 100_000_000);
    assert_eq!(summary["totalSegments"], 2 + 100_000_000_u64.div_ceil(153));
}

/// Memory does not grow with the input. (A bound with room to spare; the benchmark prints the figure.)
#[cfg(target_os = "linux")]
#[test]
fn memory_is_flat() {
    let rows = campaign(50_000);
    let mut child = septet(["bulk", "--format=csv", "--threads=2"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut input, mut output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let read =
        std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()).unwrap());
    let header = rows.lines().next().unwrap().len() + 1;
    std::io::Write::write_all(&mut input, rows.as_bytes()).unwrap();
    for _ in 0..15 {
        std::io::Write::write_all(&mut input, &rows.as_bytes()[header..]).unwrap();
    }
    let peak = peak_of(&child);
    drop(input);
    assert!(child.wait().unwrap().success());
    assert!(read.join().unwrap() > 150_000_000);
    assert!(peak < 64 << 10, "{peak} KiB");
}

#[test]
fn a_reader_that_has_gone_is_no_error() {
    let directory = directory("gone");
    let input = directory.join("in.csv");
    std::fs::write(&input, campaign(20_000)).unwrap();
    let output = abandoned(septet(["bulk", input.to_str().unwrap()]));
    assert_eq!(complaint(&output), (0, String::new()));
}

/// On a terminal there is a bar with rate and time left, and elsewhere none.
#[cfg(target_os = "linux")]
#[test]
fn a_bar_on_a_terminal() {
    let directory = directory("bar");
    std::fs::write(directory.join("in.csv"), campaign(40_000)).unwrap();
    let command = format!("{} bulk in.csv --summary", env!("CARGO_BIN_EXE_septet"));
    let mut script = Command::new("script");
    script
        .args(["-qec", &command, "/dev/null"])
        .current_dir(&directory);
    let Ok(output) = script.stdin(Stdio::null()).output() else {
        println!("skipped: without `script` there is no terminal");
        return;
    };
    let shown = String::from_utf8(output.stdout).unwrap();
    let bar = shown.find("█").and_then(|_| shown.find(" %  "));
    let rate = shown.find("B/s  ").filter(|rate| Some(*rate) > bar);
    let left = shown.find("s left").filter(|left| Some(*left) > rate);
    assert!(bar.and(rate).and(left).is_some(), "{shown}");
    let sum = answer([
        "bulk",
        directory.join("in.csv").to_str().unwrap(),
        "--summary",
    ]);
    assert!(
        sum.starts_with("40,000 rows · ") && !sum.contains("left"),
        "{sum}"
    );
}

/// A disk of one megabyte: without a note nothing is left; with one, the run goes on when there is room again.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk() {
    let directory = directory("full");
    let (disk, input) = (directory.join("disk"), directory.join("in.csv"));
    std::fs::create_dir(&disk).unwrap();
    std::fs::write(&input, campaign(30_000)).unwrap();
    let Some(small) = SmallDisk::mount(&disk, "1m") else {
        return;
    };
    let run = |options: &[&str]| {
        let output = [&["bulk", "../in.csv", "-o", "out.csv"], options].concat();
        complaint(&septet(output).current_dir(&disk).output().unwrap())
    };
    let (code, message) = run(&[]);
    assert_eq!(code, 4);
    assert!(
        message.contains("out.csv: No space left on device"),
        "{message}"
    );
    assert!(names(&disk).is_empty());
    let often = ["--checkpoint-every=0"];
    let (code, message) = run(&often);
    assert_eq!(code, 4);
    assert!(
        message.contains("what was done is kept; --resume goes on with it"),
        "{message}"
    );
    assert_eq!(names(&disk), ["out.csv.part", "out.csv.resume"]);
    small.grow("64m");
    assert_eq!(
        run(&[&often[..], &["--resume"]].concat()),
        (0, String::new())
    );
    assert_eq!(names(&disk), ["out.csv"]);
    let whole = stdout(septet(["bulk", input.to_str().unwrap()]).output().unwrap());
    assert_eq!(
        std::fs::read_to_string(disk.join("out.csv")).unwrap(),
        whole
    );
}
