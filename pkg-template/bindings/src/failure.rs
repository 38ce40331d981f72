//! Failures that a call throws. `failed` in `pkg-template/lib/failure.js` turns them into the errors that callers see.

use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::result::to_js;

/// A call that failed.
#[derive(Debug, Default, Serialize)]
pub struct Failure {
    /// The code of an `SmsError`, or one of the codes below.
    code: &'static str,
    message: String,
    index: Option<usize>,
    field: Option<String>,
    suggestion: Option<String>,
    /// A wrong argument, or what code of the caller threw.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    value: JsValue,
}

/// A wrong argument: its path is the field, the message what it must be.
const WRONG_ARGUMENT: &str = "wrong-argument";
/// A property that there is not; the message says it all.
const UNKNOWN_PROPERTY: &str = "unknown-property";
/// A getter, a proxy or an iterator of the caller threw the value.
const THROWN: &str = "thrown";

impl Failure {
    pub(crate) fn new(code: &'static str, message: String, index: Option<usize>) -> Self {
        Failure {
            code,
            message,
            index,
            ..Failure::default()
        }
    }

    /// An argument that is not what it must be.
    pub(crate) fn wrong_argument(path: String, expected: &str, value: JsValue) -> Self {
        let mut failure = Failure::new(WRONG_ARGUMENT, expected.into(), None);
        (failure.field, failure.value) = (Some(path), value);
        failure
    }

    pub(crate) fn unknown_property(sentence: String) -> Self {
        Failure::new(UNKNOWN_PROPERTY, sentence, None)
    }

    /// A failure for a value that the caller's code threw.
    pub(crate) fn thrown(value: JsValue) -> Self {
        let mut failure = Failure::new(THROWN, String::new(), None);
        failure.value = value;
        failure
    }

    /// Names the field of a short message or of a form that is wrong.
    pub(crate) fn with_field(mut self, field: &impl ToString) -> Self {
        self.field = Some(field.to_string());
        self
    }

    /// Says what was probably meant.
    pub(crate) fn with_suggestion(mut self, suggestion: Option<&str>) -> Self {
        self.suggestion = suggestion.map(String::from);
        self
    }
}

impl From<Failure> for JsValue {
    fn from(failure: Failure) -> Self {
        to_js(&failure)
    }
}

impl From<septet::LimitsError> for Failure {
    /// JavaScript says the sentence: it knows the profile as given. The index is that of the limit, the message its range.
    fn from(error: septet::LimitsError) -> Self {
        let range = error.range();
        let range = format!("{} to {}", range.start(), range.end());
        Failure::new("wrong-limit", range, Some(error.index()))
    }
}

impl From<septet::EncodingError> for Failure {
    /// JavaScript says the sentence: it knows the surrogates of the text.
    fn from(error: septet::EncodingError) -> Self {
        Failure::new("unencodable", String::new(), Some(error.utf16_index()))
    }
}
