//! Anything that a modem may print.
#![no_main]

use septet_fuzz::octets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| octets::transcript(&String::from_utf8_lossy(data)));
