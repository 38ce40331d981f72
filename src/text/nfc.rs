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

/// Whether a character can be the second of a pair.
pub(crate) fn is_second(character: char) -> bool {
    let code = u32::from(character);
    pairs_with(character).is_some()
        || (VOWEL..VOWEL + VOWELS).contains(&code)
        || (TRAILING + 1..TRAILING + TRAILINGS).contains(&code)
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
        // A mark of the same or a higher class, or a character that is no known mark, stands between.
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
        .filter(|code| *code >= 0xC0)?;
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
