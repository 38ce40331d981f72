//! Phone numbers in a text.
//!
//! * P1. Seven digits or more, of ASCII, Arabic, Persian, Hindi or Bengali, with no more than a separator between two of
//!   them: blanks, a dash, a slash, parentheses, or some of these together, such as `) ` and ` - `; or a single full stop.
//!   A `+` before the first digit belongs to it.
//! * P2. An extension belongs to it: `ext. 12`, `x12`.
//!
//! Amounts and dates of as many digits are taken for phone numbers too, which does no harm: all that may change within one
//! is how its blanks and dashes are drawn ([`plain`]), and people do not want those cut either.

use core::ops::Range;

/// The fewest digits of a phone number that is not a short code.
const FEWEST_DIGITS: usize = 7;

/// The most characters between two digits of a phone number.
const LONGEST_SEPARATOR: usize = 3;

/// The most digits of an extension.
const LONGEST_EXTENSION: usize = 5;

/// The phone numbers of a text, in order, found in linear time.
#[derive(Clone, Debug)]
pub(super) struct Phones<'t> {
    text: &'t str,
    at: usize,
}

pub(super) fn phones(text: &str) -> Phones<'_> {
    Phones { text, at: 0 }
}

impl Iterator for Phones<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        // The first octets of the digits, each of which is also one of other characters.
        let may_begin = |byte: u8| matches!(byte, b'0'..=b'9' | 0xD9 | 0xDB | 0xE0);
        loop {
            let rest = self.text.get(self.at..)?;
            self.at += rest.bytes().position(may_begin)?;
            let (digits, end) = number(self.text, self.at);
            let start = self.at;
            if digits == 0 {
                self.at += self.text.get(start..)?.chars().next()?.len_utf8();
                continue;
            }
            self.at = end;
            if digits >= FEWEST_DIGITS {
                self.at = with_extension(self.text, end);
                let plus = self.text.get(..start)?.ends_with('+');
                return Some(start - usize::from(plus)..self.at);
            }
        }
    }
}

/// Returns the digits of the number that begins here, and its end (P1).
fn number(text: &str, start: usize) -> (usize, usize) {
    let (mut digits, mut end, mut separators) = (0, start, 0);
    let (mut has_full_stop, mut at) = (false, start);
    for character in text.get(start..).unwrap_or("").chars() {
        at += character.len_utf8();
        if is_digit(character) {
            (digits, end, separators, has_full_stop) = (digits + 1, at, 0, false);
            continue;
        }
        separators += 1;
        let separates = match character {
            '.' => separators == 1,
            '(' | ')' | '/' => !has_full_stop,
            _ => !has_full_stop && plain(character).is_some(),
        };
        has_full_stop |= character == '.';
        if digits == 0 || !separates || separators > LONGEST_SEPARATOR {
            break;
        }
    }
    (digits, end)
}

/// Returns the end of a number with its extension, for a number that ends here (P2).
fn with_extension(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or("");
    let blank = usize::from(rest.starts_with(' '));
    let bare = rest.get(blank..).unwrap_or("");
    let Some(mark) = ["ext. ", "ext.", "ext ", "x"]
        .into_iter()
        .find(|mark| bare.starts_with(mark))
    else {
        return end;
    };
    let digits = bare
        .bytes()
        .skip(mark.len())
        .take_while(u8::is_ascii_digit)
        .count();
    if (1..=LONGEST_EXTENSION).contains(&digits) {
        end + blank + mark.len() + digits
    } else {
        end
    }
}

const fn is_digit(character: char) -> bool {
    matches!(character, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' | '\u{966}'..='\u{96F}'
        | '\u{9E6}'..='\u{9EF}')
}

/// The plain form of a blank or a dash, which is all that it may become within a phone number; `None` for anything else.
pub(crate) const fn plain(character: char) -> Option<&'static str> {
    match character {
        ' ' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => {
            Some(" ")
        }
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => {
            Some("-")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::vec::Vec;

    use super::phones;

    #[test]
    fn phone_numbers_are_found_as_people_write_them() {
        for number in [
            "+44 20 7946 0958",
            "+49 (0)171 – 123 45 67",
            "020\u{A0}7946\u{A0}0958",
            "(415) 555-2671",
            "415.555.2671",
            "030/123456",
            "555\u{2011}0199",
            "1 800 555 0199 ext. 12",
            "+14155552671x123",
            "٠١٢ ٣٤٥ ٦٧٨٩",
            "०११-२३४५६७८",
        ] {
            let text = format!("Call {number}, or write.");
            let found: Vec<&str> = phones(&text).map(|range| &text[range]).collect();
            assert_eq!(found, [number.trim_start_matches('(')], "{text}");
        }
    }

    #[test]
    fn what_is_no_phone_number_is_not_found() {
        for text in [
            "Code 123456. 7 left",
            "10:30–12:45",
            "12 of 34567",
            "5 €, 6 €, 7 €, 8 €",
            "123456",
            "1.\u{20}2.\u{20}3.\u{20}4.\u{20}5.\u{20}6.\u{20}7",
            "٪ दो",
        ] {
            assert_eq!(phones(text).count(), 0, "{text}");
        }
    }
}
