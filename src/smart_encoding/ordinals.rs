//! The signs ° and º after numbers (N1 of `context.rs`).

use super::levels::Pass;
use crate::text::letters::is_letter_or_digit;

impl Pass<'_, '_> {
    /// N1: whether the unit of a temperature follows.
    pub(super) fn is_degree(&self, end: usize) -> bool {
        let after = self.out.text.get(end..).unwrap_or("");
        let after = after.strip_prefix(['C', 'F', 'С']);
        after.is_some_and(|after| !after.starts_with(is_letter_or_digit))
    }

    /// N1: whether an n precedes that begins a word, with or without a full stop.
    pub(super) fn follows_n(&self, at: usize) -> bool {
        let before = self.out.text.get(..at).unwrap_or("");
        let before = before.strip_suffix('.').unwrap_or(before);
        let before = before.strip_suffix(['n', 'N']);
        before.is_some_and(|before| !before.ends_with(is_letter_or_digit))
    }

    /// N1: whether a ° is the o of an ordinal number rather than a degree: a word follows a single 1, as in `1° maggio` and
    /// `1° de mayo`. After other numbers either is common.
    pub(super) fn is_ordinal(&self, at: usize, end: usize) -> bool {
        let text = self.out.text.as_bytes();
        let before = text.get(..at).unwrap_or(&[]);
        let after = text.get(end..).unwrap_or(&[]);
        matches!(before, [b'1'] | [.., b' ' | b'\n' | 0xA0, b'1'])
            && matches!(
                after,
                [b' ', b'a'..=b'z', b'a'..=b'z', ..] | [0xC2, 0xA0, b'a'..=b'z', b'a'..=b'z', ..]
            )
    }
}
