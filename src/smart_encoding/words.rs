//! Words as they are read: a letter by its neighbours.
//!
//! * W1. A Cyrillic or Greek letter that looks like a Latin one is that one in an otherwise Latin word: `Сall`. A whole
//!   word of such letters is Latin in a text without any other word of its script.
//! * W2. A Latin letter in an otherwise Cyrillic or Greek word is the letter of that script that looks like it.
//! * W3. A Greek letter beside Latin ones, or alone in a text without Greek words, is a symbol: `μg`, `π`.

use super::tables::look_alikes::LOOK_ALIKES;
use crate::protected::Spans;

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
    pub(super) falls: bool,
    pub(super) has_small_greek: bool,
}

impl Word {
    /// The word that begins at `at`.
    pub(super) fn at(text: &str, at: usize) -> Self {
        let mut word = Word {
            end: at,
            ..Word::default()
        };
        let mut after_small = false;
        for character in text.get(at..).unwrap_or("").chars() {
            let mark = matches!(character, '\u{300}'..='\u{36F}');
            word.accented |= mark
                || matches!(character, '\u{386}'..='\u{390}' | '\u{3AA}'..='\u{3B0}' | '\u{3CA}'..='\u{3CE}');
            match script(character) {
                Some(Script::Latin) => {
                    word.latin += 1;
                    let scripts = [Script::Cyrillic, Script::Greek];
                    for (only, foreign) in word.only_latin.iter_mut().zip(scripts) {
                        *only += usize::from(look_alike_in(foreign, character).is_none());
                    }
                }
                Some(Script::Cyrillic) => {
                    word.cyrillic += 1;
                    word.only_cyrillic += usize::from(latin_look_alike(character).is_none());
                }
                Some(Script::Greek) => {
                    word.greek += 1;
                    word.only_greek += usize::from(latin_look_alike(character).is_none());
                    word.has_small_greek |= character.is_lowercase();
                }
                None if mark => {}
                None => break,
            }
            word.falls |= after_small && character.is_uppercase();
            after_small = character.is_lowercase();
            word.end += character.len_utf8();
        }
        word
    }

    fn is_greek(&self) -> bool {
        self.latin + self.cyrillic == 0
            && self.greek > 1
            && !self.falls
            && (self.only_greek > 0 || self.accented)
    }

    fn is_cyrillic(&self) -> bool {
        self.latin + self.greek == 0 && self.only_cyrillic > 0
    }

    /// How the word is read in a text with these words.
    pub(super) fn reading(&self, text: &Scripts) -> Reading {
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
        if self.latin == 0 {
            let symbol = foreign == Script::Greek
                && !self.accented
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
    pub(super) fn of(text: &str, mut spans: Spans<'_>) -> Self {
        let mut scripts = Scripts::default();
        let mut span = spans.next();
        let mut at = 0;
        while let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) {
            while span.as_ref().is_some_and(|span| span.end <= at) {
                span = spans.next();
            }
            if let Some(inside) = span.as_ref().filter(|span| span.start <= at) {
                at = inside.end;
            } else if script(character).is_some() {
                let word = Word::at(text, at);
                scripts.latin |= word.cyrillic + word.greek == 0;
                scripts.greek |= word.is_greek();
                scripts.cyrillic |= word.is_cyrillic();
                at = word.end;
            } else {
                at += character.len_utf8();
            }
        }
        scripts
    }
}

/// Whether a text may have letters of Greek or Cyrillic: by the first octets of their UTF-8.
pub(super) fn may_be_foreign(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, 0xCD..=0xD4))
}
