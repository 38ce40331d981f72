//! The limits of a reply.

/// The maximum number of messages in a reply (error 14109).
///
/// ```
/// use septet::twiml::{MAX_MESSAGES, Message, Response, TwimlError};
///
/// let reply = (0..=MAX_MESSAGES).fold(Response::new(), |reply, _| reply.with_message(Message::new("Hi")));
/// assert_eq!(reply.to_xml(), Err(TwimlError::TooManyMessages { count: 11 }));
/// ```
pub const MAX_MESSAGES: usize = 10;

/// The maximum length of a reply in octets (error 11750). The provider says 64 kB; this is the stricter reading.
///
/// ```
/// use septet::twiml::{MAX_OCTETS, Message, Response};
///
/// let reply = (0..10).fold(Response::new(), |reply, _| reply.with_message(Message::new("&".repeat(1_600))));
/// assert!(10 * 1_600 < MAX_OCTETS);
/// assert!(reply.to_xml().is_err()); // `&amp;` takes five octets
/// ```
pub const MAX_OCTETS: usize = 64_000;

/// The maximum number of pieces of media in a message.
pub(super) const MAX_MEDIA: usize = 10;
