//! Seeds of the fuzz targets: the texts and octets of tests/data/, each after four octets of options
//! (`fuzz/src/input.rs`), zeros unless the data say otherwise.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::project::Project;

/// Targets that are about a text.
const TEXTS: [&str; 8] = [
    "advice",
    "count",
    "round_trip",
    "segments",
    "smart_encode",
    "template",
    "truncate",
    "twiml",
];

type Seeds = BTreeMap<&'static str, Vec<Vec<u8>>>;

/// Writes the seeds of every target; the number of them.
pub(super) fn write(project: &Project) -> Result<usize> {
    let read = |name: &str| {
        let path = project.path("tests/data").join(name);
        fs::read_to_string(&path).with_context(|| path.display().to_string())
    };
    let mut seeds = Seeds::new();
    vectors(&read("vectors/differential.jsonl")?, &mut seeds)?;
    let cases: Value = serde_json::from_str(&read("cases.json")?)?;
    for case in cases["cases"].as_array().into_iter().flatten() {
        if let Some(text) = case["text"].as_str() {
            add_text(&mut seeds, text);
        }
    }
    let messages: Value = serde_json::from_str(&read("messages.json")?)?;
    for case in messages["cases"].as_array().into_iter().flatten() {
        message(case, &mut seeds);
    }
    for row in read("media.tsv")?.lines().skip(1) {
        let name = row.split('\t').nth(1).unwrap_or_default();
        add(&mut seeds, "media_type", [0; 4], name.as_bytes());
    }
    joining(&mut seeds);
    rows(&mut seeds);

    let mut written = 0;
    for (target, inputs) in &seeds {
        let directory = project.path("fuzz/corpus").join(target);
        fs::create_dir_all(&directory)?;
        for (number, input) in inputs.iter().enumerate() {
            fs::write(directory.join(format!("seed-{number}")), input)?;
        }
        written += inputs.len();
    }
    Ok(written)
}

fn add(seeds: &mut Seeds, target: &'static str, options: [u8; 4], content: &[u8]) {
    let input = [&options[..], content].concat();
    seeds.entry(target).or_default().push(input);
}

fn add_text(seeds: &mut Seeds, text: &str) {
    for target in TEXTS {
        add(seeds, target, [0; 4], text.as_bytes());
    }
}

/// The conformance vectors: texts, with the language they were made for, and whole user data.
fn vectors(file: &str, seeds: &mut Seeds) -> Result<()> {
    for line in file.lines() {
        let vector: Value = serde_json::from_str(line)?;
        let number = |value: &Value| u8::try_from(value.as_u64().unwrap_or(0)).unwrap_or(0);
        if let Some(text) = vector["input"].as_str() {
            add_text(seeds, text);
            let language = number(&vector["options"]["locking"]);
            for target in ["segments", "round_trip"]
                .into_iter()
                .filter(|_| language > 0)
            {
                add(seeds, target, [language, 0, 0, 0], text.as_bytes());
            }
        }
        let (options, expect) = (&vector["options"], &vector["expect"]);
        if let Some(octets) = expect["ud"].as_str() {
            let udhi = u8::from(options["udh"].as_str().is_some_and(|udh| !udh.is_empty()));
            let claimed = [1, 0, udhi, number(&expect["udl"])];
            add(seeds, "user_data", claimed, &hex(octets));
        }
    }
    Ok(())
}

/// A message as the target reads it, a parameter a line; and as the body of a call.
fn message(case: &Value, seeds: &mut Seeds) {
    let message = &case["message"];
    let media = &message["media"][0];
    let values = [
        &message["to"],
        media.get("url").unwrap_or(media),
        &message["contentVariables"],
        &message["sendAt"],
        &message["persistentAction"][0],
        &message["body"],
    ];
    let lines = values.map(|value| value.as_str().unwrap_or_default());
    add(seeds, "outbound", [0; 4], lines.join("\n").as_bytes());
    if let Some(form) = case["expect"]["form"].as_str() {
        add(seeds, "form", [0; 4], form.as_bytes());
    }
}

/// Rows of CSV with what makes them hard: quotes, and line breaks in cells.
fn rows(seeds: &mut Seeds) {
    let csv = b"name,text\r\nAnn,\"Hi \"\"A\"\",\nthere\"\r\nBo,5\" pipe\r\n";
    add(seeds, "rows", [0; 4], csv);
}

/// Two parts of one message, out of order; the same under a reference of 16 bits, one part twice.
fn joining(seeds: &mut Seeds) {
    let parts = [[1, 0, 7, 2, 2, 9], [1, 0, 7, 2, 1, 8]];
    add(seeds, "reassembler", [0; 4], &parts.concat());
    let parts = [[1, 1, 7, 2, 2, 9], [1, 1, 7, 2, 2, 9], [1, 1, 7, 2, 1, 8]];
    add(seeds, "reassembler", [3, 0, 0, 0], &parts.concat());
}

/// Octets of hexadecimal digits; none for what is not.
fn hex(digits: &str) -> Vec<u8> {
    let pairs = digits.as_bytes().chunks(2);
    let octet = |pair| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok();
    pairs.map_while(octet).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_a_seed_of_every_target_about_texts() {
        let mut seeds = Seeds::new();
        let line =
            r#"{"input": "ş", "options": {"locking": 1}, "expect": {"ud": "0A1b", "udl": 2}}"#;
        vectors(line, &mut seeds).unwrap();
        assert!(
            TEXTS
                .iter()
                .all(|target| seeds[target][0] == b"\0\0\0\0\xC5\x9F")
        );
        assert_eq!(seeds["round_trip"][1], b"\x01\0\0\0\xC5\x9F");
        assert_eq!(seeds["user_data"], [[1, 0, 0, 2, 0x0A, 0x1B]]);
    }
}
