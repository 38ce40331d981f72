//! What is wrong with a parameter of a webhook.

use alloc::string::String;
use core::fmt;

use crate::quoted::Quoted;

/// A parameter of a webhook that is missing, malformed, repeated or not UTF-8.
///
/// Its sentence has the name of the parameter and never the value, which may be private.
///
/// ```
/// use septet::webhook::{Form, Problem};
///
/// let error = Form::parse(b"Body=%ff").unwrap_err();
/// assert_eq!((error.parameter(), error.problem()), ("Body", Problem::NotUtf8));
/// assert_eq!(error.to_string(), "parameter \"Body\" is not UTF-8");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterError {
    parameter: String,
    problem: Problem,
}

/// What is wrong with a parameter.
///
/// ```
/// use septet::webhook::{Form, InboundMessage, Problem};
///
/// let error = InboundMessage::from_form(&Form::parse(b"Body=Hi")?).unwrap_err();
/// assert_eq!((error.parameter(), error.problem()), ("MessageSid", Problem::Missing));
/// # Ok::<(), septet::webhook::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// It is always sent, and is not there.
    Missing,
    /// Its value is not what it should be.
    Malformed {
        /// What it should be.
        expected: &'static str,
    },
    /// It is there more than once, with different values.
    Repeated,
    /// Its octets are no text.
    NotUtf8,
}

impl ParameterError {
    pub(super) fn new(parameter: impl Into<String>, problem: Problem) -> Self {
        ParameterError {
            parameter: parameter.into(),
            problem,
        }
    }

    /// The name of the parameter; in a name that is not UTF-8 itself, U+FFFD stands for the octets.
    #[must_use]
    pub fn parameter(&self) -> &str {
        &self.parameter
    }

    /// What is wrong with it.
    #[must_use]
    pub const fn problem(&self) -> Problem {
        self.problem
    }
}

impl fmt::Display for ParameterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "parameter {} ", Quoted(&self.parameter))?;
        match self.problem {
            Problem::Missing => f.write_str("is missing"),
            Problem::Malformed { expected } => write!(f, "is not {expected}"),
            Problem::Repeated => f.write_str("is there more than once, with different values"),
            Problem::NotUtf8 => f.write_str("is not UTF-8"),
        }
    }
}

impl core::error::Error for ParameterError {}
