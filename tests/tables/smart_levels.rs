//! The rows of `levels.tsv` that come from Unicode or a provider, recomputed from there; and no row missing.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::smart_data::{Rows, in_gsm7, levels, provider};

const LEVELS: [&str; 3] = ["typography", "compatibility", "transliteration"];

/// Squared words and numbers, which stand in Chinese, Japanese and Korean text; units are listed.
const CJK_SQUARES: [std::ops::Range<char>; 2] = ['\u{3200}'..'\u{3371}', '\u{33E0}'..'\u{3400}'];

/// Not in the table: ℹ, which is an emoji and no letter, Cyrillic letters of phonetic notation, and letters that came with Unicode 17 and later.
const LEFT_OUT: [std::ops::RangeInclusive<char>; 6] = [
    '\u{2139}'..='\u{2139}',
    '\u{1E030}'..='\u{1E06D}',
    '\u{209D}'..='\u{209F}',
    '\u{A7F1}'..='\u{A7F1}',
    '\u{1D6A6}'..='\u{1D6A6}',
    '\u{1DF95}'..='\u{1DF95}',
];

fn fits(text: &str) -> bool {
    text.chars().all(in_gsm7)
}

fn spelled_by(rows: &Rows, level: &str, character: char) -> Option<String> {
    rows.get(&character)
        .filter(|row| row.level == level)
        .map(|row| row.replacement.clone())
}

/// The compatibility decomposition, its punctuation in GSM-7, composed: `¾` to `3/4`.
fn folded(rows: &Rows, character: char) -> String {
    let parts = [character].into_iter().nfkd();
    parts
        .map(|c| match c {
            // Only L and l have one, between which it is a full stop (N3 of `context.rs`).
            '·' => ".".to_owned(),
            _ => spelled_by(rows, "typography", c).unwrap_or(c.to_string()),
        })
        .collect::<String>()
        .nfc()
        .collect()
}

/// A letter spelled by its parts: each letter as the table has it, with the first mark that gives a GSM-7 letter.
fn by_letters(rows: &Rows, character: char) -> Option<String> {
    let mut spelled = String::new();
    let mut composes = true;
    for part in [character].into_iter().nfkd() {
        let row = rows.get(&part);
        if row.is_some_and(|row| row.reason == "mark" && row.replacement.is_empty()) {
            let base = spelled.pop()?;
            let both: String = [base, part].into_iter().nfc().collect();
            let single = both
                .chars()
                .next()
                .filter(|_| composes && both.chars().count() == 1 && fits(&both));
            spelled.push(single.unwrap_or(base));
        } else if in_gsm7(part) {
            spelled.push(part);
            composes = true;
        } else {
            spelled.push_str(&row?.replacement);
            composes = !["greek", "cyrillic"].contains(&row?.reason.as_str());
        }
    }
    Some(spelled)
}

#[test]
fn every_row_is_well_formed() {
    for (character, row) in levels() {
        let at = format!("{} {}", row.name, character.escape_unicode());
        assert!(!in_gsm7(character), "{at} is in GSM-7");
        assert!(fits(&row.replacement), "{at} becomes {:?}", row.replacement);
        assert!(LEVELS.contains(&row.level.as_str()), "{at}");
        let shown = match row.replacement.as_str() {
            "" => "(remove)",
            " " => "(space)",
            "\n" => "(line feed)",
            text => text,
        };
        assert_eq!(row.shown, shown, "{at}");
        if let Some(letter) = letter_named(&row.name).filter(|_| row.source == "unicode:name") {
            assert_eq!(row.replacement, letter, "{at}");
        }
        if row.source == "iso-4217" {
            assert!(
                row.replacement.len() == 3
                    && row.replacement.bytes().all(|b| b.is_ascii_uppercase()),
                "{at}"
            );
        }
    }
}

/// `LATIN SMALL LETTER B WITH STROKE` to `b`.
fn letter_named(name: &str) -> Option<String> {
    let (case, rest) = name.strip_prefix("LATIN ")?.split_once(" LETTER ")?;
    let (letter, _) = rest.split_once(" WITH ")?;
    let letter = letter.rsplit(' ').next()?;
    Some(if case == "SMALL" {
        letter.to_lowercase()
    } else {
        letter.to_owned()
    })
}

#[test]
fn rows_of_a_provider_are_its_own() {
    let rows = levels();
    let (twilio, telnyx) = (provider("twilio"), provider("telnyx"));
    assert_eq!((twilio.len(), telnyx.len()), (271, 310));
    for (character, row) in rows.iter().filter(|(_, row)| row.source == "providers") {
        let of = |table: &Rows| table.get(character).map(|row| row.replacement.clone());
        let webex =
            "\u{2011}\u{2012}\u{2212}\u{2032}\u{2033}\u{2035}\u{2036}\u{FE58}".contains(*character);
        assert!(
            webex || [of(&twilio), of(&telnyx)].contains(&Some(row.replacement.clone())),
            "{} is no provider's",
            row.name
        );
    }
    // C1 controls are read as Windows-1252.
    let listed = twilio
        .keys()
        .chain(telnyx.keys())
        .filter(|c| !('\u{80}'..='\u{9F}').contains(*c));
    for character in listed {
        assert!(
            rows.contains_key(character),
            "{character:?} is replaced by a provider and not by us"
        );
    }
}

#[test]
fn rows_of_unicode_are_recomputed() {
    let rows = levels();
    for (&character, row) in &rows {
        let expected = match (row.source.as_str(), row.level.as_str()) {
            ("unicode:nfc", _) => Some([character].into_iter().nfc().collect()),
            ("unicode:nfkd", "compatibility") => Some(folded(&rows, character)),
            ("unicode:nfd" | "unicode:nfkd", "transliteration") => by_letters(&rows, character),
            _ => continue,
        };
        assert_eq!(expected.as_ref(), Some(&row.replacement), "{}", row.name);
    }
}

#[test]
fn no_character_that_unicode_gives_is_missing() {
    let rows = levels();
    let mut missing = Vec::new();
    for character in ('\u{80}'..=char::MAX)
        .filter(|c| !in_gsm7(*c) && !is_combining_mark(*c))
        .filter(|c| !CJK_SQUARES.iter().any(|squares| squares.contains(c)))
    {
        let canonical: String = [character].into_iter().nfd().collect();
        let compatible: String = [character].into_iter().nfkd().collect();
        let level = if fits(&[character].into_iter().nfc().collect::<String>()) {
            "typography"
        } else if compatible != canonical && fits(&folded(&rows, character)) {
            "compatibility"
        } else if compatible != character.to_string()
            && character.is_alphabetic()
            && by_letters(&rows, character).is_some_and(|text| fits(&text))
        {
            "transliteration"
        } else {
            continue;
        };
        let listed = rows.get(&character).and_then(|row| place(&row.level));
        if listed.is_none_or(|listed| Some(listed) > place(level)) {
            missing.push(character);
        }
    }
    let left_out = |character: &char| LEFT_OUT.iter().any(|range| range.contains(character));
    for range in &LEFT_OUT {
        assert!(
            missing.iter().any(|character| range.contains(character)),
            "{range:?} is not left out"
        );
    }
    missing.retain(|character| !left_out(character));
    assert!(missing.is_empty(), "{missing:?}");
}

fn place(level: &str) -> Option<usize> {
    LEVELS.iter().position(|known| *known == level)
}
