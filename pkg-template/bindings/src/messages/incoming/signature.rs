//! Signatures of webhooks.

use septet::unstable::is_hashed;
use septet::webhook::{AuthToken, SignatureError};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::form::form;
use crate::failure::Failure;
use crate::messages::args::{ArgReader, Properties};
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
    let request = args.arg("request", request).object();
    let token = args.arg("authToken", auth_token).text();
    let problem = verified(&args, request, &token).err();
    let shape = problem.map(|error| ProblemShape {
        reason: error.name(),
        message: error.to_string(),
        http_status: error.http_status(),
    });
    args.answer(&shape)
}

fn verified(
    args: &ArgReader,
    mut request: Properties<'_>,
    token: &str,
) -> Result<(), SignatureError> {
    let url = request.require("url", "a string").text();
    let signature = request.text("signature");
    let signature = signature.as_deref();
    let body = request.take("body");
    let token = AuthToken::new(token)?;
    let Some(body) = body else {
        return token.verify(&url, &[], signature);
    };
    match body.body() {
        Some(octets) => token.verify(&url, &octets, signature),
        // What was taken apart cannot be hashed.
        None if is_hashed(&url) => {
            body.wrong(BODY);
            Ok(())
        }
        None => token.verify_form(&url, &form(args, &body), signature),
    }
}

const BODY: &str = "a string or a Uint8Array";

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
    let (url, body) = (args.arg("url", url).text(), args.arg("body", body));
    let octets = body.body().unwrap_or_else(|| {
        body.wrong(BODY);
        Vec::new()
    });
    let token = args.kept(AuthToken::new(&args.arg("authToken", auth_token).text()));
    args.answer(&token.map(|token| token.sign_body(&url, &octets)))
}

impl From<SignatureError> for Failure {
    fn from(error: SignatureError) -> Self {
        Failure::new("no-token", error.to_string(), None)
    }
}
