//! Outbound messages and their updates, checked and written down.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::address::address;
use super::media::{described, reading};
use crate::json::to_json;
use crate::messages::arguments::{Errors, Given, Object, Value};
use crate::messages::terms::{TIME, texts, time};
use septet::catalogue::Status;
use septet::message::{
    Attachment, MessageUpdate, MessageValidator, OutboundMessage, Service, TemplateProblem,
    WhatsAppTemplate,
};
use septet::unstable::{ParameterSource, check_with, read_message};

/// Everything that is wrong with a message; its text and count are those that the counter saw last.
pub(super) fn check(given: &mut Given<'_>) -> String {
    let (message, options) = (given.next(), given.next());
    let (message, check) = (outbound(message), known(options.object(), given.errors));
    let report = check_with(&check, &message, &mut |text, is_smart_encoded, profile| {
        given.counter.cost(text, is_smart_encoded, profile)
    });
    to_json(&report)
}

/// The body of the call that creates a message.
pub(super) fn message_form(given: &mut Given<'_>) -> String {
    let message = given.next();
    outbound(message).to_form()
}

/// Everything that is wrong with an update.
pub(super) fn check_update(given: &mut Given<'_>) -> String {
    let (asked, options) = (given.next(), given.next());
    let status = options.object().text("status").map(Status::from);
    let violations = update(asked).validate(status.as_ref());
    to_json(&violations)
}

/// The body of the call that updates a message.
pub(super) fn update_form(given: &mut Given<'_>) -> String {
    let asked = given.next();
    update(asked).to_form()
}

#[derive(Serialize)]
struct TemplateShape<'a> {
    variables: Vec<&'a str>,
    problems: Vec<ProblemShape>,
}

#[derive(Serialize)]
struct ProblemShape {
    problem: &'static str,
    message: String,
}

/// The variables of a template, and what is wrong with it.
pub(super) fn check_template(given: &mut Given<'_>) -> String {
    let text = given.next();
    let template = WhatsAppTemplate::new(text.text());
    let problem = |problem: TemplateProblem| ProblemShape {
        message: problem.to_string(),
        problem: problem.name(),
    };
    to_json(&TemplateShape {
        variables: template.variables().collect(),
        problems: template.problems().into_iter().map(problem).collect(),
    })
}

/// The time of an option without which there is nothing to do.
pub(super) fn required_time(options: &mut Object<'_>, name: &'static str) -> u64 {
    time(&options.require(name, TIME))
}

fn known(mut options: Object<'_>, errors: &Errors) -> MessageValidator {
    let mut check = MessageValidator::at(required_time(&mut options, "now"))
        .with_conflict_policy(reading(&mut options));
    check = match options.raw("lastInbound") {
        None => check,
        Some(value) if value.is_null() => check.with_no_inbound(),
        Some(value) => check.with_last_inbound(time(&value)),
    };
    if let Some(value) = options.take("service") {
        check = check.with_service(service(value.object(), errors));
    }
    if let Some(template) = options.text("template") {
        check = check.with_template(template);
    }
    if options.is("trial") {
        check = check.on_trial();
    }
    check
}

fn service(mut object: Object<'_>, errors: &Errors) -> Service {
    let mut service = Service::new();
    if let Some(senders) = object.take("senders") {
        let senders = senders.list();
        service = service.with_senders(senders.iter().filter_map(|text| address(text, errors)));
    }
    service = match object.raw("linkDomain") {
        None => service,
        Some(value) if value.is_null() => service.without_link_domain(),
        Some(value) => service.with_link_domain(value.text()),
    };
    if object.is("smartEncoding") {
        service = service.with_smart_encoding();
    }
    service
}

fn outbound(value: Value<'_>) -> OutboundMessage {
    let mut object = value.object();
    read_message(&mut object)
}

impl ParameterSource for Object<'_> {
    fn text(&mut self, key: &'static str) -> Option<String> {
        self.owned(key)
    }

    fn switch(&mut self, key: &'static str) -> Option<bool> {
        self.flag(key)
    }

    fn number(&mut self, key: &'static str) -> Option<i64> {
        number(self, key)
    }

    fn texts(&mut self, key: &'static str) -> Vec<String> {
        texts(self, key)
    }

    fn attachments(&mut self, key: &'static str) -> Vec<Attachment> {
        attachments(self, key)
    }
}

/// A whole number, in or out of the range of its parameter.
fn number(object: &mut Object<'_>, name: &'static str) -> Option<i64> {
    const MOST: i64 = (1 << 53) - 1;
    object.take(name).map(|value| value.whole(-MOST, MOST))
}

fn attachments(object: &mut Object<'_>, key: &'static str) -> Vec<Attachment> {
    let attachment = |value: Value<'_>| {
        if value.is_text() {
            return Attachment::new(value.text());
        }
        let mut object = value.object();
        let attachment = Attachment::new(object.require("url", "a string").text());
        let named = attachment.item().media_type().cloned();
        attachment.with_item(described(&mut object, named))
    };
    let values = object.take(key).map_or_else(Vec::new, Value::one_or_many);
    values.into_iter().map(attachment).collect()
}

fn update(value: Value<'_>) -> MessageUpdate {
    if value.is_text() {
        return match value.choice("cancel,redact") {
            0 => MessageUpdate::cancel(),
            _ => MessageUpdate::redact(),
        };
    }
    let mut object = value.object();
    MessageUpdate::new(object.owned("status"), object.owned("body"))
}
