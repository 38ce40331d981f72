//! Lines that end with a carriage return alone, as Excel for the Mac writes them.

use std::io::{self, Read};

use super::format::Format;
use super::split::Quotes;

/// Returns `true` if lines end with CR alone: outside of quoted cells there is one, and no LF.
pub(super) fn are_carriage_returns(head: &[u8], format: Format) -> bool {
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
pub(super) struct LineFeeds<R>(pub(super) R);

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
