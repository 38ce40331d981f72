//! Numbers and nouns as people read them.

use std::fmt::Display;

use septet::{Alphabet, Count, Encoding};

/// `12,345`.
pub(crate) fn number(value: usize) -> String {
    let digits = value.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `1 segment`, `2 segments`.
pub(crate) fn counted(value: usize, noun: &str) -> String {
    let plural = if value == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", number(value))
}

/// The word of a value in JSON, such as `opted-out`.
pub(crate) fn word(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// The name of a code unit.
pub(crate) const fn unit(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Gsm7 => "septet",
        Encoding::Ucs2 => "unit",
    }
}

/// `GSM-7`, `UCS-2`, `GSM-7 (turkish locking shift)`: the encoding with the national tables in force.
pub(crate) fn encoding(count: Count) -> String {
    let name = count.encoding().name();
    match tables(count.alphabet()) {
        Some(tables) => format!("{name} ({tables})"),
        None => name.to_owned(),
    }
}

fn tables(alphabet: Alphabet) -> Option<String> {
    let named = |language: &dyn Display, table: &str| format!("{language} {table} shift");
    match (alphabet.locking(), alphabet.single()) {
        (None, None) => None,
        (Some(locking), None) => Some(named(&locking, "locking")),
        (None, Some(single)) => Some(named(&single, "single")),
        (Some(locking), Some(single)) if locking == single => {
            Some(named(&locking, "locking and single"))
        }
        (Some(locking), Some(single)) => Some(format!(
            "{}, {}",
            named(&locking, "locking"),
            named(&single, "single")
        )),
    }
}

/// The verdict in pieces: encoding, segments, code units, what is left.
pub(crate) fn verdict(count: Count) -> [String; 4] {
    let left = number(count.units_remaining());
    let per_segment = count.units_per_segment();
    let left = if count.segments() == 1 {
        format!("{left} of {per_segment} left")
    } else {
        format!("{left} of {per_segment} left in the last")
    };
    [
        encoding(count),
        counted(count.segments(), "segment"),
        counted(count.units(), unit(count.encoding())),
        left,
    ]
}

/// `GSM-7, 2 segments`.
pub(crate) fn in_short(count: Count) -> String {
    format!(
        "{}, {}",
        encoding(count),
        counted(count.segments(), "segment")
    )
}

/// `GSM-7, 2 segments, 161 septets`.
pub(crate) fn in_full(count: Count) -> String {
    format!(
        "{}, {}",
        in_short(count),
        counted(count.units(), unit(count.encoding()))
    )
}
