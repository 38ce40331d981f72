//! Septets packed for USSD (TS 23.038 clause 6.1.2.3.1), where no length is sent along.
//!
//! With 8n − 1 septets, 7 spare bits would read as `@`; they carry a carriage return instead. A
//! text that itself ends in a carriage return on an octet boundary gets a second one, and the
//! receiver drops a carriage return that ends on an octet boundary. SMS has TP-UDL and none of
//! this: use [`pack`](super::pack()) there.

use alloc::vec::Vec;

use super::error::PackError;

/// The code of the carriage return.
const CR: u8 = 0x0D;

/// Octets of `septets` (codes 0x00..=0x7F), padded with a carriage return where the rule asks.
///
/// # Errors
///
/// A code over 0x7F.
///
/// ```
/// use septet::pdu::ussd;
///
/// // Seven septets: the seven spare bits carry a carriage return.
/// assert_eq!(ussd::pack(b"1234567")?, [0x31, 0xD9, 0x8C, 0x56, 0xB3, 0xDD, 0x1A]);
/// # Ok::<(), septet::pdu::PackError>(())
/// ```
pub fn pack(septets: &[u8]) -> Result<Vec<u8>, PackError> {
    let mut octets = super::pack::pack(septets, 0)?;
    match (septets.len() % 8, septets.last()) {
        // The last octet holds one bit of text: the return takes the seven above it.
        (7, _) => {
            if let Some(last) = octets.last_mut() {
                *last |= CR << 1;
            }
        }
        // The text's own return would be dropped: send another, with a padding bit of 0.
        (0, Some(&CR)) => octets.push(CR),
        _ => {}
    }
    Ok(octets)
}

/// Septets (codes 0x00..=0x7F) of USSD octets, without the carriage return that only pads.
///
/// A text of 8n septets whose own carriage return was doubled comes back with both: the standard
/// defines two as meaning the same as one.
///
/// ```
/// use septet::pdu::ussd;
///
/// assert_eq!(ussd::unpack(&[0x31, 0xD9, 0x8C, 0x56, 0xB3, 0xDD, 0x1A]), b"1234567");
/// ```
#[must_use]
pub fn unpack(octets: &[u8]) -> Vec<u8> {
    let count = octets.len() / 7 * 8 + octets.len() % 7 * 8 / 7;
    // `count` septets never need more than the octets they were computed from.
    let mut septets = super::pack::unpack(octets, count, 0).unwrap_or_default();
    if octets.len().is_multiple_of(7) && septets.last() == Some(&CR) {
        septets.pop();
    }
    septets
}
