//! A slow, obvious reading of the standard, written apart from the library: characters looked up in
//! the data file, segments filled one character after the other.
#![allow(dead_code, reason = "each test binary uses its own part")]

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The code units of each character of a text, and where the text was cut.
#[derive(Debug, PartialEq)]
pub struct Answer {
    pub encoding: &'static str,
    pub units: usize,
    pub per_segment: usize,
    /// Characters and code units of each segment.
    pub segments: Vec<(usize, usize)>,
}

/// Characters of the default alphabet and the septets each takes.
pub static DEFAULT: LazyLock<BTreeMap<u32, usize>> =
    LazyLock::new(|| alphabet("default", "default"));

/// The alphabet of two tables by their names in the data; the locking table wins.
pub fn alphabet(locking: &str, single: &str) -> BTreeMap<u32, usize> {
    let json: serde_json::Value =
        serde_json::from_str(include_str!("../data/gsm7/tables.json")).unwrap();
    let mut units = BTreeMap::new();
    for (table, septets) in [(&json[single]["single"], 2), (&json[locking]["locking"], 1)] {
        for character in table
            .as_object()
            .into_iter()
            .flat_map(serde_json::Map::values)
        {
            let code = character.as_str().unwrap().strip_prefix("U+").unwrap();
            units.insert(u32::from_str_radix(code, 16).unwrap(), septets);
        }
    }
    units
}

/// The default alphabet where it has every character, else UCS-2, under the limits of the standard.
pub fn answer(characters: &[u32]) -> Answer {
    let septets: Option<Vec<usize>> = characters.iter().map(|c| DEFAULT.get(c).copied()).collect();
    match septets {
        Some(septets) => filled("GSM-7", &septets, 160, 153),
        None => filled("UCS-2", &ucs2(characters), 70, 67),
    }
}

/// 16-bit units of each character; a lone surrogate is a code point below U+10000 like any other.
pub fn ucs2(characters: &[u32]) -> Vec<usize> {
    characters
        .iter()
        .map(|&c| if c > 0xFFFF { 2 } else { 1 })
        .collect()
}

/// One segment if all fits into `single` units, else as many of `concatenated` as it takes.
pub fn filled(
    encoding: &'static str,
    units: &[usize],
    single: usize,
    concatenated: usize,
) -> Answer {
    let total = units.iter().sum();
    let per_segment = if total <= single {
        single
    } else {
        concatenated
    };
    let mut segments = vec![(0, 0)];
    for &size in units {
        if segments.last().unwrap().1 + size > per_segment {
            segments.push((0, 0));
        }
        let last = segments.last_mut().unwrap();
        *last = (last.0 + 1, last.1 + size);
    }
    Answer {
        encoding,
        units: total,
        per_segment,
        segments,
    }
}

/// The code points of UTF-16, lone surrogates as they are.
pub fn code_points(units: &[u16]) -> Vec<u32> {
    char::decode_utf16(units.iter().copied())
        .map(|c| c.map_or_else(|lone| u32::from(lone.unpaired_surrogate()), u32::from))
        .collect()
}
