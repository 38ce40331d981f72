//! A click on a shortened link
//! (<https://www.twilio.com/docs/messaging/features/link-shortening>;
//! <https://www.twilio.com/docs/events/event-types/link-shortening/link>, 2026-06-17).

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use hifijson::token::Lex as _;
use hifijson::value::{self, Value};

use super::error::{ParameterError, Problem};
use super::expected;
use super::form::{Fields, Form};
use crate::address::Sid;

/// A click on a shortened link, as the callback of a link-shortening domain or an event stream reports it.
///
/// ```
/// use septet::webhook::LinkClick;
///
/// let body = br#"{"event_type": "click", "sms_sid": "SM0123456789abcdef0123456789abcdef",
///     "to": "+15005550006", "link": "https://example.com/a", "click_time": "2026-03-07T19:02:31.000Z"}"#;
/// let clicks = LinkClick::from_json(body)?;
/// assert_eq!((clicks[0].link.as_str(), clicks[0].to.as_deref()), ("https://example.com/a", Some("+15005550006")));
/// # Ok::<(), septet::webhook::ParameterError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
#[non_exhaustive]
#[doc(alias = "parseLinkClicks")]
pub struct LinkClick {
    /// The link that was shortened.
    pub link: String,
    /// The short link, in events.
    pub shortened_link: Option<String>,
    /// The message that had the link, `SM…` or `MM…`.
    pub message_sid: Option<Sid>,
    /// The account, `AC…`.
    pub account_sid: Option<Sid>,
    /// The messaging service that sent the message, `MG…`.
    pub messaging_service_sid: Option<Sid>,
    /// The sender of the message.
    pub from: Option<String>,
    /// The recipient of the message.
    pub to: Option<String>,
    /// The time of the click, as ISO 8601.
    pub click_time: Option<String>,
    /// The time at which the link was shortened, as ISO 8601, in events.
    pub link_create_time: Option<String>,
    /// The browser; programs that look at links in messages name themselves here too.
    pub user_agent: Option<String>,
    /// `click`, usually.
    pub event_type: Option<String>,
    /// Properties that could not be read; their values are in `other`.
    pub problems: Vec<ParameterError>,
    /// Properties not named above.
    pub other: Vec<(String, String)>,
}

impl LinkClick {
    /// Reads the JSON body of a callback whose signature is verified: one click, or the events of an event stream.
    ///
    /// # Errors
    ///
    /// [`ParameterError`] for a body that is not JSON, and for a click without `link`.
    pub fn from_json(body: &[u8]) -> Result<Vec<Self>, ParameterError> {
        let mut lexer = hifijson::SliceLexer::new(body);
        let read = lexer.exactly_one(hifijson::SliceLexer::ws_peek, |next, lexer| {
            value::parse_bounded(DEEPEST, next, lexer)
        });
        let expected = expected::EVENTS;
        let malformed = || ParameterError::new("body", Problem::Malformed { expected });
        let events = match read.map_err(|_| malformed())? {
            Value::Array(events) => events,
            event => Vec::from([event]),
        };
        let clicks = events.into_iter().map(|event| match event {
            Value::Object(members) => Self::from_form(&properties(members)),
            _ => Err(malformed()),
        });
        clicks.collect()
    }

    /// Reads the same names from a form.
    ///
    /// # Errors
    ///
    /// [`ParameterError`] for a click without `link`.
    ///
    /// ```
    /// use septet::webhook::{Form, LinkClick};
    ///
    /// let error = LinkClick::from_form(&Form::parse(b"event_type=click")?).unwrap_err();
    /// assert_eq!(error.to_string(), "parameter \"link\" is missing");
    /// # Ok::<(), septet::webhook::ParameterError>(())
    /// ```
    pub fn from_form(form: &Form) -> Result<Self, ParameterError> {
        let mut fields = Fields::new(form);
        let copy = fields.message_sid("sms_sid");
        let sid = fields.message_sid("message_sid");
        let click = LinkClick {
            link: fields.require("link"),
            shortened_link: fields.text("shortened_link"),
            message_sid: sid.or(copy),
            account_sid: fields.account_sid("account_sid"),
            messaging_service_sid: fields.service_sid("messaging_service_sid"),
            from: fields.text("from"),
            to: fields.text("to"),
            click_time: fields.text("click_time"),
            link_create_time: fields.text("link_create_time"),
            user_agent: fields.text("user_agent"),
            event_type: fields.text("event_type"),
            problems: fields.problems(),
            other: fields.rest(),
        };
        fields.finish(click)
    }
}

/// Depth of nesting that an event may have.
const DEEPEST: usize = 16;

/// The texts, numbers and flags of an object, and those of its `data`, where events have theirs.
fn properties<N: AsRef<str>, T>(members: Vec<(T, Value<N, T>)>) -> Form
where
    T: Into<String> + AsRef<str>,
{
    let mut pairs: Vec<(String, String)> = Vec::new();
    for (name, value) in members {
        match value {
            Value::Object(inner) if name.as_ref() == "data" => {
                pairs.extend(
                    properties(inner)
                        .pairs()
                        .map(|(name, value)| (name.into(), value.into())),
                );
            }
            Value::String(text) => pairs.push((name.into(), text.into())),
            Value::Number((number, _)) => pairs.push((name.into(), number.as_ref().into())),
            Value::Bool(flag) => pairs.push((name.into(), flag.to_string())),
            Value::Null | Value::Array(_) | Value::Object(_) => {}
        }
    }
    pairs.into_iter().collect()
}
