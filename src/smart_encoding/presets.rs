//! The providers' substitutions: one code point at a time, as their lists have it.

use super::Reason;
use super::custom::{Custom, Wish};
use super::rewrite::Rewrite;
use super::table::Table;

pub(super) fn run<'t>(text: &'t str, table: &Table, custom: &Custom) -> Rewrite<'t> {
    let mut out = Rewrite::new(text);
    let listed_ascii = table.ascii | custom.ascii();
    for (at, character) in text.char_indices() {
        if character.is_ascii() && listed_ascii >> u32::from(character) & 1 == 0 {
            continue;
        }
        let range = at..at + character.len_utf8();
        match custom.wish(character) {
            Some(Wish::Keep) => {}
            Some(Wish::Replace(replacement)) => {
                out.replace(range, &[replacement], (None, Reason::Custom));
            }
            None => {
                if let Some(row) = table.row(character) {
                    out.replace(range, &[row.replacement], (None, Reason::Provider));
                }
            }
        }
    }
    out
}
