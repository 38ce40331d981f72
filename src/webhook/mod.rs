//! What came in: signed requests of the provider, as typed messages and status callbacks.
//!
//! The steps of a webhook, in their order:
//!
//! 1. Take the URL as the provider called it, the body as it came, and the header
//!    [`SIGNATURE_HEADER`]; [`AuthToken::verify`] says whether the provider sent them. If not, answer with
//!    [`SignatureError::http_status`] and do nothing else.
//! 2. [`Form::parse`] takes the body apart.
//! 3. [`InboundMessage::from_form`] reads a message from a person: see to
//!    [keywords](crate::catalogue::Keywords) first, then answer.
//!    [`StatusCallback::from_form`] reads what became of a message of yours: fold it into the
//!    [`Delivery`](crate::catalogue::Delivery) of its `MessageSid`, and on failure do what the
//!    [advice](crate::catalogue::ErrorCode::advice) for its code says.
//!
//! Webhooks come late, twice and out of order, so everything here gives the same result however
//! often it is done. Nothing here fetches media: [`Media`] has the URL to get and to delete.
//!
//! Where guides are wrong: `ErrorMessage` is not among the parameters of a status callback,
//! `ErrorCode` is; media URLs need credentials only if HTTP basic authentication for media is switched
//! on; a text longer than 1,600 characters is cut and flagged with error 21617.

mod error;
mod form;
mod inbound;
mod names;
mod read;
mod signature;
mod status_callback;
mod url;

pub use error::{ParameterError, Problem, SignatureError};
pub use form::Form;
pub use inbound::{
    Button, InboundMessage, LISTED_MEDIA, Location, Media, Place, Referral, RepliedTo, SegmentCheck,
};
pub use names::SIGNATURE_HEADER;
// For `crate::unstable`.
pub(crate) use signature::is_hashed;
pub use signature::{AuthToken, SignedUrl};
pub use status_callback::{CarrierTime, StatusCallback};
pub(crate) use url::has_underscore_in_host;
