//! Options, which cross the border as two integers (`pkg-template/lib/options.js` packs them).

use septet::{Encoding, Limits, LimitsError, Profile, ReferenceBits};

/// Options that every way to count knows.
#[derive(Clone, Copy)]
pub(super) struct Options {
    pub(super) encoding: Option<Encoding>,
    pub(super) bits: ReferenceBits,
    pub(super) profile: Profile,
}

impl Options {
    /// From `flags` (bits 0–1: encoding, 2: a 16-bit reference, 3–4: profile) and, for a custom
    /// profile, `limits` (an octet each: single, concatenated, and the same for UCS-2 or 0).
    pub(super) fn new(flags: u32, limits: u32) -> Result<Self, LimitsError> {
        let encoding = match flags & 3 {
            0 => None,
            1 => Some(Encoding::Gsm7),
            _ => Some(Encoding::Ucs2),
        };
        let bits = match flags >> 2 & 1 {
            0 => ReferenceBits::Eight,
            _ => ReferenceBits::Sixteen,
        };
        let profile = match flags >> 3 & 3 {
            0 => Profile::Standard,
            1 => Profile::TollFree,
            2 => Profile::Single,
            _ => Profile::Custom(custom(limits)?),
        };
        Ok(Options {
            encoding,
            bits,
            profile,
        })
    }
}

fn custom(limits: u32) -> Result<Limits, LimitsError> {
    let [single, concatenated, ucs2_single, ucs2_concatenated] =
        limits.to_le_bytes().map(usize::from);
    let limits = Limits::new(single, concatenated)?;
    if ucs2_single == 0 && ucs2_concatenated == 0 {
        return Ok(limits);
    }
    limits.with_ucs2(ucs2_single, ucs2_concatenated)
}
