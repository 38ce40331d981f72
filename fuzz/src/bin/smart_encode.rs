//! Smart encoding by every level, whatever is asked of it.
#![no_main]

use septet::{Apply, Level, Residue, Rules, SmartEncoder};
use septet_fuzz::{input, smart};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some(([languages, rest, rules, ask], text)) = input::text(data) else {
        return;
    };
    let level = Level::ALL[usize::from(rules) % Level::ALL.len()];
    let apply = [Apply::WhenItHelps, Apply::WhenSegmentsSaved, Apply::Always];
    let encoder = SmartEncoder::new(level)
        .with_residue(if ask & 1 != 0 {
            Residue::Keep
        } else {
            Residue::Revert
        })
        .with_apply(apply[usize::from(ask >> 1) % apply.len()])
        .with_segmenter(input::segmenter([languages, rest]));
    smart::idempotent(&encoder, &text);
    smart::keeps_protected(&encoder, &text);
    smart::never_costs_more(level, &text);
    for rules in [Rules::Twilio, Rules::Telnyx] {
        smart::consistent(&SmartEncoder::new(rules).encode(&text));
    }
});
