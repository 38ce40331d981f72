//! The messages in what a modem printed: the answers to `AT+CMGR` and `AT+CMGL`, the unsolicited `+CMT` and `+CDS`
//! (TS 27.005 clauses 3.4 and 4), lines of hexadecimal digits alone, and whatever stands between them.
//!
//! One bad record costs one record: each is either octets or a [`RecordError`], and the next one is read all the same.

mod content;
mod error;
mod line;

use core::iter::Peekable;
use core::str::Lines;

pub use content::Content;
pub use error::RecordError;
use line::{Header, Line};

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
    /// The line it begins on, counted from 1.
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
        lines: text.lines().peekable(),
        line: 0,
        answers: false,
    }
}

/// Iterator of [`records`].
///
/// ```
/// assert_eq!(septet::pdu::transcript::records("OK\n").count(), 0);
/// ```
#[derive(Clone, Debug)]
pub struct Records<'t> {
    lines: Peekable<Lines<'t>>,
    /// Lines read so far.
    line: usize,
    /// A command was echoed that has nothing to do with messages, and its answer follows.
    answers: bool,
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        while let Some(line) = self.read() {
            match Line::new(line) {
                Line::Header(header) => {
                    self.answers = false;
                    if let Some(record) = self.after(&header) {
                        return Some(record);
                    }
                }
                Line::Data(digits) if !(self.answers && digits.len() < SHORTEST) => {
                    return Some(self.record(None, Content::read(digits)));
                }
                Line::Command { of_messages } => self.answers = !of_messages,
                Line::Result => self.answers = false,
                Line::Data(_) | Line::Chatter => {}
            }
        }
        None
    }
}

/// Digits of the shortest message that a modem shows; serial numbers are shorter.
const SHORTEST: usize = 22;

impl<'t> Records<'t> {
    fn read(&mut self) -> Option<&'t str> {
        let line = self.lines.next()?;
        self.line += 1;
        Some(line.trim())
    }

    fn record(&self, announced: Option<usize>, content: Result<Content, RecordError>) -> Record {
        Record {
            line: self.line,
            announced,
            content,
        }
    }

    /// The record that a header announces; `None` for a storage place that is empty.
    fn after(&mut self, header: &Header<'t>) -> Option<Record> {
        let announced = header.announced;
        if header.has_text {
            self.skip_text();
            return Some(self.record(announced, Err(RecordError::TextMode)));
        }
        let line = self.line;
        let digits = match header.digits {
            Some(digits) => Some(digits),
            None => self.data(),
        };
        if header.is_broadcast {
            return Some(self.record(announced, Err(RecordError::CellBroadcast)));
        }
        let Some(digits) = digits else {
            let error = RecordError::Missing { announced };
            let content = Err(error);
            return (announced != Some(0)).then_some(Record {
                line,
                announced,
                content,
            });
        };
        let line = self.line;
        let content = match announced {
            Some(announced) => self.wrapped(digits, announced),
            None => Content::read(digits),
        };
        Some(Record {
            line,
            announced,
            content,
        })
    }

    /// The next line of digits, if it comes before the next header or final result.
    fn data(&mut self) -> Option<&'t str> {
        while let Some(line) = self.lines.peek() {
            match Line::new(line.trim()) {
                Line::Data(digits) => {
                    self.read();
                    return Some(digits);
                }
                Line::Chatter => self.read(),
                Line::Header(_) | Line::Command { .. } | Line::Result => return None,
            };
        }
        None
    }

    /// Digits that a terminal may have wrapped: lines that follow are joined as long as the message that the
    /// modem announced has room for them.
    fn wrapped(&mut self, digits: &str, announced: usize) -> Result<Content, RecordError> {
        let mut joined = alloc::string::String::from(digits);
        let centre = digits
            .get(..2)
            .and_then(|two| u8::from_str_radix(two, 16).ok());
        let bare = announced.saturating_mul(2);
        let whole = bare.saturating_add(2 + usize::from(centre.unwrap_or(0)) * 2);
        while joined.len() < whole && line::is_digits(&joined) {
            let Some(next) = self.lines.peek().map(|line| line.trim()) else {
                break;
            };
            let length = joined.len() + next.len();
            let belongs = joined.len() < bare || length == whole;
            if next.is_empty() || !line::is_digits(next) || length > whole || !belongs {
                break;
            }
            joined.push_str(next);
            self.read();
        }
        Content::read(&joined)
    }

    /// Leaves out the text of a message in text mode: all up to the next header or final result.
    fn skip_text(&mut self) {
        while let Some(line) = self.lines.peek() {
            if matches!(Line::new(line.trim()), Line::Header(_) | Line::Result) {
                break;
            }
            self.read();
        }
    }
}
