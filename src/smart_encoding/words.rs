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
use crate::text::char_at;
use crate::text::letters::{is_capital, is_small};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Greek,
    Cyrillic,
}

/// The script of a letter, of the three that GSM-7 can spell.
pub(super) fn script(character: char) -> Option<Script> {
    // Most letters of Greek and Cyrillic, without a look at the rest.
    if matches!(character, 'Α'..='ω') {
        return Some(Script::Greek);
    }
    if matches!(character, 'Ѐ'..='џ') {
        return Some(Script::Cyrillic);
    }
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

/// The Greek and Cyrillic letters that look like Latin ones, and the ASCII letters that look like Cyrillic and like Greek
/// ones: a bit each. Every letter of a word is asked about, and the table is searched only for those that are replaced.
const LATIN_LIKE: [u64; (CYRILLIC_END - GREEK_START) as usize / 64 + 1] = {
    let mut bits = [0; (CYRILLIC_END - GREEK_START) as usize / 64 + 1];
    let mut row = 0;
    while row < LOOK_ALIKES.len() {
        let at = LOOK_ALIKES[row].0 - GREEK_START;
        bits[at as usize / 64] |= 1 << (at % 64);
        row += 1;
    }
    bits
};
const CYRILLIC_LIKE: u128 = ascii_like(CYRILLIC_START, CYRILLIC_END);
const GREEK_LIKE: u128 = ascii_like(GREEK_START, CYRILLIC_START);
const GREEK_START: u16 = 0x370;
const CYRILLIC_START: u16 = 0x400;
const CYRILLIC_END: u16 = 0x530;

/// The ASCII letters that letters of a block look like.
const fn ascii_like(start: u16, end: u16) -> u128 {
    let (mut bits, mut row) = (0, 0);
    while row < LOOK_ALIKES.len() {
        let (letter, ascii, is_read_back) = LOOK_ALIKES[row];
        if is_read_back && start <= letter && letter < end {
            bits |= 1 << ascii;
        }
        row += 1;
    }
    bits
}

/// True if a Greek or Cyrillic letter does not look like a Latin one.
fn is_only_foreign(letter: char) -> bool {
    let at = u32::from(letter).wrapping_sub(u32::from(GREEK_START));
    let bits = usize::try_from(at / 64)
        .ok()
        .and_then(|block| LATIN_LIKE.get(block));
    bits.is_none_or(|bits| bits >> (at % 64) & 1 == 0)
}

/// True if a Latin letter is in the set `like` of ASCII letters.
fn is_among(letter: char, like: u128) -> bool {
    letter.is_ascii() && like >> u32::from(letter) & 1 == 1
}

/// The reading of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Reading {
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
    has_small_greek: bool,
}

/// The part that a character plays in a word, at a level.
enum Part {
    Letter(char, Script),
    /// A mark, or a character that goes.
    Nothing,
}

/// Classifies a character as part of a word; `None` if it is not. A character that a level writes as letters counts as these
/// letters, so that a word is read in the same way before and after.
fn part(character: char, level: Level) -> Option<Part> {
    match script(character) {
        Some(script) => Some(Part::Letter(character, script)),
        None => part_of_other(character, level),
    }
}

/// Classifies a character of a word that is not a letter of these scripts.
#[inline(never)]
fn part_of_other(character: char, level: Level) -> Option<Part> {
    let meant = windows_1252(character).and_then(|text| char_at(text, 0));
    if let Some(Part::Letter(letter, script)) = meant.and_then(|meant| part(meant, level)) {
        return Some(Part::Letter(letter, script));
    }
    // Controls that go are part of a word; all other ASCII characters but letters end it.
    if character.is_ascii() && TABLE.ascii >> u32::from(character) & 1 == 0 {
        return None;
    }
    let row = TABLE.row(meant.unwrap_or(character))?;
    let (least, reason) = row.kind?;
    match char_at(row.replacement, 0) {
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
            let now_small = is_small(letter);
            match script {
                Script::Latin => {
                    word.latin += 1;
                    for (only, like) in word.only_latin.iter_mut().zip([CYRILLIC_LIKE, GREEK_LIKE])
                    {
                        *only += usize::from(!is_among(letter, like));
                    }
                }
                Script::Cyrillic => {
                    word.cyrillic += 1;
                    word.only_cyrillic += usize::from(is_only_foreign(letter));
                }
                Script::Greek => {
                    word.greek += 1;
                    word.only_greek += usize::from(is_only_foreign(letter));
                    word.has_small_greek |= now_small;
                }
            }
            word.falls |= after_small && !now_small && is_capital(letter);
            after_small = now_small;
        }
        word
    }

    /// True if its Greek capitals stay below transliteration: next to small letters or Cyrillic ones, Latin capitals
    /// would look right, and be letters of two scripts in one word.
    pub(super) fn keeps_greek_capitals(&self) -> bool {
        self.greek > 0 && (self.has_small_greek || self.cyrillic > 0)
    }

    /// True if it looks like a Latin word, at least in part.
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

    /// True if it is ASCII letters only, which are read as they are written.
    pub(super) fn is_ascii(&self, start: usize) -> bool {
        self.latin == self.end - start
    }

    /// Reads the word in a text with these words.
    pub(super) fn reading(&self, text: &mut Scripts<'_>) -> Reading {
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
        if foreign == Script::Greek && self.accented {
            let is_greek = self.latin > 0 && only_latin == 0 && letters > 1;
            return if is_greek {
                Reading::Foreign(foreign)
            } else {
                Reading::AsWritten
            };
        }
        if self.latin == 0 {
            let is_greek = foreign == Script::Greek;
            return if is_greek && (self.falls || letters == 1 && text.lacks(foreign)) {
                Reading::Symbols
            } else if only == 0 && text.is_latin_without(foreign) {
                Reading::Latin
            } else {
                Reading::AsWritten
            };
        }
        if only == 0 && (only_latin > 0 || self.latin >= letters || text.is_latin_without(foreign))
        {
            return Reading::Latin;
        }
        match foreign {
            Script::Greek if only_latin > 0 || letters == 1 => Reading::Symbols,
            _ if only_latin == 0 => Reading::Foreign(foreign),
            _ => Reading::AsWritten,
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
            let word = Word::at(self.text, self.at, self.level);
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
