//! Words as they are read: a letter by its neighbours.
//!
//! * W1. A Cyrillic or Greek letter that looks like a Latin one is that one in an otherwise Latin word: `Сall`. A whole
//!   word of such letters is Latin in a text without any other word of its script.
//! * W2. A Latin letter in an otherwise Cyrillic or Greek word is the letter of that script that looks like it.
//! * W3. A Greek letter beside Latin ones, or alone in a text without Greek words, is a symbol: `μg`, `π`.

use super::table::windows_1252;
use super::tables::levels::TABLE;
use super::tables::look_alikes::LOOK_ALIKES;
use super::{Level, SubstitutionReason};
use crate::protected::Spans;
use crate::text::letters::{is_capital, is_small};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Greek,
    Cyrillic,
}

/// The script of a letter, of the three that GSM-7 can spell.
pub(super) fn script(character: char) -> Option<Script> {
    match character {
        'A'..='Z'
        | 'a'..='z'
        | '\u{C0}'..='\u{D6}'
        | '\u{D8}'..='\u{F6}'
        | '\u{F8}'..='\u{24F}'
        | '\u{1E00}'..='\u{1EFF}' => Some(Script::Latin),
        '\u{370}'..='\u{373}'
        | '\u{376}'..='\u{377}'
        | '\u{37B}'..='\u{37D}'
        | '\u{37F}'
        | '\u{386}'
        | '\u{388}'..='\u{3FF}'
        | '\u{1F00}'..='\u{1FBC}'
        | '\u{1FC2}'..='\u{1FCC}'
        | '\u{1FD0}'..='\u{1FFC}' => Some(Script::Greek),
        '\u{400}'..='\u{481}' | '\u{48A}'..='\u{52F}' => Some(Script::Cyrillic),
        _ => None,
    }
}

/// The Latin letter that a Greek or Cyrillic one looks like (UTS 39, of the same case).
pub(super) fn latin_look_alike(letter: char) -> Option<char> {
    let code = u16::try_from(u32::from(letter)).ok()?;
    let found = LOOK_ALIKES.binary_search_by_key(&code, |row| row.0).ok()?;
    Some(char::from(LOOK_ALIKES[found].1))
}

/// The letter of a script that a Latin one looks like.
pub(super) fn look_alike_in(foreign: Script, letter: char) -> Option<char> {
    let rows = LOOK_ALIKES
        .iter()
        .filter(|row| row.2 && char::from(row.1) == letter);
    let mut letters = rows.filter_map(|row| char::from_u32(u32::from(row.0)));
    letters.find(|letter| script(*letter) == Some(foreign))
}

/// How a word is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Reading {
    /// Each letter is what it is.
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
    /// Where it ends in the text.
    pub(super) end: usize,
    latin: usize,
    /// Latin letters that look like none of Cyrillic, and like none of Greek.
    only_latin: [usize; 2],
    cyrillic: usize,
    greek: usize,
    /// Cyrillic and Greek letters that look like none of Latin.
    only_cyrillic: usize,
    only_greek: usize,
    accented: bool,
    /// Whether a capital follows a small letter, as in `μΩ`.
    falls: bool,
    has_small_greek: bool,
}

/// What a character is in a word, at a level.
enum Part {
    Letter(char, Script),
    /// A mark, or a character that goes.
    Nothing,
}

/// What a character is in a word; `None` if it is not part of one. A character that a level writes as letters is these
/// letters, so that a word is read in the same way before and after.
fn part(character: char, level: Level) -> Option<Part> {
    if let Some(script) = script(character) {
        return Some(Part::Letter(character, script));
    }
    let meant = windows_1252(character).and_then(|text| text.chars().next());
    if let Some(Part::Letter(letter, script)) = meant.and_then(|meant| part(meant, level)) {
        return Some(Part::Letter(letter, script));
    }
    if character.is_ascii() {
        return None;
    }
    let row = TABLE.row(meant.unwrap_or(character))?;
    let (least, reason) = row.kind?;
    match row.replacement.chars().next() {
        _ if reason == SubstitutionReason::Mark => Some(Part::Nothing),
        None if level >= least => Some(Part::Nothing),
        Some(first) if level >= least => script(first).map(|script| Part::Letter(first, script)),
        _ => None,
    }
}

impl Word {
    /// The word that begins at `at`; empty if none does.
    pub(super) fn at(text: &str, at: usize, level: Level) -> Self {
        let mut word = Word {
            end: at,
            ..Word::default()
        };
        let (mut after_small, mut before) = (false, None);
        for character in text.get(at..).unwrap_or("").chars() {
            let Some(part) = part(character, level) else {
                break;
            };
            word.end += character.len_utf8();
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
            let Part::Letter(letter, script) = part else {
                continue;
            };
            before = Some(script);
            match script {
                Script::Latin => {
                    word.latin += 1;
                    let scripts = [Script::Cyrillic, Script::Greek];
                    for (only, foreign) in word.only_latin.iter_mut().zip(scripts) {
                        *only += usize::from(look_alike_in(foreign, letter).is_none());
                    }
                }
                Script::Cyrillic => {
                    word.cyrillic += 1;
                    word.only_cyrillic += usize::from(latin_look_alike(letter).is_none());
                }
                Script::Greek => {
                    word.greek += 1;
                    word.only_greek += usize::from(latin_look_alike(letter).is_none());
                    word.has_small_greek |= is_small(letter);
                }
            }
            word.falls |= after_small && is_capital(letter);
            after_small = is_small(letter);
        }
        word
    }

    /// Whether Greek capitals in it stay below transliteration: next to small letters or Cyrillic ones, Latin capitals
    /// would look right, and be letters of two scripts in one word.
    pub(super) fn keeps_greek_capitals(&self) -> bool {
        self.greek > 0 && (self.has_small_greek || self.cyrillic > 0)
    }

    /// Whether it looks like a Latin word, or in part.
    fn looks_latin(&self) -> bool {
        self.latin > 0
            || self.greek > 0 && self.only_greek + self.cyrillic == 0 && !self.has_small_greek
    }

    fn is_greek(&self) -> bool {
        self.latin + self.cyrillic == 0
            && self.greek > 1
            && !self.falls
            && (self.only_greek > 0 || self.accented)
    }

    fn is_cyrillic(&self) -> bool {
        self.only_cyrillic > 0
    }

    /// How the word is read in a text with these words.
    pub(super) fn reading(&self, text: Scripts) -> Reading {
        let (foreign, letters, only, only_latin) = match (self.cyrillic, self.greek) {
            (0, 0) => return Reading::AsWritten,
            (letters, 0) => (
                Script::Cyrillic,
                letters,
                self.only_cyrillic,
                self.only_latin[0],
            ),
            (0, letters) => (Script::Greek, letters, self.only_greek, self.only_latin[1]),
            _ => return Reading::AsWritten,
        };
        let in_script = if foreign == Script::Greek {
            text.greek
        } else {
            text.cyrillic
        };
        if foreign == Script::Greek && self.accented {
            let is_greek = self.latin > 0 && only_latin == 0 && letters > 1;
            return if is_greek {
                Reading::Foreign(foreign)
            } else {
                Reading::AsWritten
            };
        }
        if self.latin == 0 {
            let symbol = foreign == Script::Greek
                && (self.falls || letters == 1 && !in_script && text.latin);
            return match (symbol, only == 0 && text.latin && !in_script) {
                (true, _) => Reading::Symbols,
                (false, true) => Reading::Latin,
                (false, false) => Reading::AsWritten,
            };
        }
        if only == 0 && (only_latin > 0 || self.latin >= letters || text.latin && !in_script) {
            return Reading::Latin;
        }
        match foreign {
            Script::Greek if only_latin > 0 || letters == 1 => Reading::Symbols,
            _ if only_latin == 0 => Reading::Foreign(foreign),
            _ => Reading::AsWritten,
        }
    }
}

/// The scripts that a text has words of, and nothing else that words could be taken for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Scripts {
    pub(super) latin: bool,
    pub(super) greek: bool,
    pub(super) cyrillic: bool,
}

impl Scripts {
    /// Reads the words of a text, but for its protected spans.
    pub(super) fn of(text: &str, mut spans: Spans<'_>, level: Level) -> Self {
        let mut scripts = Scripts::default();
        let mut span = spans.next();
        let mut at = 0;
        while let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) {
            while span.as_ref().is_some_and(|span| span.end <= at) {
                span = spans.next();
            }
            if let Some(inside) = span.as_ref().filter(|span| span.start <= at) {
                at = inside.end;
                continue;
            }
            let word = Word::at(text, at, level);
            scripts.latin |= word.looks_latin();
            scripts.greek |= word.is_greek();
            scripts.cyrillic |= word.is_cyrillic();
            at = word.end.max(at + character.len_utf8());
        }
        scripts
    }
}

/// Whether a text may have letters of Greek or Cyrillic: by the first octets of their UTF-8.
pub(super) fn may_be_foreign(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, 0xCD..=0xD4))
}
