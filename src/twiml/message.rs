//! The `Message` verb: one message to send.

use alloc::string::String;
use alloc::vec::Vec;

use super::error::{TwimlError, TwimlField};
use super::limits::MAX_MEDIA;
use super::xml::Writer;
use crate::limits::MAX_CHARACTERS;
use crate::text::utf16_len;
use crate::webhook::has_underscore_in_host;

/// A message to send.
///
/// ```
/// use septet::twiml::{Message, Response};
///
/// let message = Message::new("Here is your ticket & map")
///     .with_media("https://example.com/ticket.png")
///     .with_status_callback("/status");
/// assert_eq!(
///     Response::new().with_message(message).to_xml()?,
///     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
///      <Response><Message statusCallback=\"/status\"><Body>Here is your ticket &amp; map</Body>\
///      <Media>https://example.com/ticket.png</Media></Message></Response>",
/// );
/// # Ok::<(), septet::twiml::TwimlError>(())
/// ```
///
/// # Example: to somebody else
///
/// ```
/// use septet::twiml::{Message, Method, Response};
///
/// let message = Message::new("A guest has arrived")
///     .with_to("+14155552671")
///     .with_from("+14155550199")
///     .with_action("/next")
///     .with_method(Method::Get);
/// let xml = Response::new().with_message(message).to_xml()?;
/// assert!(xml.contains("<Message to=\"+14155552671\" from=\"+14155550199\" action=\"/next\" method=\"GET\">"));
/// # Ok::<(), septet::twiml::TwimlError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    pub(crate) body: String,
    pub(crate) media: Vec<String>,
    pub(crate) to: Option<String>,
    pub(crate) from: Option<String>,
    pub(crate) action: Option<String>,
    pub(crate) method: Option<Method>,
    pub(crate) status_callback: Option<String>,
}

/// The HTTP method with which the provider requests a URL.
///
/// ```
/// use septet::twiml::{Method, Redirect, Response};
///
/// let reply = Response::new().with_redirect(Redirect::new("/next").with_method(Method::Get)).to_xml()?;
/// assert!(reply.contains("<Redirect method=\"GET\">/next</Redirect>"));
/// assert_eq!((Method::default().name(), Method::Get.name()), ("POST", "GET"));
/// # Ok::<(), septet::twiml::TwimlError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Method {
    /// With the parameters in the URL.
    Get,
    /// With the parameters in the body, as the provider does unless told otherwise.
    #[default]
    Post,
}

impl Method {
    /// `GET` or `POST`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
        }
    }
}

impl Message {
    /// With a text of at most 1,600 characters, in 16-bit units; empty for media alone.
    #[must_use]
    pub fn new(body: impl Into<String>) -> Self {
        Message {
            body: body.into(),
            ..Message::default()
        }
    }

    /// With one more piece of media, at most 10, by its URL.
    #[must_use]
    pub fn with_media(mut self, url: impl Into<String>) -> Self {
        self.media.push(url.into());
        self
    }

    /// To somebody else than the person who wrote.
    #[must_use]
    pub fn with_to(mut self, to: impl Into<String>) -> Self {
        self.to = Some(to.into());
        self
    }

    /// From another sender than the one written to.
    #[must_use]
    pub fn with_from(mut self, from: impl Into<String>) -> Self {
        self.from = Some(from.into());
        self
    }

    /// With a URL that is asked for what comes next; nothing after this message is reached.
    #[must_use]
    pub fn with_action(mut self, url: impl Into<String>) -> Self {
        self.action = Some(url.into());
        self
    }

    /// With how the action is called.
    #[must_use]
    pub fn with_method(mut self, method: Method) -> Self {
        self.method = Some(method);
        self
    }

    /// With a URL that is told what becomes of the message; its host has no underscore in its name.
    #[must_use]
    pub fn with_status_callback(mut self, url: impl Into<String>) -> Self {
        self.status_callback = Some(url.into());
        self
    }

    pub(super) fn has_action(&self) -> bool {
        self.action.is_some()
    }

    pub(super) fn write(&self, writer: &mut Writer, verb: usize) -> Result<(), TwimlError> {
        self.check(verb)?;
        let attributes = [
            ("to", self.to.as_deref(), TwimlField::To),
            ("from", self.from.as_deref(), TwimlField::From),
            ("action", self.action.as_deref(), TwimlField::Action),
            ("method", self.method.map(Method::name), TwimlField::Action),
            (
                "statusCallback",
                self.status_callback.as_deref(),
                TwimlField::StatusCallback,
            ),
        ];
        writer.open("Message");
        for (name, value, place) in attributes {
            if let Some(value) = value {
                writer.attribute(name, value, verb, place)?;
            }
        }
        writer.end_open();
        if !self.body.is_empty() {
            writer.element("Body", &self.body, verb, TwimlField::Body)?;
        }
        for (position, url) in self.media.iter().enumerate() {
            writer.element("Media", url, verb, TwimlField::Media(position))?;
        }
        writer.close("Message");
        Ok(())
    }

    fn check(&self, verb: usize) -> Result<(), TwimlError> {
        let units = utf16_len(&self.body);
        if units > MAX_CHARACTERS {
            return Err(TwimlError::BodyTooLong { verb, units });
        }
        let count = self.media.len();
        if count > MAX_MEDIA {
            return Err(TwimlError::TooManyMedia { verb, count });
        }
        if self.body.is_empty() && count == 0 {
            return Err(TwimlError::EmptyMessage { verb });
        }
        for (position, url) in self.media.iter().enumerate() {
            check_url(url, verb, TwimlField::Media(position))?;
        }
        if let Some(url) = &self.action {
            check_url(url, verb, TwimlField::Action)?;
        }
        let Some(url) = &self.status_callback else {
            return Ok(());
        };
        check_url(url, verb, TwimlField::StatusCallback)?;
        if has_underscore_in_host(url) {
            let place = TwimlField::StatusCallback;
            return Err(TwimlError::BadUrl { verb, place });
        }
        Ok(())
    }
}

/// A URL may be relative to that of the webhook, so this refuses only what never is one.
pub(super) fn check_url(url: &str, verb: usize, place: TwimlField) -> Result<(), TwimlError> {
    let bad = |character: char| character.is_whitespace() || character.is_control();
    if url.is_empty() || url.contains(bad) || !is_relative_or_http(url) {
        return Err(TwimlError::BadUrl { verb, place });
    }
    Ok(())
}

/// An absolute URL is fetched over HTTP and has a host; one without a scheme is relative to that of the webhook
/// (RFC 3986 §4.2) and stays as it is.
fn is_relative_or_http(url: &str) -> bool {
    let before = &url[..url.find(['/', '?', '#']).unwrap_or(url.len())];
    let (rest, scheme) = match before.find(':') {
        Some(colon) => (&url[colon + 1..], Some(&url[..colon])),
        None => (url, None),
    };
    let has_host = || {
        let authority = rest
            .strip_prefix("//")
            .and_then(|rest| rest.split(['/', '?', '#']).next());
        let host = authority.map(|authority| authority.rsplit('@').next().unwrap_or_default());
        host.is_some_and(|host| !host.is_empty() && !host.starts_with(':'))
    };
    match scheme {
        Some(scheme) => {
            let known = ["http", "https"];
            known.iter().any(|known| scheme.eq_ignore_ascii_case(known)) && has_host()
        }
        None => !url.starts_with("//") || has_host(),
    }
}
