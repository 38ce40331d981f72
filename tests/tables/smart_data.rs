//! The reviewed tables under `tests/data/smart-encoding/`.

use std::collections::{BTreeMap, HashMap};

/// One row. Only a row of `levels.tsv` has more than a replacement.
#[derive(Default)]
pub struct Row {
    pub name: String,
    /// The replacement as it is printed for people.
    pub shown: String,
    pub replacement: String,
    pub level: String,
    pub reason: String,
    pub source: String,
}

pub type Rows = BTreeMap<char, Row>;

fn character(code_point: &str) -> char {
    let hex = code_point.strip_prefix("U+").unwrap();
    char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap()
}

fn lines(data: &str) -> impl Iterator<Item = HashMap<&str, &str>> {
    let mut lines = data.lines();
    let header: Vec<&str> = lines.next().unwrap().split('\t').collect();
    lines.map(move |line| header.iter().copied().zip(line.split('\t')).collect())
}

/// A column of `providers.tsv`. A `-` there is a hyphen or the lack of a row; the providers named at the end of the
/// line tell which.
pub fn provider(column: &str) -> Rows {
    let cell = |text: &str| match text {
        "(remove)" => String::new(),
        "(space)" => " ".to_owned(),
        _ => match text.strip_prefix("(space x") {
            Some(times) => " ".repeat(times.strip_suffix(')').unwrap().parse().unwrap()),
            None => text.to_owned(),
        },
    };
    lines(include_str!("../data/smart-encoding/providers.tsv"))
        .filter(|line| {
            line["providers"]
                .split(';')
                .any(|name| name.starts_with(column))
        })
        .map(|line| {
            (
                character(line["codepoint"]),
                Row {
                    replacement: cell(line[column]),
                    ..Row::default()
                },
            )
        })
        .collect()
}

pub fn levels() -> Rows {
    lines(include_str!("../data/smart-encoding/levels.tsv"))
        .map(|line| {
            let column = |name: &str| line[name].to_owned();
            let row = Row {
                name: column("name"),
                shown: column("replacement"),
                replacement: line["replacement_codepoints"]
                    .split_whitespace()
                    .map(character)
                    .collect(),
                level: column("level"),
                reason: column("reason"),
                source: column("source"),
            };
            (character(line["codepoint"]), row)
        })
        .collect()
}

/// Whether a character is in the GSM-7 default alphabet or its extension.
pub fn in_gsm7(character: char) -> bool {
    septet::Alphabet::DEFAULT.units(character).is_some()
}
