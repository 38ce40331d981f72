//! `septet completions`: a script for the shell.

use std::io::Write;

use clap::Command;
use clap_complete::Shell;

use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The shell that is to complete
    shell: Shell,
}

/// Prints the script for `command`.
pub(crate) fn run(
    args: &Args,
    command: &mut Command,
    screen: &mut Screen,
) -> Result<Outcome, Failure> {
    // The generator panics when it cannot write; a reader that has gone is no reason to.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, command, "septet", &mut script);
    screen.write_all(&script)?;
    Ok(Outcome::Done)
}
