//! The scripts that GSM-7 can spell, and which of their letters look alike.

use super::tables::look_alikes::LOOK_ALIKES;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Greek,
    Cyrillic,
}

/// The script of a letter, of the three that GSM-7 can spell. Letters that are written with a sign which no word has (Ŀ ŀ ŉ ǃ ẚ),
/// and Greek ones that are Latin or plain Greek ones at compatibility (ϒ ϴ Ϲ), are no part of a word as they are.
pub(super) fn script(character: char) -> Option<Script> {
    // Most letters of Greek and Cyrillic, without a look at the rest.
    if matches!(character, 'Α'..='ω') {
        return Some(Script::Greek);
    }
    if matches!(character, 'Ѐ'..='џ') {
        return Some(Script::Cyrillic);
    }
    match character {
        'A'..='Z'
        | 'a'..='z'
        | '\u{C0}'..='\u{D6}'
        | '\u{D8}'..='\u{F6}'
        | '\u{F8}'..='\u{13E}'
        | '\u{141}'..='\u{148}'
        | '\u{14A}'..='\u{1C2}'
        | '\u{1C4}'..='\u{24F}'
        | '\u{1E00}'..='\u{1E99}'
        | '\u{1E9B}'..='\u{1EFF}' => Some(Script::Latin),
        '\u{370}'..='\u{373}'
        | '\u{376}'..='\u{377}'
        | '\u{37B}'..='\u{37D}'
        | '\u{37F}'
        | '\u{386}'
        | '\u{388}'..='\u{3D1}'
        | '\u{3D3}'..='\u{3F3}'
        | '\u{3F5}'..='\u{3F8}'
        | '\u{3FA}'..='\u{3FF}'
        | '\u{1F00}'..='\u{1FBC}'
        | '\u{1FC2}'..='\u{1FCC}'
        | '\u{1FD0}'..='\u{1FFC}' => Some(Script::Greek),
        // Without letters of dead alphabets that no level spells: they are no part of a word.
        '\u{400}'..='\u{463}'
        | '\u{466}'
        | '\u{467}'
        | '\u{46A}'
        | '\u{46B}'
        | '\u{472}'..='\u{477}'
        | '\u{48A}'..='\u{501}'
        | '\u{50C}'
        | '\u{50D}'
        | '\u{510}'..='\u{52F}' => Some(Script::Cyrillic),
        _ => None,
    }
}

/// The Latin letter that a Greek or Cyrillic one looks like (UTS 39, of the same case).
pub(super) fn latin_look_alike(letter: char) -> Option<char> {
    let code = u16::try_from(u32::from(letter)).ok()?;
    let found = LOOK_ALIKES.binary_search_by_key(&code, |row| row.0).ok()?;
    Some(char::from(LOOK_ALIKES[found].1))
}

/// The letter of a script that a Latin one looks like.
pub(super) fn look_alike_in(foreign: Script, letter: char) -> Option<char> {
    let rows = LOOK_ALIKES
        .iter()
        .filter(|row| row.2 && char::from(row.1) == letter);
    let mut letters = rows.filter_map(|row| char::from_u32(u32::from(row.0)));
    letters.find(|letter| script(*letter) == Some(foreign))
}

/// The Greek and Cyrillic letters that look like Latin ones, and the ASCII letters that look like Cyrillic and like Greek
/// ones: a bit each. Every letter of a word is asked about, and the table is searched only for those that are replaced.
const LATIN_LIKE: [u64; (CYRILLIC_END - GREEK_START) as usize / 64 + 1] = {
    let mut bits = [0; (CYRILLIC_END - GREEK_START) as usize / 64 + 1];
    let mut row = 0;
    while row < LOOK_ALIKES.len() {
        let at = LOOK_ALIKES[row].0 - GREEK_START;
        bits[at as usize / 64] |= 1 << (at % 64);
        row += 1;
    }
    bits
};
pub(super) const CYRILLIC_LIKE: u128 = ascii_like(CYRILLIC_START, CYRILLIC_END);
pub(super) const GREEK_LIKE: u128 = ascii_like(GREEK_START, CYRILLIC_START);
const GREEK_START: u16 = 0x370;
const CYRILLIC_START: u16 = 0x400;
const CYRILLIC_END: u16 = 0x530;

/// The ASCII letters that letters of a block look like.
const fn ascii_like(start: u16, end: u16) -> u128 {
    let (mut bits, mut row) = (0, 0);
    while row < LOOK_ALIKES.len() {
        let (letter, ascii, is_read_back) = LOOK_ALIKES[row];
        if is_read_back && start <= letter && letter < end {
            bits |= 1 << ascii;
        }
        row += 1;
    }
    bits
}

/// True if a Greek or Cyrillic letter does not look like a Latin one.
pub(super) fn is_only_foreign(letter: char) -> bool {
    let at = u32::from(letter).wrapping_sub(u32::from(GREEK_START));
    let bits = usize::try_from(at / 64)
        .ok()
        .and_then(|block| LATIN_LIKE.get(block));
    bits.is_none_or(|bits| bits >> (at % 64) & 1 == 0)
}

/// True if a Latin letter is in the set `like` of ASCII letters.
pub(super) fn is_among(letter: char, like: u128) -> bool {
    letter.is_ascii() && like >> u32::from(letter) & 1 == 1
}
