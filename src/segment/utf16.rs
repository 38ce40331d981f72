//! Cutting UTF-16 as JavaScript and other hosts hold it, in chunks of any length.

use crate::alphabet::default_units;
use crate::count::Count;
use crate::encoding::Encoding;

/// Finds the segments of a UTF-16 text that arrives in chunks, after [`Utf16Counter`] has counted it:
/// in the default alphabet or UCS-2, cut between characters. It holds no text and does not
/// allocate. An unpaired surrogate is one 16-bit unit; a pair may be parted between two chunks.
///
/// ```
/// use septet::{Utf16Counter, Utf16Cuts};
///
/// let text: Vec<u16> = "]".repeat(153).encode_utf16().collect();
/// let mut counter = Utf16Counter::new();
/// counter.push(&text);
/// let mut segments = Vec::new();
/// let mut record = |length, units| segments.push((length, units));
/// let mut cuts = Utf16Cuts::new(counter.finish()?);
/// cuts.push(&text, &mut record);
/// cuts.finish(&mut record);
/// assert_eq!(segments, [(76, 152), (76, 152), (1, 2)]);
/// # Ok::<(), septet::EncodingError>(())
/// ```
///
/// [`Utf16Counter`]: crate::Utf16Counter
#[derive(Clone, Copy, Debug)]
pub struct Utf16Cuts {
    encoding: Encoding,
    /// Code units of a whole segment.
    capacity: usize,
    /// 16-bit units of text in the segment being filled.
    length: usize,
    /// Code units in it.
    units: usize,
    /// True if a high surrogate ended the last chunk and is not yet placed.
    high: bool,
}

impl Utf16Cuts {
    /// For a text that was counted.
    #[must_use]
    pub const fn new(count: Count) -> Self {
        Utf16Cuts {
            encoding: count.encoding(),
            capacity: count.units_per_segment(),
            length: 0,
            units: 0,
            high: false,
        }
    }

    /// Reads on. Each segment that something follows is given to `cut`: its length in 16-bit units
    /// of text, and its code units.
    pub fn push(&mut self, text: &[u16], mut cut: impl FnMut(usize, usize)) {
        if self.encoding == Encoding::Gsm7 {
            for &unit in text {
                self.place(1, usize::from(default_units(u32::from(unit))), &mut cut);
            }
            return;
        }
        for &unit in text {
            let pending = self.high;
            self.high = unit & 0xFC00 == 0xD800;
            if pending && unit & 0xFC00 == 0xDC00 {
                self.place(2, 2, &mut cut);
                continue;
            }
            if pending {
                self.place(1, 1, &mut cut);
            }
            if !self.high {
                self.place(1, 1, &mut cut);
            }
        }
    }

    /// Ends the text: its last segment, or last two, are given to `cut`.
    pub fn finish(mut self, mut cut: impl FnMut(usize, usize)) {
        if self.high {
            self.place(1, 1, &mut cut);
        }
        cut(self.length, self.units);
    }

    /// Puts a character where it fits (rules C2 and C3).
    fn place(&mut self, length: usize, units: usize, cut: &mut impl FnMut(usize, usize)) {
        if self.units + units > self.capacity {
            cut(self.length, self.units);
            (self.length, self.units) = (0, 0);
        }
        self.length += length;
        self.units += units;
    }
}
