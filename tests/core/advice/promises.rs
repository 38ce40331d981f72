//! Counts the claims of advice again: over random texts, and very long ones.

use proptest::prelude::*;
use septet::{
    Boundary, CutAt, Distribution, Encoding, FieldEstimate, Languages, Profile, Segmenter,
    Template, Truncator, WarningCode, analyze, count, links, suggest,
};

use crate::promises::advice;

/// Texts of some segments: words, links, accents, clusters, line ends, other scripts.
fn texts() -> impl Strategy<Value = String> {
    let pieces = "word |Größe |“quoted” |https://example.com/a/b?c=d |www.ex.org |👩\u{200D}👩\u{200D}👧 |e\u{301}|\r\n|  |щи |中文字|ş|[€]|ｆ|🇩🇪|a\u{200B}|x|+44 20  7946\u{2011}0958 |me@exämple.com |{{näme}} |${x}|. |Reply STOP to end";
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
        advice::truncated(segmenter, &text, most, cut_at, ellipsis);
    }

    #[test]
    fn suggestions_do_what_they_claim(text in texts(), segmenter in segmenters()) {
        advice::suggestions(segmenter, &text);
    }

    #[test]
    fn fixes_save_what_they_claim(text in texts(), segmenter in segmenters()) {
        advice::warnings(segmenter, &text);
    }

    #[test]
    fn explanations_cover_every_character(text in texts()) {
        advice::explained(&text);
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
        let fields = [FieldEstimate::new("name", shortest, longest), FieldEstimate::new("code", 0, 8).with_gsm7_only()];
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
    fn a_template_costs_what_was_estimated(text in texts(), name in "[a-z]{1,3}", value in "[a-z€😀ж]{0,30}", segmenter in segmenters()) {
        let literal = text.replace(['{', '}'], "(");
        let text = format!("{literal}{{{{{name}}}}}{literal}");
        advice::estimated(segmenter.with_boundary(Boundary::Character), &text, &value).unwrap();
    }

    #[test]
    fn links_are_apart_and_in_place(text in texts()) {
        advice::links_in_place(&text);
    }
}

#[test]
fn fields_that_are_all_different_are_no_trouble() {
    let fields: Vec<String> = (0..100_000).map(|name| format!("{{{{{name}}}}}")).collect();
    let text = fields.concat();
    assert_eq!(Template::parse(&text).unwrap().fields().len(), 100_000);
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
        "http:///",
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
