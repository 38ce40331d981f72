//! Options of `septet bulk`: prices, groups, parts of files, outputs.

use std::fs;

use serde_json::Value;

use crate::bulk_files::{directory, summary};
use crate::command::{complaint, fed, septet};
use crate::table::{csv, rows, totals};

/// Prices by destination, sums by column, several texts.
#[test]
#[expect(clippy::too_many_lines, reason = "a table at its end")]
fn prices_and_groups() {
    let directory = directory("prices");
    let rows = "to;lang;a;b\n+49 151 1;DE;x;y\n0043664;AT;x;y\n+1 (555) 1;US;x;y\nAnn;US;x;y\n";
    fs::write(directory.join("rows.csv"), rows).unwrap();
    fs::write(
        directory.join("prefixes.csv"),
        "prefix;price;currency\n+49;0,07;EUR\n4366;0,05;EUR\n43;1;EUR\n",
    )
    .unwrap();
    fs::write(
        directory.join("countries.csv"),
        "country,price\nde,0.07\n*,0.01\n",
    )
    .unwrap();
    let run = |options: &[&str]| {
        let arguments = [&["bulk", "rows.csv", "--column=a"], options].concat();
        septet(arguments).current_dir(&directory).output().unwrap()
    };
    let output = run(&[
        "--prices=prefixes.csv",
        "--add=cost",
        "--to=csv",
        "--prefix=",
    ]);
    let expected = "to;lang;a;b;cost\n+49 151 1;DE;x;y;0.07\n0043664;AT;x;y;0.05\n";
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
    let sentence = "error: 2 rows could not be read and are left out; the first: rows.csv, line 4: there is no price for \"+1 (555) 1\"";
    let (code, message) = complaint(&output);
    assert!(code == 5 && message.starts_with(sentence), "{message}");
    let both = [
        "--column=b",
        "--prices=countries.csv",
        "--price-by=lang",
        "--by=lang",
    ];
    let output = run(&[
        &both[..],
        &["--summary", "--json", "--currency=eur", "--no-savings"],
    ]
    .concat());
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&json["rows"], &json["currency"], &json["price"]),
        (&8.into(), &"EUR".into(), &Value::Null)
    );
    assert_eq!(json["cost"], 0.2);
    let group = |value: &str, rows: u64, cost: f64| serde_json::json!({ "value": value, "rows": rows, "segments": rows, "cost": cost });
    let groups = serde_json::json!([
        group("DE", 2, 0.14),
        group("US", 4, 0.04),
        group("AT", 2, 0.02)
    ]);
    assert_eq!(
        json["by"],
        serde_json::json!({ "column": "lang", "groups": groups })
    );
    let output = run(&["--column=b", "--add=units"]);
    assert!(
        output
            .stdout
            .starts_with(b"to;lang;a;b;sms_a_units;sms_b_units\n"),
        "{output:?}"
    );
    for (prices, code, sentence) in [
        (
            "prefix,price\n49,\"1,500\"\n",
            4,
            "wrong.csv, line 2: 1,500 may mean two prices: write it with a point before the decimals, such as 0.0079",
        ),
        (
            "prefix,price\n49,1\n+49,2\n",
            4,
            "wrong.csv, line 3: +49 occurs twice",
        ),
        (
            "prefix,price\nDE,1\n",
            4,
            "wrong.csv, line 2: \"DE\" is not a prefix of phone numbers, such as +49",
        ),
        (
            "prefix,price,currency\n1,1,EUR\n2,1,USD\n",
            4,
            "wrong.csv, line 3: prices are in EUR and in USD: one currency is needed",
        ),
        (
            "land,price\nDE,1\n",
            4,
            "wrong.csv needs the columns price and either prefix or country; its columns are land, price",
        ),
        ("country,price\n", 4, "wrong.csv holds no price"),
        (
            "country,price\nDE,1\n",
            4,
            "say with --price-by which column the price depends on; the columns are to, lang, a, b",
        ),
    ] {
        fs::write(directory.join("wrong.csv"), prices).unwrap();
        let output = run(&["--prices=wrong.csv", "--summary"]);
        assert_eq!(complaint(&output), (code, format!("error: {sentence}\n")));
    }
    for wrong in [
        &["--currency=EUR"][..],
        &["--add=cost"],
        &["--price=1", "--prices=x.csv"],
        &["--add=units,units"],
        &["--delimiter=\""],
        &["--limit=1", "--sample=1%"],
        &["--sample=2"],
        &["--escape=;", "--delimiter=;"],
    ] {
        assert_eq!(complaint(&run(wrong)).0, 2, "{wrong:?}");
    }
}

#[test]
fn parts_of_a_file() {
    let rows = rows(9, 2_000);
    let csv = csv(&rows, ',', "\n", false);
    let run = |options: &[&str]| {
        let arguments = [
            &[
                "bulk",
                "--format=csv",
                "--column=Message",
                "--summary",
                "--json",
                "--no-savings",
            ],
            options,
        ]
        .concat();
        summary(&fed(csv.clone(), arguments)).unwrap()
    };
    for limit in [0, 1, 7, 1_999, 2_000, 3_000] {
        let first = &rows[..limit.min(rows.len())];
        assert_eq!(
            run(&[&format!("--limit={limit}")]),
            (first.len() as u64, totals(first).1)
        );
    }
    let (sampled, _) = run(&["--sample=10%"]);
    assert!((120..280).contains(&sampled), "{sampled}");
    assert_eq!(
        run(&["--sample=10%", "--threads=1"]),
        run(&["--sample=0.1", "--threads=7"])
    );
    assert_eq!(run(&["--sample=1"]).0, 2_000);
    let lines = fed(
        "a\n\nb\nc\n",
        ["bulk", "--format=lines", "--limit=2", "--add=units"],
    );
    assert_eq!(lines.stdout, b"text,sms_units\na,1\n,0\n");
}

#[cfg(unix)]
#[test]
fn outputs_are_private_and_kept() {
    use std::os::unix::fs::PermissionsExt;
    let directory = directory("private");
    fs::write(directory.join("in.csv"), "text\na\n").unwrap();
    let run = |options: &[&str]| {
        let arguments = [
            &["bulk", "in.csv", "-o", "out.csv", "--bad-rows=bad.csv"],
            options,
        ]
        .concat();
        complaint(&septet(arguments).current_dir(&directory).output().unwrap())
    };
    let mode = |name: &str| {
        fs::metadata(directory.join(name))
            .unwrap()
            .permissions()
            .mode()
            & 0o777
    };
    assert_eq!(run(&[]), (0, String::new()));
    assert_eq!((mode("out.csv"), mode("bad.csv")), (0o600, 0o600));
    let (code, message) = run(&[]);
    assert!(
        code == 2 && message.starts_with("error: out.csv exists: --force replaces it\n"),
        "{message}"
    );
    fs::set_permissions(directory.join("out.csv"), fs::Permissions::from_mode(0o640)).unwrap();
    assert_eq!(run(&["--force"]), (0, String::new()));
    assert_eq!((mode("out.csv"), mode("bad.csv")), (0o640, 0o600));
    let arguments = ["bulk", "in.csv", "-o", "out.xlsx"];
    let output = septet(arguments).current_dir(&directory).output().unwrap();
    let sentence = "error: out.xlsx: workbooks are read, not written; write a .csv file, which spreadsheets open\n";
    let (code, message) = complaint(&output);
    assert!(code == 2 && message.starts_with(sentence), "{message}");
    for name in ["out.zip", "out.PDF", "out.parquet"] {
        let output = septet(["bulk", "in.csv", "-o", name])
            .current_dir(&directory)
            .output()
            .unwrap();
        let sentence = format!(
            "error: {name}: rows are written as CSV, TSV, NDJSON or JSON: choose a name that ends in"
        );
        let (code, message) = complaint(&output);
        assert!(code == 2 && message.starts_with(&sentence), "{message}");
        assert!(!directory.join(name).exists());
    }
}

/// Ctrl-C says how to go on, and the run goes on there.
#[cfg(unix)]
#[test]
fn an_interrupted_run_says_how_to_resume() {
    let directory = directory("interrupt");
    fs::write(
        directory.join("in.csv"),
        crate::bulk_files::campaign(60_000),
    )
    .unwrap();
    let run = [
        "bulk",
        "in.csv",
        "-t",
        "{{text}} ",
        "-o",
        "out",
        "--to=csv",
        "--checkpoint-every=0",
        "--threads=1",
    ];
    for _ in 0..20 {
        let _ = fs::remove_file(directory.join("out"));
        let child = septet(run)
            .current_dir(&directory)
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        while !directory.join("out.resume").exists() && !directory.join("out").exists() {
            std::thread::sleep(std::time::Duration::from_micros(200));
        }
        let pid = child.id().to_string();
        std::process::Command::new("kill")
            .args(["-INT", &pid])
            .status()
            .unwrap();
        let output = child.wait_with_output().unwrap();
        if output.status.code() != Some(130) {
            continue; // It ended before the signal came.
        }
        let (_, message) = complaint(&output);
        assert_eq!(
            message,
            "\ninterrupted: what was done is kept; go on with: septet bulk in.csv -t '{{text}} ' -o out --to=csv --checkpoint-every=0 --threads=1 --resume\n"
        );
        let resumed = septet(run.iter().chain(&["--resume"]))
            .current_dir(&directory)
            .output()
            .unwrap();
        assert_eq!(complaint(&resumed), (0, String::new()));
        let whole = septet(["bulk", "in.csv", "-t", "{{text}} "])
            .current_dir(&directory)
            .output()
            .unwrap();
        assert!(fs::read(directory.join("out")).unwrap() == whole.stdout);
        return;
    }
    panic!("it was always faster than this test");
}

#[test]
fn progress_as_json() {
    let csv = "text\na\n";
    let output = fed(
        csv,
        ["bulk", "--format=csv", "--summary", "--progress=json"],
    );
    let lines = String::from_utf8(output.stderr).unwrap();
    let last: Value = serde_json::from_str(lines.lines().last().unwrap()).unwrap();
    assert_eq!((&last["bytes"], &last["isDone"]), (&7.into(), &true.into()));
}
