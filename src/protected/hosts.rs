//! Hosts without a scheme, and the top-level domains that they are known by.

use alloc::string::String;

use super::tables::top_level::{LONGER, OFFSETS, OTHER_SCRIPTS, PAIRS, WORDS};
use crate::text::letters::{is_capital, is_small, small};

/// Hosts that end in a top-level domain which is a common word, and are known all the same.
const KNOWN_HOSTS: [&str; 16] = [
    "about.me",
    "amzn.to",
    "discord.gg",
    "fb.me",
    "j.mp",
    "lnkd.in",
    "m.me",
    "nyti.ms",
    "on.fb.me",
    "paypal.me",
    "s.id",
    "signal.me",
    "t.me",
    "wa.me",
    "wp.me",
    "youtu.be",
];

/// Top-level domains that never follow a full stop by mistake: a host that ends in one may have capitals.
const UNMISTAKABLE: [&str; 5] = ["com", "edu", "gov", "net", "org"];

/// True if the character can be part of a link.
pub(super) fn in_link(character: char) -> bool {
    match character {
        '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => false,
        '!'..='~'
        | '\u{2010}'..='\u{2015}'
        | '\u{C0}'..='\u{1FFF}'
        | '\u{2C00}'..='\u{2FFF}'
        | '\u{3040}'..='\u{FDFF}'
        | '\u{10000}'..='\u{1EFFF}' => true,
        _ => false,
    }
}

/// True if the character can be part of a host.
pub(super) fn in_host(character: char) -> bool {
    match character {
        '.' | '-' => true,
        '\u{2010}'..='\u{2015}' => false,
        _ => character.is_ascii_alphanumeric() || !character.is_ascii() && in_link(character),
    }
}

/// True if two neighbours of a host belong to one word. Scripts that are written without spaces end where ASCII begins.
pub(super) fn is_one_word(before: char, after: char) -> bool {
    let changes = |ascii: char, other: char| ascii.is_ascii_alphanumeric() && is_unspaced(other);
    in_host(before) && in_host(after) && !changes(before, after) && !changes(after, before)
}

/// True if a script puts no spaces around a link: Thai to Khmer, Chinese, Japanese, and Korean with its particles.
fn is_unspaced(character: char) -> bool {
    matches!(character, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{20000}'..='\u{3FFFF}')
}

/// True if a character shows nothing: controls, fillers, joiners, direction marks, tags.
pub(super) fn is_unseen(character: char) -> bool {
    matches!(character, '\0'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}' | '\u{81}' | '\u{8D}' | '\u{8F}' | '\u{90}' | '\u{9D}' | '\u{AD}' | '\u{34F}' | '\u{61C}'
        | '\u{115F}' | '\u{1160}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFC}' | '\u{E0000}'..='\u{E0FFF}')
}

/// True if a character joins the word after it to an address that precedes.
pub(super) fn joins(before: char) -> bool {
    matches!(before, '@' | '_' | '/' | '.')
}

/// True if a word with a full stop is the host of a link without a scheme (K2); `next` is the octet after it.
pub(super) fn is_bare_host(word: &str, next: Option<u8>) -> bool {
    let Some((rest, last)) = word.rsplit_once('.') else {
        return false;
    };
    let letters = |name: &str| {
        name.chars().count() >= 2
            && name
                .chars()
                .all(|c| c.is_ascii_alphabetic() || !c.is_ascii())
    };
    if next == Some(b'@')
        || rest.split('.').any(str::is_empty)
        || !(letters(last) || last.starts_with("xn--"))
    {
        return false;
    }
    if starts_with(word, "www.") || next == Some(b'/') && last.is_ascii() {
        return true;
    }
    if !is_top_level(last) {
        return false;
    }
    if next == Some(b'/') {
        return true;
    }
    let number = last.len() == 2 && rest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.'));
    let written = !word.chars().any(is_capital)
        || UNMISTAKABLE
            .iter()
            .any(|known| last == *known || last.eq_ignore_ascii_case(known) && is_upper(rest));
    written && !number && (!is_word(last) || KNOWN_HOSTS.contains(&word))
}

fn is_upper(text: &str) -> bool {
    !text.chars().any(is_small)
}

pub(super) fn starts_with(text: &str, prefix: &str) -> bool {
    let start = text.as_bytes().get(..prefix.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
}

/// True if a label is a top-level domain, in any case of letters.
pub(super) fn is_top_level(label: &str) -> bool {
    let label = in_small_letters(label);
    if !label.is_ascii() {
        return is_listed(OTHER_SCRIPTS, &label);
    }
    match label.as_bytes() {
        [b'x', b'n', b'-', b'-', ..] => true,
        [first @ b'a'..=b'z', second @ b'a'..=b'z'] => {
            PAIRS[usize::from(first - b'a')] >> (second - b'a') & 1 == 1
        }
        [first @ b'a'..=b'z', ..] => is_in_front_coded(usize::from(first - b'a'), label.as_bytes()),
        _ => false,
    }
}

fn in_small_letters(label: &str) -> String {
    label.chars().map(small).collect()
}

/// True if a top-level domain is a common word too.
fn is_word(label: &str) -> bool {
    is_listed(WORDS, &label.to_ascii_lowercase())
}

/// True if a word is in a list, which has a space before and after each.
fn is_listed(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

/// True if a label is in the list of the longer top-level domains with this first letter.
fn is_in_front_coded(letter: usize, label: &[u8]) -> bool {
    let (start, end) = (
        usize::from(OFFSETS[letter]),
        usize::from(OFFSETS[letter + 1]),
    );
    let mut rest = LONGER.as_bytes().get(start..end).unwrap_or_default();
    // Letters of the label that the entry before has too. An entry that shares fewer with it cannot match: the order of
    // the alphabet has then passed the label by.
    let mut matched = 0;
    while let [capital, after @ ..] = rest {
        let shared = usize::from(capital - b'A');
        let length = after
            .iter()
            .take_while(|byte| byte.is_ascii_lowercase())
            .count();
        let (letters, next) = after.split_at(length);
        rest = next;
        if shared > matched {
            continue;
        }
        let compared = label.get(shared..).unwrap_or_default();
        let same = letters
            .iter()
            .zip(compared)
            .take_while(|(a, b)| a == b)
            .count();
        matched = shared + same;
        if same == length && matched == label.len() {
            return true;
        }
    }
    false
}
