//! `septet encode`: the octets of each segment.

use std::io::Write;
use std::time::Duration;

use septet::pdu::{
    MessageClass, Submit, SubmitError, SubmitPdu, UserData, UserDataError, ValidityPeriod,
};
use serde::Serialize;

use crate::hex::Hex;
use crate::input::Input;
use crate::options::Sending;
use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;

const AFTER_HELP: &str = "\
A line holds four columns, which `septet decode` reads: TP-DCS as two hexadecimal digits, TP-UDHI as \
0 or 1, TP-UDL as a number (septets in GSM-7, octets in UCS-2), TP-UD as hexadecimal digits.
With --to, each segment is two lines for a modem: AT+CMGS with the length, and the whole SMS-SUBMIT, after which the \
modem expects Ctrl-Z.";

#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    sending: Sending,
    /// The number that joins the segments, 0 to 65535; another one for every text to the same recipient. Without
    /// --16-bit it wraps after 255
    #[arg(long, short, value_name = "NUMBER", default_value_t, help_heading = HEADING)]
    reference: u16,
    /// Message class 0 (flash: shown at once, not stored) to 3
    #[arg(long, value_name = "NUMBER", value_parser = class, help_heading = HEADING)]
    class: Option<MessageClass>,
    #[command(flatten)]
    modem: Modem,
    /// Print a JSON array of dcs, udhi, udl, udh, octets, …, smpp, and with --to submit (length, pdu), octets in
    /// hexadecimal
    #[arg(long, help_heading = "Output")]
    json: bool,
}

const HEADING: &str = "How to send";

/// The fields of SMS-SUBMIT.
#[derive(clap::Args)]
struct Modem {
    /// Write SMS-SUBMIT for AT+CMGS to this number, such as +14155550123
    #[arg(long, value_name = "NUMBER", value_parser = recipient, help_heading = MODEM)]
    to: Option<Submit>,
    /// The service centre to send through; without it, the one the modem has stored
    #[arg(long, value_name = "NUMBER", requires = "to", help_heading = MODEM)]
    service_centre: Option<String>,
    /// Minutes that the service centre tries to deliver, rounded up to a value of TP-VP
    #[arg(long, value_name = "MINUTES", requires = "to", help_heading = MODEM)]
    validity: Option<u32>,
    /// Ask for a status report
    #[arg(long, requires = "to", help_heading = MODEM)]
    status_report: bool,
}

const MODEM: &str = "For a modem";

fn recipient(number: &str) -> Result<Submit, String> {
    Submit::to(number).map_err(|error| error.to_string())
}

impl Modem {
    fn submit(&self) -> Result<Option<Submit>, SubmitError> {
        let Some(submit) = self.to.clone() else {
            return Ok(None);
        };
        let mut submit = submit.with_status_report(self.status_report);
        if let Some(minutes) = self.validity {
            let period = Duration::from_secs(u64::from(minutes) * 60);
            submit = submit.with_validity_period(ValidityPeriod::at_least(period))?;
        }
        if let Some(number) = &self.service_centre {
            submit = submit.with_service_centre(number)?;
        }
        Ok(Some(submit))
    }
}

/// A segment, with its SMS-SUBMIT if there is a recipient.
#[derive(Serialize)]
struct Segment {
    #[serde(flatten)]
    user_data: UserData,
    #[serde(skip_serializing_if = "Option::is_none")]
    submit: Option<SubmitPdu>,
}

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
    let submit = args.modem.submit().map_err(Failure::usage)?;
    let segments = parts.into_iter().map(|part| {
        let user_data = match args.class {
            Some(class) => part.with_class(class),
            None => part,
        };
        let submit = submit.as_ref().map(|submit| submit.pdu(&user_data));
        Segment { user_data, submit }
    });
    if args.json {
        screen.json(&segments.collect::<Vec<_>>())?;
        return Ok(Outcome::Done);
    }
    for Segment { user_data, submit } in segments {
        if let Some(pdu) = submit {
            writeln!(screen, "AT+CMGS={}\n{pdu}", pdu.length())?;
            continue;
        }
        let (dcs, udhi) = (
            user_data.dcs().octet(),
            u8::from(user_data.udhi().is_present()),
        );
        let (udl, octets) = (user_data.udl(), user_data.octets());
        writeln!(screen, "{dcs:02X}\t{udhi}\t{udl}\t{}", Hex(&octets))?;
    }
    Ok(Outcome::Done)
}

impl From<UserDataError> for Failure {
    fn from(error: UserDataError) -> Self {
        Failure::Demand(error.to_string())
    }
}
