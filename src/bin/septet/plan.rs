//! `septet plan`: how long a batch takes at the pace of its sender.

use std::convert::Infallible;
use std::io::{self, Read, Write};
use std::num::NonZeroU32;
use std::str::FromStr;
use std::time::Duration;

use clap::ValueHint;
use indicatif::ProgressBar;
use septet::catalogue::{Batch, Pace, Plan, Rate, Tier};
use septet::message::MessageValidator;
use serde::Deserialize;

use crate::clock;
use crate::options::Suggested;
use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;
use crate::source::{InputFile, marked_text};
use crate::style;
use crate::wording::{counted, number};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Messages, or messages and the segments of each, such as 5000x2; the tiers there are without it
    #[arg(value_name = "MESSAGES[xSEGMENTS]")]
    batch: Vec<BatchPart>,
    /// A campaign instead: the JSON of `septet bulk --summary --json` or `septet template --rows --json`;
    /// - is standard input. Its messages are taken in the order of their segments, the shortest first
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "batch")]
    from_bulk: Option<InputFile>,
    /// The tier of the sender, such as twilio-toll-free
    #[arg(long, value_name = "TIER", conflicts_with = "rate", hide_possible_values = true, value_parser = tiers_by_id())]
    tier: Option<String>,
    /// The trust score of the brand, where tiers differ by it
    #[arg(long, value_name = "SCORE", requires = "tier")]
    trust_score: Option<u8>,
    /// Segments a second, such as 3.75, where no tier is named
    #[arg(long, value_name = "SEGMENTS", value_parser = rate, allow_negative_numbers = true)]
    rate: Option<Rate>,
    /// The most segments a day, from midnight to midnight in California
    #[arg(long, value_name = "SEGMENTS", value_parser = per_day)]
    per_day: Option<u32>,
    /// Start time as ISO 8601; now without it
    #[arg(long, value_name = "TIME", value_parser = clock::time)]
    start: Option<MessageValidator>,
    /// Print JSON: the keys of npm `plan`
    #[arg(long, help_heading = "Output")]
    json: bool,
}

/// The tiers that have a pace, by their identifiers.
fn tiers_by_id() -> Suggested<String, Infallible> {
    let tiers = Tier::all().filter(|tier| tier.sms().is_some());
    Suggested::new(tiers.map(Tier::id), |id| Ok(id.to_owned()))
}

/// Reads segments a second, with up to three decimals.
fn rate(text: &str) -> Result<Rate, String> {
    const EXPECTED: &str = "expected segments a second from 0.001 to 86400000, with up to three decimals, such as 3.75";
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let are_digits = |digits: &str| digits.bytes().all(|digit| digit.is_ascii_digit());
    if whole.is_empty() || decimals.len() > 3 || !are_digits(whole) || !are_digits(decimals) {
        return Err(EXPECTED.to_owned());
    }
    let thousandths: u64 = format!("{whole}{decimals:0<3}")
        .parse()
        .map_err(|_| EXPECTED.to_owned())?;
    // In lowest terms, as a rate has limits for both of its numbers.
    let mut divisor = 1000;
    let mut rest = thousandths;
    while rest > 0 {
        (divisor, rest) = (rest, divisor % rest);
    }
    let units = u32::try_from(thousandths / divisor).ok();
    let seconds = u32::try_from(1000 / divisor).ok();
    let rate = units
        .zip(seconds)
        .and_then(|(units, seconds)| Rate::new(units, seconds).ok());
    rate.ok_or_else(|| EXPECTED.to_owned())
}

/// Reads the most segments a day.
fn per_day(text: &str) -> Result<u32, String> {
    let segments = text.parse().ok().filter(|segments| *segments > 0);
    segments.ok_or_else(|| "expected a number of segments, 1 or more".to_owned())
}

/// Messages of equally many segments.
#[derive(Clone, Copy, Deserialize)]
struct BatchPart {
    #[serde(rename = "rows")]
    messages: u32,
    segments: NonZeroU32,
}

impl FromStr for BatchPart {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (messages, segments) = text.split_once('x').unwrap_or((text, "1"));
        match (messages.parse(), segments.parse()) {
            (Ok(messages), Ok(segments)) => Ok(BatchPart { messages, segments }),
            _ => Err("write a number of messages, or messages and segments such as 5000x2".into()),
        }
    }
}

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    let batch = match &args.from_bulk {
        Some(file) => campaign(file)?,
        None if args.batch.is_empty() && (args.rate.is_some() || args.per_day.is_some()) => {
            return Err(Failure::usage(
                "say how many messages there are, such as 5000 or 5000x2",
            ));
        }
        None if args.batch.is_empty() => return tiers(args, screen),
        None => batch(&args.batch),
    };
    let start = args.start.clone().unwrap_or_else(clock::now).now();
    let plan = Plan::new(&batch, &args.pace()?, start)
        .map_err(|error| Failure::Demand(error.to_string()))?;
    if args.json {
        screen.json(&plan)?;
    } else {
        show(args, &batch, &plan, screen)?;
    }
    Ok(Outcome::Done)
}

fn show(args: &Args, batch: &Batch, plan: &Plan, screen: &mut Screen) -> io::Result<()> {
    let (messages, segments) = (
        shown(batch.messages(), "message"),
        shown(batch.segments(), "segment"),
    );
    let duration = screen.paint(style::STRONG, spoken(plan.duration()));
    writeln!(screen, "{messages} · {segments} · {duration}")?;
    writeln!(screen, "ends {}", clock::utc(plan.ends_at()))?;
    let tier = args.tier.as_deref();
    if let Some(tier) = tier.and_then(|id| Tier::find(id, args.trust_score)) {
        writeln!(screen, "by {} ({})", tier.source(), tier.date())?;
    }
    if plan.days() > 1 {
        writeln!(screen, "over {} days, each with its limit", plan.days())?;
    }
    if let Some(overflow) = plan.overflow() {
        let rest = shown(overflow.messages(), "message");
        let hand_over = spoken(overflow.hand_over());
        writeln!(
            screen,
            "{rest} at the end do not fit the queue: hand the batch over in no less than {hand_over}"
        )?;
    }
    Ok(())
}

/// The summary of a campaign, of which only the rows by their number of segments are of use here.
#[derive(Deserialize)]
struct Campaign {
    segments: Vec<BatchPart>,
}

/// Reads the summary of a campaign.
fn campaign(file: &InputFile) -> Result<Batch, Failure> {
    let mut octets = Vec::new();
    let mut reader = file.reader(&ProgressBar::hidden())?;
    reader
        .read_to_end(&mut octets)
        .map_err(|error| file.unreadable(&error))?;
    let campaign: Campaign = serde_json::from_str(&marked_text(&octets)).map_err(|error| {
        let name = file.name();
        Failure::Input(format!("{name} is not the JSON of a campaign: {error}"))
    })?;
    Ok(batch(&campaign.segments))
}

fn batch(parts: &[BatchPart]) -> Batch {
    parts.iter().fold(Batch::new(), |batch, part| {
        batch.with(part.messages, part.segments.get())
    })
}

impl Args {
    fn pace(&self) -> Result<Pace, Failure> {
        let pace = match (&self.tier, self.rate) {
            (Some(id), _) => Tier::find(id, self.trust_score)
                .and_then(Pace::from_tier)
                .ok_or_else(|| Failure::usage(format!("{id} is not a tier with a pace for SMS; `septet plan` lists them, some with --trust-score")))?,
            (None, Some(rate)) => Pace::new(rate),
            (None, None) => return Err(Failure::usage("say how fast the sender is: --tier or --rate")),
        };
        Ok(match self.per_day {
            Some(per_day) => pace.with_per_day(per_day),
            None => pace,
        })
    }
}

fn tiers(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    for tier in Tier::all().filter(|tier| tier.sms().is_some()) {
        if args.json {
            screen.json(&tier)?;
            continue;
        }
        let rate = tier
            .sms()
            .map_or(String::new(), |rate| match (rate.units(), rate.seconds()) {
                (units, 1) => format!("{units} a second"),
                (units, seconds) => format!("{units} in {seconds} seconds"),
            });
        let trust = tier.trust_scores().map_or(String::new(), |scores| {
            format!(" (trust score {} to {})", scores.start(), scores.end())
        });
        let id = format!("{:36}", tier.id());
        let (source, date) = (tier.source(), tier.date());
        writeln!(screen, "{} {rate}{trust}", screen.paint(style::STRONG, id))?;
        writeln!(screen, "  {source} ({date})")?;
    }
    Ok(Outcome::Done)
}

fn shown(value: u64, noun: &str) -> String {
    counted(usize::try_from(value).unwrap_or(usize::MAX), noun)
}

/// `1 h 12 min 5 s`, rounded up to whole seconds.
fn spoken(duration: Duration) -> String {
    let seconds = duration.as_secs() + u64::from(duration.subsec_nanos() > 0);
    let parts = [
        (seconds / 86_400, "d"),
        (seconds / 3_600 % 24, "h"),
        (seconds / 60 % 60, "min"),
        (seconds % 60, "s"),
    ];
    let shown: Vec<String> = parts
        .into_iter()
        .filter(|(value, _)| *value > 0)
        .map(|(value, unit)| {
            format!(
                "{} {unit}",
                number(usize::try_from(value).unwrap_or(usize::MAX))
            )
        })
        .collect();
    if shown.is_empty() {
        "0 s".into()
    } else {
        shown.join(" ")
    }
}
