// Generated from tests/data/smart-encoding/windows-1252.tsv.
// `UPDATE=1 cargo test --test tables_current` rewrites it.

/// The characters of Windows-1252 from 0x80 to 0x9F; empty where it has none.
#[rustfmt::skip]
pub(in crate::smart_encoding) const WINDOWS_1252: [&str; 32] = ["€", "", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "", "", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ"];
