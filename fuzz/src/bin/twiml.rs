//! Any text as the body and the address of a reply, read back by an XML parser.
#![no_main]

use septet::twiml::TwimlError;
use septet_fuzz::{input, replies};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some(([to, replacement, ..], text)) = input::text(data) else {
        return;
    };
    let place = text.char_indices().nth(usize::from(to));
    let (to, body) = text.split_at(place.map_or(0, |(at, _)| at));
    match replies::read_back(body, to, char::from(replacement)) {
        Ok(()) => {}
        Err(TwimlError::EmptyMessage { .. }) => assert!(body.is_empty()),
        Err(TwimlError::BodyTooLong { .. }) => assert!(body.encode_utf16().count() > 1_600),
        Err(error) => panic!("{error}"),
    }
});
