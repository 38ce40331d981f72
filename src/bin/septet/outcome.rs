//! Answers with their exit codes, and failures. `ending` prints them.

use std::io;
use std::process::ExitCode;

use septet::EncodingError;

use crate::names;

/// The question was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Exit code 0.
    Done,
    /// The answer is above `--max-segments`: exit code 1.
    OverLimit,
    /// A message would be refused: exit code 1.
    Refused,
    /// A code or a status is not in the catalogue: exit code 1.
    Unknown,
    /// Some of the input could not be read, which was said on standard error: exit code 4.
    Unread,
    /// Rows could not be read: exit code 5.
    BadRows,
}

impl Outcome {
    /// Holds a number of segments against the limit, if there is one.
    pub(crate) fn of(segments: usize, limit: Option<usize>) -> Self {
        match limit {
            Some(limit) if segments > limit => Outcome::OverLimit,
            _ => Outcome::Done,
        }
    }

    /// Done, if the catalogue has everything that was asked for.
    pub(crate) const fn of_known(is_known: bool) -> Self {
        if is_known {
            Outcome::Done
        } else {
            Outcome::Unknown
        }
    }

    /// The one of two that says more: unreadable input before what was found in the rest.
    pub(crate) fn worse(self, other: Self) -> Self {
        let weight = |outcome| match outcome {
            Outcome::Done => 0,
            Outcome::OverLimit | Outcome::Refused | Outcome::Unknown => 1,
            Outcome::Unread | Outcome::BadRows => 2,
        };
        if weight(other) > weight(self) {
            other
        } else {
            self
        }
    }

    /// The exit code.
    pub(crate) fn code(self) -> ExitCode {
        match self {
            Outcome::Done => ExitCode::SUCCESS,
            Outcome::OverLimit | Outcome::Refused | Outcome::Unknown => ExitCode::from(1),
            Outcome::Unread => ExitCode::from(4),
            Outcome::BadRows => ExitCode::from(5),
        }
    }
}

/// Says on standard error what went wrong.
pub(crate) fn complain(message: impl std::fmt::Display) {
    anstream::eprintln!("{ERROR}error:{ERROR:#} {message}");
}

/// Says on standard error what may be wrong.
pub(crate) fn warning(message: impl std::fmt::Display) {
    anstream::eprintln!("warning: {message}");
}

/// Says on standard error how an answer is meant.
pub(crate) fn note(message: impl std::fmt::Display) {
    anstream::eprintln!("note: {message}");
}

const ERROR: anstyle::Style = anstyle::AnsiColor::Red.on_default().bold();

/// The question could not be answered.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line asks for something that makes no sense: exit code 2.
    Usage(String),
    /// A query that cannot be run, whatever the options: exit code 2.
    #[cfg(feature = "sql")]
    Query(String),
    /// There is neither an argument nor anything on standard input: the help, and exit code 2.
    Nothing,
    /// The text cannot be sent as demanded: exit code 3.
    Demand(String),
    /// The input cannot be read: exit code 4.
    Input(String),
    /// The output cannot be written: exit code 4, or a quiet 0 when its reader has gone, as the
    /// reader of `septet … | head` does.
    Output(io::Error),
}

impl Failure {
    /// A command line that asks for something that makes no sense.
    pub(crate) fn usage(message: impl std::fmt::Display) -> Self {
        Failure::Usage(message.to_string())
    }

    /// Adds to the message which of many texts it is about.
    pub(crate) fn at(self, place: impl std::fmt::Display) -> Self {
        match self {
            Failure::Demand(message) => Failure::Demand(format!("{place}: {message}")),
            Failure::Input(message) => Failure::Input(format!("{place}: {message}")),
            other => other,
        }
    }
}

impl From<EncodingError> for Failure {
    fn from(error: EncodingError) -> Self {
        Failure::Demand(names::with_name(&error))
    }
}

/// An error of writing: everything that is read reports itself as [`Failure::Input`].
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Output(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Failure::Output(error.into())
    }
}
