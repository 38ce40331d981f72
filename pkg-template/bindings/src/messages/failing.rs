//! Failures of messages: error codes and statuses.

use septet::catalogue::{Basis, Delivery, Direction, ErrorCode, Status};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::args::{ArgReader, Properties};
use super::terms::time;
use crate::result::{Answer, to_js};

/// The details of an error code.
#[wasm_bindgen(js_name = errorCode)]
pub fn error_code(code: JsValue) -> Answer {
    let args = ArgReader::default();
    let details = ErrorCode::new(args.arg("code", code).whole_u32(0)).details();
    args.answer(&details)
}

/// Every code of the catalogue.
#[wasm_bindgen(js_name = errorCodes)]
pub fn error_codes() -> JsValue {
    to_js(&ErrorCode::known().collect::<Vec<_>>())
}

/// Seconds to wait before a retry.
#[wasm_bindgen(js_name = retryAfter)]
pub fn retry_after(code: JsValue, attempt: JsValue, failed_at: JsValue) -> Answer {
    let args = ArgReader::default();
    let advice = ErrorCode::new(args.arg("code", code).whole_u32(0)).advice();
    let attempt = args.arg("attempt", attempt).whole_u32(1);
    let wait = advice.retry_after(attempt, time(&args.arg("failedAt", failed_at)));
    args.answer(&wait.map(|wait| wait.as_secs()))
}

#[derive(Serialize)]
struct StatusShape<'a> {
    status: &'a Status,
    known: bool,
    terminal: bool,
    direction: Option<Direction>,
    meaning: Option<&'static str>,
    next: Vec<StepShape>,
}

#[derive(Serialize)]
struct StepShape {
    status: Status,
    basis: Basis,
}

/// The details of a status.
#[wasm_bindgen(js_name = statusDetails)]
pub fn status_details(status: JsValue) -> Answer {
    let args = ArgReader::default();
    let status = Status::from(args.arg("status", status).text().as_str());
    let step = |next: Status| {
        let basis = status.step_to(&next)?;
        Some(StepShape {
            status: next,
            basis,
        })
    };
    args.answer(&StatusShape {
        status: &status,
        known: status.is_known(),
        terminal: status.is_terminal(),
        direction: status.direction(),
        meaning: status.meaning(),
        next: Status::known().filter_map(step).collect(),
    })
}

/// Every status of the catalogue.
#[wasm_bindgen]
pub fn statuses() -> JsValue {
    to_js(&Status::known().collect::<Vec<_>>())
}

/// Folds status callbacks into what became of one message.
#[wasm_bindgen(js_name = mergeStatuses)]
pub fn merge_statuses(callbacks: JsValue, before: JsValue) -> Answer {
    let args = ArgReader::default();
    let (callbacks, before) = (args.arg("callbacks", callbacks), args.arg("before", before));
    let mut delivery = Delivery::new();
    if !before.is_null() {
        observe_again(&mut delivery, &mut before.object());
    }
    for callback in callbacks.list() {
        let mut callback = callback.object();
        let status = callback.require("status", "a string").text();
        delivery.observe(&Status::from(status.as_str()), code(&mut callback));
        callback.ignore_rest();
    }
    args.answer(&delivery)
}

/// Observes what was seen before, as it was given to JavaScript.
fn observe_again(delivery: &mut Delivery, before: &mut Properties<'_>) {
    for status in before.require("seen", "an array").list() {
        delivery.observe(&Status::from(status.text().as_str()), None);
    }
    let error_code = code(before);
    if let Some(status) = before.text("status") {
        delivery.observe(&Status::from(status.as_str()), error_code);
    }
    before.ignore_rest();
}

fn code(object: &mut Properties<'_>) -> Option<ErrorCode> {
    let code = object.take("errorCode")?;
    Some(ErrorCode::new(code.whole_u32(0)))
}
