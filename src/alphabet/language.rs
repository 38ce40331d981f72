//! The national languages of TS 23.038 Annex A and their identifiers (§6.2.1.2.4).

use core::{fmt, str::FromStr};

macro_rules! languages {
    ($($(#[$doc:meta])* $variant:ident = $id:literal $name:literal),* $(,)?) => {
        /// A language with shift tables of its own (3GPP TS 23.038 Annex A).
        ///
        /// ```
        /// use septet::NationalLanguage;
        /// assert_eq!("turkish".parse(), Ok(NationalLanguage::Turkish));
        /// assert_eq!(NationalLanguage::from_id(13), Some(NationalLanguage::Urdu));
        /// assert_eq!((NationalLanguage::Turkish.name(), NationalLanguage::Turkish.id()), ("turkish", 1));
        /// let without: Vec<_> = NationalLanguage::ALL.into_iter().filter(|language| !language.has_locking_table()).collect();
        /// assert_eq!(without, [NationalLanguage::Spanish]);
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        #[repr(u8)]
        pub enum NationalLanguage {
            $($(#[$doc])* $variant = $id),*
        }

        impl NationalLanguage {
            /// Every language, in the order of the identifiers.
            pub const ALL: [NationalLanguage; 13] = [$(NationalLanguage::$variant),*];

            /// The name in lower case, as options and results write it: `"turkish"`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(NationalLanguage::$variant => $name),*
                }
            }
        }
    };
}

languages! {
    /// Türkçe.
    Turkish = 1 "turkish",
    /// Español; the only language without a locking shift table.
    Spanish = 2 "spanish",
    /// Português.
    Portuguese = 3 "portuguese",
    /// বাংলা; also Assamese.
    Bengali = 4 "bengali",
    /// ગુજરાતી.
    Gujarati = 5 "gujarati",
    /// हिन्दी and the other languages written in Devanagari.
    Hindi = 6 "hindi",
    /// ಕನ್ನಡ.
    Kannada = 7 "kannada",
    /// മലയാളം.
    Malayalam = 8 "malayalam",
    /// ଓଡ଼ିଆ.
    Oriya = 9 "oriya",
    /// ਪੰਜਾਬੀ.
    Punjabi = 10 "punjabi",
    /// தமிழ்.
    Tamil = 11 "tamil",
    /// తెలుగు.
    Telugu = 12 "telugu",
    /// اردو.
    Urdu = 13 "urdu",
}

impl NationalLanguage {
    /// The national language identifier, in the range `1..=13` (TS 23.038 §6.2.1.2.4): the value of
    /// the shift information elements `0x24` and `0x25`.
    #[must_use]
    pub const fn id(self) -> u8 {
        self as u8
    }

    /// The language with this identifier; `None` for 0 and for the reserved values `14..=255`.
    #[must_use]
    pub const fn from_id(id: u8) -> Option<Self> {
        if id >= 1 && id as usize <= Self::ALL.len() {
            Some(Self::ALL[id as usize - 1])
        } else {
            None
        }
    }

    /// Returns true if the language has a locking shift table: all but Spanish do.
    #[must_use]
    pub const fn has_locking_table(self) -> bool {
        !matches!(self, NationalLanguage::Spanish)
    }
}

impl fmt::Display for NationalLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A name that is not one of the 13 national languages.
///
/// ```
/// use septet::{NationalLanguage, UnknownLanguage};
///
/// assert_eq!("klingon".parse::<NationalLanguage>(), Err(UnknownLanguage));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLanguage;

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a national language of GSM 7-bit: expected one of ")?;
        for (index, language) in NationalLanguage::ALL.iter().enumerate() {
            write!(f, "{}{language}", if index == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

impl core::error::Error for UnknownLanguage {}

impl FromStr for NationalLanguage {
    type Err = UnknownLanguage;

    /// Reads the name [`NationalLanguage::name`] gives, in any case of ASCII letters.
    fn from_str(name: &str) -> Result<Self, UnknownLanguage> {
        let is_named = |language: &&NationalLanguage| language.name().eq_ignore_ascii_case(name);
        NationalLanguage::ALL
            .iter()
            .find(is_named)
            .copied()
            .ok_or(UnknownLanguage)
    }
}
