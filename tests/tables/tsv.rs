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

/// `rate-limit` and `partially_delivered` as `RateLimit` and `PartiallyDelivered`.
#[allow(dead_code, reason = "this file is a module of several test binaries")]
pub fn pascal(name: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    name.split(['_', '-']).map(capital).collect()
}
