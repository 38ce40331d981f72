//! The messages in what a modem printed: the answers to `AT+CMGR` and `AT+CMGL`, the unsolicited `+CMT` and `+CDS`
//! (TS 27.005 clauses 3.4 and 4), lines of hexadecimal digits alone, and whatever stands between them.
//!
//! One bad record costs one record: each is either octets or a [`RecordError`], and the next one is read all the same.

mod content;
mod error;
mod line;
mod pieces;

use alloc::string::String;

pub use content::Content;
use content::is_message;
pub use error::RecordError;
use line::{Header, Line, first_message, is_digits};
use pieces::{Piece, Pieces};

/// One message of a transcript.
///
/// ```
/// use septet::pdu::transcript::{self, Content};
///
/// let log = "RING\r\n+CMGR: 1,,10\r\n0001070481214300000141\r\n\r\nOK\r\n";
/// let record = transcript::records(log).next().expect("a record");
/// assert_eq!((record.line, record.announced), (3, Some(10)));
/// assert!(matches!(record.content, Ok(Content::Message(octets)) if octets.len() == 11));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Record {
    /// The line that its octets begin on, counted from 1.
    pub line: usize,
    /// The length that the modem announced, in octets without the service centre's address.
    pub announced: Option<usize>,
    /// The octets.
    pub content: Result<Content, RecordError>,
}

/// The records of a transcript, in order.
///
/// ```
/// use septet::pdu::transcript;
///
/// // A record on one line, and one that is damaged.
/// let log = "+CMGL: 0,0,,10,0001070481214300000141\n+CMGL: 1,0,,10\n00010704812x4300000141\n";
/// let records: Vec<_> = transcript::records(log).collect();
/// assert!(records[0].content.is_ok());
/// let error = records[1].content.as_ref().unwrap_err();
/// assert_eq!(error.to_string(), "'x' at index 11 is not a hexadecimal digit");
/// ```
#[must_use]
pub fn records(text: &str) -> Records<'_> {
    Records {
        pieces: Pieces::new(text),
        answers: false,
        waits: None,
        more: None,
    }
}

/// Iterator of [`records`].
///
/// ```
/// assert_eq!(septet::pdu::transcript::records("OK\n").count(), 0);
/// ```
#[derive(Clone, Debug)]
pub struct Records<'t> {
    pieces: Pieces<'t>,
    /// A command was echoed that has nothing to do with messages, and its answer follows.
    answers: bool,
    /// The line and the length of a header that the modem interrupted by another message.
    waits: Option<(usize, Option<usize>)>,
    /// The end of a line with more messages.
    more: Option<Piece<'t>>,
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        if let Some(more) = self.more.take()
            && let Some((text, rest)) = first_message(more.text)
        {
            self.more = Some(Piece { text: rest, ..more });
            return Some(Record {
                line: more.line,
                announced: None,
                content: Content::read(text),
            });
        }
        loop {
            if let Some((line, announced)) = self.waits {
                match self.pieces.peek().map(|piece| Line::new(piece.text)) {
                    Some(Line::Chatter) => {
                        self.pieces.next();
                        continue;
                    }
                    Some(Line::Header(header)) if header.is_unsolicited => {}
                    Some(Line::Data(_)) => {
                        self.waits = None;
                        return self.data().map(|data| self.record(data, announced));
                    }
                    _ => {
                        self.waits = None;
                        return Some(Record::missing(line, announced));
                    }
                }
            }
            let piece = self.pieces.next()?;
            match Line::new(piece.text) {
                Line::Header(header) => {
                    self.answers = false;
                    if let Some(record) = self.after(piece.line, &header) {
                        return Some(record);
                    }
                }
                Line::Data(text) if !(self.answers && text.len() < SHORTEST) => {
                    return Some(self.record(Piece { text, ..piece }, None));
                }
                Line::Command { of_messages } => self.answers = !of_messages,
                Line::Result => self.answers = false,
                Line::Data(_) | Line::Chatter => {}
            }
        }
    }
}

/// Digits of the shortest message that a modem shows; serial numbers are shorter.
const SHORTEST: usize = 22;

/// Digits of the longest message: service centre, first octet, reference, address, protocol, coding, validity period,
/// length, user data.
const LONGEST: usize = 2 * (12 + 1 + 1 + 12 + 2 + 7 + 1 + 140);

impl Record {
    fn missing(line: usize, announced: Option<usize>) -> Self {
        Record {
            line,
            announced,
            content: Err(RecordError::Missing { announced }),
        }
    }
}

impl<'t> Records<'t> {
    /// The record that a header announces; `None` for a storage place that is empty, or if it comes later.
    fn after(&mut self, line: usize, header: &Header<'t>) -> Option<Record> {
        let announced = header.announced;
        let fault = |line, error| {
            Some(Record {
                line,
                announced,
                content: Err(error),
            })
        };
        if header.has_text {
            let line = self.skip_text().unwrap_or(line);
            return fault(line, RecordError::TextMode);
        }
        let data = match header.digits {
            Some(text) => Some(Piece {
                line,
                text,
                begins_line: false,
            }),
            None => self.data(),
        };
        if header.is_broadcast {
            let line = data.map_or(line, |data| data.line);
            return fault(line, RecordError::CellBroadcast);
        }
        if let Some(data) = data {
            return Some(self.record(data, announced));
        }
        let next = self.pieces.peek().map(|piece| Line::new(piece.text));
        if let Some(Line::Header(next)) = next
            && next.is_unsolicited
            && !header.is_unsolicited
        {
            self.waits = Some((line, announced));
            return None;
        }
        (announced != Some(0)).then(|| Record::missing(line, announced))
    }

    /// The next line of digits, if it comes before the next header or final result.
    fn data(&mut self) -> Option<Piece<'t>> {
        while let Some(piece) = self.pieces.peek() {
            match Line::new(piece.text) {
                Line::Data(text) => {
                    self.pieces.next();
                    return Some(Piece { text, ..piece });
                }
                Line::Chatter => self.pieces.next(),
                Line::Header(_) | Line::Command { .. } | Line::Result => return None,
            };
        }
        None
    }

    /// The record of a line of digits, with what a terminal wrapped; other messages on the line stay for later.
    fn record(&mut self, mut data: Piece<'t>, announced: Option<usize>) -> Record {
        if let Some((first, rest)) = first_of_several(data.text) {
            self.more = Some(Piece { text: rest, ..data });
            data.text = first;
        }
        let joined = announced.and_then(|announced| self.wrapped(data.text, announced));
        let joined = joined.or_else(|| self.completed(data.text));
        Record {
            line: data.line,
            announced,
            content: Content::read(joined.as_deref().unwrap_or(data.text)),
        }
    }

    /// Digits that a terminal wrapped: lines that follow are joined as long as the message that the modem announced
    /// has room for them. `None` if the length says nothing about what follows.
    fn wrapped(&mut self, digits: &str, announced: usize) -> Option<String> {
        let centre = digits
            .get(..2)
            .and_then(|two| u8::from_str_radix(two, 16).ok());
        let bare = announced.saturating_mul(2);
        let whole = bare.saturating_add(2 + usize::from(centre.unwrap_or(0)) * 2);
        let mut joined = String::from(digits);
        let mut ahead = self.pieces.clone();
        while joined.len() < whole && is_digits(&joined) {
            let Some(next) = ahead.peek() else {
                break;
            };
            let length = joined.len() + next.text.len();
            let belongs = joined.len() < bare || length == whole;
            if next.text.is_empty() || !is_digits(next.text) || length > whole || !belongs {
                break;
            }
            joined.push_str(next.text);
            ahead.next();
        }
        let is_whole = [bare, whole].contains(&joined.len());
        if !is_whole && joined.len() == digits.len() {
            return None;
        }
        self.pieces = ahead;
        Some(joined)
    }

    /// Digits that are a message only together with the lines that follow, all as long as the first one but the last.
    fn completed(&mut self, digits: &str) -> Option<String> {
        if !is_digits(digits) || is_message(digits) {
            return None;
        }
        let mut joined: String = digits.split_whitespace().collect();
        let mut ahead = self.pieces.clone();
        for _ in 0..MOST_LINES {
            let next = ahead.next()?.text;
            if next.is_empty() || next.len() > digits.len() || !is_digits(next) {
                return None;
            }
            joined.extend(next.split_whitespace());
            if joined.len() > LONGEST {
                return None;
            }
            if is_message(&joined) {
                self.pieces = ahead;
                return Some(joined);
            }
            if next.len() < digits.len() {
                return None;
            }
        }
        None
    }

    /// Leaves out the text of a message in text mode: all up to the next header or final result. Returns the last line.
    fn skip_text(&mut self) -> Option<usize> {
        let mut last = None;
        while let Some(piece) = self.pieces.peek() {
            let line = Line::new(piece.text);
            // The text may quote a header.
            if piece.begins_line && matches!(line, Line::Header(_) | Line::Result) {
                break;
            }
            last = self.pieces.next().map(|piece| piece.line);
        }
        last
    }
}

/// Lines that a message is wrapped into: those of a dump of 16 octets each, or of a narrow terminal.
const MOST_LINES: usize = 24;

/// The first of several messages on a line, and the line after it.
fn first_of_several(line: &str) -> Option<(&str, &str)> {
    let (first, rest) = first_message(line)?;
    let (second, _) = first_message(rest)?;
    // Octets in groups are one message together.
    let is_one = || line.len() <= 2 * LONGEST && is_digits(line) && is_message(line);
    ((is_message(first) || is_message(second)) && !is_one()).then_some((first, rest))
}
