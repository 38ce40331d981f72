//! A reader whose beginning is known.

use std::io::{self, Cursor, Read};

/// Octets in which delimiter and header must show.
pub(super) const HEAD: usize = 64 << 10;

/// A reader whose first octets are known.
pub(super) struct Peeked {
    pub(super) head: Vec<u8>,
    pub(super) is_whole: bool,
    pub(super) is_utf8: bool,
    pub(super) rest: Box<dyn Read + Send>,
}

impl Peeked {
    pub(super) fn new(mut rest: Box<dyn Read + Send>) -> io::Result<Self> {
        let mut head = Vec::with_capacity(HEAD);
        rest.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
        Ok(Peeked {
            is_whole: head.len() < HEAD,
            is_utf8: true,
            head,
            rest,
        })
    }

    /// The octets of so many lines after the first octets; `None` if the lines go on beyond the head.
    pub(super) fn lines(&self, start: usize, lines: u64) -> Option<usize> {
        let mut rest = lines;
        let mut at = start;
        while rest > 0 && at < self.head.len() {
            match memchr::memchr(b'\n', &self.head[at..]) {
                Some(index) => at += index + 1,
                None if self.is_whole => at = self.head.len(),
                None => return None,
            }
            rest -= 1;
        }
        Some(at - start)
    }

    pub(super) fn into_reader(self) -> Box<dyn Read + Send> {
        if self.is_whole {
            Box::new(Cursor::new(self.head))
        } else {
            Box::new(Cursor::new(self.head).chain(self.rest))
        }
    }
}
