//! Counts and cuts of UTF-8 and of UTF-16 that may be broken, against the oracle.
#![no_main]

use septet_fuzz::{counting, input};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some(([kind, size, concatenated, ucs2], content)) = input::split(data) else {
        return;
    };
    let size = usize::from(size % 64) + 1;
    if kind & 1 != 0 {
        let units = content
            .chunks_exact(2)
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        counting::utf16(&units.collect::<Vec<_>>(), size);
        return;
    }
    let text = String::from_utf8_lossy(content);
    counting::text(&text);
    counting::greedy(&text);
    let single = size + 9;
    let concatenated = usize::from(concatenated).clamp(10, single);
    counting::small_limits(&text, single, concatenated, usize::from(ucs2).clamp(2, 70));
});
