//! What is claimed, recounted: over random texts, and very long ones.

use proptest::prelude::*;
use septet::{
    Boundary, CutAt, Distribution, Edit, Encoding, Field, Languages, Profile, Segmenter,
    SuggestionKind, Template, Truncator, WarningCode, analyze, count, links, suggest,
};

/// Texts of some segments: words, links, accents, clusters, line ends, other scripts.
fn texts() -> impl Strategy<Value = String> {
    let pieces = "word |Größe |“quoted” |https://example.com/a/b?c=d |www.ex.org |👩\u{200D}👩\u{200D}👧 |e\u{301}|\r\n|  |щи |中文字|ş|[€]|ｆ|🇩🇪|a\u{200B}|x";
    let pieces: Vec<&str> = pieces.split('|').collect();
    let piece = prop_oneof![8 => proptest::sample::select(pieces).prop_map(String::from), 1 => any::<char>().prop_map(String::from)];
    proptest::collection::vec(piece, 0..90).prop_map(|pieces| pieces.concat())
}

fn segmenters() -> impl Strategy<Value = Segmenter> {
    let profiles =
        proptest::sample::select(vec![Profile::Standard, Profile::TollFree, Profile::Single]);
    let boundaries = proptest::sample::select(vec![Boundary::Character, Boundary::Grapheme]);
    (profiles, boundaries, any::<bool>()).prop_map(|(profile, boundary, national)| {
        let languages = if national {
            Languages::auto()
        } else {
            Languages::none()
        };
        Segmenter::new()
            .with_profile(profile)
            .with_boundary(boundary)
            .with_languages(languages)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn truncated_texts_fit_and_are_beginnings(
        text in texts(),
        most in 0usize..5,
        ellipsis in proptest::sample::select(vec!["", "...", "…", " (cont.)"]),
        cut_at in proptest::sample::select(vec![CutAt::Word, CutAt::Grapheme]),
        segmenter in segmenters(),
    ) {
        let truncator = Truncator::new(most).with_cut_at(cut_at).with_ellipsis(ellipsis).with_segmenter(segmenter);
        let cut = truncator.truncate(&text).unwrap();
        prop_assert!(cut.count().segments() <= most.max(1));
        prop_assert_eq!(cut.count(), segmenter.count(cut.text()).unwrap());
        prop_assert!(text.starts_with(cut.kept()));
        prop_assert_eq!(format!("{}{}", cut.kept(), cut.removed()), text.as_str());
        let end = if cut.is_cut() { ellipsis } else { "" };
        prop_assert_eq!(cut.text(), format!("{}{end}", cut.kept()));
        let place = cut.kept().len();
        for link in links(&text) {
            let range = link.span().range();
            prop_assert!(!(range.start < place && place < range.end), "cut {:?}", link.text());
        }
        if cut.is_cut() && cut_at == CutAt::Grapheme {
            // No longer beginning fits: try the next places where a cut may be.
            use unicode_segmentation::UnicodeSegmentation as _;
            let inside = |at: usize| links(&text).any(|link| link.span().range().start < at && at < link.span().range().end);
            let next = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()])
                .filter(|&at| at > place && !inside(at) && text[..at].trim_end().len() > place);
            for at in next.take(3) {
                let longer = format!("{}{end}", text[..at].trim_end());
                prop_assert!(segmenter.count(&longer).unwrap().segments() > most.max(1), "{longer:?} fits");
            }
        }
    }

    #[test]
    fn suggestions_do_what_they_claim(text in texts(), segmenter in segmenters()) {
        let before = segmenter.count(&text).unwrap();
        for suggestion in segmenter.suggest(&text).unwrap() {
            let national = matches!(suggestion.kind(), SuggestionKind::NationalLanguage(_));
            let counted = if national { segmenter.with_languages(Languages::auto()) } else { segmenter };
            prop_assert_eq!(counted.count(suggestion.text()).unwrap(), suggestion.count());
            prop_assert_eq!(before.segments() - suggestion.saved(), suggestion.count().segments());
            prop_assert!(suggestion.saved() > 0);
            prop_assert_eq!(Edit::apply_all(&text, suggestion.edits()), suggestion.text());
        }
    }

    #[test]
    fn fixes_save_what_they_claim(text in texts(), segmenter in segmenters()) {
        let analysis = segmenter.analyze(&text).unwrap();
        for warning in analysis.warnings() {
            for span in warning.spans() {
                let range = span.range();
                prop_assert_eq!(text[..range.start].encode_utf16().count(), span.utf16_range().start);
                prop_assert_eq!(text[range].encode_utf16().count(), span.utf16_range().len());
            }
            if let Some(fix) = warning.fix() {
                let fixed = Edit::apply_all(&text, fix);
                prop_assert!(segmenter.count(&fixed).unwrap().segments() < analysis.count().segments());
                let again = segmenter.analyze(&fixed).unwrap().warnings();
                prop_assert!(again.iter().all(|other| other.code() != warning.code()), "{:?}", warning.code());
            }
        }
    }

    #[test]
    fn explanations_cover_every_character(text in texts()) {
        let analysis = analyze(&text);
        let explained = analysis.explain();
        prop_assert_eq!(explained.len(), text.chars().count());
        for (explained, character) in explained.iter().zip(analysis.characters()) {
            prop_assert_eq!(explained.character(), &character);
        }
    }

    #[test]
    fn every_row_is_within_the_estimate(
        literal in "[a-z{€é中 ]{0,150}",
        values in proptest::collection::vec("[a-z€😀ж]{0,30}", 1..6),
        code in "[0-9€\\[]{0,8}",
    ) {
        let template = Template::parse(&format!("{}{{{{name}}}}, {{{{code}}}}{{{{name}}}}", literal.replace('{', "("))).unwrap();
        let longest = values.iter().map(|value| value.chars().count()).max().unwrap();
        let shortest = values.iter().map(|value| value.chars().count()).min().unwrap();
        let fields = [Field::new("name", shortest, longest), Field::new("code", 0, 8).with_gsm7_only()];
        let estimate = template.estimate(&Segmenter::new(), &fields).unwrap();
        let mut distribution = Distribution::new();
        for value in &values {
            let text = template.fill(|field| Some(if field == "name" { value.as_str() } else { code.as_str() })).unwrap();
            let row = count(&text);
            prop_assert!(estimate.minimum().segments() <= row.segments());
            prop_assert!(row.segments() <= estimate.maximum().segments());
            distribution.push(row);
        }
        prop_assert_eq!(distribution.segments().map(|(_, rows)| rows).sum::<usize>(), values.len());
        prop_assert_eq!(distribution.segments().map(|(segments, rows)| segments * rows).sum::<usize>(), distribution.total_segments());
        prop_assert!(distribution.minimum().unwrap().segments() <= distribution.maximum().unwrap().segments());
        prop_assert!(distribution.ucs2_rows() <= distribution.rows());
        prop_assert!(distribution.dearest().is_sorted_by(|a, b| a.1.segments() >= b.1.segments()));
    }

    #[test]
    fn links_are_apart_and_in_place(text in texts()) {
        let mut from = 0;
        for link in links(&text) {
            let range = link.span().range();
            prop_assert!(from <= range.start && range.start < range.end);
            prop_assert_eq!(&text[range.clone()], link.text());
            prop_assert_eq!(text[..range.start].encode_utf16().count(), link.span().utf16_range().start);
            prop_assert!(!link.host().is_empty());
            from = range.end;
        }
    }
}

#[test]
fn a_megabyte_is_no_trouble() {
    for unit in [
        "“",
        "e\u{301}",
        "\u{301}",
        "http",
        "a.",
        "https://a.io/)",
        "👩\u{200D}",
        "{{a}}",
        " ",
        "((((",
        "....",
        "h",
    ] {
        let text = unit.repeat((1 << 19) / unit.len());
        let analysis = analyze(&text);
        assert!(
            analysis
                .warnings()
                .iter()
                .any(|warning| warning.code() == WarningCode::LongBody)
        );
        let _ = (
            links(&text).count(),
            Truncator::new(3).truncate(&text),
            Template::parse(&text).is_ok(),
            suggest(&text),
        );
        assert_eq!(
            analysis.count().encoding() == Encoding::Ucs2,
            !text.is_ascii()
        );
    }
}
