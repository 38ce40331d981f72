//! Letters and their case, as far as advice needs them: by ranges, without the tables of the standard library.
//!
//! Those of `char::to_lowercase`, `is_uppercase` and `is_alphanumeric` take 31 KB of a WebAssembly module, 11 of them after
//! brotli (`docs/decisions.md`). Case is exact for the letters that living languages write in Latin, Greek, Cyrillic and
//! Armenian, but for a few of African languages; other letters are taken to have none. Punctuation, symbols and emoji are
//! no letters, nor are circled letters and Roman numerals.

/// Returns true for a letter of any script, and for the marks that scripts write within words.
#[expect(
    clippy::match_same_arms,
    reason = "the ranges are in groups that have a word each"
)]
pub(crate) fn is_letter(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphabetic();
    }
    match u32::from(character) {
        // Most of what is asked about, without a look at the rest: letters of Europe, of China and Korea, pictures.
        0xC0..=0xD6 | 0x388..=0x3CE | 0x400..=0x481 | 0x4E00..=0x9FFF | 0xAC00..=0xD7A3 => true,
        0x1F000..=0x1FFFF => false,
        0xAA | 0xB5 | 0xBA => true,
        // The signs of Latin-1, between its letters too.
        0x80..=0xBF | 0xD7 | 0xF7 => false,
        // Modifiers that are signs, and combining marks.
        0x2C2..=0x2C5 | 0x2D2..=0x2DF | 0x2E5..=0x36F => false,
        // Of Greek, Cyrillic, Armenian, Hebrew, Arabic.
        0x375 | 0x37E | 0x384..=0x385 | 0x387 | 0x3F6 | 0x482..=0x489 | 0x55A..=0x55F => false,
        0x589..=0x5CF | 0x5F3..=0x60F | 0x61B..=0x61F | 0x660..=0x66D | 0x6D4 => false,
        0x6DD..=0x6E0 | 0x6F0..=0x6F9 => false,
        // Of South and South East Asia: full stops, digits and the baht.
        0x964..=0x970 | 0xE3F | 0xE4F..=0xE7F => false,
        // From general punctuation to dingbats; enclosed letters are read as symbols.
        0x2000..=0x2070 | 0x2072..=0x207E | 0x2080..=0x208F | 0x20A0..=0x2BFF => false,
        0x2E00..=0x3004 | 0x3008..=0x3030 | 0x303D..=0x3040 | 0x3099..=0x309C => false,
        0x30A0 | 0x30FB => false,
        // Hieroglyphs of Yi to the forms of Arabic: what is private, what selects, wide punctuation.
        0x4DC0..=0x4DFF | 0xD800..=0xF8FF | 0xFE00..=0xFE6F | 0xFEFF..=0xFF20 => false,
        0xFF3B..=0xFF40 | 0xFF5B..=0xFF65 | 0xFFE0..=0xFFFF => false,
        // Pictures, and what cannot be seen.
        0x1D000..=0x1D3FF | 0xE0000.. => false,
        _ => true,
    }
}

/// Returns true for a letter, and for a digit that is written within words.
pub(crate) fn is_letter_or_digit(character: char) -> bool {
    character.is_ascii_digit()
        || is_letter(character)
        || matches!(character, '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' | '\u{966}'..='\u{96F}'
            | '\u{E50}'..='\u{E59}' | '\u{FF10}'..='\u{FF19}' | '²' | '³' | '¹' | '¼'..='¾')
}

/// The small letter of a capital; every other character is itself.
#[expect(
    clippy::match_same_arms,
    reason = "the ranges are in groups that have a word each"
)]
pub(crate) fn small(character: char) -> char {
    let code = u32::from(character);
    // Of most characters without a look at the rest: punctuation, the scripts of East Asia and emoji have no capitals.
    match code {
        0..=0x7F => return character.to_ascii_lowercase(),
        0x1F70..=0xFF20 | 0xFF3B.. => return character,
        _ => {}
    }
    let (even, odd) = (code.is_multiple_of(2), !code.is_multiple_of(2));
    let distance = match code {
        0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A1 | 0x3A3..=0x3AB => 32,
        0x410..=0x42F | 0xFF21..=0xFF3A => 32,
        0x130 => return 'i',
        0x178 => return 'ÿ',
        0x1E9E => return 'ß',
        // Pairs of a capital and the small letter after it.
        0x100..=0x137 | 0x14A..=0x177 | 0x1A0..=0x1A5 | 0x1DE..=0x1EF | 0x1F8..=0x21F if even => 1,
        0x222..=0x233 | 0x246..=0x24F | 0x3D8..=0x3EF | 0x460..=0x481 | 0x48A..=0x4BF if even => 1,
        0x4D0..=0x52F | 0x1E00..=0x1E95 | 0x1EA0..=0x1EFF if even => 1,
        0x139..=0x148 | 0x179..=0x17E | 0x1AF | 0x1B3..=0x1B6 | 0x1CD..=0x1DC if odd => 1,
        0x4C1..=0x4CE if odd => 1,
        0x186 => 206,
        0x189..=0x18A => 205,
        0x18E => 79,
        0x18F => 202,
        0x190 => 203,
        0x386 => 38,
        0x388..=0x38A => 37,
        0x38C => 64,
        0x38E..=0x38F => 63,
        0x400..=0x40F => 80,
        0x4C0 => 15,
        0x531..=0x556 => 48,
        // Greek letters with breathings: a half of capitals after each half of small ones.
        0x1F00..=0x1F6F if code & 8 > 0 => return char::from_u32(code - 8).unwrap_or(character),
        _ => 0,
    };
    char::from_u32(code + distance).unwrap_or(character)
}

/// Returns true for a capital letter.
pub(crate) fn is_capital(character: char) -> bool {
    // Three capitals of Greek have no small letter of their own.
    small(character) != character || matches!(character, '\u{3D2}'..='\u{3D4}')
}

/// Returns true for a small letter, in scripts that have two cases.
#[expect(
    clippy::match_same_arms,
    reason = "the ranges are in groups that have a word each"
)]
pub(crate) fn is_small(character: char) -> bool {
    let cased = match u32::from(character) {
        0x00..=0x7F => return character.is_ascii_lowercase(),
        // Most letters of Greek and Cyrillic, without a look at the rest.
        0x3B1..=0x3C9 | 0x430..=0x45F => return true,
        0x391..=0x3AB | 0x400..=0x42F => return false,
        0xDF..=0x24F | 0x250..=0x2AF | 0x3AC..=0x3EF | 0x430..=0x52F | 0x561..=0x586 => true,
        0x390 | 0xAA | 0xB5 | 0xBA | 0x1E00..=0x1FFF | 0xFF41..=0xFF5A => true,
        _ => false,
    };
    cased && is_letter(character) && !is_capital(character)
}

#[cfg(test)]
mod tests {
    use super::{is_capital, is_letter, is_letter_or_digit, is_small, small};

    #[test]
    fn case_is_that_of_the_standard_library() {
        let scripts = [
            '\0'..='\u{17F}',
            '\u{386}'..='\u{3CE}',
            '\u{400}'..='\u{52F}',
            '\u{1E00}'..='\u{1EFF}',
        ];
        for character in scripts.into_iter().flatten() {
            assert_eq!(Some(small(character)), character.to_lowercase().next());
            assert_eq!(
                is_capital(character),
                character.is_uppercase(),
                "{character}"
            );
            assert_eq!(is_small(character), character.is_lowercase(), "{character}");
        }
    }

    #[test]
    fn letters_are_those_of_the_standard_library() {
        let same = [
            '\0'..='\u{2C1}',
            '\u{388}'..='\u{38A}',
            '\u{3A3}'..='\u{52F}',
            '\u{5D0}'..='\u{5EA}',
            '\u{620}'..='\u{64A}',
            '\u{904}'..='\u{939}',
            '\u{3041}'..='\u{3096}',
            '\u{4E00}'..='\u{9FFF}',
            '\u{AC00}'..='\u{D7A3}',
            '\u{2000}'..='\u{206F}',
            '\u{2190}'..='\u{245F}',
            '\u{1F300}'..='\u{1FAFF}',
        ];
        for character in same.into_iter().flatten() {
            assert_eq!(
                is_letter(character),
                character.is_alphabetic(),
                "{character}"
            );
            assert_eq!(
                is_letter_or_digit(character),
                character.is_alphanumeric(),
                "{character}"
            );
        }
    }
}
