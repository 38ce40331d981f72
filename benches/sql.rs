//! `septet sql` on a campaign in Parquet files and in CSV, on one core and on two, beside the bare reading of the texts. Each
//! row is compared with `septet::count` before anything is timed, and each answer after.

#[path = "../tests/campaign/mod.rs"]
mod campaign;
#[path = "../tests/campaign/counted.rs"]
mod counted;
mod measure;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Serialize;

/// Parquet files of a campaign.
const FILES: usize = 8;

/// Rows of a very large campaign, to say what they would take.
const TEN_BILLIONS: f64 = 1e10;

/// A line of the table.
#[derive(Serialize)]
struct Row {
    query: String,
    from: String,
    cores: usize,
    #[serde(rename = "million rows a second")]
    rate: String,
    #[serde(rename = "peak memory")]
    peak: String,
    #[serde(rename = "core hours for 10 billion rows")]
    hours: String,
}

#[derive(Serialize)]
struct Table {
    section: &'static str,
    note: String,
    rows: Vec<Row>,
}

fn main() {
    if std::env::args().any(|argument| argument == "--bench") {
        measure(1_000_000, 10);
    } else {
        measure(2_000, 1);
    }
}

/// Measures queries on so many rows, those in Parquet files so many times over.
fn measure(rows: usize, copies: usize) {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let files = Files::make(rows, copies);
    let sum = files.compare();
    assert_eq!(sum.rows, rows);
    let (all, segments) = (rows * copies, sum.segments * copies);
    let smart = files.segments_if_smart() * copies;

    let parquet = |query: &str| query.replace("CAMPAIGN", files.parquet.to_str().unwrap());
    let csv = |query: &str| query.replace("CAMPAIGN", files.csv.to_str().unwrap());
    let price = "select count(*) as n, sum(segments) as s, sum(smart) as t from (
            select sms_encoding(text) as encoding, count(*) as texts, sum(sms_segments(text)) as segments,
                sum(sms_segments(text, 'smart=typography')) as smart
            from 'CAMPAIGN' group by 1
        )";
    let count = "select sum(sms_segments(text)) as s from 'CAMPAIGN'";
    let read = "select max(octet_length(text)) as m from 'CAMPAIGN'";
    let mut table = Vec::new();
    for (what, from, query, rows, answer) in [
        (
            "texts read, not counted",
            "Parquet",
            parquet(read),
            all,
            None,
        ),
        (
            "`sum(sms_segments(text))`",
            "Parquet",
            parquet(count),
            all,
            Some(format!("s\n{segments}\n")),
        ),
        (
            "the price by encoding, as it is and if smart-encoded",
            "Parquet",
            parquet(price),
            all,
            Some(format!("n,s,t\n2,{segments},{smart}\n")),
        ),
        ("texts read, not counted", "CSV", csv(read), rows, None),
        (
            "`sum(sms_segments(text))`",
            "CSV",
            csv(count),
            rows,
            Some(format!("s\n{}\n", sum.segments)),
        ),
    ] {
        for (cores, list) in [(1, "0"), (2, "0,1")] {
            let mut command = Command::new("taskset");
            command.args(["-c", list, env!("CARGO_BIN_EXE_septet"), "sql", &query]);
            command.arg(format!("--threads={cores}"));
            let (time, peak, output) = measure::timed(&mut command, 2);
            if let Some(answer) = &answer {
                assert_eq!(output, *answer, "{what}");
            }
            table.push(row(what, from, rows, cores, time.as_secs_f64(), peak));
        }
    }
    let million = |rows: usize| rows.to_string().trim_end_matches("000000").to_owned();
    let note = format!(
        "A campaign of {} million rows (`cargo xtask data`) in CSV, and {copies} times over in Parquet files, {FILES} each time. Every row was compared \
         with `septet::count` first. The faster of two runs, built without the optimisation while linking of a release; load of the machine before: {}.",
        million(rows),
        load.split(' ').next().unwrap_or("unknown"),
    );
    let table = Table {
        section: "sql",
        note,
        rows: table,
    };
    println!("{}", serde_json::to_string(&table).unwrap());
}

#[expect(clippy::cast_precision_loss, reason = "figures are rounded anyway")]
fn row(what: &str, from: &str, rows: usize, cores: usize, time: f64, peak: Option<u64>) -> Row {
    let rate = rows as f64 / time;
    let hours = TEN_BILLIONS / rate * cores as f64 / 3_600.0;
    let peak = peak.map_or(0.0, |peak| peak as f64 / 1_048_576.0);
    Row {
        query: what.to_owned(),
        from: from.to_owned(),
        cores,
        rate: format!("{:.2}", rate / 1e6),
        peak: format!("{peak:.0} MiB"),
        hours: format!("{hours:.1}"),
    }
}

/// The campaign, in both forms.
struct Files {
    directory: PathBuf,
    csv: PathBuf,
    parquet: PathBuf,
}

impl Files {
    /// Writes it; the copies of a Parquet file are one file by several names.
    fn make(rows: usize, copies: usize) -> Self {
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-sql");
        let _ = fs::remove_dir_all(&directory);
        let parquet = directory.join("parquet");
        fs::create_dir_all(&parquet).unwrap();
        let csv = directory.join("campaign.csv");
        measure::write(&csv, rows);
        let files = Files {
            directory,
            csv,
            parquet,
        };
        for file in 0..FILES {
            let path = files.directory.join(format!("{file}.parquet"));
            files.ask(&format!(
                "copy (select * from '{}' where id % {FILES} = {file}) to '{}'",
                files.csv.display(),
                path.display()
            ));
            for copy in 0..copies {
                let name = format!("{file}-{copy}.parquet");
                fs::hard_link(&path, files.parquet.join(name)).unwrap();
            }
        }
        files
    }

    /// The answer to a query.
    fn ask(&self, query: &str) -> Vec<u8> {
        let mut septet = Command::new(env!("CARGO_BIN_EXE_septet"));
        let output = septet.args(["sql", query]).current_dir(&self.directory);
        let output = output.output().unwrap();
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{complaint}");
        output.stdout
    }

    /// Each row of the Parquet files beside `count`.
    fn compare(&self) -> counted::Sum {
        let rows = self.ask(
            "select id, phone, name, city, language, text, sms_encoding(text) as sms_encoding,
                sms_segments(text) as sms_segments, sms_units(text) as sms_units
            from '*.parquet' order by id",
        );
        let answer = self.directory.join("counted.csv");
        fs::write(&answer, rows).unwrap();
        let sum = counted::compare(&self.csv, &answer);
        fs::remove_file(answer).unwrap();
        sum
    }

    /// The segments of the campaign in the characters of `typography`.
    fn segments_if_smart(&self) -> usize {
        let rows = csv::Reader::from_reader(File::open(&self.csv).unwrap()).into_records();
        let smart = rows.map(|row| {
            let row = row.unwrap();
            let smart = septet::smart_encode(&row[5], septet::Level::Typography);
            septet::count(smart.text()).segments()
        });
        smart.sum()
    }
}
