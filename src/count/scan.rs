//! The choice of the code that counts UTF-8, by architecture.

use crate::count::Count;
#[cfg(not(all(feature = "std", target_arch = "x86_64")))]
use crate::count::portable;
use crate::count::utf8::Capacities;
#[cfg(all(feature = "std", target_arch = "x86_64"))]
use crate::count::x86_64;
use crate::encoding::Encoding;

/// Counts a text in the default alphabet where that has every character, else (or where
/// `demanded`) in UCS-2.
#[inline]
pub(crate) fn scan(text: &str, demanded: Option<Encoding>, full: Capacities) -> Count {
    #[cfg(all(feature = "std", target_arch = "x86_64"))]
    return x86_64::scan(text, demanded, full);
    #[cfg(not(all(feature = "std", target_arch = "x86_64")))]
    portable::scan(text, demanded, full)
}
