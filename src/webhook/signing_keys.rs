//! Several keys at once: old and new auth tokens while they are rotated, and shared keys.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::error::SignatureError;
use super::form::Form;
use super::signature::{Algorithm, AuthToken};

/// The auth tokens and shared keys that may have signed a request.
///
/// A request with the header [`SETTINGS_HEADER`](super::SETTINGS_HEADER) is signed with a shared key, any other with an
/// auth token; of each kind any number may be in use, so that keys can be rotated without a gap.
///
/// ```
/// use septet::webhook::{AuthToken, SigningKeys};
///
/// let keys = SigningKeys::new().with_auth_token("new")?.with_auth_token("old")?.with_shared_key("secret")?;
/// let (url, body) = ("https://example.com/sms", b"Body=Hi");
/// let signature = AuthToken::new("old")?.sign_form(url, &[("Body", "Hi")].into_iter().collect());
/// assert_eq!(keys.verify(url, body, Some(&signature), None), Ok(()));
/// // Without the right header a shared key signs nothing.
/// let settings = Some("key=webhooks_sharedkey_01,algorithm=HMAC_SHA256");
/// assert!(keys.verify(url, body, Some(&signature), settings).is_err());
/// # Ok::<(), septet::webhook::SignatureError>(())
/// ```
#[derive(Clone, Default)]
pub struct SigningKeys {
    auth_tokens: Vec<AuthToken>,
    shared_keys: Vec<String>,
}

impl SigningKeys {
    /// No key yet.
    #[must_use]
    pub const fn new() -> Self {
        SigningKeys {
            auth_tokens: Vec::new(),
            shared_keys: Vec::new(),
        }
    }

    /// Adds an auth token.
    ///
    /// # Errors
    ///
    /// [`SignatureError::NoToken`] if it is empty: with an empty key anybody could sign.
    pub fn with_auth_token(mut self, token: &str) -> Result<Self, SignatureError> {
        self.auth_tokens.push(AuthToken::new(token)?);
        Ok(self)
    }

    /// Adds the secret of a shared key.
    ///
    /// # Errors
    ///
    /// [`SignatureError::NoSharedKey`] if it is empty.
    pub fn with_shared_key(mut self, secret: &str) -> Result<Self, SignatureError> {
        AuthToken::shared_key(secret, Algorithm::HmacSha1)?;
        self.shared_keys.push(secret.into());
        Ok(self)
    }

    /// Checks a request as [`AuthToken::verify`] does, with each key in turn. `settings` is the value of the header
    /// [`SETTINGS_HEADER`](super::SETTINGS_HEADER), if the request has one.
    ///
    /// # Errors
    ///
    /// [`SignatureError`] says what is wrong, and never what would be right.
    pub fn verify(
        &self,
        url: &str,
        body: &[u8],
        signature: Option<&str>,
        settings: Option<&str>,
    ) -> Result<(), SignatureError> {
        self.any(settings, |key| key.verify(url, body, signature))
    }

    /// Checks the request of a form that is already taken apart.
    ///
    /// ```
    /// use septet::webhook::{AuthToken, Form, SigningKeys};
    ///
    /// let (url, form) = ("https://example.com/sms", Form::parse(b"Body=Hi").unwrap());
    /// let signature = AuthToken::new("a token")?.sign_form(url, &form);
    /// let keys = SigningKeys::new().with_auth_token("a token")?;
    /// assert_eq!(keys.verify_form(url, &form, Some(&signature), None), Ok(()));
    /// # Ok::<(), septet::webhook::SignatureError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`SignatureError`] says what is wrong, and never what would be right.
    pub fn verify_form(
        &self,
        url: &str,
        form: &Form,
        signature: Option<&str>,
        settings: Option<&str>,
    ) -> Result<(), SignatureError> {
        self.any(settings, |key| key.verify_form(url, form, signature))
    }

    /// The first key that accepts; else the error that says most, which is not the one of a wrong key.
    fn any(
        &self,
        settings: Option<&str>,
        verify: impl Fn(&AuthToken) -> Result<(), SignatureError>,
    ) -> Result<(), SignatureError> {
        let settings = settings
            .map(str::trim)
            .filter(|settings| !settings.is_empty());
        let shared: Vec<AuthToken>;
        let (keys, none) = match settings {
            Some(settings) => {
                let algorithm = Algorithm::from_settings(settings)?;
                let secrets = self.shared_keys.iter();
                let keys = secrets.map(|secret| AuthToken::shared_key(secret, algorithm));
                shared = keys.collect::<Result<_, _>>()?;
                (&shared, SignatureError::NoSharedKey)
            }
            None => (&self.auth_tokens, SignatureError::NoToken),
        };
        let mut problem = none;
        for (index, key) in keys.iter().enumerate() {
            match verify(key) {
                Ok(()) => return Ok(()),
                Err(SignatureError::Mismatch) if index > 0 => {}
                Err(error) => problem = error,
            }
        }
        Err(problem)
    }
}

impl fmt::Debug for SigningKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (auth_tokens, shared_keys) = (self.auth_tokens.len(), self.shared_keys.len());
        write!(
            f,
            "SigningKeys({auth_tokens} auth tokens, {shared_keys} shared keys)"
        )
    }
}
