//! Reads the tab-separated data files: a header line, then rows of as many cells.

use std::collections::BTreeMap;

/// One row: column name to cell.
pub type Row = BTreeMap<String, String>;

/// The rows of a file under `tests/data/`, in its order.
pub fn read(name: &str) -> Vec<Row> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(name);
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap().split('\t').collect();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(cells.len(), header.len(), "{name}: {line}");
        let pairs = header.iter().zip(cells);
        pairs
            .map(|(k, v)| ((*k).to_owned(), v.to_owned()))
            .collect()
    };
    lines.map(row).collect()
}

/// A number as Rust code writes a long one: its thousands apart, from five digits on.
#[allow(dead_code, reason = "this file is a module of several test binaries")]
pub fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && digits.len() > 4 && (digits.len() - index).is_multiple_of(3) {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    grouped
}

/// `rate-limit` and `partially_delivered` as `RateLimit` and `PartiallyDelivered`.
#[allow(dead_code, reason = "this file is a module of several test binaries")]
pub fn pascal(name: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    name.split(['_', '-']).map(capital).collect()
}
