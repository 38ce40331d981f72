//! The answer to a request: a header of two 32-bit words, then octets.

use std::io;

use serde::Serialize;

use crate::failure::{FailedAnswer, Failure};
use crate::memory::{SMALL, reserve};

/// Octets before those of the answer itself: 1 or 0 for an error or none, then how many octets follow.
pub const HEADER: usize = 8;

/// Octets that an answer may keep allocated until the next one.
const KEPT: usize = 1 << 16;

/// The answer if there is not even memory for an answer.
const NO_MEMORY: &str = r#"{"error":{"code":"out-of-memory","message":"there is not enough memory for this request","index":null}}"#;

#[repr(C)]
struct Fallback {
    is_error: u32,
    length: u32,
    text: [u8; NO_MEMORY.len()],
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a constant of some hundred octets"
)]
static FALLBACK: Fallback = Fallback {
    is_error: 1,
    length: NO_MEMORY.len() as u32,
    text: {
        let (from, mut text, mut index) = (NO_MEMORY.as_bytes(), [0; NO_MEMORY.len()], 0);
        while index < text.len() {
            text[index] = from[index];
            index += 1;
        }
        text
    },
};

/// The answer, in memory that the next answer takes again.
///
/// It is written by way of [`io::Write`], which can fail: memory that runs out while an answer is written is an error,
/// not a trap.
#[derive(Debug, Default)]
pub struct Answer {
    octets: Vec<u8>,
}

impl Answer {
    /// An answer that nothing was written to.
    #[must_use]
    pub const fn new() -> Self {
        Answer { octets: Vec::new() }
    }

    /// An answer that is ready to be written to, with room for `octets`.
    #[must_use]
    pub fn with_capacity(octets: usize) -> Self {
        let mut answer = Vec::with_capacity(HEADER + octets);
        answer.resize(HEADER, 0);
        Answer { octets: answer }
    }

    /// Forgets the answer before, and room that only a long one needed.
    pub(crate) fn begin(&mut self) -> Result<(), Failure> {
        if self.octets.capacity() > KEPT {
            self.octets = Vec::new();
        }
        self.octets.clear();
        let header = io::Write::write_all(self, &[0; HEADER]);
        header.map_err(|_| Failure::out_of_memory())
    }

    /// Writes a value as JSON.
    pub(crate) fn write(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        serde_json::to_writer(&mut *self, value).map_err(|_| Failure::out_of_memory())
    }

    /// Makes room for `octets` more and leaves as much free as serializing can need meanwhile: a list of integers, such
    /// as the positions of an offender, takes at most a quarter of the JSON of its characters before it.
    fn grow(&mut self, octets: usize) -> Result<(), Failure> {
        let grown = self.octets.try_reserve(octets);
        grown.map_err(|_| Failure::out_of_memory())?;
        reserve(self.octets.len() / 4 + SMALL)
    }

    /// Makes room for columns of so many octets, all zero; `None` is more than any memory has.
    pub(crate) fn columns(&mut self, octets: Option<usize>) -> Result<(), Failure> {
        let octets = octets.ok_or_else(Failure::out_of_memory)?;
        let reserved = self.octets.try_reserve_exact(octets);
        reserved.map_err(|_| Failure::out_of_memory())?;
        self.octets.resize(HEADER + octets, 0);
        Ok(())
    }

    /// Writes octets at an offset inside the columns.
    pub(crate) fn put(&mut self, offset: usize, octets: &[u8]) {
        let from = HEADER + offset;
        if let Some(slot) = self.octets.get_mut(from..from + octets.len()) {
            slot.copy_from_slice(octets);
        }
    }

    /// Completes the header, after what went wrong was written in place of an answer; returns the address.
    pub(crate) fn finish(&mut self, result: Result<(), Failure>) -> usize {
        let is_error = result.is_err();
        if let Err(failure) = result {
            // Without memory nothing is written: even the error of a writer would be an allocation, and so a trap.
            if failure.code() == "out-of-memory" {
                return std::ptr::from_ref(&FALLBACK).expose_provenance();
            }
            self.octets.truncate(HEADER);
            if self.octets.len() < HEADER || self.write(&FailedAnswer { error: &failure }).is_err()
            {
                return std::ptr::from_ref(&FALLBACK).expose_provenance();
            }
        }
        let length = u32::try_from(self.octets.len() - HEADER).unwrap_or(u32::MAX);
        let header = [u32::from(is_error), length].map(u32::to_le_bytes);
        self.octets[..HEADER].copy_from_slice(header.as_flattened());
        self.octets.as_ptr().expose_provenance()
    }

    /// The octets of the answer, without its header; and whether it is an error.
    #[must_use]
    pub fn octets(&self) -> (bool, &[u8]) {
        match self.octets.split_at_checked(HEADER) {
            Some((header, octets)) => (header[0] != 0, octets),
            None => (true, NO_MEMORY.as_bytes()),
        }
    }
}

impl io::Write for Answer {
    fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
        if self.octets.capacity() - self.octets.len() < octets.len() {
            self.grow(octets.len())
                .map_err(|_| io::Error::from(io::ErrorKind::OutOfMemory))?;
        }
        self.octets.extend_from_slice(octets);
        Ok(octets.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fallback_is_json() {
        assert_eq!(FALLBACK.text, NO_MEMORY.as_bytes());
        let value: serde_json::Value = serde_json::from_slice(&FALLBACK.text).unwrap();
        assert_eq!(value["error"]["code"], "out-of-memory");
        assert_eq!(
            (FALLBACK.is_error, FALLBACK.length as usize),
            (1, NO_MEMORY.len())
        );
    }

    #[test]
    fn long_answers_do_not_keep_their_room() {
        let mut answer = Answer::new();
        answer.begin().unwrap();
        answer.write(&"a".repeat(1 << 20)).unwrap();
        answer.finish(Ok(()));
        assert_eq!(answer.octets().1.len(), (1 << 20) + 2);
        answer.begin().unwrap();
        assert!(answer.octets.capacity() <= KEPT);
        answer.finish(Err(Failure::invalid("no".into())));
        let (is_error, octets) = answer.octets();
        assert!(is_error);
        assert_eq!(
            octets,
            br#"{"error":{"code":"invalid-argument","message":"no","index":null}}"#
        );
    }
}
