//! Properties of every text that is fitted, explained, advised on or parsed as a template.

use septet::unstable::{field_ranges, protected_ranges};
use septet::{
    Apply, CutAt, Edit, FieldEstimate, Languages, Level, Residue, Segmenter, SmartEncoder,
    SubstitutionReason, Suggestion, SuggestionKind, Template, TemplateError, TextLanguage,
    Truncator, analyze, links,
};

/// A cut text fits, is a beginning, and divides no link and no merge field; no longer beginning fits.
pub fn truncated(segmenter: Segmenter, text: &str, most: usize, cut_at: CutAt, ellipsis: &str) {
    let truncator = Truncator::new(most)
        .with_cut_at(cut_at)
        .with_ellipsis(ellipsis);
    let cut = truncator.with_segmenter(segmenter).truncate(text).unwrap();
    assert!(cut.count().segments() <= most.max(1));
    assert_eq!(cut.count(), segmenter.count(cut.text()).unwrap());
    assert!(text.starts_with(cut.kept()));
    assert_eq!(format!("{}{}", cut.kept(), cut.removed()), text);
    let end = if cut.is_cut() { ellipsis } else { "" };
    assert_eq!(cut.text(), format!("{}{end}", cut.kept()));
    let place = cut.kept().len();
    let mut whole = field_ranges(text);
    whole.extend(links(text).map(|link| link.span().range()));
    let divides = |at: usize| whole.iter().any(|range| range.start < at && at < range.end);
    assert!(!divides(place), "a link or a field is cut at {place}");
    if cut.is_cut() && cut_at == CutAt::Grapheme {
        // Try the next places where a cut may be.
        use unicode_segmentation::UnicodeSegmentation as _;
        let places = text
            .grapheme_indices(true)
            .map(|(at, _)| at)
            .chain([text.len()]);
        let next =
            places.filter(|&at| at > place && !divides(at) && text[..at].trim_end().len() > place);
        for at in next.take(3) {
            let longer = format!("{}{end}", text[..at].trim_end());
            let segments = segmenter.count(&longer).unwrap().segments();
            assert!(segments > most.max(1), "{longer:?} fits");
        }
    }
}

/// The place of a suggestion in the order of harm: nothing seen, typography, one national table, compatibility, more tables,
/// transliteration, removing, shortening.
fn harm(suggestion: &Suggestion<'_>, text: &str) -> u8 {
    match suggestion.kind() {
        SuggestionKind::CleanUp => 0,
        SuggestionKind::SmartEncoding(Level::Typography) => {
            use SubstitutionReason::{Canonical, Composition, Invisible, Misread};
            let unseen = |reason| matches!(reason, Canonical | Composition | Invisible | Misread);
            let encoder = SmartEncoder::new(Level::Typography)
                .with_residue(Residue::Keep)
                .with_apply(Apply::Always);
            let smart = encoder.encode(text);
            let all_unseen = smart.substitutions().all(|made| unseen(made.reason()));
            u8::from(!all_unseen && suggestion.text() == smart.text())
        }
        SuggestionKind::NationalLanguage(alphabet) => {
            if alphabet.locking().is_some() && alphabet.single().is_some() {
                4
            } else {
                2
            }
        }
        SuggestionKind::SmartEncoding(Level::Compatibility) => 3,
        SuggestionKind::SmartEncoding(Level::Transliteration) => 5,
        SuggestionKind::RemoveOffenders => 6,
        _ => 7,
    }
}

/// Edits keep links, e-mail addresses, phone numbers and merge fields as they are: none is divided, and in a phone number
/// only blanks and dashes become plain.
fn keeps_protected(text: &str, edits: &[Edit]) {
    for (range, is_phone) in protected_ranges(text) {
        for edit in edits {
            let changed = edit.span().range();
            let apart = changed.end <= range.start || range.end <= changed.start;
            let goes_whole = changed.start <= range.start && range.end <= changed.end;
            let is_plain =
                is_phone && changed.len() <= 4 && matches!(edit.replacement(), " " | "-");
            assert!(
                apart || goes_whole && edit.replacement().is_empty() || is_plain,
                "{edit:?} changes {:?}",
                &text[range]
            );
        }
    }
}

/// A suggestion saves what it claims, by the edits it names, and keeps what is sent as written; the least harm is first.
pub fn suggestions(segmenter: Segmenter, text: &str) {
    let before = segmenter.count(text).unwrap();
    let order = |suggestion: &Suggestion<'_>| {
        let segments = suggestion.count().segments();
        (harm(suggestion, text), segments, suggestion.changed())
    };
    let of_language = TextLanguage::ALL[text.len() % TextLanguage::ALL.len()];
    let of_language = segmenter.suggest_in(text, of_language).unwrap();
    let suggestions = segmenter.suggest(text).unwrap();
    assert!(suggestions.is_sorted_by_key(order) && of_language.is_sorted_by_key(order));
    for suggestion in suggestions.into_iter().chain(of_language) {
        keeps_protected(text, suggestion.edits());
        let national = matches!(suggestion.kind(), SuggestionKind::NationalLanguage(_));
        let counted = if national {
            segmenter.with_languages(Languages::auto())
        } else {
            segmenter
        };
        assert_eq!(
            counted.count(suggestion.text()).unwrap(),
            suggestion.count()
        );
        assert_eq!(
            before.segments() - suggestion.saved(),
            suggestion.count().segments()
        );
        assert!(suggestion.saved() > 0);
        assert_eq!(Edit::apply_all(text, suggestion.edits()), suggestion.text());
    }
}

/// A warning points into the text; its fix saves a segment and is not asked for again.
pub fn warnings(segmenter: Segmenter, text: &str) {
    let analysis = segmenter.analyze(text).unwrap();
    for warning in analysis.warnings() {
        for span in warning.spans() {
            let range = span.range();
            assert_eq!(
                text[..range.start].encode_utf16().count(),
                span.utf16_range().start
            );
            assert_eq!(text[range].encode_utf16().count(), span.utf16_range().len());
        }
        if let Some(fix) = warning.fix() {
            keeps_protected(text, fix);
            let fixed = Edit::apply_all(text, fix);
            let after = segmenter.count(&fixed).unwrap();
            assert!(after.segments() < analysis.count().segments());
            let ways = segmenter.suggest(text).unwrap();
            assert!(
                ways.iter()
                    .any(|way| way.count().segments() <= after.segments()),
                "no suggestion does as much as the fix of {:?}",
                warning.code()
            );
            let again = segmenter.analyze(&fixed).unwrap().warnings();
            assert!(
                again.iter().all(|other| other.code() != warning.code()),
                "{:?}",
                warning.code()
            );
        }
    }
}

/// Every character is explained, in order.
pub fn explained(text: &str) {
    let analysis = analyze(text);
    let explained = analysis.explain();
    assert_eq!(explained.len(), text.chars().count());
    for (explained, character) in explained.iter().zip(analysis.characters()) {
        assert_eq!(explained.character(), &character);
    }
}

/// Links follow each other, and are where they say.
pub fn links_in_place(text: &str) {
    let mut from = 0;
    for link in links(text) {
        let range = link.span().range();
        assert!(from <= range.start && range.start < range.end);
        assert_eq!(&text[range.clone()], link.text());
        assert_eq!(
            text[..range.start].encode_utf16().count(),
            link.span().utf16_range().start
        );
        assert!(!link.host().is_empty());
        from = range.end;
    }
}

/// A template filled with values costs what was estimated for values of their lengths.
pub fn estimated(segmenter: Segmenter, text: &str, value: &str) -> Result<(), TemplateError> {
    let template = Template::parse(text)?;
    let length = value.chars().count();
    let fields = template.fields().iter();
    let fields: Vec<_> = fields
        .map(|name| FieldEstimate::new(name, length, length))
        .collect();
    let estimate = template.estimate(&segmenter, &fields).unwrap();
    let row = segmenter.count(&template.fill(|_| Some(value))?).unwrap();
    assert!(estimate.minimum().segments() <= row.segments());
    assert!(row.segments() <= estimate.maximum().segments());
    Ok(())
}
