//! Every row of every table.

use septet::{
    Level, ProviderPreset, Residue, Rules, SmartEncoder, SmartOutcome, SubstitutionReason,
    TextLanguage, smart_encode,
};

use super::{LOOK_ALIKES, ROWS, forced, level_of};
use crate::smart_data::provider;

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
                SubstitutionReason::Provider
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
            SmartOutcome::RevertedForResidue
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
fn webex_has_its_own_rows_and_converts_all_or_nothing() {
    let table = provider("webex");
    assert_eq!(table.len(), 32);
    let webex = SmartEncoder::like(ProviderPreset::Webex);
    for (character, row) in &table {
        let text = format!("a{character}b");
        assert_eq!(webex.encode(&text).text(), format!("a{}b", row.replacement));
        let with_emoji = format!("{text}🙂");
        assert_eq!(webex.encode(&with_emoji).text(), with_emoji);
    }
    // A row of Telnyx's stands in for what was not seen of the list.
    assert_eq!(webex.encode("a\u{A0}b").text(), "a b");
}

#[test]
fn providers_do_what_they_publish() {
    let text = "“Hello” — welcome to our service…";
    let plain = "\"Hello\" - welcome to our service...";
    for provider in ProviderPreset::ALL {
        let encoder = SmartEncoder::like(provider);
        let long = format!("{text} ").repeat(3);
        assert!(
            encoder.encode(&long).text().starts_with(plain),
            "{provider}"
        );
        assert_eq!(encoder.encode("plain").outcome(), SmartOutcome::NothingToDo);
        let with_emoji = format!("{long}👋");
        let is_all_or_nothing = matches!(provider, ProviderPreset::Bird | ProviderPreset::Webex);
        assert_eq!(
            encoder.encode(&with_emoji).text() == with_emoji,
            is_all_or_nothing,
            "{provider}"
        );
        let spares_short = provider == ProviderPreset::Sinch;
        assert_eq!(encoder.encode(text).text() == text, spares_short);
    }
    // Examples of Brevo's change log.
    let brevo = SmartEncoder::like(ProviderPreset::Brevo);
    assert_eq!(brevo.encode("À â Ê ë œ Ÿ ÿ").text(), "A a E e oe Y y");
}

#[test]
fn every_row_takes_effect_at_its_level_and_above() {
    for (character, row) in &*ROWS {
        // A mark needs a letter, a » that closes nothing is an arrow, È alone is Italian, and small Greek letters without
        // Greek words are symbols.
        if row.reason == "mark" && row.replacement.is_empty() || matches!(character, '»' | 'È') {
            continue;
        }
        for level in Level::ALL {
            let greek = if matches!(character, 'α'..='ω') {
                "ΓΔ"
            } else {
                ""
            };
            let text = format!("= {character} ={greek}");
            // A language without spellings of its own.
            let encoder = forced(level).with_text_language(TextLanguage::Russian);
            let smart = encoder.encode(&text);
            let expected = if level >= level_of(&row.level) {
                &row.replacement
            } else {
                &character.to_string()
            };
            assert_eq!(
                smart.text(),
                format!("= {expected} ={greek}"),
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
        .filter(|c| {
            !ROWS.contains_key(c)
                && !LOOK_ALIKES.contains(c)
                && !matches!(c, '\u{80}'..='\u{9F}' | '℃' | '℉')
        })
        .filter(|c| !SmartEncoder::composes(*c))
        .collect();
    for level in Level::ALL {
        assert_eq!(forced(level).encode(&others).text(), others);
    }
}
