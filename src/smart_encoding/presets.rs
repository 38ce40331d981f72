//! The providers' substitutions: one code point at a time, as their lists have it.

use super::custom::{Custom, Wish};
use super::rewrite::Rewrite;
use super::table::Table;
use super::tables::{telnyx, twilio};
use super::{Rules, SubstitutionReason};

/// The list of a provider; `None` for septet's levels.
pub(super) fn table(rules: Rules) -> Option<&'static Table> {
    match rules {
        Rules::Twilio => Some(&twilio::TABLE),
        Rules::Telnyx => Some(&telnyx::TABLE),
        Rules::Typography | Rules::Compatibility | Rules::Transliteration => None,
    }
}

/// Rewrites a text by a provider's list.
pub(super) fn run<'t>(text: &'t str, table: &Table, custom: &Custom) -> Rewrite<'t> {
    let mut out = Rewrite::new(text);
    let listed_ascii = table.ascii | custom.ascii();
    for (at, character) in text.char_indices() {
        if character.is_ascii() && listed_ascii >> u32::from(character) & 1 == 0 {
            continue;
        }
        if let Some((replacement, reason)) = replacement(character, table, custom) {
            let range = at..at + character.len_utf8();
            out.replace(range, &[replacement], (None, reason));
        }
    }
    out
}

/// What a character is replaced with, and why; `None` where it stays.
pub(super) fn replacement<'c>(
    character: char,
    table: &Table,
    custom: &'c Custom,
) -> Option<(&'c str, SubstitutionReason)> {
    match custom.wish(character) {
        Some(Wish::Keep) => None,
        Some(Wish::Replace(replacement)) => Some((replacement, SubstitutionReason::Custom)),
        None => {
            let row = table.row(character)?;
            Some((row.replacement, SubstitutionReason::Provider))
        }
    }
}
