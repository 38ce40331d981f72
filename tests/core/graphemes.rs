//! `Boundary::Grapheme`: user-perceived characters stay whole wherever they fit into a segment.

use proptest::prelude::*;
use septet::{Boundary, Count, Encoding, Languages, Limits, Profile, Segment, Segmenter};
use unicode_segmentation::UnicodeSegmentation;

use crate::promises::options;

const GRAPHEME: Segmenter = Segmenter::new().with_boundary(Boundary::Grapheme);

fn cut(segmenter: Segmenter, text: &str) -> (Count, Vec<Segment<'_>>) {
    (
        segmenter.count(text).unwrap(),
        options::cut(segmenter, text),
    )
}

/// The rules once more, cluster by cluster, for UCS-2 under the limits of the standard.
fn oracle(text: &str) -> Vec<usize> {
    let units = |text: &str| text.encode_utf16().count();
    if units(text) <= 70 {
        return vec![units(text)];
    }
    let mut segments = vec![0];
    let mut add = |piece: usize| {
        if segments.last().unwrap() + piece > 67 {
            segments.push(0);
        }
        *segments.last_mut().unwrap() += piece;
    };
    for cluster in text.graphemes(true) {
        if cluster == "\r\n" || units(cluster) > 67 {
            cluster
                .chars()
                .for_each(|character| add(character.len_utf16()));
        } else {
            add(units(cluster));
        }
    }
    segments
}

#[test]
fn clusters_stay_whole_across_the_cut() {
    let clusters = [
        "👩‍👩‍👧‍👦",
        "🏳️‍🌈",
        "🇩🇪",
        "👍🏽",
        "e\u{301}",
        "각",
        "각",
        "क्षि",
        "நி",
        "กำ",
        "👨🏿‍🚒",
        "ę̈",
        "1️⃣",
    ];
    for cluster in clusters {
        for before in 55..=140 {
            let text = format!("{}{cluster}{}", "ж".repeat(before), "ж".repeat(40));
            let (_, segments) = cut(GRAPHEME, &text);
            let whole = segments
                .iter()
                .filter(|segment| segment.text().contains(cluster))
                .count();
            assert_eq!(whole, 1, "{cluster} after {before}");
            assert_eq!(
                segments.iter().map(Segment::units).collect::<Vec<_>>(),
                oracle(&text)
            );
        }
    }
}

/// Each case of Unicode's own test, moved across the end of a segment unit by unit: the cut falls
/// between its clusters only. A control character on either side keeps it apart from the filler.
#[test]
fn clusters_are_those_of_unicode() {
    let cases = include_str!("../data/unicode/grapheme-break-17.0.0.txt");
    let character = |code: &str| char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
    let mut checked = 0;
    for case in cases.lines().filter(|line| !line.starts_with('#')) {
        let clusters = case
            .split(" ÷ ")
            .map(|cluster| cluster.split(' ').map(character).collect::<String>());
        let clusters: Vec<String> = clusters.collect();
        let whole = clusters.concat();
        for before in 67 - whole.encode_utf16().count()..67 {
            let filler = "ж".repeat(before - 1);
            let text = format!("{filler}\0{whole}\0{}", "ж".repeat(67));
            let (_, segments) = cut(GRAPHEME, &text);
            let at = segments[0].range().end - filler.len() - 1;
            let mut ends = clusters.iter().scan(0, |end, cluster| {
                *end += cluster.len();
                Some(*end)
            });
            let between = at == 0 || ends.any(|end| end == at);
            assert!(
                between || whole[..at].ends_with('\r'),
                "{case} is cut after {at} bytes"
            );
        }
        checked += 1;
    }
    assert_eq!(checked, 766);
}

#[test]
fn a_character_boundary_cuts_through_a_family() {
    let text = format!("{}👩‍👩‍👧‍👦", "ж".repeat(64));
    let (_, segments) = cut(Segmenter::new(), &text);
    assert_eq!(segments[0].text().chars().last(), Some('\u{200D}'));
    let (_, segments) = cut(GRAPHEME, &text);
    assert_eq!(segments[1].text(), "👩‍👩‍👧‍👦");
}

#[test]
fn a_cluster_longer_than_a_segment_is_cut_between_its_characters() {
    let zalgo = format!("e{}", "\u{301}".repeat(200));
    let (count, segments) = cut(GRAPHEME, &zalgo);
    assert_eq!((count.segments(), count.units()), (3, 201));
    assert_eq!(
        segments.iter().map(Segment::units).collect::<Vec<_>>(),
        [67, 67, 67]
    );
    // It begins in the segment at hand: tearing it cannot be avoided, wasting a segment can.
    let text = format!("ab{zalgo}");
    let (_, segments) = cut(GRAPHEME, &text);
    assert_eq!(
        segments.iter().map(Segment::units).collect::<Vec<_>>(),
        [67, 67, 67, 2]
    );
}

/// A cluster that fills a whole segment is kept whole.
#[test]
fn a_cluster_as_long_as_a_segment_is_not_cut() {
    let zalgo = format!("e{}", "\u{301}".repeat(66));
    let text = format!("abcd{zalgo}");
    let (_, segments) = cut(GRAPHEME, &text);
    let units: Vec<_> = segments.iter().map(Segment::units).collect();
    assert_eq!(units, [4, 67]);
}

#[test]
fn carriage_return_and_line_feed_are_two_characters() {
    let text = format!("{}\r\n{}", "a".repeat(152), "a".repeat(10));
    let (count, segments) = cut(GRAPHEME, &text);
    assert_eq!((count.encoding(), count.segments()), (Encoding::Gsm7, 2));
    assert!(segments[0].text().ends_with('\r') && segments[1].text().starts_with('\n'));
}

#[test]
fn one_segment_needs_no_cut() {
    let text = format!("{}👩‍👩‍👧‍👦", "ж".repeat(59));
    assert_eq!(
        cut(GRAPHEME, &text).0,
        Segmenter::new().count(&text).unwrap()
    );
}

/// Pieces that join into clusters in every way UAX #29 has.
fn clustered() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a", "é", "ж", " ", "\r", "\n", "\r\n", "e\u{301}", "\u{301}", "\u{200D}", "\u{FE0F}",
        "👩", "👧", "🏽", "🇩", "🇪", "ᄀ", "ᅡ", "ᆨ", "각", "क", "्", "ष", "ि", "🏳", "🌈", "\u{200C}",
        "]", "€", "\u{600}", "中",
    ]);
    prop::collection::vec(piece, 0..300).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn random_clusters_agree_with_the_oracle(text in clustered()) {
        let ucs2 = GRAPHEME.with_encoding(Encoding::Ucs2);
        let (_, segments) = cut(ucs2, &text);
        prop_assert_eq!(segments.iter().map(Segment::units).collect::<Vec<_>>(), oracle(&text));
    }

    #[test]
    fn any_options_keep_every_segment_within_its_capacity(text in clustered(), units in 2usize..20, auto in any::<bool>()) {
        let limits = Limits::new(40, 30).unwrap().with_ucs2(units, units).unwrap();
        let languages = if auto { Languages::auto() } else { Languages::none() };
        let segmenter = GRAPHEME.with_profile(Profile::Custom(limits)).with_languages(languages);
        cut(segmenter, &text);
        options::graphemes_cost_no_less(segmenter, &text);
    }
}
