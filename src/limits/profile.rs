//! Limits other than those of the standard, each with its source.

use core::fmt;
use core::str::FromStr;

use super::{Limits, LimitsError};

/// The capacity of a segment, by the kind of sender.
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[doc(alias = "toll-free")]
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

/// Writes what [`FromStr`] reads: a name, or limits as `136/130`, with those of UCS-2 where they are not what the octets hold.
impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let limits = match self {
            Profile::Standard => return f.pad("standard"),
            Profile::TollFree => return f.pad("toll-free"),
            Profile::Single => return f.pad("single"),
            Profile::Custom(limits) => limits,
        };
        let (single, concatenated) = (limits.single(), limits.concatenated());
        write!(f, "{single}/{concatenated}")?;
        if Limits::new(single, concatenated) == Ok(*limits) {
            return Ok(());
        }
        write!(
            f,
            "/{}/{}",
            limits.ucs2_single(),
            limits.ucs2_concatenated()
        )
    }
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
