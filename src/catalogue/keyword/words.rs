//! Matching of messages against keywords.

use alloc::string::String;

/// No keyword is longer, in characters: AWS allows 30.
const LONGEST: usize = 64;

/// In lower case; `None` if it is too long for a keyword.
pub(super) fn lower(text: &str) -> Option<String> {
    let short = text.chars().nth(LONGEST).is_none();
    short.then(|| text.chars().flat_map(char::to_lowercase).collect())
}

/// The words of a text in lower case with one space between them; everything that is neither letter
/// nor digit divides words. `None` if there is no word, or too much for a keyword.
pub(super) fn normalize(text: &str) -> Option<String> {
    let mut words = String::new();
    let mut apart = false;
    for (position, character) in text.trim().chars().enumerate() {
        if position >= LONGEST {
            return None;
        }
        if character.is_alphanumeric() {
            if apart && !words.is_empty() {
                words.push(' ');
            }
            apart = false;
            words.extend(character.to_lowercase());
        } else {
            apart = true;
        }
    }
    (!words.is_empty()).then_some(words)
}

/// A text in the form of [`normalize`] has the letters of a keyword, whatever divides them: `STOP ALL` is `STOPALL`, and
/// `opt-out` is `OPTOUT`; `ARRÊT` is `ARRET`, as lists write it.
pub(super) fn same_words(normalized: &str, keyword: &str) -> bool {
    let letters = normalized.chars().filter(|character| *character != ' ');
    letters.map(plain).eq(keyword
        .chars()
        .filter(|character| !matches!(character, ' ' | '-'))
        .map(plain))
}

/// Two texts in the form of [`normalize`] have the same letters in the same words.
pub(super) fn same_letters(normalized: &str, other: &str) -> bool {
    normalized.chars().map(plain).eq(other.chars().map(plain))
}

/// The distance from a letter to its full-width form.
const WIDE: u32 = 'ａ' as u32 - 'a' as u32;

/// A small letter without its accent, of those that the languages of keywords have, and as wide as any other.
fn plain(letter: char) -> char {
    match letter {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        'ａ'..='ｚ' => char::from_u32(letter as u32 - WIDE).unwrap_or(letter),
        _ => letter,
    }
}

/// True if a message begins with a keyword as a separate word.
pub(super) fn starts_with_word(message: &str, keyword: &str) -> bool {
    let mut rest = message.trim_start().chars().flat_map(char::to_lowercase);
    keyword
        .chars()
        .all(|expected| rest.next() == Some(expected))
        && !rest.next().is_some_and(char::is_alphanumeric)
}
