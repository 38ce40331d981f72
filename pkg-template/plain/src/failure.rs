//! Errors as hosts read them: `{"error": {"code", "message", "index"}}`.

use std::borrow::Cow;

use serde::Serialize;

/// The failure of a request.
///
/// The codes and sentences are those of the npm package. A wrong argument, which is a `TypeError` there, has the code
/// `invalid-argument`.
#[derive(Debug, Serialize)]
pub struct Failure {
    code: &'static str,
    message: Cow<'static, str>,
    /// Index in the text, in UTF-16 units; for `malformed-json`, index of the octet in the request.
    index: Option<usize>,
    /// Index of the text among several, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<usize>,
    /// The field of a short message or the parameter of a form.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    /// The value that was probably meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestion: Option<String>,
}

/// The whole answer to a request that failed.
#[derive(Serialize)]
pub(crate) struct FailedAnswer<'f> {
    pub(crate) error: &'f Failure,
}

impl Failure {
    /// An error with its sentence.
    pub(crate) fn new(code: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        Failure {
            code,
            message: message.into(),
            index: None,
            item: None,
            field: None,
            suggestion: None,
        }
    }

    /// An argument that is not what it must be.
    pub(crate) fn invalid(message: String) -> Self {
        Failure::new("invalid-argument", message)
    }

    /// A request that needs more memory than there is. Makes no allocation, which would fail too.
    pub(crate) fn out_of_memory() -> Self {
        Failure::new(
            "out-of-memory",
            "there is not enough memory for this request",
        )
    }

    /// Its code.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Its sentence.
    pub fn message(&self) -> &str {
        &self.message
    }

    pub(crate) fn at(mut self, index: usize) -> Self {
        self.index = Some(index);
        self
    }

    pub(crate) fn of_item(mut self, item: usize) -> Self {
        self.item = Some(item);
        self
    }

    pub(crate) fn with_field(mut self, field: &impl ToString) -> Self {
        self.field = Some(field.to_string());
        self
    }

    pub(crate) fn with_suggestion(mut self, suggestion: Option<&str>) -> Self {
        self.suggestion = suggestion.map(String::from);
        self
    }
}

impl From<septet::EncodingError> for Failure {
    fn from(error: septet::EncodingError) -> Self {
        let (character, index) = (error.character(), error.utf16_index());
        let message = format!(
            "'{character}' (U+{:04X}) at index {index} has no GSM-7 code: allow UCS-2 or replace the character",
            u32::from(character)
        );
        Failure::new("unencodable", message).at(index)
    }
}
