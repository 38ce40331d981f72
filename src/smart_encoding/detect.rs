//! The language of a text by its letters.

use alloc::vec::Vec;

use super::TextLanguage;
use crate::protected::Spans;
use crate::text::{letters, nfc};

/// Letters that say something about the language, and the bit of each group.
const GROUPS: [(&str, u32); 13] = [
    ("ћђ", SERBIAN),
    ("ќѓѕ", MACEDONIAN),
    ("їєґ", UKRAINIAN),
    ("ў", SHORT_U),
    ("і", DOTTED_I),
    ("ыэё", RUSSIAN),
    ("ѣѳѵ", OLD),
    ("јљњџ", SOUTH),
    ("ӣӯҷ", TAJIK),
    ("қғҳ", CENTRAL_ASIAN),
    ("әұһҡҙҫ", TURKIC),
    ("ң", NG),
    ("өү", OE),
];
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
/// ъ before a consonant or at the end of a word.
const HARD_VOWEL: u32 = 1 << 13;

/// The language of a text, if its letters tell; protected spans do not count.
pub(super) fn language(text: &str, mut spans: Spans<'_>) -> Option<TextLanguage> {
    let mut latin = Latin::default();
    let mut groups = 0;
    let mut span = spans.next();
    let mut characters = text.char_indices().peekable();
    let is_mark = |character: char| matches!(character, '\u{300}'..='\u{36F}');
    while let Some((at, character)) = characters.next() {
        let marked = characters.peek().is_some_and(|next| is_mark(next.1));
        if character.is_ascii() && !marked {
            continue;
        }
        while span.as_ref().is_some_and(|span| span.end <= at) {
            span = spans.next();
        }
        if span.as_ref().is_some_and(|span| span.start <= at) {
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
            let group = GROUPS.iter().find(|(letters, _)| letters.contains(small));
            groups |= group.map_or(0, |group| group.1);
            let next = characters.peek().map(|next| letters::small(next.1));
            let is_in_word = text.get(..at).is_some_and(|before| {
                before.ends_with(|last: char| letters::is_letter(last) || is_mark(last))
            });
            if small == 'ъ'
                && is_in_word
                && !next.is_some_and(|next| "аеёиоуыэюяєїьіј".contains(next))
            {
                groups |= HARD_VOWEL;
            }
        } else {
            latin.add(small);
        }
    }
    cyrillic(groups).or_else(|| latin.language())
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
        _ if has(DOTTED_I) => TextLanguage::Ukrainian,
        _ if has(SOUTH) => TextLanguage::Serbian,
        _ if has(HARD_VOWEL) && !has(RUSSIAN) => TextLanguage::Bulgarian,
        _ => return None,
    })
}

/// Letters of Latin alphabets that say something about the language.
#[derive(Default)]
struct Latin {
    /// Of Vietnamese alone.
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
        if self.vietnamese > 0 && self.vietnamese >= self.marked {
            Some(TextLanguage::Vietnamese)
        } else if self.crossed_d && self.carons && !self.sami {
            Some(TextLanguage::Croatian)
        } else {
            None
        }
    }
}
