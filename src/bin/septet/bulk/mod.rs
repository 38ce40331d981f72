//! `septet bulk`: files of millions of texts, counted row by row and summed up.

mod added;
mod args;
mod groups;
mod head;
mod job;
mod json;
mod layout;
mod money;
mod price_file;
mod prices;
mod records;
mod run;
mod sample;
mod savings;
mod summary;
mod tally;
mod text;

pub(crate) use args::Args;

use std::io::IsTerminal;

use crate::outcome::{Failure, Outcome, warning};
use crate::screen::Screen;
use crate::source;
use crate::stream::FileRun;
use summary::{Summary, Terms};

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    args.refuse_conflicts()?;
    if args.files.is_empty() && std::io::stdin().is_terminal() {
        return Err(Failure::Nothing);
    }
    let files = source::find(&args.files)?;
    let this = FileRun::new(&files, args.output.as_deref(), &args.bad, &args.long)?;
    let (pricing, currency) = args.pricing()?;
    let terms = Terms {
        files: &files,
        pricing: pricing.as_ref(),
        currency: currency.as_deref(),
        by: args.by.as_deref(),
        sample: args.sample,
    };
    let total = this.finish(|resumed| run::run(args, &this, &terms, resumed))?;
    let summary = Summary::new(&total, &terms);
    if args.json {
        screen.json(&summary)?;
    } else if args.summary || args.output.is_some() {
        summary.show(screen)?;
    }
    let shows_rows = args.writes_rows() && args.output.is_none();
    total.warnings(shows_rows).into_iter().for_each(warning);
    let bad = args.bad.outcome(total.bad, total.rows);
    Ok(bad.unwrap_or(match total.too_long {
        1.. => Outcome::OverLimit,
        0 => Outcome::Done,
    }))
}
