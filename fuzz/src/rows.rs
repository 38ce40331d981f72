//! What `septet bulk` reads from files: the command's own modules, with the libraries that others trust as judges.

#[path = "../../src/bin/septet/stream/format.rs"]
#[allow(dead_code, reason = "the names of files are not what is fuzzed")]
mod format;
#[path = "../../src/bin/septet/bulk/json.rs"]
#[allow(dead_code, reason = "what is handed on to the output is not looked at")]
mod json;
#[path = "../../src/bin/septet/stream/split.rs"]
mod split;

use format::Format;

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
    if let Some(at) = split::boundary(octets, Format::Csv { delimiter }) {
        let parts = [&octets[..at], &octets[at..]].map(|part| records(part, delimiter));
        assert_eq!(parts.concat(), records(octets, delimiter));
    }
    let _ = split::is_quote_open(octets, delimiter);
}

/// What serde_json reads as an object is read, and a string in it comes out as it is.
pub fn object(line: &str, key: &str) {
    let keys = [key.to_owned()];
    let wanted = json::Wanted {
        keys: &keys,
        taken: &[],
    };
    let read = json::Object::read(line, &wanted);
    let judge = serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(line);
    let Ok(judge) = judge else {
        // Numbers that it has no room for are passed over here.
        let _ = read.map(|object| object.text(0, key).is_ok());
        return;
    };
    let object = read.unwrap();
    assert_eq!(object.is_empty, judge.is_empty());
    let text = object.text(0, key);
    match judge.get(key) {
        Some(serde_json::Value::String(expected)) => assert_eq!(&text.unwrap(), expected),
        Some(serde_json::Value::Number(_) | serde_json::Value::Bool(_)) => assert!(text.is_ok()),
        _ => assert!(text.is_err()),
    }
}
