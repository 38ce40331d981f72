//! The tables of TS 23.038 §6.2.1 and Annex A, generated from reviewed data: one file per language.

mod bengali;
mod classes;
mod default;
mod default_units;
mod gujarati;
mod hindi;
mod kannada;
mod malayalam;
mod oriya;
mod portuguese;
mod punjabi;
mod spanish;
mod tamil;
mod telugu;
mod turkish;
mod urdu;

pub(super) use classes::{PAGE_OF_BLOCK, PAGES, TABLES};
pub(super) use default_units::UNITS as DEFAULT_UNITS;

/// More codes than this only locking shift tables have: 102 at least, a single shift table 88 at most.
const MOST_SINGLE_CODES: usize = 100;

/// One 7-bit table, for reading and for writing.
#[derive(Clone, Copy)]
pub(super) struct Table {
    /// The character of each code; 0 where there is none.
    characters: &'static [u16; 128],
    /// The codes to encode with, in the order of their characters.
    codes: &'static [u8],
}

impl Table {
    /// The character at `code`; `None` where the table has no symbol, and for codes above 127.
    pub(super) fn character(self, code: u8) -> Option<char> {
        match self.characters.get(usize::from(code)) {
            None | Some(0) => None,
            Some(&unit) => char::from_u32(u32::from(unit)),
        }
    }

    /// The code of `character`, the lowest where the table has it twice.
    pub(super) fn code(self, character: char) -> Option<u8> {
        let unit = u16::try_from(u32::from(character)).ok()?;
        let stands_at = |code: u8| self.characters[usize::from(code & 0x7F)];
        // A locking shift table has each character once, and most of ASCII at its own code: no need to search. A single
        // shift table may have it at a lower code too (`tests/core/languages.rs`: duplicates take the lowest code).
        if let Ok(code @ 0x20..0x80) = u8::try_from(unit)
            && stands_at(code) == unit
            && self.codes.len() > MOST_SINGLE_CODES
        {
            return Some(code);
        }
        let found = self
            .codes
            .binary_search_by_key(&unit, |&code| stands_at(code));
        found.ok().map(|index| self.codes[index])
    }
}

macro_rules! tables {
    ($($language:ident $(without $locking:ident)?),*) => {
        /// Single shift tables by language identifier; 0 is the default extension table.
        pub(super) static SINGLE: [Table; 14] = [
            $(Table { characters: &$language::SINGLE, codes: &$language::SINGLE_CODES }),*
        ];
        /// Locking shift tables by language identifier; 0 is the default alphabet.
        pub(super) static LOCKING: [Option<Table>; 14] = [$(tables!(@locking $language $($locking)?)),*];
    };
    (@locking $language:ident locking) => { None };
    (@locking $language:ident) => {
        Some(Table { characters: &$language::LOCKING, codes: &$language::LOCKING_CODES })
    };
}

tables!(
    default, turkish, spanish without locking, portuguese, bengali, gujarati, hindi, kannada,
    malayalam, oriya, punjabi, tamil, telugu, urdu
);
