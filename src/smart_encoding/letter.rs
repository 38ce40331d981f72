//! The case of letters, and how they are spelled in the language of a text.

use alloc::borrow::Cow;
use alloc::string::String;

use super::script::{Script, script};
use super::table::ascii;
use super::tables::levels::TABLE;
use super::text_language::Place;
use super::{SubstitutionReason, TextLanguage};
use crate::text::char_at;
use crate::text::letters::{is_capital, is_letter_or_digit, small};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Capital,
    Small,
}

/// The case of a letter, by its replacement if it has one; `None` if it is not a letter.
pub(super) fn case(character: char) -> Option<Case> {
    match TABLE.row(character) {
        Some(row) => gsm7_case(char_at(row.replacement, 0)?),
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

/// A letter without the mark that Vietnamese has on it, of those that GSM-7 has.
pub(super) fn without_vietnamese_mark(letter: char) -> Option<char> {
    Some(match letter {
        'à' => 'a',
        'è' | 'é' => 'e',
        'É' => 'E',
        'ì' => 'i',
        'ò' => 'o',
        'ù' => 'u',
        _ => return None,
    })
}

/// The spelling of a letter at transliteration, and the reason: by its language, else by the table. `before` and `after` are its
/// neighbours in the text.
pub(super) fn spelling(
    letter: char,
    language: Option<TextLanguage>,
    before: Option<char>,
    after: Option<char>,
) -> Option<(Cow<'static, str>, SubstitutionReason)> {
    let own = match language {
        Some(TextLanguage::Vietnamese) => return vietnamese(letter),
        Some(language) => in_language(letter, language, before, after),
        None => None,
    };
    // È alone is an Italian word.
    let joined = |beside: Option<char>| {
        beside.is_some_and(|beside| {
            is_letter_or_digit(beside) || matches!(beside, '\u{300}'..='\u{36F}')
        })
    };
    let alone = letter == 'È' && !joined(before) && !joined(after);
    let own = own.or(alone.then_some(Cow::Borrowed("E'")));
    let reason = if script(letter) == Some(Script::Cyrillic) {
        SubstitutionReason::Cyrillic
    } else {
        SubstitutionReason::Letter
    };
    if let Some(own) = own {
        return Some((own, reason));
    }
    let row = TABLE.row(letter)?;
    Some((Cow::Borrowed(row.replacement), row.kind?.1))
}

fn vietnamese(letter: char) -> Option<(Cow<'static, str>, SubstitutionReason)> {
    let bare = |letter: char| without_vietnamese_mark(letter).and_then(ascii);
    if let Some(bare) = bare(letter) {
        return Some((Cow::Borrowed(bare), SubstitutionReason::Letter));
    }
    let row = TABLE.row(letter)?;
    let mut letters = row.replacement.chars();
    let single = letters.next().filter(|_| letters.next().is_none());
    let spelled = single.and_then(bare).unwrap_or(row.replacement);
    Some((Cow::Borrowed(spelled), row.kind?.1))
}

/// The spelling of a letter where its language differs from the table. Capitals are spelled as small letters are.
fn in_language(
    letter: char,
    language: TextLanguage,
    before: Option<char>,
    after: Option<char>,
) -> Option<Cow<'static, str>> {
    let is_letter = |character: &char| {
        script(*character) == script(letter) || matches!(character, '\u{300}'..='\u{36F}')
    };
    let place = Place {
        before: before
            .filter(|before| is_letter(before) || matches!(before, '\'' | '’' | 'ʼ'))
            .map(small),
        after: after.filter(is_letter).map(small),
    };
    if let Some(spelled) = language.spelling(letter, place) {
        return Some(Cow::Borrowed(spelled));
    }
    let spelled = language
        .spelling(small(letter), place)
        .filter(|_| is_capital(letter))?;
    let mut letters = spelled.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    Some(Cow::Owned(
        first.into_iter().chain(letters).collect::<String>(),
    ))
}
