//! Counting and cutting against the oracle: swept over every length around the limits, and over
//! random texts.

mod oracle;

use oracle::{Answer, answer};
use proptest::prelude::*;
use septet::{Count, Encoding, Profile, ReferenceBits, Segmenter, Utf16Counter};

/// What the library says, in the words of the oracle; every way to ask must agree.
fn asked(text: &str) -> Answer {
    let count = septet::count(text);
    let segments: Vec<_> = septet::segments(text).collect();
    let units: Vec<u16> = text.encode_utf16().collect();
    assert_eq!(
        counted_utf16(&units, 1 << 20),
        count,
        "UTF-16 differs for {text:?}"
    );
    assert_eq!(
        counted_utf16(&units, 61),
        count,
        "UTF-16 in chunks differs for {text:?}"
    );
    assert_eq!(count.segments(), segments.len());
    assert_eq!(
        count.units_remaining(),
        segments.last().unwrap().remaining()
    );
    assert_eq!(
        segments
            .iter()
            .map(septet::Segment::text)
            .collect::<String>(),
        text
    );
    for segment in &segments {
        assert_eq!(segment.text(), &text[segment.range()]);
        assert_eq!(
            segment.text().encode_utf16().collect::<Vec<_>>(),
            units[segment.utf16_range()]
        );
        assert_eq!(segment.capacity(), count.units_per_segment());
    }
    Answer {
        encoding: count.encoding().name(),
        units: count.units(),
        per_segment: count.units_per_segment(),
        segments: segments
            .iter()
            .map(|s| (s.text().chars().count(), s.units()))
            .collect(),
    }
}

fn counted_utf16(units: &[u16], chunk: usize) -> Count {
    let mut counter = Utf16Counter::new();
    units.chunks(chunk).for_each(|chunk| counter.push(chunk));
    counter.finish().unwrap()
}

fn check(text: &str) {
    let characters: Vec<u32> = text.chars().map(u32::from).collect();
    assert_eq!(asked(text), answer(&characters), "{text:?}");
}

#[test]
fn billed_by_twilio() {
    // num_segments of real messages.
    let cases = [
        (format!("{}\r\n{}", "a".repeat(80), "a".repeat(79)), 2),
        (format!("{}\n{}", "a".repeat(80), "a".repeat(79)), 1),
        (format!("{}\r\n{}", "a".repeat(200), "a".repeat(105)), 3),
        ("é".repeat(70), 1),
        ("e\u{301}".repeat(70), 3),
        ("a".repeat(160), 1),
        ("a".repeat(161), 2),
        ("中".repeat(70), 1),
        ("中".repeat(71), 2),
        ("]".repeat(153), 3),
        (format!("this is a {}😘", "]".repeat(74)), 2),
        (String::new(), 1),
    ];
    for (text, segments) in cases {
        assert_eq!(septet::count(&text).segments(), segments, "{text:?}");
        check(&text);
    }
}

#[test]
fn every_length_up_to_1600() {
    let kinds: [&[&str]; 7] = [
        &["a"],
        &["]"],
        &["a", "b", "[", "é", "€"],
        &["中"],
        &["😘"],
        &["a", "😘", "中"],
        &["Ω", "a"],
    ];
    for kind in kinds {
        let mut text = String::new();
        let mut last = 1;
        for length in 0..=1600 {
            check(&text);
            let segments = septet::count(&text).segments();
            assert!(segments >= last, "more text never needs fewer segments");
            last = segments;
            text.push_str(kind[length % kind.len()]);
        }
    }
}

/// A character outside GSM-7 at each place of a text, so that each chunk is left in the middle.
#[test]
fn one_offender_anywhere() {
    for offender in ["`", "ç", "中", "😘", "\u{7F}", "\u{0}"] {
        for at in 0..200 {
            check(&format!(
                "{}{offender}{}",
                "é]a".repeat(at / 3),
                "x".repeat(at)
            ));
        }
    }
}

#[test]
fn all_single_utf16_units() {
    for unit in 0..=u16::MAX {
        let expected = oracle::DEFAULT.get(&u32::from(unit));
        let count = counted_utf16(&[unit], 1);
        assert_eq!(
            count.encoding(),
            if expected.is_some() {
                Encoding::Gsm7
            } else {
                Encoding::Ucs2
            },
            "{unit:04X}"
        );
        assert_eq!(count.units(), expected.copied().unwrap_or(1), "{unit:04X}");
        if let Some(character) = char::from_u32(u32::from(unit)) {
            assert_eq!(septet::count(character.encode_utf8(&mut [0; 4])), count);
            assert_eq!(
                septet::Alphabet::DEFAULT.units(character),
                expected.copied()
            );
        }
    }
}

#[test]
fn over_255_segments_is_still_counted() {
    assert_eq!(septet::count(&"a".repeat(153 * 256)).segments(), 256);
    assert_eq!(septet::count(&"😘".repeat(33 * 1000)).segments(), 1000);
}

#[test]
fn profiles() {
    let counted = |profile, text: &str| {
        let count = Segmenter::new().with_profile(profile).count(text).unwrap();
        (
            count.segments(),
            count.units_per_segment(),
            count.units_remaining(),
        )
    };
    let (ascii, cjk) = ("a".repeat(161), "中".repeat(71));
    assert_eq!(counted(Profile::Standard, &ascii), (2, 153, 145));
    assert_eq!(counted(Profile::TollFree, &ascii), (2, 152, 143));
    assert_eq!(counted(Profile::TollFree, &cjk), (2, 66, 61));
    assert_eq!(counted(Profile::TollFree, &"a".repeat(160)), (1, 160, 0));
    assert_eq!(counted(Profile::Single, &ascii), (2, 160, 159));
    assert_eq!(counted(Profile::Single, &cjk), (2, 70, 69));
    let limits = septet::Limits::new(136, 130).unwrap();
    assert_eq!(counted(Profile::Custom(limits), &ascii), (2, 130, 99));
    assert_eq!(counted(Profile::Custom(limits), &cjk), (2, 57, 43));
    assert_eq!(
        counted(Profile::Custom(limits.with_ucs2(70, 67).unwrap()), &cjk),
        (2, 67, 63)
    );
    let sixteen = Segmenter::new()
        .with_reference_bits(ReferenceBits::Sixteen)
        .count(&ascii)
        .unwrap();
    assert_eq!((sixteen.segments(), sixteen.units_per_segment()), (2, 152));
}

#[test]
fn limits_out_of_range_are_named() {
    use septet::Limits;
    let sentence = |result: Result<Limits, septet::LimitsError>| result.unwrap_err().to_string();
    assert_eq!(
        sentence(Limits::new(161, 153)),
        "single is 161: a segment of this kind holds 10 to 160 code units"
    );
    assert_eq!(
        sentence(Limits::new(9, 9)),
        "single is 9: a segment of this kind holds 10 to 160 code units"
    );
    assert_eq!(
        sentence(Limits::new(100, 101)),
        "concatenated is 101: a segment of this kind holds 10 to 100 code units"
    );
    let limits = Limits::new(160, 153).unwrap();
    assert_eq!(
        sentence(limits.with_ucs2(71, 67)),
        "ucs2Single is 71: a segment of this kind holds 2 to 70 code units"
    );
    assert_eq!(
        sentence(limits.with_ucs2(70, 1)),
        "ucs2Concatenated is 1: a segment of this kind holds 2 to 67 code units"
    );
}

#[test]
fn forced_encodings() {
    let gsm7 = Segmenter::new().with_encoding(Encoding::Gsm7);
    assert_eq!(gsm7.count("[a]").unwrap().units(), 5);
    let error = gsm7.segments("né 😘 à").unwrap_err();
    assert_eq!(
        (error.character(), error.index(), error.utf16_index()),
        ('😘', 4, 3)
    );
    assert_eq!(
        error.to_string(),
        "'😘' (U+1F618) at index 3 has no GSM-7 code: allow UCS-2 or replace the character"
    );
    let mut counter = Utf16Counter::with_options(
        Some(Encoding::Gsm7),
        ReferenceBits::Eight,
        Profile::Standard,
    );
    "né "
        .encode_utf16()
        .chain([0xD83D])
        .for_each(|unit| counter.push(&[unit]));
    let error = counter.finish().unwrap_err();
    assert_eq!(
        (error.character(), error.index(), error.utf16_index()),
        ('\u{FFFD}', 3, 3)
    );

    let ucs2 = Segmenter::new().with_encoding(Encoding::Ucs2);
    let count = ucs2.count(&"a".repeat(71)).unwrap();
    assert_eq!(
        (count.encoding(), count.segments(), count.units_remaining()),
        (Encoding::Ucs2, 2, 63)
    );
}

/// Text of the kinds that people send, and of those that break counters.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ -~]{0,40}",
        "[\\[\\]{}^~|\\\\€\u{c}]{0,40}",
        "[àéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉÄÖÑÜ§¿äöñüà¡£¤¥]{0,40}",
        "[a-z\r\n]{0,40}",
        "[ぁ-ん一-龥]{0,30}",
        "[😀-🙏]{0,30}",
        "\\PC{0,20}",
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// Units that pair up, fail to pair up, or are plain.
fn any_utf16() -> impl Strategy<Value = Vec<u16>> {
    let unit = prop_oneof![4 => 0x20u16..0x7F, 2 => 0xD7F0u16..0xE010, 1 => any::<u16>(), 2 => 0xD800u16..0xE000];
    prop::collection::vec(unit, 0..400)
}

proptest! {
    #[test]
    fn random_text_agrees_with_the_oracle(text in any_text()) {
        check(&text);
    }

    #[test]
    fn random_utf16_agrees_with_the_oracle(units in any_utf16(), chunk in 1usize..80) {
        let count = counted_utf16(&units, chunk);
        let expected = answer(&oracle::code_points(&units));
        prop_assert_eq!(count.encoding().name(), expected.encoding);
        prop_assert_eq!(count.units(), expected.units);
        prop_assert_eq!(count.segments(), expected.segments.len());
        prop_assert_eq!(count.units_remaining(), expected.per_segment - expected.segments.last().unwrap().1);
    }

    #[test]
    fn small_custom_limits_agree_with_the_oracle(text in any_text(), single in 10usize..40, less in 0usize..20, ucs2 in 2usize..9) {
        let concatenated = single.saturating_sub(less).max(10);
        let limits = septet::Limits::new(single, concatenated).unwrap().with_ucs2(ucs2, ucs2.min(5)).unwrap();
        let segmenter = Segmenter::new().with_profile(Profile::Custom(limits));
        let characters: Vec<u32> = text.chars().map(u32::from).collect();
        let septets: Option<Vec<usize>> = characters.iter().map(|c| oracle::DEFAULT.get(c).copied()).collect();
        let expected = match septets {
            Some(septets) => oracle::filled("GSM-7", &septets, single, concatenated),
            None => oracle::filled("UCS-2", &oracle::ucs2(&characters), ucs2, ucs2.min(5)),
        };
        let count = segmenter.count(&text).unwrap();
        let parts: Vec<_> = segmenter.segments(&text).unwrap().map(|s| (s.text().chars().count(), s.units())).collect();
        prop_assert_eq!(count.segments(), parts.len());
        prop_assert_eq!(parts, expected.segments);
    }

    #[test]
    fn segments_are_greedy_and_within_140_octets(text in any_text()) {
        let count = septet::count(&text);
        let segments: Vec<_> = septet::segments(&text).collect();
        let octets = |units: usize| if count.encoding() == Encoding::Gsm7 { (units * 7).div_ceil(8) } else { units * 2 };
        let header = if segments.len() > 1 { 6 } else { 0 };
        for pair in segments.windows(2) {
            let next = pair[1].text().chars().next().unwrap();
            let size = if count.encoding() == Encoding::Gsm7 { oracle::DEFAULT[&u32::from(next)] } else { next.len_utf16() };
            prop_assert!(pair[0].units() + size > pair[0].capacity(), "the next character would have fitted");
        }
        for segment in &segments {
            prop_assert!(header + octets(segment.units()) <= 140);
        }
    }
}
