//! `septet check --service`: the configuration of a messaging service.

use std::io::Write;

use septet::message::{ServiceConfig, ServiceRequest};

use super::{Args, list};
use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;

pub(super) fn run(args: &Args, json: &str, screen: &mut Screen) -> Result<Outcome, Failure> {
    let config: ServiceConfig = serde_json::from_str(json)
        .map_err(|error| Failure::Input(format!("not the configuration of a service: {error}")))?;
    let request = if args.update {
        ServiceRequest::Update
    } else if config.adds_sender() {
        ServiceRequest::AddSender
    } else {
        ServiceRequest::Create
    };
    let report = config.validate(request);
    if args.json {
        screen.json(&report)?;
    } else if !args.form {
        list(report.violations(), screen)?;
    } else if report.is_acceptable() {
        writeln!(screen, "{}", config.to_form())?;
    }
    Ok(if report.is_acceptable() {
        Outcome::Done
    } else {
        Outcome::Refused
    })
}
