//! The kinds of lines that a modem prints.

use super::content::joined;

/// One line, without blanks around it.
pub(super) enum Line<'t> {
    /// The beginning of a record.
    Header(Header<'t>),
    /// Digits, or what stands where digits should.
    Data(&'t str),
    /// The echo of a command, for messages (`AT+CMG…`, `AT+CNMA`) or for something else.
    Command { of_messages: bool },
    /// A final result: `OK`, `ERROR`, `+CMS ERROR: …`.
    Result,
    /// Anything else that modems print.
    Chatter,
}

/// `+CMGR: 1,,28`: what comes next, and of which length.
pub(super) struct Header<'t> {
    /// The length in octets, without the service centre's address.
    pub(super) announced: Option<usize>,
    /// The digits, where they are on the same line.
    pub(super) digits: Option<&'t str>,
    /// The modem is in text mode.
    pub(super) has_text: bool,
    /// A cell broadcast.
    pub(super) is_broadcast: bool,
}

/// Characters that begin an unsolicited result or an answer: `^RSSI: 20`, `*PSUTTZ: …`, `$QCSQ: …`, `> ` before a
/// message that is being entered.
const MARKS: [char; 10] = ['+', '^', '*', '$', '%', '#', '&', '_', '!', '>'];

/// Digits on the line of a header from which they are a message and not a length or a time.
const INLINE_DIGITS: usize = 14;

/// Digits in a row that may be a message; telephone numbers have 15 at most.
const MESSAGE_DIGITS: usize = 16;

impl<'t> Line<'t> {
    pub(super) fn new(line: &'t str) -> Self {
        if let Some(header) = Header::new(line) {
            return Self::Header(header);
        }
        if is_result(line) {
            return Self::Result;
        }
        if line
            .get(..2)
            .is_some_and(|two| two.eq_ignore_ascii_case("AT"))
        {
            let name = line[2..].to_ascii_uppercase();
            let of_messages = name.starts_with("+CMG") || name.starts_with("+CNMA");
            return Self::Command { of_messages };
        }
        // A digit alone is a result code after ATV0.
        let is_code = line.len() == 1 && line.as_bytes()[0].is_ascii_digit();
        if line.is_empty() || line.starts_with(MARKS) || is_code || is_prose(line) {
            return Self::Chatter;
        }
        Self::Data(without_log_prefix(line))
    }
}

impl<'t> Header<'t> {
    fn new(line: &'t str) -> Option<Self> {
        let (name, rest) = line.split_once(':')?;
        let is_broadcast = name.eq_ignore_ascii_case("+CBM");
        let names = ["+CMGR", "+CMGL", "+CMT", "+CDS"];
        if !is_broadcast && !names.iter().any(|known| name.eq_ignore_ascii_case(known)) {
            return None;
        }
        let rest = rest.trim();
        let (before, last) = match rest.rfind([',', ' ', '\t']) {
            Some(at) => (&rest[..at], &rest[at + 1..]),
            None => ("", rest),
        };
        let last = last.trim_matches('"');
        let is_inline =
            last.len() >= INLINE_DIGITS && last.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let fields = if is_inline { before } else { rest };
        let length = fields
            .trim_end_matches([',', ' '])
            .rsplit([',', ' '])
            .next();
        Some(Self {
            announced: length.and_then(|length| length.parse().ok()),
            digits: is_inline.then_some(last),
            has_text: is_text_mode(fields),
            is_broadcast,
        })
    }
}

/// Fields of text mode: a state in words, or a time such as `"26/11/23,16:36:58+04"`.
fn is_text_mode(fields: &str) -> bool {
    let has_state = ["\"REC ", "\"STO "]
        .iter()
        .any(|state| fields.contains(state));
    let is_time = |quoted: &str| {
        let slashes = quoted.bytes().filter(|byte| *byte == b'/').count();
        slashes == 2 && quoted.contains(':')
    };
    has_state || fields.split('"').any(is_time)
}

fn is_result(line: &str) -> bool {
    matches!(line, "OK" | "ERROR" | "COMMAND NOT SUPPORT")
        || line.starts_with("+CMS ERROR")
        || line.starts_with("+CME ERROR")
}

/// Hexadecimal digits alone, blanks between them allowed.
pub(super) fn is_digits(line: &str) -> bool {
    let mut digits = line.bytes().filter(|byte| !byte.is_ascii_whitespace());
    digits.all(|byte| byte.is_ascii_hexdigit())
}

/// A line with a word and without a message: `NO CARRIER`, `Call Ready`, `RDY`, `MISSED_CALL: 09:14 +491701234567`.
fn is_prose(line: &str) -> bool {
    let mut words = line
        .split_whitespace()
        .map(|word| word.trim_matches([':', ',', '.', '!', '"']));
    let is_word = |word: &str| {
        word.len() >= 3
            && word
                .bytes()
                .all(|byte| byte.is_ascii_alphabetic() || byte == b'_' || byte == b'-')
            && word.bytes().any(|byte| !byte.is_ascii_hexdigit())
    };
    let mut runs = line.split(|character: char| !character.is_ascii_hexdigit());
    words.any(is_word) && !runs.any(|run| run.len() >= MESSAGE_DIGITS)
}

/// The digits after what a log writes before each line, such as a time or a direction.
fn without_log_prefix(line: &str) -> &str {
    if is_digits(line) {
        return line;
    }
    let Some((before, last)) = line.rsplit_once([' ', '\t', ',', '=', ':', '<', ']']) else {
        return line.trim_matches(['"', '\'']);
    };
    let last = last.trim_matches(['"', '\'', '.']);
    let is_message = last.len() >= MESSAGE_DIGITS && is_digits(last);
    // Blanks between the octets of a damaged message are not a prefix.
    let is_prefix = !joined(before)
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric())
        || before
            .split_whitespace()
            .any(|word| word.len() > 2 && !is_digits(word));
    if is_message && is_prefix { last } else { line }
}
