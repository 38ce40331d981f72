//! The cases that every face answers alike (`tests/data/cases.json`), answered by the crate: as UTF-8,
//! and as UTF-16 at once and in chunks.

use septet::{Utf16Counter, Utf16Cuts};

use crate::shared_cases::{Case, cases, shape};

#[test]
fn utf8() {
    for case in cases() {
        assert_eq!(case.answer(), case.expect, "{}", case.name);
    }
}

#[test]
fn utf16() {
    for case in cases() {
        for chunk in [1, 2, 31, 32, 33, 1 << 16] {
            assert_eq!(
                utf16_shape(&case, chunk),
                case.expect,
                "{} by {chunk}",
                case.name
            );
        }
    }
}

fn utf16_shape(case: &Case, chunk: usize) -> serde_json::Value {
    let mut counter: Utf16Counter = case.counter();
    case.units
        .chunks(chunk)
        .for_each(|units| counter.push(units));
    let count = counter.finish().unwrap();
    let (mut cuts, mut parts) = (Utf16Cuts::new(count), Vec::new());
    let mut record = |length, _units| parts.push(length);
    case.units
        .chunks(chunk)
        .for_each(|units| cuts.push(units, &mut record));
    cuts.finish(&mut record);
    shape(count, &parts)
}
