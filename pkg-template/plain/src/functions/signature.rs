//! Signatures of webhooks.

use septet::unstable::is_hashed;
use septet::webhook::{SignatureError, SigningKeys};
use serde::Serialize;
use serde_json::Value;

use super::incoming::{body, form};
use crate::answer::Answer;
use crate::arguments::{Argument, Arguments, Object};
use crate::failure::Failure;

pub(super) fn verify_signature(
    arguments: &Arguments<'_>,
    answer: &mut Answer,
) -> Result<(), Failure> {
    answer.write(&verified(arguments)?.is_ok())
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ProblemShape {
    reason: &'static str,
    message: String,
    http_status: u16,
}

pub(super) fn signature_problem(
    arguments: &Arguments<'_>,
    answer: &mut Answer,
) -> Result<(), Failure> {
    let problem = verified(arguments)?.err();
    answer.write(&problem.map(|error| ProblemShape {
        reason: error.name(),
        message: error.to_string(),
        http_status: error.http_status(),
    }))
}

fn verified(arguments: &Arguments<'_>) -> Result<Result<(), SignatureError>, Failure> {
    let argument = arguments.at(0);
    let request = argument.object()?;
    request.only_properties(&["url", "body", "signature", "signatureSettings"])?;
    let url = request.require("url", "a string")?.text()?;
    let signature = request.text("signature")?;
    let settings = request.text("signatureSettings")?;
    let keys = match keys(&arguments.at(1))? {
        Ok(keys) => keys,
        Err(error) => return Ok(Err(error)),
    };
    let Some(value) = request.known("body") else {
        return Ok(keys.verify(url, &[], signature, settings));
    };
    if let Some(octets) = body(&value)? {
        return Ok(keys.verify(url, &octets, signature, settings));
    }
    // What was taken apart cannot be hashed.
    if is_hashed(url) {
        return Ok(Err(SignatureError::ParsedBody));
    }
    match form(&value) {
        Ok(form) => Ok(keys.verify_form(url, &form, signature, settings)),
        Err(failure) if failure.code() == "out-of-memory" => Err(failure),
        Err(_) => Ok(Err(SignatureError::ParsedBody)),
    }
}

/// A token, several, or an object with tokens and shared keys.
fn keys(value: &Argument<'_>) -> Result<Result<SigningKeys, SignatureError>, Failure> {
    let (tokens, shared) = if matches!(value.value(), Some(Value::Object(_))) {
        let settings = value.object()?;
        settings.only_properties(&["authTokens", "sharedKeys"])?;
        (
            texts(&settings, "authTokens")?,
            texts(&settings, "sharedKeys")?,
        )
    } else {
        (strings(value)?, Vec::new())
    };
    let keys = tokens.iter().try_fold(SigningKeys::new(), |keys, token| {
        keys.with_auth_token(token)
    });
    Ok(keys.and_then(|keys| {
        let mut shared = shared.iter();
        shared.try_fold(keys, |keys, secret| keys.with_shared_key(secret))
    }))
}

fn texts(object: &Object<'_>, name: &str) -> Result<Vec<String>, Failure> {
    strings(&object.get(name))
}

/// A text, or an array of texts.
fn strings(value: &Argument<'_>) -> Result<Vec<String>, Failure> {
    let texts = value.one_or_many();
    let text = |text: &Argument<'_>| Ok(text.text()?.to_owned());
    texts.iter().map(text).collect()
}
