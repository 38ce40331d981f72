//! Properties that hold for every text: random ones, and very long ones.

use proptest::prelude::*;
use septet::{
    Apply, Languages, Level, Residue, Rules, Segmenter, SmartEncoder, SubstitutionReason,
};
use unicode_normalization::UnicodeNormalization as _;

use super::{LOOK_ALIKES, ROWS, forced};
use crate::promises::smart;
use crate::smart_data::in_gsm7;

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
            // Below, an e and the first accent are é.
            let composed = usize::from(base == "e");
            assert_eq!(
                length,
                if loses {
                    1
                } else {
                    text.chars().count() - composed
                }
            );
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
        1 << 17
    );
}

/// Characters that are kept stay next to a letter, a mark, digits and joiners; the others change next to each of them.
#[test]
fn kept_characters_stay() {
    let sampled = ('\u{80}'..=char::MAX).step_by(61);
    for character in ROWS.keys().copied().chain(sampled) {
        if in_gsm7(character) {
            continue;
        }
        let alone = format!("{character} e{character}");
        let beside = format!("{alone}\u{301} 1{character}\u{200D}\u{FE0F} И{character}");
        for rules in Rules::ALL {
            let encoder = SmartEncoder::new(rules)
                .with_apply(Apply::Always)
                .with_residue(Residue::Keep);
            let stays = |text: &str| encoder.encode(text).text().matches(character).count();
            let is_mark = SmartEncoder::composes(character)
                || unicode_normalization::char::is_combining_mark(character);
            // What looks like a letter of another script is read with its neighbours; a mark is composed.
            let by_neighbours = LOOK_ALIKES.contains(&character)
                || [character, '\u{301}'].into_iter().nfc().next() != Some(character);
            if encoder.keeps(character) && !by_neighbours {
                let all = beside.matches(character).count();
                assert_eq!(stays(&beside), all, "{character:?}");
            } else if !is_mark && !by_neighbours && !matches!(character, '℃' | '℉' | 'μ') {
                assert_eq!(stays(&alone), 0, "{character:?}");
            }
        }
    }
    let custom = SmartEncoder::new(Rules::Twilio).with_replacement('ł', "l");
    assert!(!custom.keeps('ł') && custom.with_exception('ł').keeps('ł'));
}

/// Texts dense in what matters here: listed characters, marks, joiners, digits, links, and anything else.
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
    let whole = "https://x.y/|ł@ex.com|+44 20\u{A0}7946\u{2011}0958|0171\u{2014} 123 45 67|{{ž}}|*|Ł|*|${“}|bücher.de/ü";
    let whole: Vec<&str> = whole.split('|').collect();
    let piece = prop_oneof![
        20 => character.prop_map(String::from),
        2 => proptest::sample::select(whole).prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
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
        smart::idempotent(&encoder, &text);
        smart::keeps_protected(&encoder, &text);
        smart::has_the_same_spans(&encoder, &text);
    }

    #[test]
    fn never_costs_more(text in texts(), times in 1usize..12, level in proptest::sample::select(Level::ALL.to_vec())) {
        smart::never_costs_more(level, &text.repeat(times));
    }

    #[test]
    fn replacements_are_gsm7_and_of_the_level(text in texts()) {
        for level in Level::ALL {
            for substitution in forced(level).encode(&text).substitutions() {
                prop_assert!(substitution.level().is_some_and(|made| made <= level));
                let replacement = substitution.replacement();
                let reason = substitution.reason();
                // What is written in other characters, rather than replaced, may still need UCS-2.
                let rewritten = substitution.original().chars().count() > 1 || matches!(
                    reason,
                    SubstitutionReason::Composition | SubstitutionReason::Misread
                ) || replacement.starts_with('°');
                prop_assert!(rewritten || replacement.chars().all(in_gsm7), "{:?}", substitution);
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
