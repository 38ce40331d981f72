//! Rows that `septet bulk` wrote, held against `count` one by one.

use std::collections::BTreeMap;
use std::path::Path;

use csv::{Reader, StringRecord};
use septet::{Alphabet, Count, Encoding};

/// Columns of a campaign.
const COLUMNS: usize = 6;

/// The sum of the rows.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Sum {
    pub(crate) rows: usize,
    pub(crate) segments: usize,
    /// Rows of each number of segments.
    pub(crate) bins: BTreeMap<usize, usize>,
}

/// Compares the rows of a campaign with those that were written of it: the same in the same order, and each column
/// behind them says what `count` says of the text.
pub(crate) fn compare(campaign: &Path, written: &Path) -> Sum {
    let mut before = Reader::from_path(campaign).unwrap();
    let mut after = Reader::from_path(written).unwrap();
    let names = after.headers().unwrap().clone();
    assert!(names.len() > COLUMNS);
    let (mut row, mut counted) = (StringRecord::new(), StringRecord::new());
    let mut sum = Sum::default();
    while before.read_record(&mut row).unwrap() {
        assert!(after.read_record(&mut counted).unwrap());
        assert_eq!(counted.len(), names.len());
        let text = &row[COLUMNS - 1];
        let count = septet::count(text);
        for (place, cell) in counted.iter().enumerate() {
            match row.get(place) {
                Some(as_it_was) => assert_eq!(cell, as_it_was),
                None => assert_eq!(cell, expected(&names[place], text, count), "{row:?}"),
            }
        }
        sum.rows += 1;
        sum.segments += count.segments();
        *sum.bins.entry(count.segments()).or_default() += 1;
    }
    assert!(!after.read_record(&mut counted).unwrap());
    sum
}

fn expected(column: &str, text: &str, count: Count) -> String {
    match column {
        "sms_encoding" => count.encoding().name().to_owned(),
        "sms_segments" => count.segments().to_string(),
        "sms_units" => count.units().to_string(),
        "sms_remaining" => count.units_remaining().to_string(),
        "sms_offenders" if count.encoding() == Encoding::Gsm7 => String::new(),
        "sms_offenders" => {
            let mut found = Vec::new();
            for character in text.chars() {
                if Alphabet::DEFAULT.septets(character).is_none() && !found.contains(&character) {
                    found.push(character);
                }
            }
            found.into_iter().take(10).collect()
        }
        other => panic!("{other} is not compared"),
    }
}
