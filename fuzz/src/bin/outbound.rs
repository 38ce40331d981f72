//! Any lines as the parameters of a message before it is sent.
#![no_main]

use septet_fuzz::{input, sending};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((options, text)) = input::text(data) else {
        return;
    };
    let number = i32::from_le_bytes(options);
    let mut lines = text.splitn(6, '\n');
    let mut next = || lines.next().unwrap_or_default();
    let (to, url, json, time, action, body) = (next(), next(), next(), next(), next(), next());
    sending::address(to);
    sending::outbound(&sending::Parameters {
        to,
        body,
        url,
        json,
        time,
        action,
        now: u64::from(number.unsigned_abs()),
        number: i64::from(number),
    });
});
