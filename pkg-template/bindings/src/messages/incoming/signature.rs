//! Signatures of webhooks.

use septet::unstable::is_hashed;
use septet::webhook::{AuthToken, SignatureError, SigningKeys};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::form::form;
use crate::failure::Failure;
use crate::messages::args::{Arg, ArgReader};
use crate::result::Answer;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ProblemShape {
    reason: &'static str,
    message: String,
    http_status: u16,
}

/// The reason not to trust a request; `null` if its signature is right.
#[wasm_bindgen(js_name = signatureProblem)]
pub fn signature_problem(request: JsValue, auth_token: JsValue) -> Answer {
    let args = ArgReader::default();
    let mut request = args.arg("request", request).object();
    let keys = keys(args.arg("authToken", auth_token));
    let url = request.require("url", "a string").text();
    let signature = request.text("signature");
    let settings = request.text("signatureSettings");
    let body = request.take("body");
    drop(request);
    let (signature, settings) = (signature.as_deref(), settings.as_deref());
    let verified = keys.and_then(|keys| verified(&keys, &url, body, signature, settings));
    let shape = verified.err().map(|error| ProblemShape {
        reason: error.name(),
        message: error.to_string(),
        http_status: error.http_status(),
    });
    args.answer(&shape)
}

/// A token, several, or an object with tokens and shared keys.
fn keys(value: Arg<'_>) -> Result<SigningKeys, SignatureError> {
    let (tokens, shared) = if let Some(tokens) = value.items() {
        (tokens.iter().map(Arg::text).collect(), Vec::new())
    } else if value.is_compound() {
        let mut object = value.object();
        (object.texts("authTokens"), object.texts("sharedKeys"))
    } else {
        let token = value.one_or_many();
        (token.iter().map(Arg::text).collect(), Vec::new())
    };
    let keys = tokens.iter().try_fold(SigningKeys::new(), |keys, token| {
        keys.with_auth_token(token)
    })?;
    shared
        .iter()
        .try_fold(keys, |keys, secret| keys.with_shared_key(secret))
}

fn verified(
    keys: &SigningKeys,
    url: &str,
    body: Option<Arg<'_>>,
    signature: Option<&str>,
    settings: Option<&str>,
) -> Result<(), SignatureError> {
    let Some(body) = body else {
        return keys.verify(url, &[], signature, settings);
    };
    match body.body() {
        Some(octets) => keys.verify(url, &octets, signature, settings),
        // What was taken apart cannot be hashed.
        None if is_hashed(url) => Err(SignatureError::ParsedBody),
        None => {
            let form = body.flat_entries().ok_or(SignatureError::ParsedBody)?;
            keys.verify_form(url, &form.into_iter().collect(), signature, settings)
        }
    }
}

/// The signature of a form.
#[wasm_bindgen(js_name = signForm)]
pub fn sign_form(url: JsValue, form_body: JsValue, auth_token: JsValue) -> Answer {
    let args = ArgReader::default();
    let url = args.arg("url", url).text();
    let form = form(&args, &args.arg("form", form_body));
    let token = args.kept(AuthToken::new(&args.arg("authToken", auth_token).text()));
    args.answer(&token.map(|token| token.sign_form(&url, &form)))
}

/// The URL with the hash of a body, and its signature.
#[wasm_bindgen(js_name = signBody)]
pub fn sign_body(url: JsValue, body: JsValue, auth_token: JsValue) -> Answer {
    let args = ArgReader::default();
    let url = args.arg("url", url).text();
    let octets = args.arg("body", body).required_body();
    let token = args.kept(AuthToken::new(&args.arg("authToken", auth_token).text()));
    args.answer(&token.map(|token| token.sign_body(&url, &octets)))
}

impl From<SignatureError> for Failure {
    fn from(error: SignatureError) -> Self {
        Failure::new("no-token", error.to_string(), None)
    }
}
