//! Any octets read as a status report.
#![no_main]

use septet_fuzz::octets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    octets::status_report(data);
    // Past the first octet, which few inputs get right.
    octets::status_report(&[&[0x06], data].concat());
});
