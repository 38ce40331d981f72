//! The characters of GSM 7-bit and the septets each one takes: the default alphabet, its
//! extension and the national language tables of 3GPP TS 23.038 §6.2.1 and Annex A.

mod class;
mod codec;
mod language;
mod tables;

pub use codec::UndefinedSeptet;
pub use language::{NationalLanguage, UnknownLanguage};

pub(crate) use class::{CLASSES, class_of, units_by_class};
use tables::Table;

/// The escape to a single shift table (TS 23.038 §6.2.1, note 1): never a character itself.
///
/// ```
/// assert_eq!(septet::Alphabet::DEFAULT.locking_character(septet::ESCAPE), None);
/// ```
pub const ESCAPE: u8 = 0x1B;

/// The pair of tables in force for a GSM 7-bit text: what a code means by itself (locking shift)
/// and what it means after an escape (single shift). Each is the default one or a national one.
///
/// ```
/// use septet::{Alphabet, NationalLanguage::Turkish};
///
/// assert_eq!(Alphabet::DEFAULT.units('a'), Some(1));
/// assert_eq!(Alphabet::DEFAULT.units('€'), Some(2));
/// assert_eq!(Alphabet::DEFAULT.units('ş'), None);
/// assert_eq!(Alphabet::new(None, Some(Turkish)).units('ş'), Some(2));
/// assert_eq!(Alphabet::new(Some(Turkish), None).units('ş'), Some(1));
/// assert_eq!(Alphabet::new(Some(Turkish), None).locking(), Some(Turkish));
/// assert_eq!(Alphabet::new(Some(Turkish), None).single(), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Alphabet {
    locking: Option<NationalLanguage>,
    single: Option<NationalLanguage>,
}

/// The septets of one character in an [`Alphabet`].
///
/// ```
/// use septet::{Alphabet, ESCAPE, Septets};
///
/// let octets = |septets| match septets {
///     Septets::Locking(code) => vec![code],
///     Septets::Escaped(code) => vec![ESCAPE, code],
/// };
/// let euro = Alphabet::DEFAULT.septets('€').unwrap();
/// assert_eq!((octets(euro), euro.units()), (vec![0x1B, 0x65], 2));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Septets {
    /// One septet: a code of the locking shift table, in the range `0..=127`.
    Locking(u8),
    /// Two septets: the escape `0x1B`, then a code of the single shift table, in the range `0..=127`.
    Escaped(u8),
}

impl Septets {
    /// The number of septets: 1 or 2.
    #[must_use]
    pub const fn units(self) -> usize {
        match self {
            Septets::Locking(_) => 1,
            Septets::Escaped(_) => 2,
        }
    }
}

impl Alphabet {
    /// The GSM 7-bit default alphabet and its extension table (TS 23.038 §6.2.1, §6.2.1.1).
    pub const DEFAULT: Alphabet = Alphabet {
        locking: None,
        single: None,
    };

    /// The alphabet with these shift tables; `None` stands for the default table.
    ///
    /// A language without a locking shift table (Spanish) leaves the default alphabet in force, as
    /// a receiver does with an information element it does not know (TS 23.040 §9.2.3.24.16).
    ///
    /// ```
    /// use septet::{Alphabet, NationalLanguage::Spanish};
    /// assert_eq!(Alphabet::new(Some(Spanish), Some(Spanish)).locking(), None);
    /// assert_eq!(Alphabet::new(Some(Spanish), Some(Spanish)).single(), Some(Spanish));
    /// ```
    #[must_use]
    pub const fn new(locking: Option<NationalLanguage>, single: Option<NationalLanguage>) -> Self {
        match locking {
            Some(language) if !language.has_locking_table() => Alphabet {
                locking: None,
                single,
            },
            _ => Alphabet { locking, single },
        }
    }

    /// The language of the locking shift table; `None` for the default alphabet.
    #[must_use]
    pub const fn locking(self) -> Option<NationalLanguage> {
        self.locking
    }

    /// The language of the single shift table; `None` for the default extension table.
    #[must_use]
    pub const fn single(self) -> Option<NationalLanguage> {
        self.single
    }

    /// The septets of `character`: one by the locking shift table where it has the character, else
    /// two by the single shift table, else `None`. Where a table has a character twice, the lowest
    /// code is given.
    ///
    /// ```
    /// use septet::{Alphabet, Septets};
    /// assert_eq!(Alphabet::DEFAULT.septets('@'), Some(Septets::Locking(0x00)));
    /// assert_eq!(Alphabet::DEFAULT.septets('['), Some(Septets::Escaped(0x3C)));
    /// assert_eq!(Alphabet::DEFAULT.septets('`'), None);
    /// ```
    #[must_use]
    pub fn septets(self, character: char) -> Option<Septets> {
        let [locking, single] = self.tables();
        let locking = locking.code(character).map(Septets::Locking);
        locking.or_else(|| single.code(character).map(Septets::Escaped))
    }

    /// Returns the septets of `character`: 1 or 2, `None` if this alphabet does not have it.
    #[must_use]
    pub fn units(self, character: char) -> Option<usize> {
        match class_of(u32::from(character)).units(self) {
            0 => None,
            units => Some(usize::from(units)),
        }
    }

    /// The character of a septet that no escape precedes, in the range `0..=127`; `None` for the
    /// escape, for cells the standard leaves blank and for codes above 127.
    ///
    /// ```
    /// use septet::Alphabet;
    /// assert_eq!(Alphabet::DEFAULT.locking_character(0x00), Some('@'));
    /// assert_eq!(Alphabet::DEFAULT.locking_character(0x80), None);
    /// ```
    #[must_use]
    pub fn locking_character(self, code: u8) -> Option<char> {
        self.locking_table().character(code)
    }

    /// The character of the septet after an escape, in the range `0..=127`; `None` where the single
    /// shift table has no symbol and for codes above 127.
    ///
    /// ```
    /// use septet::Alphabet;
    /// assert_eq!(Alphabet::DEFAULT.single_character(0x65), Some('€'));
    /// assert_eq!(Alphabet::DEFAULT.single_character(0x66), None);
    /// ```
    #[must_use]
    pub fn single_character(self, code: u8) -> Option<char> {
        self.single_table().character(code)
    }

    /// The locking and the single shift table, to look up many characters.
    fn tables(self) -> [Table; 2] {
        [self.locking_table(), self.single_table()]
    }

    fn locking_table(self) -> Table {
        let default = const { tables::LOCKING[0].unwrap() };
        tables::LOCKING[id(self.locking)].unwrap_or(default)
    }

    fn single_table(self) -> Table {
        tables::SINGLE[id(self.single)]
    }
}

/// The language identifier of a table; 0 for the default one.
const fn id(language: Option<NationalLanguage>) -> usize {
    match language {
        None => 0,
        Some(language) => language.id() as usize,
    }
}

/// The septets of a code point in the default alphabet: 1 or 2, 0 where it has none. (A table to itself: it is what the
/// hot path needs of an alphabet, and the vector instructions are made of it.)
#[inline]
pub(crate) const fn default_units(code_point: u32) -> u8 {
    const EURO_SIGN: u32 = 0x20AC;
    let place = code_point as usize;
    if place < tables::DEFAULT_UNITS.len() {
        tables::DEFAULT_UNITS[place]
    } else if code_point == EURO_SIGN {
        2
    } else {
        0
    }
}
