//! Replies to a message: TwiML for messaging (<https://www.twilio.com/docs/messaging/twiml>).
//!
//! The answer of a webhook is XML of the type [`CONTENT_TYPE`]: messages to send, or another URL to
//! ask. What the provider would refuse or ignore is an error here, before it is sent:
//!
//! - at most 10 messages (error 14109) and 10 pieces of media each, 64 kB in all (11750);
//! - a message has a text of at most 1,600 characters, or media (14103);
//! - whatever stands after a redirect, or after a message with an `action`, is never reached;
//! - characters that XML 1.0 cannot write, such as most control characters, are refused or
//!   replaced, as you choose ([`Forbidden`]). Text is always escaped: what a person writes cannot
//!   become markup.
//!
//! `text/plain` is sent as a reply as it stands, so an error page of a web framework reaches a phone.

mod error;
mod limits;
mod message;
mod redirect;
mod response;
mod state;
mod xml;

pub use error::{TwimlError, TwimlField};
pub use limits::{MAX_MESSAGES, MAX_OCTETS};
pub use message::{Message, Method};
pub use redirect::Redirect;
pub use response::{CONTENT_TYPE, Response};
pub use state::State;
pub use xml::Forbidden;
