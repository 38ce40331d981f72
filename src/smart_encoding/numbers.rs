//! Numbers that are written in characters of their own, next to digits (L4 of `levels.rs`).

use core::ops::Range;

use super::SubstitutionReason;
use super::levels::Pass;
use super::tables::levels::TABLE;
use crate::text::letters::is_letter_or_digit;

impl Pass<'_, '_> {
    /// What sets a number off from the digits before and after it.
    pub(super) fn separators(
        &self,
        range: Range<usize>,
        replacement: &str,
        reason: SubstitutionReason,
    ) -> [&'static str; 2] {
        use SubstitutionReason::{Enclosed, Fraction, Subscript, Superscript};
        if !matches!(reason, Enclosed | Fraction | Subscript | Superscript) {
            return [""; 2];
        }
        let last = self.out.last(range.start);
        let next = self.out.character(range.end);
        let is_digit = |beside: char| beside.is_ascii_digit();
        let after_digit = last.is_some_and(is_digit);
        let row = next.and_then(|next| TABLE.row(next));
        let continued = row.filter(|row| row.kind.is_some_and(|kind| kind.1 == reason));
        let is_number = match replacement {
            "-" | "+" => {
                last.is_some_and(is_letter_or_digit)
                    && continued.is_some_and(|row| row.replacement.starts_with(is_digit))
            }
            "n" | "x" => after_digit && continued.is_none(),
            _ => after_digit && replacement.starts_with(is_digit),
        };
        let begins = self.out.change_ending(range.start) != Some(reason);
        let before = match reason {
            Fraction | Enclosed if is_number && replacement.starts_with(is_digit) => " ",
            Superscript if is_number && begins => "^",
            Subscript if is_number && begins => "_",
            _ => "",
        };
        let joins = replacement.ends_with(is_digit) && next.is_some_and(is_digit);
        [before, if joins { " " } else { "" }]
    }
}
