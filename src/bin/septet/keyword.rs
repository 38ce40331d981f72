//! `septet keyword`: whether a message asks to stop, to resume or for help, as Twilio reads it.

use std::io::Write;

use septet::catalogue::{Keywords, Provider};

use crate::input::Input;
use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;
use crate::style;
use crate::wording::word;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,
    /// Print JSON: the keys of npm `recognizeKeyword`
    #[arg(long, help_heading = "Output")]
    json: bool,
}

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    let recognition = Keywords::new(Provider::Twilio).recognize(&args.input.read()?);
    if args.json {
        screen.json(&recognition)?;
        return Ok(Outcome::Done);
    }
    match recognition {
        None => writeln!(
            screen,
            "no keyword: the message is an answer like any other"
        )?,
        Some(found) => {
            let intent = word(&found.intent());
            let who = if found.is_handled() {
                "Twilio acts on it"
            } else {
                "Twilio does not act on it, and you must"
            };
            let intent = screen.paint(style::STRONG, intent);
            writeln!(screen, "{intent} · {} · {who}", found.keyword())?;
        }
    }
    Ok(Outcome::Done)
}
