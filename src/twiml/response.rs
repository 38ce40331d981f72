//! The reply as a whole.

use alloc::string::String;
use alloc::vec::Vec;

use super::error::TwimlError;
use super::message::Message;
use super::redirect::Redirect;
use super::xml::Writer;

/// The type of a reply, for the `Content-Type` header.
///
/// ```
/// assert!(septet::twiml::CONTENT_TYPE.starts_with("text/xml"));
/// ```
pub const CONTENT_TYPE: &str = "text/xml; charset=utf-8";

/// Messages a reply has at most (error 14109).
///
/// ```
/// use septet::twiml::{MOST_MESSAGES, Message, Response, TwimlError};
///
/// let reply = (0..=MOST_MESSAGES).fold(Response::new(), |reply, _| reply.with_message(Message::new("Hi")));
/// assert_eq!(reply.to_xml(), Err(TwimlError::TooManyMessages { count: 11 }));
/// ```
pub const MOST_MESSAGES: usize = 10;

/// Octets a reply has at most (error 11750). The provider says 64 kB; this is the stricter reading.
///
/// ```
/// use septet::twiml::{LARGEST, Message, Response};
///
/// let reply = (0..10).fold(Response::new(), |reply, _| reply.with_message(Message::new("&".repeat(1_600))));
/// assert!(10 * 1_600 < LARGEST);
/// assert!(reply.to_xml().is_err()); // `&amp;` takes five octets
/// ```
pub const LARGEST: usize = 64_000;

/// A reply: messages, then perhaps a redirect. Empty, it sends nothing.
///
/// ```
/// use septet::twiml::{Message, Response};
///
/// assert_eq!(
///     Response::new().with_message(Message::new("<3 & more")).to_xml()?,
///     "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Message><Body>&lt;3 &amp; more</Body></Message></Response>",
/// );
/// assert_eq!(
///     Response::new().to_xml()?,
///     "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>",
/// );
/// # Ok::<(), septet::twiml::TwimlError>(())
/// ```
///
/// # Example: characters that XML cannot write
///
/// ```
/// use septet::twiml::{Forbidden, Message, Response};
///
/// let reply = Response::new().with_message(Message::new("ring the \u{7}bell"));
/// assert_eq!(
///     reply.to_xml().unwrap_err().to_string(),
///     "the body of message or redirect 0 has U+0007, which XML cannot write: remove it, or have it replaced",
/// );
/// let replaced = reply.with_forbidden(Forbidden::Replace(' ')).to_xml()?;
/// assert!(replaced.contains("ring the  bell"));
/// # Ok::<(), septet::twiml::TwimlError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    verbs: Vec<Verb>,
    forbidden: Forbidden,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Verb {
    Message(Message),
    Redirect(Redirect),
}

/// What to do with characters that XML 1.0 cannot write: U+0000 to U+001F except tab, line feed and
/// carriage return; U+FFFE and U+FFFF. So form feed, though GSM-7 has it, cannot be sent in a reply.
///
/// ```
/// use septet::twiml::{Forbidden, Message, Response};
///
/// let reply = Response::new().with_message(Message::new("one\u{c}two"));
/// assert!(reply.clone().with_forbidden(Forbidden::Refuse).to_xml().is_err());
/// assert!(reply.with_forbidden(Forbidden::Replace('/')).to_xml()?.contains("one/two"));
/// # Ok::<(), septet::twiml::TwimlError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Forbidden {
    /// Give an error.
    #[default]
    Refuse,
    /// Put this character in its place; a question mark, if it is forbidden itself. One that GSM-7 has
    /// keeps the text in GSM-7; U+FFFD does not.
    Replace(char),
}

impl Response {
    /// Of nothing: no reply.
    #[must_use]
    pub fn new() -> Self {
        Response::default()
    }

    /// With one more message, at most 10.
    #[must_use]
    pub fn with_message(mut self, message: Message) -> Self {
        self.verbs.push(Verb::Message(message));
        self
    }

    /// With a redirect, after which nothing is reached.
    ///
    /// ```
    /// use septet::twiml::{Redirect, Response};
    ///
    /// let reply = Response::new().with_redirect(Redirect::new("/menu"));
    /// assert!(reply.to_xml()?.ends_with("<Response><Redirect>/menu</Redirect></Response>"));
    /// # Ok::<(), septet::twiml::TwimlError>(())
    /// ```
    #[must_use]
    pub fn with_redirect(mut self, redirect: Redirect) -> Self {
        self.verbs.push(Verb::Redirect(redirect));
        self
    }

    /// With what to do with characters that XML cannot write.
    #[must_use]
    pub fn with_forbidden(mut self, forbidden: Forbidden) -> Self {
        self.forbidden = forbidden;
        self
    }

    /// The reply as XML, at most 64,000 octets of UTF-8.
    ///
    /// # Errors
    ///
    /// [`TwimlError`] says what the provider would refuse or ignore, and where it is.
    pub fn to_xml(&self) -> Result<String, TwimlError> {
        let is_message = |verb: &&Verb| matches!(verb, Verb::Message(_));
        let count = self.verbs.iter().filter(is_message).count();
        if count > MOST_MESSAGES {
            return Err(TwimlError::TooManyMessages { count });
        }
        let mut writer = Writer::new(self.forbidden);
        writer.open("Response");
        writer.end_open();
        let mut ended = false;
        for (position, verb) in self.verbs.iter().enumerate() {
            if ended {
                return Err(TwimlError::Unreachable { verb: position });
            }
            match verb {
                Verb::Message(message) => {
                    message.write(&mut writer, position)?;
                    ended = message.has_action();
                }
                Verb::Redirect(redirect) => {
                    redirect.write(&mut writer, position)?;
                    ended = true;
                }
            }
        }
        writer.close("Response");
        let xml = writer.into_xml();
        if xml.len() > LARGEST {
            return Err(TwimlError::TooLarge { octets: xml.len() });
        }
        Ok(xml)
    }
}
