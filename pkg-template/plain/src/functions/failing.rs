//! Failures of messages: the meaning of error codes.

use septet::catalogue::ErrorCode;

use crate::answer::Answer;
use crate::arguments::Arguments;
use crate::failure::Failure;

pub(super) fn error_code(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    answer.write(&ErrorCode::new(arguments.at(0).word(0)?).details())
}
