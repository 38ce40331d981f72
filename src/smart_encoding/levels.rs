//! The substitutions of septet's levels, from left to right. What the table does not say by itself:
//!
//! * L1. A letter and its combining marks are taken together, looking past characters that are removed. Below
//!   transliteration they become what NFC makes of them; at transliteration the letter keeps the first mark that gives
//!   it a letter of GSM-7 or a spelling of its own, and loses the others. Marks on anything but a letter stay: `=` with a
//!   stroke through it is not `=`.
//! * L2. A Cyrillic letter is spelled as its language has it: the one that is named, or the one its letters tell.
//! * L3. Joiners and direction marks go only from a text that fits GSM-7 without them; else they may be at work. A
//!   variation selector goes with the character that it selected.
//! * L4. Between two digits, a fraction or an enclosed number is set off by a space, a raised one by `^`, a lowered
//!   one by `_`: `1½` is `1 1/2`, not `11/2`. So is a number with a raised sign, and a
//!   raised n: `m⁻¹` is `m^-1`, not `m-1`. A space keeps such a number from a digit after it: `log₂8` is `log2 8`.
//! * L5. A capital spelled with more than one letter is all capitals beside a capital: `ЩИ` is `SHCHI`.
//! * L6. Links, e-mail addresses and merge fields stay as they are, phone numbers but for typographic blanks and dashes.
//! * L7. A character that is an emoji, because U+FE0F follows it, stays.
//! * L8. U+0080 to U+009F are read as Windows-1252, which they are when software takes that for Latin-1.
//! * L9. The result has the same links, e-mail addresses and merge fields as the original, or the text stays: what is
//!   written next to a link decides where it ends. With a hyphen for the bullet, `bit.ly/x1•now` would be another link, and
//!   without a soft hyphen two addresses would be one. Whatever stays of that keeps the text in UCS-2, so it costs nothing
//!   to leave the rest too; and what is encoded twice is the same as once, because both times the spans are the same.

use alloc::borrow::Cow;
use alloc::string::String;
use core::cell::Cell;

use super::custom::Wish;
use super::letter::{Case, case, gsm7_case, without_vietnamese_mark};
use super::options::Options;
use super::rewrite::{Rewrite, Rewritten};
use super::script::latin_look_alike;
use super::table::{Found, ascii, windows_1252};
use super::tables::levels::TABLE;
use super::words::{Scripts, WordScript, may_be_foreign};
use super::{Level, SubstitutionReason, TextLanguage, detect};
use crate::alphabet::default_units;
use crate::protected::{ProtectedSpan, Spans, has_same_spans, plain_in_phone, protected_spans};
use crate::text::nfc;

/// The treatment of one character.
pub(super) enum Role<'r> {
    Kept,
    /// It joins or directs its neighbours, and stays with them (L3).
    Joiner,
    /// It goes with the letter before it (L1).
    Mark,
    Removed(Option<Level>, SubstitutionReason),
    Replaced(Cow<'r, str>, Option<Level>, SubstitutionReason),
}

/// The treatment of joiners and direction marks (L3).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joiners {
    Kept,
    Removed,
}

/// One pass over a text at a level.
pub(super) struct Pass<'t, 'c> {
    pub(super) out: Rewrite<'t>,
    /// Without a level only NFC is applied.
    pub(super) level: Option<Level>,
    pub(super) options: &'c Options,
    joiners: Joiners,
    pub(super) joiners_removed: bool,
    pub(super) spans: Spans<'t>,
    pub(super) scripts: Scripts<'t>,
    pub(super) language: Option<TextLanguage>,
    /// True if there may be Greek or Cyrillic letters.
    pub(super) reads_words: bool,
    /// The last word: the script it is read in, its end, and true if its Greek capitals stay below transliteration.
    pub(super) word: (WordScript, usize, bool),
    /// The guillemet that opened a quotation which is not closed yet.
    pub(super) quoted: Option<char>,
    /// True if the text has letters of Chinese, Japanese or Korean; `None` until it was searched.
    pub(super) east_asian: Cell<Option<bool>>,
    /// Code points around the last one that is not listed; the next is often among them, and need not be looked up.
    unlisted: Cell<(u32, u32)>,
    /// The entry of the last character that is listed at a higher level.
    above: Cell<(u32, u32)>,
}

/// True if a character without GSM-7 form is kept in every text, unless a mark is composed with it.
pub(super) fn keeps(character: char, level: Level, options: &Options) -> bool {
    let pass = Pass::new("", Some(level), options, Joiners::Removed);
    let depends_on_neighbours = match character {
        '℃' | '℉' | 'μ' => level >= Level::Compatibility,
        _ => windows_1252(character).is_some() || latin_look_alike(character).is_some(),
    };
    let is_named = options.custom.wish(character).is_some();
    (is_named || !depends_on_neighbours) && matches!(pass.role(character), Role::Kept)
}

impl<'t, 'c> Pass<'t, 'c> {
    fn new(text: &'t str, level: Option<Level>, options: &'c Options, joiners: Joiners) -> Self {
        let spans = protected_spans(text, options.fields);
        Pass {
            out: Rewrite::new(text),
            level,
            options,
            joiners,
            joiners_removed: false,
            scripts: Scripts::new(text, spans.clone(), level.unwrap_or(Level::Typography)),
            spans,
            language: options.language,
            reads_words: false,
            word: (WordScript::AsWritten, 0, false),
            quoted: None,
            east_asian: Cell::default(),
            unlisted: Cell::default(),
            above: Cell::default(),
        }
    }

    /// Rewrites a text: returns the new text with its changes, or nothing if it stays; also whether joiners were removed from
    /// it.
    pub(super) fn run(
        text: &'t str,
        level: Option<Level>,
        options: &'c Options,
        joiners: Joiners,
    ) -> (Option<Rewritten>, bool) {
        let mut pass = Pass::new(text, level, options, joiners);
        let mut listed_ascii = TABLE.ascii | options.custom.ascii();
        if level.is_some() && may_be_foreign(text) {
            // Words are read as a whole, from their first letter on (W1 to W3 of `words.rs`).
            pass.reads_words = true;
            listed_ascii |= LETTERS_AND_APOSTROPHE;
        }
        if pass.language.is_none() && level == Some(Level::Transliteration) {
            pass.language = detect::language(text, pass.spans.clone());
        }
        let mut at = 0;
        loop {
            at += plain_ascii(text.as_bytes().get(at..).unwrap_or_default(), listed_ascii);
            let Some(character) = pass.out.character(at) else {
                break;
            };
            at = pass.character(character, at);
        }
        // L9
        let made = pass.out.finish();
        let made = made.filter(|made| has_same_spans(text, &made.0, options.fields));
        (made, pass.joiners_removed)
    }

    /// True if the pass makes the substitutions of a level.
    pub(super) fn reaches(&self, level: Level) -> bool {
        self.level >= Some(level)
    }

    /// The span around a place that stays as it is (L6).
    pub(super) fn protected(&mut self, at: usize) -> Option<ProtectedSpan> {
        self.spans.around(at)
    }

    /// True if a character stays because the one before it that was looked up is near it and not listed either: of most
    /// scripts and of emoji only the first need be looked up. Below [`IN_CONTEXT`] its neighbours may matter.
    fn is_unlisted(&self, character: char) -> bool {
        let (first, limit) = self.unlisted.get();
        let code_point = u32::from(character);
        (first.max(IN_CONTEXT)..limit).contains(&code_point)
            && self.options.custom.wish(character).is_none()
    }

    /// Handles the character at `at`, and all that belongs to it; returns where the next one begins.
    fn character(&mut self, character: char, at: usize) -> usize {
        let end = at + character.len_utf8();
        if self.is_unlisted(character) {
            return end;
        }
        let role = if self.level.is_some() && self.options.custom.wish(character).is_none() {
            let begins = self.reads_words && at >= self.word.1;
            if begins && self.read_word(character, at) && self.options.custom.ascii() == 0 {
                return self.word.1;
            }
            if default_units(u32::from(character)) > 0
                && (!self.reaches(Level::Transliteration) || matches!(character, 'Γ'..='Ω'))
            {
                return end;
            }
            self.role_in_text(character, at)
        } else {
            self.role(character)
        };
        if matches!(role, Role::Kept) {
            return end;
        }
        if let Some(span) = self.protected(at) {
            if !span.is_phone {
                // What follows begins a word of its own.
                self.word.1 = span.range.end;
                return span.range.end;
            }
            // The digits are not listed, and what separates them becomes plain at most.
            if let (Some(plain), Role::Replaced(_, level @ Some(_), reason)) =
                (plain_in_phone(character), role)
            {
                self.out.replace(at..end, &[plain], (level, reason));
            }
            return end;
        }
        match role {
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
            Role::Removed(level, reason) => {
                let tidies = self.options.tidies && reason == SubstitutionReason::Custom;
                let (start, end) = if tidies {
                    self.with_blanks(at, end)
                } else {
                    (at, end)
                };
                self.remove(start, end, level, reason);
                return end;
            }
            Role::Replaced(replacement, level, reason) => {
                if matches!(character, '«' | '»') && replacement == "\"" {
                    return self.guillemet(character, at, end);
                }
                let [before, after] = self.separators(at..end, &replacement, reason);
                let spelled = self.spelled(at, end, &replacement);
                let spelled = spelled.as_deref().unwrap_or(&replacement);
                self.out
                    .replace(at..end, &[before, spelled, after], (level, reason));
            }
        }
        end
    }

    /// The treatment of a character that does not depend on its neighbours.
    pub(super) fn role(&self, character: char) -> Role<'c> {
        match self.options.custom.wish(character) {
            Some(Wish::Keep) => return Role::Kept,
            Some(Wish::Replace("")) => return Role::Removed(None, SubstitutionReason::Custom),
            Some(Wish::Replace(text)) => {
                return Role::Replaced(Cow::Borrowed(text), None, SubstitutionReason::Custom);
            }
            None => {}
        }
        let code_point = u32::from(character);
        let is_in = |(first, limit): (u32, u32)| (first..limit).contains(&code_point);
        if self.language == Some(TextLanguage::Vietnamese)
            && self.reaches(Level::Transliteration)
            && let Some(bare) = without_vietnamese_mark(character).and_then(ascii)
        {
            return Role::Replaced(
                Cow::Borrowed(bare),
                Some(Level::Transliteration),
                SubstitutionReason::Letter,
            );
        }
        // The levels list no character of the default alphabet.
        if default_units(code_point) > 0 || is_in(self.unlisted.get()) {
            return Role::Kept;
        }
        if nfc::is_second(character) {
            return Role::Mark;
        }
        if is_in(self.above.get()) {
            return Role::Kept;
        }
        let (row, run) = match TABLE.find(code_point) {
            Found::Row(row, run) => (row, run),
            Found::Gap(gap) => {
                let gap = nfc::without_seconds(code_point, gap);
                self.unlisted.set((gap.start, gap.end));
                return Role::Kept;
            }
        };
        match (row.kind, row.replacement) {
            (Some((_, SubstitutionReason::Mark)), _) => Role::Mark,
            (Some((level, reason)), replacement) if self.reaches(level) => match replacement {
                "" if reason == SubstitutionReason::Joiner && self.joiners == Joiners::Kept => {
                    Role::Joiner
                }
                "" => Role::Removed(Some(level), reason),
                _ => Role::Replaced(Cow::Borrowed(replacement), Some(level), reason),
            },
            _ => {
                self.above.set((run.start, run.end));
                Role::Kept
            }
        }
    }

    pub(super) fn remove(
        &mut self,
        start: usize,
        end: usize,
        level: Option<Level>,
        reason: SubstitutionReason,
    ) {
        self.joiners_removed |= reason == SubstitutionReason::Joiner;
        self.out.replace(start..end, &[], (level, reason));
    }

    /// L5: the replacement in capitals, where it is not as the table has it.
    pub(super) fn spelled(&self, start: usize, end: usize, replacement: &str) -> Option<String> {
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

/// Rules of neighbours (`context.rs`) are about characters below this code point, and about some that are listed.
const IN_CONTEXT: u32 = 0x2600;

/// Bytes at the beginning of a text that are ASCII characters which stay, whatever is next to them: those that have no bit.
/// Most texts are printable ASCII for the most part, which is found without a branch for each byte, so that the compiler
/// can vectorise: 2 instructions for a byte in place of 20.
fn plain_ascii(text: &[u8], listed: u128) -> usize {
    const CHUNK: usize = 32;
    const PRINTABLE: u128 = (1 << 127) - (1 << 32);
    let is_plain = |byte: &u8| byte.is_ascii() && listed >> *byte & 1 == 0;
    if !text.first().is_some_and(is_plain) {
        return 0;
    }
    let mut plain = 0;
    if listed & PRINTABLE == 1 << b'`' {
        let is_printable = |byte: &u8| byte.wrapping_sub(b' ') < 0x5F && *byte != b'`';
        let all = |chunk: &&[u8; CHUNK]| {
            chunk
                .iter()
                .fold(true, |all, byte| all & is_printable(byte))
        };
        let (chunks, _) = text.as_chunks::<CHUNK>();
        plain = chunks.iter().take_while(all).count() * CHUNK;
    }
    let rest = text.get(plain..).unwrap_or_default();
    plain + rest.iter().take_while(|byte| is_plain(byte)).count()
}

/// The ASCII letters and the apostrophe, a bit each.
const LETTERS_AND_APOSTROPHE: u128 = {
    let letters = (1u128 << 26) - 1;
    letters << b'A' | letters << b'a' | 1 << b'\''
};

pub(super) fn is_variation_selector(character: char) -> bool {
    matches!(character, '\u{FE00}'..='\u{FE0F}')
}
