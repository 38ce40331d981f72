//! Errors of a template or its values.

use alloc::string::String;
use core::fmt;

use crate::text::EncodingError;

/// An error of a template or its values.
///
/// ```
/// use septet::{Template, TemplateError};
///
/// let error = Template::parse("Hi {{name").unwrap_err();
/// assert_eq!(error, TemplateError::Unclosed { index: 3, utf16_index: 3 });
/// let error = Template::parse("Hi {{name}}")?.fill(|_| None::<&str>).unwrap_err();
/// assert_eq!(error, TemplateError::MissingValue { field: "name".into() });
/// # Ok::<(), TemplateError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TemplateError {
    /// A `{{` that no `}}` follows.
    Unclosed {
        /// Its offset, in bytes of UTF-8.
        index: usize,
        /// Its offset, in 16-bit units of UTF-16.
        utf16_index: usize,
    },
    /// A field without a name, or with a brace in its name.
    BadName {
        /// Offset of its `{{`, in bytes of UTF-8.
        index: usize,
        /// Offset of its `{{`, in 16-bit units of UTF-16.
        utf16_index: usize,
    },
    /// A `{% if %}` or `{{#if}}` that is not closed, or more than 32 of them within each other.
    UnclosedBlock {
        /// Its offset, in bytes of UTF-8.
        index: usize,
        /// Its offset, in 16-bit units of UTF-16.
        utf16_index: usize,
    },
    /// A field that has no value.
    MissingValue {
        /// The name of the field.
        field: String,
    },
    /// A described field that the template does not have.
    UnknownField {
        /// The name of the field.
        field: String,
    },
    /// GSM-7 is demanded of a text that it cannot carry.
    Unencodable(EncodingError),
}

impl fmt::Display for TemplateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TemplateError::Unclosed { index, .. } => write!(
                formatter,
                "the field that opens at byte {index} is not closed with }}}}"
            ),
            TemplateError::BadName { index, .. } => {
                write!(
                    formatter,
                    "the field that opens at byte {index} needs a name without braces"
                )
            }
            TemplateError::UnclosedBlock { index, .. } => {
                write!(
                    formatter,
                    "the block that opens at byte {index} must be closed, and be in at most 31 others"
                )
            }
            TemplateError::MissingValue { field } => {
                write!(formatter, "no value for the field \"{field}\"")
            }
            TemplateError::UnknownField { field } => {
                write!(formatter, "the template has no field \"{field}\"")
            }
            TemplateError::Unencodable(error) => error.fmt(formatter),
        }
    }
}

impl core::error::Error for TemplateError {}

impl From<EncodingError> for TemplateError {
    fn from(error: EncodingError) -> Self {
        TemplateError::Unencodable(error)
    }
}
