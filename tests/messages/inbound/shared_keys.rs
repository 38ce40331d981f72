//! Signatures with shared keys, several tokens, and the variants of a URL.

use septet::webhook::{Algorithm, AuthToken, Form, SignatureError, SigningKeys};

/// Webhooks that a setting signs with a shared key: another header, another hash, the same text under it.
#[test]
fn shared_keys() {
    let (url, body) = (
        "https://example.com/sms?a=1",
        b"Body=Hi&From=%2B15005550006",
    );
    let form = Form::parse(body).unwrap();
    let sha256 = AuthToken::shared_key("secret", Algorithm::HmacSha256).unwrap();
    let sha1 = AuthToken::shared_key("secret", Algorithm::HmacSha1).unwrap();
    // As openssl dgst -sha256 -hmac secret -binary | base64 signs the same text.
    let signature = sha256.sign_form(url, &form);
    assert_eq!(signature, "RyMw+JN2CUWYRK54D2a1XH4E2knqDoYPI+QGoEk7KNU=");
    assert_ne!(signature, sha1.sign_form(url, &form));
    let keys = SigningKeys::new()
        .with_auth_token("token")
        .and_then(|keys| keys.with_shared_key("old"))
        .and_then(|keys| keys.with_shared_key("secret"))
        .unwrap();
    let verify = |signature: &str, settings| keys.verify(url, body, Some(signature), settings);
    let settings = Some("key=webhooks_sharedkey_01, algorithm=HMAC_SHA256");
    assert_eq!(verify(&signature, settings), Ok(()));
    assert_eq!(
        verify(
            &sha1.sign_form(url, &form),
            Some("key=webhooks_sharedkey_01")
        ),
        Ok(())
    );
    // A shared key signs nothing without its header, an auth token nothing with it.
    assert!(verify(&signature, None).is_err());
    let by_token = AuthToken::new("token").unwrap().sign_form(url, &form);
    assert_eq!(verify(&by_token, None), Ok(()));
    assert!(verify(&by_token, settings).is_err());
    assert_eq!(
        verify(&signature, Some("algorithm=HMAC_MD5")),
        Err(SignatureError::Algorithm)
    );
    let without = SigningKeys::new().with_auth_token("token").unwrap();
    let problem = without
        .verify(url, body, Some(&signature), settings)
        .unwrap_err();
    assert_eq!(
        (problem.http_status(), problem),
        (500, SignatureError::NoSharedKey)
    );
    let none = SigningKeys::new().verify(url, body, Some(&signature), None);
    assert_eq!(none, Err(SignatureError::NoToken));
    assert!(SigningKeys::new().with_shared_key("").is_err());
}

/// During a rotation the old and the new token sign; a wrong body stays wrong with both.
#[test]
fn several_tokens() {
    let keys = SigningKeys::new()
        .with_auth_token("new")
        .and_then(|keys| keys.with_auth_token("old"))
        .unwrap();
    let form: Form = [("Body", "Hi")].into_iter().collect();
    for token in ["new", "old"] {
        let token = AuthToken::new(token).unwrap();
        let signature = token.sign_form("https://example.com/", &form);
        assert_eq!(
            keys.verify_form("https://example.com", &form, Some(&signature), None),
            Ok(())
        );
        let signed = token.sign_body("https://example.com/", b"{}");
        let wrong = keys.verify(signed.url(), b"[]", Some(signed.signature()), None);
        assert_eq!(wrong, Err(SignatureError::BodyMismatch));
    }
    let other = AuthToken::new("other")
        .unwrap()
        .sign_form("https://example.com/", &form);
    let refused = keys.verify_form("https://example.com/", &form, Some(&other), None);
    assert_eq!(refused, Err(SignatureError::Mismatch));
}

/// The URLs that the provider's library tries: with and without port, as received and as URL libraries write it.
#[test]
fn variants_of_urls() {
    let token = AuthToken::new("12345").unwrap();
    let form: Form = [("Body", "Hi")].into_iter().collect();
    for (received, signed) in [
        ("wss://example.com/socket", "wss://example.com/socket"),
        ("wss://example.com/socket", "wss://example.com:443/socket"),
        ("wss://example.com:443/socket", "wss://example.com/socket"),
        ("https://example.com/a b'c", "https://example.com:443/a b'c"),
        ("https://example.com:8443/a{b}", "https://example.com/a{b}"),
        ("https://Example.com/a", "https://example.com/a"),
        (
            "https://user:pass@example.com/a",
            "https://user:pass@example.com:443/a",
        ),
        ("http://[::1]/a", "http://[::1]:80/a"),
    ] {
        let signature = token.sign_form(signed, &form);
        let verified = token.verify_form(received, &form, Some(&signature));
        assert_eq!(verified, Ok(()), "{received} for {signed}");
    }
    let signature = token.sign_form("https://example.com:8443/a", &form);
    assert!(
        token
            .verify_form("https://example.com/a", &form, Some(&signature))
            .is_err()
    );
}
