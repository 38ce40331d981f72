//! `septet split`: the text of each segment.

use std::io::Write;

use crate::input::Input;
use crate::options::Sending;
use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    sending: Sending,
    /// End each segment with a NUL instead of a line break, which a text may contain
    #[arg(long, short = '0', conflicts_with = "json", help_heading = "Output")]
    null: bool,
    /// Print a JSON array of text, start, end, units, unitsPerSegment, unitsRemaining, and counter with
    /// --counters; indices are in UTF-16
    #[arg(long, help_heading = "Output")]
    json: bool,
}

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    let text = args.sending.sent(args.input.read()?);
    let segments = args.sending.segmenter().segments(&text)?;
    if args.json {
        screen.json(&segments.collect::<Vec<_>>())?;
        return Ok(Outcome::Done);
    }
    let end = if args.null { b"\0" } else { b"\n" };
    for segment in segments {
        screen.write_all(segment.counter().unwrap_or_default().as_bytes())?;
        screen.write_all(segment.text().as_bytes())?;
        screen.write_all(end)?;
    }
    Ok(Outcome::Done)
}
