//! Form bodies, however JavaScript has them.

use alloc::vec::Vec;

use wasm_bindgen::JsValue;

use super::super::convert::Failure;
use super::arguments::Value;
use crate::webhook::{Form, ParameterError};

/// The parameters of a body: as it came, or taken apart into names and one value or several of each.
pub(super) fn form(value: Value<'_>) -> Result<Form, JsValue> {
    if let Some(body) = value.body() {
        return Ok(Form::parse(body).map_err(Failure::from)?);
    }
    if value.is_null() {
        return Ok(Form::default());
    }
    let mut pairs = Vec::new();
    for (name, values) in value.entries()? {
        for value in values.one_or_many() {
            pairs.push((name, value.text()?));
        }
    }
    Ok(pairs.into_iter().collect())
}

impl From<ParameterError> for Failure {
    fn from(error: ParameterError) -> Self {
        Failure::new("malformed-parameter", &error, None).with_field(&error.parameter())
    }
}
