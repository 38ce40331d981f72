//! What is added to a row.

use clap::ValueEnum;
use septet::{Alphabet, Count, Segmenter};

/// Different characters that are listed of a row at most.
const OFFENDERS: usize = 10;

/// A column that is added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Column {
    Encoding,
    Segments,
    Units,
    Remaining,
    Offenders,
    Text,
    Warnings,
    Verdict,
}

/// The value of a column.
pub(super) enum Value<'a> {
    Number(usize),
    Text(&'a str),
    Owned(String),
}

impl Column {
    /// What its name is behind the prefix.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Column::Encoding => "encoding",
            Column::Segments => "segments",
            Column::Units => "units",
            Column::Remaining => "remaining",
            Column::Offenders => "offenders",
            Column::Text => "text",
            Column::Warnings => "warnings",
            Column::Verdict => "verdict",
        }
    }

    /// Of a text that was counted; plain means that no national language is allowed.
    pub(super) fn value<'t>(
        self,
        sent: &'t str,
        count: Count,
        (segmenter, is_plain): (&Segmenter, bool),
        limit: usize,
    ) -> Value<'t> {
        let analysis = || segmenter.analyze(sent).ok();
        match self {
            Column::Encoding => Value::Text(count.encoding().name()),
            Column::Segments => Value::Number(count.segments()),
            Column::Units => Value::Number(count.units()),
            Column::Remaining => Value::Number(count.units_remaining()),
            Column::Text => Value::Text(sent),
            Column::Verdict if count.segments() > limit => Value::Text("too-long"),
            Column::Verdict => Value::Text("ok"),
            Column::Offenders if count.encoding() == septet::Encoding::Gsm7 => Value::Text(""),
            Column::Offenders if is_plain => Value::Owned(missing(sent)),
            Column::Offenders => Value::Owned(analysis().map_or_else(String::new, |analysis| {
                let offenders = analysis.offenders().iter().take(OFFENDERS);
                offenders.map(septet::Offender::character).collect()
            })),
            Column::Warnings => Value::Owned(analysis().map_or_else(String::new, |analysis| {
                let warnings = analysis.warnings();
                let codes: Vec<&str> = warnings
                    .iter()
                    .map(|warning| warning.code().name())
                    .collect();
                codes.join(" ")
            })),
        }
    }
}

/// The first different characters that the default alphabet lacks. They are what an analysis finds where no other
/// alphabet is allowed, without the rest of the analysis.
fn missing(text: &str) -> String {
    let mut found = String::new();
    let mut left = OFFENDERS;
    for character in text.chars() {
        let is_missing = Alphabet::DEFAULT.units(character).is_none();
        if is_missing && !found.contains(character) {
            found.push(character);
            left -= 1;
            if left == 0 {
                break;
            }
        }
    }
    found
}
