//! The choice of the code that counts UTF-8, by architecture.

#[cfg(not(all(feature = "std", target_arch = "x86_64")))]
use crate::alphabet::Alphabet;
use crate::count::Count;
#[cfg(not(all(feature = "std", target_arch = "x86_64")))]
use crate::count::portable;
#[cfg(not(all(feature = "std", target_arch = "x86_64")))]
use crate::count::tally::Tally;
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
    if IS_SMALL {
        scan_characters(text, demanded, full)
    } else {
        portable::scan(text, demanded, full)
    }
}

/// Whether this is compiled into the WebAssembly module of reports, where a small module matters more than how fast it
/// counts: what JavaScript counts is counted by another module.
#[cfg(not(all(feature = "std", target_arch = "x86_64")))]
const IS_SMALL: bool = cfg!(all(
    target_arch = "wasm32",
    feature = "wasm-alone",
    not(feature = "wasm-count")
));

/// Counts a text one character at a time.
#[cfg(not(all(feature = "std", target_arch = "x86_64")))]
fn scan_characters(text: &str, demanded: Option<Encoding>, full: Capacities) -> Count {
    let mut septets = Tally::new(full.gsm7.concatenated);
    let mut push = |character| {
        let units = Alphabet::DEFAULT.units(character)?;
        septets.push(units);
        Some(())
    };
    if demanded != Some(Encoding::Ucs2) && text.chars().try_for_each(&mut push).is_some() {
        return septets.count(Encoding::Gsm7, Alphabet::DEFAULT, full.gsm7);
    }
    let mut units = Tally::new(full.ucs2.concatenated);
    for character in text.chars() {
        units.push(character.len_utf16());
    }
    units.count(Encoding::Ucs2, Alphabet::DEFAULT, full.ucs2)
}
