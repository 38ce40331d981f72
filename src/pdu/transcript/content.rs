//! The octets of one line.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::RecordError;
use super::line::is_digits;
use crate::pdu::Pdu;
use crate::pdu::dcs::Dcs;
use crate::pdu::header::Udhi;

/// Octets, and what is known about them.
///
/// ```
/// use septet::pdu::transcript::Content;
///
/// assert_eq!(Content::read("00 01 07")?, Content::Message(vec![0, 1, 7]));
/// # Ok::<(), septet::pdu::transcript::RecordError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Content {
    /// A whole message.
    Message(Vec<u8>),
    /// TP-UD with the fields that it needs, as `septet encode` writes them.
    UserData {
        /// TP-DCS.
        dcs: Dcs,
        /// TP-UDHI.
        udhi: Udhi,
        /// TP-UDL, septets for GSM-7, octets otherwise.
        udl: u8,
        /// TP-UD.
        octets: Vec<u8>,
    },
}

impl Content {
    /// Reads hexadecimal digits, or a line of `septet encode`: TP-DCS, TP-UDHI (`0` or `1`), TP-UDL and TP-UD.
    ///
    /// The digits may stand apart, by blanks or, octet by octet, as programs print them: `07:91`, `07-91`,
    /// `0x07, 0x91`, `\x07\x91`; `0x` may stand before all of them.
    ///
    /// # Errors
    ///
    /// A character that is not a digit, an odd number of digits, a TP-UDL over 255.
    ///
    /// ```
    /// use septet::pdu::{Dcs, Udhi, transcript::Content};
    ///
    /// let (dcs, udhi) = (Dcs::GSM7, Udhi::Absent);
    /// let octets = vec![0xE8, 0x32, 0x9B, 0xFD, 0x06];
    /// assert_eq!(Content::read("00\t0\t5\tE8329BFD06")?, Content::UserData { dcs, udhi, udl: 5, octets });
    /// # Ok::<(), septet::pdu::transcript::RecordError>(())
    /// ```
    pub fn read(line: &str) -> Result<Self, RecordError> {
        let columns: Vec<&str> = line.split_whitespace().collect();
        // Octets that stand apart have two digits each, so that one digit is TP-UDHI.
        if let [dcs, udhi @ ("0" | "1"), udl, octets @ ..] = &columns[..] {
            let dcs = octets_of(dcs)?.first().copied().unwrap_or_default();
            return Ok(Self::UserData {
                dcs: Dcs::new(dcs),
                udhi: Udhi::from(*udhi == "1"),
                udl: udl.parse().map_err(|_| RecordError::Udl {
                    found: (*udl).to_string(),
                })?,
                octets: octets_of(&octets.concat())?,
            });
        }
        let digits = printed(line).unwrap_or_else(|| columns.concat());
        octets_of(&digits).map(Self::Message)
    }
}

/// The digits of octets that stand apart by more than blanks, or after a `0x`.
fn printed(line: &str) -> Option<String> {
    let line = line.trim();
    let number = |text: &str| -> Option<String> {
        let digits = text.strip_prefix("0x").or(text.strip_prefix("0X"))?;
        is_digits(digits).then(|| digits.to_string())
    };
    if let Some(digits) = number(line) {
        return Some(digits);
    }
    let line = line.trim_matches(['[', ']', '{', '}', '(', ')', ' ', '"', '\'']);
    let groups = line.split([':', '-', ',', ';', ' ', '\t', '\\']);
    let mut digits = String::new();
    for group in groups.filter(|group| !group.is_empty()) {
        let octet = number(group).unwrap_or_else(|| group.trim_start_matches('x').to_string());
        if octet.len() != 2 || !is_digits(&octet) {
            return None;
        }
        digits.push_str(&octet);
    }
    (digits.len() > 2).then_some(digits)
}

/// Digits of a message that is well formed and whole.
pub(super) fn is_message(digits: &str) -> bool {
    let read = Content::read(digits);
    let Ok(Content::Message(octets)) = read else {
        return false;
    };
    Pdu::detect(&octets).is_ok_and(|pdu| pdu.check().is_ok())
}

/// The octets of hexadecimal digits, in either case.
fn octets_of(digits: &str) -> Result<Vec<u8>, RecordError> {
    let halves: Vec<u8> = digits
        .chars()
        .enumerate()
        .map(|(index, character)| {
            let value = character.to_digit(16);
            let value = value.and_then(|value| u8::try_from(value).ok());
            value.ok_or(RecordError::Digit { character, index })
        })
        .collect::<Result<_, _>>()?;
    let (pairs, rest) = halves.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(RecordError::HalfOctet {
            digits: halves.len(),
        });
    }
    Ok(pairs.iter().map(|[high, low]| high << 4 | low).collect())
}
