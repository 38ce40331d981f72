//! Sentences in 50 languages and more at every level, read once as a native reader would (`native.tsv`).

use std::fmt::Write as _;
use std::path::Path;

use septet::{Level, TextLanguage};

use super::forced;

const FILE: &str = "tests/data/smart-encoding/native.tsv";

/// `UPDATE=1 cargo test native` rewrites the columns of the levels; read the difference.
#[test]
fn every_language_is_read_as_its_readers_write_it() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let file = std::fs::read_to_string(&path).unwrap();
    let mut lines = file.lines();
    let mut out = format!("{}\n", lines.next().unwrap());
    for line in lines {
        let columns: Vec<&str> = line.split('\t').collect();
        let [language, name, told, text, .., source] = columns[..] else {
            panic!("{line}");
        };
        let at_level = |level| {
            let encoder = forced(level);
            let encoder = match TextLanguage::from_code(told) {
                Some(told) => encoder.with_text_language(told),
                None => encoder,
            };
            let written = encoder.encode(text).into_text().into_owned();
            assert_eq!(encoder.encode(&written).text(), written, "{language}");
            written
        };
        let [typography, compatibility, transliteration] = Level::ALL.map(at_level);
        writeln!(
            out,
            "{language}\t{name}\t{told}\t{text}\t{typography}\t{compatibility}\t{transliteration}\t{source}"
        )
        .unwrap();
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &out).unwrap();
    }
    for (expected, now) in file.lines().zip(out.lines()) {
        assert_eq!(now, expected);
    }
    assert!(file.lines().count() > 50);
}
