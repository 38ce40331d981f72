//! Texts alone, on lines or as strings of JSON, as objects with the key `text`, which the engine reads.

use std::io::{self, BufRead, BufReader, Read};

use serde_json::value::RawValue;

use crate::source::suspect;
use crate::stream::utf8;

/// Reads texts and hands out objects, one on each line.
pub(super) struct Objects<R> {
    source: BufReader<R>,
    /// The texts are strings of JSON.
    is_json: bool,
    /// Lines read so far.
    lines: u64,
    line: Vec<u8>,
    /// What was made of the line, and how much of it was handed out.
    object: Vec<u8>,
    given: usize,
}

impl<R: Read> Objects<R> {
    /// Reads a source of which `lines` were left out.
    pub(super) fn new(source: R, is_json: bool, lines: u64) -> Self {
        Objects {
            source: BufReader::new(source),
            is_json,
            lines,
            line: Vec::new(),
            object: Vec::new(),
            given: 0,
        }
    }

    /// Makes an object of the line that was read.
    fn convert(&mut self) -> Result<(), String> {
        let line = self.line.strip_suffix(b"\n").unwrap_or(&self.line);
        let line = utf8(line.strip_suffix(b"\r").unwrap_or(line))?;
        let value = if !self.is_json {
            if line.contains('\0') {
                return Err(suspect::ZERO.to_owned());
            }
            serde_json::to_string(line)
        } else if line.trim_ascii().is_empty() {
            return Ok(());
        } else {
            let value: &RawValue = serde_json::from_str(line)
                .map_err(|error| format!("not a JSON string: {error}"))?;
            match value.get().as_bytes().first() {
                Some(b'"' | b'n') => Ok(value.get().to_owned()),
                Some(b'{' | b'[') => return Err("the value is not a text".to_owned()),
                _ => serde_json::to_string(value.get()),
            }
        };
        let value = value.map_err(|error| error.to_string())?;
        self.object.extend_from_slice(b"{\"text\":");
        self.object.extend_from_slice(value.as_bytes());
        self.object.extend_from_slice(b"}\n");
        Ok(())
    }
}

impl<R: Read> Read for Objects<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.object.len() {
            (self.given, self.lines) = (0, self.lines + 1);
            self.object.clear();
            self.line.clear();
            if self.source.read_until(b'\n', &mut self.line)? == 0 {
                return Ok(0);
            }
            self.convert().map_err(|reason| {
                let message = format!("line {}: {reason}", self.lines);
                io::Error::new(io::ErrorKind::InvalidData, message)
            })?;
        }
        let rest = &self.object[self.given..];
        let length = rest.len().min(buffer.len());
        buffer[..length].copy_from_slice(&rest[..length]);
        self.given += length;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn objects(text: &str, is_json: bool) -> io::Result<String> {
        io::read_to_string(Objects::new(text.as_bytes(), is_json, 0))
    }

    #[test]
    fn texts_become_objects() {
        let lines = objects("a \"b\"\r\n\nc", false).unwrap();
        assert_eq!(
            lines,
            "{\"text\":\"a \\\"b\\\"\"}\n{\"text\":\"\"}\n{\"text\":\"c\"}\n"
        );
        let strings = objects("\"a\\n\"\n\n1.50\nnull", true).unwrap();
        assert_eq!(
            strings,
            "{\"text\":\"a\\n\"}\n{\"text\":\"1.50\"}\n{\"text\":null}\n"
        );
        for (text, is_json, reason) in [
            ("a\n\0", false, "line 2: a zero octet (NUL)"),
            ("\"a\"\n[1]", true, "line 2: the value is not a text"),
            ("\"a", true, "line 1: not a JSON string: EOF"),
        ] {
            let error = objects(text, is_json).unwrap_err().to_string();
            assert!(error.starts_with(reason), "{error}");
        }
    }
}
