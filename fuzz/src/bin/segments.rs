//! Cuts under every option: languages, boundaries, references, encodings, profiles.
#![no_main]

use septet_fuzz::{input, options};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some(([languages, rest, ..], text)) = input::text(data) else {
        return;
    };
    let segmenter = input::segmenter([languages, rest]);
    options::cut(segmenter, &text);
    options::graphemes_cost_no_less(segmenter, &text);
});
