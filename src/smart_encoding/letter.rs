//! What a letter is together with a mark, and which case it has.

use super::SubstitutionReason;
use super::rewrite::Base;
use super::tables::compositions::COMPOSITIONS;
use super::tables::levels::TABLE;

/// What a letter and a mark are together.
pub(super) enum Composed {
    /// A character that GSM-7 has.
    Gsm7(char),
    /// A Cyrillic letter, which is spelled so.
    Cyrillic(&'static str),
}

/// The one character that a letter and a mark are together, if it is one of GSM-7 or the table spells it (rules L1 and
/// L2 of `levels.rs`).
pub(super) fn compose(base: &Base, mark: char) -> Option<Composed> {
    let cyrillic = base.reason == Some(SubstitutionReason::Cyrillic);
    if base.reason == Some(SubstitutionReason::Greek) {
        return None;
    }
    let letter = if cyrillic {
        base.source?
    } else {
        base.character
    };
    let key = (
        u16::try_from(u32::from(letter)).ok()?,
        u16::try_from(u32::from(mark)).ok()?,
    );
    let found = COMPOSITIONS
        .binary_search_by_key(&key, |&(letter, mark, _)| (letter, mark))
        .ok()?;
    let both = char::from_u32(u32::from(COMPOSITIONS.get(found)?.2))?;
    match TABLE.row(both) {
        None => Some(Composed::Gsm7(both)),
        Some(row) if cyrillic => Some(Composed::Cyrillic(row.replacement)),
        Some(_) => None,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Capital,
    Small,
}

/// The case of a letter, by its replacement if it has one; `None` if it is no letter.
pub(super) fn case(character: char) -> Option<Case> {
    match TABLE.row(character) {
        Some(row) => gsm7_case(row.replacement.chars().next()?),
        None => gsm7_case(character),
    }
}

/// The case of a GSM-7 letter; `None` for any other character.
pub(super) fn gsm7_case(character: char) -> Option<Case> {
    match character {
        'A'..='Z' | 'Ä'..='Ç' | 'É' | 'Ñ' | 'Ö' | 'Ø' | 'Ü' | 'Γ'..='Ω' => {
            Some(Case::Capital)
        }
        'a'..='z' | 'ß'..='à' | 'ä'..='æ' | 'è'..='é' | 'ì' | 'ñ'..='ò' | 'ö' | 'ø'..='ù' | 'ü' => {
            Some(Case::Small)
        }
        _ => None,
    }
}
