//! Every row of every table.

use septet::{
    Level, Residue, Rules, SmartEncoder, SmartOutcome, SubstitutionReason, TextLanguage,
    smart_encode,
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
fn every_row_takes_effect_at_its_level_and_above() {
    for (character, row) in &*ROWS {
        // A mark needs a letter, a » that closes nothing is an arrow, and È alone is Italian.
        if row.reason == "mark" && row.replacement.is_empty() || matches!(character, '»' | 'È') {
            continue;
        }
        for level in Level::ALL {
            let text = format!("= {character} =");
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
