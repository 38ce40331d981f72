//! The sentence that says how to opt out, which no suggestion removes: the law of many countries asks for it.

use crate::text::letters::{is_letter_or_digit, small};

/// Keywords of such sentences, as separate words and in exactly these letters: English, German, Spanish, Turkish, French,
/// Portuguese, Arabic; and Russian, Danish, Hungarian.
const KEYWORDS: [&str; 33] = [
    "STOP",
    "STOPALL",
    "STOPSMS",
    "UNSUBSCRIBE",
    "CANCEL",
    "END",
    "QUIT",
    "OPTOUT",
    "REVOKE",
    "REMOVE",
    "STOPP",
    "ABMELDEN",
    "ABBESTELLEN",
    "BAJA",
    "ALTO",
    "CANCELAR",
    "PARAR",
    "SALIR",
    "NOPUBLI",
    "RET",
    "İPTAL",
    "IPTAL",
    "DUR",
    "ARRET",
    "ARRÊT",
    "SAIR",
    "REMOVER",
    "СТОП",
    "AFMELD",
    "LEALL",
    "قف",
    "اوقف",
    "أوقف",
];

/// Phrases of such sentences in any case of letters, also within a word, a line for each language.
#[rustfmt::skip]
const PHRASES: [&str; 138] = [
    "unsubscribe", "opt out", "opt-out", "optout", "reply stop", "reply with stop", "text stop", "txt stop", "send stop",
    "stop to end", "stop to cancel", "stop2end", "stop 2 end", "to stop receiving", "to stop these",
    "abmelden", "abmeldung", "abbestellen", "abbestellung", "abzumelden", "abzubestellen", "keine sms mehr",
    "keine nachrichten mehr", "keine weiteren nachrichten", "auszutragen",
    "darse de baja", "date de baja", "darte de baja", "dese de baja", "dar de baja", "darme de baja",
    "cancelar la suscripción", "cancelar tu suscripción", "cancelar suscripción", "anular la suscripción", "desuscrib",
    "no recibir más", "no deseas recibir", "no desea recibir", "dejar de recibir",
    "désinscri", "desinscri", "désabonn", "desabonn", "ne plus recevoir", "stop sms", "stop au ", "stop pub", "envoyez stop",
    "répondez stop",
    "cancelar a subscrição", "cancelar a inscrição", "cancelar inscrição", "cancelar a assinatura", "descadastr",
    "não receber mais", "deixar de receber", "não deseja receber", "não quiser receber", "responda sair", "envie sair",
    "almak istemiyorsan", "almamak için", "iptal için", "iptal yaz", "ret yaz", "listeden çık", "abonelikten çık",
    "üyelikten ayrıl",
    "إيقاف", "ايقاف", "إلغاء", "الغاء", "توقف", "لوقف", "عدم استلام", "عدم استقبال", "عدم تلقي",
    "सदस्यता समाप्त", "सदस्यता रद्द", "सदस्यता छो", "अनसब्सक्राइब", "ऑप्ट आउट", "ऑप्ट-आउट", "संदेश बंद", "संदेशों को बंद", "एसएमएस बंद",
    "संदेश रोकने",
    "отпис", "отпиш", "отказаться от", "отказ от", "відписат", "відмовит", "відмова від", "адпіс", "одјав",
    "zrezygn", "rezygnac", "rezygnuj", "wypisz", "wypisać", "odhlás", "odhláš", "odjav", "dezabon", "leiratkoz",
    "disiscri", "cancellarti", "cancellati", "non ricevere più", "per non ricevere",
    "afmeld", "uitschrijv", "uit te schrijven", "avregistrer", "avslutt", "avanmäl", "meld av", "peruuta", "peru tilau",
    "διαγραφ", "απεγγραφ", "להסרה", "להסיר", "لغو", "berhenti", "từ chối", "hủy đăng ký", "ยกเลิก",
    "退订", "退訂", "拒收", "取消订阅", "取消訂閱", "配信停止", "수신거부", "수신 거부",
];

/// The phrases by their first octet: the first one for each octet, and for each phrase the next one that begins so. Every
/// character of a text is looked up, and few of the phrases can begin with it.
const NONE: u8 = u8::MAX;
#[expect(
    clippy::cast_possible_truncation,
    reason = "fewer phrases than `NONE`, as the table asserts"
)]
const BY_OCTET: ([u8; 256], [u8; PHRASES.len()]) = {
    let (mut first, mut next) = ([NONE; 256], [NONE; PHRASES.len()]);
    let mut phrase = PHRASES.len();
    while phrase > 0 {
        phrase -= 1;
        let octet = PHRASES[phrase].as_bytes()[0] as usize;
        next[phrase] = first[octet];
        first[octet] = phrase as u8;
    }
    assert!(PHRASES.len() < NONE as usize);
    (first, next)
};

/// The longest sentence that is kept as a whole, in characters. Of a longer one its last clause is.
const LONGEST: usize = 120;

/// The words before a keyword of which one may be the number to write to: `56161 पर STOP भेजें`.
const WORDS_BEFORE: usize = 3;

/// Finds the first sentence that says how to opt out, and returns its offset in bytes.
pub(super) fn opt_out(text: &str) -> Option<usize> {
    let keyword = keyword(text)?;
    let before = text.get(..keyword)?;
    let ends =
        |character: char| matches!(character, '.' | '!' | '?' | '\n' | '؟' | '。' | '।' | '॥');
    let clause = |character: char| {
        ends(character) || matches!(character, ',' | ';' | ':' | '،' | '؛' | '–' | '—')
    };
    let is_long = |start: usize| {
        text.get(start..keyword)
            .is_none_or(|to| to.chars().count() > LONGEST)
    };
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
    if is_long(start) || start == 0 {
        start = start.max(after(&clause));
    }
    if is_long(start) || start == 0 {
        start = keyword - with_verb(before).len();
    }
    Some(start)
}

/// The end of the text before a keyword that belongs to it: the verb, as in `Reply STOP`, and the number to write to if it
/// comes first.
fn with_verb(before: &str) -> &str {
    let mut verb = None;
    let mut number = None;
    let words = before
        .trim_end()
        .rmatch_indices(char::is_whitespace)
        .map(|(at, blank)| at + blank.len());
    for start in words.take(WORDS_BEFORE) {
        verb = verb.or(Some(start));
        let first = before.get(start..).and_then(|word| word.chars().next());
        if first.is_some_and(|first| first.is_ascii_digit()) {
            number = Some(start);
        }
    }
    let start = number.or(verb).unwrap_or(before.len());
    before.get(start..).unwrap_or("")
}

/// Returns the offset of the first keyword or phrase.
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
        let mut octets = [0; 4];
        letter.encode_utf8(&mut octets);
        let mut phrase = BY_OCTET.0[usize::from(octets[0])];
        let rest = text.get(place..).unwrap_or("");
        while let Some(found) = PHRASES.get(usize::from(phrase)) {
            let mut letters = rest.chars().map(small);
            if found.chars().all(|letter| letters.next() == Some(letter)) {
                return true;
            }
            phrase = BY_OCTET.1[usize::from(phrase)];
        }
        false
    };
    let limit = first.unwrap_or(text.len());
    let mut places = text.get(..limit)?.char_indices();
    let phrase = places.find(|(place, letter)| starts(*place, *letter));
    let phrase = phrase.map(|(place, _)| place);
    phrase.or(first)
}
