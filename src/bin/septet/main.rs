//! The `septet` command: how a text travels as SMS. Nothing about SMS is decided here; the library
//! counts, this reads and shows.

mod args;
mod bulk;
mod changes;
mod check;
mod clock;
mod completions;
mod count;
mod decode;
mod encode;
mod ending;
mod error;
mod explain;
mod fit;
mod glyph;
mod hex;
mod histogram;
mod input;
mod keyword;
mod list;
mod man;
mod merge_fields;
mod meter;
mod names;
mod options;
mod outcome;
mod plan;
mod progress;
mod rcs;
mod report;
mod screen;
mod sender;
mod smart;
mod source;
mod split;
#[cfg(feature = "sql")]
mod sql;
mod status;
mod stream;
mod style;
mod suggest;
mod template;
mod typo;
mod wording;

use std::io::Write;
use std::process::ExitCode;

use args::{Cli, Command};
use clap::{CommandFactory, FromArgMatches};
use outcome::{Failure, Outcome};
use screen::Screen;

fn main() -> ExitCode {
    if let Some(failure) = slip() {
        return ending::report(failure, None);
    }
    let matches = Cli::command().get_matches();
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    let mut screen = Screen::new(cli.color);
    let result = run(&cli, &mut screen).and_then(|outcome| {
        screen.flush()?;
        Ok(outcome)
    });
    match result {
        Ok(outcome) => outcome.code(),
        Err(failure) => ending::report(failure, matches.subcommand_name()),
    }
}

/// The failure of a first argument that is nearly a sub-command, or one that this build lacks.
fn slip() -> Option<Failure> {
    let mut arguments = std::env::args_os().skip(1);
    let first = arguments.next()?;
    if cfg!(not(feature = "sql")) && first == "sql" {
        return Some(Failure::usage(
            "this build has no queries: cargo install septet --features sql adds septet sql; septet -- sql counts a text",
        ));
    }
    let command = Cli::command();
    let names = command.get_subcommands().map(clap::Command::get_name);
    let meant = typo::meant(&first, names.chain(["help"]))?;
    let text = first.to_string_lossy();
    Some(Failure::usage(format!(
        "there is no sub-command {text}: did you mean septet {meant}? septet -- {text} counts it as a text"
    )))
}

fn run(cli: &Cli, screen: &mut Screen) -> Result<Outcome, Failure> {
    match &cli.command {
        None => report::run(&cli.report, screen),
        Some(Command::Count(args)) => count::run(args, screen),
        Some(Command::Split(args)) => split::run(args, screen),
        Some(Command::Smart(args)) => smart::run(args, screen),
        Some(Command::Suggest(args)) => suggest::run(args, screen),
        Some(Command::Explain(args)) => explain::run(args, screen),
        Some(Command::Fit(args)) => fit::run(args, screen),
        Some(Command::Template(args)) => template::run(args, screen),
        Some(Command::Rcs(args)) => rcs::run(args, screen),
        Some(Command::Bulk(args)) => bulk::run(args, screen),
        Some(Command::Encode(args)) => encode::run(args, screen),
        Some(Command::Decode(args)) => decode::run(args, screen),
        Some(Command::Check(args)) => check::run(args, screen),
        Some(Command::Error(args)) => error::run(args, screen),
        Some(Command::Status(args)) => status::run(args, screen),
        Some(Command::Keyword(args)) => keyword::run(args, screen),
        Some(Command::Sender(args)) => sender::run(args, screen),
        Some(Command::Plan(args)) => plan::run(args, screen),
        #[cfg(feature = "sql")]
        Some(Command::Sql(args)) => sql::run(args, screen),
        Some(Command::Completions(args)) => completions::run(args, &mut Cli::command(), screen),
        Some(Command::Man(args)) => man::run(args, Cli::command(), screen),
    }
}
