//! The providers' substitutions: one code point at a time, as their lists have it.

use super::custom::{Custom, Wish};
use super::rewrite::Rewrite;
use super::table::{Row, Table};
use super::tables::{telnyx, twilio, webex};
use super::{ProviderPreset, Rules, SubstitutionReason};

/// The lists of a provider, of which the first that has a character decides.
#[derive(Clone, Copy)]
pub(super) struct Lists {
    first: &'static Table,
    rest: &'static Table,
}

/// The lists of a provider; `None` for septet's levels.
pub(super) fn lists(rules: Rules, preset: Option<ProviderPreset>) -> Option<Lists> {
    let rest = match rules {
        Rules::Twilio => &twilio::TABLE,
        Rules::Telnyx => &telnyx::TABLE,
        Rules::Typography | Rules::Compatibility | Rules::Transliteration => return None,
    };
    let first = if preset == Some(ProviderPreset::Webex) {
        &webex::TABLE
    } else {
        rest
    };
    Some(Lists { first, rest })
}

impl Lists {
    /// The row of a character, if it is listed.
    fn row(self, character: char) -> Option<Row> {
        let row = self.first.row(character);
        row.or_else(|| self.rest.row(character))
    }
}

/// The replacement of a character in the list of a provider; `None` if it stays, or if the rules are a level of septet.
pub(crate) fn listed(rules: Rules, character: char) -> Option<&'static str> {
    lists(rules, None)?
        .row(character)
        .map(|row| row.replacement)
}

/// Rewrites a text by a provider's lists.
pub(super) fn run<'t>(text: &'t str, lists: Lists, custom: &Custom) -> Rewrite<'t> {
    let mut out = Rewrite::new(text);
    let listed_ascii = lists.first.ascii | lists.rest.ascii | custom.ascii();
    for (at, character) in text.char_indices() {
        if character.is_ascii() && listed_ascii >> u32::from(character) & 1 == 0 {
            continue;
        }
        if let Some((replacement, reason)) = replacement(character, lists, custom) {
            let range = at..at + character.len_utf8();
            out.replace(range, &[replacement], (None, reason));
        }
    }
    out
}

/// The replacement of a character, with the reason; `None` if it stays.
pub(super) fn replacement(
    character: char,
    lists: Lists,
    custom: &Custom,
) -> Option<(&str, SubstitutionReason)> {
    match custom.wish(character) {
        Some(Wish::Keep) => None,
        Some(Wish::Replace(replacement)) => Some((replacement, SubstitutionReason::Custom)),
        None => {
            let row = lists.row(character)?;
            Some((row.replacement, SubstitutionReason::Provider))
        }
    }
}
