//! The end of the command: a failure on standard error, with the usage line or the help of the sub-command.

use std::io;
use std::process::ExitCode;

use clap::CommandFactory;
use clap::error::ErrorKind;

use crate::args::Cli;
use crate::outcome::{Failure, complain};

/// Prints what went wrong in a sub-command, or in the command without one; gives the exit code.
pub(crate) fn report(failure: Failure, sub_command: Option<&str>) -> ExitCode {
    let (message, code) = match failure {
        Failure::Usage(message) => command(sub_command)
            .error(ErrorKind::ArgumentConflict, message)
            .exit(),
        Failure::Nothing => {
            anstream::eprint!("{}", command(sub_command).render_help().ansi());
            return ExitCode::from(2);
        }
        #[cfg(feature = "sql")]
        Failure::Query(message) => (message, 2),
        Failure::Demand(message) => (message, 3),
        Failure::Input(message) => (message, 4),
        // The reader has gone, as that of `septet … | head` does.
        Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => {
            return ExitCode::SUCCESS;
        }
        Failure::Output(error) => (format!("the output cannot be written: {error}"), 4),
    };
    complain(message);
    ExitCode::from(code)
}

/// The description of a sub-command, or of the whole command.
fn command(sub_command: Option<&str>) -> clap::Command {
    let mut command = Cli::command();
    command.build();
    let named = sub_command
        .and_then(|name| command.find_subcommand(name))
        .cloned();
    named.unwrap_or(command)
}
