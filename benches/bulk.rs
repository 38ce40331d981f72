//! `septet bulk` on campaign files beside its limits (`wc -l`, the reader of CSV, `count` on one core) and beside scripts in
//! Python and Node. Each sum of segments is checked, and every row that is written; figures are ratios within one run.

#[path = "../tests/campaign/mod.rs"]
mod campaign;
#[path = "../tests/campaign/counted.rs"]
mod counted;
mod measure;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use measure::{timed, write};
use serde::Serialize;
use serde_json::{Value, json};

/// Runs of each program, of which the fastest counts: the speed of disks varies.
const fn runs(rows: usize) -> usize {
    if rows > 1_000_000 { 2 } else { 3 }
}

/// A line of the table.
#[derive(Serialize)]
struct Row<'a> {
    #[serde(rename = "")]
    what: &'a str,
    rows: usize,
    #[serde(rename = "million rows a second")]
    rate: String,
    #[serde(rename = "MB a second")]
    bytes: String,
    #[serde(rename = "beside one core's count")]
    beside: String,
    #[serde(rename = "peak memory")]
    peak: Option<String>,
}

/// A table of the results, its columns in their order.
#[derive(Serialize)]
struct Table<'a> {
    section: String,
    note: String,
    rows: Vec<Row<'a>>,
}

/// Its name comes first: by that `cargo xtask bench` knows a plot from a table.
#[derive(Serialize)]
struct Plot {
    #[serde(rename = "plot")]
    name: &'static str,
    title: &'static str,
    note: &'static str,
    scale: &'static str,
    groups: Value,
}

/// One thing that was timed.
struct Measured {
    what: String,
    rows: usize,
    time: Duration,
    /// Octets of memory at the peak, of programs.
    peak: Option<u64>,
    kind: &'static str,
}

fn main() {
    if std::env::args().any(|argument| argument == "--bench") {
        measure(1_000_000, true);
        measure(10_000_000, false);
    } else {
        measure(2_000, false);
    }
}

/// Measures everything on a file of so many rows.
fn measure(rows: usize, beside_scripts: bool) {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-bulk");
    std::fs::create_dir_all(&directory).unwrap();
    let path = directory.join(format!("campaign-{rows}.csv"));
    write(&path, rows);
    let octets = std::fs::metadata(&path).unwrap().len();
    let mut all = limits(&path, rows);
    let segments = all.segments;
    let out = directory.join("out.csv");
    let to_disk = ["-o", out.to_str().unwrap(), "--force", "--no-savings"];
    for (what, options) in [
        (
            "septet bulk --summary --no-savings",
            &["--summary", "--no-savings"][..],
        ),
        ("septet bulk --summary", &["--summary"]),
        (
            "septet bulk -o /dev/null --no-savings",
            &["-o", "/dev/null", "--no-savings"],
        ),
        ("septet bulk -o FILE --no-savings", &to_disk),
    ] {
        for (count, cores) in (1..).zip(["0", "0,1"]) {
            let mut command = Command::new("taskset");
            command.args(["-c", cores, env!("CARGO_BIN_EXE_septet"), "bulk", "--json"]);
            command.arg(&path).args(options);
            let (time, peak, output) = timed(&mut command, runs(rows));
            let summary: Value = serde_json::from_str(&output).unwrap();
            assert_eq!(summary["totalSegments"], segments, "{what}");
            assert_eq!(summary["rows"], rows, "{what}");
            let plural = if count == 1 { "" } else { "s" };
            let what = format!("`{what}`, {count} core{plural}");
            all.push(what, rows, time, peak, "ours");
        }
    }
    let sum = counted::compare(&path, &out);
    assert_eq!((sum.rows, sum.segments as u64), (rows, segments));
    // In place of the rows that were written: the disk may not have room for both.
    std::fs::remove_file(&out).unwrap();
    let (from, to) = (
        format!("if={}", path.display()),
        format!("of={}", out.display()),
    );
    let mut dd = Command::new("dd");
    dd.args([&from, &to, "bs=1M", "conv=fdatasync", "status=none"]);
    let (time, ..) = timed(&mut dd, runs(rows));
    let what = "`dd` of the campaign to disk".to_owned();
    all.push(what, rows, time, None, "limit");
    std::fs::remove_file(out).unwrap();
    if beside_scripts {
        scripts(&path, &directory, &mut all);
    }
    all.print(rows, octets);
    if rows > 1_000_000 {
        // Gigabytes that nobody will look for.
        std::fs::remove_file(path).unwrap();
    }
}

/// All measurements, and the right answer.
struct All {
    measured: Vec<Measured>,
    segments: u64,
    /// The time one core takes to count what it has at hand.
    count: Duration,
}

impl All {
    fn push(
        &mut self,
        what: String,
        rows: usize,
        time: Duration,
        peak: Option<u64>,
        kind: &'static str,
    ) {
        let measured = Measured {
            what,
            rows,
            time,
            peak,
            kind,
        };
        self.measured.push(measured);
    }

    #[expect(clippy::cast_precision_loss, reason = "figures are rounded anyway")]
    fn print(&self, rows: usize, octets: u64) {
        let per_row = self.count.as_secs_f64() / rows as f64;
        let (mut table, mut bars) = (Vec::new(), Vec::new());
        for measured in &self.measured {
            let rate = measured.rows as f64 / measured.time.as_secs_f64();
            let bytes = rate * octets as f64 / rows as f64 / 1e6;
            let label = if rate < 1e6 {
                format!("{:.0} thousand", rate / 1e3)
            } else {
                format!("{:.2} million", rate / 1e6)
            };
            table.push(Row {
                what: &measured.what,
                rows: measured.rows,
                rate: format!("{:.3}", rate / 1e6),
                bytes: format!("{bytes:.0}"),
                beside: format!("{:.3}", rate * per_row),
                peak: measured
                    .peak
                    .map(|peak| format!("{:.1} MiB", peak as f64 / 1_048_576.0)),
            });
            bars.push(json!({ "name": measured.what.replace('`', ""), "value": rate, "label": label, "kind": measured.kind }));
        }
        let millions = rows as f64 / 1e6;
        let title = format!("bulk, {millions} million rows");
        let megabytes = octets / 1_000_000;
        let runs = match runs(rows) {
            2 => "The better of two runs.",
            _ => "The best of three runs.",
        };
        let note = format!(
            "A campaign of {millions} million rows, {megabytes} MB (`cargo xtask data`): texts in twelve languages, 59 % of them UCS-2. \
             Limits first; then the command on one core and on two, each row it wrote compared with `septet::count`, and what the disk takes to \
             store as much; then scripts on the first rows of the same file. {runs}"
        );
        let printed = Table {
            section: title,
            note,
            rows: table,
        };
        println!("{}", serde_json::to_string(&printed).unwrap());
        if self
            .measured
            .iter()
            .any(|measured| measured.kind == "rival")
        {
            let groups = json!([{ "name": "one campaign file", "bars": bars }]);
            let plot = Plot {
                name: "bulk",
                title: "Rows of a campaign file counted a second",
                note: "the same CSV file for all; more is better",
                scale: "log",
                groups,
            };
            println!("{}", serde_json::to_string(&plot).unwrap());
        }
    }
}

/// Measures lower bounds for the time, and computes the right answer.
fn limits(path: &Path, rows: usize) -> All {
    let (lines, ..) = timed(Command::new("wc").arg("-l").arg(path), runs(rows));
    let mut reading = Duration::MAX;
    for _ in 0..runs(rows) {
        let start = Instant::now();
        let mut reader = csv::Reader::from_path(path).unwrap();
        let mut record = csv::ByteRecord::new();
        let mut found = 0;
        while reader.read_byte_record(&mut record).unwrap() {
            found += 1;
        }
        assert_eq!(found, rows);
        reading = reading.min(start.elapsed());
    }
    let (mut segments, mut count) = (0, Duration::ZERO);
    let mut texts = csv::Reader::from_path(path).unwrap().into_records();
    loop {
        let some: Vec<String> = texts
            .by_ref()
            .take(10_000)
            .map(|record| record.unwrap()[5].to_owned())
            .collect();
        if some.is_empty() {
            break;
        }
        let start = Instant::now();
        segments += some
            .iter()
            .map(|text| septet::count(text).segments() as u64)
            .sum::<u64>();
        count += start.elapsed();
    }
    let mut all = All {
        measured: Vec::new(),
        segments,
        count,
    };
    all.push("`wc -l`".to_owned(), rows, lines, None, "limit");
    all.push(
        "the `csv` crate, reading alone, 1 core".to_owned(),
        rows,
        reading,
        None,
        "limit",
    );
    all.push(
        "`septet::count` alone, texts in memory, 1 core".to_owned(),
        rows,
        count,
        None,
        "limit",
    );
    all
}

/// Scripts as people write them, on as many rows as they get through.
fn scripts(path: &Path, directory: &Path, all: &mut All) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/bulk");
    let python = directory.join("venv/bin/python");
    if !python.exists() {
        let venv = directory.join("venv");
        let made = Command::new("python3")
            .args(["-m", "venv"])
            .arg(&venv)
            .status();
        assert!(made.unwrap().success());
        let install = ["-m", "pip", "install", "-q", "smsutil==1.1.3"];
        assert!(
            Command::new(&python)
                .args(install)
                .status()
                .unwrap()
                .success()
        );
    }
    let script = |program: &Path, file: &str, rows: usize, package: &str| {
        let mut command = Command::new(program);
        command
            .arg(here.join(file))
            .arg(path)
            .arg(rows.to_string())
            .arg(package);
        command
    };
    let node = PathBuf::from("node");
    for (what, program, file, rows, package) in [
        ("Python, `smsutil`", &python, "smsutil_rows.py", 50_000, ""),
        (
            "Node, `@trt2/gsm-charset-utils`",
            &node,
            "peer_rows.mjs",
            200_000,
            "@trt2/gsm-charset-utils",
        ),
        (
            "Node, `split-sms`",
            &node,
            "peer_rows.mjs",
            50_000,
            "split-sms",
        ),
        (
            "Node, `sms-segments-calculator`",
            &node,
            "peer_rows.mjs",
            5_000,
            "sms-segments-calculator",
        ),
    ] {
        let (time, peak, output) = timed(&mut script(program, file, rows, package), runs(rows));
        let found: u64 = output.trim().parse().unwrap();
        let expected: u64 = first(path, rows);
        let (what, kind) = if found == expected {
            (what.to_owned(), "rival")
        } else {
            println!("{what}: {found} segments, not {expected}");
            (
                format!("{what} (wrong: {found} segments, not {expected})"),
                "wrong",
            )
        };
        all.push(what, rows, time, peak, kind);
    }
}

/// The segments of the first rows.
fn first(path: &Path, rows: usize) -> u64 {
    let texts = csv::Reader::from_path(path)
        .unwrap()
        .into_records()
        .take(rows);
    texts
        .map(|record| septet::count(&record.unwrap()[5]).segments() as u64)
        .sum()
}
