//! The command line: the text to report on, or a sub-command.

use clap::{Parser, Subcommand};

use crate::screen::When;
#[cfg(feature = "sql")]
use crate::sql;
use crate::{
    bulk, check, completions, count, decode, encode, error, explain, fit, keyword, man, plan, rcs,
    report, sender, smart, split, status, suggest, template,
};

const AFTER_HELP: &str = "\
A text that begins with a dash, or is (nearly) the name of a sub-command, goes after two dashes:
  septet -- split

Exit codes:
  0  done
  1  a text takes more segments than --max-segments allows, a message would be refused, or the
     catalogue does not have a code or a status
  2  the command line is wrong
  3  the text cannot be sent as demanded, such as an emoji as GSM-7
  4  the input cannot be read, or the output cannot be written
  5  a row of a file could not be read, and --allow-bad does not permit it";

/// Shows how a text travels as SMS: encoding, segments, cuts, and what drives the price
#[derive(Parser)]
#[command(name = "septet", version, after_help = AFTER_HELP, args_conflicts_with_subcommands = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) report: report::Args,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        value_enum,
        default_value_t,
        hide_possible_values = true,
        hide_default_value = true,
        help_heading = "Output",
        help = "Colours: auto (on a terminal, heeding NO_COLOR and CLICOLOR), always or never"
    )]
    pub(crate) color: When,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// The figures alone, of one text or of a file of texts
    Count(count::Args),
    /// The text of each segment
    Split(split::Args),
    /// Replaces characters by cheaper ones, with the same words
    Smart(smart::Args),
    /// Ways to spend fewer segments, the best first
    Suggest(suggest::Args),
    /// The text character by character: codes, code units, what forces UCS-2
    Explain(explain::Args),
    /// The longest beginning of the text that fits
    Fit(fit::Args),
    /// Minimum and maximum cost of a text with {{fields}}, or the cost of each row
    Template(template::Args),
    /// Files of millions of texts, counted row by row and summed up
    Bulk(bulk::Args),
    /// The cost of the text as RCS
    Rcs(rcs::Args),
    /// The octets of each segment, in hexadecimal
    Encode(encode::Args),
    /// Explains received octets field by field, with the parts of a text joined
    Decode(decode::Args),
    /// Everything that is wrong with messages, before they are sent
    Check(check::Args),
    /// The meaning of error codes, and what to do about them
    Error(error::Args),
    /// The meaning of statuses, and the final state of a message
    Status(status::Args),
    /// Shows if a provider reads a message as a request to stop, to resume or for help
    Keyword(keyword::Args),
    /// The senders that a country accepts
    Sender(sender::Args),
    /// The time that a batch takes at the pace of its sender
    Plan(plan::Args),
    /// Queries over files, with a function for everything that a text costs
    #[cfg(feature = "sql")]
    Sql(sql::Args),
    /// A script that completes this command in a shell
    Completions(completions::Args),
    /// The manual page of the command, or of a sub-command, for man -l
    Man(man::Args),
}
