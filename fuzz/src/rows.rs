//! Division of CSV in `septet bulk`: the command's own module, with the CSV reader as the judge.

#[path = "../../src/bin/septet/source/format.rs"]
#[allow(dead_code, reason = "the names of files are not what is fuzzed")]
mod format;
#[path = "../../src/bin/septet/source/magic.rs"]
#[allow(dead_code, reason = "the kinds of files are not what is fuzzed")]
mod magic;
#[path = "../../src/bin/septet/source/split.rs"]
#[allow(dead_code, reason = "lines are not what is fuzzed")]
mod split;

use format::{Dialect, Format};

fn records(octets: &[u8], delimiter: u8) -> Vec<csv::ByteRecord> {
    let mut reader = csv::ReaderBuilder::new();
    reader
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter);
    let records = reader.from_reader(octets).into_byte_records();
    records.map(Result::unwrap).collect()
}

/// A file divided where a chunk may end has the records of the whole.
pub fn divided(octets: &[u8], delimiter: u8) {
    let dialect = Dialect::new(delimiter);
    if let Some(at) = split::boundary(octets, Format::Csv(dialect)) {
        let parts = [&octets[..at], &octets[at..]].map(|part| records(part, delimiter));
        assert_eq!(parts.concat(), records(octets, delimiter));
    }
    let _ = split::open_quote(octets, dialect);
}
