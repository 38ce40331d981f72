//! A share of the rows, spread over the files: the same ones in every run.

use std::str::FromStr;

/// The share, as a bound on 32 bits of a hash.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sample {
    share: f64,
}

impl Sample {
    /// From 0, excluded, to 1.
    pub(super) const fn share(self) -> f64 {
        self.share
    }

    /// Returns `true` if the row at this octet of this file belongs to the sample. It depends on nothing else, so that
    /// a resumed run takes the same rows.
    pub(super) fn takes(self, file: usize, offset: u64) -> bool {
        // SplitMix64 spreads neighbours evenly.
        let mut mixed = offset.wrapping_add((file as u64).wrapping_mul(0xD1B5_4A32_D192_ED03));
        mixed = mixed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        let hash = u32::try_from(mixed >> 32).unwrap_or(u32::MAX);
        f64::from(hash) < self.share * 4_294_967_296.0
    }
}

impl FromStr for Sample {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let expected = "expected a share of the rows from 0 to 1, or in percent, such as 0.01 or 1%; --limit takes a number of rows";
        let (number, unit) = match text.strip_suffix('%') {
            Some(number) => (number.trim_end(), 100.0),
            None => (text, 1.0),
        };
        let share: f64 = number.parse().map_err(|_| expected.to_owned())?;
        let share = share / unit;
        if share > 0.0 && share <= 1.0 {
            Ok(Sample { share })
        } else {
            Err(expected.to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_taken() {
        let sample: Sample = "25%".parse().unwrap();
        let taken = (0..10_000).filter(|row| sample.takes(0, row * 37)).count();
        assert!((2_300..2_700).contains(&taken), "{taken}");
        let whole: Sample = "1".parse().unwrap();
        assert!((0..1_000).all(|offset| whole.takes(1, offset)));
        for wrong in ["0", "-1", "1000", "NaN", "x", "101%"] {
            assert!(wrong.parse::<Sample>().is_err(), "{wrong}");
        }
    }
}
