//! The encodings a text can travel in.

use crate::named::named;

/// The way in which the characters of a text become octets (3GPP TS 23.038 §6.2).
///
/// ```
/// use septet::Encoding;
/// assert_eq!(septet::count("Hello").encoding(), Encoding::Gsm7);
/// assert_eq!(septet::count("Hello 👋").encoding(), Encoding::Ucs2);
/// assert_eq!(Encoding::Ucs2.to_string(), "UCS-2");
/// assert_eq!(Encoding::Gsm7.name(), "GSM-7");
/// assert_eq!("ucs-2".parse(), Ok(Encoding::Ucs2));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "charset")]
#[doc(alias = "data coding")]
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

named! { Encoding name "an encoding" [Gsm7, Ucs2] }
