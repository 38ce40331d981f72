//! Canonical composition (Unicode NFC) of a letter and the marks after it.
//!
//! A table of our own, because the crate for it brings the decompositions of every character too: 30 KB more in a module
//! that a page loads, where this takes 3 (`docs/decisions.md`). Characters beyond U+FFFF, which no living orthography
//! composes, stay as they are. A mark that is in no pair keeps later marks from the letter before it: what comes of it
//! may be less composed than NFC, but is always canonically equal.

use alloc::vec::Vec;

use super::compositions::{COMPOSED, FIRSTS, SECONDS};

/// Hangul: the first code points of leading consonants, vowels, trailing consonants and syllables (Unicode §3.12).
const LEADING: u32 = 0x1100;
const VOWEL: u32 = 0x1161;
const TRAILING: u32 = 0x11A7;
const SYLLABLE: u32 = 0xAC00;
const VOWELS: u32 = 21;
const TRAILINGS: u32 = 28;

/// The one character that two are together, if NFC has one.
pub(crate) fn compose(first: char, second: char) -> Option<char> {
    if let Some(syllable) = hangul(u32::from(first), u32::from(second)) {
        return char::from_u32(syllable);
    }
    let pairs = pairs_with(second)?;
    let code = u16::try_from(u32::from(first)).ok()?;
    let found = FIRSTS.get(pairs.clone())?.binary_search(&code).ok()?;
    char::from_u32(u32::from(*COMPOSED.get(pairs.start + found)?))
}

/// Returns true if a character can be the second of a composable pair.
pub(crate) fn is_second(character: char) -> bool {
    let code = u32::from(character);
    // No second is among the letters of Latin, Greek, Cyrillic and China, nor among emoji: most characters are none of them.
    if !matches!(code, 0x300..=0x345 | 0x600..0x309B) {
        return false;
    }
    index(character).is_some()
        || (VOWEL..VOWEL + VOWELS).contains(&code)
        || (TRAILING + 1..TRAILING + TRAILINGS).contains(&code)
}

/// True if a text has a character that can be the second of a pair. Octets that begin one in UTF-8 are looked for without a
/// branch, so that the compiler can vectorise: few texts have one. (Those of Japanese share theirs with all punctuation of
/// East Asia, and are looked for by the octets after it.)
pub(crate) fn has_second(text: &str) -> bool {
    let is_first = |byte: u8| matches!(byte, 0xCC | 0xCD | 0xD9 | 0xE0 | 0xE1);
    let bytes = text.as_bytes();
    let pairs = |from: usize, octets: &[u8]| {
        let after = bytes.get(from + 1..).unwrap_or_default();
        octets.iter().zip(after).fold(false, |any, (&byte, &next)| {
            any | is_first(byte) | (byte == 0x82) & (next.wrapping_sub(0x99) < 2)
        })
    };
    let mut chunks = bytes.chunks(64).enumerate();
    chunks.any(|(at, octets)| pairs(at * 64, octets)) && text.chars().any(is_second)
}

const _: () = {
    let mut at = 0;
    while at < SECONDS.len() {
        assert!(matches!(SECONDS[at].0, 0x300..=0x345 | 0x600..0x309B));
        at += 1;
    }
};

/// The code points around one that is no second of a pair, of a range, up to the next that are.
pub(crate) fn without_seconds(code: u32, range: core::ops::Range<u32>) -> core::ops::Range<u32> {
    let next = SECONDS.partition_point(|second| u32::from(second.0) < code);
    let after = |at: Option<usize>| {
        at.and_then(|at| SECONDS.get(at))
            .map(|second| u32::from(second.0))
    };
    let mut around = range.start..range.end;
    for second in [after(next.checked_sub(1)), after(Some(next))]
        .into_iter()
        .flatten()
        .chain([VOWEL, TRAILING + TRAILINGS])
    {
        if second < code {
            around.start = around.start.max(second + 1);
        } else {
            around.end = around.end.min(second);
        }
    }
    around
}

/// A letter with its marks, composed as far as the table reaches; `None` if that is how it is written already.
pub(crate) fn composed(letter: char, marks: &[char]) -> Option<Vec<char>> {
    let mut parts = Vec::with_capacity(marks.len() + 2);
    push_parts(letter, &mut parts);
    for mark in marks {
        push_parts(*mark, &mut parts);
    }
    // Marks of different classes may stand in any order; those of one class may not.
    let mut from = 1;
    while from < parts.len() {
        let length = parts[from..]
            .iter()
            .take_while(|mark| class(**mark) > 0)
            .count();
        parts[from..from + length].sort_by_key(|mark| class(*mark));
        from += length + 1;
    }
    let mut result = Vec::with_capacity(parts.len());
    result.push(parts[0]);
    for &mark in &parts[1..] {
        let last = (result.len() > 1).then(|| class(result[result.len() - 1]));
        // A mark of the same or a higher class, or a character that is not a known mark, stands between.
        let blocked = last.is_some_and(|last| last == 0 || last >= class(mark));
        match compose(result[0], mark).filter(|_| !blocked) {
            Some(both) => result[0] = both,
            None => result.push(mark),
        }
    }
    let is_as_written = result[0] == letter && result[1..] == *marks;
    (!is_as_written).then_some(result)
}

fn hangul(first: u32, second: u32) -> Option<u32> {
    let (lead, vowel) = (first.wrapping_sub(LEADING), second.wrapping_sub(VOWEL));
    if lead < 19 && vowel < VOWELS {
        return Some(SYLLABLE + (lead * VOWELS + vowel) * TRAILINGS);
    }
    let (syllable, trailing) = (first.wrapping_sub(SYLLABLE), second.wrapping_sub(TRAILING));
    let open = syllable < 19 * VOWELS * TRAILINGS && syllable.is_multiple_of(TRAILINGS);
    (open && (1..TRAILINGS).contains(&trailing)).then(|| first + trailing)
}

/// Adds a character, taken apart as far as the pairs go.
fn push_parts(character: char, parts: &mut Vec<char>) {
    // The four marks that are other marks (singletons and U+0344).
    let parts_of_mark: &[char] = match character {
        '\u{340}' => &['\u{300}'],
        '\u{341}' => &['\u{301}'],
        '\u{343}' => &['\u{313}'],
        '\u{344}' => &['\u{308}', '\u{301}'],
        _ => &[],
    };
    if !parts_of_mark.is_empty() {
        parts.extend(parts_of_mark);
        return;
    }
    let (mut letter, start) = (character, parts.len());
    while let Some((first, second)) = decompose(letter) {
        parts.insert(start, second);
        letter = first;
    }
    parts.insert(start, letter);
}

/// The pair that a character is, of those in the table.
pub(crate) fn decompose(character: char) -> Option<(char, char)> {
    let code = u16::try_from(u32::from(character))
        .ok()
        .filter(|code| *code >= 0xC0 && !matches!(code, 0x300..0x370))?;
    let at = COMPOSED.iter().position(|composed| *composed == code)?;
    let second = SECONDS.partition_point(|(.., end)| usize::from(*end) <= at);
    let pair = [FIRSTS[at], SECONDS.get(second)?.0].map(|code| char::from_u32(u32::from(code)));
    Some((pair[0]?, pair[1]?))
}

/// The combining class of a mark; 0 for what is in no pair.
fn class(mark: char) -> u8 {
    index(mark).map_or(0, |at| SECONDS[at].1)
}

fn index(second: char) -> Option<usize> {
    let code = u16::try_from(u32::from(second)).ok()?;
    SECONDS.binary_search_by_key(&code, |second| second.0).ok()
}

/// The places of the pairs with this second character.
fn pairs_with(second: char) -> Option<core::ops::Range<usize>> {
    let at = index(second)?;
    let start = at
        .checked_sub(1)
        .map_or(0, |before| usize::from(SECONDS[before].2));
    Some(start..usize::from(SECONDS[at].2))
}
