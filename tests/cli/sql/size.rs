//! More rows than one looks at: each right, more than memory, on the way to a reader or to the disk.

use std::fs;
use std::io::Read as _;
use std::process::Stdio;

use super::{Directory, parquet};
use crate::bulk_files::{campaign, names};
use crate::command::{complaint, peak_of, septet};
use crate::counted::compare;
use crate::disk::SmallDisk;

/// The campaign as one file of CSV, and as Parquet files of a directory for each language.
#[test]
fn every_row_of_a_campaign_costs_what_its_text_costs_alone() {
    let directory = Directory::new("campaign");
    let rows = campaign(10_000);
    directory.write("c.csv", &rows);
    let copy =
        "copy (select * from 'c.csv') to 'parts' stored as parquet partitioned by (language)";
    assert_eq!(directory.query(&[copy]), "count\n10000\n");
    assert!(fs::read_dir(directory.path("parts")).unwrap().count() > 5);

    for table in ["c.csv", "parts"] {
        for threads in ["--threads=1", "--threads=3"] {
            let query = format!(
                "select id, phone, name, city, language, text, sms_encoding(text) as sms_encoding, \
                 sms_segments(text) as sms_segments, sms_units(text) as sms_units \
                 from '{table}' order by id"
            );
            directory.write("answer.csv", directory.query(&[&query, threads]));
            let sum = compare(&directory.path("c.csv"), &directory.path("answer.csv"));
            assert_eq!(sum.rows, 10_000, "{table}, {threads}");
        }
    }
}

/// One text of 100 MB between others, in every kind of file.
#[test]
fn a_row_of_a_hundred_megabytes_is_a_row() {
    let directory = Directory::new("huge");
    let huge = "x".repeat(100_000_000);
    directory.write("huge.csv", format!("text\nHello\n{huge}\nSTOP\n"));
    directory.write(
        "huge.ndjson",
        format!("{{\"text\":\"Hello\"}}\n{{\"text\":\"{huge}\"}}\n{{\"text\":\"STOP\"}}\n"),
    );
    directory.query(&["copy (select * from 'huge.csv') to 'huge.parquet'"]);
    let segments = 2 + 100_000_000_u64.div_ceil(153);
    for name in ["huge.csv", "huge.ndjson", "huge.parquet"] {
        let query = format!(
            "select count(*) as n, sum(sms_units(text)) as u, sum(sms_segments(text)) as s from '{name}'"
        );
        assert_eq!(
            directory.query(&[&query]),
            format!("n,u,s\n3,100000009,{segments}\n"),
            "{name}"
        );
    }
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

/// Half a gigabyte of rows, and what the command has had of memory near their end. (A bound with room to spare: one that
/// held them would have more.)
#[cfg(target_os = "linux")]
#[test]
fn rows_on_their_way_do_not_stay_in_memory() {
    let query = "select repeat('x', 499) as x from generate_series(1, 1000000)";
    let arguments = ["sql", query, "--format=csv", "--threads=2"];
    let mut child = septet(arguments).stdout(Stdio::piped()).spawn().unwrap();
    let mut output = child.stdout.take().unwrap();
    let near_the_end = std::io::copy(&mut output.by_ref().take(490_000_000), &mut std::io::sink());
    assert_eq!(near_the_end.unwrap(), 490_000_000);
    let peak = peak_of(&child);
    let rest = std::io::copy(&mut output, &mut std::io::sink());
    assert_eq!(rest.unwrap(), 500_000_002 - 490_000_000);
    assert!(child.wait().unwrap().success());
    assert!(peak < 256 << 10, "{peak} KiB");
}

/// A query that fits neither the memory nor the disk to which it may spill.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_4() {
    let directory = Directory::new("full");
    parquet(&directory.path("m.parquet"), 0, 60_000);
    fs::create_dir(directory.path("disk")).unwrap();
    let Some(_small) = SmallDisk::mount(&directory.path("disk"), "1m") else {
        return;
    };
    let query = "select id, repeat(text, 3) as t from 'm.parquet' order by t desc, id desc";
    let output = septet(["sql", query, "--memory=16M", "--spill=disk", "--threads=1"])
        .current_dir(directory.path(""))
        .output()
        .unwrap();
    let (code, message) = complaint(&output);
    assert_eq!(code, 4, "{message}");
    assert!(message.contains("No space left on device"), "{message}");
    assert!(
        !message.contains("m.parquet"),
        "the disk's fault: {message}"
    );
    assert_eq!(output.stdout, b"");
    assert_eq!(names(&directory.path("disk")), [""; 0]);
}
