//! `count` and `countMany`: from UTF-16 in the scratch memory to a few integers.

use super::options::Options;
use super::saturating_u32;
use super::scratch::Scratch;
use septet::unstable::{Ucs2Stride, read_chunks, scan_utf16};
use septet::{
    Count, Encoding, EncodingError, LimitsError, NationalLanguage, Utf16Counter, Utf16Cuts,
};

/// The return value of a call, besides the results: the encoding, or an error.
pub(super) const UNENCODABLE: u32 = 2;
const WRONG_LIMIT: u32 = 3;

/// Counts a text of `length` 16-bit units.
pub(super) fn count(scratch: &mut Scratch, length: usize, flags: u32, limits: u32) -> u32 {
    if flags == 0 {
        let count = scan_utf16(&scratch.text, length);
        scratch.counted(count)
    } else {
        scratch.count_with(length, flags, limits)
    }
}

/// Begins to count a text of `length` 16-bit units by samples, if this unit of it makes it UCS-2; returns
/// what [`sample_next`] does, or -1 if the unit does not.
pub(super) fn sample(
    scratch: &mut Scratch,
    length: usize,
    unit: u16,
    clear: usize,
    before: u16,
    after: u16,
) -> i32 {
    match Ucs2Stride::new(length, unit) {
        Some(stride) => scratch.look(stride, clear, before, after),
        None => -1,
    }
}

/// Reads on: how many places where a segment may end, a step from each to the next, have no low surrogate after them; and
/// the units before and after the place behind these, if it is in the text. Returns the place after that, or 0 when
/// all is counted.
pub(super) fn sample_next(scratch: &mut Scratch, clear: usize, before: u16, after: u16) -> i32 {
    match scratch.stride {
        Some(stride) => scratch.look(stride, clear, before, after),
        None => -1,
    }
}

/// Begins to count a text that comes in pieces.
pub(super) fn count_begin(scratch: &mut Scratch, flags: u32, limits: u32) -> u32 {
    match counter(flags, limits) {
        Ok(counter) => {
            scratch.counter = Some(counter);
            0
        }
        Err(error) => scratch.wrong_limit(&error),
    }
}

/// Reads the next piece of a text, of `length` 16-bit units.
pub(super) fn count_more(Scratch { counter, text, .. }: &mut Scratch, length: usize) {
    if let Some(counter) = counter {
        read_chunks(counter, text, length);
    }
}

/// Counts what was read, and prepares to cut it.
pub(super) fn count_end(scratch: &mut Scratch) -> u32 {
    match scratch.counter.take().unwrap_or_default().finish() {
        Ok(count) => {
            scratch.cutter = Some(Utf16Cuts::new(count));
            scratch.counted(count)
        }
        Err(error) => scratch.unencodable(&error),
    }
}

/// Counts several texts, up to the first that cannot be counted; returns how many could, and leaves
/// what is wrong with the next, the kind of it in the last place of the results.
pub(super) fn count_texts(scratch: &mut Scratch, texts: usize, flags: u32, limits: u32) -> usize {
    let counter = match counter(flags, limits) {
        Ok(counter) => counter,
        Err(error) => {
            scratch.results[5] = scratch.wrong_limit(&error);
            return 0;
        }
    };
    let mut start = 0;
    for index in 0..texts.min(scratch.lengths.len()) {
        let length = scratch.lengths[index] as usize;
        let rest = scratch.text.as_flattened().get(start..).unwrap_or_default();
        let count = if flags == 0 {
            Ok(scan_utf16(rest.as_chunks().0, length))
        } else {
            let mut counter = counter;
            counter.push(rest.get(..length).unwrap_or_default());
            counter.finish()
        };
        start += length;
        match count {
            Ok(count) => put(scratch, index, count),
            Err(error) => {
                scratch.results[5] = scratch.unencodable(&error);
                return index;
            }
        }
    }
    texts
}

/// Puts a count into the columns.
pub(super) fn put(scratch: &mut Scratch, index: usize, count: Count) {
    scratch.segments[index] = saturating_u32(count.segments());
    scratch.units[index] = saturating_u32(count.units());
    scratch.encodings[index] = u8::from(count.encoding() == Encoding::Ucs2);
}

pub(super) fn counter(flags: u32, limits: u32) -> Result<Utf16Counter, LimitsError> {
    if flags == 0 {
        return Ok(Utf16Counter::new());
    }
    let Options {
        encoding,
        bits,
        profile,
    } = Options::new(flags, limits)?;
    Ok(Utf16Counter::with_options(encoding, bits, profile))
}

/// The identifier of a language; 0 for none.
fn language(language: Option<NationalLanguage>) -> u32 {
    language.map_or(0, |language| u32::from(language.id()))
}

impl Scratch {
    #[inline(never)]
    fn count_with(&mut self, length: usize, flags: u32, limits: u32) -> u32 {
        match counter(flags, limits) {
            Ok(mut counter) => {
                read_chunks(&mut counter, &self.text, length);
                match counter.finish() {
                    Ok(count) => self.counted(count),
                    Err(error) => self.unencodable(&error),
                }
            }
            Err(error) => self.wrong_limit(&error),
        }
    }

    #[inline]
    fn look(&mut self, mut stride: Ucs2Stride, clear: usize, before: u16, after: u16) -> i32 {
        stride.skip_clear(clear);
        if stride.next_cut().is_some() {
            stride.close_segment(before, after);
        }
        if let Some(end) = stride.next_cut() {
            self.stride = Some(stride);
            i32::try_from(end).unwrap_or(-1)
        } else {
            self.counted(stride.count());
            0
        }
    }

    #[inline]
    pub(super) fn counted(&mut self, count: Count) -> u32 {
        self.results = [
            saturating_u32(count.segments()),
            saturating_u32(count.units()),
            saturating_u32(count.units_per_segment()),
            saturating_u32(count.units_remaining()),
            language(count.alphabet().locking()),
            language(count.alphabet().single()),
        ];
        u32::from(count.encoding() == Encoding::Ucs2)
    }

    pub(super) fn unencodable(&mut self, error: &EncodingError) -> u32 {
        self.results[0] = saturating_u32(error.utf16_index());
        UNENCODABLE
    }

    pub(super) fn wrong_limit(&mut self, error: &LimitsError) -> u32 {
        let range = error.range();
        let [least, most] = [*range.start(), *range.end()].map(saturating_u32);
        self.results = [saturating_u32(error.index()), least, most, 0, 0, 0];
        WRONG_LIMIT
    }
}
