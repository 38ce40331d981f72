//! `septet status`: what the statuses of a message mean, and what became of one.

use std::io::Write;

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
    let mut delivery = Delivery::new();
    for status in &args.statuses {
        delivery.observe(&Status::from(status.as_str()), None);
    }
    if args.json {
        if args.statuses.is_empty() {
            screen.json(&Status::known().collect::<Vec<_>>())?;
        } else {
            screen.json(&delivery)?;
        }
        return Ok(Outcome::Done);
    }
    let arrived: Vec<Status> = args
        .statuses
        .iter()
        .map(|status| Status::from(status.as_str()))
        .collect();
    let shown = if arrived.is_empty() {
        Status::known().collect()
    } else {
        arrived
    };
    for status in &shown {
        let meaning = status.meaning().unwrap_or("not in the catalogue");
        let end = if status.is_terminal() { " (final)" } else { "" };
        let name = format!("{:20}", status.as_str());
        writeln!(
            screen,
            "{}{meaning}{end}",
            screen.paint(style::STRONG, name)
        )?;
    }
    if let Some(status) = delivery.status().filter(|_| args.statuses.len() > 1) {
        writeln!(
            screen,
            "\nfolded: {}",
            screen.paint(style::STRONG, status.as_str())
        )?;
    }
    Ok(Outcome::Done)
}
