//! `septet bulk --resume`: a run that was killed goes on as if nothing had been.
#![cfg(unix)]

use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use crate::bulk_files::{campaign, directory, gzip, names, zstd};
use crate::command::{answer, complaint, fed, septet, stdout};
use crate::table;

const ROWS: usize = 40_000;

const CSV: &[&str] = &["--to=csv"];

/// Kills a run when so many octets are written; gives what it left.
fn kill(arguments: &[&str], directory: &Path, octets: u64) -> Vec<String> {
    let written = || std::fs::metadata(directory.join("out.part")).map_or(0, |part| part.len());
    // On a busy machine a run may end before the signal reaches it.
    for _ in 0..50 {
        let mut child = septet(arguments)
            .current_dir(directory)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        while child.try_wait().unwrap().is_none()
            && (!directory.join("out.resume").exists() || written() < octets)
        {
            std::thread::sleep(Duration::from_micros(200));
        }
        child.kill().unwrap();
        if child.wait().unwrap().signal().is_some() {
            return left(directory);
        }
        for name in ["out", "bad"] {
            let _ = std::fs::remove_file(directory.join(name));
        }
    }
    panic!("it was always faster than this test");
}

/// The files present, without an incomplete checkpoint: the next one replaces it.
fn left(directory: &Path) -> Vec<String> {
    let mut left = names(directory);
    left.retain(|name| name != "out.resume.new");
    left
}

#[test]
fn killed_and_resumed_is_the_same() {
    // Every hundredth row is a bad one.
    let text = campaign(ROWS);
    let mut rows: Vec<&str> = text.lines().collect();
    (200..rows.len())
        .step_by(100)
        .for_each(|row| rows.insert(row, "bad"));
    let text = rows.join("\n");
    let utf16 = table::utf16(&format!("\u{FEFF}{text}"), u16::to_le_bytes);
    let objects = rows.iter().map(|row| match *row {
        "bad" => "1".to_owned(),
        row => serde_json::json!({ "text": row }).to_string(),
    });
    let array = format!("[{}]", objects.collect::<Vec<_>>().join(",\n"));
    let cells = rows
        .iter()
        .take(ROWS / 4)
        .enumerate()
        .map(|(index, row)| match *row {
            "bad" => table::row(index + 1, &["1", "x", "bad"]),
            _ if index == 0 => table::row(1, &["id", "text"]),
            row => table::row(index + 1, &[&index.to_string(), row]),
        });
    let sheet = table::xlsx_of(&[("Texts", cells.collect())]);
    let nested = rows.iter().map(|row| match *row {
        "bad" => "1".to_owned(),
        row => serde_json::json!({ "message": { "body": row } }).to_string(),
    });
    let nested = format!("{{\"data\": [{}]}}", nested.collect::<Vec<_>>().join(",\n"));
    let cells = rows.iter().take(ROWS / 4).enumerate();
    let document = table::ods_of(cells.map(|(index, row)| match *row {
        "bad" => vec!["1", "x", "bad"],
        _ if index == 0 => vec!["id", "text"],
        row => vec!["1", row],
    }));
    let copied = text.replace('\\', "\\\\");
    for (name, octets, options) in [
        ("in.csv", text.as_bytes().to_vec(), CSV),
        ("in.csv.gz", gzip(text.as_bytes()), CSV),
        ("in.csv.zst", zstd(text.as_bytes()), CSV),
        ("in.csv.bz2", table::bzip2(text.as_bytes()), CSV),
        ("in.zip", table::zip(&[("in.csv", text.as_bytes())]), CSV),
        ("in16.csv", utf16, CSV),
        ("in.json", array.into_bytes(), &["--to=json"]),
        ("in.csv.xz", table::xz(text.as_bytes()), CSV),
        (
            "in.data.json",
            nested.into_bytes(),
            &["--to=json", "--column=message.body"],
        ),
        ("in.ods", document, CSV),
        (
            "in-escaped.csv",
            copied.into_bytes(),
            &["--to=csv", "--escape=\\"],
        ),
        ("in.xlsx", sheet, CSV),
    ] {
        let directory = directory(&format!("resume-{name}"));
        std::fs::write(directory.join(name), octets).unwrap();
        let run = [
            &["bulk", name, "-o", "out"],
            options,
            &["--bad-rows=bad", "--json", "--checkpoint-every=0"],
        ]
        .concat();
        let finish = |arguments: &[&str]| stdout(quiet(arguments, &directory));
        let summary = finish(&run);
        let read = |name: &str| std::fs::read(directory.join(name)).unwrap();
        let (whole, bad) = (read("out"), read("bad"));
        assert!(bad.split(|octet| *octet == b'\n').count() > 80);

        let resume = [&run[..], &["--resume"]].concat();
        let length = whole.len() as u64;
        for at in [1, length / 3, length * 2 / 3] {
            std::fs::remove_file(directory.join("out")).unwrap();
            std::fs::remove_file(directory.join("bad")).unwrap();
            let left = kill(&run, &directory, at);
            assert_eq!(
                left,
                ["bad.part", name, "out.part", "out.resume"].map(String::from)
            );
            // Killed once more on the way, and what stands behind the note is torn.
            let part = std::fs::OpenOptions::new()
                .append(true)
                .open(directory.join("out.part"));
            std::io::Write::write_all(&mut part.unwrap(), b"torn").unwrap();
            kill(&resume, &directory, at + 1);
            assert_eq!(finish(&resume), summary);
            assert!(read("out") == whole && read("bad") == bad, "{name}, {at}");
            assert_eq!(names(&directory), ["bad", name, "out"].map(String::from));
        }
    }
}

/// Runs to the end, with the exit code of unreadable rows; what it says of them is left out.
fn quiet(arguments: &[&str], directory: &Path) -> std::process::Output {
    let mut output = septet(arguments).current_dir(directory).output().unwrap();
    assert!(output.stderr.starts_with(b"error: "), "{output:?}");
    assert_eq!(output.status.code(), Some(5));
    output.stderr.clear();
    output.status = std::process::ExitStatus::default();
    output
}

#[test]
fn only_the_same_run_is_resumed() {
    let directory = directory("resume-not");
    let text = campaign(ROWS);
    std::fs::write(directory.join("in.csv"), &text).unwrap();
    let run = [
        "bulk",
        "in.csv",
        "-o",
        "out",
        "--to=csv",
        "--checkpoint-every=0",
    ];
    kill(&run, &directory, 1);
    let complain = |arguments: &[&str]| {
        let output = septet(arguments).current_dir(&directory).output().unwrap();
        complaint(&output)
    };
    let other = [&run[..], &["--add=units", "--resume"]].concat();
    let sentence = "error: the run cannot be resumed: it was started with other arguments: \
        bulk in.csv -o out --to=csv --checkpoint-every=0; without --resume it begins anew\n";
    assert_eq!(complain(&other), (4, sentence.to_owned()));
    std::fs::write(directory.join("in.csv"), text.replacen("Ann", "Bob", 1)).unwrap();
    let resume = [&run[..], &["--resume"]].concat();
    let sentence = "error: the run cannot be resumed: in.csv has changed since; without --resume it begins anew\n";
    assert_eq!(complain(&resume), (4, sentence.to_owned()));
    // What was left is still there, until a run begins anew.
    assert_eq!(left(&directory), ["in.csv", "out.part", "out.resume"]);
    assert_eq!(complain(&run).0, 0);
    assert_eq!(names(&directory), ["in.csv", "out"]);
    let fresh = answer(["bulk", directory.join("in.csv").to_str().unwrap()]);
    assert_eq!(
        std::fs::read_to_string(directory.join("out")).unwrap(),
        fresh
    );
    let (code, message) = complain(&resume);
    assert_eq!(
        (code, message.starts_with("nothing to resume: ")),
        (0, true)
    );
}

/// Messages too, at the time they were begun to be checked at.
#[test]
fn messages_are_checked_on() {
    let directory = directory("resume-messages");
    let good = r#"{"to":"+14155552671","from":"+14155550199","body":"Hi"}"#;
    let bad = r#"{"to":"4155552671","from":"+14155550199","mediaUrl":["/x"]}"#;
    let lines = format!("{good}\n{bad}\n{{}}\n").repeat(ROWS);
    std::fs::write(directory.join("in.ndjson"), lines).unwrap();
    let run = [
        "check",
        "--file=in.ndjson",
        "-o=out",
        "--bad-rows=bad",
        "--json",
        "--checkpoint-every=0",
    ];
    let check = |arguments: &[&str]| {
        let output = septet(arguments).current_dir(&directory).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let sum: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let read = |name: &str| std::fs::read_to_string(directory.join(name)).unwrap();
        (sum, read("out"), read("bad"))
    };
    let (mut sum, out, bad) = check(&run);
    let resume = [&run[..], &["--resume"]].concat();
    for name in ["out", "bad"] {
        std::fs::remove_file(directory.join(name)).unwrap();
    }
    let left = kill(&run, &directory, out.len() as u64 / 3);
    let names = ["bad.part", "in.ndjson", "out.part", "out.resume"];
    assert_eq!(left, names.map(String::from));
    let note = directory.join("out.resume");
    let mut noted: serde_json::Value =
        serde_json::from_slice(&std::fs::read(&note).unwrap()).unwrap();
    noted["total"]["at"] = 1_000_000_000.into();
    std::fs::write(note, noted.to_string()).unwrap();
    sum["at"] = 1_000_000_000.into();
    assert!(check(&resume) == (sum, out, bad));
}

#[test]
fn standard_input_is_not_resumed() {
    let output = fed(
        "a\n",
        ["bulk", "-", "--format=lines", "-o", "out.csv", "--resume"],
    );
    let (code, message) = complaint(&output);
    assert_eq!(code, 2);
    let sentence = "error: standard input cannot be read again, so that there is no --resume for it; name a file\n";
    assert!(message.starts_with(sentence), "{message}");
    let output = septet(["bulk", "a.csv", "--resume"]).output().unwrap();
    assert_eq!(complaint(&output).0, 2);
}
