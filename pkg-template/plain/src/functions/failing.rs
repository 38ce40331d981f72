//! Failures of messages: the meaning of error codes, and what became of a message.

use septet::catalogue::{Delivery, ErrorCode, Status};

use crate::answer::Answer;
use crate::arguments::{Arguments, Object};
use crate::failure::Failure;

pub(super) fn error_code(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    answer.write(&ErrorCode::new(arguments.at(0).word(0)?).details())
}

/// Folds status callbacks into what became of one message.
pub(super) fn merge_statuses(
    arguments: &Arguments<'_>,
    answer: &mut Answer,
) -> Result<(), Failure> {
    let (callbacks, before) = (arguments.at(0), arguments.at(1));
    let mut delivery = Delivery::new();
    if before.given().is_some() {
        let before = before.object()?;
        for status in before.require("seen", "an array")?.list("an array")? {
            delivery.observe(&Status::from(status.text()?), None);
        }
        if let Some(status) = before.text("status")? {
            delivery.observe(&Status::from(status), code(&before)?);
        }
    }
    for callback in callbacks.list("an array")? {
        let callback = callback.object()?;
        let status = callback.require("status", "a string")?.text()?;
        delivery.observe(&Status::from(status), code(&callback)?);
    }
    answer.write(&delivery)
}

fn code(callback: &Object<'_>) -> Result<Option<ErrorCode>, Failure> {
    let code = callback.known("errorCode");
    code.map(|code| Ok(ErrorCode::new(code.word(0)?)))
        .transpose()
}
