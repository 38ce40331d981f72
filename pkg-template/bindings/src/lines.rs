//! `countMany` of lines of UTF-8: no JavaScript string anywhere.

use super::count::{counter, put};
use super::saturating_u32;
use super::scratch::Scratch;
use septet::Count;
use septet::unstable::{read_chunks, scan_latin1, scan_utf16};

/// Counts the lines among the first `length` octets that a line feed ends, and what is behind the last one if
/// `is_last`; as many as there is room for, up to one that cannot be counted. A carriage return before a line feed belongs to
/// the line end; octets that are not UTF-8 are U+FFFD. Returns how many lines were counted, and leaves the octets they took in
/// the last but one place of the results, what is wrong with the next line as `countTexts` does.
pub(super) fn count_lines(
    scratch: &mut Scratch,
    length: usize,
    is_last: bool,
    flags: u32,
    limits: u32,
) -> usize {
    let counter = match counter(flags, limits) {
        Ok(counter) => counter,
        Err(error) => {
            scratch.results[5] = scratch.wrong_limit(&error);
            return 0;
        }
    };
    let (mut lines, mut read) = (0, 0);
    while lines < scratch.segments.len() && read < length {
        let Some((end, next)) = line(scratch, read, length, is_last) else {
            break;
        };
        let count = if flags == 0 {
            Ok(count_line(scratch, read, end))
        } else {
            let units = widen(scratch, read, end);
            let mut counter = counter;
            read_chunks(&mut counter, &scratch.text, units);
            counter.finish()
        };
        match count {
            Ok(count) => put(scratch, lines, count),
            Err(error) => {
                scratch.results[5] = scratch.unencodable(&error);
                break;
            }
        }
        (lines, read) = (lines + 1, next);
    }
    scratch.results[4] = saturating_u32(read);
    lines
}

/// Counts a line under the default options: where it is of ASCII, as it stands.
fn count_line(scratch: &mut Scratch, start: usize, end: usize) -> Count {
    let rest = scratch
        .octets
        .as_flattened()
        .get(start..)
        .unwrap_or_default();
    let line = rest.get(..end - start).unwrap_or_default();
    if line.is_ascii() {
        return scan_latin1(rest.as_chunks().0, end - start);
    }
    let units = widen(scratch, start, end);
    scan_utf16(&scratch.text, units)
}

/// Finds the end of the line that begins at `start`, and the start of the next one.
fn line(scratch: &Scratch, start: usize, length: usize, is_last: bool) -> Option<(usize, usize)> {
    let rest = scratch.octets.as_flattened().get(start..length)?;
    let Some(feed) = feed(rest) else {
        return is_last.then_some((length, length));
    };
    let text = &rest[..feed];
    let text = text.strip_suffix(b"\r").unwrap_or(text);
    Some((start + text.len(), start + feed + 1))
}

/// Finds the first line feed, 16 octets at a time.
fn feed(octets: &[u8]) -> Option<usize> {
    let (blocks, rest) = octets.as_chunks::<16>();
    let has_none = |block: &&[u8; 16]| {
        let any = block
            .iter()
            .fold(0, |any, &octet| any | u8::from(octet == b'\n'));
        any == 0
    };
    let before = 16 * blocks.iter().take_while(has_none).count();
    let from = before.min(octets.len() - rest.len());
    let feed = octets[from..].iter().position(|&octet| octet == b'\n');
    feed.map(|feed| from + feed)
}

/// Makes UTF-16 of a line; gives its length, which is at most that of the line.
fn widen(scratch: &mut Scratch, start: usize, end: usize) -> usize {
    let (text, octets) = (
        scratch.text.as_flattened_mut(),
        &scratch.octets.as_flattened()[start..end],
    );
    if octets.is_ascii() {
        for (unit, &octet) in text.iter_mut().zip(octets) {
            *unit = u16::from(octet);
        }
        return octets.len();
    }
    if let Ok(line) = core::str::from_utf8(octets) {
        return fill(text, line.encode_utf16());
    }
    let units = octets.utf8_chunks().flat_map(|chunk| {
        let replacement = (!chunk.invalid().is_empty()).then_some(0xFFFD);
        chunk.valid().encode_utf16().chain(replacement)
    });
    fill(text, units)
}

fn fill(text: &mut [u16], units: impl Iterator<Item = u16>) -> usize {
    let mut length = 0;
    for (to, unit) in text.iter_mut().zip(units) {
        *to = unit;
        length += 1;
    }
    length
}
