//! `septet check`: everything that is wrong with a message, before it is sent.

mod file;
mod service;

use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, IsTerminal, Write};
use std::path::PathBuf;

use indicatif::ProgressBar;
use septet::message::{
    Address, ConflictPolicy, MessageInput, MessageReport, MessageValidator, Service, Severity,
    Violation,
};
use serde_json::value::RawValue;

use crate::clock;
use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;
use crate::source::{self, FormatName, InputFile, InputOptions, Wanted, without_mark};
use crate::stream::{self, BadRowOptions, LongRun};
use crate::style;
use crate::wording::verdict;

#[derive(clap::Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub(crate) struct Args {
    /// The message as JSON, with the parameters of the provider's Node library, or an array of
    /// messages; without it, those of standard input, one on each line or in an array
    #[arg(value_name = "JSON")]
    message: Option<String>,
    /// Messages of a file, one JSON object a line, checked on all cores: what is wrong with them in
    /// sum, or message by message with --json or --form. May stand several times; a pattern of file
    /// names in quotes and names that end in .gz or .zst are fine, and - is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "message")]
    file: Vec<PathBuf>,
    /// The configuration of a messaging service instead of a message, as JSON with the parameters of the provider's
    /// Node library: to create one, with phoneNumberSid or shortCodeSid to add a sender
    #[arg(long, value_name = "JSON", conflicts_with_all = ["message", "file"])]
    service: Option<String>,
    /// With --service: the configuration updates a service that is there
    #[arg(long, requires = "service")]
    update: bool,
    /// The time to check at, as ISO 8601, such as 2026-05-15T14:30:00Z; the clock's without it
    #[arg(long, value_name = "TIME", value_parser = clock::time)]
    now: Option<MessageValidator>,
    /// Apply the more permissive rule where sources disagree
    #[arg(long)]
    looser: bool,
    /// The last time the recipient wrote on WhatsApp: a time as ISO 8601, or never
    #[arg(long, value_name = "TIME", value_parser = last_inbound)]
    last_inbound: Option<LastInbound>,
    /// A sender of the messaging service's pool; may stand several times
    #[arg(long, value_name = "ADDRESS")]
    sender: Vec<Address>,
    /// The messaging service's domain for shortened links
    #[arg(long, value_name = "DOMAIN")]
    link_domain: Option<String>,
    /// The text of the content template, with its {{variables}}
    #[arg(long, value_name = "TEXT")]
    template: Option<String>,
    /// The account is on trial
    #[arg(long)]
    trial: bool,
    /// Print JSON, one report a line: the keys of npm `check`; with --output the sum
    #[arg(long, help_heading = "Output")]
    json: bool,
    /// Print the body of the provider's call, of messages without errors
    #[arg(long, help_heading = "Output")]
    form: bool,
    /// With --file: the sum alone
    #[arg(long, help_heading = "Output", conflicts_with = "form")]
    summary: bool,
    /// With --file: the file for the reports or, with --form, the bodies, which is there only when it
    /// is whole. With --summary it is for the sum as JSON
    #[arg(long, short, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,
    #[command(flatten)]
    bad: BadRowOptions,
    #[command(flatten)]
    long: LongRun,
}

/// Seconds since 1970, or never.
#[derive(Clone, Copy)]
struct LastInbound(Option<u64>);

fn last_inbound(text: &str) -> Result<LastInbound, String> {
    if text == "never" {
        return Ok(LastInbound(None));
    }
    clock::time(text).map(|check| LastInbound(Some(check.now())))
}

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    args.refuse_conflicts()?;
    if !args.file.is_empty() {
        return file::run(args, screen);
    }
    if let Some(json) = &args.service {
        return service::run(args, without_mark(json), screen);
    }
    let check = args.check(None);
    match args.message.as_deref().map(without_mark) {
        Some(json) if json.trim_start().starts_with('[') => array(args, &check, json, screen),
        Some(json) => one(args, &check, json, screen),
        None => each_line(args, &check, screen),
    }
}

/// The messages of standard input, one on each line or all in an array. What cannot be read does not stop the others.
fn each_line(
    args: &Args,
    check: &MessageValidator,
    screen: &mut Screen,
) -> Result<Outcome, Failure> {
    if io::stdin().is_terminal() {
        return Err(Failure::Nothing);
    }
    let input = InputFile::from(OsString::from("-"));
    let options = InputOptions {
        format: Some(FormatName::Ndjson),
        ..InputOptions::default()
    };
    let bar = ProgressBar::hidden();
    let opened = source::open(&input, &options, &Wanted::default(), false, &bar)?;
    let noun = opened.numbering.noun();
    let mut reader = BufReader::new(opened.records()?);
    let mut outcome = Outcome::Done;
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        let read = reader.read_until(b'\n', &mut line);
        if read.map_err(|error| input.unreadable(&error))? == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let place = format!("{noun} {number}");
        if !args.json && !args.form {
            writeln!(screen, "{}", screen.paint(style::STRONG, &place))?;
        }
        let message = stream::utf8(&line).map_err(Failure::Input);
        let this = message.and_then(|json| one(args, check, json, screen));
        outcome = outcome.worse(unread(this.map_err(|failure| failure.at(&place)))?);
    }
    Ok(outcome)
}

/// The messages of an array.
fn array(
    args: &Args,
    check: &MessageValidator,
    json: &str,
    screen: &mut Screen,
) -> Result<Outcome, Failure> {
    let messages: Vec<&RawValue> = serde_json::from_str(json)
        .map_err(|error| Failure::Input(format!("not an array of messages: {error}")))?;
    let mut outcome = Outcome::Done;
    for (message, number) in messages.into_iter().zip(1_u64..) {
        let place = format!("row {number}");
        if !args.json && !args.form {
            writeln!(screen, "{}", screen.paint(style::STRONG, &place))?;
        }
        let this = one(args, check, message.get(), screen);
        outcome = outcome.worse(unread(this.map_err(|failure| failure.at(&place)))?);
    }
    Ok(outcome)
}

/// Prints why a message could not be read, which does not stop the others.
fn unread(outcome: Result<Outcome, Failure>) -> Result<Outcome, Failure> {
    match outcome {
        Err(Failure::Input(message)) => {
            anstream::eprintln!("error: {message}");
            Ok(Outcome::Unread)
        }
        other => other,
    }
}

impl Args {
    /// Refuses options that contradict each other.
    fn refuse_conflicts(&self) -> Result<(), Failure> {
        if self.json && self.form && self.output.is_none() {
            return Err(Failure::usage(
                "--json and --form go together only with --output: the sum as JSON, the bodies in the file",
            ));
        }
        let is_workbook = |path: &&PathBuf| FormatName::of(path) == Some(FormatName::Xlsx);
        if let Some(path) = self.output.as_ref().filter(is_workbook) {
            return Err(Failure::usage(format!(
                "{}: reports are written as JSON: choose a name that ends in .ndjson",
                path.display()
            )));
        }
        let is_for_files = self.output.is_some() || self.summary || self.bad.is_given();
        if is_for_files && self.file.is_empty() {
            return Err(Failure::usage(
                "--output, --summary, --bad-rows and --allow-bad go with --file",
            ));
        }
        Ok(())
    }

    /// Returns `true` if a line is written for each message of a file.
    const fn writes_each(&self) -> bool {
        (self.output.is_some() || self.json || self.form) && !self.summary
    }

    /// The validator with the options; the time is now, unless one is given.
    fn check(&self, at: Option<MessageValidator>) -> MessageValidator {
        let mut check = at.or_else(|| self.now.clone()).unwrap_or_else(clock::now);
        if self.looser {
            check = check.with_conflict_policy(ConflictPolicy::Lenient);
        }
        check = match self.last_inbound {
            None => check,
            Some(LastInbound(None)) => check.with_no_inbound(),
            Some(LastInbound(Some(seconds))) => check.with_last_inbound(seconds),
        };
        let mut service = Service::new();
        if !self.sender.is_empty() {
            service = service.with_senders(self.sender.iter().cloned());
        }
        if let Some(domain) = &self.link_domain {
            service = service.with_link_domain(domain);
        }
        check = check.with_service(service);
        if let Some(template) = &self.template {
            check = check.with_template(template);
        }
        if self.trial { check.on_trial() } else { check }
    }
}

fn one(
    args: &Args,
    check: &MessageValidator,
    json: &str,
    screen: &mut Screen,
) -> Result<Outcome, Failure> {
    let json = json.trim_ascii_end();
    let message: MessageInput = serde_json::from_str(json).map_err(|error| {
        // The line within one line says nothing.
        let is_long = json.contains('\n');
        Failure::Input(if is_long {
            format!("not a message: {error}")
        } else {
            stream::json_reason("not a message", &error)
        })
    })?;
    let report = check.validate_input(&message);
    if args.json {
        screen.json(&report)?;
    } else if !args.form {
        show(&report, screen)?;
    } else if report.is_acceptable() {
        writeln!(screen, "{}", message.message().to_form())?;
    }
    Ok(if report.is_acceptable() {
        Outcome::Done
    } else {
        Outcome::Refused
    })
}

fn show(report: &MessageReport, screen: &mut Screen) -> io::Result<()> {
    if let Some(count) = report.count() {
        writeln!(screen, "{}", verdict(count).join(" · "))?;
    }
    list(report.violations(), screen)
}

/// Lists the violations, one rule after the other.
fn list(violations: &[Violation], screen: &mut Screen) -> io::Result<()> {
    for violation in violations {
        let (word, style) = match violation.severity() {
            Severity::Error => ("error", style::ALARM),
            Severity::Warning => ("warning", style::FULL),
        };
        let word = screen.paint(style, word);
        let place = violation
            .index()
            .map_or(String::new(), |index| format!("[{index}]"));
        let code = violation
            .error_code()
            .map_or(String::new(), |code| format!(" ({code})"));
        let (field, sentence) = (violation.field(), violation.sentence());
        writeln!(screen, "{word} {field}{place}: {sentence}{code}")?;
        writeln!(screen, "  {}", violation.fix())?;
    }
    if violations.is_empty() {
        writeln!(screen, "nothing is wrong")?;
    }
    Ok(())
}
