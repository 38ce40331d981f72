//! `septet man`: the manual page of the command, or of a sub-command.

use std::io::Write;

use clap::Command;
use clap_mangen::Man;

use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The sub-command, such as bulk; the whole command without it
    #[arg(value_name = "SUB-COMMAND")]
    name: Option<String>,
}

/// Prints the page of `command`, or of one of its sub-commands, as roff: `septet man bulk | man -l -`.
pub(crate) fn run(
    args: &Args,
    mut command: Command,
    screen: &mut Screen,
) -> Result<Outcome, Failure> {
    command.build();
    let page = match &args.name {
        None => command,
        Some(name) => {
            let found = command.find_subcommand(name).cloned();
            found.ok_or_else(|| Failure::usage(format!("there is no sub-command {name}")))?
        }
    };
    let mut roff = Vec::new();
    Man::new(page).render(&mut roff)?;
    screen.write_all(&roff)?;
    Ok(Outcome::Done)
}
