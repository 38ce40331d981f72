//! The substitutions to make, and the condition for using their result.

use crate::named::named;

/// The extent of septet's own substitutions; each level includes the one before.
///
/// Characters of the GSM-7 default alphabet and its extension are listed at no level, and emoji and the
/// scripts of East, South and West Asia stay at every one.
///
/// ```
/// use septet::{Level, smart_encode};
///
/// let [typography, compatibility, transliteration] = Level::ALL;
/// assert_eq!(smart_encode("½ – ok", typography).text(), "½ – ok");
/// assert_eq!(smart_encode("½ – ok", compatibility).text(), "1/2 - ok");
/// assert_eq!(smart_encode("Łódź", transliteration).text(), "Lodz");
/// assert_eq!(Level::Typography.name(), "typography");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing a reader would notice: invisible characters, accents written apart from their letters, spaces, quotes,
    /// dashes, ellipses, bullets.
    Typography,
    /// Plainer characters for the same text: full-width forms, ligatures, fractions, `™`, circled and stylised letters.
    Compatibility,
    /// Another spelling: letters lose the marks GSM-7 does not have, Greek and Cyrillic become capitals and Latin letters.
    Transliteration,
}

impl Level {
    /// The three levels, the mildest first.
    pub const ALL: [Level; 3] = [
        Level::Typography,
        Level::Compatibility,
        Level::Transliteration,
    ];

    /// The name used by the npm package and the command line, such as `typography`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        Rules::of_level(self).name()
    }
}

named! { Level name "a level" [Typography, Compatibility, Transliteration] }

/// A list of substitutions: a provider's own, or one of septet's levels.
///
/// ```
/// use septet::Rules;
/// assert_eq!(Rules::from_name("telnyx"), Some(Rules::Telnyx));
/// assert_eq!(Rules::Typography.name(), "typography");
/// assert_eq!(Rules::ALL.into_iter().filter(|rules| rules.level().is_none()).count(), 2); // of providers
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Rules {
    /// Twilio's list of 271 characters, as its published calculator has it.
    Twilio,
    /// Telnyx's list of 310 characters.
    Telnyx,
    /// [`Level::Typography`].
    Typography,
    /// [`Level::Compatibility`].
    Compatibility,
    /// [`Level::Transliteration`].
    Transliteration,
}

impl Rules {
    /// Every list, providers first.
    pub const ALL: [Rules; 5] = [
        Rules::Twilio,
        Rules::Telnyx,
        Rules::Typography,
        Rules::Compatibility,
        Rules::Transliteration,
    ];

    /// The name used by the npm package and the command line, such as `twilio`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Rules::Twilio => "twilio",
            Rules::Telnyx => "telnyx",
            Rules::Typography => "typography",
            Rules::Compatibility => "compatibility",
            Rules::Transliteration => "transliteration",
        }
    }

    /// The list of that name, if there is one.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Rules::ALL.into_iter().find(|rules| rules.name() == name)
    }

    /// The level, if these are not a provider's rules.
    #[must_use]
    pub const fn level(self) -> Option<Level> {
        match self {
            Rules::Twilio | Rules::Telnyx => None,
            Rules::Typography => Some(Level::Typography),
            Rules::Compatibility => Some(Level::Compatibility),
            Rules::Transliteration => Some(Level::Transliteration),
        }
    }

    const fn of_level(level: Level) -> Self {
        match level {
            Level::Typography => Rules::Typography,
            Level::Compatibility => Rules::Compatibility,
            Level::Transliteration => Rules::Transliteration,
        }
    }
}

impl From<Level> for Rules {
    fn from(level: Level) -> Self {
        Rules::of_level(level)
    }
}

/// The treatment of a text that still needs UCS-2 after its substitutions.
///
/// ```
/// use septet::{Level, Residue, SmartEncoder};
///
/// let encoder = SmartEncoder::new(Level::Typography).with_residue(Residue::Keep).with_apply(septet::Apply::Always);
/// assert_eq!(encoder.encode("“Hi” 👋").text(), "\"Hi\" 👋");
/// assert_eq!(encoder.with_residue(Residue::Revert).encode("“Hi” 👋").text(), "“Hi” 👋");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Residue {
    /// The substitutions stay (Twilio's calculator, Telnyx).
    Keep,
    /// The text stays as it was (Bird, Webex).
    Revert,
}

impl Residue {
    /// `keep` or `revert`, as in the npm package.
    ///
    /// ```
    /// use septet::Residue;
    /// assert_eq!((Residue::Keep.name(), "revert".parse()), ("keep", Ok(Residue::Revert)));
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Residue::Keep => "keep",
            Residue::Revert => "revert",
        }
    }
}

named! { Residue name "a treatment of what still needs UCS-2" [Keep, Revert] }

/// The condition for substituting.
///
/// ```
/// use septet::{Apply, Level, SmartEncoder};
///
/// let encoder = SmartEncoder::new(Level::Typography);
/// assert_eq!(encoder.encode("“Hi”").text(), "\"Hi\""); // GSM-7 has more room
/// assert_eq!(encoder.with_apply(Apply::WhenSegmentsSaved).encode("“Hi”").text(), "“Hi”");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Apply {
    /// Always, even where the text then costs more.
    Always,
    /// Only if the text then takes fewer segments, or as many in GSM-7 instead of UCS-2, so that there is more room.
    WhenItHelps,
    /// Only if the text then takes fewer segments.
    WhenSegmentsSaved,
}

impl Apply {
    /// The name used by the npm package, such as `when-it-helps`.
    ///
    /// ```
    /// use septet::Apply;
    /// assert_eq!((Apply::WhenItHelps.name(), "always".parse()), ("when-it-helps", Ok(Apply::Always)));
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Apply::Always => "always",
            Apply::WhenItHelps => "when-it-helps",
            Apply::WhenSegmentsSaved => "when-segments-saved",
        }
    }
}

named! { Apply name "a condition for substituting" [Always, WhenItHelps, WhenSegmentsSaved] }

named! { Rules name "a list of substitutions" [Twilio, Telnyx, Typography, Compatibility, Transliteration] }
