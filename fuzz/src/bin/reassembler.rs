//! Parts of many messages, true and false ones, in any order.
#![no_main]

use septet::pdu::{Dcs, Reassembler, Udhi, UserData};
use septet_fuzz::{input, joining};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some(([limit, ..], content)) = input::split(data) else {
        return;
    };
    let limit = usize::from(limit % 8) + 1;
    let mut reassembler = Reassembler::new()
        .with_max_messages(limit)
        .with_max_octets(0);
    for (now, arrival) in content.chunks_exact(6).enumerate() {
        let &[sender, wide, reference, total, sequence, content] = arrival else {
            continue;
        };
        let now = now as u64;
        if sender == u8::MAX {
            reassembler.expire_before(now.saturating_sub(u64::from(content)));
            continue;
        }
        let mut octets = if wide & 1 == 0 {
            vec![5, 0, 3, reference, total, sequence]
        } else {
            vec![6, 8, 4, 0, reference, total, sequence]
        };
        octets.resize(140 - usize::from(content % 8), content);
        let udl = u8::try_from(octets.len()).unwrap_or(u8::MAX);
        if let Ok(part) = UserData::decode(Dcs::EIGHT_BIT, Udhi::Present, udl, &octets) {
            joining::taken_in(&mut reassembler, limit, sender % 8, part, now);
        }
    }
    assert!(reassembler.expire_before(u64::MAX).len() <= limit);
    assert_eq!(
        (reassembler.octets(), reassembler.waiting().count()),
        (0, 0)
    );
});
