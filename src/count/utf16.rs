//! Counting UTF-16 as JavaScript and other hosts hold it, in chunks of any length.

use crate::alphabet::{Alphabet, default_units};
use crate::count::Count;
use crate::count::lanes::{LANES, Lanes, padded};
use crate::count::tally::{Marks, Tally};
use crate::encoding::{Encoding, EncodingError};
use crate::segment::{Capacity, Profile, ReferenceBits};

/// Counts a UTF-16 text that arrives in chunks, in the default alphabet or UCS-2. It holds no text
/// and does not allocate. An unpaired surrogate is one 16-bit unit; a pair may be parted between
/// two chunks.
///
/// ```
/// use septet::Utf16Counter;
///
/// let mut counter = Utf16Counter::new();
/// for chunk in ["Hello ".encode_utf16(), "👋".encode_utf16()] {
///     counter.push(&chunk.collect::<Vec<u16>>());
/// }
/// let count = counter.finish()?;
/// assert_eq!((count.encoding().name(), count.units()), ("UCS-2", 8));
/// # Ok::<(), septet::EncodingError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Utf16Counter {
    demanded: Option<Encoding>,
    gsm7: Capacity,
    ucs2: Capacity,
    encoding: Encoding,
    tally: Tally,
    /// 16-bit units read.
    read: usize,
    /// The first character without septets, where GSM-7 is demanded.
    error: Option<EncodingError>,
    /// A high surrogate that ended the last chunk, not yet tallied.
    high: Option<u16>,
}

impl Default for Utf16Counter {
    fn default() -> Self {
        Utf16Counter::new()
    }
}

impl Utf16Counter {
    /// A counter under the default options.
    #[must_use]
    pub fn new() -> Self {
        Utf16Counter::with_options(None, ReferenceBits::Eight, Profile::Standard)
    }

    /// A counter that demands an encoding (`None` chooses), with a reference width and limits as
    /// those of [`Segmenter`](crate::Segmenter).
    #[must_use]
    pub fn with_options(demanded: Option<Encoding>, bits: ReferenceBits, profile: Profile) -> Self {
        let capacity = |encoding| Capacity::new(encoding, Alphabet::DEFAULT, bits, profile);
        let (gsm7, ucs2) = (capacity(Encoding::Gsm7), capacity(Encoding::Ucs2));
        let (encoding, first) = match demanded {
            Some(Encoding::Ucs2) => (Encoding::Ucs2, ucs2),
            _ => (Encoding::Gsm7, gsm7),
        };
        let tally = Tally::new(first.concatenated);
        Utf16Counter {
            demanded,
            gsm7,
            ucs2,
            encoding,
            tally,
            read: 0,
            error: None,
            high: None,
        }
    }

    /// Reads on.
    pub fn push(&mut self, units: &[u16]) {
        let mut rest = units;
        if self.encoding == Encoding::Gsm7 {
            rest = &units[self.push_gsm7(units)..];
            if rest.is_empty() || self.error.is_some() {
                return;
            }
        }
        self.push_ucs2(rest);
    }

    /// The count of all that was read.
    ///
    /// # Errors
    ///
    /// [`EncodingError`] where GSM-7 is demanded of a text it cannot carry.
    pub fn finish(mut self) -> Result<Count, EncodingError> {
        if let Some(error) = self.error {
            return Err(error);
        }
        self.tally.push(usize::from(self.high.is_some()));
        let capacity = if self.encoding == Encoding::Gsm7 {
            self.gsm7
        } else {
            self.ucs2
        };
        Ok(self.tally.count(self.encoding, Alphabet::DEFAULT, capacity))
    }

    /// Tallies septets up to the first unit without any, from where UCS-2 takes over; gives the
    /// units read.
    fn push_gsm7(&mut self, units: &[u16]) -> usize {
        let (chunks, rest) = units.as_chunks::<LANES>();
        for (index, chunk) in chunks.iter().enumerate() {
            match gsm7_marks(chunk) {
                Ok(marks) => self.tally.push_chunk(marks.units(), || marks),
                Err(at) => return self.leave_gsm7(units, index * LANES + at),
            }
        }
        match gsm7_marks(&padded(rest, u16::from(b' '))) {
            Ok(marks) => {
                let marks = marks.first(rest.len());
                self.tally.push_chunk(marks.units(), || marks);
            }
            Err(at) => return self.leave_gsm7(units, units.len() - rest.len() + at),
        }
        self.read += units.len();
        units.len()
    }

    /// Goes over to UCS-2 at the unit `at`: all before took one 16-bit unit each.
    #[cold]
    fn leave_gsm7(&mut self, units: &[u16], at: usize) -> usize {
        self.read += at;
        if self.demanded == Some(Encoding::Gsm7) {
            let character = char::decode_utf16(units[at..].iter().copied()).next();
            let character = character
                .and_then(Result::ok)
                .unwrap_or(char::REPLACEMENT_CHARACTER);
            self.error = Some(EncodingError {
                character,
                index: self.read,
                utf16_index: self.read,
            });
        }
        self.encoding = Encoding::Ucs2;
        self.tally = Tally::new(self.ucs2.concatenated);
        self.tally.push_singles(self.read);
        at
    }

    /// Tallies 16-bit units. A high surrogate at the end waits for what follows it.
    fn push_ucs2(&mut self, units: &[u16]) {
        let Some((&last, _)) = units.split_last() else {
            return;
        };
        let mut rest = units;
        if let Some(high) = self.high.take() {
            let paired = is_low(units[0]);
            debug_assert!(is_high(high));
            self.tally.push(1 + usize::from(paired));
            rest = &units[usize::from(paired)..];
        }
        if is_high(last) && !rest.is_empty() {
            self.high = Some(last);
            rest = &rest[..rest.len() - 1];
        }
        let (mut chunks, mut follows) = (rest, false);
        while let Some(chunk) = chunks.first_chunk::<LANES>() {
            let marks = ucs2_marks(chunk, chunks.get(LANES), &mut follows);
            self.tally.push_chunk(marks.units(), || marks);
            chunks = &chunks[LANES..];
        }
        let marks = ucs2_marks(&padded(chunks, u16::from(b' ')), None, &mut follows);
        let marks = marks.first(chunks.len());
        self.tally.push_chunk(marks.units(), || marks);
    }
}

/// The marks of a chunk, or the place of the first unit without septets.
#[inline]
fn gsm7_marks(chunk: &[u16; LANES]) -> Result<Marks, usize> {
    let bytes = chunk.map(|unit| u8::try_from(unit.min(0xFF)).unwrap_or(0xFF));
    let lanes = Lanes::new(&bytes);
    if lanes.all_plain() {
        return Ok(marks(0));
    }
    if lanes.all_printable() {
        return Ok(marks(lanes.extension_places()));
    }
    gsm7_marks_beyond(chunk)
}

#[inline(never)]
fn gsm7_marks_beyond(chunk: &[u16; LANES]) -> Result<Marks, usize> {
    let mut doubles = 0;
    for (index, &unit) in chunk.iter().enumerate() {
        match default_units(u32::from(unit)) {
            0 => return Err(index),
            units => doubles |= u64::from(units == 2) << index,
        }
    }
    Ok(marks(doubles))
}

/// The marks of a chunk in which every unit is a character.
#[inline]
fn marks(doubles: u64) -> Marks {
    Marks {
        starts: u64::from(u32::MAX),
        doubles,
    }
}

/// The marks of a chunk of UTF-16. `follows` says whether its first unit completes a pair, and is
/// set for the chunk after it, which begins with the unit `next`.
#[inline]
fn ucs2_marks(chunk: &[u16; LANES], next: Option<&u16>, follows: &mut bool) -> Marks {
    let bits = |holds: fn(u16) -> bool| {
        chunk
            .iter()
            .rev()
            .fold(0, |bits: u32, &unit| bits << 1 | u32::from(holds(unit)))
    };
    if !chunk.iter().any(|&unit| is_surrogate(unit)) {
        *follows = false;
        return marks(0);
    }
    let (high, low) = (bits(is_high), bits(is_low));
    let next_low = u32::from(next.is_some_and(|&unit| is_low(unit))) << 31;
    let doubles = high & (low >> 1 | next_low);
    let starts = !(doubles << 1 | u32::from(*follows));
    *follows = doubles >> 31 == 1;
    Marks {
        starts: u64::from(starts),
        doubles: u64::from(doubles),
    }
}

const fn is_surrogate(unit: u16) -> bool {
    unit & 0xF800 == 0xD800
}

const fn is_high(unit: u16) -> bool {
    unit & 0xFC00 == 0xD800
}

const fn is_low(unit: u16) -> bool {
    unit & 0xFC00 == 0xDC00
}
