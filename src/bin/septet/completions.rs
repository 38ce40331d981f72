//! `septet completions`: a script for the shell.

use std::io::Write;

use clap::CommandFactory;
use clap_complete::Shell;

use crate::args::Cli;
use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The shell that is to complete
    shell: Shell,
}

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    // The generator panics when it cannot write; a reader that has gone is no reason to.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "septet", &mut script);
    screen.write_all(&script)?;
    Ok(Outcome::Done)
}
