//! Form bodies, however JavaScript has them.

use septet::webhook::{Form, ParameterError};

use crate::failure::Failure;
use crate::messages::args::{Arg, ArgReader};

/// The parameters of a body: as it came, or taken apart into names and one value or several of each.
pub(super) fn form(args: &ArgReader, value: &Arg<'_>) -> Form {
    match value.body() {
        Some(body) => args.kept(Form::parse(&body)).unwrap_or_default(),
        None => entries(value),
    }
}

/// The parameters of a body that came in, with U+FFFD for what is not UTF-8.
pub(super) fn received(value: &Arg<'_>) -> Form {
    match value.body() {
        Some(body) => Form::parse_lossy(&body),
        None => entries(value),
    }
}

fn entries(value: &Arg<'_>) -> Form {
    let mut pairs = Vec::new();
    for (name, values) in value.entries() {
        for value in values.one_or_many() {
            pairs.push((name.clone(), value.text()));
        }
    }
    pairs.into_iter().collect()
}

impl From<ParameterError> for Failure {
    fn from(error: ParameterError) -> Self {
        Failure::new("malformed-parameter", error.to_string(), None).with_field(&error.parameter())
    }
}
