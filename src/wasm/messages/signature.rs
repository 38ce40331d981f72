//! Signatures of webhooks.

use alloc::string::{String, ToString};

use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use super::super::convert::{Answer, Failure};
use super::super::json::to_json;
use super::arguments::{Value, arguments};
use super::form::form;
use crate::webhook::{AuthToken, SignatureError, is_hashed};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ProblemShape {
    reason: &'static str,
    message: String,
    http_status: u16,
}

/// Why a request is not taken for one of the provider; `null` if it is.
#[wasm_bindgen(js_name = signatureProblem)]
pub fn signature_problem(words: &[u32], octets: &[u8]) -> Answer {
    let [request, token] = arguments(words, octets);
    let token = token.text()?;
    let mut request = request.object()?;
    let url = request.require("url", "a string")?.text()?;
    let signature = request.text("signature")?;
    let body = request.take("body");
    request.end()?;
    let octets = body.as_ref().and_then(Value::body);
    let verified = match AuthToken::new(token) {
        Err(error) => Err(error),
        Ok(token) => match (octets, body) {
            (Some(octets), _) => token.verify(url, octets, signature),
            (None, None) => token.verify(url, &[], signature),
            // A body that is hashed and was taken apart cannot be told from any other.
            (None, Some(body)) if is_hashed(url) => {
                return Err(body.wrong("a string or a Uint8Array").into());
            }
            (None, Some(body)) => token.verify_form(url, &form(body)?, signature),
        },
    };
    Ok(to_json(&verified.err().map(|error| ProblemShape {
        reason: match error {
            SignatureError::NoToken => "no-token",
            SignatureError::Missing => "missing",
            SignatureError::Malformed => "malformed",
            SignatureError::Mismatch => "mismatch",
            SignatureError::NoBodyHash => "no-body-hash",
            SignatureError::BodyMismatch => "body-mismatch",
            SignatureError::Form(_) => "form",
        },
        message: error.to_string(),
        http_status: error.http_status(),
    })))
}

/// The signature of a form.
#[wasm_bindgen(js_name = signForm)]
pub fn sign_form(words: &[u32], octets: &[u8]) -> Answer {
    let [url, body, token] = arguments(words, octets);
    let token = AuthToken::new(token.text()?).map_err(Failure::from)?;
    Ok(token.sign_form(url.text()?, &form(body)?))
}

/// The URL with the hash of a body, and its signature.
#[wasm_bindgen(js_name = signBody)]
pub fn sign_body(words: &[u32], octets: &[u8]) -> Answer {
    let [url, body, token] = arguments(words, octets);
    let token = AuthToken::new(token.text()?).map_err(Failure::from)?;
    let Some(octets) = body.body() else {
        return Err(body.wrong("a string or a Uint8Array").into());
    };
    Ok(to_json(&token.sign_body(url.text()?, octets)))
}

impl From<SignatureError> for Failure {
    fn from(error: SignatureError) -> Self {
        Failure::new("no-token", &error, None)
    }
}
