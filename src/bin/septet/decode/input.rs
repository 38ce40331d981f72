//! The messages from arguments or standard input, which may be the output of a modem.

use std::io::{self, IsTerminal, Read};

use septet::pdu::transcript::{self, Content};
use septet::pdu::{Dcs, Pdu, Udhi};

use super::{Args, Fault};
use crate::outcome::Failure;
use crate::source::{marked_text, without_mark};

/// The octets of one message.
pub(super) struct Input {
    /// The name in errors.
    pub(super) name: String,
    /// The length that a modem announced, without the service centre's address.
    pub(super) announced: Option<usize>,
    pub(super) frame: Frame,
    pub(super) octets: Vec<u8>,
}

/// The kind of the octets.
#[derive(Clone, Copy)]
pub(super) enum Frame {
    /// A whole message.
    Message,
    /// TP-UD alone.
    UserData { dcs: Dcs, udhi: Udhi, udl: u8 },
}

/// Every record, or the fault in its place.
pub(super) fn read(args: &Args) -> Result<Vec<Result<Input, Fault>>, Failure> {
    let frame = args.bare.udl.map_or(Frame::Message, |udl| Frame::UserData {
        dcs: Dcs::new(args.bare.dcs),
        udhi: Udhi::from(args.bare.udhi),
        udl,
    });
    if !args.messages.is_empty() && args.messages != ["-"] {
        let messages = args.messages.iter().zip(1..);
        return Ok(messages
            .flat_map(|(message, number)| argument(message, &format!("message {number}"), frame))
            .collect());
    }
    if args.messages.is_empty() && io::stdin().is_terminal() {
        return Err(Failure::Nothing);
    }
    let mut bytes = Vec::new();
    io::stdin()
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::Input(format!("standard input cannot be read: {error}")))?;
    // Noise on a serial line is not UTF-8, and costs the record that it is in.
    let text = marked_text(&bytes);
    let records = transcript::records(&text);
    Ok(records
        .map(|record| {
            let name = format!("line {}", record.line);
            Input::new(name, record.announced, record.content, frame)
        })
        .collect())
}

/// What an argument has: a message in digits, or what a modem printed, such as a record with its header.
fn argument(message: &str, name: &str, frame: Frame) -> Vec<Result<Input, Fault>> {
    let message = without_mark(message);
    let whole = Content::read(message);
    let is_message = |content: &Content| match content {
        Content::Message(octets) => Pdu::detect(octets).is_ok_and(|pdu| pdu.check().is_ok()),
        _ => true,
    };
    let is_one = matches!(frame, Frame::UserData { .. }) || whole.as_ref().is_ok_and(is_message);
    let records: Vec<_> = if is_one {
        Vec::new()
    } else {
        transcript::records(message).collect()
    };
    if records.is_empty() {
        return vec![Input::new(name.to_owned(), None, whole, frame)];
    }
    let inputs = records
        .into_iter()
        .map(|record| Input::new(name.to_owned(), record.announced, record.content, frame));
    inputs.collect()
}

impl Input {
    fn new(
        name: String,
        announced: Option<usize>,
        content: Result<Content, transcript::RecordError>,
        frame: Frame,
    ) -> Result<Self, Fault> {
        let (frame, octets) = match content {
            Ok(Content::Message(octets)) => (frame, octets),
            Ok(Content::UserData {
                dcs,
                udhi,
                udl,
                octets,
            }) => (Frame::UserData { dcs, udhi, udl }, octets),
            Ok(_) => (frame, Vec::new()),
            Err(error) => return Err(Fault::new(&name, &error)),
        };
        Ok(Input {
            name,
            announced,
            frame,
            octets,
        })
    }
}
