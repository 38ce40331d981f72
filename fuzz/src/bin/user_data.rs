//! Any octets read as user data, as what an SMPP link delivers, and as whole messages.
#![no_main]

use septet_fuzz::{input, octets};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some(([kind, dcs, udhi, udl], content)) = input::split(data) else {
        return;
    };
    match kind % 4 {
        // The length that the octets have, or the one the input claims.
        0 => octets::user_data(
            dcs,
            udhi & 1 != 0,
            u8::try_from(content.len()).unwrap_or(udl),
            content,
        ),
        1 => octets::user_data(dcs, udhi & 1 != 0, udl, content),
        2 => octets::smpp(dcs, udhi, content),
        _ => octets::tpdu(content),
    }
});
