//! The cases that every face answers alike (`tests/data/cases.json`), answered by the command.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::command::{fed, stdout};
use crate::shared_cases::{Case, cases};

/// The options of a case as arguments.
fn arguments(case: &Case) -> Vec<String> {
    let options = case.options.as_object().unwrap().iter();
    options
        .map(|(option, value)| argument(option, value))
        .collect()
}

/// An option of the npm package as the command spells it.
fn argument(option: &str, value: &Value) -> String {
    match (option, value) {
        ("referenceBits", value) if value == 16 => "--16-bit".to_owned(),
        ("profile", Value::Object(limits)) => {
            let names = ["single", "concatenated", "ucs2Single", "ucs2Concatenated"];
            let limits: Vec<String> = names.iter().map(|name| limits[*name].to_string()).collect();
            format!("--profile={}", limits.join("/"))
        }
        ("profile" | "encoding" | "boundary", Value::String(name)) => format!("--{option}={name}"),
        _ => panic!("the command has no {option}: {value}"),
    }
}

/// The cases of the same options are one run of `count`.
#[test]
fn counts() {
    let mut groups: BTreeMap<Vec<String>, Vec<Case>> = BTreeMap::new();
    for case in cases().into_iter().filter(|case| !case.units.contains(&0)) {
        groups.entry(arguments(&case)).or_default().push(case);
    }
    for (arguments, cases) in groups {
        let input: String = cases.iter().map(|case| case.text() + "\0").collect();
        let fixed = ["count", "--null", "--json"].map(str::to_owned);
        let output = stdout(fed(input, fixed.iter().chain(&arguments)));
        let counts: Vec<&str> = output.lines().collect();
        assert_eq!(counts.len(), cases.len());
        for (case, count) in cases.iter().zip(counts) {
            let count: Value = serde_json::from_str(count).unwrap();
            let mut expected = case.expect.clone();
            expected.as_object_mut().unwrap().remove("parts");
            assert_eq!(count, expected, "{}", case.name);
        }
    }
}

#[test]
fn parts_and_reports() {
    for case in cases() {
        let run = |fixed: &[&str]| -> Value {
            let fixed = fixed.iter().map(|argument| (*argument).to_owned());
            let output = stdout(fed(case.text(), fixed.chain(arguments(&case))));
            serde_json::from_str(&output).unwrap()
        };
        let parts = run(&["split", "--json", "--keep-newline"]);
        let lengths = parts
            .as_array()
            .unwrap()
            .iter()
            .map(|part| part["end"].as_u64().unwrap() - part["start"].as_u64().unwrap());
        assert_eq!(
            json!(lengths.collect::<Vec<_>>()),
            case.expect["parts"],
            "{}",
            case.name
        );
        let report = run(&["--json", "--keep-newline"]);
        assert_eq!(report["parts"], parts, "{}", case.name);
        for key in [
            "encoding",
            "segments",
            "units",
            "unitsPerSegment",
            "unitsRemaining",
        ] {
            assert_eq!(report[key], case.expect[key], "{}: {key}", case.name);
        }
    }
}
