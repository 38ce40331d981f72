//! The substitutions of septet's levels, from left to right. What the table does not say by itself:
//!
//! * L1. A letter and its combining marks are taken together, looking past characters that are removed. Below
//!   transliteration they change only if they are one GSM-7 character (NFC); at transliteration the letter keeps
//!   the first mark that gives it a GSM-7 letter and loses the others. Marks on anything but a letter stay: `=` with
//!   a stroke through it is not `=`.
//! * L2. A Cyrillic letter and its mark that are another letter of the table are spelled as that letter.
//! * L3. Joiners and direction marks go only from a text that fits GSM-7 without them; else they may be at work. A
//!   variation selector goes with the character that it selected.
//! * L4. Between two digits, a fraction or an enclosed number is set off by a space, a raised one by `^`, a lowered
//!   one by `_`: `1½` is `1 1/2`, not `11/2`.
//! * L5. A capital spelled with more than one letter is all capitals beside a capital: `ЩИ` is `SHCHI`.
//! * L6. Links with a scheme stay as they are.

use alloc::string::String;
use core::cell::Cell;

use super::custom::{Custom, Wish};
use super::letter::{Case, Composed, case, compose, gsm7_case};
use super::rewrite::{Rewrite, TakenBack};
use super::table::Found;
use super::tables::levels::TABLE;
use super::{Level, SubstitutionReason};
use crate::alphabet::default_units;
use crate::protected::next_with_scheme;

/// What happens to one character.
enum Role<'r> {
    Kept,
    /// It joins or directs its neighbours, and stays with them (L3).
    Joiner,
    /// It goes with the letter before it (L1).
    Mark,
    Removed(Option<Level>, SubstitutionReason),
    Replaced(&'r str, Option<Level>, SubstitutionReason),
}

/// What becomes of joiners and direction marks (L3).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joiners {
    Kept,
    Removed,
}

/// One pass over a text at a level.
pub(super) struct Pass<'t, 'c> {
    out: Rewrite<'t>,
    level: Level,
    custom: &'c Custom,
    joiners: Joiners,
    joiners_removed: bool,
    /// Code points around the last one that is not listed; the next is often among them, and need not be looked up.
    unlisted: Cell<(u32, u32)>,
    /// The same of the last one that is listed at a higher level.
    above: Cell<(u32, u32)>,
}

/// Whether a character without GSM-7 form stays as it is in every text.
pub(super) fn keeps(character: char, level: Level, custom: &Custom) -> bool {
    let pass = Pass::new("", level, custom, Joiners::Removed);
    matches!(pass.role(character), Role::Kept)
}

impl<'t, 'c> Pass<'t, 'c> {
    fn new(text: &'t str, level: Level, custom: &'c Custom, joiners: Joiners) -> Self {
        Pass {
            out: Rewrite::new(text),
            level,
            custom,
            joiners,
            joiners_removed: false,
            unlisted: Cell::default(),
            above: Cell::default(),
        }
    }

    /// Rewrites a text; also whether joiners were removed from it.
    pub(super) fn run(
        text: &'t str,
        level: Level,
        custom: &'c Custom,
        joiners: Joiners,
    ) -> (Rewrite<'t>, bool) {
        let mut pass = Pass::new(text, level, custom, joiners);
        let listed_ascii = TABLE.ascii | custom.ascii();
        // L6
        let next_link = |at| next_with_scheme(text, at).unwrap_or(text.len()..text.len());
        let mut link = next_link(0);
        let mut at = 0;
        loop {
            let plain = |byte: &&u8| byte.is_ascii() && listed_ascii >> **byte & 1 == 0;
            let before_link = text.as_bytes().get(at..link.start).unwrap_or_default();
            at += before_link.iter().take_while(plain).count();
            if at >= link.start && link.start < text.len() {
                at = link.end;
                link = next_link(at);
                continue;
            }
            let Some(character) = pass.out.character(at) else {
                break;
            };
            at = pass.character(character, at);
        }
        (pass.out, pass.joiners_removed)
    }

    /// Handles the character at `at`, and all that belongs to it; returns where the next one begins.
    fn character(&mut self, character: char, at: usize) -> usize {
        let end = at + character.len_utf8();
        match self.role(character) {
            Role::Kept => {}
            // L3
            Role::Joiner => {
                if is_variation_selector(character) && self.out.change_ending(at).is_some() {
                    self.out.replace(
                        at..end,
                        &[],
                        (Some(Level::Typography), SubstitutionReason::Joiner),
                    );
                }
            }
            Role::Mark => return self.marks(at),
            Role::Removed(level, reason) => self.remove(at, end, level, reason),
            Role::Replaced(replacement, level, reason) => {
                let separator = self.separator(at, replacement, reason);
                let spelled = self.spelled(at, end, replacement);
                self.out.replace(
                    at..end,
                    &[separator, spelled.as_deref().unwrap_or(replacement)],
                    (level, reason),
                );
            }
        }
        end
    }

    fn role(&self, character: char) -> Role<'c> {
        match self.custom.wish(character) {
            Some(Wish::Keep) => return Role::Kept,
            Some(Wish::Replace("")) => return Role::Removed(None, SubstitutionReason::Custom),
            Some(Wish::Replace(text)) => {
                return Role::Replaced(text, None, SubstitutionReason::Custom);
            }
            None => {}
        }
        let code_point = u32::from(character);
        let is_in = |(first, limit): (u32, u32)| (first..limit).contains(&code_point);
        // The levels list no character of the default alphabet.
        if default_units(code_point) > 0 || is_in(self.unlisted.get()) || is_in(self.above.get()) {
            return Role::Kept;
        }
        let (row, run) = match TABLE.find(code_point) {
            Found::Row(row, run) => (row, run),
            Found::Gap(gap) => {
                self.unlisted.set((gap.start, gap.end));
                return Role::Kept;
            }
        };
        match (row.kind, row.replacement) {
            (Some((_, SubstitutionReason::Mark)), _) => Role::Mark,
            (Some((level, reason)), replacement) if level <= self.level => match replacement {
                "" if reason == SubstitutionReason::Joiner && self.joiners == Joiners::Kept => {
                    Role::Joiner
                }
                "" => Role::Removed(Some(level), reason),
                _ => Role::Replaced(replacement, Some(level), reason),
            },
            _ => {
                self.above.set((run.start, run.end));
                Role::Kept
            }
        }
    }

    fn remove(
        &mut self,
        start: usize,
        end: usize,
        level: Option<Level>,
        reason: SubstitutionReason,
    ) {
        self.joiners_removed |= reason == SubstitutionReason::Joiner;
        self.out.replace(start..end, &[], (level, reason));
    }

    /// L1: the marks from `start` on, with the letter before them; returns where what follows them begins.
    fn marks(&mut self, start: usize) -> usize {
        let base = self.out.base(start);
        let (mut at, mut end, mut marks) = (start, start, 0);
        let mut composed = None;
        while let Some(character) = self.out.character(at) {
            at += character.len_utf8();
            match self.role(character) {
                Role::Mark => {
                    end = at;
                    marks += 1;
                    composed = composed.or_else(|| compose(base.as_ref()?, character));
                }
                Role::Removed(_, reason) => {
                    self.joiners_removed |= reason == SubstitutionReason::Joiner;
                }
                _ => {
                    at -= character.len_utf8();
                    break;
                }
            }
        }
        let loses_marks = self.level == Level::Transliteration
            && base.is_some_and(|base| gsm7_case(base.character).is_some());
        match composed {
            Some(Composed::Gsm7(both)) if loses_marks || marks == 1 => {
                let level = if marks == 1 {
                    Level::Typography
                } else {
                    Level::Transliteration
                };
                self.out.recompose(
                    start,
                    end,
                    both.encode_utf8(&mut [0; 4]),
                    TakenBack::Character,
                    (Some(level), SubstitutionReason::Composition),
                );
                end
            }
            // L2
            Some(Composed::Cyrillic(replacement)) if loses_marks => {
                let spelled = self.spelled(start, end, replacement);
                let kind = (Some(Level::Transliteration), SubstitutionReason::Cyrillic);
                self.out.recompose(
                    start,
                    end,
                    spelled.as_deref().unwrap_or(replacement),
                    TakenBack::Replacement,
                    kind,
                );
                end
            }
            _ if loses_marks => {
                self.out.replace(
                    start..end,
                    &[],
                    (Some(Level::Transliteration), SubstitutionReason::Mark),
                );
                end
            }
            _ => {
                self.remove_between(start, at);
                at
            }
        }
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

    /// L4: what sets a number off from the digit before it.
    fn separator(&self, at: usize, replacement: &str, reason: SubstitutionReason) -> &'static str {
        let digits = replacement.starts_with(|first: char| first.is_ascii_digit())
            && self.out.last(at).is_some_and(|last| last.is_ascii_digit());
        match reason {
            SubstitutionReason::Fraction | SubstitutionReason::Enclosed if digits => " ",
            SubstitutionReason::Superscript
                if digits && self.out.change_ending(at) != Some(reason) =>
            {
                "^"
            }
            SubstitutionReason::Subscript
                if digits && self.out.change_ending(at) != Some(reason) =>
            {
                "_"
            }
            _ => "",
        }
    }

    /// L5: the replacement in capitals, where it is not as the table has it.
    fn spelled(&self, start: usize, end: usize, replacement: &str) -> Option<String> {
        let mut letters = replacement.bytes();
        if !(letters.next()?.is_ascii_uppercase() && letters.next()?.is_ascii_lowercase()) {
            return None;
        }
        let mut following = self.out.text.get(end..)?.chars();
        let following =
            following.find(|&next| !matches!(self.role(next), Role::Mark | Role::Removed(..)));
        let beside = following
            .and_then(case)
            .or_else(|| gsm7_case(self.out.last(start)?));
        (beside == Some(Case::Capital)).then(|| replacement.to_ascii_uppercase())
    }
}

fn is_variation_selector(character: char) -> bool {
    matches!(character, '\u{FE00}'..='\u{FE0F}')
}
