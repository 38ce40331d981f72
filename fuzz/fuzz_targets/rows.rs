//! Any octets as a file of rows: CSV divided into chunks, and lines of JSON.
#![no_main]

use septet_fuzz::{input, rows};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some(([delimiter, ..], content)) = input::split(data) else {
        return;
    };
    rows::divided(content, [b',', b'\t', b';'][usize::from(delimiter) % 3]);
    let text = String::from_utf8_lossy(content);
    for line in text.lines() {
        rows::object(line, "text");
    }
});
