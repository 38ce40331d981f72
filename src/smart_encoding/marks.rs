//! Combining marks and the letters they belong to (L1 and L2 of `levels.rs`).

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::letter::{gsm7_case, spelling, without_vietnamese_mark};
use super::levels::{Pass, Role, is_variation_selector};
use super::rewrite::{Base, TakenBack};
use super::{Level, SubstitutionReason, TextLanguage};
use crate::alphabet::default_units;
use crate::text::letters::is_letter;
use crate::text::{char_before, nfc};

impl Pass<'_, '_> {
    /// The marks from `start` on, with the letter before them; returns where what follows them begins.
    pub(super) fn marks(&mut self, start: usize) -> usize {
        // A letter at the end of a protected span stays as it is.
        let passed = self.spans.passed;
        let base = self.out.base(start).filter(|base| base.start >= passed);
        let (mut at, mut end) = (start, start);
        let mut marks = Vec::new();
        // A mark may also begin a protected span.
        let limit = self.spans.next_start();
        while let Some(character) = self.out.character(at).filter(|_| at < limit) {
            at += character.len_utf8();
            match self.role(character) {
                Role::Mark => {
                    end = at;
                    marks.push(character);
                }
                Role::Removed(_, reason) => {
                    self.joiners_removed |= reason == SubstitutionReason::Joiner;
                }
                // It goes where the marks around it are written in another way.
                Role::Joiner if is_variation_selector(character) => {}
                _ => break,
            }
        }
        let Some(base) = base.filter(|base| is_letter(base.character)) else {
            self.remove_between(start, end);
            return end;
        };
        if self.reaches(Level::Transliteration) && gsm7_case(base.character).is_some() {
            self.transliterate(&base, &marks, start, end);
            return end;
        }
        let Some(letters) = nfc::composed(base.character, &marks) else {
            self.remove_between(start, end);
            return end;
        };
        let kind = (Some(Level::Typography), SubstitutionReason::Composition);
        let letters: String = letters.into_iter().collect();
        self.out
            .recompose(start, end, &letters, TakenBack::Character, kind);
        end
    }

    /// A letter of GSM-7 with the first mark that gives another one, or a letter that is spelled in its own way, without
    /// the other marks.
    fn transliterate(&mut self, base: &Base, marks: &[char], start: usize, end: usize) {
        let is_latin = base.reason != Some(SubstitutionReason::Cyrillic);
        let vietnamese = is_latin && self.language == Some(TextLanguage::Vietnamese);
        let lost = (Some(Level::Transliteration), SubstitutionReason::Mark);
        for mark in marks
            .iter()
            .filter(|mark| !vietnamese || is_kept(base, **mark))
        {
            // `E'` stands for È alone, not for a letter with further marks.
            let made = self.composed(base, *mark, end);
            let made = made.filter(|made| marks.len() == 1 || !made.0.ends_with('\''));
            if let Some((spelled, taken_back, reason)) = made {
                let level = if marks.len() == 1 && reason == SubstitutionReason::Composition {
                    Level::Typography
                } else {
                    Level::Transliteration
                };
                let capitals = self.spelled(base.start, end, &spelled);
                let spelled = capitals.as_deref().unwrap_or(&spelled);
                self.out
                    .recompose(start, end, spelled, taken_back, (Some(level), reason));
                return;
            }
        }
        self.out.replace(start..end, &[], lost);
    }

    /// Composes a letter and a mark; `None` if the result is only the letter.
    fn composed(
        &self,
        base: &Base,
        mark: char,
        end: usize,
    ) -> Option<(Cow<'static, str>, TakenBack, SubstitutionReason)> {
        if base.reason == Some(SubstitutionReason::Greek) {
            return None;
        }
        let source = base
            .source
            .filter(|_| base.reason == Some(SubstitutionReason::Cyrillic));
        let letter = source.unwrap_or(base.character);
        let mark = match mark {
            '\u{340}' => '\u{300}',
            '\u{341}' => '\u{301}',
            _ => mark,
        };
        let both = nfc::compose(letter, mark)?;
        if default_units(u32::from(both)) > 0 {
            let both = Cow::Owned(String::from(both));
            return Some((both, TakenBack::Character, SubstitutionReason::Composition));
        }
        let before = char_before(self.out.text, base.start);
        let after = self.out.character(end);
        let alone = spelling(letter, self.language, before, after);
        let (spelled, reason) = spelling(both, self.language, before, after)?;
        let differs = match alone {
            Some((alone, _)) => alone != spelled,
            None => !spelled.chars().eq([letter]),
        };
        let taken_back = if source.is_some() {
            TakenBack::Replacement
        } else {
            TakenBack::Character
        };
        differs.then_some((spelled, taken_back, reason))
    }

    /// Removes what is to be removed among marks that stay.
    fn remove_between(&mut self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            let Some(character) = self.out.character(at) else {
                break;
            };
            let next = at + character.len_utf8();
            if let Role::Removed(level, reason) = self.role(character) {
                self.remove(at, next, level, reason);
            }
            at = next;
        }
    }
}

/// True if a mark on a letter of a Vietnamese text is not a Vietnamese one. Those are in GSM-7 with some letters, and are removed
/// from all letters alike.
fn is_kept(base: &Base, mark: char) -> bool {
    nfc::compose(base.character, mark).is_some_and(|both| {
        default_units(u32::from(both)) == 0 || without_vietnamese_mark(both).is_none()
    })
}
