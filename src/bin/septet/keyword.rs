//! `septet keyword`: whether a message asks to stop, to resume or for help, as a provider reads it.

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
    /// The provider whose lists count: twilio, telnyx, aws, bird or other
    #[arg(long, value_name = "NAME", default_value = "twilio", hide_default_value = true, value_parser = provider)]
    provider: Provider,
    /// Print JSON: the keys of npm `recognizeKeyword`
    #[arg(long, help_heading = "Output")]
    json: bool,
}

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    let recognition = Keywords::new(args.provider).recognize(&args.input.read()?);
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
            let provider = title(args.provider);
            let who = if found.is_handled() {
                format!("{provider} acts on it")
            } else {
                format!("{provider} does not act on it, and you must")
            };
            let intent = screen.paint(style::STRONG, intent);
            writeln!(screen, "{intent} · {} · {who}", found.keyword())?;
        }
    }
    Ok(Outcome::Done)
}

fn provider(name: &str) -> Result<Provider, String> {
    let known = Provider::ALL
        .into_iter()
        .find(|provider| provider.name() == name);
    known.ok_or_else(|| "expected twilio, telnyx, aws, bird or other".to_owned())
}

const fn title(provider: Provider) -> &'static str {
    match provider {
        Provider::Twilio => "Twilio",
        Provider::Telnyx => "Telnyx",
        Provider::Aws => "AWS",
        Provider::Bird => "Bird",
        _ => "the provider",
    }
}
