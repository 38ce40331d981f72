//! Where the messages come from: arguments, or the lines of standard input.

use std::io::{self, IsTerminal, Read};

use septet::pdu::{Dcs, Udhi};

use super::Args;
use crate::hex;
use crate::outcome::Failure;

/// The octets of one message.
pub(super) struct Input {
    /// What errors call it.
    pub(super) name: String,
    pub(super) frame: Frame,
    pub(super) octets: Vec<u8>,
}

/// What the octets are.
#[derive(Clone, Copy)]
pub(super) enum Frame {
    /// A whole message.
    Message,
    /// TP-UD alone.
    UserData { dcs: Dcs, udhi: Udhi, udl: u8 },
}

pub(super) fn read(args: &Args) -> Result<Vec<Input>, Failure> {
    let frame = args.bare.udl.map_or(Frame::Message, |udl| Frame::UserData {
        dcs: Dcs::new(args.bare.dcs),
        udhi: Udhi::from(args.bare.udhi),
        udl,
    });
    let named = |noun: &str, index: usize, line: &str| {
        let name = format!("{noun} {}", index + 1);
        Input::new(name.clone(), frame, line)
            .map_err(|error| Failure::Input(format!("{name}: {error}")))
    };
    if !args.messages.is_empty() && args.messages != ["-"] {
        let messages = args.messages.iter().enumerate();
        return messages
            .map(|(index, message)| named("message", index, message))
            .collect();
    }
    if args.messages.is_empty() && io::stdin().is_terminal() {
        return Err(Failure::Nothing);
    }
    let mut lines = String::new();
    io::stdin()
        .read_to_string(&mut lines)
        .map_err(|error| Failure::Input(format!("standard input cannot be read: {error}")))?;
    let lines = lines.lines().map(str::trim).enumerate();
    lines
        .filter(|(_, line)| !is_chatter(line))
        .map(|(index, line)| named("line", index, line))
        .collect()
}

/// What a modem writes between messages.
fn is_chatter(line: &str) -> bool {
    line.is_empty() || line == "OK" || line.starts_with("AT") || line.starts_with('+')
}

impl Input {
    fn new(name: String, frame: Frame, line: &str) -> Result<Self, String> {
        let columns: Vec<&str> = line.split_whitespace().collect();
        // A line of `septet encode`; octets written apart have two digits each.
        if let [dcs, udhi @ ("0" | "1"), udl, octets @ ..] = &columns[..] {
            let dcs = hex::octets(dcs)?.first().copied().unwrap_or_default();
            let udl = udl
                .parse()
                .map_err(|_| format!("{udl:?} is no TP-UDL, 0 to 255"))?;
            let frame = Frame::UserData {
                dcs: Dcs::new(dcs),
                udhi: Udhi::from(*udhi == "1"),
                udl,
            };
            return Ok(Input {
                name,
                frame,
                octets: hex::octets(&octets.concat())?,
            });
        }
        Ok(Input {
            name,
            frame,
            octets: hex::octets(&columns.concat())?,
        })
    }
}
