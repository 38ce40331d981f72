//! Any text made octets and read again: by TP-UD, strictly and tolerantly, and by SMPP.
#![no_main]

use septet_fuzz::{input, octets};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some(([languages, rest, reference, ..], text)) = input::text(data) else {
        return;
    };
    let segmenter = input::segmenter([languages, rest]);
    // Octets are made of 255 segments at most.
    if segmenter
        .count(&text)
        .is_ok_and(|count| count.segments() <= 255)
    {
        octets::text_comes_back(segmenter, &text, reference);
    }
});
