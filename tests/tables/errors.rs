//! From `tests/data/errors.tsv` and `error-classes.tsv` to `src/catalogue/tables/error_codes.rs`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::tsv::{self, pascal};

#[test]
fn error_codes_are_current() {
    let classes: BTreeMap<String, tsv::Row> = tsv::read("error-classes.tsv")
        .into_iter()
        .map(|row| (row["key"].clone(), row))
        .collect();
    let mut used = std::collections::BTreeSet::new();
    let mut rows: Vec<(u32, String)> = Vec::new();
    for row in tsv::read("errors.tsv") {
        let (code, category) = (&row["code"], &row["category"]);
        assert!(
            row["source"].starts_with(&format!("https://www.twilio.com/docs/api/errors/{code} (")),
            "{code}"
        );
        let key = if classes.contains_key(code) {
            code
        } else {
            category
        };
        used.insert(key.clone());
        let rule = &classes[key];
        // What is only a notice asks for nothing, whatever its category.
        let notice = row["retryable"] == "info";
        let class = if notice { "notice" } else { &rule["class"] };
        let action = if notice { "none" } else { &rule["action"] };
        let wait = match rule["wait"].as_str() {
            _ if notice => "None".to_owned(),
            "-" => "None".to_owned(),
            "pacific-midnight" => "Some(Wait::PacificMidnight)".to_owned(),
            seconds => format!("Some(Wait::Seconds({}))", seconds.parse::<u32>().unwrap()),
        };
        let retryable = row["retryable"].as_str();
        if action == "retry" {
            assert!(
                ["yes", "maybe"].contains(&retryable),
                "{code} cannot be retried"
            );
        }
        assert!(
            retryable != "yes" || action == "retry",
            "{code} can be retried"
        );
        assert_eq!(
            action == "retry",
            wait != "None",
            "{code}: a retry needs a wait"
        );
        let text = [
            &row["name"],
            &row["meaning"],
            &row["likely_cause"],
            &row["date"],
        ]
        .map(|cell| if cell == "-" { "" } else { cell.as_str() });
        rows.push((
            code.parse().unwrap(),
            format!(
                "    Row({}, Category::{}, Class::{}, Action::{}, {wait}, Retry::{}, Seen::{}, {:?}),",
                literal(code),
                pascal(category),
                pascal(class),
                pascal(action),
                pascal(retryable),
                pascal(&row["seen_in"]),
                text.join("\t")
            ),
        ));
    }
    let judged = tsv::read("errors.tsv");
    let judged = judged
        .iter()
        .filter(|row| row["retry_basis"] == "our judgement");
    // The documentation of `ErrorCode::retry` and of the npm package says so.
    assert_eq!((judged.count(), rows.len()), (410, 425));
    assert!(
        rows.is_sorted_by_key(|row| row.0),
        "looked up by binary search"
    );
    let unused: Vec<_> = classes.keys().filter(|key| !used.contains(*key)).collect();
    assert!(unused.is_empty(), "rules without an error code: {unused:?}");

    let mut out = String::from(
        "// Generated from tests/data/errors.tsv and tests/data/error-classes.tsv.\n\
         // `UPDATE=1 cargo test --test tables_current` rewrites it.\n\n\
         use crate::catalogue::error_code::{Action, Category, Class, Retry, Row, Seen, Wait};\n\n\
         /// By code; the text is the name, the meaning, the likely cause and the date of the source, divided by tabs.\n\
         #[rustfmt::skip]\npub(in crate::catalogue) static ERROR_CODES: &[Row] = &[\n",
    );
    for (_, row) in rows {
        writeln!(out, "{row}").unwrap();
    }
    out.push_str("];\n");
    super::assert_current("src/catalogue/tables/error_codes.rs", &out);
}

/// A code of five digits is read as it stands; clippy wants longer ones grouped: `572_002`.
fn literal(code: &str) -> String {
    match code.len() {
        6.. => tsv::grouped(code),
        _ => code.to_owned(),
    }
}
