//! `septet bulk`: files of millions of texts, counted row by row and summed up.

mod added;
mod args;
mod head;
mod job;
mod json;
mod layout;
mod money;
mod records;
mod run;
mod savings;
mod summary;
mod tally;
mod text;

pub(crate) use args::Args;

use std::io::IsTerminal;

use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;
use crate::stream::{self, Run};
use summary::Summary;

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    args.refuse_conflicts()?;
    if args.files.is_empty() && std::io::stdin().is_terminal() {
        return Err(Failure::Nothing);
    }
    let files = stream::find(&args.files)?;
    let this = Run::new(&files, args.output.as_deref(), &args.bad, &args.long)?;
    let total = this.finish(|resumed| run::run(args, &this, resumed))?;
    let summary = Summary::new(&total, &files, args.price);
    if args.json {
        screen.json(&summary)?;
    } else if args.summary || args.output.is_some() {
        summary.show(screen)?;
    }
    Ok(match total.bad {
        1.. if args.bad.strict => Outcome::BadRows,
        _ if total.too_long > 0 => Outcome::OverLimit,
        _ => Outcome::Done,
    })
}
