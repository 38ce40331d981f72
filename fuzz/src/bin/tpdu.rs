//! Any octets read as a message or a status report, with and without a service centre.
#![no_main]

use septet_fuzz::octets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| octets::tpdu(data));
