//! Counting UTF-16 as JavaScript and other hosts hold it, in chunks of any length.
//!
//! Invariant: the tally holds every character whose last unit was read, and `high` is true if one high surrogate is pending. A
//! pair is tallied at its low surrogate, as an element of two units; its high one is no start. A pending surrogate that no low
//! one follows is a character of its own, tallied when the next chunk or the end shows it. So a chunk may end anywhere.
//!
//! Septets need no such state: every unit with septets is a whole character. At the first unit without any the text becomes
//! UCS-2; the units before it took one 16-bit unit each, and only their number is carried over. The chunk is read again with
//! those units masked out, none of which is a surrogate.
//!
//! The marks of a chunk are made only if a segment ends in it (`push_chunk` takes a closure): most need the number of units
//! alone, which does not depend on their order. Two loops, each with its tally by value, keep the state in registers.
//!
//! Justified by `benches/RESULTS.md`, npm count in Node (2026-11-26): 160 ASCII characters take 82 ns with the copy into the
//! memory of WebAssembly, 258 ns in a loop of JavaScript; 100,000 take 8.8 µs, a fifteenth of the loop.

use crate::alphabet::Alphabet;
use crate::count::Count;
use crate::count::chunk::{LANES, padded};
use crate::count::lanes::{Doubles, Lanes};
use crate::count::tally::{Marks, Tally, first};
use crate::encoding::Encoding;
use crate::limits::{Capacity, Profile, ReferenceBits};
use crate::text::EncodingError;

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
    ///
    /// ```
    /// use septet::{Encoding, Profile, ReferenceBits, Utf16Counter};
    ///
    /// let mut counter = Utf16Counter::with_options(Some(Encoding::Ucs2), ReferenceBits::Sixteen, Profile::Standard);
    /// counter.push(&[u16::from(b'a'); 71]);
    /// assert_eq!(counter.finish()?.units_per_segment(), 66);
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
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

    /// Reads the next chunk.
    pub fn push(&mut self, units: &[u16]) {
        let (chunks, rest) = units.as_chunks::<LANES>();
        self.read(chunks, chunks.len() * LANES);
        if !rest.is_empty() {
            self.read(&[padded(rest)], rest.len());
        }
    }

    /// Reads the first `length` units of some chunks.
    pub(crate) fn read(&mut self, chunks: &[[u16; LANES]], length: usize) {
        let mut at = 0;
        if self.encoding == Encoding::Gsm7 && self.error.is_none() {
            at = gsm7(&mut self.tally, chunks, length);
            self.read += at;
            if at < length {
                self.leave_gsm7(chunks, at, length);
            }
        }
        if at < length && self.error.is_none() {
            self.high = ucs2(&mut self.tally, self.high, chunks, at, length);
        }
    }

    /// The count of all that was read.
    ///
    /// # Errors
    ///
    /// [`EncodingError`] where GSM-7 is demanded of a text it cannot carry.
    #[inline]
    pub fn finish(self) -> Result<Count, EncodingError> {
        self.error.map_or_else(|| Ok(self.total()), Err)
    }

    /// The count of all that was read, unless there was an error.
    #[inline]
    fn total(mut self) -> Count {
        self.tally.push(usize::from(self.high));
        let capacity = if self.encoding == Encoding::Gsm7 {
            self.gsm7
        } else {
            self.ucs2
        };
        self.tally.count(self.encoding, Alphabet::DEFAULT, capacity)
    }

    /// Switches to UCS-2 at a unit without septets: all units before it took one 16-bit unit each.
    #[cold]
    fn leave_gsm7(&mut self, chunks: &[[u16; LANES]], at: usize, length: usize) {
        if self.demanded == Some(Encoding::Gsm7) {
            let from = chunks.as_flattened()[at..].iter().take(length - at);
            let from = from.copied();
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
}

/// Counts a text in UTF-16 under the default options, as Java, JavaScript, Swift and Windows hold it.
///
/// Any text has an answer; an unpaired surrogate is one 16-bit unit. Does not allocate.
/// [`Utf16Counter`] takes options, and texts that arrive in chunks.
///
/// ```
/// let text: Vec<u16> = "Grüße 👋".encode_utf16().collect();
/// let count = septet::count_utf16(&text);
/// assert_eq!((count.encoding().name(), count.units()), ("UCS-2", 8));
/// assert_eq!(septet::count_utf16(&[0xD83D]).units(), 1);
/// ```
#[must_use]
pub fn count_utf16(text: &[u16]) -> Count {
    let mut counter = Utf16Counter::new();
    counter.push(text);
    counter.total()
}

/// Counts the first `length` units of some chunks under the default options.
#[must_use]
#[inline]
pub fn scan_utf16(chunks: &[[u16; LANES]], length: usize) -> Count {
    let full = Capacity::by_default(Encoding::Gsm7);
    let mut tally = Tally::new(full.concatenated);
    let read = gsm7(&mut tally, chunks, length);
    if read == length {
        return tally.count(Encoding::Gsm7, Alphabet::DEFAULT, full);
    }
    let full = Capacity::by_default(Encoding::Ucs2);
    tally = Tally::new(full.concatenated);
    tally.push_singles(read);
    let high = ucs2(&mut tally, false, chunks, read, length);
    tally.push(usize::from(high));
    tally.count(Encoding::Ucs2, Alphabet::DEFAULT, full)
}

/// Tallies septets up to the first unit without any, and returns its offset: `length` if all have septets. Otherwise the
/// tally is left as it was. (It works on a copy, which stays in registers.)
#[inline(never)]
fn gsm7(tallied: &mut Tally, chunks: &[[u16; LANES]], length: usize) -> usize {
    let (mut tally, mut at) = (*tallied, 0);
    for chunk in chunks {
        if at >= length {
            break;
        }
        let starts = first(length - at);
        let doubles = match lanes(chunk, length - at).doubles() {
            Some(doubles) => doubles,
            None => match doubles_or_end(chunk, length - at) {
                Ok(doubles) => doubles,
                Err(end) => return at + end,
            },
        };
        let twice = doubles.count();
        if twice == 0 {
            tally.push_singles(starts.count_ones() as usize);
        } else {
            let units = starts.count_ones() + twice;
            tally.push_chunk(units as usize, || Marks {
                starts,
                doubles: doubles.mask(),
            });
        }
        at += LANES;
    }
    *tallied = tally;
    length
}

/// Tallies 16-bit units from the offset `start` on, each pair at its low surrogate. `waits`: a high surrogate is pending on
/// entry. Returns whether one is pending on exit.
#[inline(never)]
fn ucs2(
    tallied: &mut Tally,
    mut waits: bool,
    chunks: &[[u16; LANES]],
    start: usize,
    length: usize,
) -> bool {
    let (mut tally, mut at) = (*tallied, start - start % LANES);
    let mut skipped = first(start % LANES);
    for chunk in &chunks[start / LANES..] {
        if at >= length {
            break;
        }
        let kept = first(length - at) & !skipped;
        let (high, low) = lanes(chunk, length - at).surrogates();
        if waits && low & 1 == 0 {
            // It stays alone, and is a character by itself.
            tally.push(1);
        }
        let pairs = low & (high << 1 | u64::from(waits));
        let last = high & kept & !(kept >> 1);
        waits = last != 0;
        let (starts, doubles) = (kept & !(pairs >> 1) & !last, pairs);
        let units = starts.count_ones() + doubles.count_ones();
        tally.push_chunk(units as usize, || Marks { starts, doubles });
        at += LANES;
        skipped = 0;
    }
    *tallied = tally;
    waits
}

/// Returns the units of a chunk's first `length` that take two septets, or the offset of the first without any.
#[inline(never)]
fn doubles_or_end(chunk: &[u16; LANES], length: usize) -> Result<Doubles, usize> {
    let lanes = lanes(chunk, length);
    match lanes.without() {
        0 => Ok(lanes.doubles_of_all()),
        without => Err(without.trailing_zeros() as usize),
    }
}

/// The first `length` units of a chunk, spaces after them.
#[inline]
fn lanes(chunk: &[u16; LANES], length: usize) -> Lanes {
    let lanes = Lanes::new(chunk);
    if length < LANES {
        lanes.first(length)
    } else {
        lanes
    }
}
