//! Any octets as the body of a webhook, and any text as a URL that carries a state.
#![no_main]

use septet_fuzz::{forms, input, replies};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((_, content)) = input::split(data) else {
        return;
    };
    forms::body(content);
    replies::state(&String::from_utf8_lossy(content));
});
