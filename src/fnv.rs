//! FNV-1a in 64 bits: a number that octets have on every machine and in every version of this crate, which the hashers
//! of the standard library do not promise. Nobody who can choose the octets gains by two of the same number.

/// The number of some octets.
pub(crate) fn fnv1a(octets: &[u8]) -> u64 {
    octets.iter().fold(0xCBF2_9CE4_8422_2325, |hash, &octet| {
        (hash ^ u64::from(octet)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}
