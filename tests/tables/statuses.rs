//! From `tests/data/statuses.tsv` and `status-transitions.tsv` to `src/catalogue/tables/statuses.rs`.

use std::fmt::Write as _;

use crate::tsv::{self, pascal};

#[test]
fn statuses_are_current() {
    let statuses = tsv::read("statuses.tsv");
    let mut out = String::from(
        "// Generated from tests/data/statuses.tsv and tests/data/status-transitions.tsv.\n\
         // `UPDATE=1 cargo test --test tables_current` rewrites it.\n\n\
         use crate::catalogue::status::{Basis, Direction, Known, Row};\n\n\
         #[rustfmt::skip]\npub(in crate::catalogue) static STATUSES: &[Row] = &[\n",
    );
    for row in &statuses {
        let direction = match row["direction"].as_str() {
            "outbound" => "Outbound",
            "inbound" => "Inbound",
            both if both.contains("also inbound") => "Both",
            other => panic!("{other}"),
        };
        let terminal = row["terminal"].starts_with("yes");
        writeln!(
            out,
            "    Row {{ name: {:?}, direction: Direction::{direction}, terminal: {terminal}, meaning: {:?} }},",
            row["status"], row["meaning"]
        )
        .unwrap();
    }
    out.push_str("];\n\n/// From, to, and how far the step is vouched for.\n#[rustfmt::skip]\npub(in crate::catalogue) static TRANSITIONS: &[(Known, Known, Basis)] = &[\n");
    for row in tsv::read("status-transitions.tsv") {
        // Rows that begin "(create…" say which status comes first, not which follows which.
        if row["from"].starts_with('(') {
            continue;
        }
        let unsure = |cell: &str| {
            ["inferred", "uncertain"]
                .iter()
                .any(|word| cell.contains(word))
        };
        let basis = if row["basis"].contains("out-of-order") || row["note"].contains("out of order")
        {
            "Disorder"
        } else if unsure(&row["basis"]) || unsure(&row["note"]) {
            "Inferred"
        } else {
            "Documented"
        };
        for to in row["to"].split(" / ") {
            writeln!(
                out,
                "    (Known::{}, Known::{}, Basis::{basis}),",
                pascal(&row["from"]),
                pascal(to)
            )
            .unwrap();
        }
    }
    out.push_str("];\n");
    super::assert_current("src/catalogue/tables/statuses.rs", &out);
}
