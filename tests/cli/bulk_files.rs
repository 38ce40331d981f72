//! Files for the tests of `septet bulk`.

use std::path::{Path, PathBuf};

use crate::campaign::{Campaign, HEADER};

/// An empty directory of this name.
pub(crate) fn directory(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("bulk")
        .join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

/// A campaign of so many rows, as CSV.
pub(crate) fn campaign(rows: usize) -> String {
    let (mut campaign, mut text) = (Campaign::new(1), HEADER.to_owned());
    (0..rows).for_each(|_| campaign.write_row(&mut text));
    text
}

/// The names of all files of a directory, sorted.
pub(crate) fn names(directory: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(directory).unwrap();
    let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name();
    let mut names: Vec<String> = entries
        .map(|entry| name(entry).into_string().unwrap())
        .collect();
    names.sort();
    names
}

pub(crate) fn gzip(octets: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(octets).unwrap();
    encoder.finish().unwrap()
}

pub(crate) fn zstd(octets: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(octets, ruzstd::encoding::CompressionLevel::Fastest)
}

#[test]
fn a_seed_decides_the_rows_of_a_campaign() {
    let rows = |seed, count| {
        let (mut campaign, mut text) = (Campaign::new(seed), String::new());
        (0..count).for_each(|_| campaign.write_row(&mut text));
        text
    };
    assert_eq!(rows(7, 1_000), rows(7, 1_000));
    assert_ne!(rows(7, 1_000), rows(8, 1_000));
    assert!(rows(7, 1_000).starts_with(&rows(7, 10)));
}

#[test]
fn rows_of_a_campaign_are_of_every_kind() {
    let text = campaign(10_000);
    for kind in [
        "東京",
        "”",
        "🎉",
        "e\u{301}",
        "\u{200B}",
        "\"\"",
        "İbrahim",
        "नमस्ते",
    ] {
        assert!(text.contains(kind), "{kind}");
    }
}

/// Rows and segments of a summary as JSON.
pub(crate) fn summary(output: &std::process::Output) -> Option<(u64, u64)> {
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).ok()?;
    Some((json["rows"].as_u64()?, json["totalSegments"].as_u64()?))
}
