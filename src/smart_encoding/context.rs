//! The replacement of a character by its neighbours.
//!
//! * N1. `°` after an n that begins a word, or its full stop, is the o of `no` (numero), and so it is in `1° maggio`
//!   (`ordinals.rs`). ℃ is °C, and so is ºC.
//! * N2. A long dash between two words or clauses keeps them apart: ` - `.
//! * N3. A middle dot between words is a hyphen; between digits, and between two l (Catalan), it is a full stop.
//!   With blanks between digits, and if it is the operator (⋅ ∙) between them, it multiplies: `*`, as between
//!   raised numbers. After a Greek word it is a semicolon, written as a colon.
//! * N4. « and » are quotation marks, whose inner spaces go with them. A » that closes nothing, with words on both sides,
//!   is an arrow.
//! * N5. A zero width space beside a letter of Thai, Lao, Khmer or Burmese marks where a line may break, and stays.
//! * N6. A Greek letter that is a symbol is u for μ, a Latin letter for ο, ι and υ, else its name.
//! * N7. Wide punctuation and squared units stay in a text with letters of Chinese, Japanese or Korean, which needs UCS-2
//!   anyway.
//! * N8. ъ in България is u, as the law has it.
//! * N9. ☆ beside ★ is a star that is missing: `★★★☆☆` is `***--`, not `*****`.

use alloc::borrow::Cow;

use super::letter::spelling;
use super::levels::{Pass, Role};
use super::script::{Script, latin_look_alike, look_alike_in, script};
use super::table::{ascii, windows_1252};
use super::text_language::TextLanguage;
use super::words::{Word, WordScript};
use super::{Level, SubstitutionReason};
use crate::text::char_before;
use crate::text::letters::{is_letter, is_small, small};

/// The characters in the table that U+FE0F makes an emoji of (Unicode's Emoji property).
const EMOJI: &str = "©®‼⁉™↔Ⓜ▪▫▶◀✔✳➡🅰🅱🅾🅿";

/// The names of Greek letters from α on, with a space between two; nothing for those that are written as Latin ones.
const NAMES: &str = "alpha beta gamma delta epsilon zeta eta theta  kappa lambda  nu xi  pi rho sigma sigma tau  phi chi psi omega";

impl<'c> Pass<'_, 'c> {
    /// The role of the character at `at` in this text.
    pub(super) fn role_in_text(&mut self, character: char, at: usize) -> Role<'c> {
        let end = at + character.len_utf8();
        if let Some(meant) = windows_1252(character) {
            return self.misread(meant, at, end);
        }
        if script(character).is_some() {
            return self.letter(character, at, end);
        }
        let before = || self.neighbour(at, 0);
        let next = self.out.character(end);
        if next == Some('\u{FE0F}') && EMOJI.chars().any(|emoji| emoji == character) {
            return Role::Kept;
        }
        let replaced = |text: &'static str, level: Level, reason: SubstitutionReason| {
            if self.reaches(level) {
                Role::Replaced(Cow::Borrowed(text), Some(level), reason)
            } else {
                Role::Kept
            }
        };
        match character {
            '、' | '。' | '〈'..='〜' | '！' | '（' | '）' | '，' | '：' | '；' | '？' | '～'
                if self.is_east_asian() =>
            {
                Role::Kept
            }
            '\u{3371}'..='\u{33DF}' if self.is_east_asian() => Role::Kept,
            '\u{200B}' if before().into_iter().chain(next).any(is_unspaced) => Role::Kept,
            '\'' | '’' | 'ʼ' if self.is_in_ukrainian_word(before(), next) => {
                Role::Removed(Some(Level::Transliteration), SubstitutionReason::Cyrillic)
            }
            // Keyboards have º where people look for °.
            'º' if self.is_degree(end) && self.reaches(Level::Transliteration) => {
                replaced("deg", Level::Transliteration, SubstitutionReason::Symbol)
            }
            'º' if self.is_degree(end) => {
                replaced("°", Level::Compatibility, SubstitutionReason::Symbol)
            }
            '☆' if next == Some('★') || self.is_missing_star(at) => {
                replaced("-", Level::Compatibility, SubstitutionReason::Symbol)
            }
            '°' if self.follows_n(at) || self.is_ordinal(at, end) => {
                replaced("o", Level::Transliteration, SubstitutionReason::Symbol)
            }
            '℃' | '℉' if self.reaches(Level::Transliteration) => {
                let text = if character == '℃' { "degC" } else { "degF" };
                replaced(text, Level::Transliteration, SubstitutionReason::Symbol)
            }
            '℃' => replaced("°C", Level::Compatibility, SubstitutionReason::Symbol),
            '℉' => replaced("°F", Level::Compatibility, SubstitutionReason::Symbol),
            '—' | '―' => replaced(
                self.dash(at, end),
                Level::Typography,
                SubstitutionReason::Dash,
            ),
            '·' | '\u{387}' | '∙' | '⋅' => replaced(
                self.dot(character, at, end),
                Level::Typography,
                SubstitutionReason::Bullet,
            ),
            '»' if self.quoted.is_none() && self.is_arrow(at, end) => {
                replaced(">", Level::Typography, SubstitutionReason::Bullet)
            }
            _ => self.role(character),
        }
    }

    /// N9.
    fn is_missing_star(&self, at: usize) -> bool {
        match self.neighbour(at, 0) {
            Some('☆') => self.out.last(at) == Some('-'),
            before => before == Some('★'),
        }
    }

    /// N3.
    fn dot(&self, dot: char, at: usize, end: usize) -> &'static str {
        let before = self.out.text.get(..at).unwrap_or("");
        let after = self.out.text.get(end..).unwrap_or("");
        let are = |before: &str, after: &str, is: fn(char) -> bool| {
            before.ends_with(is) && after.starts_with(is)
        };
        let digit = |beside: char| beside.is_ascii_digit();
        let is_number = |beside: char| beside.is_numeric();
        let is_greek = |beside: char| script(beside) == Some(Script::Greek) && is_small(beside);
        let blanks = [' ', '\u{A0}', '\u{202F}', '\u{2009}'];
        let after_blank = after.starts_with(char::is_whitespace) || after.is_empty();
        let stripped = before.strip_suffix(blanks).zip(after.strip_prefix(blanks));
        if stripped.is_some_and(|(before, after)| are(before, after, digit)) {
            "*"
        } else if are(before, after, digit) {
            if dot == '·' { "." } else { "*" }
        } else if are(before, after, is_number) {
            "*"
        } else if before.ends_with(is_greek) && after_blank {
            ":"
        } else if are(before, after, |beside| matches!(beside, 'l' | 'L')) {
            "."
        } else {
            "-"
        }
    }

    /// N7. The text is searched once.
    fn is_east_asian(&self) -> bool {
        let letter = |character: char| {
            matches!(character, '\u{3041}'..='\u{30FA}' | '\u{3105}'..='\u{3163}' | '\u{3165}'..='\u{318E}' | '\u{3400}'..='\u{4DBF}'
                | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{20000}'..='\u{3FFFF}')
        };
        let known = self.east_asian.get();
        let is_east_asian = known.unwrap_or_else(|| self.out.text.contains(letter));
        self.east_asian.set(Some(is_east_asian));
        is_east_asian
    }

    /// The character before `at`, passing over `skipped` others.
    pub(super) fn neighbour(&self, at: usize, skipped: usize) -> Option<char> {
        match char_before(self.out.text, at)? {
            passed if skipped > 0 => self.neighbour(at - passed.len_utf8(), skipped - 1),
            before => Some(before),
        }
    }

    /// L8 of `levels.rs`.
    fn misread(&mut self, meant: &'static str, at: usize, end: usize) -> Role<'c> {
        let character = meant.chars().next().unwrap_or(' ');
        let replacement = match (character, self.role(character)) {
            ('—', _) => Cow::Borrowed(self.dash(at, end)),
            (_, Role::Replaced(replacement, level, _)) => {
                return Role::Replaced(
                    replacement,
                    level.max(Some(Level::Typography)),
                    SubstitutionReason::Misread,
                );
            }
            _ => Cow::Borrowed(meant),
        };
        Role::Replaced(
            replacement,
            Some(Level::Typography),
            SubstitutionReason::Misread,
        )
    }

    /// Reads the word that begins here, if one does; returns whether it is ASCII letters alone.
    pub(super) fn read_word(&mut self, character: char, at: usize) -> bool {
        let level = self.level.unwrap_or(Level::Typography);
        let mut word = Word::at(self.out.text, at, level);
        // Other words do not go on with a link.
        if (word.is_mixed() || script(character).is_none()) && self.protected(at).is_none() {
            let text = self.out.text.get(..self.spans.next_start());
            word = Word::at(text.unwrap_or(self.out.text), at, level);
        }
        let is_unit =
            character == 'μ' && word.end == at + character.len_utf8() && self.follows_digit(at);
        let read_in = if is_unit {
            WordScript::Symbols
        } else {
            word.script(&mut self.scripts)
        };
        self.word = (read_in, word.end, word.keeps_greek_capitals());
        word.is_ascii()
    }

    /// A letter of a word, as the word is read.
    fn letter(&mut self, character: char, at: usize, end: usize) -> Role<'c> {
        let (read_in, _, keeps_capitals) = self.word;
        let written = script(character);
        match read_in {
            WordScript::Latin if written != Some(Script::Latin) => {
                let latin = latin_look_alike(character);
                let text = latin.and_then(|latin| {
                    if latin == 'ß' {
                        Some("ß")
                    } else {
                        ascii(latin)
                    }
                });
                if let Some(text) = text {
                    return Role::Replaced(
                        Cow::Borrowed(text),
                        Some(Level::Typography),
                        SubstitutionReason::LookAlike,
                    );
                }
            }
            WordScript::Foreign(foreign) if written == Some(Script::Latin) => {
                let meant = look_alike_in(foreign, character)
                    .filter(|_| self.reaches(Level::Transliteration));
                if let Some(meant) = meant {
                    let spelled = self.spelling(meant, at, end).map(|(spelled, _)| spelled);
                    let other = spelled
                        .filter(|spelled| !spelled.is_empty() && !spelled.chars().eq([character]));
                    let kind = (Some(Level::Transliteration), SubstitutionReason::LookAlike);
                    return other.map_or(Role::Kept, |spelled| {
                        Role::Replaced(spelled, kind.0, kind.1)
                    });
                }
            }
            WordScript::Symbols if written == Some(Script::Greek) && is_small(character) => {
                return self.symbol(character, at, end);
            }
            _ if written == Some(Script::Greek)
                && keeps_capitals
                && !self.reaches(Level::Transliteration) =>
            {
                return Role::Kept;
            }
            _ => {}
        }
        let spelled_here =
            written == Some(Script::Cyrillic) || self.language.is_some() || character == 'È';
        if spelled_here && self.reaches(Level::Transliteration) && !character.is_ascii() {
            // What stays, or is only written in plainer characters, is not spelled.
            let role = self.role(character);
            match role {
                Role::Replaced(_, Some(Level::Transliteration), _) => {}
                _ => return role,
            }
            let spelled = match self.in_bulgaria(character, at, end) {
                Some(u) => Some((Cow::Borrowed(u), SubstitutionReason::Cyrillic)),
                None => self.spelling(character, at, end),
            };
            if let Some((spelled, reason)) = spelled {
                let level = Some(Level::Transliteration);
                return if spelled.is_empty() {
                    Role::Removed(level, reason)
                } else {
                    Role::Replaced(spelled, level, reason)
                };
            }
        }
        self.role(character)
    }

    /// N8.
    fn in_bulgaria(&self, letter: char, at: usize, end: usize) -> Option<&'static str> {
        if !matches!(letter, 'ъ' | 'Ъ') || self.language != Some(TextLanguage::Bulgarian) {
            return None;
        }
        let (before, after) = (self.out.text.get(..at)?, self.out.text.get(end..)?);
        let begins = before
            .strip_suffix(['Б', 'б'])
            .is_some_and(|before| !before.ends_with(is_letter));
        let mut rest = after.chars();
        let goes_on = "лгария"
            .chars()
            .all(|letter| rest.next().map(small) == Some(letter));
        let ends = !rest.next().is_some_and(is_letter);
        (begins && goes_on && ends).then_some(if letter == 'ъ' { "u" } else { "U" })
    }

    fn spelling(
        &self,
        letter: char,
        at: usize,
        end: usize,
    ) -> Option<(Cow<'static, str>, SubstitutionReason)> {
        let next = self.out.character(end);
        spelling(letter, self.language, self.neighbour(at, 0), next)
    }

    /// N6.
    fn symbol(&self, letter: char, at: usize, end: usize) -> Role<'c> {
        let latin = match letter {
            'μ' if self.reaches(Level::Compatibility) => {
                return Role::Replaced(
                    Cow::Borrowed("u"),
                    Some(Level::Compatibility),
                    SubstitutionReason::Symbol,
                );
            }
            'ο' | 'ι' | 'υ' => latin_look_alike(letter).and_then(ascii),
            _ => None,
        };
        if let Some(latin) = latin {
            return Role::Replaced(
                Cow::Borrowed(latin),
                Some(Level::Typography),
                SubstitutionReason::LookAlike,
            );
        }
        let from_alpha = u32::from(letter).wrapping_sub(u32::from('α'));
        let name = usize::try_from(from_alpha)
            .ok()
            .and_then(|at| NAMES.split(' ').nth(at))
            .filter(|name| !name.is_empty() && self.reaches(Level::Transliteration));
        let Some(name) = name else {
            return self.role(letter);
        };
        let letter_before = self.out.last(at).is_some_and(is_letter);
        let next = self.out.character(end);
        let letter_after = next.is_some_and(is_letter);
        let [before, after] =
            [letter_before, letter_after].map(|beside| if beside { " " } else { "" });
        let spelled = [before, name, after].concat();
        Role::Replaced(
            Cow::Owned(spelled),
            Some(Level::Transliteration),
            SubstitutionReason::Greek,
        )
    }

    /// True if a number with at most one space precedes.
    fn follows_digit(&self, at: usize) -> bool {
        let before = self.out.text.get(..at).unwrap_or("");
        let before = before
            .strip_suffix([' ', '\u{A0}', '\u{202F}'])
            .unwrap_or(before);
        before.ends_with(|last: char| last.is_ascii_digit())
    }

    /// True if an apostrophe is one that the Ukrainian resolution does not write.
    fn is_in_ukrainian_word(&self, before: Option<char>, after: Option<char>) -> bool {
        let cyrillic = |beside: Option<char>| beside.and_then(script) == Some(Script::Cyrillic);
        self.language == Some(TextLanguage::Ukrainian)
            && self.reaches(Level::Transliteration)
            && cyrillic(before)
            && cyrillic(after)
    }
}

/// True if a letter is of a script that has no spaces between words, but may break lines (N5).
fn is_unspaced(character: char) -> bool {
    matches!(character, '\u{E00}'..='\u{E3E}' | '\u{E40}'..='\u{EFF}' | '\u{1000}'..='\u{109F}'
        | '\u{1780}'..='\u{17DA}' | '\u{17DC}'..='\u{17FF}')
}
