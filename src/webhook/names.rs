//! Names in a signed request.

/// The header that carries the signature; names of headers are case-insensitive.
///
/// ```
/// assert!(septet::webhook::SIGNATURE_HEADER.eq_ignore_ascii_case("x-twilio-signature"));
/// ```
pub const SIGNATURE_HEADER: &str = "X-Twilio-Signature";

/// The header of a request that is signed with a shared key: `key=…,algorithm=HMAC_SHA256`.
///
/// ```
/// assert!(septet::webhook::SETTINGS_HEADER.eq_ignore_ascii_case("x-twilio-webhooks-signature-settings"));
/// ```
pub const SETTINGS_HEADER: &str = "X-Twilio-Webhooks-Signature-Settings";

/// The parameter of the URL that carries the hash of a body which is not a form.
pub(super) const BODY_HASH: &str = "bodySHA256";
