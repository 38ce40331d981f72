//! The variables of a content template: a JSON object of texts.

use alloc::string::String;
use alloc::vec::Vec;

use hifijson::token::Lex as _;
use hifijson::value::{self, Value};

use super::outbound::OutboundMessage;

/// A text contains no variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum VariablesProblem {
    NotJson,
    NotAnObject,
    /// The value of this name is not a text.
    NotText(String),
    /// The value of this name is empty.
    Empty(String),
}

/// Maximum nesting depth of the JSON text; an object of texts has depth 1.
const DEEPEST: usize = 16;

/// The names and values in their order.
pub(super) fn read(json: &str) -> Result<Vec<(String, String)>, VariablesProblem> {
    let mut lexer = hifijson::SliceLexer::new(json.as_bytes());
    let value = lexer.exactly_one(hifijson::SliceLexer::ws_peek, |next, lexer| {
        value::parse_bounded(DEEPEST, next, lexer)
    });
    let Value::Object(members) = value.map_err(|_| VariablesProblem::NotJson)? else {
        return Err(VariablesProblem::NotAnObject);
    };
    members
        .into_iter()
        .map(|(name, value)| match value {
            Value::String(text) if text.is_empty() => Err(VariablesProblem::Empty(name.into())),
            Value::String(text) => Ok((name.into(), text.into())),
            _ => Err(VariablesProblem::NotText(name.into())),
        })
        .collect()
}

/// Appends a text as JSON writes it (RFC 8259 §7).
fn push_text(json: &mut String, text: &str) {
    json.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => json.extend(['\\', character]),
            '\u{0}'..='\u{1F}' => {
                let hex = |shift: u32| char::from_digit(u32::from(character) >> shift & 0xF, 16);
                json.push_str("\\u00");
                json.extend([hex(4), hex(0)].into_iter().flatten());
            }
            character => json.push(character),
        }
    }
    json.push('"');
}

impl OutboundMessage {
    /// Adds a variable of the template: a name of up to 16 characters, a value of up to 1,600.
    ///
    /// ```
    /// use septet::message::OutboundMessage;
    ///
    /// let message = OutboundMessage::new("whatsapp:+14155552671")
    ///     .with_template("HX0123456789abcdef0123456789abcdef")
    ///     .with_variable("1", "Ada")
    ///     .with_variable("2", "the \"long\" table");
    /// assert!(message.to_form().ends_with(
    ///     "&ContentVariables=%7B%221%22%3A%22Ada%22%2C%222%22%3A%22the+%5C%22long%5C%22+table%22%7D"
    /// ));
    /// ```
    #[must_use]
    pub fn with_variable(mut self, name: &str, value: &str) -> Self {
        let mut json = self.content_variables.take().unwrap_or_default();
        match json.trim_end().strip_suffix('}') {
            Some(members) => json.truncate(members.trim_end().len()),
            None => json = "{".into(),
        }
        if json.len() > 1 {
            json.push(',');
        }
        push_text(&mut json, name);
        json.push(':');
        push_text(&mut json, value);
        json.push('}');
        self.content_variables = Some(json);
        self
    }
}
