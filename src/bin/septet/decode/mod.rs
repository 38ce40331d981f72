//! `septet decode`: the text of octets that came, every field explained, parts joined.

mod explain;
mod input;

use septet::pdu::{ConcatenatedMessage, PartOutcome as Fate, Reassembler, Tpdu, UserData};
use serde::Serialize;
use std::io::Write;

use crate::hex::{self, Hex};
use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;
use input::{Frame, Input};

const AFTER_HELP: &str = "\
A message is a whole one as a modem shows it in PDU mode (SMS-DELIVER or SMS-SUBMIT, with or without \
the service centre's address), a line of `septet encode`, or, with --udl, TP-UD alone. On standard \
input each message is a line; other lines a modem writes (AT…, +…, OK) are passed over.";

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
    /// Print JSON: parts (message, udl, octets, userData, fault) and messages (sender, total, missing, text,
    /// data), octets in hexadecimal
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
    /// What a strict reading would have refused.
    fault: Option<String>,
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
    let parts: Vec<Part> = inputs
        .iter()
        .map(|input| Part::read(input, args.strict).map_err(|failure| failure.at(&input.name)))
        .collect::<Result<_, _>>()?;
    let messages = join(&parts);
    if args.json {
        #[derive(Serialize)]
        struct Everything<'a> {
            parts: &'a [Part<'a>],
            messages: &'a [Joined],
        }
        screen.json(&Everything {
            parts: &parts,
            messages: &messages,
        })?;
    } else if args.text {
        for message in &messages {
            let line = message.text.as_ref().or(message.data.as_ref());
            writeln!(screen, "{}", line.map_or("", String::as_str))?;
        }
    } else {
        explain::everything(&parts, &messages, screen)?;
    }
    Ok(Outcome::Done)
}

impl<'o> Part<'o> {
    fn read(input: &'o Input, strict: bool) -> Result<Self, Failure> {
        let (message, dcs, udhi, udl, octets) = match input.frame {
            Frame::UserData { dcs, udhi, udl } => (None, dcs, udhi, udl, input.octets.as_slice()),
            Frame::Message => {
                let message = whole(&input.octets)?;
                let (dcs, udhi, udl) = (message.dcs(), message.udhi(), message.udl());
                let octets = message.user_data_octets();
                (Some(message), dcs, udhi, udl, octets)
            }
        };
        let fault = UserData::decode_strict(dcs, udhi, udl, octets).err();
        let read = match fault {
            Some(fault) if strict => Err(fault),
            _ => UserData::decode(dcs, udhi, udl, octets),
        };
        let user_data = read.map_err(|error| Failure::Input(format!("TP-UD: {error}")))?;
        Ok(Part {
            message,
            udl,
            octets,
            user_data,
            fault: fault.map(|fault| fault.to_string()),
        })
    }

    /// Who sent it, or to whom: what tells the parts of different messages apart.
    fn sender(&self) -> Option<String> {
        self.message
            .as_ref()
            .map(|message| message.address().to_string())
    }
}

/// The reading, with the service centre's address (as modems show it) or without, whose user data
/// ends with the octets; else the one that reads at all.
fn whole(octets: &[u8]) -> Result<Tpdu<'_>, Failure> {
    let shown = Tpdu::parse_with_service_centre(octets);
    let readings: Vec<Tpdu> = [&shown, &Tpdu::parse(octets)]
        .into_iter()
        .filter_map(|reading| reading.as_ref().ok().cloned())
        .collect();
    let reads = |message: &&Tpdu| message.user_data().is_ok();
    let fits = |message: &&Tpdu| {
        let length = message.user_data().map(|data| data.octets().len());
        length == Ok(message.user_data_octets().len())
    };
    let best = readings.iter().find(fits).or(readings.iter().find(reads));
    match (best, shown) {
        (Some(best), _) => Ok(best.clone()),
        (None, shown) => shown.map_err(|error| Failure::Input(error.to_string())),
    }
}

/// The messages the parts make up, in the order they are complete; then those with missing parts.
fn join(parts: &[Part]) -> Vec<Joined> {
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
