//! Every vector of `signature-vectors.tsv`, and everything that must not pass.

use proptest::prelude::*;
use septet::webhook::{AuthToken, Form, SignatureError};
use serde_json::Value;

use crate::tsv;

fn form(json: &str) -> Form {
    let json: Value = serde_json::from_str(json).unwrap();
    let mut pairs = Vec::new();
    for (name, value) in json.as_object().unwrap() {
        match value {
            Value::Array(values) => pairs.extend(values.iter().map(|value| (name, value))),
            value => pairs.push((name, value)),
        }
    }
    pairs
        .into_iter()
        .map(|(name, value)| (name.as_str(), value.as_str().unwrap()))
        .collect()
}

/// As a request brings them: URL, body, signature.
fn requests() -> Vec<(String, AuthToken, String, Vec<u8>, String)> {
    let rows = tsv::read("signature-vectors.tsv");
    assert_eq!(rows.len(), 15);
    let request = |row: tsv::Row| {
        let token = AuthToken::new(&row["auth_token"]).unwrap();
        let body = match row["body"].as_str() {
            "" => form(&row["params_json"]).encode().into_bytes(),
            body => body.as_bytes().to_vec(),
        };
        (
            row["case"].clone(),
            token,
            row["url_received"].clone(),
            body,
            row["expected_signature"].clone(),
        )
    };
    rows.into_iter().map(request).collect()
}

#[test]
fn every_vector_is_verified() {
    for (case, token, url, body, signature) in requests() {
        assert_eq!(
            token.verify(&url, &body, Some(&signature)),
            Ok(()),
            "{case}"
        );
    }
}

#[test]
fn every_vector_is_signed() {
    for row in tsv::read("signature-vectors.tsv") {
        let token = AuthToken::new(&row["auth_token"]).unwrap();
        let signature = token.sign_form(&row["url_signed"], &form(&row["params_json"]));
        assert_eq!(signature, row["expected_signature"], "{}", row["case"]);
    }
}

#[test]
fn nothing_else_is_verified() {
    for (case, token, url, body, signature) in requests() {
        let other_token = AuthToken::new("12346").unwrap();
        let mismatch = Err(SignatureError::Mismatch);
        assert_eq!(
            other_token.verify(&url, &body, Some(&signature)),
            mismatch,
            "{case}"
        );
        let other_url = url.replace("myapp", "mybpp");
        assert_eq!(
            token.verify(&other_url, &body, Some(&signature)),
            mismatch,
            "{case}"
        );
        let mut longer = body.clone();
        longer.extend(b"&Extra=1");
        let outcome = token.verify(&url, &longer, Some(&signature));
        let expected = if url.contains("bodySHA256") {
            SignatureError::BodyMismatch
        } else {
            SignatureError::Mismatch
        };
        assert_eq!(outcome, Err(expected), "{case}");
        // One bit of the signature.
        let first = if signature.starts_with('A') { "B" } else { "A" };
        let forged = format!("{first}{}", &signature[1..]);
        assert_eq!(token.verify(&url, &body, Some(&forged)), mismatch, "{case}");
    }
}

#[test]
fn headers_that_are_no_signature() {
    let token = AuthToken::new("12345").unwrap();
    let verify = |signature| {
        token
            .verify("https://example.com/", b"", signature)
            .unwrap_err()
    };
    for missing in [None, Some(""), Some("  ")] {
        assert_eq!(verify(missing), SignatureError::Missing);
    }
    // Not base64, too short, too long, not canonical.
    for malformed in [
        "?",
        "AAAA",
        "RSOYDt4T1cUTdK1PDd93/VVr8B8",
        "RSOYDt4T1cUTdK1PDd93/VVr8B9=",
        "RSOYDt4T1cUTdK1PDd93/VVr8B8AAAA=",
    ] {
        assert_eq!(
            verify(Some(malformed)),
            SignatureError::Malformed,
            "{malformed}"
        );
    }
}

/// With an empty key, anybody could sign.
#[test]
fn an_empty_token_is_refused() {
    let error = AuthToken::new("").unwrap_err();
    assert_eq!(
        (error.http_status(), error.to_string().as_str()),
        (500, "the auth token is empty")
    );
}

#[test]
fn a_body_without_a_signed_hash_is_refused() {
    let token = AuthToken::new("12345").unwrap();
    let url = "https://example.com/hook";
    let signature = token.sign_form(url, &Form::default());
    let json = br#"{"property": "value"}"#;
    assert_eq!(
        token.verify_body(url, json, Some(&signature)),
        Err(SignatureError::NoBodyHash)
    );
    // Taken for a form, JSON is a parameter nobody signed.
    assert_eq!(
        token.verify(url, json, Some(&signature)),
        Err(SignatureError::Mismatch)
    );
    // A hash that is there but not the signed one.
    let signed = token.sign_body(url, json);
    assert_eq!(
        token.verify(signed.url(), json, Some(signed.signature())),
        Ok(())
    );
    let other = token.sign_body(url, b"{}");
    assert_eq!(
        token.verify(other.url(), json, Some(signed.signature())),
        Err(SignatureError::Mismatch)
    );
}

/// No error, and no debug output, has the token or the right signature in it.
#[test]
fn errors_reveal_nothing() {
    for (case, token, url, body, signature) in requests() {
        let forged = "RSOYDt4T1cUTdK1PDd93/VVr8BA=";
        let mut longer = body.clone();
        longer.push(b'x');
        for (body, given) in [
            (&body, Some(forged)),
            (&longer, Some(signature.as_str())),
            (&body, None),
            (&body, Some("x")),
        ] {
            let error = token.verify(&url, body, given).unwrap_err();
            let shown = format!("{error} {error:?} {token:?}");
            assert!(
                !shown.contains(&signature) && !shown.contains("12345"),
                "{case}: {shown}"
            );
        }
    }
}

#[test]
fn error_sentences_and_statuses() {
    let token = AuthToken::new("12345").unwrap();
    let url = "https://example.com/";
    let shown = |error: SignatureError| (error.http_status(), error.to_string());
    let cases = [
        (
            token.verify(url, b"", None),
            400,
            "the request has no X-Twilio-Signature header",
        ),
        (
            token.verify(url, b"", Some("x")),
            403,
            "X-Twilio-Signature is not the base64 of 20 octets, or of 32 with HMAC_SHA256",
        ),
        (
            token.verify(url, b"A=%ff", Some("x")),
            400,
            "the body is not a form: parameter \"A\" is not UTF-8",
        ),
        (
            token.verify(url, b"", Some("RSOYDt4T1cUTdK1PDd93/VVr8B8=")),
            403,
            "the signature is not of this URL, these parameters and this token: check scheme, host and query as the provider called them",
        ),
        (
            token.verify_body(url, b"", Some("RSOYDt4T1cUTdK1PDd93/VVr8B8=")),
            403,
            "the body is not a form, and the URL has no bodySHA256 to check it against",
        ),
    ];
    for (outcome, status, sentence) in cases {
        assert_eq!(shown(outcome.unwrap_err()), (status, sentence.to_owned()));
    }
}

/// The URL a server sees behind a proxy differs from the one called in its port or its letter case.
#[test]
fn urls_that_mean_the_same() {
    let token = AuthToken::new("12345").unwrap();
    let form = Form::default();
    let verify = |received: &str, signed: &str| {
        token
            .verify_form(received, &form, Some(&token.sign_form(signed, &form)))
            .is_ok()
    };
    for (received, signed) in [
        ("https://example.com:8443/a", "https://example.com/a"),
        ("https://example.com/a", "https://example.com:443/a"),
        ("http://example.com/a", "http://example.com:80/a"),
        ("HTTPS://Example.com", "https://example.com/"),
        ("https://[::1]:8080/a", "https://[::1]/a"),
        (
            "https://example.com/a?q=a b",
            "https://example.com/a?q=a%20b",
        ),
        (
            "https://example.com/a?x=1&y=2&x=3",
            "https://example.com/a?x=1&x=3&y=2",
        ),
        ("ftp://example.com/a", "ftp://example.com/a"),
        ("not a url", "not a url"),
    ] {
        assert!(verify(received, signed), "{received} {signed}");
    }
    for (received, signed) in [
        ("https://example.com/a", "http://example.com/a"),
        ("https://example.com/a", "https://example.com/A"),
        ("https://example.com/a", "https://example.com:444/a"),
        ("https://example.com/a", "https://example.org/a"),
        ("https://example.com/a?x=1", "https://example.com/a"),
    ] {
        assert!(!verify(received, signed), "{received} {signed}");
    }
}

proptest! {
    #[test]
    fn what_is_signed_is_verified(
        token in ".{1,40}",
        url in "\\PC{0,60}",
        pairs in prop::collection::vec((any::<String>(), any::<String>()), 0..6),
        body in any::<Vec<u8>>(),
    ) {
        let token = AuthToken::new(&token).unwrap();
        let form: Form = pairs.into_iter().collect();
        let signature = token.sign_form(&url, &form);
        prop_assert_eq!(token.verify_form(&url, &form, Some(&signature)), Ok(()));
        let url = format!("https://{}", url.replace(['#', '?'], ""));
        let signed = token.sign_body(&url, &body);
        prop_assert_eq!(token.verify(signed.url(), &body, Some(signed.signature())), Ok(()));
    }

    #[test]
    fn nothing_panics(url in any::<String>(), body in any::<Vec<u8>>(), header in any::<String>()) {
        let token = AuthToken::new("12345").unwrap();
        prop_assert!(token.verify(&url, &body, Some(&header)).is_err());
        prop_assert!(token.verify_body(&url, &body, Some("RSOYDt4T1cUTdK1PDd93/VVr8B8=")).is_err());
    }
}

/// A query of names that are all different is taken apart and put together in one pass, whoever sends it.
#[test]
fn a_megabyte_of_parameters_is_no_trouble() {
    let token = AuthToken::new("12345").unwrap();
    let query: Vec<String> = (0..100_000).map(|name| format!("&{name}=a b")).collect();
    let url = format!("https://example.com/sms?{}", query.concat());
    let signature = token.sign_form(
        &url.replace("?&", "?").replace(' ', "%20"),
        &Form::default(),
    );
    assert_eq!(token.verify(&url, b"", Some(&signature)), Ok(()));
}
