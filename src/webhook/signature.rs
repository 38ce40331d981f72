//! X-Twilio-Signature: base64 of the HMAC-SHA1 over the URL and, for forms, every parameter
//! (<https://www.twilio.com/docs/usage/webhooks/webhooks-security>).

use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt;

use base64ct::{Base64, Encoding as _};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use sha2::{Digest as _, Sha256};

use super::error::SignatureError;
use super::form::Form;
use super::names::BODY_HASH;
use super::url;

/// The primary auth token of an account, the key of its signatures.
///
/// ```
/// use septet::webhook::{AuthToken, Form, SignatureError};
///
/// let token = AuthToken::new("12345")?;
/// let url = "https://mycompany.com/myapp.php?foo=1&bar=2";
/// let body = b"CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";
///
/// assert_eq!(token.verify(url, body, Some("RSOYDt4T1cUTdK1PDd93/VVr8B8=")), Ok(()));
/// assert_eq!(token.verify(url, b"Digits=9", Some("RSOYDt4T1cUTdK1PDd93/VVr8B8=")), Err(SignatureError::Mismatch));
/// assert_eq!(token.verify(url, body, None).unwrap_err().http_status(), 400);
/// let form = Form::parse(body).map_err(SignatureError::Form)?;
/// assert_eq!(token.verify_form(url, &form, Some("RSOYDt4T1cUTdK1PDd93/VVr8B8=")), Ok(()));
/// assert!(token.verify_body(url, body, Some("RSOYDt4T1cUTdK1PDd93/VVr8B8=")).is_err()); // no hash in the URL
/// # Ok::<(), SignatureError>(())
/// ```
#[derive(Clone)]
#[doc(alias = "verifySignature")]
#[doc(alias = "RequestValidator")]
pub struct AuthToken {
    keyed: Hmac<Sha1>,
}

impl AuthToken {
    /// Of the token itself, as the console shows it.
    ///
    /// # Errors
    ///
    /// [`SignatureError::NoToken`] if it is empty, as it is when a setting is missing: with an empty
    /// key anybody could sign.
    pub fn new(token: &str) -> Result<Self, SignatureError> {
        if token.is_empty() {
            return Err(SignatureError::NoToken);
        }
        match Hmac::new_from_slice(token.as_bytes()) {
            Ok(keyed) => Ok(AuthToken { keyed }),
            Err(_) => Err(SignatureError::NoToken),
        }
    }

    /// Whether a request comes from the provider: `url` as the provider called it, with scheme and
    /// query; `body` as it came, empty for GET; `signature` from the header [`SIGNATURE_HEADER`](crate::webhook::SIGNATURE_HEADER).
    ///
    /// A URL with a `bodySHA256` parameter has a body that is hashed (JSON), any other a form. The URL
    /// is tried with and without its port, and with its query escaped in the ways signers do.
    ///
    /// # Errors
    ///
    /// [`SignatureError`] says what is wrong, and never what would be right.
    pub fn verify(
        &self,
        url: &str,
        body: &[u8],
        signature: Option<&str>,
    ) -> Result<(), SignatureError> {
        if body_hash(url).is_some() {
            self.verify_body(url, body, signature)
        } else {
            let form = Form::parse(body).map_err(SignatureError::Form)?;
            self.verify_form(url, &form, signature)
        }
    }

    /// The same for a form that is already taken apart.
    ///
    /// # Errors
    ///
    /// [`SignatureError`] says what is wrong, and never what would be right.
    pub fn verify_form(
        &self,
        url: &str,
        form: &Form,
        signature: Option<&str>,
    ) -> Result<(), SignatureError> {
        let given = given(signature)?;
        let parameters = sorted(form);
        let signed = |url: &String| self.mac(url, &parameters).verify_slice(&given).is_ok();
        if url::candidates(url).iter().any(signed) {
            Ok(())
        } else {
            Err(SignatureError::Mismatch)
        }
    }

    /// The same for a body that is hashed, whatever it is.
    ///
    /// # Errors
    ///
    /// [`SignatureError`] says what is wrong, and never what would be right.
    pub fn verify_body(
        &self,
        url: &str,
        body: &[u8],
        signature: Option<&str>,
    ) -> Result<(), SignatureError> {
        let given = given(signature)?;
        let Some(expected) = body_hash(url) else {
            return Err(SignatureError::NoBodyHash);
        };
        let signed = |url: &String| self.mac(url, &[]).verify_slice(&given).is_ok();
        if !url::candidates(url).iter().any(signed) {
            return Err(SignatureError::Mismatch);
        }
        // The URL is authentic by now, so its hash is no secret to whoever sent it.
        if expected.eq_ignore_ascii_case(&hex_sha256(body)) {
            Ok(())
        } else {
            Err(SignatureError::BodyMismatch)
        }
    }

    /// The signature of a form, for tests of a server and for clients that play the provider.
    ///
    /// ```
    /// use septet::webhook::{AuthToken, Form};
    ///
    /// let token = AuthToken::new("12345")?;
    /// let form: Form = [("Body", "Hi"), ("From", "+15005550006")].into_iter().collect();
    /// let signature = token.sign_form("https://example.com/sms", &form);
    /// assert_eq!(token.verify_form("https://example.com:443/sms", &form, Some(&signature)), Ok(()));
    /// # Ok::<(), septet::webhook::SignatureError>(())
    /// ```
    #[must_use]
    pub fn sign_form(&self, url: &str, form: &Form) -> String {
        Base64::encode_string(&self.mac(url, &sorted(form)).finalize().into_bytes())
    }

    /// The URL with the hash of a body in its query, and the signature of that URL.
    ///
    /// ```
    /// use septet::webhook::AuthToken;
    ///
    /// let token = AuthToken::new("12345")?;
    /// let signed = token.sign_body("https://mycompany.com/myapp.php?foo=1&bar=2", br#"{"property": "value", "boolean": true}"#);
    /// assert_eq!(signed.signature(), "a9nBmqA0ju/hNViExpshrM61xv4=");
    /// # Ok::<(), septet::webhook::SignatureError>(())
    /// ```
    #[must_use]
    pub fn sign_body(&self, url: &str, body: &[u8]) -> SignedUrl {
        let mark = if url.contains('?') { '&' } else { '?' };
        let mut url = String::from(url);
        url.push(mark);
        url.push_str(BODY_HASH);
        url.push('=');
        url.push_str(&hex_sha256(body));
        let signature = self.sign_form(&url, &Form::default());
        SignedUrl { url, signature }
    }

    fn mac(&self, url: &str, parameters: &[Parameter<'_>]) -> Hmac<Sha1> {
        let mut mac = self.keyed.clone();
        mac.update(url.as_bytes());
        for Parameter(name, value) in parameters {
            mac.update(name.as_bytes());
            mac.update(value.as_bytes());
        }
        mac
    }
}

impl fmt::Debug for AuthToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthToken").finish_non_exhaustive()
    }
}

/// A URL that holds the hash of a body, and its signature.
///
/// ```
/// use septet::webhook::AuthToken;
///
/// let token = AuthToken::new("12345")?;
/// let signed = token.sign_body("https://example.com/events", b"{}");
/// assert!(signed.url().starts_with("https://example.com/events?bodySHA256="));
/// assert_eq!(token.verify_body(signed.url(), b"{}", Some(signed.signature())), Ok(()));
/// # Ok::<(), septet::webhook::SignatureError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SignedUrl {
    url: String,
    signature: String,
}

impl SignedUrl {
    /// The URL to call.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The value of the header [`SIGNATURE_HEADER`](crate::webhook::SIGNATURE_HEADER): 28 characters of base64.
    #[must_use]
    pub fn signature(&self) -> &str {
        &self.signature
    }
}

/// A parameter, in the order of the 16-bit units of names and values, as JavaScript sorts them.
#[derive(PartialEq, Eq)]
struct Parameter<'a>(&'a str, &'a str);

impl Ord for Parameter<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_units = |a: &str, b: &str| a.encode_utf16().cmp(b.encode_utf16());
        by_units(self.0, other.0).then_with(|| by_units(self.1, other.1))
    }
}

impl PartialOrd for Parameter<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Sorts parameters by name and value and removes duplicates.
fn sorted(form: &Form) -> Vec<Parameter<'_>> {
    let parameters = form.pairs().map(|(name, value)| Parameter(name, value));
    let mut sorted: Vec<_> = parameters.collect();
    sorted.sort_unstable();
    sorted.dedup();
    sorted
}

/// The octets of a signature: 20, or it is none.
fn given(signature: Option<&str>) -> Result<[u8; 20], SignatureError> {
    let signature = signature
        .map(str::trim)
        .filter(|signature| !signature.is_empty());
    let signature = signature.ok_or(SignatureError::Missing)?;
    let mut octets = [0; 20];
    let decoded = Base64::decode(signature, &mut octets).map(<[u8]>::len);
    if decoded == Ok(octets.len()) {
        Ok(octets)
    } else {
        Err(SignatureError::Malformed)
    }
}

/// Whether a URL says that its body is hashed, and so no form.
pub(crate) fn is_hashed(url: &str) -> bool {
    body_hash(url).is_some()
}

fn body_hash(url: &str) -> Option<String> {
    let form = Form::parse(url::query(url)?.as_bytes()).ok()?;
    form.get(BODY_HASH).map(String::from)
}

/// 64 hexadecimal digits.
fn hex_sha256(body: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(nibble.into(), 16).unwrap_or('0');
    let octets = Sha256::digest(body);
    let digits = octets
        .iter()
        .flat_map(|octet| [digit(octet >> 4), digit(octet & 15)]);
    digits.collect()
}
