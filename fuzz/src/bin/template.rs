//! Any text as a template: refused, or estimated and filled.
#![no_main]

use septet::{Boundary, TemplateError};
use septet_fuzz::{advice, input};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some(([languages, rest, length, ..], text)) = input::text(data) else {
        return;
    };
    // The value of every field is the first characters of the text itself.
    let value: String = text.chars().take(usize::from(length)).collect();
    // By characters: a value may join what stands beside it into one grapheme.
    let segmenter = input::segmenter([languages, rest]).with_boundary(Boundary::Character);
    match advice::estimated(segmenter, &text, &value) {
        Ok(()) => {}
        Err(TemplateError::Unclosed { index, .. } | TemplateError::BadName { index, .. }) => {
            assert!(text[index..].starts_with("{{"));
        }
        Err(error) => panic!("{error}"),
    }
});
