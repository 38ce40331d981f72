//! The cost of a text as RCS, which is billed by its length in UTF-8.
//!
//! As Twilio's published calculator has it (npm `sms-segments-calculator` 1.3.0): 160 bytes a unit in the United States;
//! elsewhere one message whatever its length, in one of two price classes.

use crate::named::named;

/// Bytes of UTF-8 in a billing unit, and the most a basic message has.
const UNIT: usize = 160;

/// The region in which an RCS message is billed.
///
/// ```
/// use septet::{RcsRegion, rcs_count};
///
/// let text = "a".repeat(500);
/// assert_eq!(rcs_count(&text, RcsRegion::UnitedStates).units(), 4);
/// assert_eq!(rcs_count(&text, RcsRegion::Elsewhere).units(), 1);
/// assert_eq!(RcsRegion::UnitedStates.name(), "united-states");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RcsRegion {
    /// The United States: by units of 160 bytes.
    #[default]
    UnitedStates,
    /// Everywhere else: by message.
    Elsewhere,
}

impl RcsRegion {
    /// The name in options: `united-states` or `elsewhere`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            RcsRegion::UnitedStates => "united-states",
            RcsRegion::Elsewhere => "elsewhere",
        }
    }
}

named! { RcsRegion name "a region" [UnitedStates, Elsewhere] }

/// The price class of an RCS text.
///
/// ```
/// use septet::{RcsRegion, rcs_count};
///
/// let class = |text| rcs_count(text, RcsRegion::Elsewhere).class();
/// assert_eq!(class("Hello").name(), "basic");
/// assert_eq!(class(&"a".repeat(161)).name(), "single");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RcsClass {
    /// United States: as many units as its length takes.
    Rich,
    /// Elsewhere: up to 160 bytes.
    Basic,
    /// Elsewhere: more than 160 bytes.
    Single,
}

impl RcsClass {
    /// The name used in results, such as `basic`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            RcsClass::Rich => "rich",
            RcsClass::Basic => "basic",
            RcsClass::Single => "single",
        }
    }
}

named! { RcsClass name "a price class" [Rich, Basic, Single] }

/// The cost of a text as RCS.
///
/// ```
/// use septet::{RcsClass, RcsRegion, rcs_count};
///
/// let count = rcs_count("Grüße", RcsRegion::UnitedStates);
/// assert_eq!((count.class(), count.bytes(), count.units()), (RcsClass::Rich, 7, 1));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "RcsFields"))]
pub struct RcsCount {
    class: RcsClass,
    bytes: usize,
    units: usize,
}

impl RcsCount {
    /// The price class.
    #[must_use]
    pub const fn class(self) -> RcsClass {
        self.class
    }

    /// Length of the text in bytes of UTF-8.
    #[must_use]
    pub const fn bytes(self) -> usize {
        self.bytes
    }

    /// Units billed: 0 for an empty text, 1 for any other outside of the United States.
    #[must_use]
    pub const fn units(self) -> usize {
        self.units
    }
}

/// A count as it is read back, before it is known that a text has it.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
struct RcsFields {
    class: RcsClass,
    bytes: usize,
    units: usize,
}

#[cfg(feature = "serde")]
impl TryFrom<RcsFields> for RcsCount {
    type Error = &'static str;

    fn try_from(fields: RcsFields) -> Result<Self, Self::Error> {
        let RcsFields {
            class,
            bytes,
            units,
        } = fields;
        let expected = match class {
            RcsClass::Rich => Some(bytes.div_ceil(UNIT)),
            RcsClass::Basic => (bytes <= UNIT).then_some(usize::from(bytes > 0)),
            RcsClass::Single => (bytes > UNIT).then_some(1),
        };
        let count = RcsCount {
            class,
            bytes,
            units,
        };
        (expected == Some(units))
            .then_some(count)
            .ok_or("no text has this count")
    }
}

/// Counts a text as RCS.
///
/// ```
/// use septet::{RcsClass, RcsRegion, rcs_count};
///
/// let text = "é".repeat(81); // 162 bytes
/// assert_eq!(rcs_count(&text, RcsRegion::UnitedStates).units(), 2);
/// assert_eq!(rcs_count(&text, RcsRegion::Elsewhere).class(), RcsClass::Single);
/// ```
#[must_use]
#[doc(alias = "rcs")]
#[doc(alias = "RcsSegmentedMessage")]
pub const fn rcs_count(text: &str, region: RcsRegion) -> RcsCount {
    let bytes = text.len();
    let (class, units) = match region {
        RcsRegion::UnitedStates => (RcsClass::Rich, bytes.div_ceil(UNIT)),
        RcsRegion::Elsewhere if bytes <= UNIT => (RcsClass::Basic, if bytes == 0 { 0 } else { 1 }),
        RcsRegion::Elsewhere => (RcsClass::Single, 1),
    };
    RcsCount {
        class,
        bytes,
        units,
    }
}
