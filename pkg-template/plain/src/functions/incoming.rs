//! Incoming requests: webhooks and their signatures, keywords, and replies.

use septet::catalogue::{Intent, Keywords, Provider};
use septet::message::Channel;
use septet::twiml::{Forbidden, Message, Method, Redirect, Response, TwimlError};
use septet::webhook::{
    Form, InboundMessage, LinkClick, ParameterError, SegmentCheck, StatusCallback,
};
use serde::Serialize;
use serde_json::Value;

use super::sending::{country, sender_kind};
use crate::answer::Answer;
use crate::arguments::{Argument, Arguments, Object};
use crate::failure::Failure;
use crate::memory::reserve;

/// Octets of memory for each octet of a body or reply.
const MEMORY: usize = 256;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct InboundShape<'a> {
    #[serde(flatten)]
    message: &'a InboundMessage,
    opt_out: Option<Intent>,
    segment_check: SegmentCheck,
}

pub(super) fn parse_inbound(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let message = InboundMessage::from_form(&form(&arguments.at(0))?)?;
    answer.write(&InboundShape {
        message: &message,
        opt_out: message.opt_out(),
        segment_check: message.check_segments(),
    })
}

pub(super) fn parse_status_callback(
    arguments: &Arguments<'_>,
    answer: &mut Answer,
) -> Result<(), Failure> {
    answer.write(&StatusCallback::from_form(&form(&arguments.at(0))?)?)
}

/// The octets of a body that is a text or an array of octets.
pub(super) fn body(value: &Argument<'_>) -> Result<Option<Vec<u8>>, Failure> {
    match value.value() {
        Some(Value::String(text)) => {
            reserve(text.len().saturating_mul(MEMORY))?;
            Ok(Some(text.clone().into_bytes()))
        }
        Some(Value::Array(list)) if list.first().is_some_and(Value::is_number) => {
            value.octets().map(Some)
        }
        _ => Ok(None),
    }
}

/// The parameters of a body: as it came, or taken apart into names and one value or several of each.
pub(super) fn form(value: &Argument<'_>) -> Result<Form, Failure> {
    if let Some(octets) = body(value)? {
        return Ok(Form::parse_lossy(&octets));
    }
    let given = value.value().map_or(0, |value| value.to_string().len());
    reserve(given.saturating_mul(MEMORY))?;
    let mut pairs = Vec::new();
    match value.value() {
        Some(Value::Object(_)) => {
            let object = value.object()?;
            for (name, values) in object.members() {
                for value in values.one_or_many() {
                    pairs.push((name.to_owned(), value.text()?.to_owned()));
                }
            }
        }
        Some(Value::Array(_)) => {
            for pair in value.list("pairs")? {
                let items: Vec<_> = pair.list("a name and a value")?.collect();
                let [name, value] = items.as_slice() else {
                    return Err(pair.wrong("a name and a value"));
                };
                pairs.push((name.text()?.to_owned(), value.text()?.to_owned()));
            }
        }
        _ => return Err(value.wrong("an object, or pairs of names and values")),
    }
    Ok(pairs.into_iter().collect())
}

/// Reads clicks on shortened links: the JSON of a callback or of an event stream.
pub(super) fn parse_link_clicks(
    arguments: &Arguments<'_>,
    answer: &mut Answer,
) -> Result<(), Failure> {
    let argument = arguments.at(0);
    let octets = body(&argument)?.ok_or_else(|| argument.wrong("a string or octets"))?;
    reserve(octets.len().saturating_mul(MEMORY))?;
    answer.write(&LinkClick::from_json(&octets)?)
}

pub(super) fn recognize_keyword(
    arguments: &Arguments<'_>,
    answer: &mut Answer,
) -> Result<(), Failure> {
    let message = arguments.at(0).text()?;
    let argument = arguments.at(1);
    let options = argument.object()?;
    options.only_properties(&["provider", "sender", "channel", "country", "own"])?;
    let providers = Provider::ALL.map(|provider| (provider.name(), provider));
    let provider = options
        .known("provider")
        .map_or(Ok(Provider::Twilio), |value| value.name(&providers))?;
    let mut keywords = Keywords::new(provider);
    if let Some(sender) = options.known("sender") {
        keywords = keywords.with_sender(sender_kind(&sender)?);
    }
    if let Some(value) = options.known("channel") {
        keywords = keywords.with_channel(value.name(&[
            ("sms", Channel::Sms),
            ("whatsapp", Channel::WhatsApp),
            ("messenger", Channel::Messenger),
            ("rcs", Channel::Rcs),
        ])?);
    }
    if let Some(value) = options.known("country") {
        keywords = keywords.with_country(country(&value)?);
    }
    if let Some(value) = options.known("own") {
        keywords = with_own(keywords, &value.object()?)?;
    }
    reserve(message.len().saturating_mul(MEMORY))?;
    answer.write(&keywords.recognize(message))
}

fn with_own(mut keywords: Keywords, own: &Object<'_>) -> Result<Keywords, Failure> {
    let intents = [
        ("opt-out", Intent::OptOut),
        ("opt-in", Intent::OptIn),
        ("help", Intent::Help),
    ];
    own.only_properties(&intents.map(|intent| intent.0))?;
    for (name, intent) in intents {
        if let Some(list) = own.known(name) {
            for keyword in list.list("an array")? {
                keywords = keywords.with_keyword(keyword.text()?, intent);
            }
        }
    }
    Ok(keywords)
}

pub(super) fn twiml(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let (verbs, argument) = (arguments.at(0), arguments.at(1));
    let options = argument.object()?;
    options.only_properties(&["replaceForbidden"])?;
    let mut response = Response::new();
    if let Some(value) = options.known("replaceForbidden") {
        let mut characters = value.text()?.chars();
        let (Some(character), None) = (characters.next(), characters.next()) else {
            return Err(value.wrong("one character"));
        };
        response = response.with_forbidden(Forbidden::Replace(character));
    }
    let mut octets: usize = 0;
    for verb in verbs.one_or_many() {
        octets = octets.saturating_add(verb.value().map_or(0, |value| value.to_string().len()));
        reserve(octets.saturating_mul(MEMORY))?;
        response = match verb.as_text() {
            Some(body) => response.with_message(Message::new(body)),
            None => with_verb(response, &verb.object()?)?,
        };
    }
    answer.write(&response.to_xml()?)
}

fn with_verb(response: Response, verb: &Object<'_>) -> Result<Response, Failure> {
    let methods = [("GET", Method::Get), ("POST", Method::Post)];
    let method = verb
        .known("method")
        .map(|value| value.name(&methods))
        .transpose()?;
    if let Some(url) = verb.text("redirect")? {
        verb.only_properties(&["redirect", "method"])?;
        let redirect = Redirect::new(url);
        return Ok(response.with_redirect(match method {
            Some(method) => redirect.with_method(method),
            None => redirect,
        }));
    }
    verb.only_properties(&[
        "redirect",
        "body",
        "media",
        "to",
        "from",
        "action",
        "method",
        "statusCallback",
    ])?;
    let mut message = Message::new(verb.text("body")?.unwrap_or_default());
    for url in verb.get("media").one_or_many() {
        message = message.with_media(url.text()?);
    }
    if let Some(to) = verb.text("to")? {
        message = message.with_to(to);
    }
    if let Some(from) = verb.text("from")? {
        message = message.with_from(from);
    }
    if let Some(action) = verb.text("action")? {
        message = message.with_action(action);
    }
    if let Some(method) = method {
        message = message.with_method(method);
    }
    if let Some(url) = verb.text("statusCallback")? {
        message = message.with_status_callback(url);
    }
    Ok(response.with_message(message))
}

impl From<ParameterError> for Failure {
    fn from(error: ParameterError) -> Self {
        Failure::new("malformed-parameter", error.to_string()).with_field(&error.parameter())
    }
}

impl From<TwimlError> for Failure {
    fn from(error: TwimlError) -> Self {
        Failure::new("twiml", error.to_string())
    }
}
