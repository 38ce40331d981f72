//! What holds for every text that is fitted, explained, advised on or taken for a template.

use septet::unstable::field_ranges;
use septet::{
    CutAt, Edit, FieldEstimate, Languages, Segmenter, SuggestionKind, Template, TemplateError,
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

/// A suggestion saves what it claims, by the edits it names.
pub fn suggestions(segmenter: Segmenter, text: &str) {
    let before = segmenter.count(text).unwrap();
    for suggestion in segmenter.suggest(text).unwrap() {
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
            let fixed = Edit::apply_all(text, fix);
            let after = segmenter.count(&fixed).unwrap();
            assert!(after.segments() < analysis.count().segments());
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
