//! JSON documents as lines: the elements of an array, each on a line of its own.
//!
//! The array is the document, or the value of a key of its only object, such as `{"data": [{…}, {…}]}`. Objects that
//! stand one after another are lines as well, however they are indented. Only brackets, strings and commas are looked
//! at: the elements are checked where they are read. An object alone may hold an array of strings (`strings`).

use std::io::{self, BufRead, BufReader, Read};
use std::mem;

use super::refill::{Blocks, Refilled};
use super::strings::{StringState, strings};

/// Octets that are read at once.
const BLOCK: usize = 64 << 10;

/// Octets of an object that is searched for an array, at most.
const LONGEST: usize = 256 << 20;

/// Reads the elements of a document as lines.
pub(super) struct Elements<R: Read> {
    source: BufReader<R>,
    state: State,
    /// Open brackets.
    depth: usize,
    string: StringState,
    /// An object that may turn out to hold the array.
    object: Vec<u8>,
    /// The last string of that object at its first level, and what stands after it.
    key: Vec<u8>,
    after_key: AfterKey,
    /// The object has an empty array `data`: no other array is meant.
    has_no_data: bool,
    /// The key of the array that is read, if it has one.
    found: Option<Vec<u8>>,
    has_objects: bool,
    /// An object alone may hold an array of strings.
    takes_strings: bool,
    offset: u64,
    out: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Between values of the first level.
    Outside,
    /// In an object of the first level.
    Object,
    /// After the first object, which may be the only one.
    First,
    /// In the array, whose elements stand at this depth.
    Array { depth: usize, is_blank: bool },
    /// In the object that held the array, behind it.
    Rest,
    /// Behind an array that is all of the document.
    End,
}

/// The position within `"key": [{`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum AfterKey {
    Nothing,
    Colon,
    Bracket,
}

impl<R: Read> Elements<R> {
    /// Reads a document; `takes_strings` says whether an object alone may hold an array of strings.
    pub(super) fn new(source: R, takes_strings: bool) -> Refilled<Self> {
        Refilled::new(Elements {
            source: BufReader::with_capacity(BLOCK, source),
            state: State::Outside,
            depth: 0,
            string: StringState::Outside,
            object: Vec::new(),
            key: Vec::new(),
            after_key: AfterKey::Nothing,
            has_no_data: false,
            found: None,
            has_objects: false,
            takes_strings,
            offset: 0,
            out: Vec::new(),
        })
    }

    fn octet(&mut self, octet: u8) -> io::Result<()> {
        let was_in_string = self.string.is_inside();
        let Some(string) = self.string.after(octet) else {
            return Err(self.unexpected("within a string: write \\n for it,"));
        };
        self.string = string;
        // Line breaks between values would end a line.
        let shown = if octet == b'\n' || octet == b'\r' {
            b' '
        } else {
            octet
        };
        match self.state {
            State::Outside | State::First | State::End if octet.is_ascii_whitespace() => Ok(()),
            State::Outside => self.begin(octet),
            State::First => {
                self.end_object();
                self.begin(octet)
            }
            State::End => Err(self.unexpected("after the end of the array")),
            State::Object => self.in_object(octet, shown, was_in_string),
            State::Array { depth, is_blank } => {
                self.in_array(octet, shown, was_in_string, depth, is_blank)
            }
            State::Rest => self.in_rest(octet, was_in_string),
        }
    }

    /// The first octet of a value of the first level.
    fn begin(&mut self, octet: u8) -> io::Result<()> {
        match octet {
            b'[' if !self.has_objects => {
                self.state = State::Array {
                    depth: 1,
                    is_blank: true,
                };
                self.depth = 1;
            }
            b'{' => {
                self.state = State::Object;
                self.takes_strings &= !self.has_objects;
                self.has_objects = true;
                self.depth = 1;
                self.object.clear();
                self.object.push(octet);
                self.key.clear();
                self.after_key = AfterKey::Nothing;
                self.has_no_data = false;
            }
            _ => return Err(self.unexpected("where an array or an object should begin,")),
        }
        Ok(())
    }

    /// Looks for `"key": [{` at the first level of an object.
    fn in_object(&mut self, octet: u8, shown: u8, was_in_string: bool) -> io::Result<()> {
        self.object.push(shown);
        if self.object.len() > LONGEST {
            return Err(invalid("an object of the JSON is longer than 256 MiB"));
        }
        if let Some(key) = self.key_of_array(octet, was_in_string) {
            self.found = Some(key);
            self.object.clear();
            self.out.push(octet);
            self.state = State::Array {
                depth: 2,
                is_blank: false,
            };
            self.depth = 3;
            return Ok(());
        }
        if self.depth == 0 && self.takes_strings {
            self.state = State::First;
        } else if self.depth == 0 {
            self.end_object();
        }
        Ok(())
    }

    /// Writes an object as a line.
    fn end_object(&mut self) {
        self.out.append(&mut self.object);
        self.out.push(b'\n');
        self.state = State::Outside;
    }

    /// The key of an array of objects at the first level, where its first object begins. Keeps count of brackets.
    fn key_of_array(&mut self, octet: u8, was_in_string: bool) -> Option<Vec<u8>> {
        if was_in_string {
            if self.depth == 1 && self.string.is_inside() {
                self.key.push(octet);
            }
            return None;
        }
        match octet {
            b'"' if self.depth == 1 => {
                self.key.clear();
                self.after_key = AfterKey::Nothing;
            }
            b':' if self.depth == 1 => self.after_key = AfterKey::Colon,
            b'[' if self.depth == 1 && self.after_key == AfterKey::Colon => {
                self.after_key = AfterKey::Bracket;
            }
            b']' if self.after_key == AfterKey::Bracket => self.has_no_data |= self.key == b"data",
            b'{' if self.depth == 2 && self.after_key == AfterKey::Bracket && !self.has_no_data => {
                return Some(mem::take(&mut self.key));
            }
            octet if !octet.is_ascii_whitespace() => self.after_key = AfterKey::Nothing,
            _ => {}
        }
        self.brackets(octet);
        None
    }

    fn in_array(
        &mut self,
        octet: u8,
        shown: u8,
        was_in_string: bool,
        depth: usize,
        is_blank: bool,
    ) -> io::Result<()> {
        if !was_in_string {
            if self.depth == depth && (octet == b',' || octet == b']') {
                if !is_blank {
                    self.out.push(b'\n');
                } else if octet == b',' {
                    return Err(self.unexpected("where an element should stand,"));
                }
                self.state = State::Array {
                    depth,
                    is_blank: true,
                };
                if octet == b']' {
                    self.depth = depth - 1;
                    self.state = if self.depth == 0 {
                        State::End
                    } else {
                        State::Rest
                    };
                    self.after_key = AfterKey::Nothing;
                }
                return Ok(());
            }
            if is_blank && octet.is_ascii_whitespace() {
                return Ok(());
            }
            self.brackets(octet);
        }
        self.state = State::Array {
            depth,
            is_blank: false,
        };
        self.out.push(shown);
        Ok(())
    }

    /// Behind the array nothing may stand that could be meant as well.
    fn in_rest(&mut self, octet: u8, was_in_string: bool) -> io::Result<()> {
        if let Some(other) = self.key_of_array(octet, was_in_string) {
            let found = self.found.clone().unwrap_or_default();
            if found != b"data" || other == found {
                return Err(invalid(format!(
                    "the JSON holds two arrays, {} and {}: keep the one that is meant",
                    String::from_utf8_lossy(&found),
                    String::from_utf8_lossy(&other)
                )));
            }
            self.brackets(octet);
        }
        if self.depth == 0 {
            self.state = State::End;
        }
        Ok(())
    }

    fn brackets(&mut self, octet: u8) {
        match octet {
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    fn unexpected(&self, place: &str) -> io::Error {
        invalid(format!(
            "the JSON has something else {place} at byte {}",
            self.offset
        ))
    }
}

fn invalid(message: impl Into<String>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message.into())
}

impl<R: Read> Blocks for Elements<R> {
    fn next_block(&mut self, out: &mut Vec<u8>) -> io::Result<bool> {
        let block = self.source.fill_buf()?.to_vec();
        self.source.consume(block.len());
        if block.is_empty() {
            return match self.state {
                State::Outside | State::End => Ok(false),
                State::First => {
                    if let Some(strings) = strings(&self.object) {
                        for string in strings {
                            out.extend_from_slice(string.get().as_bytes());
                            out.push(b'\n');
                        }
                    } else {
                        self.end_object();
                        out.append(&mut self.out);
                    }
                    Ok(false)
                }
                _ => Err(invalid(
                    "the JSON ends before its last bracket: it may be cut off",
                )),
            };
        }
        for octet in block {
            self.octet(octet)?;
            self.offset += 1;
        }
        out.append(&mut self.out);
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(json: &str) -> io::Result<String> {
        io::read_to_string(Elements::new(json.as_bytes(), true))
    }

    #[test]
    fn elements_are_lines() {
        for (json, expected) in [
            ("[]", ""),
            ("", ""),
            (
                " [ {\"a\":\"],[\\\"\"} ,\n{\"b\":[1,\n2]}]\n",
                "{\"a\":\"],[\\\"\"} \n{\"b\":[1, 2]}\n",
            ),
            ("[1,\"x\"]", "1\n\"x\"\n"),
            ("{\"a\":1}\n{\"b\":2}", "{\"a\":1}\n{\"b\":2}\n"),
            (
                "{\n \"a\": {\"x\":[{}]},\n \"tags\": [1]\n}",
                "{  \"a\": {\"x\":[{}]},  \"tags\": [1] }\n",
            ),
            (
                "{\"n\":2,\"data\":[{\"a\":1},\n {\"a\":2}],\"next\":null}",
                "{\"a\":1}\n{\"a\":2}\n",
            ),
            (
                "{\"data\":[{\"a\":1}],\"errors\":[{\"e\":1}]}",
                "{\"a\":1}\n",
            ),
            (
                "{\"data\":[],\"included\":[{\"a\":1}]}",
                "{\"data\":[],\"included\":[{\"a\":1}]}\n",
            ),
            ("{\"a\":\"b\",\"c\":[ ] }", "{\"a\":\"b\",\"c\":[ ] }\n"),
            ("{\"n\":2,\"data\":[\"a\",\n\"b\"]}\n", "\"a\"\n\"b\"\n"),
            (
                "{\"data\":[\"a\"]} {\"data\":[\"b\"]}",
                "{\"data\":[\"a\"]}\n{\"data\":[\"b\"]}\n",
            ),
            (
                "{\"data\":[\"a\"],\"name\":\"b\"}",
                "{\"data\":[\"a\"],\"name\":\"b\"}\n",
            ),
            ("{\"data\":[\"a\",1]}", "{\"data\":[\"a\",1]}\n"),
        ] {
            assert_eq!(lines(json).unwrap(), expected, "{json}");
        }
    }

    #[test]
    fn other_documents_are_refused() {
        for (json, sentence) in [
            ("[{\"a\":1}", "the JSON ends before its last bracket"),
            ("{\"a\":", "the JSON ends before its last bracket"),
            (
                "[1] [2]",
                "the JSON has something else after the end of the array at byte 4",
            ),
            (
                "[1,,2]",
                "the JSON has something else where an element should stand, at byte 3",
            ),
            (
                "true",
                "the JSON has something else where an array or an object should begin, at byte 0",
            ),
            ("[\"a\nb\"]", "the JSON has something else within a string"),
            (
                "{\"a\":[{}],\"b\":[{}]}",
                "the JSON holds two arrays, a and b",
            ),
            (
                "{\"data\":[{}],\"data\":[{}]}",
                "the JSON holds two arrays, data and data",
            ),
        ] {
            let error = lines(json).unwrap_err().to_string();
            assert!(error.starts_with(sentence), "{json}: {error}");
        }
    }
}
