//! Any text fitted into any number of segments.
#![no_main]

use septet::CutAt;
use septet_fuzz::{advice, input};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some(([languages, rest, most, end], text)) = input::text(data) else {
        return;
    };
    let cut_at = if end & 1 == 0 {
        CutAt::Word
    } else {
        CutAt::Grapheme
    };
    let ellipsis = ["", "...", "…", " (cont.)"][usize::from(end >> 1) % 4];
    let segmenter = input::segmenter([languages, rest]);
    advice::truncated(segmenter, &text, usize::from(most % 8), cut_at, ellipsis);
});
