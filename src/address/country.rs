//! Countries by their two letters of ISO 3166-1.

use core::fmt;
use core::str::FromStr;

/// A country or territory: two capital letters of ISO 3166-1, `XK` for Kosovo. Any two letters are kept.
///
/// ```
/// use septet::message::Country;
///
/// assert_eq!("gb".parse::<Country>()?.code(), "GB");
/// assert!("GBR".parse::<Country>().is_err());
/// # Ok::<(), septet::message::UnknownCountry>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "countries")]
pub struct Country([u8; 2]);

impl Country {
    /// The country that a range of numbers is assigned to; `--` in the table is not a country.
    pub(super) const fn assigned(code: [u8; 2]) -> Option<Self> {
        match code {
            [b'-', b'-'] => None,
            code => Some(Country(code)),
        }
    }

    /// The country whose calling code and numbering plan a territory shares; the country itself otherwise.
    ///
    /// ```
    /// use septet::message::Country;
    ///
    /// assert_eq!("GG".parse::<Country>()?.main().code(), "GB");
    /// assert_eq!("CA".parse::<Country>()?.main().code(), "CA"); // +1, but rules of its own
    /// # Ok::<(), septet::message::UnknownCountry>(())
    /// ```
    #[must_use]
    pub fn main(self) -> Self {
        let found = TERRITORIES
            .iter()
            .find(|(territory, _)| self.0 == **territory);
        found.map_or(self, |(_, main)| Country(**main))
    }

    /// The two capital letters.
    #[must_use]
    pub fn code(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// Territories with the country whose calling code and numbering plan they share (libphonenumber 9.0.33, main country
/// of each calling code, read 2026-11-30). North America is left out: its countries share a plan, not its rules.
const TERRITORIES: [(&[u8; 2], &[u8; 2]); 14] = [
    (b"AX", b"FI"),
    (b"BL", b"GP"),
    (b"BQ", b"CW"),
    (b"CC", b"AU"),
    (b"CX", b"AU"),
    (b"EH", b"MA"),
    (b"GG", b"GB"),
    (b"IM", b"GB"),
    (b"JE", b"GB"),
    (b"MF", b"GP"),
    (b"SJ", b"NO"),
    (b"TA", b"SH"),
    (b"VA", b"IT"),
    (b"YT", b"RE"),
];

impl FromStr for Country {
    type Err = UnknownCountry;

    fn from_str(text: &str) -> Result<Self, UnknownCountry> {
        match text.as_bytes() {
            [first, second] if first.is_ascii_alphabetic() && second.is_ascii_alphabetic() => {
                Ok(Country([
                    first.to_ascii_uppercase(),
                    second.to_ascii_uppercase(),
                ]))
            }
            _ => Err(UnknownCountry(())),
        }
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Country({self})")
    }
}

/// A text that is not a country code: it is not two letters.
///
/// ```
/// use septet::message::Country;
///
/// let error = "Germany".parse::<Country>().unwrap_err();
/// assert_eq!(error.to_string(), "a country is two letters of ISO 3166-1, such as `DE`");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UnknownCountry(());

impl fmt::Display for UnknownCountry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a country is two letters of ISO 3166-1, such as `DE`")
    }
}

impl core::error::Error for UnknownCountry {}
