//! Counters before the text of each segment, and what is sent around a text.

use proptest::prelude::*;
use septet::pdu::UserData;
use septet::{
    Boundary, Encoding, Frame, Languages, NationalLanguage, Profile, Segment, Segmenter, count,
};

fn words() -> Segmenter {
    Segmenter::new()
        .with_boundary(Boundary::Word)
        .with_counters()
}

/// Everything that is promised of a text that is cut at words with counters.
fn check(segmenter: Segmenter, text: &str) {
    let counted = segmenter.count(text).unwrap();
    let segments: Vec<Segment<'_>> = segmenter.segments(text).unwrap().collect();
    assert_eq!(segments.len(), counted.segments());
    let joined: String = segments.iter().map(Segment::text).collect();
    assert_eq!(joined, text);
    let units: usize = segments.iter().map(Segment::units).sum();
    assert_eq!(units, counted.units());
    let total = segments.len();
    for (index, segment) in segments.iter().enumerate() {
        assert!(segment.units() <= segment.capacity());
        let expected = (total > 1).then(|| format!("({}/{total}) ", index + 1));
        assert_eq!(segment.counter(), expected);
        let sent = expected.unwrap_or_default() + segment.text();
        let alone = Segmenter::new().with_encoding(counted.encoding());
        if counted.alphabet() == septet::Alphabet::DEFAULT {
            assert_eq!(alone.count(&sent).unwrap().units(), segment.units());
        }
    }
    if let Ok(parts) = segmenter.user_data(text, 7) {
        let sent = segments
            .iter()
            .map(|segment| segment.counter().unwrap_or_default() + segment.text());
        let read = parts.iter().map(UserData::text);
        assert!(sent.map(Some).eq(read));
    }
}

#[test]
fn counters_are_part_of_what_a_segment_holds() {
    let apart = words().with_profile(Profile::Single);
    let text = "three ".repeat(30);
    let plain = Segmenter::new()
        .with_boundary(Boundary::Word)
        .with_profile(Profile::Single);
    assert_eq!(
        (
            plain.count(&text).unwrap().units(),
            apart.count(&text).unwrap().units()
        ),
        (180, 192)
    );
    assert_eq!(apart.count("short").unwrap(), count("short"));
    // Without the boundary there is nothing to number.
    assert_eq!(
        Segmenter::new().with_counters().count(&text).unwrap(),
        count(&text)
    );
    let wide = "中文 ".repeat(30);
    assert_eq!(apart.count(&wide).unwrap().segments(), 2);
}

#[test]
fn a_digit_more_makes_room_for_itself() {
    for segments in [9usize, 10, 99, 100, 1000] {
        for long in [segments * 140, segments * 147, segments * 153] {
            check(words(), &"a ".repeat(long / 2));
        }
    }
    check(words(), &"x".repeat(2000));
    check(
        words(),
        &format!("{} {}", "x".repeat(150), "y".repeat(148)).repeat(12),
    );
}

#[test]
fn every_alphabet_has_the_characters_of_counters() {
    for language in NationalLanguage::ALL {
        let segmenter = words().with_languages(Languages::preferred([language]));
        let gsm7 = segmenter.with_encoding(Encoding::Gsm7);
        let letters =
            ('\u{80}'..'\u{1000}').filter(|letter| gsm7.count(&letter.to_string()).is_ok());
        for letter in letters {
            check(gsm7, &format!("{letter}{letter} ").repeat(70));
        }
    }
}

#[test]
fn what_is_sent_around_a_text_is_counted() {
    let frame = Frame::new()
        .with_prefix("ACME: ")
        .with_suffix("\nSTOP ends");
    let segmenter = Segmenter::new();
    assert_eq!(frame.apply("a\nb"), "ACME: a\nb\nSTOP ends");
    assert_eq!(
        frame.clone().with_crlf().apply("a\nb"),
        "ACME: a\r\nb\r\nSTOP ends"
    );
    assert!(matches!(
        Frame::new().with_crlf().apply("ab"),
        std::borrow::Cow::Borrowed("ab")
    ));
    let text = format!("{}\nb", "a".repeat(158));
    assert_eq!(Frame::new().count(&segmenter, &text).unwrap().segments(), 1);
    assert_eq!(
        Frame::new()
            .with_crlf()
            .count(&segmenter, &text)
            .unwrap()
            .segments(),
        2
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn counters_keep_what_they_promise(
        text in "([a-z€\\[ş中😀\r\n\u{A0}]{0,30}[ \n]?){0,60}",
        profile in proptest::sample::select(vec![Profile::Standard, Profile::TollFree, Profile::Single]),
        national in any::<bool>(),
    ) {
        let languages = if national { Languages::auto() } else { Languages::none() };
        check(words().with_profile(profile).with_languages(languages), &text);
    }

    #[test]
    fn frames_only_add(text in "[a-z\r\n]{0,20}", prefix in "[a-z\n]{0,5}", suffix in "[a-z\r]{0,5}") {
        let frame = Frame::new().with_prefix(prefix.clone()).with_suffix(suffix.clone());
        let whole = format!("{prefix}{text}{suffix}");
        prop_assert_eq!(&*frame.apply(&whole[..0]), format!("{prefix}{suffix}"));
        prop_assert_eq!(&*frame.apply(&text), &whole);
        let crlf = frame.with_crlf();
        let submitted = crlf.apply(&text).into_owned();
        prop_assert_eq!(submitted.replace("\r\n", "").contains(['\r', '\n']), false);
        // What was submitted once is submitted again as it is.
        prop_assert_eq!(&*Frame::new().with_crlf().apply(&submitted), &submitted);
        prop_assert_eq!(submitted.replace("\r\n", "\n"), whole.replace("\r\n", "\n").replace('\r', "\n"));
    }
}
