//! Any text as a media type, any octets as a file.
#![no_main]

use septet::media::MediaType;
use septet_fuzz::{input, sending};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((_, content)) = input::split(data) else {
        return;
    };
    let _ = MediaType::sniff(content);
    sending::media_type(&String::from_utf8_lossy(content));
});
