//! Counting UTF-16 as JavaScript and other hosts hold it, in chunks of any length.

use crate::alphabet::Alphabet;
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
    high: bool,
}

impl Default for Utf16Counter {
    fn default() -> Self {
        Utf16Counter::new()
    }
}

impl Utf16Counter {
    /// A counter under the default options.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Utf16Counter::with_options(None, ReferenceBits::Eight, Profile::Standard)
    }

    /// A counter that demands an encoding (`None` chooses), with a reference width and limits as
    /// those of [`Segmenter`](crate::Segmenter).
    #[must_use]
    #[inline]
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
            high: false,
        }
    }

    /// Reads on.
    pub fn push(&mut self, units: &[u16]) {
        let (chunks, rest) = units.as_chunks::<LANES>();
        self.read(chunks, chunks.len() * LANES);
        if !rest.is_empty() {
            self.read(&[padded(rest)], rest.len());
        }
    }

    /// Reads the first `length` units of some chunks.
    #[inline]
    pub(crate) fn read(&mut self, chunks: &[[u16; LANES]], length: usize) {
        let at = match self.encoding {
            Encoding::Gsm7 => self.read_gsm7(chunks, length),
            Encoding::Ucs2 => 0,
        };
        if at < length && self.error.is_none() {
            self.read_ucs2(chunks, at, length);
        }
    }

    /// The count of all that was read.
    ///
    /// # Errors
    ///
    /// [`EncodingError`] where GSM-7 is demanded of a text it cannot carry.
    #[inline]
    pub fn finish(mut self) -> Result<Count, EncodingError> {
        if let Some(error) = self.error {
            return Err(error);
        }
        self.tally.push(usize::from(self.high));
        let capacity = if self.encoding == Encoding::Gsm7 {
            self.gsm7
        } else {
            self.ucs2
        };
        Ok(self.tally.count(self.encoding, Alphabet::DEFAULT, capacity))
    }

    /// Tallies septets up to the first unit without any, and gives its place.
    #[inline]
    fn read_gsm7(&mut self, chunks: &[[u16; LANES]], length: usize) -> usize {
        let (mut tally, mut at) = (self.tally, 0);
        for chunk in chunks {
            if at >= length {
                break;
            }
            let kept = first(length - at);
            let (without, doubles) = Lanes::new(chunk).septets();
            if without & kept != 0 {
                at += without.trailing_zeros() as usize;
                self.leave_gsm7(chunks, at);
                return at;
            }
            push(&mut tally, kept, doubles & kept);
            at += LANES;
        }
        self.tally = tally;
        self.read += length;
        length
    }

    /// Goes over to UCS-2 at a unit without septets: all before took one 16-bit unit each.
    #[cold]
    fn leave_gsm7(&mut self, chunks: &[[u16; LANES]], at: usize) {
        self.read += at;
        if self.demanded == Some(Encoding::Gsm7) {
            let from = chunks.as_flattened()[at..].iter().copied();
            let character = char::decode_utf16(from).next().and_then(Result::ok);
            self.error = Some(EncodingError {
                character: character.unwrap_or(char::REPLACEMENT_CHARACTER),
                index: self.read,
                utf16_index: self.read,
            });
            return;
        }
        self.encoding = Encoding::Ucs2;
        self.tally = Tally::new(self.ucs2.concatenated);
        self.tally.push_singles(self.read);
    }

    /// Tallies 16-bit units from the place `start` on, a pair where it ends. A high surrogate at the
    /// end waits for what follows it.
    #[inline(never)]
    fn read_ucs2(&mut self, chunks: &[[u16; LANES]], start: usize, length: usize) {
        let (mut tally, mut waits) = (self.tally, self.high);
        let mut at = start - start % LANES;
        let mut skipped = first(start % LANES);
        for chunk in &chunks[start / LANES..] {
            if at >= length {
                break;
            }
            let kept = first(length - at) & !skipped;
            let (high, low) = Lanes::new(chunk).surrogates();
            let (high, low) = (high & kept, low & kept);
            if waits && low & 1 == 0 {
                tally.push(1);
            }
            let pairs = low & (high << 1 | u32::from(waits));
            let last = kept & !(kept >> 1);
            waits = high & last != 0;
            let starts = kept & !(pairs >> 1) & !(high & last);
            push(&mut tally, starts, pairs);
            at += LANES;
            skipped = 0;
        }
        (self.tally, self.high) = (tally, waits);
    }
}

/// Tallies the characters of a chunk.
#[inline]
fn push(tally: &mut Tally, starts: u32, doubles: u32) {
    let units = starts.count_ones() + doubles.count_ones();
    tally.push_chunk(units as usize, || Marks {
        starts: u64::from(starts),
        doubles: u64::from(doubles),
    });
}

/// The first `length` bits, at most 32.
#[inline]
const fn first(length: usize) -> u32 {
    if length < LANES {
        (1 << length) - 1
    } else {
        u32::MAX
    }
}
