//! Smart encoding against its data files, the known cases, and its promises over random texts.

mod known_cases;
mod promises;
#[path = "../tables/smart_data.rs"]
mod smart_data;
mod tables;

use std::sync::LazyLock;

use septet::{Apply, Level, Outcome, Residue, SmartEncoded, SmartEncoder, smart_encode};
use smart_data::{Rows, levels};

static ROWS: LazyLock<Rows> = LazyLock::new(levels);

fn level_of(name: &str) -> Level {
    Level::ALL
        .into_iter()
        .find(|level| level.name() == name)
        .unwrap()
}

/// A level applied whatever comes of it.
fn forced(level: Level) -> SmartEncoder {
    SmartEncoder::new(level)
        .with_residue(Residue::Keep)
        .with_apply(Apply::Always)
}

fn plain(text: &str, level: Level) -> String {
    smart_encode(text, level).into_text().into_owned()
}

/// Everything a result claims about its substitutions, checked against the two texts.
fn assert_consistent(smart: &SmartEncoded<'_>) {
    let (mut rebuilt, mut from) = (String::new(), 0);
    let original_units: Vec<u16> = smart.original().encode_utf16().collect();
    let result_units: Vec<u16> = smart.text().encode_utf16().collect();
    for substitution in smart.substitutions() {
        let (span, result) = (substitution.span(), substitution.result_span());
        assert!(from <= span.range().start && span.range().start < span.range().end);
        assert_eq!(&smart.original()[span.range()], substitution.original());
        assert_eq!(&smart.text()[result.range()], substitution.replacement());
        assert_ne!(substitution.original(), substitution.replacement());
        let units = |text: &str| text.encode_utf16().collect::<Vec<_>>();
        assert_eq!(
            original_units[span.utf16_range()],
            units(substitution.original())
        );
        assert_eq!(
            result_units[result.utf16_range()],
            units(substitution.replacement())
        );
        rebuilt.push_str(&smart.original()[from..span.range().start]);
        rebuilt.push_str(substitution.replacement());
        from = span.range().end;
    }
    rebuilt.push_str(&smart.original()[from..]);
    assert_eq!(rebuilt, smart.text());
    assert_eq!(
        smart.substitutions().len() > 0,
        smart.outcome() == Outcome::Applied
    );
}
