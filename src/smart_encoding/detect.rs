//! The language of a text by its letters.

use alloc::vec::Vec;

use super::TextLanguage;
use crate::protected::Spans;
use crate::text::{letters, nfc};

/// Octets that are looked at together.
const CHUNK: usize = 64;

// Letters that say something about the language, a bit for each group.
const SERBIAN: u32 = 1;
const MACEDONIAN: u32 = 1 << 1;
const UKRAINIAN: u32 = 1 << 2;
const SHORT_U: u32 = 1 << 3;
const DOTTED_I: u32 = 1 << 4;
const RUSSIAN: u32 = 1 << 5;
const OLD: u32 = 1 << 6;
const SOUTH: u32 = 1 << 7;
const TAJIK: u32 = 1 << 8;
const CENTRAL_ASIAN: u32 = 1 << 9;
const TURKIC: u32 = 1 << 10;
const NG: u32 = 1 << 11;
const OE: u32 = 1 << 12;
/// A letter of Komi, whose і is none of Ukrainian.
const KOMI: u32 = 1 << 14;
/// ъ before a consonant, before а и о у, or at the end of a word: Russian has it before е ё ю я only.
const HARD_VOWEL: u32 = 1 << 13;

/// The language of a text, if its letters tell; protected spans do not count.
pub(super) fn language(text: &str, mut spans: Spans<'_>) -> Option<TextLanguage> {
    if !may_tell(text) {
        return None;
    }
    let mut latin = Latin::default();
    let mut groups = 0;
    let mut characters = text.char_indices().peekable();
    let is_mark = |character: char| matches!(character, '\u{300}'..='\u{36F}');
    while let Some((at, character)) = characters.next() {
        let marked = characters.peek().is_some_and(|next| is_mark(next.1));
        let tells = matches!(character, '\u{C0}'..='\u{24F}' | '\u{400}'..='\u{52F}' | '\u{1E00}'..='\u{1EFF}');
        if !(tells || marked) || spans.around(at).is_some() {
            continue;
        }
        let mut small = letters::small(character);
        if marked {
            // However a letter is written, it counts as what it is composed.
            let mut marks = Vec::new();
            while let Some((_, mark)) = characters.next_if(|next| is_mark(next.1)) {
                marks.push(mark);
            }
            small = nfc::composed(small, &marks).map_or(small, |letters| letters[0]);
        }
        if ('\u{400}'..='\u{52F}').contains(&small) {
            groups |= group(small);
            let next = characters.peek().map(|next| letters::small(next.1));
            let is_in_word = |before: &str| {
                before.ends_with(|last: char| letters::is_letter(last) || is_mark(last))
            };
            if small == 'ъ'
                && text.get(..at).is_some_and(is_in_word)
                && !next.is_some_and(|next| "еёыэюяєїьіј".contains(next))
            {
                groups |= HARD_VOWEL;
            }
        } else {
            latin.add(small);
        }
    }
    cyrillic(groups).or_else(|| latin.language())
}

/// True if a text may have letters that show its language: Cyrillic ones, đ, those of Vietnamese, and combining marks.
/// The first octets of their UTF-8 are looked for without a branch, so that the compiler can vectorise.
fn may_tell(text: &str) -> bool {
    let tells = |byte: &u8| matches!(byte, 0xC4 | 0xC6 | 0xCC | 0xCD | 0xD0..=0xD4 | 0xE1);
    let any = |octets: &[u8]| octets.iter().fold(false, |any, byte| any | tells(byte));
    text.as_bytes().chunks(CHUNK).any(any)
}

/// The group of letters, told by its bit, that a small Cyrillic letter is of; 0 for one that most languages have.
fn group(small: char) -> u32 {
    match small {
        'ћ' | 'ђ' => SERBIAN,
        'ќ' | 'ѓ' | 'ѕ' => MACEDONIAN,
        'ї' | 'є' | 'ґ' => UKRAINIAN,
        'ў' => SHORT_U,
        'і' => DOTTED_I,
        'ы' | 'э' | 'ё' => RUSSIAN,
        'ѣ' | 'ѳ' | 'ѵ' => OLD,
        'ј' | 'љ' | 'њ' | 'џ' => SOUTH,
        'ӣ' | 'ӯ' | 'ҷ' => TAJIK,
        'қ' | 'ғ' | 'ҳ' => CENTRAL_ASIAN,
        'ә' | 'ұ' | 'һ' | 'ҡ' | 'ҙ' | 'ҫ' => TURKIC,
        'ң' => NG,
        'ө' | 'ү' => OE,
        'ӧ' => KOMI,
        _ => 0,
    }
}

/// The Cyrillic language that has letters of these groups.
fn cyrillic(groups: u32) -> Option<TextLanguage> {
    let has = |any: u32| groups & any != 0;
    Some(match groups {
        0 => return None,
        _ if has(SERBIAN) => TextLanguage::Serbian,
        _ if has(MACEDONIAN) => TextLanguage::Macedonian,
        _ if has(UKRAINIAN) => TextLanguage::Ukrainian,
        _ if has(TAJIK) => TextLanguage::Tajik,
        _ if has(TURKIC) => TextLanguage::Kazakh,
        _ if has(OE) && has(NG) => TextLanguage::Kyrgyz,
        _ if has(CENTRAL_ASIAN | NG) => TextLanguage::Kazakh,
        _ if has(OE) => TextLanguage::Mongolian,
        _ if has(SHORT_U) => TextLanguage::Belarusian,
        _ if has(OLD) => TextLanguage::Russian,
        _ if has(DOTTED_I) && has(RUSSIAN) => TextLanguage::Belarusian,
        _ if has(DOTTED_I) && !has(KOMI) => TextLanguage::Ukrainian,
        _ if has(SOUTH) => TextLanguage::Serbian,
        _ if has(HARD_VOWEL) && !has(RUSSIAN) => TextLanguage::Bulgarian,
        _ => return None,
    })
}

/// Letters of Latin alphabets that say something about the language.
#[derive(Default)]
struct Latin {
    /// Letters of Vietnamese only.
    vietnamese: usize,
    /// Other letters with marks.
    marked: usize,
    crossed_d: bool,
    /// Letters that Croatian and Serbian have too, and Vietnamese has not.
    carons: bool,
    /// Letters of Sami.
    sami: bool,
}

impl Latin {
    fn add(&mut self, small: char) {
        match small {
            // These are letters of Yoruba, Igbo and Guarani too.
            'ẹ' | 'ọ' | 'ị' | 'ụ' | 'ẽ' | 'ỳ' | 'ỹ' => self.marked += 1,
            'ơ' | 'ư' | '\u{1EA0}'..='\u{1EF9}' => self.vietnamese += 1,
            'đ' => self.crossed_d = true,
            'č' | 'ć' | 'š' | 'ž' => {
                self.carons = true;
                self.marked += 1;
            }
            'ŋ' | 'ŧ' => self.sami = true,
            '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1E9F}' => self.marked += 1,
            _ => {}
        }
    }

    fn language(&self) -> Option<TextLanguage> {
        // About half of the marked letters of Vietnamese are letters of other languages too, and a name of its own makes no
        // text of another language Vietnamese.
        if self.vietnamese > 0 && self.vietnamese * 3 >= self.marked {
            Some(TextLanguage::Vietnamese)
        } else if self.crossed_d && self.carons && !self.sami {
            Some(TextLanguage::Croatian)
        } else {
            None
        }
    }
}
