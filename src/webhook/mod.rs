//! Incoming webhooks: signed requests of the provider, as typed messages and status callbacks.
//!
//! The steps of a webhook, in their order:
//!
//! 1. Take the URL as the provider called it, the body as it came, and the header
//!    [`SIGNATURE_HEADER`]; [`AuthToken::verify`] says whether the provider sent them, [`SigningKeys`] with several
//!    tokens and shared keys. If not, answer with
//!    [`SignatureError::http_status`] and do nothing else.
//! 2. [`Form::parse`] takes the body apart.
//! 3. [`InboundMessage::from_form`] reads a message from a person: see to
//!    [keywords](crate::catalogue::Keywords) first, then answer.
//!    [`StatusCallback::from_form`] reads what became of a message of yours: fold it into the
//!    [`Delivery`](crate::catalogue::Delivery) of its `MessageSid`, and on failure do what the
//!    [advice](crate::catalogue::ErrorCode::advice) for its code says.
//!
//!    [`LinkClick::from_json`] reads a click on a shortened link.
//!
//! Only what is needed to act is required: `From` and `To` of a message, `MessageSid` and `MessageStatus` of a
//! callback. Everything else is `None` when it is missing, and among the `problems` when it cannot be read.
//!
//! Webhooks come late, twice and out of order, so everything here gives the same result however
//! often it is done. Nothing here fetches media: [`Media`] has the URL to get and to delete.
//!
//! Where guides are wrong: `ErrorMessage` is not among the parameters of a status callback,
//! `ErrorCode` is; media URLs need credentials only if HTTP basic authentication for media is switched
//! on; a text longer than 1,600 characters is cut and flagged with error 21617.

mod error;
mod expected;
mod form;
mod inbound;
mod link_click;
mod names;
mod rate_limiter;
mod read;
mod signature;
mod signing_keys;
mod status_callback;
mod url;

pub use error::{ParameterError, Problem, SignatureError};
pub use form::Form;
pub use inbound::{
    Button, InboundMessage, LISTED_MEDIA, ListReply, Location, Media, Place, Referral, RepliedTo,
    SegmentCheck,
};
pub use link_click::LinkClick;
pub use names::{SETTINGS_HEADER, SIGNATURE_HEADER};
pub use rate_limiter::RateLimiter;
// For `crate::unstable`.
pub(crate) use signature::is_hashed;
pub use signature::{Algorithm, AuthToken, SignedUrl};
pub use signing_keys::SigningKeys;
pub use status_callback::{CarrierTime, StatusCallback};
pub(crate) use url::has_underscore_in_host;
