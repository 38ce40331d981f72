//! Writes XML 1.0 that any parser reads back as the same text.

use alloc::string::String;

use super::error::{TwimlError, TwimlField};

/// The treatment of characters that XML 1.0 cannot write: U+0000 to U+001F except tab, line feed and
/// carriage return; U+FFFE and U+FFFF. So form feed, though GSM-7 has it, cannot be sent in a reply.
///
/// ```
/// use septet::twiml::{Forbidden, Message, Response};
///
/// let reply = Response::new().with_message(Message::new("one\u{c}two"));
/// assert!(reply.clone().with_forbidden(Forbidden::Refuse).to_xml().is_err());
/// assert!(reply.with_forbidden(Forbidden::Replace('/')).to_xml()?.contains("one/two"));
/// # Ok::<(), septet::twiml::TwimlError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Forbidden {
    /// Give an error.
    #[default]
    Refuse,
    /// Put this character in its place; a question mark, if it is forbidden itself. One that GSM-7 has
    /// keeps the text in GSM-7; U+FFFD does not.
    Replace(char),
}

/// A document as far as it is written.
pub(super) struct Writer {
    xml: String,
    forbidden: Forbidden,
}

impl Writer {
    pub(super) fn new(forbidden: Forbidden) -> Self {
        Writer {
            xml: String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"),
            forbidden,
        }
    }

    /// Begins a start tag; attributes may follow, then [`Writer::end_open`].
    pub(super) fn open(&mut self, name: &str) {
        self.xml.push('<');
        self.xml.push_str(name);
    }

    pub(super) fn end_open(&mut self) {
        self.xml.push('>');
    }

    pub(super) fn close(&mut self, name: &str) {
        self.xml.push_str("</");
        self.xml.push_str(name);
        self.xml.push('>');
    }

    pub(super) fn attribute(
        &mut self,
        name: &str,
        value: &str,
        verb: usize,
        place: TwimlField,
    ) -> Result<(), TwimlError> {
        self.xml.push(' ');
        self.xml.push_str(name);
        self.xml.push_str("=\"");
        for character in value.chars() {
            match character {
                // A parser makes spaces of them (XML 1.0 §3.3.3).
                '\t' => self.xml.push_str("&#9;"),
                '\n' => self.xml.push_str("&#10;"),
                character => self.character(character, verb, place)?,
            }
        }
        self.xml.push('"');
        Ok(())
    }

    pub(super) fn element(
        &mut self,
        name: &str,
        text: &str,
        verb: usize,
        place: TwimlField,
    ) -> Result<(), TwimlError> {
        self.open(name);
        self.end_open();
        self.text(text, verb, place)?;
        self.close(name);
        Ok(())
    }

    pub(super) fn text(
        &mut self,
        text: &str,
        verb: usize,
        place: TwimlField,
    ) -> Result<(), TwimlError> {
        for character in text.chars() {
            self.character(character, verb, place)?;
        }
        Ok(())
    }

    /// Writes a character, or what stands for it.
    fn character(
        &mut self,
        character: char,
        verb: usize,
        place: TwimlField,
    ) -> Result<(), TwimlError> {
        let character = match self.forbidden {
            _ if is_allowed(character) => character,
            Forbidden::Refuse => {
                return Err(TwimlError::Forbidden {
                    verb,
                    place,
                    character,
                });
            }
            Forbidden::Replace(other) if is_allowed(other) => other,
            Forbidden::Replace(_) => '?',
        };
        match character {
            '&' => self.xml.push_str("&amp;"),
            '<' => self.xml.push_str("&lt;"),
            '>' => self.xml.push_str("&gt;"),
            '"' => self.xml.push_str("&quot;"),
            // A parser makes a line feed of it (XML 1.0 §2.11), and CR LF costs two characters.
            '\r' => self.xml.push_str("&#13;"),
            character => self.xml.push(character),
        }
        Ok(())
    }

    pub(super) fn into_xml(self) -> String {
        self.xml
    }
}

/// `Char` of XML 1.0 §2.2.
fn is_allowed(character: char) -> bool {
    !matches!(
        character,
        '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}'
    )
}
