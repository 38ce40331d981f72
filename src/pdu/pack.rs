//! Septets packed into octets (TS 23.038 clause 6.1.2.1) behind a header's fill bits
//! (TS 23.040 clause 9.2.3.24).
//!
//! Septet `i` starts at bit `fill + 7i`, least significant bit first; fill and spare bits are 0.
//!
//! Invariant of both loops: `held` contains the `bits` bits that were read and not yet written, the oldest lowest. Packing holds
//! at most 7 bits between septets, so at most 14 within one; unpacking reads an octet only if it holds less than 13 bits, so at
//! most 20. Both fit 32 bits, and each octet and septet is moved once. Unpacking checks the length first, so its source
//! never ends early; octets after the last septet are not read.
//!
//! Plain steps of an octet are enough: packing 160 septets takes 1.1 µs from JavaScript, the call included
//! (`benches/RESULTS.md`, npm border, 2026-11-30). `tests/data/vectors` checks it against other implementations.
//!
//! No carriage return is added here: that is the rule of [`ussd`](super::ussd), never of SMS.

use alloc::vec::Vec;

use super::error::PackError;

/// Fill bits, 0..=6, that bring the first septet after a header to a septet boundary.
///
/// `header_octets` counts the whole header, UDHL included; 0 where there is none.
///
/// ```
/// use septet::pdu::fill_bits;
///
/// assert_eq!(fill_bits(0), 0);
/// assert_eq!(fill_bits(6), 1); // 8-bit concatenation
/// assert_eq!(fill_bits(7), 0); // 16-bit concatenation
/// ```
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "a remainder of 7")]
pub const fn fill_bits(header_octets: usize) -> u8 {
    // (7 − 8H mod 7) mod 7, and 8H mod 7 = H mod 7.
    ((7 - header_octets % 7) % 7) as u8
}

/// Octets that `septets` behind `fill_bits` take.
pub(super) const fn packed_len(septets: usize, fill_bits: u8) -> usize {
    // ⌈(7 × septets + fill) / 8⌉, written so that no length overflows.
    let (whole, rest) = (septets / 8, septets % 8);
    whole * 7 + (rest * 7 + fill_bits as usize).div_ceil(8)
}

/// Octets of `septets` (codes 0x00..=0x7F) packed behind `fill_bits` (0..=6) zero bits.
///
/// # Errors
///
/// A code over 0x7F, or more than 6 fill bits.
///
/// ```
/// use septet::pdu::pack;
///
/// assert_eq!(pack(b"hellohello", 0)?, [0xE8, 0x32, 0x9B, 0xFD, 0x46, 0x97, 0xD9, 0xEC, 0x37]);
/// assert_eq!(pack(&[0x41], 1)?, [0x82]);
/// # Ok::<(), septet::pdu::PackError>(())
/// ```
#[doc(alias = "packSeptets")]
pub fn pack(septets: &[u8], fill_bits: u8) -> Result<Vec<u8>, PackError> {
    check_fill_bits(fill_bits)?;
    if let Some(index) = septets.iter().position(|&code| code > 0x7F) {
        return Err(PackError::NotASeptet {
            index,
            code: septets[index],
        });
    }
    let mut octets = Vec::with_capacity(packed_len(septets.len(), fill_bits));
    pack_into(&mut octets, septets, fill_bits);
    Ok(octets)
}

/// Appends packed septets (each 0x00..=0x7F) behind `fill_bits` (0..=6) zero bits.
pub(super) fn pack_into(octets: &mut Vec<u8>, septets: &[u8], fill_bits: u8) {
    let mut bits = u32::from(fill_bits);
    let mut held = 0u32;
    for &septet in septets {
        held |= u32::from(septet) << bits;
        bits += 7;
        while bits >= 8 {
            octets.push((held & 0xFF) as u8);
            held >>= 8;
            bits -= 8;
        }
    }
    if bits > 0 {
        octets.push((held & 0xFF) as u8);
    }
}

/// `count` septets (codes 0x00..=0x7F) read from `octets` after `fill_bits` (0..=6) skipped bits.
///
/// Octets after the last septet are not looked at.
///
/// # Errors
///
/// Fewer octets than `count` septets take, or more than 6 fill bits.
///
/// ```
/// use septet::pdu::unpack;
///
/// assert_eq!(unpack(&[0xE8, 0x32, 0x9B, 0xFD, 0x06], 5, 0)?, b"hello");
/// assert!(unpack(&[0xE8, 0x32], 5, 0).is_err());
/// # Ok::<(), septet::pdu::PackError>(())
/// ```
#[doc(alias = "unpackSeptets")]
pub fn unpack(octets: &[u8], count: usize, fill_bits: u8) -> Result<Vec<u8>, PackError> {
    check_fill_bits(fill_bits)?;
    if packed_len(count, fill_bits) > octets.len() {
        return Err(PackError::Truncated {
            septets: count,
            octets: octets.len(),
        });
    }
    let mut septets = Vec::with_capacity(count);
    let mut source = octets.iter();
    let mut held = 0u32;
    let mut bits = 0u32;
    let mut skip = u32::from(fill_bits);
    while septets.len() < count {
        if bits < 7 + skip {
            let Some(&octet) = source.next() else { break };
            held |= u32::from(octet) << bits;
            bits += 8;
            continue;
        }
        held >>= skip;
        bits -= skip;
        skip = 0;
        septets.push((held & 0x7F) as u8);
        held >>= 7;
        bits -= 7;
    }
    Ok(septets)
}

const fn check_fill_bits(bits: u8) -> Result<(), PackError> {
    if bits > 6 {
        Err(PackError::FillBits { bits })
    } else {
        Ok(())
    }
}
