//! Errors in the arguments of a call.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use core::fmt;

/// An argument that a function does not take: an error of the plan, told before a row is read.
///
/// ```
/// # tokio::runtime::Runtime::new().unwrap().block_on(async {
/// let context = datafusion::prelude::SessionContext::new();
/// septet::sql::register(&context).unwrap();
/// let error = context.sql("select sms_segments('Hello', 'colour=red')").await.unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "External error: sms_segments has no option 'colour': it has encoding, language, boundary, profile, reference, smart",
/// );
/// let datafusion::error::DataFusionError::External(error) = error.find_root() else { unreachable!() };
/// let error: &septet::sql::OptionError = error.downcast_ref().unwrap();
/// assert_eq!(error.function(), "sms_segments");
/// # });
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionError {
    function: &'static str,
    problem: Problem,
}

impl OptionError {
    /// The function that was called.
    #[must_use]
    pub const fn function(&self) -> &'static str {
        self.function
    }
}

/// The kind of error, with the faulty piece of the string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// The function has no option with this name.
    Unknown {
        name: String,
        known: &'static [&'static str],
    },
    /// The option was given twice.
    Repeated(&'static str),
    /// A piece of the string is not of the form `name=value`.
    Shape(String),
    /// A value that an option, or a level, does not take.
    Value {
        name: &'static str,
        value: String,
        expected: String,
    },
    /// Too few arguments, or too many.
    Arguments { parameters: String, given: usize },
    /// An argument is not a text.
    NotText {
        parameter: &'static str,
        given: String,
    },
    /// An argument that must be the same for all rows and is not.
    NotConstant(&'static str),
}

impl Problem {
    /// A value that `name` does not take.
    pub(super) fn value(name: &'static str, value: &str, expected: &impl ToString) -> Self {
        Problem::Value {
            name,
            value: value.to_owned(),
            expected: expected.to_string(),
        }
    }

    /// Adds the name of the function that was called.
    pub(super) const fn of(self, function: &'static str) -> OptionError {
        OptionError {
            function,
            problem: self,
        }
    }
}

impl fmt::Display for OptionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let function = self.function;
        match &self.problem {
            Problem::Unknown { name, known } => {
                let known = known.join(", ");
                write!(f, "{function} has no option '{name}': it has {known}")
            }
            Problem::Repeated(name) => write!(f, "{function}: the option {name} is given twice"),
            Problem::Shape(piece) => write!(
                f,
                "{function}: '{piece}' is not an option: write name=value, name=value"
            ),
            Problem::Value {
                name,
                value,
                expected,
            } => write!(f, "{function}: {name} cannot be '{value}': {expected}"),
            Problem::Arguments { parameters, given } => {
                write!(f, "{function} takes ({parameters}), not {given} arguments")
            }
            Problem::NotText { parameter, given } => write!(
                f,
                "{function}: {parameter} must be a string, not {given}: write cast(… as varchar)"
            ),
            Problem::NotConstant(name) => {
                write!(
                    f,
                    "{function}: {name} must be a constant, the same for all rows"
                )
            }
        }
    }
}

impl core::error::Error for OptionError {}
