//! Texts that people write, and their smart encoding.

use septet::{
    Apply, Encoding, Languages, Level, NationalLanguage, Rules, Segmenter, SmartEncoder,
    SmartOutcome, SubstitutionReason, smart_encode,
};

use super::{forced, plain};
use crate::promises::smart::consistent;

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
        (Level::Typography, "a\u{2028}b\u{B}c", "a\nb\nc"),
        (
            Level::Typography,
            "It\u{92}s 5\u{80}\u{85} \u{93}so\u{94}\u{96}\u{8D}ok",
            "It's 5€... \"so\"-ok",
        ),
        (Level::Transliteration, "\u{8A}koda\u{99}", "Skoda(TM)"),
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
            "1 1/2 kg, 1/2, 10^2 m2, 2^-1, H2O, 5 1",
        ),
        (
            Level::Compatibility,
            "Acme™ © 2024 ‼\u{FE0E}",
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
            "Kiyiv, Djokovic, u",
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
        consistent(&smart);
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
        "\u{1EB9}\u{301}"
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
    // One between two marks is found as any other is.
    let between = "a\u{301}\u{200D}\u{302}";
    let beside_cjk = [between, "中"].concat();
    let kept = forced(Level::Transliteration).encode(&beside_cjk);
    assert!(kept.text().contains('\u{200D}'));
    assert_eq!(plain(between, Level::Transliteration), "a");
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
        (long.as_str(), SmartOutcome::RevertedWithoutGain)
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
        SmartOutcome::RevertedWithoutGain
    );
    assert_eq!(saving.encode(&"“".repeat(71)).after().segments(), 1);
    assert_eq!(
        smart_encode("plain", Level::Typography).outcome(),
        SmartOutcome::NothingToDo
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
        SubstitutionReason::Custom
    );
    assert_eq!(
        encoder.encode("…ж").outcome(),
        SmartOutcome::RevertedForResidue
    );
    let preset = SmartEncoder::new(Rules::Twilio)
        .with_replacement('’', "")
        .with_exception('“');
    assert_eq!(preset.encode("“it’s”").text(), "“its\"");
    // Characters of ASCII may be replaced too, in a text that is nothing else.
    let dollars = SmartEncoder::new(Rules::Twilio).with_replacement('$', "USD ");
    assert_eq!(dollars.encode("$5").text(), "USD 5");
}

#[test]
fn phone_numbers_stay_but_for_blanks_and_dashes() {
    for (text, expected) in [
        (
            "“+44\u{A0}20\u{202F}7946\u{2011}0958”",
            "\"+44 20 7946-0958\"",
        ),
        ("0171— 123 45 67, 1—2", "0171- 123 45 67, 1-2"),
        ("(0171)\u{2013}1234567 — now", "(0171)-1234567 - now"),
        ("+49 171  1234567…", "+49 171  1234567..."),
    ] {
        for level in Level::ALL {
            assert_eq!(forced(level).encode(text).text(), expected);
        }
    }
    let encoder = forced(Level::Typography)
        .with_replacement('1', "one")
        .with_replacement('-', "");
    assert_eq!(
        encoder.encode("0171-1234567, 1-2").text(),
        "0171-1234567, one2"
    );
}

#[test]
fn every_list_is_found_by_its_name() {
    for rules in Rules::ALL {
        assert_eq!(Rules::from_name(rules.name()), Some(rules));
    }
    assert_eq!(Rules::from_name("Twilio"), None);
}

#[test]
fn letters_of_every_script_are_composed_wherever_they_stand() {
    for (apart, composed) in [
        ("か\u{3099}", "が"),
        ("\u{1112}\u{1161}\u{11ab}", "한"),
        ("\u{9c7}\u{9be}", "\u{9cb}"),
    ] {
        let text = apart.repeat(60);
        let smart = smart_encode(&text, Level::Transliteration);
        assert_eq!(smart.outcome(), SmartOutcome::Composed, "{composed}");
        assert_eq!(smart.text(), composed.repeat(60));
    }
}

#[test]
fn marks_after_a_link_stay_whatever_follows() {
    for rest in ["", " and b.com", " or me@b.com"] {
        let text = format!("me@a.come\u{301}{rest}");
        let encoder = SmartEncoder::new(Level::Typography).with_apply(Apply::Always);
        let encoder = encoder.with_residue(septet::Residue::Keep);
        assert_eq!(encoder.encode(&text).text(), text);
    }
}
