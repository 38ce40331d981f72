//! Counting and cutting against the oracle: swept over every length around the limits, and over
//! random texts.

use proptest::prelude::*;
use septet::{Encoding, Profile, ReferenceBits, Segmenter, Utf16Counter};

use crate::oracle;
use crate::promises::counting::{self, counted_utf16, text as check};

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
fn segments_are_numbered_and_their_number_is_known_before() {
    let text = "a".repeat(400);
    let mut segments = septet::segments(&text);
    for index in 0..3 {
        assert_eq!(segments.size_hint(), (3 - index, Some(3 - index)));
        assert_eq!(segments.next().map(|segment| segment.index()), Some(index));
    }
    assert_eq!(segments.size_hint(), (0, Some(0)));
}

#[test]
fn limits_are_read_as_they_were_given() {
    let limits = septet::Limits::new(136, 130).unwrap();
    let limits = limits.with_ucs2(69, 66).unwrap();
    assert_eq!((limits.single(), limits.concatenated()), (136, 130));
    assert_eq!((limits.ucs2_single(), limits.ucs2_concatenated()), (69, 66));
    let error = septet::Limits::new(161, 153).unwrap_err();
    assert_eq!((error.name(), error.range()), ("single", 10..=160));
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
        counting::utf16(&units, chunk);
    }

    #[test]
    fn small_custom_limits_agree_with_the_oracle(text in any_text(), single in 10usize..40, less in 0usize..20, ucs2 in 2usize..9) {
        let concatenated = single.saturating_sub(less).max(10);
        counting::small_limits(&text, single, concatenated, ucs2);
    }

    #[test]
    fn segments_are_greedy_and_within_140_octets(text in any_text()) {
        counting::greedy(&text);
    }
}
