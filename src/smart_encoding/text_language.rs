//! The language that a text is written in, as far as its spelling in GSM-7 depends on it.

use super::tables::languages::LANGUAGES;
use crate::named::named;

/// The language that a text is written in. Transliteration recognises it by the letters of the text; name it where that
/// is not enough.
///
/// ```
/// use septet::{Level, SmartEncoder, TextLanguage};
///
/// let encoder = SmartEncoder::new(Level::Transliteration);
/// assert_eq!(encoder.encode("хубава гора, щедра").text(), "khubava gora, shchedra"); // nothing says it is Bulgarian
/// let bulgarian = encoder.with_text_language(TextLanguage::Bulgarian);
/// assert_eq!(bulgarian.encode("хубава гора, щедра").text(), "khubava gora, shtedra");
/// assert_eq!(TextLanguage::from_code("bg"), Some(TextLanguage::Bulgarian));
/// assert_eq!(TextLanguage::Bulgarian.code(), "bg");
/// assert_eq!("uk".parse(), Ok(TextLanguage::Ukrainian));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum TextLanguage {
    /// `be`, by BGN/PCGN 1979 without marks.
    Belarusian,
    /// `bg`, by the law of 2009.
    Bulgarian,
    /// `bs`: đ is dj.
    Bosnian,
    /// `hr`: đ is dj.
    Croatian,
    /// `hu`: ő is ö, and ű is ü.
    Hungarian,
    /// `it`: È is E'.
    Italian,
    /// `kk`, by BGN/PCGN 1979 without marks.
    Kazakh,
    /// `ky`, by BGN/PCGN 1979 without marks.
    Kyrgyz,
    /// `mk`, by ICAO Doc 9303.
    Macedonian,
    /// `mn`, by BGN/PCGN 1964 without marks.
    Mongolian,
    /// `ru`, by BGN/PCGN 1947 without marks.
    Russian,
    /// `sr`, by the Serbian Latin alphabet without marks; đ is dj.
    Serbian,
    /// `tg`, by BGN/PCGN 1994 without marks.
    Tajik,
    /// `tt`, by the values of the letters in the table.
    Tatar,
    /// `uk`, by resolution 55 of 2010.
    Ukrainian,
    /// `vi`: all marks are lost, or none.
    Vietnamese,
}

impl TextLanguage {
    /// Every language, in the order of the alphabet.
    ///
    /// ```
    /// assert_eq!(septet::TextLanguage::ALL.len(), 16);
    /// ```
    pub const ALL: [TextLanguage; 16] = [
        TextLanguage::Belarusian,
        TextLanguage::Bulgarian,
        TextLanguage::Bosnian,
        TextLanguage::Croatian,
        TextLanguage::Hungarian,
        TextLanguage::Italian,
        TextLanguage::Kazakh,
        TextLanguage::Kyrgyz,
        TextLanguage::Macedonian,
        TextLanguage::Mongolian,
        TextLanguage::Russian,
        TextLanguage::Serbian,
        TextLanguage::Tajik,
        TextLanguage::Tatar,
        TextLanguage::Ukrainian,
        TextLanguage::Vietnamese,
    ];

    /// The code of ISO 639-1, two small letters.
    #[must_use]
    pub const fn code(self) -> &'static str {
        const CODES: [&str; 16] = [
            "be", "bg", "bs", "hr", "hu", "it", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt",
            "uk", "vi",
        ];
        CODES[self as usize]
    }

    /// The language with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        TextLanguage::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }

    /// The code of the table it has of its own. Bosnian, Croatian and Serbian share one for Latin letters.
    fn tables(self) -> [&'static str; 2] {
        match self {
            TextLanguage::Serbian => ["sr", "hr"],
            TextLanguage::Bosnian => ["hr", ""],
            _ => [self.code(), ""],
        }
    }

    /// The spelling of a letter, where it differs from that of the common table.
    pub(super) fn spelling(self, letter: char, place: Place) -> Option<&'static str> {
        let tables = self.tables();
        let of_language = LANGUAGES
            .iter()
            .filter(|row| tables.contains(&row.language));
        let mut rows = of_language.filter(|row| row.letter == letter && row.position.holds(place));
        rows.next().map(|row| row.replacement)
    }
}

named! {
    TextLanguage code "a language with a spelling of its own" [
        Belarusian, Bulgarian, Bosnian, Croatian, Hungarian, Italian, Kazakh, Kyrgyz, Macedonian, Mongolian, Russian, Serbian,
        Tajik, Tatar, Ukrainian, Vietnamese,
    ]
}

/// The letters around one of a word, in small letters; `None` where the word begins or ends.
#[derive(Clone, Copy, Default)]
pub(super) struct Place {
    pub(super) before: Option<char>,
    pub(super) after: Option<char>,
}

/// The position in a word at which a spelling is used.
#[derive(Clone, Copy)]
pub(super) enum Position {
    Any,
    Initial,
    After(char),
    FinalAfter(char),
}

impl Position {
    fn holds(self, place: Place) -> bool {
        match self {
            Position::Any => true,
            Position::Initial => place.before.is_none(),
            Position::After(letter) => place.before == Some(letter),
            Position::FinalAfter(letter) => place.before == Some(letter) && place.after.is_none(),
        }
    }
}

/// The spelling of a small letter in a language; of those of one letter the special ones first.
pub(super) struct Spelling {
    pub(super) language: &'static str,
    pub(super) letter: char,
    pub(super) position: Position,
    pub(super) replacement: &'static str,
}
