//! Lines that end with a carriage return alone, as Excel for the Mac writes them.

use std::io::{self, Read};

use super::format::Format;
use super::peeked::Peeked;
use super::split::Quotes;

/// With LF at the ends of lines, where CR alone ends them in one of the formats.
pub(super) fn with_line_feeds(text: Peeked, formats: &[Format], is_plain: bool) -> (Peeked, bool) {
    let mut formats = formats.iter();
    if !formats.any(|format| are_carriage_returns(&text.head, *format)) {
        return (text, is_plain);
    }
    let head = text
        .head
        .iter()
        .map(|octet| if *octet == b'\r' { b'\n' } else { *octet });
    let text = Peeked {
        head: head.collect(),
        is_whole: text.is_whole,
        is_utf8: false,
        rest: Box::new(LineFeeds(text.rest)),
    };
    (text, false)
}

/// Returns `true` if lines end with CR alone: outside of quoted cells there is one, and no LF.
fn are_carriage_returns(head: &[u8], format: Format) -> bool {
    let mut has_return = false;
    let mut has_feed = false;
    let mut look = |octets: &[u8]| {
        has_return |= memchr::memchr(b'\r', octets).is_some();
        has_feed |= memchr::memchr(b'\n', octets).is_some();
    };
    match format {
        Format::Csv(dialect) if dialect.has_quotes => {
            Quotes::new(dialect).read(head, |from, to| look(&head[from..to]));
        }
        _ => look(head),
    }
    has_return && !has_feed
}

/// Hands out LF for each CR, so that nothing after it needs to know.
struct LineFeeds<R>(R);

impl<R: Read> Read for LineFeeds<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.0.read(buffer)?;
        for octet in &mut buffer[..length] {
            if *octet == b'\r' {
                *octet = b'\n';
            }
        }
        Ok(length)
    }
}
