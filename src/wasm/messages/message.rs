//! Outbound messages and their updates, checked and written down.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::super::convert::Answer;
use super::super::json::to_json;
use super::address::address;
use super::arguments::{Object, Value, Wrong, arguments};
use super::media::{described, reading};
use crate::catalogue::Status;
use crate::message::{
    Attachment, Check, MessageUpdate, OutboundMessage, Service, Template, TemplateProblem,
    seconds_at,
};

const TIME: &str = "a Date, or a time of ISO 8601 with Z or an offset";

/// Everything that is wrong with a message.
#[wasm_bindgen]
pub fn check(words: &[u32], octets: &[u8]) -> Answer {
    let [message, options] = arguments(words, octets);
    let check = known(options)?;
    Ok(to_json(&check.message(&outbound(message)?)))
}

/// The body of the call that creates a message.
#[wasm_bindgen(js_name = messageForm)]
pub fn message_form(words: &[u32], octets: &[u8]) -> Answer {
    let [message] = arguments(words, octets);
    Ok(outbound(message)?.to_form())
}

/// Everything that is wrong with an update.
#[wasm_bindgen(js_name = checkUpdate)]
pub fn check_update(words: &[u32], octets: &[u8]) -> Answer {
    let [asked, options] = arguments(words, octets);
    let mut options = options.object()?;
    let status = options.text("status")?.map(Status::from);
    options.end()?;
    Ok(to_json(&update(asked)?.validate(status.as_ref())))
}

/// The body of the call that updates a message.
#[wasm_bindgen(js_name = updateForm)]
pub fn update_form(words: &[u32], octets: &[u8]) -> Answer {
    let [asked] = arguments(words, octets);
    Ok(update(asked)?.to_form())
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
pub fn check_template(words: &[u32], octets: &[u8]) -> Answer {
    let [text] = arguments(words, octets);
    let template = Template::new(text.text()?);
    let problem = |problem: TemplateProblem| ProblemShape {
        message: problem.to_string(),
        problem: match problem {
            TemplateProblem::VariableFirst => "variable-first",
            TemplateProblem::VariableLast => "variable-last",
            TemplateProblem::VariablesAdjacent => "variables-adjacent",
            TemplateProblem::TooManyVariables(_) => "too-many-variables",
            TemplateProblem::TooLong(_) => "too-long",
        },
    };
    Ok(to_json(&TemplateShape {
        variables: template.variables().collect(),
        problems: template.problems().into_iter().map(problem).collect(),
    }))
}

/// Seconds since 1970 of a time.
pub(super) fn time(value: &Value<'_>) -> Result<u64, Wrong> {
    let seconds = value.text().ok().and_then(seconds_at);
    seconds.ok_or_else(|| value.wrong(TIME))
}

fn known(options: Value<'_>) -> Result<Check, JsValue> {
    let mut options = options.object()?;
    let mut check =
        Check::at(time(&options.require("now", TIME)?)?).with_reading(reading(&mut options)?);
    check = match options.raw("lastInbound") {
        None => check,
        Some(value) if value.is_null() => check.with_no_inbound(),
        Some(value) => check.with_last_inbound(time(&value)?),
    };
    if let Some(value) = options.take("service") {
        check = check.with_service(service(value.object()?)?);
    }
    if let Some(template) = options.text("template")? {
        check = check.with_template(template);
    }
    if options.flag("trial")? == Some(true) {
        check = check.on_trial();
    }
    options.end()?;
    Ok(check)
}

fn service(mut object: Object<'_>) -> Result<Service, JsValue> {
    let mut service = Service::new();
    if let Some(senders) = object.take("senders") {
        let senders = senders.list()?;
        let senders: Result<Vec<_>, _> = senders.iter().map(address).collect();
        service = service.with_senders(senders?);
    }
    service = match object.raw("linkDomain") {
        None => service,
        Some(value) if value.is_null() => service.without_link_domain(),
        Some(value) => service.with_link_domain(value.text()?),
    };
    if object.flag("smartEncoding")? == Some(true) {
        service = service.with_smart_encoding();
    }
    object.end()?;
    Ok(service)
}

fn outbound(value: Value<'_>) -> Result<OutboundMessage, Wrong> {
    let mut object = value.object()?;
    let whole = |object: &mut Object<'_>, name| {
        let value = object.take(name);
        value
            .map(|value| value.whole(i64::MIN, i64::MAX))
            .transpose()
    };
    let message = OutboundMessage {
        to: object.owned("to")?,
        from: object.owned("from")?,
        fallback_from: object.owned("fallbackFrom")?,
        messaging_service_sid: object.owned("messagingServiceSid")?,
        body: object.owned("body")?,
        media_url: attachments(&mut object)?,
        content_sid: object.owned("contentSid")?,
        content_variables: object.owned("contentVariables")?,
        status_callback: object.owned("statusCallback")?,
        application_sid: object.owned("applicationSid")?,
        max_price: object.owned("maxPrice")?,
        provide_feedback: object.flag("provideFeedback")?,
        attempt: whole(&mut object, "attempt")?,
        validity_period: whole(&mut object, "validityPeriod")?,
        force_delivery: object.flag("forceDelivery")?,
        content_retention: object.owned("contentRetention")?,
        address_retention: object.owned("addressRetention")?,
        smart_encoded: object.flag("smartEncoded")?,
        persistent_action: texts(&mut object, "persistentAction")?,
        traffic_type: object.owned("trafficType")?,
        shorten_urls: object.flag("shortenUrls")?,
        schedule_type: object.owned("scheduleType")?,
        send_at: object.owned("sendAt")?,
        send_as_mms: object.flag("sendAsMms")?,
        message_intent: object.owned("messageIntent")?,
        risk_check: object.owned("riskCheck")?,
    };
    object.end()?;
    Ok(message)
}

/// One text or several.
pub(super) fn texts(object: &mut Object<'_>, name: &'static str) -> Result<Vec<String>, Wrong> {
    let Some(value) = object.take(name) else {
        return Ok(Vec::new());
    };
    let texts = value.one_or_many();
    texts.iter().map(|value| Ok(value.text()?.into())).collect()
}

fn attachments(object: &mut Object<'_>) -> Result<Vec<Attachment>, Wrong> {
    let Some(value) = object.take("mediaUrl") else {
        return Ok(Vec::new());
    };
    let attachment = |value: Value<'_>| {
        if value.is_text() {
            return Ok(Attachment::new(value.text()?));
        }
        let mut object = value.object()?;
        let attachment = Attachment::new(object.require("url", "a string")?.text()?);
        let item = described(&mut object)?;
        object.end()?;
        let named = attachment.item().media_type().cloned();
        Ok(attachment.with_item(item.or_named(named)))
    };
    value.one_or_many().into_iter().map(attachment).collect()
}

fn update(value: Value<'_>) -> Result<MessageUpdate, Wrong> {
    if value.is_text() {
        return Ok(match value.choice(&["cancel", "redact"])? {
            0 => MessageUpdate::cancel(),
            _ => MessageUpdate::redact(),
        });
    }
    let mut object = value.object()?;
    let update = MessageUpdate {
        status: object.owned("status")?,
        body: object.owned("body")?,
    };
    object.end()?;
    Ok(update)
}
