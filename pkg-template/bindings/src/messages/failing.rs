//! When a message fails: error codes and statuses.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use super::Function;
use super::arguments::{Given, Object};
use super::terms::time;
use crate::json::to_json;
use septet::catalogue::{Basis, Delivery, Direction, ErrorCode, Status};

pub(super) const FUNCTIONS: &[Function] = &[
    ("errorCode", error_code),
    ("errorCodes", error_codes),
    ("retryAfter", retry_after),
    ("statusDetails", status_details),
    ("statuses", statuses),
    ("mergeStatuses", merge_statuses),
];

/// All that the catalogue has of an error code.
fn error_code(given: &mut Given<'_>) -> String {
    let code = given.next();
    let details = ErrorCode::new(code.word(0)).details();
    to_json(&details)
}

/// Every code of the catalogue.
fn error_codes(_: &mut Given<'_>) -> String {
    to_json(&ErrorCode::known().collect::<Vec<_>>())
}

/// Seconds to wait before a retry.
fn retry_after(given: &mut Given<'_>) -> String {
    let (code, attempt, failed_at) = (given.next(), given.next(), given.next());
    let advice = ErrorCode::new(code.word(0)).advice();
    let wait = advice.retry_after(attempt.word(1), time(&failed_at));
    to_json(&wait.map(|wait| wait.as_secs()))
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
fn status_details(given: &mut Given<'_>) -> String {
    let name = given.next();
    let status = Status::from(name.text());
    let step = |next: Status| {
        let basis = status.step_to(&next)?;
        Some(StepShape {
            status: next,
            basis,
        })
    };
    to_json(&StatusShape {
        status: &status,
        known: status.is_known(),
        terminal: status.is_terminal(),
        direction: status.direction(),
        meaning: status.meaning(),
        next: Status::known().filter_map(step).collect(),
    })
}

/// Every status of the catalogue.
fn statuses(_: &mut Given<'_>) -> String {
    to_json(&Status::known().collect::<Vec<_>>())
}

/// Folds status callbacks into what became of one message.
fn merge_statuses(given: &mut Given<'_>) -> String {
    let (callbacks, before) = (given.next(), given.next());
    let mut delivery = Delivery::new();
    if !before.is_null() {
        observe_again(&mut delivery, &mut before.object());
    }
    for callback in callbacks.list() {
        let mut callback = callback.object();
        let status = Status::from(callback.require("status", "a string").text());
        delivery.observe(&status, code(&mut callback));
        callback.ignore_rest();
    }
    to_json(&delivery)
}

/// What was seen before, as it was given to JavaScript.
fn observe_again(delivery: &mut Delivery, before: &mut Object<'_>) {
    for status in before.require("seen", "an array").list() {
        delivery.observe(&Status::from(status.text()), None);
    }
    let error_code = code(before);
    if let Some(status) = before.text("status") {
        delivery.observe(&Status::from(status), error_code);
    }
    before.ignore_rest();
}

fn code(object: &mut Object<'_>) -> Option<ErrorCode> {
    object
        .take("errorCode")
        .map(|value| ErrorCode::new(value.word(0)))
}
