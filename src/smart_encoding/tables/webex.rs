// Generated from tests/data/smart-encoding/providers.tsv.
// `UPDATE=1 cargo test --test tables_current` rewrites it.

use crate::smart_encoding::table::Table;

/// What Webex Interact replaces, as far as its list is known.
#[rustfmt::skip]
pub(in crate::smart_encoding) static TABLE: Table = Table {
    ascii: 0x0000_0001_0000_0000_0000_0000_0000_0200,
    starts: &[
        0x0009, 0x0060, 0x00AB, 0x02B9, 0x2010, 0x2032, 0x2212, 0xFE58, 0xFE63, 0xFF0D,
    ],
    offsets: &[
        0, 1, 2, 19, 23, 39, 48, 49, 50, 51, 52,
    ],
    values: &[
        32, 39, 60, 0, 0, 0, 0, 0, 0, 0, 0, 39, 0, 0, 0, 0, 0, 0, 62, 39, 0, 39, 39, 45,
        45, 45, 45, 45, 45, 0, 0, 39, 39, 39, 39, 34, 34, 34, 34, 39, 34, 0, 39, 34, 0, 0, 60, 62,
        45, 45, 45, 45,
    ],
    pool: "",
    ends: &[
    ],
    rare: &[
    ],
    kind_ends: &[
    ],
    kind_of_run: &[
    ],
    kinds: &[
    ],
    units: "",
};
