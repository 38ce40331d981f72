//! Errors of a request: in its signature, or in one of its parameters.

use alloc::string::String;
use core::fmt;

#[cfg(feature = "serde")]
use super::expected;
use super::names::{BODY_HASH, SETTINGS_HEADER, SIGNATURE_HEADER};
use crate::compact::Quoted;

/// A parameter of a webhook that is missing, malformed, repeated or not UTF-8.
///
/// Its sentence has the name of the parameter and never the value, which may be private.
///
/// ```
/// use septet::webhook::{Form, Problem};
///
/// let error = Form::parse(b"Body=%ff").unwrap_err();
/// assert_eq!((error.parameter(), error.problem()), ("Body", Problem::NotUtf8));
/// assert_eq!(error.to_string(), "parameter \"Body\" is not UTF-8");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterError {
    parameter: String,
    problem: Problem,
}

/// The fault of a parameter.
///
/// ```
/// use septet::webhook::{Form, InboundMessage, Problem};
///
/// let error = InboundMessage::from_form(&Form::parse(b"Body=Hi")?).unwrap_err();
/// assert_eq!((error.parameter(), error.problem()), ("From", Problem::Missing));
/// # Ok::<(), septet::webhook::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// It is always sent, and is not there.
    Missing,
    /// Its value is not what it should be.
    Malformed {
        /// A description of a valid value.
        expected: &'static str,
    },
    /// It is there more than once, with different values.
    Repeated,
    /// Its octets are not a text.
    NotUtf8,
}

impl ParameterError {
    pub(super) fn new(parameter: impl Into<String>, problem: Problem) -> Self {
        ParameterError {
            parameter: parameter.into(),
            problem,
        }
    }

    /// The name of the parameter; in a name that is not UTF-8 itself, U+FFFD stands for the octets.
    #[must_use]
    pub fn parameter(&self) -> &str {
        &self.parameter
    }

    /// The fault of the parameter.
    #[must_use]
    pub const fn problem(&self) -> Problem {
        self.problem
    }
}

impl Problem {
    /// The name in JSON: `missing`, `malformed`, `repeated` or `not-utf8`.
    ///
    /// ```
    /// assert_eq!(septet::webhook::Problem::Missing.name(), "missing");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Problem::Missing => "missing",
            Problem::Malformed { .. } => "malformed",
            Problem::Repeated => "repeated",
            Problem::NotUtf8 => "not-utf8",
        }
    }
}

/// The parameter, the name of the problem, and the sentence.
#[cfg(feature = "serde")]
impl serde::Serialize for ParameterError {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Shape<'a> {
            parameter: &'a str,
            problem: &'static str,
            message: String,
        }
        let message = alloc::string::ToString::to_string(self);
        let (parameter, problem) = (self.parameter(), self.problem().name());
        Shape {
            parameter,
            problem,
            message,
        }
        .serialize(serializer)
    }
}

/// The expectation is in the sentence; one that another version had is not kept.
#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for ParameterError {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        struct Shape {
            parameter: String,
            problem: String,
            message: String,
        }
        let Shape {
            parameter,
            problem,
            message,
        } = Shape::deserialize(deserializer)?;
        let problem = match problem.as_str() {
            "missing" => Problem::Missing,
            "malformed" => {
                let mut known = expected::ALL.into_iter();
                let expected = known.find(|expected| message.ends_with(expected));
                Problem::Malformed {
                    expected: expected.unwrap_or("what it should be"),
                }
            }
            "repeated" => Problem::Repeated,
            "not-utf8" => Problem::NotUtf8,
            _ => return Err(serde::de::Error::custom("there is no such problem")),
        };
        Ok(ParameterError::new(parameter, problem))
    }
}

impl fmt::Display for ParameterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "parameter {} ", Quoted(&self.parameter))?;
        match self.problem {
            Problem::Missing => f.write_str("is missing"),
            Problem::Malformed { expected } => write!(f, "is not {expected}"),
            Problem::Repeated => f.write_str("is there more than once, with different values"),
            Problem::NotUtf8 => f.write_str("is not UTF-8"),
        }
    }
}

impl core::error::Error for ParameterError {}

/// A request is not accepted as the provider's.
///
/// ```
/// use septet::webhook::{AuthToken, SignatureError};
///
/// assert_eq!(AuthToken::new("").unwrap_err(), SignatureError::NoToken);
/// let error = AuthToken::new("12345")?.verify("https://example.com/", b"", Some("none")).unwrap_err();
/// assert_eq!((error.http_status(), error.name(), error), (403, "malformed", SignatureError::Malformed));
/// # Ok::<(), SignatureError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[doc(alias = "signatureProblem")]
pub enum SignatureError {
    /// There is no auth token to check with.
    NoToken,
    /// The header is not there.
    Missing,
    /// The header is not the base64 of 20 octets, or of 32 with HMAC-SHA256.
    Malformed,
    /// The signature is of another URL, other parameters or another token.
    Mismatch,
    /// The URL has no `bodySHA256`, so nothing vouches for a body that is not a form.
    NoBodyHash,
    /// The URL is signed, and its `bodySHA256` is of another body.
    BodyMismatch,
    /// The body is not a form.
    Form(ParameterError),
    /// The request names an algorithm that is neither `HMAC_SHA1` nor `HMAC_SHA256`.
    Algorithm,
    /// The request is signed with a shared key, and none is there to check with.
    NoSharedKey,
    /// The body was taken apart before it could be checked: only its octets can be hashed.
    ParsedBody,
}

impl SignatureError {
    /// The name in results: `no-token`, `missing`, `malformed`, `mismatch`, `no-body-hash`, `body-mismatch` or `form`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            SignatureError::NoToken => "no-token",
            SignatureError::Missing => "missing",
            SignatureError::Malformed => "malformed",
            SignatureError::Mismatch => "mismatch",
            SignatureError::NoBodyHash => "no-body-hash",
            SignatureError::BodyMismatch => "body-mismatch",
            SignatureError::Form(_) => "form",
            SignatureError::Algorithm => "algorithm",
            SignatureError::NoSharedKey => "no-shared-key",
            SignatureError::ParsedBody => "parsed-body",
        }
    }

    /// The HTTP status to answer with, as the provider's own library does: 400, 403 or 500.
    #[must_use]
    pub const fn http_status(&self) -> u16 {
        match self {
            SignatureError::NoToken | SignatureError::NoSharedKey => 500,
            SignatureError::Missing | SignatureError::Form(_) => 400,
            _ => 403,
        }
    }
}

impl fmt::Display for SignatureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SignatureError::NoToken => f.write_str("the auth token is empty"),
            SignatureError::Missing => write!(f, "the request has no {SIGNATURE_HEADER} header"),
            SignatureError::Malformed => {
                write!(
                    f,
                    "{SIGNATURE_HEADER} is not the base64 of 20 octets, or of 32 with HMAC_SHA256"
                )
            }
            SignatureError::Mismatch => f.write_str(
                "the signature is not of this URL, these parameters and this token: \
                 check scheme, host and query as the provider called them",
            ),
            SignatureError::NoBodyHash => {
                write!(
                    f,
                    "the body is not a form, and the URL has no {BODY_HASH} to check it against"
                )
            }
            SignatureError::BodyMismatch => {
                write!(
                    f,
                    "the body is not the one whose {BODY_HASH} is signed: check it as it came, unparsed"
                )
            }
            SignatureError::Form(error) => write!(f, "the body is not a form: {error}"),
            SignatureError::Algorithm => write!(
                f,
                "{SETTINGS_HEADER} names an algorithm other than HMAC_SHA1 and HMAC_SHA256"
            ),
            SignatureError::NoSharedKey => write!(
                f,
                "the request has a {SETTINGS_HEADER} header, and no shared key is there to check it with"
            ),
            SignatureError::ParsedBody => write!(
                f,
                "the body was parsed before it was checked: pass it as it came, as a string or octets"
            ),
        }
    }
}

impl core::error::Error for SignatureError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            SignatureError::Form(error) => Some(error),
            _ => None,
        }
    }
}
