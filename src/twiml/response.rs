//! The reply as a whole.

use alloc::string::String;
use alloc::vec::Vec;

use super::error::TwimlError;
use super::limits::{MAX_MESSAGES, MAX_OCTETS};
use super::message::Message;
use super::redirect::Redirect;
use super::xml::{Forbidden, Writer};

/// The type of a reply, for the `Content-Type` header.
///
/// ```
/// assert!(septet::twiml::CONTENT_TYPE.starts_with("text/xml"));
/// ```
pub const CONTENT_TYPE: &str = "text/xml; charset=utf-8";

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
#[doc(alias = "twiml")]
#[doc(alias = "MessagingResponse")]
pub struct Response {
    verbs: Vec<Verb>,
    forbidden: Forbidden,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Verb {
    Message(Message),
    Redirect(Redirect),
}

impl Response {
    /// Creates an empty reply, for which the provider sends nothing.
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
        if count > MAX_MESSAGES {
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
        if xml.len() > MAX_OCTETS {
            return Err(TwimlError::TooLarge { octets: xml.len() });
        }
        Ok(xml)
    }
}
