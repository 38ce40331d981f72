//! The hot path: encoding and segments of a text, without allocation.

mod block;
mod chunk;
mod lanes;
mod latin1;
mod portable;
mod scan;
mod tally;
mod ucs2_stride;
mod utf16;
mod utf8;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod wasm32;
#[cfg(all(feature = "std", target_arch = "x86_64"))]
mod x86_64;

pub(crate) use portable::all_plain;
pub(crate) use scan::scan;
pub(crate) use tally::Tally;
pub(crate) use utf8::Capacities;
pub use utf16::{Utf16Counter, count_utf16};
// For `crate::unstable`.
pub use {chunk::LANES, latin1::scan_latin1, ucs2_stride::Ucs2Stride, utf16::scan_utf16};

use crate::alphabet::Alphabet;
use crate::encoding::Encoding;
use crate::limits::Capacity;

/// The cost of a text: its encoding, its segments, and the room left in them.
///
/// ```
/// use septet::Encoding;
///
/// let count = septet::count("Hello €");
/// assert_eq!(count.encoding(), Encoding::Gsm7);
/// assert_eq!(count.segments(), 1);
/// assert_eq!(count.units(), 8); // the euro sign takes two septets
/// assert_eq!((count.units_per_segment(), count.units_remaining()), (160, 152));
/// assert_eq!(count.alphabet(), septet::Alphabet::DEFAULT);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[doc(alias = "segment count")]
pub struct Count {
    encoding: Encoding,
    alphabet: Alphabet,
    segments: usize,
    units: usize,
    units_per_segment: usize,
    units_remaining: usize,
}

impl Count {
    /// A count by its numbers: segments, code units, those that each segment holds and those that are left; `None` if
    /// they contradict each other.
    #[cfg(feature = "serde")]
    pub(crate) fn from_parts(
        encoding: Encoding,
        alphabet: Alphabet,
        [segments, units, units_per_segment, units_remaining]: [usize; 4],
    ) -> Option<Self> {
        let room = segments.checked_mul(units_per_segment)?;
        let is_possible = segments > 0 && units_remaining <= units_per_segment && units <= room;
        is_possible.then_some(Count {
            encoding,
            alphabet,
            segments,
            units,
            units_per_segment,
            units_remaining,
        })
    }

    /// The encoding the text travels in.
    ///
    /// ```
    /// use septet::{Encoding, count};
    /// assert_eq!((count("5 €").encoding(), count("5 ₺").encoding()), (Encoding::Gsm7, Encoding::Ucs2));
    /// ```
    #[must_use]
    pub const fn encoding(self) -> Encoding {
        self.encoding
    }

    /// The GSM-7 alphabet in force; the default one for UCS-2, where it means nothing.
    #[must_use]
    pub const fn alphabet(self) -> Alphabet {
        self.alphabet
    }

    /// Segments: 1 or more. Counting goes on beyond 255, the most one text can be sent as.
    ///
    /// ```
    /// let text = "A parcel for you — ".repeat(4); // the dash makes it UCS-2: 70 units, not 160
    /// assert_eq!((septet::count(&text).segments(), septet::count(&text.replace('—', "-")).segments()), (2, 1));
    /// ```
    #[must_use]
    #[doc(alias = "parts")]
    #[doc(alias = "messages")]
    #[doc(alias = "num_segments")]
    pub const fn segments(self) -> usize {
        self.segments
    }

    /// Code units of the whole text, headers excluded: septets (GSM-7) or 16-bit units (UCS-2).
    ///
    /// ```
    /// assert_eq!(septet::count("5 €").units(), 4); // € is an escape and a code
    /// assert_eq!(septet::count("五 👋").units(), 4); // 👋 is two units of UTF-16
    /// ```
    #[must_use]
    pub const fn units(self) -> usize {
        self.units
    }

    /// Code units each segment holds, headers excluded: by the standard 160 or 153 septets, 70 or
    /// 67 16-bit units.
    ///
    /// ```
    /// assert_eq!(septet::count(&"a".repeat(160)).units_per_segment(), 160);
    /// assert_eq!(septet::count(&"a".repeat(161)).units_per_segment(), 153); // a header joins the segments
    /// ```
    #[must_use]
    #[doc(alias = "unitsPerSegment")]
    #[doc(alias = "capacity")]
    pub const fn units_per_segment(self) -> usize {
        self.units_per_segment
    }

    /// Code units left in the last segment, in the range `0..=units_per_segment`.
    ///
    /// ```
    /// assert_eq!(septet::count("Hello").units_remaining(), 155);
    /// ```
    #[must_use]
    #[doc(alias = "unitsRemaining")]
    #[doc(alias = "remaining")]
    pub const fn units_remaining(self) -> usize {
        self.units_remaining
    }
}

impl Count {
    /// A text within the single limit (rule C1).
    #[inline]
    const fn of_one_segment(
        encoding: Encoding,
        alphabet: Alphabet,
        capacity: Capacity,
        units: usize,
    ) -> Self {
        Count {
            encoding,
            alphabet,
            segments: 1,
            units,
            units_per_segment: capacity.single,
            units_remaining: capacity.single - units,
        }
    }
}

impl Tally {
    /// The count of a tally, as one segment where that is enough (rule C1).
    pub(crate) fn count(self, encoding: Encoding, alphabet: Alphabet, capacity: Capacity) -> Count {
        if self.units() <= capacity.single {
            return Count::of_one_segment(encoding, alphabet, capacity, self.units());
        }
        Count {
            encoding,
            alphabet,
            segments: self.segments(),
            units: self.units(),
            units_per_segment: capacity.concatenated,
            units_remaining: capacity.concatenated - self.last(),
        }
    }
}

/// Counts a text under the default options: the encoding it needs, its segments, what is left.
///
/// Any text has an answer; an empty one is a single segment of 0 units.
///
/// ```
/// let count = septet::count(&"a".repeat(161));
/// assert_eq!((count.segments(), count.units_per_segment(), count.units_remaining()), (2, 153, 145));
/// assert_eq!(septet::count("").segments(), 1);
/// ```
#[must_use]
#[doc(alias = "segmentCount")]
#[doc(alias = "sms_segments")]
#[doc(alias = "countMany")]
pub fn count(text: &str) -> Count {
    let (gsm7, ucs2) = (
        Capacity::by_default(Encoding::Gsm7),
        Capacity::by_default(Encoding::Ucs2),
    );
    scan(text, None, Capacities { gsm7, ucs2 })
}
