//! Limits of the caller, in code units of a segment.

use core::fmt;
use core::ops::RangeInclusive;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    ///
    /// ```
    /// use septet::{Limits, Profile, Segmenter};
    ///
    /// let limits = Limits::new(136, 130)?; // an operator that adds a footer of its own
    /// let segmenter = Segmenter::new().with_profile(Profile::Custom(limits));
    /// assert_eq!(segmenter.count(&"a".repeat(140)).unwrap().segments(), 2);
    /// assert_eq!(Limits::new(200, 100).unwrap_err().to_string(), "single is 200: a segment of this kind holds 10 to 160 code units");
    /// # Ok::<(), septet::LimitsError>(())
    /// ```
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

    /// Sets separate limits for UCS-2, in 16-bit units: `2..=70` and `2..=67`.
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

/// The name of a limit.
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
/// assert_eq!((error.name(), error.index(), error.range()), ("concatenated", 1, 10..=136));
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

    /// Index of the limit, 0..=3, in the order of the names above.
    #[must_use]
    pub const fn index(&self) -> usize {
        self.limit as usize
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
