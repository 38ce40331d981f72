//! Text to septet codes and back (TS 23.038 §6.2.1 and §6.2.1.1), one code an octet, unpacked. The only place where
//! escapes are written and read.

use alloc::{string::String, vec::Vec};
use core::fmt;

use super::{Alphabet, ESCAPE, NationalLanguage};
use crate::text::{EncodingError, utf16_len};

/// The character that a receiver shows for a code without a symbol.
const BLANK: char = ' ';
/// The code of `€` in every single shift table but the Telugu one, where it is left blank.
const EURO: u8 = 0x65;

impl Alphabet {
    /// The septets of a text, codes in the range `0x00..=0x7F`, one an octet; two of them for an escaped character.
    ///
    /// # Errors
    ///
    /// [`EncodingError`] names the first character that the alphabet does not have.
    ///
    /// # Example
    ///
    /// ```
    /// use septet::Alphabet;
    ///
    /// assert_eq!(Alphabet::DEFAULT.encode("@€")?, [0x00, 0x1B, 0x65]);
    /// let error = Alphabet::DEFAULT.encode("aç").unwrap_err();
    /// assert_eq!((error.character(), error.index()), ('ç', 1));
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    #[doc(alias = "encodeSeptets")]
    pub fn encode(self, text: &str) -> Result<Vec<u8>, EncodingError> {
        let mut septets = Vec::with_capacity(text.len());
        let [locking, single] = self.tables();
        for (index, character) in text.char_indices() {
            if let Some(code) = locking.code(character) {
                septets.push(code);
            } else if let Some(code) = single.code(character) {
                septets.extend_from_slice(&[ESCAPE, code]);
            } else {
                let utf16_index = utf16_len(&text[..index]);
                return Err(EncodingError {
                    character,
                    index,
                    utf16_index,
                });
            }
        }
        Ok(septets)
    }

    /// The text of septets as a receiver shows it; every sequence of codes has one.
    ///
    /// An escape before a code without symbol leaves the character that code has in the locking
    /// table; two escapes are one space; an escape at the end and a blank cell are a space. A code
    /// over 0x7F, which is not a septet, is U+FFFD. The Telugu single shift code 0x65 is `€`.
    ///
    /// # Example
    ///
    /// ```
    /// use septet::Alphabet;
    ///
    /// assert_eq!(Alphabet::DEFAULT.decode(&[0x41, 0x1B, 0x65]), "A€");
    /// assert_eq!(Alphabet::DEFAULT.decode(&[0x1B, 0x41]), "A");
    /// assert_eq!(Alphabet::DEFAULT.decode(&[0x1B, 0x1B, 0x41, 0x1B]), " A ");
    /// ```
    #[must_use]
    #[doc(alias = "decodeSeptets")]
    pub fn decode(self, septets: &[u8]) -> String {
        let mut text = String::with_capacity(septets.len());
        let mut codes = septets.iter().copied();
        while let Some(code) = codes.next() {
            text.push(match code {
                ESCAPE => self.escaped(codes.next()),
                0x80.. => char::REPLACEMENT_CHARACTER,
                code => self.locking_character(code).unwrap_or(BLANK),
            });
        }
        text
    }

    /// Returns the character that a receiver shows for the escape and the code after it.
    fn escaped(self, code: Option<u8>) -> char {
        match code {
            None | Some(ESCAPE) => BLANK,
            Some(0x80..) => char::REPLACEMENT_CHARACTER,
            // Left blank by the standard; senders that put the euro sign there exist.
            Some(EURO) if self.single() == Some(NationalLanguage::Telugu) => '€',
            Some(code) => {
                let symbol = self.single_character(code);
                symbol
                    .or_else(|| self.locking_character(code))
                    .unwrap_or(BLANK)
            }
        }
    }

    /// The text of septets, each of which has a symbol in the tables: nothing is guessed.
    ///
    /// # Errors
    ///
    /// [`UndefinedSeptet`] names the first code without symbol: a blank cell, an escape before a code the single shift table
    /// does not have (the escape itself included), an escape at the end, a code over 0x7F.
    ///
    /// # Example
    ///
    /// ```
    /// use septet::Alphabet;
    ///
    /// assert_eq!(Alphabet::DEFAULT.decode_strict(&[0x1B, 0x65]), Ok("€".into()));
    /// let error = Alphabet::DEFAULT.decode_strict(&[0x41, 0x1B]).unwrap_err();
    /// assert_eq!(error.to_string(), "the escape at index 1 has no code after it");
    /// ```
    pub fn decode_strict(self, septets: &[u8]) -> Result<String, UndefinedSeptet> {
        let mut text = String::with_capacity(septets.len());
        let mut codes = septets.iter().copied().enumerate();
        while let Some((index, code)) = codes.next() {
            let symbol = if code == ESCAPE {
                let (_, after) = codes
                    .next()
                    .ok_or(UndefinedSeptet::DanglingEscape { index })?;
                let error = UndefinedSeptet::Escaped { index, code: after };
                self.single_character(after).ok_or(error)?
            } else {
                self.locking_character(code)
                    .ok_or(UndefinedSeptet::Locking { index, code })?
            };
            text.push(symbol);
        }
        Ok(text)
    }
}

/// A septet without a symbol in the alphabet in force; indices count septets.
///
/// ```
/// use septet::{Alphabet, UndefinedSeptet};
///
/// let error = Alphabet::DEFAULT.decode_strict(&[0x1B, 0x41]).unwrap_err();
/// assert_eq!(error, UndefinedSeptet::Escaped { index: 0, code: 0x41 });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UndefinedSeptet {
    /// A blank cell of the locking shift table, or a code over 0x7F.
    Locking {
        /// Index of the code.
        index: usize,
        /// The code, 0x00..=0xFF.
        code: u8,
    },
    /// A blank cell of the single shift table, or a code over 0x7F, after an escape.
    Escaped {
        /// Index of the escape.
        index: usize,
        /// The code after it, 0x00..=0xFF.
        code: u8,
    },
    /// An escape at the end.
    DanglingEscape {
        /// Index of the escape.
        index: usize,
    },
}

impl UndefinedSeptet {
    /// Index of the code or of the escape before it.
    ///
    /// ```
    /// let error = septet::Alphabet::DEFAULT.decode_strict(&[0x41, 0x1B]).unwrap_err();
    /// assert_eq!(error.index(), 1);
    /// ```
    #[must_use]
    pub const fn index(&self) -> usize {
        match *self {
            Self::Locking { index, .. }
            | Self::Escaped { index, .. }
            | Self::DanglingEscape { index } => index,
        }
    }
}

impl fmt::Display for UndefinedSeptet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Locking { index, code } => {
                write!(f, "the code 0x{code:02X} at index {index} has no symbol")
            }
            Self::Escaped { index, code } => {
                write!(
                    f,
                    "the code 0x{code:02X} after the escape at index {index} has no symbol"
                )
            }
            Self::DanglingEscape { index } => {
                write!(f, "the escape at index {index} has no code after it")
            }
        }
    }
}

impl core::error::Error for UndefinedSeptet {}
