//! The configuration of a messaging service.

use septet::message::{ServiceConfig, ServiceRequest};

use crate::answer::Answer;
use crate::arguments::{Argument, Arguments};
use crate::failure::Failure;
use crate::memory::reserve;

/// Octets of memory for each octet of a configuration.
const MEMORY: usize = 64;

pub(super) fn check_service(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let config = config(&arguments.at(0))?;
    let argument = arguments.at(1);
    let options = argument.object()?;
    options.only_properties(&["update"])?;
    let request = if options.is("update")? {
        ServiceRequest::Update
    } else if config.adds_sender() {
        ServiceRequest::AddSender
    } else {
        ServiceRequest::Create
    };
    answer.write(&config.validate(request))
}

pub(super) fn service_form(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    answer.write(&config(&arguments.at(0))?.to_form())
}

fn config(argument: &Argument<'_>) -> Result<ServiceConfig, Failure> {
    let value = argument
        .value()
        .ok_or_else(|| argument.wrong("an object"))?;
    reserve(value.to_string().len().saturating_mul(MEMORY))?;
    serde_json::from_value(value.clone())
        .map_err(|error| Failure::invalid(format!("config: {error}")))
}
