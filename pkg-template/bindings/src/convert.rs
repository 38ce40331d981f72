//! Results and errors as JavaScript reads them: JSON with the keys of the crate's `Serialize`.

#[cfg(any(feature = "texts", feature = "octets"))]
use alloc::format;
use alloc::string::String;
#[cfg(any(feature = "octets", feature = "messages"))]
use alloc::string::ToString;

use serde::Serialize;
use wasm_bindgen::JsValue;

use super::json::to_json;
#[cfg(any(feature = "texts", feature = "octets"))]
use septet::{EncodingError, LimitsError};

/// A result as JSON, or what JavaScript makes an `SmsError` of, as JSON too.
pub(super) type Answer = Result<String, JsValue>;

/// A number as an integer of WebAssembly.
#[cfg(feature = "texts")]
pub(super) fn word(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// What an `SmsError` says.
#[derive(Serialize)]
pub(super) struct Failure {
    code: &'static str,
    message: String,
    index: Option<usize>,
    field: Option<String>,
    #[cfg(feature = "messages")]
    suggestion: Option<String>,
}

#[cfg_attr(
    not(feature = "texts"),
    allow(dead_code, reason = "in a module of one task little or nothing fails")
)]
impl Failure {
    pub(super) fn new(code: &'static str, message: String, index: Option<usize>) -> Self {
        Failure {
            code,
            message,
            index,
            field: None,
            #[cfg(feature = "messages")]
            suggestion: None,
        }
    }

    /// Names the field of a short message or of a form that is wrong.
    #[cfg(any(feature = "octets", feature = "messages"))]
    pub(super) fn with_field(mut self, field: &impl ToString) -> Self {
        self.field = Some(field.to_string());
        self
    }

    /// Says what was probably meant.
    #[cfg(feature = "messages")]
    pub(super) fn with_suggestion(mut self, suggestion: Option<&str>) -> Self {
        self.suggestion = suggestion.map(String::from);
        self
    }
}

impl From<Failure> for JsValue {
    fn from(failure: Failure) -> Self {
        JsValue::from_str(&to_json(&failure))
    }
}

#[cfg(any(feature = "texts", feature = "octets"))]
impl From<LimitsError> for Failure {
    /// The place of the limit tells JavaScript which value was given; the message is the range.
    fn from(error: LimitsError) -> Self {
        let (range, limit) = (error.range(), error.index());
        let range = format!("{} to {}", range.start(), range.end());
        Failure::new("wrong-limit", range, Some(limit))
    }
}

#[cfg(any(feature = "texts", feature = "octets"))]
impl From<EncodingError> for Failure {
    /// JavaScript says the sentence: it knows the surrogates of the text.
    fn from(error: EncodingError) -> Self {
        Failure::new("unencodable", String::new(), Some(error.utf16_index()))
    }
}
