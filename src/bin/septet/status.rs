//! `septet status`: what the statuses of a message mean, and what became of one.

use std::io::{self, Write};

use septet::catalogue::{Delivery, Status};

use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;
use crate::style;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Statuses in the order they arrived, late and repeated ones too; every status there is without one
    #[arg(value_name = "STATUS")]
    statuses: Vec<String>,
    /// Print JSON: the keys of npm `mergeStatuses`
    #[arg(long, help_heading = "Output")]
    json: bool,
}

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    let statuses = args.statuses.iter();
    let arrived: Vec<Status> = statuses
        .map(|status| Status::from(status.as_str()))
        .collect();
    if arrived.is_empty() {
        let known: Vec<Status> = Status::known().collect();
        if args.json {
            screen.json(&known)?;
        } else {
            list(&known, screen)?;
        }
        return Ok(Outcome::Done);
    }
    let known = Outcome::of_known(arrived.iter().all(Status::is_known));
    let mut delivery = Delivery::new();
    for status in &arrived {
        delivery.observe(status, None);
    }
    if args.json {
        screen.json(&delivery)?;
        return Ok(known);
    }
    list(&arrived, screen)?;
    if let Some(status) = delivery.status().filter(|_| arrived.len() > 1) {
        let status = screen.paint(style::STRONG, status.as_str());
        writeln!(screen, "\nstatus of the message: {status}")?;
    }
    if delivery.is_contradictory() {
        writeln!(screen, "the statuses contradict each other")?;
    }
    Ok(known)
}

/// Prints the meaning of each status.
fn list(statuses: &[Status], screen: &mut Screen) -> io::Result<()> {
    for status in statuses {
        let meaning = status.meaning().unwrap_or("not in the catalogue");
        let end = if status.is_terminal() { " (final)" } else { "" };
        let name = format!("{:20}", status.as_str());
        writeln!(
            screen,
            "{}{meaning}{end}",
            screen.paint(style::STRONG, name)
        )?;
    }
    Ok(())
}
