//! The kinds of lines that a modem prints.

/// One piece of a line.
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
    /// A message that the modem hands out by itself, which may come between a header and its message.
    pub(super) is_unsolicited: bool,
}

/// The names of headers, and whether messages come by themselves under them.
const HEADERS: [(&str, bool); 5] = [
    ("+CMGR", false),
    ("+CMGL", false),
    ("+CMT", true),
    ("+CDS", true),
    ("+CBM", true),
];

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
        if line.starts_with(MARKS) {
            return Self::Chatter;
        }
        let line = without_time(line);
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
        if !line.contains(|character: char| character.is_ascii_alphanumeric())
            || line.starts_with(MARKS)
            || is_code
            || is_prose(line)
        {
            return Self::Chatter;
        }
        Self::Data(without_log_prefix(line))
    }
}

/// `text` begins with the name of a header and its colon.
pub(super) fn begins_header(text: &str) -> bool {
    HEADERS.iter().any(|(name, _)| {
        text.split_at_checked(name.len())
            .is_some_and(|(given, rest)| {
                given.eq_ignore_ascii_case(name) && rest.trim_start_matches(' ').starts_with(':')
            })
    })
}

impl<'t> Header<'t> {
    fn new(line: &'t str) -> Option<Self> {
        let (name, rest) = line.split_once(':')?;
        let name = name.trim_end();
        let known = HEADERS
            .iter()
            .find(|(known, _)| name.eq_ignore_ascii_case(known));
        let &(name, is_unsolicited) = known?;
        let is_broadcast = name == "+CBM";
        let rest = rest.trim();
        // The digits of one or more messages at the end.
        let mut fields = rest;
        let mut begins = rest.len();
        while !fields.is_empty() {
            let at = fields.rfind([',', ' ', '\t']);
            let (before, last) = at.map_or(("", fields), |at| (&fields[..at], &fields[at + 1..]));
            let is_first = begins == rest.len();
            let digits = if is_first {
                last.trim_matches('"')
            } else {
                last
            };
            let is_message = digits.bytes().all(|byte| byte.is_ascii_alphanumeric());
            let enough = if is_first {
                INLINE_DIGITS
            } else {
                MESSAGE_DIGITS
            };
            if !is_message || digits.len() < enough {
                break;
            }
            begins = fields.len() - last.len();
            fields = before.trim_end();
        }
        let digits = rest[begins..].trim_matches('"');
        let length = fields
            .trim_end_matches([',', ' '])
            .rsplit([',', ' '])
            .next();
        let announced = length.and_then(|length| length.parse().ok());
        Some(Self {
            announced,
            digits: (!digits.is_empty()).then_some(digits),
            has_text: is_text_mode(fields, announced),
            is_broadcast,
            is_unsolicited,
        })
    }
}

/// Fields of text mode: a state in words, a time such as `"26/11/23,16:36:58+04"`, or a number without the length that
/// PDU mode ends with.
fn is_text_mode(fields: &str, announced: Option<usize>) -> bool {
    const STATES: [&str; 4] = ["REC UNREAD", "REC READ", "STO UNSENT", "STO SENT"];
    let is_time = |quoted: &str| {
        let count = |mark: u8| quoted.bytes().filter(|byte| *byte == mark).count();
        let marks = |byte: u8| byte.is_ascii_digit() || b"/:,+- ".contains(&byte);
        count(b'/') == 2 && count(b':') >= 1 && quoted.bytes().all(marks)
    };
    let is_number = |quoted: &str| {
        let digits = quoted.strip_prefix('+').unwrap_or_default();
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    // Every other part is quoted.
    fields.split('"').skip(1).step_by(2).any(|quoted| {
        STATES.contains(&quoted) || is_time(quoted) || announced.is_none() && is_number(quoted)
    })
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
pub(super) fn is_prose(line: &str) -> bool {
    let mut words = line
        .split_whitespace()
        .map(|word| word.trim_matches(|character: char| !character.is_ascii_alphanumeric()));
    let is_word = |word: &str| {
        word.len() >= 3
            && word
                .bytes()
                .all(|byte| byte.is_ascii_alphabetic() || b"_-/".contains(&byte))
            && word.bytes().any(|byte| !byte.is_ascii_hexdigit())
    };
    words.any(is_word) && !has_message(line)
}

/// Digits in a row that may be a message.
pub(super) fn has_message(line: &str) -> bool {
    let mut runs = line.split(|character: char| !character.is_ascii_hexdigit());
    runs.any(|run| run.len() >= MESSAGE_DIGITS)
}

/// What follows the times and arrows that a log writes before each line.
fn without_time(line: &str) -> &str {
    let mut rest = line;
    while let Some((token, after)) = rest.split_once([' ', '\t']) {
        let time = token.trim_matches(['[', ']', '(', ')']);
        let is_time = time.starts_with(|first: char| first.is_ascii_digit())
            && time.contains(['-', '/', ':'])
            && time
                .bytes()
                .all(|byte| byte.is_ascii_digit() || b"-/:.,+TZ".contains(&byte));
        if !is_time && token.contains(|character: char| character.is_alphanumeric()) {
            break;
        }
        rest = after;
    }
    rest
}

/// Characters between messages on one line.
const SEPARATORS: [char; 9] = [' ', '\t', ',', ';', '|', '"', '\'', '[', ']'];

/// The first word that may be a message, and what follows it.
pub(super) fn first_message(line: &str) -> Option<(&str, &str)> {
    let mut rest = line;
    loop {
        rest = rest.trim_start_matches(SEPARATORS);
        let end = rest.find(SEPARATORS).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        if word.is_empty() {
            return None;
        }
        if has_message(word) {
            return Some((word, after));
        }
        rest = after;
    }
}

/// The digits after what a log writes before each line, such as a time or a direction.
fn without_log_prefix(line: &str) -> &str {
    // A list of messages in JSON or a table has them too.
    let line = line.trim_matches(SEPARATORS);
    if is_digits(line) {
        return line;
    }
    let Some((before, last)) = line.rsplit_once([' ', '\t', ',', '=', ':', '<', ']']) else {
        return line;
    };
    if has_message(before) {
        return line;
    }
    let last = last.trim_matches(['"', '\'', '.']);
    let is_message = last.len() >= MESSAGE_DIGITS && is_digits(last);
    // Blanks between the octets of a damaged message are not a prefix.
    let is_prefix = !before
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte.is_ascii_whitespace())
        || before
            .split_whitespace()
            .any(|word| word.len() > 2 && !is_digits(word));
    if is_message && is_prefix { last } else { line }
}
