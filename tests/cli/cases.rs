//! The cases that every face answers alike (`tests/data/cases.json`), answered by the command.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::command::{fed, stdout};

/// A case: the options as arguments, the text, what is expected.
struct Case {
    name: String,
    arguments: Vec<String>,
    text: String,
    expect: Value,
}

fn cases() -> Vec<Case> {
    let file: Value = serde_json::from_str(include_str!("../data/cases.json")).unwrap();
    file["cases"]
        .as_array()
        .unwrap()
        .iter()
        .map(Case::new)
        .collect()
}

impl Case {
    fn new(case: &Value) -> Self {
        let text = match &case["utf16"] {
            Value::Array(units) => {
                let units = units
                    .iter()
                    .map(|unit| u16::from_str_radix(unit.as_str().unwrap(), 16).unwrap());
                // A lone surrogate has no UTF-8; what replaces it takes as many units.
                String::from_utf16_lossy(&units.collect::<Vec<u16>>())
            }
            _ => case["text"].as_str().unwrap().to_owned(),
        };
        let mut arguments = Vec::new();
        for (option, value) in case["options"].as_object().unwrap() {
            arguments.push(argument(option, value));
        }
        let name = case["name"].as_str().unwrap().to_owned();
        Case {
            name,
            arguments,
            text,
            expect: case["expect"].clone(),
        }
    }
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
    for case in cases().into_iter().filter(|case| !case.text.contains('\0')) {
        groups.entry(case.arguments.clone()).or_default().push(case);
    }
    for (arguments, cases) in groups {
        let texts = cases.iter().flat_map(|case| [case.text.as_str(), "\0"]);
        let input: String = texts.collect();
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
            let arguments = fixed.chain(case.arguments.iter().cloned());
            serde_json::from_str(&stdout(fed(&case.text, arguments))).unwrap()
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
