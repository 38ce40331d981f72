//! Form bodies, however JavaScript has them.

use septet::webhook::{Form, ParameterError};

use crate::failure::Failure;
use crate::messages::args::{Arg, ArgReader};

/// The parameters of a body: as it came, or taken apart into names and one value or several of each.
pub(super) fn form(args: &ArgReader, value: &Arg<'_>) -> Form {
    if let Some(body) = value.body() {
        return args.kept(Form::parse(&body)).unwrap_or_default();
    }
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
