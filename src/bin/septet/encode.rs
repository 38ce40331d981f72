//! `septet encode`: the octets of each segment.

use std::io::Write;

use septet::pdu::{MessageClass, UserData, UserDataError};

use crate::hex::Hex;
use crate::input::Input;
use crate::options::Sending;
use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;

const AFTER_HELP: &str = "\
A line holds four columns, which `septet decode` reads: TP-DCS as two hexadecimal digits, TP-UDHI as \
0 or 1, TP-UDL as a number (septets in GSM-7, octets in UCS-2), TP-UD as hexadecimal digits.";

#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    sending: Sending,
    /// What joins the segments: 0 to 255, or to 65535 with --16-bit; another one for every text to
    /// the same recipient
    #[arg(long, short, value_name = "NUMBER", default_value_t, help_heading = HEADING)]
    reference: u16,
    /// Message class 0 (flash: shown at once, not stored) to 3
    #[arg(long, value_name = "NUMBER", value_parser = class, help_heading = HEADING)]
    class: Option<MessageClass>,
    /// Print a JSON array of dcs, udhi, udl, udh, octets, …, smpp, octets in hexadecimal
    #[arg(long, help_heading = "Output")]
    json: bool,
}

const HEADING: &str = "How to send";

fn class(number: &str) -> Result<MessageClass, String> {
    match number {
        "0" => Ok(MessageClass::Class0),
        "1" => Ok(MessageClass::Class1),
        "2" => Ok(MessageClass::Class2),
        "3" => Ok(MessageClass::Class3),
        _ => Err("expected 0, 1, 2 or 3".to_owned()),
    }
}

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    let text = args.sending.sent(args.input.read()?);
    let parts = args.sending.segmenter().user_data(&text, args.reference)?;
    let parts = parts.into_iter().map(|part| match args.class {
        Some(class) => part.with_class(class),
        None => part,
    });
    if args.json {
        screen.json(&parts.collect::<Vec<UserData>>())?;
        return Ok(Outcome::Done);
    }
    for part in parts {
        let (dcs, udhi) = (part.dcs().octet(), u8::from(part.udhi().is_present()));
        writeln!(
            screen,
            "{dcs:02X}\t{udhi}\t{}\t{}",
            part.udl(),
            Hex(&part.octets())
        )?;
    }
    Ok(Outcome::Done)
}

impl From<UserDataError> for Failure {
    fn from(error: UserDataError) -> Self {
        Failure::Demand(error.to_string())
    }
}
