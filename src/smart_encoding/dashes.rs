//! The dash between two words (N2 of `context.rs`).

use super::levels::Pass;
use crate::text::letters::is_letter_or_digit;

impl Pass<'_, '_> {
    /// What a long dash from `at` to `end` is written as.
    pub(super) fn dash(&self, at: usize, end: usize) -> &'static str {
        let (Some(before), Some(after)) = (self.neighbour(at, 0), self.out.character(end)) else {
            return "-";
        };
        let begins_word = || {
            let second = self.out.character(end + after.len_utf8());
            second.is_some_and(is_letter_or_digit)
        };
        let is_word = is_letter_or_digit(before);
        if is_figure(before) && is_figure(after) {
            "-"
        } else if is_word && after.is_whitespace() {
            " -"
        } else if (is_word
            || matches!(
                before,
                '!' | '?' | '.' | ')' | '%' | '”' | '’' | '»' | '®' | '™'
            ))
            && (is_letter_or_digit(after)
                || matches!(
                    after,
                    '(' | '"' | '“' | '„' | '‘' | '«' | '¿' | '¡' | '€' | '$' | '£' | '#' | '@'
                ) && begins_word())
        {
            " - "
        } else {
            "-"
        }
    }
}

/// True for what stands beside the dash of a range: `5%—10%`, `€5—€9`.
fn is_figure(character: char) -> bool {
    matches!(character, '0'..='9' | '%' | '°' | '€' | '$' | '£')
}
