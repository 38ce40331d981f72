//! X-Twilio-Signature: base64 of the HMAC over the URL and, for forms, every parameter: HMAC-SHA1 with an auth
//! token (<https://www.twilio.com/docs/usage/webhooks/webhooks-security>), or what a header says with a shared key
//! (<https://www.twilio.com/docs/usage/webhooks/webhook-shared-keys>, 2026-09-07).

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
#[doc(alias = "HMAC")]
pub struct AuthToken {
    keyed: Keyed,
}

/// The hash under the HMAC of a signature.
///
/// ```
/// use septet::webhook::{Algorithm, SignatureError};
///
/// assert_eq!(Algorithm::from_settings("key=webhooks_sharedkey_01,algorithm=HMAC_SHA256"), Ok(Algorithm::HmacSha256));
/// assert_eq!(Algorithm::from_settings("key=webhooks_sharedkey_01"), Ok(Algorithm::HmacSha1));
/// assert_eq!(Algorithm::from_settings("algorithm=HMAC_MD5"), Err(SignatureError::Algorithm));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// HMAC-SHA1, which auth tokens always have.
    #[default]
    HmacSha1,
    /// HMAC-SHA256.
    HmacSha256,
}

impl Algorithm {
    /// The algorithm that the header [`SETTINGS_HEADER`](super::SETTINGS_HEADER) names; HMAC-SHA1 if it names none.
    ///
    /// # Errors
    ///
    /// [`SignatureError::Algorithm`] for any other.
    pub fn from_settings(settings: &str) -> Result<Self, SignatureError> {
        let mut fields = settings
            .split(',')
            .filter_map(|field| field.split_once('='));
        let named =
            fields.find(|(name, value)| name.trim() == "algorithm" && !value.trim().is_empty());
        let name = named.map_or("HMAC_SHA1", |(_, value)| value.trim());
        if name.eq_ignore_ascii_case("HMAC_SHA1") {
            Ok(Algorithm::HmacSha1)
        } else if name.eq_ignore_ascii_case("HMAC_SHA256") {
            Ok(Algorithm::HmacSha256)
        } else {
            Err(SignatureError::Algorithm)
        }
    }
}

/// A key in the state of its hash.
#[derive(Clone)]
enum Keyed {
    Sha1(Hmac<Sha1>),
    Sha256(Hmac<Sha256>),
}

impl Keyed {
    fn new(key: &[u8], algorithm: Algorithm) -> Option<Self> {
        match algorithm {
            Algorithm::HmacSha1 => Hmac::new_from_slice(key).ok().map(Keyed::Sha1),
            Algorithm::HmacSha256 => Hmac::new_from_slice(key).ok().map(Keyed::Sha256),
        }
    }

    fn update(&mut self, octets: &[u8]) {
        match self {
            Keyed::Sha1(mac) => mac.update(octets),
            Keyed::Sha256(mac) => mac.update(octets),
        }
    }

    /// Compares in constant time.
    fn verifies(self, given: &[u8]) -> bool {
        match self {
            Keyed::Sha1(mac) => mac.verify_slice(given).is_ok(),
            Keyed::Sha256(mac) => mac.verify_slice(given).is_ok(),
        }
    }

    fn encoded(self) -> String {
        match self {
            Keyed::Sha1(mac) => Base64::encode_string(&mac.finalize().into_bytes()),
            Keyed::Sha256(mac) => Base64::encode_string(&mac.finalize().into_bytes()),
        }
    }

    /// Octets of a signature.
    const fn size(&self) -> usize {
        match self {
            Keyed::Sha1(_) => 20,
            Keyed::Sha256(_) => 32,
        }
    }
}

impl AuthToken {
    /// Creates a verifier from the token as the console shows it.
    ///
    /// # Errors
    ///
    /// [`SignatureError::NoToken`] if it is empty, as it is when a setting is missing: with an empty
    /// key anybody could sign.
    pub fn new(token: &str) -> Result<Self, SignatureError> {
        Self::keyed(token, Algorithm::HmacSha1).ok_or(SignatureError::NoToken)
    }

    /// A shared key, for webhooks that a webhook setting signs with one instead of the auth token; `algorithm` is
    /// what the header [`SETTINGS_HEADER`](super::SETTINGS_HEADER) names.
    ///
    /// # Errors
    ///
    /// [`SignatureError::NoSharedKey`] if it is empty.
    ///
    /// ```
    /// use septet::webhook::{Algorithm, AuthToken};
    ///
    /// let key = AuthToken::shared_key("secret", Algorithm::HmacSha256)?;
    /// let signature = key.sign_form("https://example.com/sms", &[("Body", "Hi")].into_iter().collect());
    /// assert_eq!(key.verify("https://example.com/sms", b"Body=Hi", Some(&signature)), Ok(()));
    /// # Ok::<(), septet::webhook::SignatureError>(())
    /// ```
    pub fn shared_key(secret: &str, algorithm: Algorithm) -> Result<Self, SignatureError> {
        Self::keyed(secret, algorithm).ok_or(SignatureError::NoSharedKey)
    }

    fn keyed(key: &str, algorithm: Algorithm) -> Option<Self> {
        let keyed = Keyed::new(key.as_bytes(), algorithm).filter(|_| !key.is_empty());
        keyed.map(|keyed| AuthToken { keyed })
    }

    /// Verifies that a request comes from the provider. `url`: as the provider requested it, with scheme and query. `body`: as
    /// received, empty for GET. `signature`: from the header [`SIGNATURE_HEADER`](crate::webhook::SIGNATURE_HEADER).
    ///
    /// A URL with a `bodySHA256` parameter has a body that is hashed (JSON), any other a form. The URL
    /// is tried with and without its port, and with its query escaped in the ways signers do.
    ///
    /// # Errors
    ///
    /// [`SignatureError`] says what is wrong, and never what would be right.
    ///
    /// ```
    /// use septet::webhook::{AuthToken, SignatureError};
    ///
    /// let token = AuthToken::new("12345")?;
    /// let (url, body) = ("https://example.com/sms", b"Body=Hi&From=%2B14155552671");
    /// let signature = token.sign_form(url, &septet::webhook::Form::parse(body).unwrap());
    /// assert_eq!(token.verify(url, body, Some(&signature)), Ok(()));
    /// assert_eq!(token.verify(url, b"Body=Bye", Some(&signature)), Err(SignatureError::Mismatch));
    /// # Ok::<(), SignatureError>(())
    /// ```
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

    /// As [`verify`](Self::verify), for a form that is already parsed.
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
        let given = self.given(signature)?;
        let parameters = sorted(form);
        let signed = |url: &String| self.mac(url, &parameters).verifies(&given);
        if url::candidates(url).iter().any(signed) {
            Ok(())
        } else {
            Err(SignatureError::Mismatch)
        }
    }

    /// As [`verify`](Self::verify), for a body of any type whose hash is in the URL.
    ///
    /// # Errors
    ///
    /// [`SignatureError`] says what is wrong, and never what would be right.
    ///
    /// ```
    /// use septet::webhook::AuthToken;
    ///
    /// let token = AuthToken::new("12345")?;
    /// let signed = token.sign_body("https://example.com/events", b"{}");
    /// assert_eq!(token.verify_body(signed.url(), b"{}", Some(signed.signature())), Ok(()));
    /// assert!(token.verify_body(signed.url(), b"[]", Some(signed.signature())).is_err());
    /// # Ok::<(), septet::webhook::SignatureError>(())
    /// ```
    pub fn verify_body(
        &self,
        url: &str,
        body: &[u8],
        signature: Option<&str>,
    ) -> Result<(), SignatureError> {
        let given = self.given(signature)?;
        let Some(expected) = body_hash(url) else {
            return Err(SignatureError::NoBodyHash);
        };
        let signed = |url: &String| self.mac(url, &[]).verifies(&given);
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
        self.mac(url, &sorted(form)).encoded()
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

    fn mac(&self, url: &str, parameters: &[Parameter<'_>]) -> Keyed {
        let mut mac = self.keyed.clone();
        mac.update(url.as_bytes());
        for Parameter(name, value) in parameters {
            mac.update(name.as_bytes());
            mac.update(value.as_bytes());
        }
        mac
    }

    /// The octets of a signature, as many as the algorithm has.
    fn given(&self, signature: Option<&str>) -> Result<Vec<u8>, SignatureError> {
        let signature = signature.map(str::trim);
        let signature = signature.filter(|signature| !signature.is_empty());
        let signature = signature.ok_or(SignatureError::Missing)?;
        let octets = Base64::decode_vec(signature).ok();
        let octets = octets.filter(|octets| octets.len() == self.keyed.size());
        octets.ok_or(SignatureError::Malformed)
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
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
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

/// True if a URL says that its body is hashed, which means that the body is not a form.
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
