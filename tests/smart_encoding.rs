//! Smart encoding against its data files, the known cases, and its promises over random texts.

#[path = "tables/smart_data.rs"]
mod smart_data;

use std::sync::LazyLock;

use proptest::prelude::*;
use septet::{
    Apply, Encoding, Languages, Level, NationalLanguage, Outcome, Reason, Residue, Rules,
    Segmenter, SmartEncoded, SmartEncoder, smart_encode,
};
use smart_data::{Rows, in_gsm7, levels, provider};
use unicode_normalization::UnicodeNormalization as _;

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

#[test]
fn presets_are_their_columns_row_by_row_and_all_at_once() {
    for (rules, column, rows) in [
        (Rules::Twilio, "twilio", 271),
        (Rules::Telnyx, "telnyx", 310),
    ] {
        let table = provider(column);
        assert_eq!(table.len(), rows);
        let (mut joined, mut expected) = (String::new(), String::new());
        for (character, row) in &table {
            let text = format!("a{character}b");
            let smart = smart_encode(&text, rules);
            assert_eq!(
                smart.text(),
                format!("a{}b", row.replacement),
                "{column} {}",
                character.escape_unicode()
            );
            assert_eq!(
                smart.substitutions().next().unwrap().reason(),
                Reason::Provider
            );
            joined.push(*character);
            expected.push_str(&row.replacement);
        }
        assert_eq!(smart_encode(&joined, rules).text(), expected);

        let with_emoji = format!("{joined}🙂");
        assert_eq!(
            smart_encode(&with_emoji, rules).text(),
            format!("{expected}🙂")
        );
        let reverted = SmartEncoder::new(rules).with_residue(Residue::Revert);
        assert_eq!(reverted.encode(&with_emoji).text(), with_emoji);
        assert_eq!(
            reverted.encode(&with_emoji).outcome(),
            Outcome::RevertedForResidue
        );
        assert_eq!(reverted.encode(&joined).text(), expected);
    }
}

#[test]
fn presets_touch_nothing_else() {
    for (rules, column) in [(Rules::Twilio, "twilio"), (Rules::Telnyx, "telnyx")] {
        let table = provider(column);
        let others: String = ('\0'..='\u{1F200}')
            .filter(|c| !table.contains_key(c))
            .collect();
        assert_eq!(smart_encode(&others, rules).text(), others);
    }
}

#[test]
fn every_row_takes_effect_at_its_level_and_above() {
    for (character, row) in &*ROWS {
        if row.reason == "mark" && row.replacement.is_empty() {
            continue;
        }
        for level in Level::ALL {
            let text = format!("= {character} =");
            let smart = forced(level).encode(&text);
            let expected = if level >= level_of(&row.level) {
                &row.replacement
            } else {
                &character.to_string()
            };
            assert_eq!(
                smart.text(),
                format!("= {expected} ="),
                "{} ({}, {}) at {}",
                row.name,
                row.shown,
                row.source,
                level.name()
            );
            if let Some(made) = smart.substitutions().next() {
                assert_eq!(
                    (made.level(), made.reason().name()),
                    (Some(level_of(&row.level)), row.reason.as_str())
                );
            }
        }
    }
}

#[test]
fn unlisted_characters_stay() {
    let others: String = (' '..=char::MAX)
        .filter(|c| !ROWS.contains_key(c))
        .collect();
    for level in Level::ALL {
        assert_eq!(forced(level).encode(&others).text(), others);
    }
}

#[test]
fn known_cases() {
    let decomposed = "e\u{301}".repeat(70);
    let smart = smart_encode(&decomposed, Level::Typography);
    assert_eq!(
        (smart.before().segments(), smart.after().segments()),
        (3, 1)
    );
    assert_eq!(smart.text(), "é".repeat(70));

    for (level, text, expected) in [
        (
            Level::Typography,
            "“Hello” – it’s 5 ′…",
            "\"Hello\" - it's 5 '...",
        ),
        (
            Level::Typography,
            "\u{212B} \u{2126} \u{212A} a\u{37E}",
            "Å Ω K a;",
        ),
        (Level::Typography, "‹a› «b» „c‟ ‚d‛", "<a> \"b\" \"c\" 'd'"),
        (
            Level::Typography,
            "a\u{A0}b\tc\u{2009}d\u{3000}e",
            "a b c d e",
        ),
        (Level::Typography, "a\u{2028}b\u{85}c", "a\nb\nc"),
        (
            Level::Typography,
            "soft\u{AD}ly \u{FEFF}ze\u{200B}ro\u{200D}",
            "softly zero",
        ),
        (
            Level::Typography,
            "A\u{30A} C\u{327} n\u{303} u\u{200B}\u{308}",
            "Å Ç ñ ü",
        ),
        (
            Level::Compatibility,
            "𝗦𝗔𝗟𝗘 Ｓａｌｅ ⓢⓐⓛⓔ 🅂🄰🄻🄴",
            "SALE Sale sale SALE",
        ),
        (
            Level::Compatibility,
            "ｅ\u{301} ﬁ\u{300}x 𝗲\u{300}",
            "é fìx è",
        ),
        (
            Level::Compatibility,
            "1½ kg, ½, 10² m², 2⁻¹, H₂O, 5①",
            "1 1/2 kg, 1/2, 10^2 m2, 2-1, H2O, 5 1",
        ),
        (
            Level::Compatibility,
            "Acme™ ©\u{FE0F} 2024 ‼\u{FE0F}",
            "Acme(TM) (C) 2024 !!",
        ),
        (Level::Transliteration, "Москва", "Moskva"),
        (
            Level::Transliteration,
            "ЩИ, Щи, БОРЩ, Я, ЮЛЯ, объект",
            "SHCHI, Shchi, BORSHCH, Ya, YULYA, ob'ekt",
        ),
        (
            Level::Transliteration,
            "Київ, Ђоковић, ў",
            "Kiyiv, Dokovic, u",
        ),
        (
            Level::Transliteration,
            "и\u{306} е\u{308} Я\u{301}ГОДА",
            "y yo YAGODA",
        ),
        (
            Level::Transliteration,
            "Καλημέρα, άγγελε\u{301}",
            "KAΛHMEPA, AΓΓEΛE",
        ),
        (
            Level::Transliteration,
            "façade Łódź œuvre Straße ẞ Đặng",
            "facade Lodz oeuvre Straße SS Dang",
        ),
        (
            Level::Transliteration,
            "e\u{323}\u{301} \u{1EB9}\u{301} ǖ u\u{304}\u{308}",
            "é é ü ü",
        ),
        (Level::Transliteration, "₹500", "INR500"),
    ] {
        let smart = smart_encode(text, level);
        assert_eq!(smart.text(), expected);
        assert_eq!(smart.after().encoding(), Encoding::Gsm7);
        assert_consistent(&smart);
    }
}

#[test]
fn marks_stay_where_they_carry_meaning() {
    for text in [
        "=\u{338}",
        "1\u{336}0\u{336}",
        "\u{301}",
        "ก\u{301}",
        "1\u{FE0F}\u{20E3}",
    ] {
        assert_eq!(forced(Level::Transliteration).encode(text).text(), text);
    }
    assert_eq!(
        forced(Level::Typography)
            .encode("e\u{323}\u{200B}\u{301}")
            .text(),
        "e\u{323}\u{301}"
    );
}

#[test]
fn joiners_stay_where_they_may_be_at_work() {
    let family = "👨\u{200D}👩\u{200D}👧 “hi” c\u{200D}d";
    let persian = "می\u{200C}خواهم “x”\u{200F}";
    for (text, expected) in [
        (family, family.replace(['“', '”'], "\"")),
        (persian, persian.replace(['“', '”'], "\"")),
    ] {
        assert_eq!(smart_encode(text, Level::Transliteration).text(), text);
        assert_eq!(forced(Level::Transliteration).encode(text).text(), expected);
    }
    assert_eq!(plain("c\u{200D}d\u{FE0F}\u{200E}", Level::Typography), "cd");
    // With Hindi's alphabet allowed the text fits GSM-7 without its joiner, and yet it stays.
    let hindi = Segmenter::new().with_languages(Languages::auto());
    let text = "क्\u{200D}ष “क”";
    let encoder = forced(Level::Typography).with_segmenter(hindi);
    assert_eq!(encoder.encode(text).text(), "क्\u{200D}ष \"क\"");
}

#[test]
fn nothing_changes_without_a_gain() {
    let long = "щ".repeat(70); // 280 septets where 70 units did
    let smart = smart_encode(&long, Level::Transliteration);
    assert_eq!(
        (smart.text(), smart.outcome()),
        (long.as_str(), Outcome::RevertedWithoutGain)
    );
    assert!(matches!(smart.into_text(), std::borrow::Cow::Borrowed(_)));
    assert_eq!(
        SmartEncoder::new(Level::Transliteration)
            .with_apply(Apply::Always)
            .encode(&long)
            .after()
            .segments(),
        2
    );

    let saving = SmartEncoder::new(Level::Typography).with_apply(Apply::WhenSegmentsSaved);
    assert_eq!(
        saving.encode("“Hi”").outcome(),
        Outcome::RevertedWithoutGain
    );
    assert_eq!(saving.encode(&"“".repeat(71)).after().segments(), 1);
    assert_eq!(
        smart_encode("plain", Level::Typography).outcome(),
        Outcome::NothingToDo
    );
}

#[test]
fn a_national_language_spares_its_letters() {
    let text =
        "“Siparişiniz yolda”: yarın kapınızda olacak. Değişiklik için bize yazın, teşekkürler. ";
    let turkish =
        Segmenter::new().with_languages(Languages::preferred([NationalLanguage::Turkish]));
    let encoder = SmartEncoder::new(Level::Transliteration);
    assert!(
        encoder
            .encode(text)
            .text()
            .starts_with("\"Siparisiniz yolda\": yarin")
    );
    let spared = encoder.with_segmenter(turkish).encode(text);
    assert!(spared.text().starts_with("\"Siparişiniz yolda\": yarın"));
    assert_eq!(
        spared.after().alphabet().single(),
        Some(NationalLanguage::Turkish).filter(|_| spared.after().alphabet().locking().is_none())
    );
}

#[test]
fn the_caller_adds_and_takes_away() {
    let encoder = SmartEncoder::new(Level::Transliteration)
        .with_replacement('🙂', ":)")
        .with_replacement('€', "EUR")
        .with_replacement('ж', "j")
        .with_exception('…');
    let smart = encoder.encode("🙂 5 € женя");
    assert_eq!(smart.text(), ":) 5 EUR jenya");
    assert_eq!(
        smart.substitutions().next().unwrap().reason(),
        Reason::Custom
    );
    assert_eq!(encoder.encode("…ж").outcome(), Outcome::RevertedForResidue);
    let preset = SmartEncoder::new(Rules::Twilio)
        .with_replacement('’', "")
        .with_exception('“');
    assert_eq!(preset.encode("“it’s”").text(), "“its\"");
}

#[test]
fn a_megabyte_of_one_kind() {
    for (unit, expected) in [
        ("“", "\""),
        ("e\u{301}", "é"),
        ("\u{200B}", ""),
        ("½", "1/2"),
        ("Щ", "SHCH"),
    ] {
        let text = unit.repeat((1 << 20) / unit.len());
        let smart = forced(Level::Transliteration).encode(&text);
        assert_eq!(
            smart.substitutions().len(),
            smart.original().len() / unit.len()
        );
        if unit != "½" {
            assert_eq!(smart.text(), expected.repeat((1 << 20) / unit.len()));
        }
    }
    let marks = "\u{301}".repeat(1 << 19);
    for base in ["e", "x", "=", ""] {
        for level in Level::ALL {
            let text = format!("{base}{marks}");
            let length = forced(level).encode(&text).text().chars().count();
            let loses = level == Level::Transliteration && "ex".contains(base) && !base.is_empty();
            assert_eq!(length, if loses { 1 } else { text.chars().count() });
        }
    }
    let mixed = format!("e{}", "\u{200B}\u{323}".repeat(1 << 17));
    assert_eq!(forced(Level::Transliteration).encode(&mixed).text(), "e");
    assert_eq!(
        forced(Level::Typography)
            .encode(&mixed)
            .text()
            .chars()
            .count(),
        1 + (1 << 17)
    );
}

/// Texts dense in what matters here: listed characters, marks, joiners, digits, and anything else.
fn texts() -> impl Strategy<Value = String> {
    let listed: Vec<char> = ROWS.keys().copied().collect();
    let marks: Vec<char> = "\u{300}\u{301}\u{303}\u{306}\u{308}\u{30A}\u{323}\u{327}\u{338}\u{341}"
        .chars()
        .collect();
    let joiners: Vec<char> = "\u{200B}\u{200C}\u{200D}\u{FE0F}\u{200F}\u{AD}"
        .chars()
        .collect();
    let character = prop_oneof![
        4 => proptest::sample::select(listed),
        3 => proptest::sample::select(marks),
        1 => proptest::sample::select(joiners),
        3 => proptest::char::range(' ', '~'),
        2 => proptest::sample::select("éÄñÅ€ΩиеіЩЯщεα🙂👩世ก²½①₂".chars().collect::<Vec<_>>()),
        1 => any::<char>(),
    ];
    proptest::collection::vec(character, 0..24).prop_map(String::from_iter)
}

fn encoders() -> impl Strategy<Value = SmartEncoder> {
    let level = proptest::sample::select(Level::ALL.to_vec());
    let residue = proptest::sample::select(vec![Residue::Keep, Residue::Revert]);
    let apply = proptest::sample::select(vec![
        Apply::Always,
        Apply::WhenItHelps,
        Apply::WhenSegmentsSaved,
    ]);
    (level, residue, apply, any::<bool>()).prop_map(|(level, residue, apply, national)| {
        let languages = if national {
            Languages::auto()
        } else {
            Languages::none()
        };
        let segmenter = Segmenter::new().with_languages(languages);
        SmartEncoder::new(level)
            .with_residue(residue)
            .with_apply(apply)
            .with_segmenter(segmenter)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn idempotent_and_consistent(text in texts(), encoder in encoders()) {
        let smart = encoder.encode(&text);
        assert_consistent(&smart);
        let again = encoder.encode(smart.text());
        prop_assert_eq!(again.text(), smart.text());
    }

    #[test]
    fn never_costs_more(text in texts(), times in 1usize..12, level in proptest::sample::select(Level::ALL.to_vec())) {
        let text = text.repeat(times);
        for residue in [Residue::Keep, Residue::Revert] {
            let smart = SmartEncoder::new(level).with_residue(residue).encode(&text);
            prop_assert!(smart.after().segments() <= smart.before().segments());
            prop_assert_eq!(smart.before(), septet::count(&text));
            prop_assert_eq!(smart.after(), septet::count(smart.text()));
        }
    }

    #[test]
    fn only_listed_characters_change(text in texts()) {
        for level in Level::ALL {
            for substitution in forced(level).encode(&text).substitutions() {
                let original = substitution.original();
                prop_assert!(substitution.level().is_some_and(|made| made <= level));
                for (place, character) in original.chars().enumerate() {
                    let composed = place == 0 && original.chars().count() > 1;
                    prop_assert!(ROWS.contains_key(&character) || composed && in_gsm7(character), "{:?}", original);
                }
                prop_assert!(substitution.replacement().chars().all(in_gsm7));
            }
        }
    }

    /// However a Latin, Greek or Cyrillic letter is written in Unicode, it is spelled the same.
    #[test]
    fn canonical_equivalents_are_spelled_alike(text in "[A-Za-z\u{C0}-\u{24F}\u{1E00}-\u{1EFF}α-ώА-я ]{1,8}") {
        let encoder = forced(Level::Transliteration);
        let decomposed: String = text.nfd().collect();
        let composed: String = text.nfc().collect();
        let (decomposed, composed) = (encoder.encode(&decomposed), encoder.encode(&composed));
        prop_assert_eq!(decomposed.text(), composed.text());
    }
}
