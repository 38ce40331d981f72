//! Signatures of webhooks.

use alloc::string::{String, ToString};

use serde::Serialize;

use super::form::form;
use crate::convert::Failure;
use crate::json::to_json;
use crate::messages::arguments::{Errors, Given, Object};
use septet::unstable::is_hashed;
use septet::webhook::{AuthToken, SignatureError};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ProblemShape {
    reason: &'static str,
    message: String,
    http_status: u16,
}

/// Why a request is not taken for one of the provider; `null` if it is.
pub(super) fn signature_problem(given: &mut Given<'_>) -> String {
    let (request, token) = (given.next(), given.next());
    let problem = verified(request.object(), token.text(), given.errors).err();
    let shape = problem.map(|error| ProblemShape {
        reason: error.name(),
        message: error.to_string(),
        http_status: error.http_status(),
    });
    to_json(&shape)
}

fn verified(mut request: Object<'_>, token: &str, errors: &Errors) -> Result<(), SignatureError> {
    let url = request.require("url", "a string").text();
    let signature = request.text("signature");
    let body = request.take("body");
    let token = AuthToken::new(token)?;
    match body {
        None => token.verify(url, &[], signature),
        Some(body) => match body.body() {
            Some(octets) => token.verify(url, octets, signature),
            // What was taken apart cannot be hashed.
            None if is_hashed(url) => {
                body.wrong(BODY);
                Ok(())
            }
            None => token.verify_form(url, &form(body, errors), signature),
        },
    }
}

const BODY: &str = "a string or a Uint8Array";

/// The signature of a form.
pub(super) fn sign_form(given: &mut Given<'_>) -> String {
    let (url, body, token) = (given.next(), given.next(), given.next());
    let (url, form) = (url.text(), form(body, given.errors));
    let token = given.errors.kept(AuthToken::new(token.text()));
    let signature = token.map(|token| token.sign_form(url, &form));
    signature.unwrap_or_default()
}

/// The URL with the hash of a body, and its signature.
pub(super) fn sign_body(given: &mut Given<'_>) -> String {
    let (url, body, token) = (given.next(), given.next(), given.next());
    let url = url.text();
    let octets = body.body();
    if octets.is_none() {
        body.wrong(BODY);
    }
    let token = given.errors.kept(AuthToken::new(token.text()));
    let signed = token.map(|token| token.sign_body(url, octets.unwrap_or_default()));
    to_json(&signed)
}

impl From<SignatureError> for Failure {
    fn from(error: SignatureError) -> Self {
        Failure::new("no-token", error.to_string(), None)
    }
}
