//! Any octets as a file of rows, divided into chunks.
#![no_main]

use septet_fuzz::{input, rows};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some(([delimiter, ..], content)) = input::split(data) else {
        return;
    };
    rows::divided(content, [b',', b'\t', b';'][usize::from(delimiter) % 3]);
});
