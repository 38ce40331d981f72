//! Error codes and statuses.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use super::super::convert::Answer;
use super::super::json::to_json;
use super::arguments::{Value, Wrong, arguments};
use super::message::time;
use crate::catalogue::{Basis, Delivery, Direction, ErrorCode, Status};

/// All that the catalogue has of an error code.
#[wasm_bindgen(js_name = errorCode)]
pub fn error_code(words: &[u32], octets: &[u8]) -> Answer {
    let [code] = arguments(words, octets);
    Ok(to_json(&ErrorCode::new(code.word()?).details()))
}

/// Every code of the catalogue.
#[wasm_bindgen(js_name = errorCodes)]
pub fn error_codes(_: &[u32], _: &[u8]) -> String {
    to_json(&ErrorCode::known().collect::<Vec<_>>())
}

/// Seconds to wait before a retry.
#[wasm_bindgen(js_name = retryAfter)]
pub fn retry_after(words: &[u32], octets: &[u8]) -> Answer {
    let [code, attempt, failed_at] = arguments(words, octets);
    let advice = ErrorCode::new(code.word()?).advice();
    let attempt = attempt.whole(1, u32::MAX.into())?;
    let attempt = u32::try_from(attempt).unwrap_or(u32::MAX);
    let wait = advice.retry_after(attempt, time(&failed_at)?);
    Ok(to_json(&wait.map(|wait| wait.as_secs())))
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

/// What a status says.
#[wasm_bindgen(js_name = statusDetails)]
pub fn status_details(words: &[u32], octets: &[u8]) -> Answer {
    let [name] = arguments(words, octets);
    let status = Status::from(name.text()?);
    let step = |next: Status| {
        let basis = status.step_to(&next)?;
        Some(StepShape {
            status: next,
            basis,
        })
    };
    Ok(to_json(&StatusShape {
        status: &status,
        known: status.is_known(),
        terminal: status.is_terminal(),
        direction: status.direction(),
        meaning: status.meaning(),
        next: Status::known().filter_map(step).collect(),
    }))
}

/// Every status of the catalogue.
#[wasm_bindgen]
pub fn statuses(_: &[u32], _: &[u8]) -> String {
    to_json(&Status::known().collect::<Vec<_>>())
}

/// Folds status callbacks into what became of one message.
#[wasm_bindgen(js_name = mergeStatuses)]
pub fn merge_statuses(words: &[u32], octets: &[u8]) -> Answer {
    let [callbacks, before] = arguments(words, octets);
    let mut delivery = Delivery::new();
    if !before.is_null() {
        observe_again(&mut delivery, before)?;
    }
    for callback in callbacks.list()? {
        let mut callback = callback.object()?;
        let status = Status::from(callback.require("status", "a string")?.text()?);
        delivery.observe(&status, code(callback.take("errorCode"))?);
    }
    Ok(to_json(&delivery))
}

/// What was seen before, as it was given to JavaScript.
fn observe_again(delivery: &mut Delivery, before: Value<'_>) -> Result<(), Wrong> {
    let mut before = before.object()?;
    for status in before.require("seen", "an array")?.list()? {
        delivery.observe(&Status::from(status.text()?), None);
    }
    let error_code = code(before.take("errorCode"))?;
    if let Some(status) = before.text("status")? {
        delivery.observe(&Status::from(status), error_code);
    }
    Ok(())
}

fn code(value: Option<Value<'_>>) -> Result<Option<ErrorCode>, Wrong> {
    value
        .map(|value| value.word().map(ErrorCode::new))
        .transpose()
}
