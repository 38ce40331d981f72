//! The columns that are added to a row.

use std::borrow::Cow;

use clap::ValueEnum;
use septet::{Alphabet, Analysis, Count, Encoding, Offender, Segmenter};

use super::money::Price;

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
    Cost,
}

/// The value of a column.
pub(super) enum Value<'a> {
    Number(usize),
    Text(Cow<'a, str>),
    /// A number with decimals, as it is written.
    Decimal(String),
}

impl Column {
    /// The name after the prefix.
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
            Column::Cost => "cost",
        }
    }

    /// The value for a counted text; `missing` finds its offenders where no national language is allowed.
    pub(super) fn value<'t>(
        self,
        sent: &'t str,
        count: Count,
        (segmenter, missing): (&Segmenter, Option<&Missing>),
        (limit, price): (usize, Option<Price>),
    ) -> Value<'t> {
        let analyzed = |list: fn(&Analysis) -> String| {
            let analysis = segmenter.analyze(sent);
            let listed = analysis.map_or_else(|_| String::new(), |analysis| list(&analysis));
            Value::Text(listed.into())
        };
        match self {
            Column::Encoding => Value::Text(count.encoding().name().into()),
            Column::Segments => Value::Number(count.segments()),
            Column::Units => Value::Number(count.units()),
            Column::Remaining => Value::Number(count.units_remaining()),
            Column::Text => Value::Text(sent.into()),
            Column::Verdict if count.segments() > limit => Value::Text("too-long".into()),
            Column::Verdict => Value::Text("ok".into()),
            Column::Cost => {
                let segments = i64::try_from(count.segments()).unwrap_or(i64::MAX);
                let cost = price.map(|price| price.of(segments).exact());
                Value::Decimal(cost.unwrap_or_default())
            }
            Column::Offenders if count.encoding() == Encoding::Gsm7 => Value::Text("".into()),
            Column::Offenders => match missing {
                Some(missing) => Value::Text(missing.of(sent).into()),
                None => analyzed(offenders),
            },
            Column::Warnings => analyzed(warnings),
        }
    }
}

fn offenders(analysis: &Analysis) -> String {
    let offenders = analysis.offenders().iter().take(OFFENDERS);
    offenders.map(Offender::character).collect()
}

/// Their codes.
fn warnings(analysis: &Analysis) -> String {
    let warnings = analysis.warnings();
    let codes = warnings.iter().map(|warning| warning.code().name());
    codes.collect::<Vec<_>>().join(" ")
}

/// Finds the characters that the default alphabet lacks. They are what an analysis finds where no other alphabet is
/// allowed, without the rest of the analysis.
pub(super) struct Missing {
    /// The octets a character may begin with that is one of them.
    begins: [bool; 256],
}

impl Missing {
    pub(super) fn new() -> Self {
        let may_begin = |octet: usize| {
            let ascii = u8::try_from(octet).ok().filter(u8::is_ascii);
            ascii.is_none_or(|ascii| Alphabet::DEFAULT.units(ascii.into()).is_none())
        };
        Missing {
            begins: std::array::from_fn(may_begin),
        }
    }

    /// The first different ones of a text.
    fn of(&self, text: &str) -> String {
        let mut found = ['\0'; OFFENDERS];
        let mut number = 0;
        let mut rest = text;
        let begins = |octet| self.begins[usize::from(octet)];
        while number < OFFENDERS
            && let Some(at) = rest.bytes().position(begins)
        {
            // What stands before is ASCII, so that a character begins here.
            let mut characters = rest[at..].chars();
            let Some(character) = characters.next() else {
                break;
            };
            rest = characters.as_str();
            let is_missing = Alphabet::DEFAULT.units(character).is_none();
            if is_missing && !found[..number].contains(&character) {
                found[number] = character;
                number += 1;
            }
        }
        found[..number].iter().collect()
    }
}
