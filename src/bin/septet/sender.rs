//! `septet sender`: which senders a country takes, and what becomes of them.

use std::io::Write;

use septet::catalogue::{Acceptance, Origin, SenderRules};
use septet::message::{Country, SenderKind};

use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;
use crate::style;
use crate::wording::word;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Countries by their two letters, such as DE
    #[arg(value_name = "COUNTRY", required = true, value_parser = rules)]
    countries: Vec<SenderRules>,
    /// Print JSON, one country a line: the keys of npm `senderRules`
    #[arg(long, help_heading = "Output")]
    json: bool,
}

const KINDS: [(SenderKind, Origin, &str); 5] = [
    (
        SenderKind::Alphanumeric,
        Origin::International,
        "sender names",
    ),
    (
        SenderKind::LongCode,
        Origin::Domestic,
        "numbers of the country",
    ),
    (
        SenderKind::LongCode,
        Origin::International,
        "foreign numbers",
    ),
    (SenderKind::ShortCode, Origin::Domestic, "short codes"),
    (SenderKind::TollFree, Origin::Domestic, "toll-free numbers"),
];

fn rules(code: &str) -> Result<SenderRules, String> {
    let country: Country = code.parse().map_err(|error| format!("{error}"))?;
    SenderRules::of(country).ok_or_else(|| "the catalogue has no such country".to_owned())
}

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    for (index, rules) in args.countries.iter().enumerate() {
        if args.json {
            screen.json(rules)?;
            continue;
        }
        if index > 0 {
            writeln!(screen)?;
        }
        writeln!(screen, "{}", screen.paint(style::STRONG, rules.name()))?;
        for (kind, origin, name) in KINDS {
            let support = rules.support(kind, origin);
            let acceptance = support.acceptance;
            write!(screen, "  {name:24}{}", word(&acceptance))?;
            if acceptance != Acceptance::Refused {
                write!(screen, " · arrives {}", word(&support.arrival))?;
            }
            writeln!(screen)?;
        }
        let media = match (rules.accepts_media(), rules.links_media()) {
            (true, _) => "MMS",
            (false, true) => "as a link in the text",
            (false, false) => "not delivered",
        };
        writeln!(screen, "  {:24}{media}", "media")?;
        writeln!(
            screen,
            "  {:24}{} ({})",
            "source",
            rules.page(),
            rules.date()
        )?;
    }
    Ok(Outcome::Done)
}
