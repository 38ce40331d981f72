//! Outbound messages and their updates, checked and written down.

use septet::catalogue::Status;
use septet::message::{
    Attachment, MessageUpdate, MessageValidator, OutboundMessage, Service, ServiceRequest,
    TemplateProblem, WhatsAppTemplate,
};
use septet::unstable::{Decimal, ParameterSource, check_with, read_message, read_service};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::address::address;
use super::media::{MAX_SAFE, described, reading};
use crate::messages::args::{Arg, ArgReader, Properties};
use crate::messages::counter::Counter;
use crate::messages::terms::{TIME, time};
use crate::result::Answer;

/// Everything that is wrong with a message; its text and count are those that the counter saw last.
#[wasm_bindgen]
pub fn check(message: JsValue, options: JsValue, counter: &Counter) -> Answer {
    let args = ArgReader::default();
    let message = outbound(args.arg("message", message));
    let check = known(&args, args.arg("options", options).object());
    let report = check_with(&check, &message, &mut |text, is_smart_encoded, profile| {
        counter.cost(&args, text, is_smart_encoded, profile)
    });
    args.answer(&report)
}

/// The body of the call that creates a message.
#[wasm_bindgen(js_name = messageForm)]
pub fn message_form(message: JsValue) -> Answer {
    let args = ArgReader::default();
    let form = outbound(args.arg("message", message)).to_form();
    args.answer(&form)
}

/// Everything that is wrong with an update.
#[wasm_bindgen(js_name = checkUpdate)]
pub fn check_update(update: JsValue, options: JsValue) -> Answer {
    let args = ArgReader::default();
    let status = args.arg("options", options).object().text("status");
    let update = updated(args.arg("update", update));
    let violations = update.validate(status.as_deref().map(Status::from).as_ref());
    args.answer(&violations)
}

/// The body of the call that updates a message.
#[wasm_bindgen(js_name = updateForm)]
pub fn update_form(update: JsValue) -> Answer {
    let args = ArgReader::default();
    let form = updated(args.arg("update", update)).to_form();
    args.answer(&form)
}

/// Everything that is wrong with the configuration of a messaging service.
#[wasm_bindgen(js_name = checkService)]
pub fn check_service(config: JsValue, options: JsValue) -> Answer {
    let args = ArgReader::default();
    let mut config = args.arg("config", config).object();
    let service = read_service(&mut config);
    drop(config);
    let request = if args.arg("options", options).object().is("update") {
        ServiceRequest::Update
    } else if service.adds_sender() {
        ServiceRequest::AddSender
    } else {
        ServiceRequest::Create
    };
    args.answer(&service.validate(request))
}

/// The body of the call that creates or updates a messaging service, or adds a sender to it.
#[wasm_bindgen(js_name = serviceForm)]
pub fn service_form(config: JsValue) -> Answer {
    let args = ArgReader::default();
    let mut config = args.arg("config", config).object();
    let form = read_service(&mut config).to_form();
    drop(config);
    args.answer(&form)
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
#[wasm_bindgen(js_name = checkTemplate)]
pub fn check_template(text: JsValue) -> Answer {
    let args = ArgReader::default();
    let text = args.arg("text", text).text();
    let template = WhatsAppTemplate::new(&text);
    let problem = |problem: TemplateProblem| ProblemShape {
        message: problem.to_string(),
        problem: problem.name(),
    };
    args.answer(&TemplateShape {
        variables: template.variables().collect(),
        problems: template.problems().into_iter().map(problem).collect(),
    })
}

/// The time of an option without which there is nothing to do.
pub(super) fn required_time(options: &mut Properties<'_>, name: &'static str) -> u64 {
    time(&options.require(name, TIME))
}

fn known(args: &ArgReader, mut options: Properties<'_>) -> MessageValidator {
    let mut check = MessageValidator::at(required_time(&mut options, "now"))
        .with_conflict_policy(reading(&mut options));
    check = match options.raw("lastInbound") {
        None => check,
        Some(value) if value.is_null() => check.with_no_inbound(),
        Some(value) => check.with_last_inbound(time(&value)),
    };
    if let Some(value) = options.take("service") {
        check = check.with_service(service(args, value.object()));
    }
    if let Some(template) = options.text("template") {
        check = check.with_template(template);
    }
    if options.is("trial") {
        check = check.on_trial();
    }
    check
}

fn service(args: &ArgReader, mut object: Properties<'_>) -> Service {
    let mut service = Service::new();
    if let Some(senders) = object.take("senders") {
        let senders = senders.list();
        service = service.with_senders(senders.iter().filter_map(|text| address(args, text)));
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

fn outbound(value: Arg<'_>) -> OutboundMessage {
    let mut object = value.object();
    read_message(&mut object)
}

impl ParameterSource for Properties<'_> {
    fn text(&mut self, key: &'static str) -> Option<String> {
        Properties::text(self, key)
    }

    fn decimal(&mut self, key: &'static str) -> Option<Decimal> {
        self.take(key).map(|value| value.number_or_text().into())
    }

    fn switch(&mut self, key: &'static str) -> Option<bool> {
        self.flag(key)
    }

    fn number(&mut self, key: &'static str) -> Option<i64> {
        self.take(key).map(|value| value.whole(-MAX_SAFE, MAX_SAFE))
    }

    fn texts(&mut self, key: &'static str) -> Vec<String> {
        Properties::texts(self, key)
    }

    fn attachments(&mut self, key: &'static str) -> Vec<Attachment> {
        let values = self.take(key).map_or_else(Vec::new, Arg::one_or_many);
        values.into_iter().map(attachment).collect()
    }
}

fn attachment(value: Arg<'_>) -> Attachment {
    if value.is_text() {
        return Attachment::new(value.text());
    }
    let mut object = value.object();
    let attachment = Attachment::new(object.require("url", "a string").text());
    let named = attachment.item().media_type().cloned();
    attachment.with_item(described(&mut object, named))
}

fn updated(value: Arg<'_>) -> MessageUpdate {
    if value.is_text() {
        let updates: [(_, fn() -> MessageUpdate); 2] = [
            ("cancel", MessageUpdate::cancel),
            ("redact", MessageUpdate::redact),
        ];
        return value.named(&updates)();
    }
    let mut object = value.object();
    MessageUpdate::new(object.text("status"), object.text("body"))
}
