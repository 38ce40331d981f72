//! Warnings: their conditions, sentences and fixes.

use septet::{Alphabet, Character, Edit, Profile, Segmenter, WarningCode, analyze};

fn codes(text: &str) -> Vec<&'static str> {
    analyze(text)
        .warnings()
        .iter()
        .map(|warning| warning.code().name())
        .collect()
}

#[test]
fn a_text_that_costs_nothing_needless_has_no_warnings() {
    for text in [
        "",
        "Hello",
        "“Hi” 🙂\r\n ",
        "Привет",
        &"中".repeat(200),
        &"a".repeat(170),
    ] {
        assert_eq!(codes(text), [""; 0], "{text:?}");
    }
}

#[test]
fn each_warning_only_when_it_matters() {
    let cases: [(String, &str, &str); 12] = [
        (
            "a".repeat(1540),
            "many-segments",
            "11 segments may be refused or arrive out of order: at most 10 are recommended.",
        ),
        (
            "a".repeat(153 * 255 + 2),
            "too-many-segments",
            "256 segments cannot be sent as one text: the maximum is 255.",
        ),
        (
            "ä".repeat(1602),
            "long-body",
            "1602 characters will be refused: the maximum of a body is 1600.",
        ),
        (
            "e\u{301}".repeat(70),
            "decomposed-accents",
            "Accents written apart from their letters cost 2 segments.",
        ),
        (
            "a\u{200B}".repeat(71),
            "invisible-characters",
            "Invisible characters cost 2 segments.",
        ),
        (
            "\u{92}".repeat(80),
            "misread-characters",
            "Characters of Windows-1252 that were read as Latin-1 cost 1 segment.",
        ),
        (
            "a  b".repeat(41),
            "doubled-blanks",
            "Doubled blanks cost 1 segment.",
        ),
        (
            "a".repeat(167),
            "few-characters-over",
            "The text is 7 characters over what 1 segment holds.",
        ),
        (
            "a".repeat(158) + "  \n",
            "trailing-white-space",
            "White space at the end costs 1 segment.",
        ),
        (
            "a".repeat(161),
            "one-character-over",
            "The last character alone costs 1 segment.",
        ),
        (
            "a".repeat(65) + "👩\u{200D}💻" + &"b".repeat(30) + "中",
            "cut-grapheme",
            "A cut divides a character: phones that do not join segments will show its pieces.",
        ),
        (
            String::from("Pay at Bit.ly/x now, or https://example.com"),
            "public-link-shortener",
            "Carriers filter links of public shorteners such as Bit.ly.",
        ),
    ];
    for (text, code, message) in &cases {
        let warnings = analyze(text).warnings();
        let warning = warnings
            .iter()
            .find(|warning| warning.code().name() == *code);
        assert_eq!(
            warning.map(septet::Warning::message),
            Some(*message),
            "{:?}",
            codes(text)
        );
    }
    assert_eq!(codes(&cases[11].0), ["public-link-shortener"]);
}

#[test]
fn a_profile_without_concatenation_is_violated() {
    let single = Segmenter::new().with_profile(Profile::Single);
    let text = "a".repeat(200);
    let analysis = single.analyze(&text).unwrap();
    let warning = &analysis.warnings()[0];
    assert_eq!(warning.code(), WarningCode::NotConcatenated);
    assert_eq!(
        warning.message(),
        "The text does not fit one message, and is not sent as several: it would take 2."
    );
}

#[test]
fn forced_ucs2_is_told_with_its_mildest_fix() {
    let text = format!("{}ç", "a".repeat(80));
    let analysis = analyze(&text);
    let warnings = analysis.warnings();
    assert_eq!(warnings[0].code(), WarningCode::Ucs2Forced);
    assert_eq!(warnings[0].spans()[0].range(), 80..82);
    assert_eq!(
        Edit::apply_all(&text, warnings[0].fix().unwrap()),
        format!("{}c", "a".repeat(80))
    );
    let emoji = format!("{}🙂", "a".repeat(80));
    assert_eq!(analyze(&emoji).warnings()[0].fix(), None);
}

/// Each character that there is stands twice in the text; those without septets are named once, in their order.
#[test]
fn all_characters_that_force_ucs2_are_named() {
    let every: String = (char::MIN..=char::MAX).collect();
    let text = every.repeat(2);
    let analysis = analyze(&text);
    let expected: Vec<(usize, char)> = every
        .char_indices()
        .filter(|(_, character)| Alphabet::DEFAULT.septets(*character).is_none())
        .collect();
    assert_eq!(analysis.offenders().len(), expected.len());
    for (offender, (place, character)) in analysis.offenders().iter().zip(expected) {
        let starts: Vec<usize> = offender
            .spans()
            .iter()
            .map(|span| span.range().start)
            .collect();
        assert_eq!(
            (offender.character(), starts),
            (character, vec![place, every.len() + place])
        );
    }
    let forcing = analysis.characters().filter(Character::forces_ucs2).count();
    assert_eq!(forcing, 2 * analysis.offenders().len());
}
