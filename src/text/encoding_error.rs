//! The one demand an encoding cannot meet.

use core::fmt;

/// GSM-7 was demanded of a text with a character that no allowed GSM-7 alphabet has.
///
/// ```
/// use septet::{Encoding, Segmenter};
///
/// let gsm7 = Segmenter::new().with_encoding(Encoding::Gsm7);
/// let error = gsm7.count("né à Ö — 5").unwrap_err();
/// assert_eq!((error.character(), error.index(), error.utf16_index()), ('—', 10, 7));
/// assert_eq!(error.to_string(), "'—' (U+2014) at index 7 has no GSM-7 code: allow UCS-2 or replace the character");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[doc(alias = "SmsError")]
pub struct EncodingError {
    pub(crate) character: char,
    pub(crate) index: usize,
    pub(crate) utf16_index: usize,
}

impl EncodingError {
    /// The first character without a code. U+FFFD for a surrogate of a UTF-16 text that is unpaired, or whose other half
    /// comes in a later chunk.
    #[must_use]
    pub const fn character(&self) -> char {
        self.character
    }

    /// The offset of the character, in bytes of UTF-8; for a text given as UTF-16, in 16-bit units.
    #[must_use]
    pub const fn index(&self) -> usize {
        self.index
    }

    /// The offset of the character, in 16-bit units of UTF-16.
    #[must_use]
    pub const fn utf16_index(&self) -> usize {
        self.utf16_index
    }
}

impl fmt::Display for EncodingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} (U+{:04X}) at index {} has no GSM-7 code: allow UCS-2 or replace the character",
            self.character,
            u32::from(self.character),
            self.utf16_index
        )
    }
}

impl core::error::Error for EncodingError {}
