//! Octets as hexadecimal digits.

use std::fmt::{self, Display};

/// Octets to show: two digits each, in upper case.
pub(crate) struct Hex<'o>(pub(crate) &'o [u8]);

impl Display for Hex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|octet| write!(f, "{octet:02X}"))
    }
}

/// One octet, written as `0x18` or `24`.
pub(crate) fn octet(number: &str) -> Result<u8, String> {
    let octet = match number
        .strip_prefix("0x")
        .or_else(|| number.strip_prefix("0X"))
    {
        Some(digits) => u8::from_str_radix(digits, 16),
        None => number.parse(),
    };
    octet.map_err(|_| "expected an octet such as 0x18 or 24".to_owned())
}
