//! CSV as databases write it, with a character that escapes the next one, as CSV of RFC 4180.
//!
//! `SELECT … INTO OUTFILE` of `MySQL` writes a backslash before tabs and line breaks within values, `mysql --batch` and
//! `COPY` of `PostgreSQL` write `\t` and `\n`; all of them write `\N` for NULL, which becomes an empty cell. After a backslash
//! the letters mean what both databases read: `\0 \b \f \n \r \t \v \Z`. Any other escaped character is itself, and so are
//! all after another escape than a backslash.

use std::io::{self, BufRead, BufReader, Read};

use super::format::Dialect;
use super::refill::{Blocks, Refilled};
use super::suspect::OPEN_QUOTE;

/// Octets that are read at once.
const BLOCK: usize = 64 << 10;

/// Reads records with escapes, or without quotes, and hands out records of RFC 4180 with the same delimiter.
pub(super) struct Unescaped<R: Read> {
    source: BufReader<R>,
    dialect: Dialect,
    escape: Option<u8>,
    state: State,
    cell: Cell,
    /// The cell is the first of its record.
    is_first: bool,
    /// Lines that have ended, of which the last quote opened in one.
    lines: u64,
    quote_line: u64,
}

/// The position in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Plain,
    /// After a carriage return, which may belong to the end of the record.
    Return,
    Quoted,
    /// After a quote in a quoted cell: its end, or the first of two.
    Quote,
    /// After an escape, within quotes or not.
    Escape {
        is_quoted: bool,
    },
}

/// A cell that is being read.
#[derive(Debug, Default)]
struct Cell {
    octets: Vec<u8>,
    /// Octets of it in the source.
    length: usize,
    /// The cell is an escape and this character.
    escaped: Option<u8>,
    /// Octets before its closing quote.
    closed: Option<usize>,
}

impl<R: Read> Unescaped<R> {
    /// Reads the records of a source; `lines` end before it.
    pub(super) fn new(source: R, dialect: Dialect, lines: u64) -> Refilled<Self> {
        Refilled::new(Unescaped {
            source: BufReader::with_capacity(BLOCK, source),
            dialect,
            escape: dialect.escape,
            state: State::Plain,
            cell: Cell::default(),
            is_first: true,
            lines,
            quote_line: 0,
        })
    }

    fn octet(&mut self, octet: u8, out: &mut Vec<u8>) {
        self.lines += u64::from(octet == b'\n');
        match self.state {
            State::Escape { is_quoted } => self.escaped(octet, is_quoted),
            State::Quoted if Some(octet) == self.escape => {
                self.state = State::Escape { is_quoted: true };
                self.cell.length += 1;
            }
            State::Quoted if octet == b'"' => self.state = State::Quote,
            State::Quoted => self.cell.push(octet),
            State::Quote if octet == b'"' => {
                self.cell.push(octet);
                self.state = State::Quoted;
            }
            State::Quote => {
                self.cell.closed = Some(self.cell.octets.len());
                self.state = State::Plain;
                self.plain(octet, out);
            }
            State::Return => {
                self.state = State::Plain;
                if octet != b'\n' {
                    self.cell.push(b'\r');
                }
                self.plain(octet, out);
            }
            State::Plain => self.plain(octet, out),
        }
    }

    /// An octet outside of quotes.
    fn plain(&mut self, octet: u8, out: &mut Vec<u8>) {
        if octet == self.dialect.delimiter {
            self.cell.write(self.dialect.delimiter, out);
            self.is_first = false;
            out.push(octet);
        } else if octet == b'\n' {
            self.end_record(out);
            out.push(octet);
        } else if octet == b'\r' {
            self.state = State::Return;
        } else if Some(octet) == self.escape {
            self.state = State::Escape { is_quoted: false };
            self.cell.length += 1;
        } else if octet == b'"' && self.dialect.has_quotes && self.cell.length == 0 {
            self.state = State::Quoted;
            self.cell.length += 1;
            self.quote_line = self.lines + 1;
        } else {
            self.cell.push(octet);
        }
    }

    fn escaped(&mut self, octet: u8, is_quoted: bool) {
        self.state = if is_quoted {
            State::Quoted
        } else {
            State::Plain
        };
        let meant = match octet {
            _ if self.escape != Some(b'\\') => octet,
            b'0' => 0,
            b'b' => 0x08,
            b'f' => 0x0C,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'v' => 0x0B,
            b'Z' => 0x1A,
            other => other,
        };
        let is_code = self.escape == Some(b'\\') && self.cell.length == 1;
        self.cell.escaped = is_code.then_some(octet);
        self.cell.push(meant);
    }

    /// Ends a record. `\.` alone ends the data of COPY, and is not a record.
    fn end_record(&mut self, out: &mut Vec<u8>) {
        if self.is_first && self.cell.is_only(b'.') {
            self.cell = Cell::default();
        }
        self.cell.write(self.dialect.delimiter, out);
        self.is_first = true;
    }

    /// Ends the last record, which may lack its line break.
    fn end(&mut self, out: &mut Vec<u8>) -> io::Result<()> {
        match self.state {
            State::Quoted | State::Escape { is_quoted: true } => {
                return Err(invalid(format!("line {}: {OPEN_QUOTE}", self.quote_line)));
            }
            State::Escape { is_quoted: false } => {
                return Err(invalid(format!(
                    "line {}: the file ends after an escape: it may be cut off",
                    self.lines + 1
                )));
            }
            State::Return => self.cell.push(b'\r'),
            State::Quote => self.cell.closed = Some(self.cell.octets.len()),
            State::Plain => {}
        }
        self.end_record(out);
        Ok(())
    }
}

impl<R: Read> Blocks for Unescaped<R> {
    fn next_block(&mut self, out: &mut Vec<u8>) -> io::Result<bool> {
        let block = self.source.fill_buf()?.to_vec();
        self.source.consume(block.len());
        if block.is_empty() {
            self.end(out)?;
            return Ok(false);
        }
        for octet in block {
            self.octet(octet, out);
        }
        Ok(true)
    }
}

impl Cell {
    fn push(&mut self, octet: u8) {
        self.octets.push(octet);
        self.length += 1;
    }

    /// Returns `true` if the cell is an escape and this character, and nothing else.
    fn is_only(&self, character: u8) -> bool {
        self.escaped == Some(character) && self.octets.len() == 1 && self.closed.is_none()
    }

    /// Writes the cell in quotes if it needs them, and empties it.
    fn write(&mut self, delimiter: u8, out: &mut Vec<u8>) {
        if self.is_only(b'N') {
            self.octets.clear();
        }
        let is_special = |octet: &u8| *octet == delimiter || matches!(octet, b'"' | b'\n' | b'\r');
        // An empty cell that stands for something is a record of its own in a file of one column.
        let is_quoted =
            self.octets.iter().any(is_special) || self.octets.is_empty() && self.length > 0;
        if is_quoted {
            // Text after a closing quote stays after it: if the cell has several lines, a quote may be missing.
            let closed = self.closed.unwrap_or(self.octets.len());
            let is_long = self.octets[..closed].contains(&b'\n');
            let closed = if is_long { closed } else { self.octets.len() };
            out.push(b'"');
            for octet in &self.octets[..closed] {
                if *octet == b'"' {
                    out.push(b'"');
                }
                out.push(*octet);
            }
            out.push(b'"');
            out.extend_from_slice(&self.octets[closed..]);
        } else {
            out.extend_from_slice(&self.octets);
        }
        self.octets.clear();
        (self.length, self.escaped, self.closed) = (0, None, None);
    }
}

fn invalid(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(
        text: &str,
        delimiter: u8,
        has_quotes: bool,
        escape: impl Into<Option<u8>>,
    ) -> io::Result<String> {
        let dialect = Dialect {
            delimiter,
            has_quotes,
            escape: escape.into(),
        };
        io::read_to_string(Unescaped::new(text.as_bytes(), dialect, 0))
    }

    #[test]
    fn records_without_quotes() {
        for (text, expected) in [
            ("a\tb\n1\tx\n", "a\tb\n1\tx\n"),
            ("1\tx\\ty\\nz\\\\\n", "1\t\"x\ty\nz\\\"\n"),
            ("1\tx\\\ty\\\nz\r\n2\t\\N\r\n", "1\t\"x\ty\nz\"\n2\t\"\"\n"),
            ("\\N\n\\NN\nN\\N\n\\\\N\n", "\"\"\nNN\nNN\n\\N\n"),
            ("say \"hi\"\t\"\n", "\"say \"\"hi\"\"\"\t\"\"\"\"\n"),
            ("a\rb\tc\n", "\"a\rb\"\tc\n"),
            ("a\n\\.\nb", "a\n\nb"),
            ("\\é\\", ""),
        ] {
            let read = read(text, b'\t', false, b'\\');
            match read {
                Ok(read) => assert_eq!(read, expected, "{text:?}"),
                Err(error) => assert_eq!(
                    (error.to_string().as_str(), expected),
                    (
                        "line 1: the file ends after an escape: it may be cut off",
                        ""
                    )
                ),
            }
        }
    }

    #[test]
    fn records_without_escapes() {
        let text = "id\ttext\n1\t\"a\n2\tb\\\" c\n";
        let read = read(text, b'\t', false, None).unwrap();
        assert_eq!(read, "id\ttext\n1\t\"\"\"a\"\n2\t\"b\\\"\" c\"\n");
    }

    #[test]
    fn records_with_quotes() {
        for (text, expected) in [
            (
                "\"a, \\\"b\\\"\",\\N,\"\\N\"\n",
                "\"a, \"\"b\"\"\",\"\",N\n",
            ),
            ("\"a \\\\\",\"\",x\n", "a \\,\"\",x\n"),
            ("\"a \"\"b\"\"\"\n", "\"a \"\"b\"\"\"\n"),
            ("\"a\\\nb\",x\\,y\n", "\"a\nb\",\"x,y\"\n"),
            ("\"a\nb\"c\n", "\"a\nb\"c\n"),
            ("5\" pipe,x", "\"5\"\" pipe\",x"),
        ] {
            assert_eq!(read(text, b',', true, b'\\').unwrap(), expected, "{text:?}");
        }
        let caret = read("\"a ^\"n^n^\"\",^N\n", b',', true, b'^').unwrap();
        assert_eq!(caret, "\"a \"\"nn\"\"\",N\n");
        let error = read("a\nb,\"c\nd\n", b',', true, b'\\').unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("line 2: a quote opens here and is never closed")
        );
    }
}
