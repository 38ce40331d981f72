//! The sentence that says how to opt out, which no suggestion removes: the law of many countries asks for it.

use crate::text::letters::{is_letter_or_digit, small};

/// What such a sentence says in capitals, in English, German, Spanish, Turkish, French and Portuguese.
const KEYWORDS: [&str; 24] = [
    "STOP",
    "STOPALL",
    "UNSUBSCRIBE",
    "CANCEL",
    "END",
    "QUIT",
    "OPTOUT",
    "REVOKE",
    "STOPP",
    "ABMELDEN",
    "ABBESTELLEN",
    "BAJA",
    "ALTO",
    "CANCELAR",
    "PARAR",
    "SALIR",
    "RET",
    "İPTAL",
    "IPTAL",
    "DUR",
    "ARRET",
    "ARRÊT",
    "SAIR",
    "REMOVE",
];

/// What it says in any case, and in Arabic.
const PHRASES: [&str; 26] = [
    "unsubscribe",
    "opt out",
    "opt-out",
    "optout",
    "reply stop",
    "text stop",
    "txt stop",
    "send stop",
    "stop to end",
    "abmelden",
    "abbestellen",
    "abzumelden",
    "darse de baja",
    "date de baja",
    "darte de baja",
    "cancelar la suscripción",
    "almak istemiyorsanız",
    "iptal için",
    "ret yazıp",
    "listeden çık",
    "إيقاف",
    "ايقاف",
    "إلغاء",
    "الغاء",
    "توقف",
    "désinscri",
];

/// The first octets of the phrases.
const BEGIN_PHRASES: [bool; 256] = {
    let mut begin = [false; 256];
    let mut phrase = 0;
    while phrase < PHRASES.len() {
        begin[PHRASES[phrase].as_bytes()[0] as usize] = true;
        phrase += 1;
    }
    begin
};

/// The longest sentence that is kept as a whole, in bytes. Of a longer one its last clause is.
const LONGEST: usize = 120;

/// Where the first sentence begins that says how to opt out, in bytes.
pub(super) fn opt_out(text: &str) -> Option<usize> {
    let keyword = keyword(text)?;
    let before = text.get(..keyword)?;
    let ends = |character: char| matches!(character, '.' | '!' | '?' | '\n' | '؟' | '。');
    let clause =
        |character: char| ends(character) || matches!(character, ',' | ';' | ':' | '،' | '–' | '—');
    let after = |ends: &dyn Fn(char) -> bool| {
        // A full stop within a link or an abbreviation has no blank after it.
        let mut marks = before
            .char_indices()
            .rev()
            .filter(|(_, character)| ends(*character));
        let mark = marks.find(|(at, character)| {
            let next = at + character.len_utf8();
            *character == '\n'
                || text
                    .get(next..)
                    .is_some_and(|rest| rest.starts_with(char::is_whitespace))
        });
        mark.map_or(0, |(at, character)| at + character.len_utf8())
    };
    let mut start = after(&ends);
    if keyword - start > LONGEST || start == 0 {
        start = start.max(after(&clause));
    }
    if keyword - start > LONGEST || start == 0 {
        // The word before is the verb: `Reply STOP`.
        let word = before.trim_end();
        start = word
            .rfind(char::is_whitespace)
            .map_or(keyword, |blank| blank + 1);
    }
    Some(start)
}

/// Where the first keyword or phrase is.
fn keyword(text: &str) -> Option<usize> {
    let mut at = 0;
    let mut first = None;
    for word in text.split_inclusive(|character: char| !is_letter_or_digit(character)) {
        let bare = word.trim_end_matches(|character: char| !is_letter_or_digit(character));
        if !bare.is_empty() && KEYWORDS.contains(&bare) {
            first = Some(at);
            break;
        }
        at += word.len();
    }
    // Lower case may have other lengths, so places are looked for in the text itself.
    let starts = |place: usize, letter: char| {
        let letter = small(letter);
        // Most characters begin no phrase.
        let mut octets = [0; 4];
        letter.encode_utf8(&mut octets);
        if !BEGIN_PHRASES[usize::from(octets[0])] {
            return false;
        }
        let rest = text.get(place..).unwrap_or("");
        PHRASES.iter().any(|phrase| {
            let mut letters = rest.chars().map(small);
            phrase.starts_with(letter)
                && phrase.chars().all(|letter| letters.next() == Some(letter))
        })
    };
    let limit = first.unwrap_or(text.len());
    let mut places = text.get(..limit)?.char_indices();
    let phrase = places.find(|(place, letter)| starts(*place, *letter));
    let phrase = phrase.map(|(place, _)| place);
    phrase.or(first)
}
