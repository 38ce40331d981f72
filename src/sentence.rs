//! Sentences with numbers in them.
//!
//! Not `format!`, whose machinery is 2 KB of a WebAssembly module.

use alloc::string::String;

/// The words with a number, in decimal, in the place of each `#`.
pub(crate) fn sentence(words: &str, numbers: &[usize]) -> String {
    let mut sentence = String::with_capacity(words.len() + 8);
    let mut numbers = numbers.iter();
    for character in words.chars() {
        match (character, numbers.as_slice()) {
            ('#', [number, ..]) => {
                push_decimal(&mut sentence, *number as u64);
                numbers.next();
            }
            _ => sentence.push(character),
        }
    }
    sentence
}

/// Adds a number without a sign, in decimal.
#[inline(never)]
pub(crate) fn push_decimal(text: &mut String, number: u64) {
    let mut place = 1;
    while number / place >= 10 {
        place *= 10;
    }
    while place > 0 {
        let digit = u8::try_from(number / place % 10).unwrap_or(0);
        text.push(char::from(b'0' + digit));
        place /= 10;
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{push_decimal, sentence};

    #[test]
    fn numbers_stand_in_their_places() {
        assert_eq!(sentence("# of # segments", &[3, 255]), "3 of 255 segments");
        assert_eq!(sentence("no number", &[]), "no number");
        assert_eq!(sentence("# and #", &[1]), "1 and #");
    }

    #[test]
    fn numbers_are_written_as_they_always_are() {
        for number in [0, 1, 9, 10, 99, 100, 12_345, u64::from(u32::MAX), u64::MAX] {
            let mut text = alloc::string::String::new();
            push_decimal(&mut text, number);
            assert_eq!(text, number.to_string());
        }
    }
}
