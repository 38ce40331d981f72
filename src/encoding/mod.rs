//! The encodings a text can travel in; which one it needs, and in which alphabet (`detect`).

mod detect;
mod error;

pub(crate) use detect::{Census, Fit, Measure};
pub use error::EncodingError;

use core::fmt;

/// How the characters of a text become octets (3GPP TS 23.038 §6.2).
///
/// ```
/// use septet::Encoding;
/// assert_eq!(septet::count("Hello").encoding(), Encoding::Gsm7);
/// assert_eq!(septet::count("Hello 👋").encoding(), Encoding::Ucs2);
/// assert_eq!(Encoding::Ucs2.to_string(), "UCS-2");
/// assert_eq!(Encoding::Gsm7.name(), "GSM-7");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// GSM 7-bit: code units of 7 bits (septets), one or two a character (§6.2.1).
    Gsm7,
    /// UCS-2: code units of 16 bits, one a character, two beyond U+FFFF as UTF-16 does (§6.2.3).
    Ucs2,
}

impl Encoding {
    /// The name shown to people: `GSM-7` or `UCS-2`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Encoding::Gsm7 => "GSM-7",
            Encoding::Ucs2 => "UCS-2",
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The length of a text in 16-bit units of UTF-16: one for each character, two beyond U+FFFF. (Counted by the first byte
/// of each character, in octets as long as they can hold the sum, of which a processor adds 16 or more at once.)
pub(crate) fn utf16_len(text: &str) -> usize {
    /// A byte stands for two units at most.
    const BYTES: usize = u8::MAX as usize / 2;
    let units = |byte: &u8| u8::from(byte.cast_signed() >= -0x40) + u8::from(*byte >= 0xF0);
    let chunks = text.as_bytes().chunks(BYTES);
    chunks
        .map(|chunk| usize::from(chunk.iter().map(units).sum::<u8>()))
        .sum()
}
