//! National languages: the choice among alphabets against a search through all of them.

use std::collections::BTreeMap;

use proptest::prelude::*;
use septet::{
    Alphabet, Boundary, Encoding, EncodingError, Languages, NationalLanguage, ReferenceBits,
    Segmenter, Septets,
};

use crate::oracle;

type Units = BTreeMap<u32, usize>;

fn name(language: Option<NationalLanguage>) -> &'static str {
    language.map_or("default", NationalLanguage::name)
}

/// Every pair of tables an alphabet can have: 13 locking tables and the default one, 14 single.
fn alphabets() -> Vec<(Alphabet, Units)> {
    let tables: Vec<Option<NationalLanguage>> = [None]
        .into_iter()
        .chain(NationalLanguage::ALL.map(Some))
        .collect();
    let locking = tables
        .iter()
        .copied()
        .filter(|table| *table != Some(NationalLanguage::Spanish));
    let pairs = locking.flat_map(|locking| tables.iter().map(move |&single| (locking, single)));
    pairs
        .map(|(locking, single)| {
            (
                Alphabet::new(locking, single),
                oracle::alphabet(name(locking), name(single)),
            )
        })
        .collect()
}

/// The best alphabet as the rule has it, found by counting in every one.
fn searched(
    text: &str,
    alphabets: &[(Alphabet, Units)],
    sixteen: bool,
) -> Option<(usize, usize, Alphabet)> {
    let counted = alphabets.iter().filter_map(|(alphabet, table)| {
        let septets: Vec<usize> = text
            .chars()
            .map(|c| table.get(&u32::from(c)).copied())
            .collect::<Option<_>>()?;
        let shifts =
            usize::from(alphabet.locking().is_some()) + usize::from(alphabet.single().is_some());
        let single = [160, 155, 152][shifts];
        let concatenated = if sixteen {
            [152, 148, 145]
        } else {
            [153, 149, 146]
        }[shifts];
        let answer = oracle::filled("GSM-7", &septets, single, concatenated);
        let ids = (
            alphabet.locking().map_or(0, NationalLanguage::id),
            alphabet.single().map_or(0, NationalLanguage::id),
        );
        let languages = shifts - usize::from(ids.0 != 0 && ids.0 == ids.1);
        Some((
            (answer.segments.len(), languages, shifts, answer.units, ids),
            *alphabet,
        ))
    });
    counted
        .min_by_key(|(price, _)| *price)
        .map(|((segments, _, _, units, _), alphabet)| (segments, units, alphabet))
}

#[test]
fn every_character_of_every_table() {
    for (alphabet, table) in alphabets() {
        for code_point in 0..=0xFFFF {
            let Some(character) = char::from_u32(code_point) else {
                continue;
            };
            let units = table.get(&code_point).copied();
            assert_eq!(
                alphabet.units(character),
                units,
                "{alphabet:?} {character:?}"
            );
            let septets = alphabet.septets(character);
            assert_eq!(
                septets.map(Septets::units),
                units,
                "{alphabet:?} {character:?}"
            );
            match septets {
                Some(Septets::Locking(code)) => {
                    assert_eq!(alphabet.locking_character(code), Some(character));
                }
                Some(Septets::Escaped(code)) => {
                    assert_eq!(alphabet.single_character(code), Some(character));
                }
                None => {}
            }
        }
        assert_eq!(alphabet.locking_character(0x1B), None);
        assert_eq!(alphabet.single_character(0x1B), None);
        assert_eq!(
            (
                alphabet.locking_character(0x80),
                alphabet.single_character(0xFF)
            ),
            (None, None)
        );
    }
}

#[test]
fn duplicates_take_the_lowest_code() {
    for language in NationalLanguage::ALL
        .into_iter()
        .filter(|language| language.id() >= 4)
    {
        let alphabet = Alphabet::new(None, Some(language));
        assert_eq!(
            (
                alphabet.single_character(0x0B),
                alphabet.single_character(0x18)
            ),
            (Some('*'), Some('*'))
        );
        assert_eq!(
            (
                alphabet.single_character(0x13),
                alphabet.single_character(0x15)
            ),
            (Some('¡'), Some('¡'))
        );
    }
}

#[test]
fn contested_cells_follow_the_errata() {
    use NationalLanguage::{Kannada, Tamil, Telugu};
    assert_eq!(
        Alphabet::new(Some(Kannada), None).locking_character(0x24),
        Some('\u{CA1}')
    );
    assert_eq!(
        Alphabet::new(None, Some(Tamil)).single_character(0x24),
        Some('\u{BEE}')
    );
    assert_eq!(
        Alphabet::new(None, Some(Telugu)).single_character(0x22),
        Some('\u{C6C}')
    );
    assert_eq!(
        Alphabet::new(None, Some(Telugu)).single_character(0x23),
        Some('\u{C6D}')
    );
    assert_eq!(
        Alphabet::new(None, Some(Telugu)).single_character(0x65),
        None
    );
}

#[test]
fn limits_with_shift_elements() {
    let turkish = Segmenter::new().with_languages([NationalLanguage::Turkish]);
    let counted = |segmenter: Segmenter, text: &str| {
        let count = segmenter.count(text).unwrap();
        (
            count.segments(),
            count.units_per_segment(),
            count.alphabet().locking().is_some(),
            count.alphabet().single().is_some(),
        )
    };
    assert_eq!(counted(turkish, &"ş".repeat(155)), (1, 155, true, false));
    assert_eq!(counted(turkish, &"ş".repeat(156)), (2, 149, true, false));
    let sixteen = turkish.with_reference_bits(ReferenceBits::Sixteen);
    assert_eq!(counted(sixteen, &"ş".repeat(156)), (2, 148, true, false));
    let spanish = Segmenter::new().with_languages([NationalLanguage::Spanish]);
    let text = format!("ó{}", "a".repeat(153));
    assert_eq!(counted(spanish, &text), (1, 155, false, true));
    assert_eq!(counted(spanish, &format!("{text}a")), (2, 149, false, true));
}

#[test]
fn gsm7_never_needs_more_segments_than_ucs2() {
    // The worst there is: two septets a digit, and both shift elements in every header.
    for bits in [ReferenceBits::Eight, ReferenceBits::Sixteen] {
        let ucs2 = Segmenter::new().with_reference_bits(bits);
        let gsm7 = ucs2.with_languages(Languages::auto());
        for digits in 1..600 {
            let text = format!("न{}", "०".repeat(digits));
            let (gsm7, ucs2) = (gsm7.count(&text).unwrap(), ucs2.count(&text).unwrap());
            let (alphabet, hindi) = (gsm7.alphabet(), Some(NationalLanguage::Hindi));
            assert_eq!((alphabet.locking(), alphabet.single()), (hindi, hindi));
            assert_eq!(ucs2.encoding(), Encoding::Ucs2);
            assert!(gsm7.segments() <= ucs2.segments(), "{digits} digits");
        }
    }
}

#[test]
fn preference_decides_between_equals() {
    use NationalLanguage::{Portuguese, Spanish};
    let text = "ó"; // in the single shift tables of Spanish and Portuguese
    let single = |languages: Vec<NationalLanguage>| {
        Segmenter::new()
            .with_languages(languages)
            .count(text)
            .unwrap()
            .alphabet()
            .single()
    };
    assert_eq!(single(vec![Spanish]), Some(Spanish));
    assert_eq!(single(vec![Spanish, Spanish]), Some(Spanish));
    assert_eq!(
        single(vec![Portuguese, Spanish]),
        None,
        "the locking table of Portuguese takes one septet"
    );
}

/// U+0964 stands in the single shift tables of both languages, at the same price.
#[test]
fn the_first_of_equal_languages_is_taken_whatever_a_cut_keeps_whole() {
    use NationalLanguage::{Gujarati, Hindi};
    for boundary in [Boundary::Character, Boundary::Grapheme] {
        for languages in [[Hindi, Gujarati], [Gujarati, Hindi]] {
            let first = languages[0];
            let segmenter = Segmenter::new().with_boundary(boundary);
            let count = segmenter
                .with_languages(languages)
                .count("\u{964}")
                .unwrap();
            let alphabet = count.alphabet();
            assert_eq!(alphabet.locking().or(alphabet.single()), Some(first));
        }
    }
}

#[test]
fn a_demand_for_ucs2_goes_before_languages() {
    let segmenter = Segmenter::new().with_languages(Languages::auto());
    assert_eq!(segmenter.count("ş").unwrap().encoding(), Encoding::Gsm7);
    let demanded = segmenter.with_encoding(Encoding::Ucs2);
    assert_eq!(demanded.count("ş").unwrap().encoding(), Encoding::Ucs2);
}

#[test]
fn an_unknown_language_is_named() {
    let error = "klingon".parse::<NationalLanguage>().unwrap_err();
    let expected = "not a national language of GSM 7-bit: expected one of turkish, spanish, ";
    assert!(error.to_string().starts_with(expected), "{error}");
}

#[test]
fn what_a_language_cannot_carry_is_named() {
    let demanded = Segmenter::new()
        .with_encoding(Encoding::Gsm7)
        .with_languages(Languages::auto());
    let error: EncodingError = demanded.count("şimdi 😘 ığ").unwrap_err();
    assert_eq!((error.character(), error.utf16_index()), ('😘', 6));
    let analysis = Segmenter::new().with_languages(Languages::auto());
    let analysis = analysis.analyze("şimdi 😘 ığ").unwrap();
    let offenders: Vec<char> = analysis
        .offenders()
        .iter()
        .map(septet::Offender::character)
        .collect();
    assert_eq!(offenders, ['😘']);
}

/// Text of one or two languages with some of everything else.
fn national_text() -> impl Strategy<Value = String> {
    let tables = alphabets();
    let characters = |language: NationalLanguage| -> Vec<char> {
        let own = Alphabet::new(Some(language), Some(language));
        let (_, table) = tables
            .iter()
            .find(|(alphabet, _)| {
                *alphabet == own
                    || alphabet.single() == own.single() && alphabet.locking() == own.locking()
            })
            .unwrap();
        table.keys().filter_map(|&c| char::from_u32(c)).collect()
    };
    let pools: Vec<Vec<char>> = NationalLanguage::ALL.map(characters).into();
    let rare = "abc €[]{}^\\~|çãêşğıİßΔ\n\u{c}`é😘"
        .chars()
        .collect::<Vec<_>>();
    (prop::sample::select(pools.clone()), prop::sample::select(pools), 0u8..4).prop_flat_map(move |(one, two, mix)| {
        let one = prop::sample::select(one);
        let two = prop::sample::select(two);
        let rare = prop::sample::select(rare.clone());
        let plain = prop::char::range(' ', '~');
        let weights = [[20, 0, 0, 4], [20, 1, 0, 4], [1, 0, 1, 30], [10, 0, 5, 10]][usize::from(mix)];
        let character = prop_oneof![
            weights[0] => one, weights[1].max(1) => two, weights[2].max(1) => rare, weights[3] => plain
        ];
        prop::collection::vec(character, 0..500).prop_map(|characters| characters.into_iter().collect())
    })
}

#[test]
fn choice_agrees_with_a_search_through_all_alphabets() {
    let tables = alphabets();
    let mut runner = proptest::test_runner::TestRunner::default();
    runner
        .run(&(national_text(), any::<bool>()), |(text, sixteen)| {
            let bits = if sixteen {
                ReferenceBits::Sixteen
            } else {
                ReferenceBits::Eight
            };
            let segmenter = Segmenter::new()
                .with_languages(Languages::auto())
                .with_reference_bits(bits);
            let count = segmenter.count(&text).unwrap();
            if let Some(best) = searched(&text, &tables, sixteen) {
                prop_assert_eq!((count.segments(), count.units(), count.alphabet()), best);
                prop_assert!(count.segments() <= septet::count(&text).segments());
            } else {
                prop_assert_eq!(count.encoding(), Encoding::Ucs2);
            }
            let segments = segmenter.segments(&text).unwrap();
            prop_assert_eq!(segments.len(), count.segments());
            prop_assert_eq!(
                segments.map(|s| s.text().to_owned()).collect::<String>(),
                text
            );
            Ok(())
        })
        .unwrap();
}
