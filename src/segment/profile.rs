//! Limits other than those of the standard, each with its source.

use core::fmt;
use core::ops::RangeInclusive;
use core::str::FromStr;

/// How much a segment holds, by the kind of sender.
///
/// ```
/// use septet::{Profile, Segmenter};
///
/// let text = "a".repeat(153 * 2);
/// let segments = |profile| Segmenter::new().with_profile(profile).count(&text).map(|count| count.segments());
/// assert_eq!(segments(Profile::Standard)?, 2);
/// assert_eq!(segments(Profile::TollFree)?, 3);
/// assert_eq!(segments(Profile::Single)?, 2); // messages of their own
/// # Ok::<(), septet::EncodingError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Profile {
    /// The limits of 3GPP TS 23.040: 160 septets alone or 153 concatenated, 70 or 67 UCS-2 units.
    #[default]
    Standard,
    /// US toll-free senders, as their users report it: a 16-bit reference, so 152 septets or 66
    /// UCS-2 units in each concatenated segment
    /// (<https://github.com/TwilioDevEd/message-segment-calculator/issues/51>, not confirmed by the carrier).
    TollFree,
    /// No concatenation: 160 septets or 70 UCS-2 units in each message. A longer text is counted as
    /// the separate messages it would arrive as, and an analysis reports it.
    Single,
    /// Limits of the caller.
    Custom(Limits),
}

impl FromStr for Profile {
    type Err = ProfileError;

    /// Reads `standard`, `toll-free` or `single`, in any case of ASCII letters, or limits as `136/130`: septets alone
    /// and concatenated, and behind them the same for UCS-2 where it has limits of its own.
    ///
    /// ```
    /// use septet::{Limits, Profile};
    ///
    /// assert_eq!("Toll-free".parse(), Ok(Profile::TollFree));
    /// let limits = Limits::new(136, 130)?.with_ucs2(60, 57)?;
    /// assert_eq!("136/130/60/57".parse(), Ok(Profile::Custom(limits)));
    /// # Ok::<(), septet::LimitsError>(())
    /// ```
    fn from_str(name: &str) -> Result<Self, ProfileError> {
        let names = [
            ("standard", Profile::Standard),
            ("toll-free", Profile::TollFree),
            ("single", Profile::Single),
        ];
        let known = names
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name));
        match known {
            Some((_, profile)) => Ok(*profile),
            None => custom(name).map(Profile::Custom),
        }
    }
}

/// Limits written as `136/130`, or as `136/130/60/57` with those of UCS-2.
fn custom(name: &str) -> Result<Limits, ProfileError> {
    let mut numbers = [0; 4];
    let mut count = 0;
    for number in name.split('/') {
        let slot = numbers.get_mut(count).ok_or(ProfileError::Unknown)?;
        *slot = number.parse().map_err(|_| ProfileError::Unknown)?;
        count += 1;
    }
    let [single, concatenated, ucs2_single, ucs2_concatenated] = numbers;
    match count {
        2 => Ok(Limits::new(single, concatenated)?),
        4 => Ok(Limits::new(single, concatenated)?.with_ucs2(ucs2_single, ucs2_concatenated)?),
        _ => Err(ProfileError::Unknown),
    }
}

/// Not the name of a [`Profile`].
///
/// ```
/// use septet::{Profile, ProfileError};
///
/// let error = "fast".parse::<Profile>().unwrap_err();
/// assert_eq!(error, ProfileError::Unknown);
/// assert_eq!(error.to_string(), "expected standard, toll-free, single or septets such as 136/130");
/// let error = "200/100".parse::<Profile>().unwrap_err();
/// assert_eq!(error.to_string(), "single is 200: a segment of this kind holds 10 to 160 code units");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ProfileError {
    /// Neither a name nor limits.
    Unknown,
    /// A limit out of its range.
    Limits(LimitsError),
}

impl fmt::Display for ProfileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ProfileError::Unknown => {
                f.write_str("expected standard, toll-free, single or septets such as 136/130")
            }
            ProfileError::Limits(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for ProfileError {}

impl From<LimitsError> for ProfileError {
    fn from(error: LimitsError) -> Self {
        ProfileError::Limits(error)
    }
}

/// Limits of the caller: code units of text in a segment.
///
/// ```
/// use septet::{Limits, Profile, Segmenter};
///
/// // Long codes in Canada: 136 septets (guideline page of May 2026).
/// let canada = Segmenter::new().with_profile(Profile::Custom(Limits::new(136, 130)?));
/// assert_eq!(canada.count(&"a".repeat(137))?.segments(), 2);
/// let limits = Limits::new(136, 130)?.with_ucs2(60, 57)?;
/// assert_eq!((limits.single(), limits.concatenated()), (136, 130));
/// assert_eq!((limits.ucs2_single(), limits.ucs2_concatenated()), (60, 57));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limits {
    single: u8,
    concatenated: u8,
    ucs2_single: u8,
    ucs2_concatenated: u8,
}

impl Limits {
    /// Septets of a text that is one segment (`10..=160`), and of each segment of a longer one
    /// (`10..=153`, not above the first). UCS-2 texts get the 16-bit units that the same octets hold:
    /// 160 septets are 140 octets, 70 units.
    ///
    /// # Errors
    ///
    /// [`LimitsError`] names the limit that is out of its range.
    pub fn new(single: usize, concatenated: usize) -> Result<Self, LimitsError> {
        let (single, concatenated) = checked(
            single,
            concatenated,
            [(10, 160), (10, 153)],
            [Limit::Single, Limit::Concatenated],
        )?;
        let ucs2 = |septets: u8| {
            u8::try_from((usize::from(septets) * 7).div_ceil(8) / 2).unwrap_or(u8::MAX)
        };
        Ok(Limits {
            single,
            concatenated,
            ucs2_single: ucs2(single),
            ucs2_concatenated: ucs2(concatenated),
        })
    }

    /// The same with limits of its own for UCS-2, in 16-bit units: `2..=70` and `2..=67`.
    ///
    /// # Errors
    ///
    /// [`LimitsError`] names the limit that is out of its range.
    pub fn with_ucs2(self, single: usize, concatenated: usize) -> Result<Self, LimitsError> {
        let limits = [Limit::Ucs2Single, Limit::Ucs2Concatenated];
        let (ucs2_single, ucs2_concatenated) =
            checked(single, concatenated, [(2, 70), (2, 67)], limits)?;
        Ok(Limits {
            ucs2_single,
            ucs2_concatenated,
            ..self
        })
    }

    /// Septets of a text that is one segment, in the range `10..=160`.
    #[must_use]
    pub const fn single(self) -> usize {
        self.single as usize
    }

    /// Septets of each segment of a longer text, in the range `10..=153`.
    #[must_use]
    pub const fn concatenated(self) -> usize {
        self.concatenated as usize
    }

    /// 16-bit units of a UCS-2 text that is one segment, in the range `2..=70`.
    #[must_use]
    pub const fn ucs2_single(self) -> usize {
        self.ucs2_single as usize
    }

    /// 16-bit units of each segment of a longer UCS-2 text, in the range `2..=67`.
    #[must_use]
    pub const fn ucs2_concatenated(self) -> usize {
        self.ucs2_concatenated as usize
    }
}

/// Two limits, if each is in its range and the second is not above the first.
fn checked(
    single: usize,
    concatenated: usize,
    [first, (least, most)]: [(usize, usize); 2],
    limits: [Limit; 2],
) -> Result<(u8, u8), LimitsError> {
    let in_range = |limit, value: usize, (least, most)| match u8::try_from(value) {
        Ok(fits) if (least..=most).contains(&value) => Ok(fits),
        _ => Err(LimitsError {
            limit,
            value,
            least,
            most,
        }),
    };
    let single_limit = in_range(limits[0], single, first)?;
    let concatenated_limit = in_range(limits[1], concatenated, (least, most.min(single)))?;
    Ok((single_limit, concatenated_limit))
}

/// Which of the limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Limit {
    Single,
    Concatenated,
    Ucs2Single,
    Ucs2Concatenated,
}

/// A limit out of its range.
///
/// ```
/// let error = septet::Limits::new(136, 140).unwrap_err();
/// assert_eq!((error.name(), error.range()), ("concatenated", 10..=136));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LimitsError {
    limit: Limit,
    value: usize,
    least: usize,
    most: usize,
}

impl LimitsError {
    /// The name of the limit: `single`, `concatenated`, `ucs2Single` or `ucs2Concatenated`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self.limit {
            Limit::Single => "single",
            Limit::Concatenated => "concatenated",
            Limit::Ucs2Single => "ucs2Single",
            Limit::Ucs2Concatenated => "ucs2Concatenated",
        }
    }

    /// Its place among the limits, 0..=3, in the order of their names above.
    #[cfg(all(
        target_arch = "wasm32",
        any(feature = "wasm", feature = "wasm-octets", feature = "wasm-count")
    ))]
    pub(crate) const fn place(&self) -> u32 {
        self.limit as u32
    }

    /// The values it may have, in code units.
    #[must_use]
    pub const fn range(&self) -> RangeInclusive<usize> {
        self.least..=self.most
    }
}

impl fmt::Display for LimitsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name();
        let LimitsError {
            value, least, most, ..
        } = self;
        write!(
            f,
            "{name} is {value}: a segment of this kind holds {least} to {most} code units"
        )
    }
}

impl core::error::Error for LimitsError {}
