//! Properties of every smart-encoded text.

use septet::unstable::protected_ranges;
use septet::{Level, Residue, SmartEncoded, SmartEncoder, SmartOutcome};

/// Everything a result claims about its substitutions, checked against the two texts.
pub fn consistent(smart: &SmartEncoded<'_>) {
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
        matches!(
            smart.outcome(),
            SmartOutcome::Applied | SmartOutcome::Composed
        )
    );
}

/// Encoding twice gives the same text as encoding once.
pub fn idempotent(encoder: &SmartEncoder, text: &str) {
    let smart = encoder.encode(text);
    consistent(&smart);
    assert_eq!(encoder.encode(smart.text()).text(), smart.text());
}

/// A level never makes a text dearer, and counts it as `count` does.
pub fn never_costs_more(level: Level, text: &str) {
    for residue in [Residue::Keep, Residue::Revert] {
        let smart = SmartEncoder::new(level).with_residue(residue).encode(text);
        assert!(smart.after().segments() <= smart.before().segments());
        assert_eq!(smart.before(), septet::count(text));
        assert_eq!(smart.after(), septet::count(smart.text()));
    }
}

/// The links, e-mail addresses and merge fields of the result are those of the text. (Digits that are written plainly may become a
/// phone number, also one that goes on a link.)
pub fn has_the_same_spans(encoder: &SmartEncoder, text: &str) {
    let spans = |text: &str| -> Option<Vec<String>> {
        let mut ranges = protected_ranges(text).into_iter();
        let digits = text.chars().filter(|c| c.is_numeric()).count();
        let spans = ranges.by_ref().map(|(range, _)| text[range].to_owned());
        (digits < 7).then(|| spans.collect())
    };
    let smart = encoder.encode(text);
    if let (Some(before), Some(after)) = (spans(text), spans(smart.text())) {
        assert_eq!(after, before, "{text:?}");
    }
}

/// Links, e-mail addresses, phone numbers and merge fields stay as they are, but for typographic blanks and dashes in a
/// phone number, which may become plain ones.
pub fn keeps_protected(encoder: &SmartEncoder, text: &str) {
    let smart = encoder.encode(text);
    for (range, is_phone) in protected_ranges(text) {
        for made in smart.substitutions() {
            let changed = made.span().range();
            let apart = changed.end <= range.start || range.end <= changed.start;
            let is_plain = is_phone
                && made.original().chars().count() == 1
                && matches!(made.replacement(), " " | "-");
            assert!(apart || is_plain, "{made:?} changes {:?}", &text[range]);
        }
    }
}
