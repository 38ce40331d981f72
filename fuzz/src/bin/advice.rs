//! Reports, warnings, suggestions, explanations and links of any text.
#![no_main]

use septet_fuzz::{advice, input};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some(([languages, rest, ..], text)) = input::text(data) else {
        return;
    };
    let segmenter = input::segmenter([languages, rest]);
    advice::warnings(segmenter, &text);
    advice::suggestions(segmenter, &text);
    advice::explained(&text);
    advice::links_in_place(&text);
});
