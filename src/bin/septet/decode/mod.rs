//! `septet decode`: the text of octets that came, every field explained, parts joined.

mod explain;
mod fields;
mod input;
mod line;

use std::fmt::Display;
use std::io::Write;

use septet::pdu::{
    ConcatenatedMessage, PartOutcome as Fate, Pdu, Reassembler, StatusReport, Tpdu, TpduError,
    UserData,
};
use serde::Serialize;

use crate::hex::{self, Hex};
use crate::outcome::{self, Failure, Outcome};
use crate::screen::Screen;
use input::{Frame, Input};

const AFTER_HELP: &str = "\
A message is a whole one as a modem shows it in PDU mode (SMS-DELIVER, SMS-SUBMIT or \
SMS-STATUS-REPORT, with or without the service centre's address), a line of `septet encode`, or, with \
--udl, TP-UD alone. Standard input may be all that a modem printed: records such as `+CMGR: 1,,28` with \
the message on the same line or the next one, lines of digits, and anything between them, which is \
skipped. A record that cannot be read is reported, the others are shown, and the exit code is 4.";

#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Args {
    /// Messages in hexadecimal digits; standard input, a line each, where there is none or a `-`
    #[arg(value_name = "HEX")]
    messages: Vec<String>,
    #[command(flatten)]
    bare: Bare,
    /// Refuse what a tolerant receiver overlooks, with field and octet
    #[arg(long, help_heading = HEADING)]
    strict: bool,
    /// Print the texts alone, a line each
    #[arg(long, conflicts_with = "json", help_heading = "Output")]
    text: bool,
    /// Print JSON: parts (message, udl, octets, userData, fault), reports, messages (sender, total, missing, text,
    /// data) and faults (name, error), octets in hexadecimal
    #[arg(long, help_heading = "Output")]
    json: bool,
}

const HEADING: &str = "How to read";

/// The fields of a message without the message.
#[derive(clap::Args)]
struct Bare {
    /// The octets are TP-UD alone, of this length: septets in GSM-7, octets otherwise
    #[arg(long, value_name = "NUMBER", help_heading = HEADING)]
    udl: Option<u8>,
    /// The data coding scheme of TP-UD, such as 0x08
    #[arg(long, value_name = "OCTET", value_parser = hex::octet, requires = "udl", default_value = "0x00", hide_default_value = true, help_heading = HEADING)]
    dcs: u8,
    /// TP-UD begins with a header
    #[arg(long, requires = "udl", help_heading = HEADING)]
    udhi: bool,
}

/// One short message, read.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Part<'o> {
    message: Option<Tpdu<'o>>,
    /// TP-UDL and TP-UD as they came.
    udl: u8,
    #[serde(serialize_with = "hexadecimal")]
    octets: &'o [u8],
    user_data: UserData,
    /// Problems that a strict reading refuses.
    fault: Option<String>,
}

/// A status report, read.
#[derive(Serialize)]
struct Report {
    #[serde(flatten)]
    report: StatusReport,
    /// Problems that a strict reading refuses.
    fault: Option<String>,
}

/// A record that is not shown, and why.
#[derive(Serialize)]
struct Fault {
    name: String,
    error: String,
}

impl Fault {
    fn new(name: &str, error: &impl Display) -> Self {
        Fault {
            name: name.to_owned(),
            error: error.to_string(),
        }
    }
}

/// The kind of a record.
enum Record<'o> {
    Part(Part<'o>),
    Report(Report),
}

/// A text, or the data in its place, from one or more parts.
#[derive(Serialize)]
struct Joined {
    sender: Option<String>,
    total: u8,
    missing: Vec<u8>,
    text: Option<String>,
    /// In hexadecimal.
    data: Option<String>,
}

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    let inputs = input::read(args)?;
    if inputs.is_empty() {
        let expected = "neither hexadecimal digits nor a record such as +CMGR: 1,,28";
        return Err(Failure::Input(format!("no message found: {expected}")));
    }
    let mut records = Vec::new();
    let mut faults = Vec::new();
    for input in &inputs {
        match input {
            Ok(input) => match Record::read(input, args.strict) {
                Ok(record) => records.push(record),
                Err(fault) => faults.push(fault),
            },
            Err(fault) => faults.push(Fault::new(&fault.name, &fault.error)),
        }
    }
    let parts: Vec<&Part> = records.iter().filter_map(Record::part).collect();
    let messages = join(&parts);
    if args.json {
        #[derive(Serialize)]
        struct Everything<'a> {
            parts: &'a [&'a Part<'a>],
            reports: Vec<&'a Report>,
            messages: &'a [Joined],
            faults: &'a [Fault],
        }
        screen.json(&Everything {
            parts: &parts,
            reports: records.iter().filter_map(Record::report).collect(),
            messages: &messages,
            faults: &faults,
        })?;
    } else if args.text {
        for message in &messages {
            let line = message.text.as_ref().or(message.data.as_ref());
            writeln!(screen, "{}", line.map_or("", String::as_str))?;
        }
    } else {
        explain::everything(&records, &messages, screen)?;
    }
    if faults.is_empty() {
        return Ok(Outcome::Done);
    }
    screen.flush()?;
    for Fault { name, error } in &faults {
        outcome::complain(format_args!("{name}: {error}"));
    }
    Ok(Outcome::Unread)
}

impl<'o> Record<'o> {
    fn read(input: &'o Input, strict: bool) -> Result<Self, Fault> {
        let at = |error: &dyn Display| Fault::new(&input.name, &error);
        let octets = input.octets.as_slice();
        let Frame::Message = input.frame else {
            return Part::bare(input, strict)
                .map(Record::Part)
                .map_err(|error| at(&error));
        };
        let pdu = match input.announced {
            Some(announced) => Pdu::detect_announced(octets, announced),
            None => Pdu::detect(octets),
        };
        let pdu = pdu.map_err(|error| at(&error))?;
        let fault = pdu.check().err();
        if strict {
            // Logs that were edited by hand announce wrong lengths; only a strict reading minds.
            let announced = input
                .announced
                .map(|length| Pdu::check_announced(octets, length));
            let fault = announced.and_then(Result::err).or(fault);
            fault.map_or(Ok(()), |fault| Err(at(&fault)))?;
        }
        let fault = fault.map(|fault| match fault {
            TpduError::UserData { error, .. } => error.to_string(),
            fault => fault.to_string(),
        });
        match pdu {
            Pdu::Message(message) => Ok(Record::Part(Part {
                udl: message.udl(),
                octets: message.user_data_octets(),
                user_data: message
                    .user_data()
                    .map_err(|error| at(&format_args!("TP-UD: {error}")))?,
                fault,
                message: Some(message),
            })),
            Pdu::StatusReport(report) => Ok(Record::Report(Report { report, fault })),
            _ => Err(at(&"an unknown kind of message")),
        }
    }

    const fn part(&self) -> Option<&Part<'o>> {
        match self {
            Record::Part(part) => Some(part),
            Record::Report(_) => None,
        }
    }

    const fn report(&self) -> Option<&Report> {
        match self {
            Record::Part(_) => None,
            Record::Report(report) => Some(report),
        }
    }
}

impl<'o> Part<'o> {
    /// TP-UD without the rest of the message.
    fn bare(input: &'o Input, strict: bool) -> Result<Self, String> {
        let Frame::UserData { dcs, udhi, udl } = input.frame else {
            return Err("a whole message".to_owned());
        };
        let octets = input.octets.as_slice();
        let fault = UserData::decode_strict(dcs, udhi, udl, octets).err();
        let read = match fault {
            Some(fault) if strict => Err(fault),
            _ => UserData::decode(dcs, udhi, udl, octets),
        };
        Ok(Part {
            message: None,
            udl,
            octets,
            user_data: read.map_err(|error| format!("TP-UD: {error}"))?,
            fault: fault.map(|fault| fault.to_string()),
        })
    }

    /// The sender or recipient, which distinguishes parts of different messages.
    fn sender(&self) -> Option<String> {
        self.message
            .as_ref()
            .map(|message| message.address().to_string())
    }
}

/// The messages the parts make up, in the order they are complete; then those with missing parts.
fn join(parts: &[&Part]) -> Vec<Joined> {
    let mut reassembler = Reassembler::new()
        .with_max_messages(usize::MAX)
        .with_max_octets(usize::MAX);
    let mut messages = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let sender = part.sender();
        let received = reassembler.insert(sender.clone(), part.user_data.clone(), index as u64);
        let given_up = received.abandoned().iter();
        messages.extend(
            given_up.map(|given_up| Joined::new(given_up.sender().clone(), given_up.message())),
        );
        if let Fate::Complete(message) = received.outcome() {
            messages.push(Joined::new(sender, message));
        }
    }
    let incomplete = reassembler.expire_before(u64::MAX);
    messages.extend(
        incomplete
            .iter()
            .map(|part| Joined::new(part.sender().clone(), part.message())),
    );
    messages
}

impl Joined {
    fn new(sender: Option<String>, message: &ConcatenatedMessage) -> Self {
        Joined {
            sender,
            total: message.total(),
            missing: message.missing(),
            text: message.text(),
            data: message.data().map(|data| Hex(&data).to_string()),
        }
    }
}

fn hexadecimal<S: serde::Serializer>(octets: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(octets)
}
