//! Words as they are read: a letter by its neighbours.
//!
//! * W1. A Cyrillic or Greek letter that looks like a Latin one is that one in an otherwise Latin word: `Сall`. A whole
//!   word of such letters is Latin in a text without any other word of its script.
//! * W2. A Latin letter in an otherwise Cyrillic or Greek word is the letter of that script that looks like it.
//! * W3. A Greek letter beside Latin ones, or alone in a text without Greek words, is a symbol: `μg`, `π`.

use super::script::{CYRILLIC_LIKE, GREEK_LIKE, Script, is_among, is_only_foreign, script};
use super::table::windows_1252;
use super::tables::levels::TABLE;
use super::{Level, SubstitutionReason};
use crate::protected::Spans;
use crate::text::char_at;
use crate::text::letters::{is_capital, is_small};

/// The script that the letters of a word are read in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum WordScript {
    /// Each letter as it is written.
    #[default]
    AsWritten,
    /// Letters of other scripts are the Latin ones they look like (W1).
    Latin,
    /// Latin letters are the ones of this script that they look like (W2).
    Foreign(Script),
    /// Greek letters are symbols (W3).
    Symbols,
}

/// The letters of a word by script.
#[derive(Clone, Debug, Default)]
pub(super) struct Word {
    /// The end of the word in the text.
    pub(super) end: usize,
    /// Characters that are not ASCII letters.
    others: usize,
    latin: usize,
    /// Latin letters that look like none of Cyrillic, and like none of Greek.
    only_latin: [usize; 2],
    cyrillic: usize,
    greek: usize,
    /// Cyrillic and Greek letters that look like none of Latin.
    only_cyrillic: usize,
    only_greek: usize,
    accented: bool,
    /// True if a capital follows a small letter, as in `μΩ`.
    falls: bool,
    is_after_small: bool,
    small_greek: usize,
}

/// Returns what a character that is not a letter of the three scripts is written as at a level: the text in its place, or
/// nothing for a mark and for what goes; `None` if it is no part of a word. A character that a level writes as letters counts
/// as these letters, so that a word is read in the same way before and after.
#[inline(never)]
fn written(character: char, level: Level) -> Option<&'static str> {
    let meant = windows_1252(character);
    let first = meant.and_then(|meant| char_at(meant, 0));
    if first.is_some_and(|first| script(first).is_some()) {
        return meant;
    }
    // Controls that go are part of a word; all other ASCII characters but letters end it.
    if character.is_ascii() && TABLE.ascii >> u32::from(character) & 1 == 0 {
        return None;
    }
    let row = TABLE.row(first.unwrap_or(character))?;
    let (least, reason) = row.kind?;
    match row.replacement {
        _ if reason == SubstitutionReason::Mark => Some(""),
        text if level >= least => Some(text),
        _ => None,
    }
}

/// The letters with which a text begins a word or goes on one, and whether it ends it: `o/oo` ends one word and begins
/// another, `(a)` is one.
fn letters_of(written: &str, begins: bool) -> (&str, bool) {
    let ends = |letter: char| script(letter).is_none();
    if begins {
        let letters = written.trim_end_matches(ends);
        let last = letters.rsplit(ends).next().unwrap_or("");
        return (last, letters.len() < written.len());
    }
    let first = written.split(ends).next().unwrap_or("");
    (first, first.len() < written.len())
}

impl Word {
    /// The word that begins at `at`; empty if none does.
    pub(super) fn at(text: &str, at: usize, level: Level) -> Self {
        let mut word = Word {
            end: at,
            ..Word::default()
        };
        let mut before = None;
        for character in text.get(at..).unwrap_or("").chars() {
            let mut is_end = false;
            let own = script(character);
            if own.is_some() {
                before = own;
                word.add(character, own);
            } else {
                let Some(written) = written(character, level) else {
                    break;
                };
                let begins = word.end == at;
                let letters;
                (letters, is_end) = letters_of(written, begins);
                for letter in letters.chars() {
                    before = script(letter);
                    word.add(letter, before);
                }
                if is_end && (!begins || letters.is_empty()) {
                    break;
                }
            }
            word.end += character.len_utf8();
            word.others += usize::from(!character.is_ascii_alphabetic());
            // A mark makes a letter another one, as if both were written as one character.
            if matches!(character, '\u{300}'..='\u{36F}') {
                match before {
                    Some(Script::Latin) => word.only_latin = word.only_latin.map(|only| only + 1),
                    Some(Script::Cyrillic) => word.only_cyrillic += 1,
                    Some(Script::Greek) => {
                        (word.only_greek, word.accented) = (word.only_greek + 1, true);
                    }
                    None => {}
                }
            }
            word.accented |= matches!(character, '\u{386}'..='\u{390}' | '\u{3AA}'..='\u{3B0}'
                | '\u{3CA}'..='\u{3CE}' | '\u{1F00}'..='\u{1FFF}');
            if is_end {
                break;
            }
        }
        word
    }

    /// Counts a letter.
    fn add(&mut self, letter: char, script: Option<Script>) {
        let is_now_small = is_small(letter);
        match script {
            Some(Script::Latin) => {
                self.latin += 1;
                for (only, like) in self.only_latin.iter_mut().zip([CYRILLIC_LIKE, GREEK_LIKE]) {
                    *only += usize::from(!is_among(letter, like));
                }
            }
            Some(Script::Cyrillic) => {
                self.cyrillic += 1;
                self.only_cyrillic += usize::from(is_only_foreign(letter));
            }
            Some(Script::Greek) => {
                self.greek += 1;
                self.only_greek += usize::from(is_only_foreign(letter));
                self.small_greek += usize::from(is_now_small);
            }
            None => {}
        }
        self.falls |= self.is_after_small && !is_now_small && is_capital(letter);
        self.is_after_small = is_now_small;
    }

    /// True if its Greek capitals stay below transliteration: next to small letters or Cyrillic ones, Latin capitals
    /// would look right, and be letters of two scripts in one word. A word with an accent needs UCS-2 anyway.
    pub(super) fn keeps_greek_capitals(&self) -> bool {
        self.greek > 0 && (self.small_greek > 0 || self.cyrillic > 0 || self.accented)
    }

    /// True if it looks like a Latin word, at least in part.
    fn looks_latin(&self) -> bool {
        self.latin > 0
            || self.greek > 0
                && self.only_greek + self.cyrillic == 0
                && (self.small_greek == 0 || self.greek == 1)
    }

    fn is_greek(&self) -> bool {
        self.latin + self.cyrillic == 0
            && self.greek > 1
            && !self.falls
            && (self.only_greek > 0 || self.accented)
    }

    /// True if it has letters of Latin and of another script.
    pub(super) fn is_mixed(&self) -> bool {
        self.latin > 0 && self.greek + self.cyrillic > 0
    }

    fn is_cyrillic(&self) -> bool {
        self.only_cyrillic > 0
    }

    /// True if it is ASCII letters only, which are read as they are written.
    pub(super) fn is_ascii(&self) -> bool {
        self.latin > 0 && self.others == 0
    }

    /// Reads the word in a text with these words.
    pub(super) fn script(&self, text: &mut Scripts<'_>) -> WordScript {
        let (foreign, letters, only, only_latin) = match (self.cyrillic, self.greek) {
            (0, 0) => return WordScript::AsWritten,
            (letters, 0) => (
                Script::Cyrillic,
                letters,
                self.only_cyrillic,
                self.only_latin[0],
            ),
            (0, letters) => (Script::Greek, letters, self.only_greek, self.only_latin[1]),
            _ => return WordScript::AsWritten,
        };
        if foreign == Script::Greek && self.accented {
            let is_greek = self.latin > 0 && only_latin == 0 && letters > 1 && self.small_greek > 0;
            return if is_greek {
                WordScript::Foreign(foreign)
            } else {
                WordScript::AsWritten
            };
        }
        if self.latin == 0 {
            let is_greek = foreign == Script::Greek;
            return if is_greek && (self.falls || letters == 1 && text.lacks(foreign)) {
                WordScript::Symbols
            } else if only == 0 && text.is_latin_without(foreign) {
                WordScript::Latin
            } else {
                WordScript::AsWritten
            };
        }
        if only == 0 && (only_latin > 0 || self.latin > letters || text.is_latin_without(foreign)) {
            return WordScript::Latin;
        }
        match foreign {
            Script::Greek if only_latin > 0 || letters == 1 => WordScript::Symbols,
            // Greek words that were spelled are capitals; small letters among them are Latin ones.
            Script::Greek if self.small_greek == 0 => WordScript::AsWritten,
            _ if only_latin == 0 => WordScript::Foreign(foreign),
            _ => WordScript::AsWritten,
        }
    }
}

/// The scripts that a text has words of, and nothing else that words could be taken for; protected spans do not count.
/// Words are read as far as it takes to know what is asked: most texts have one of their script at the beginning.
#[derive(Clone, Debug)]
pub(super) struct Scripts<'t> {
    text: &'t str,
    spans: Spans<'t>,
    level: Level,
    /// Up to where words are read.
    at: usize,
    latin: bool,
    greek: bool,
    cyrillic: bool,
}

impl<'t> Scripts<'t> {
    pub(super) fn new(text: &'t str, spans: Spans<'t>, level: Level) -> Self {
        Scripts {
            text,
            spans,
            level,
            at: 0,
            latin: false,
            greek: false,
            cyrillic: false,
        }
    }

    /// True if the text has Latin words, and none of a foreign script.
    fn is_latin_without(&mut self, foreign: Script) -> bool {
        while !self.has(foreign) {
            let Some(character) = char_at(self.text, self.at) else {
                return self.latin;
            };
            if let Some(span) = self.spans.around(self.at) {
                self.at = span.range.end;
                continue;
            }
            let text = self.text.get(..self.spans.next_start());
            let word = Word::at(text.unwrap_or(self.text), self.at, self.level);
            self.latin |= word.looks_latin();
            self.greek |= word.is_greek();
            self.cyrillic |= word.is_cyrillic();
            self.at = word.end.max(self.at + character.len_utf8());
        }
        false
    }

    /// True if the text has no words of a foreign script.
    fn lacks(&mut self, foreign: Script) -> bool {
        self.is_latin_without(foreign) || !self.has(foreign)
    }

    fn has(&self, foreign: Script) -> bool {
        match foreign {
            Script::Greek => self.greek,
            Script::Cyrillic => self.cyrillic,
            Script::Latin => self.latin,
        }
    }
}

/// True if a text may have letters of Greek or Cyrillic: by the first octets of their UTF-8, looked for without a branch so
/// that the compiler can vectorise.
pub(super) fn may_be_foreign(text: &str) -> bool {
    let any = |octets: &[u8]| {
        let is_first = |byte: &u8| matches!(byte, 0xCD..=0xD4);
        octets.iter().fold(false, |any, byte| any | is_first(byte))
    };
    text.as_bytes().chunks(64).any(any)
}
