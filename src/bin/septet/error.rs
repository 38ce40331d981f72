//! `septet error`: what error codes mean, and what to do about them.

use std::io::Write;

use septet::catalogue::ErrorCode;

use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;
use crate::style;
use crate::wording::word;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Error codes, such as 21610
    #[arg(value_name = "CODE", required = true)]
    codes: Vec<u32>,
    /// Print JSON, one code a line: the keys of npm `errorCode`
    #[arg(long, help_heading = "Output")]
    json: bool,
}

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    for (index, code) in args.codes.iter().enumerate() {
        let details = ErrorCode::new(*code).details();
        if args.json {
            screen.json(&details)?;
            continue;
        }
        if index > 0 {
            writeln!(screen)?;
        }
        let name = details.name.unwrap_or("not in the catalogue");
        let dated = details
            .date
            .map_or(String::new(), |date| format!(" ({date})"));
        let source = details
            .name
            .map_or(String::new(), |_| format!("{}{dated}", details.page));
        writeln!(screen, "{} {name}", screen.paint(style::STRONG, code))?;
        let class = word(&details.class);
        let advice = word(&details.advice.action());
        let lines = [
            ("meaning", details.meaning.unwrap_or_default()),
            ("cause", details.cause.unwrap_or_default()),
            ("class", &class),
            ("advice", &advice),
            ("source", &source),
        ];
        for (label, value) in lines.iter().filter(|(_, value)| !value.is_empty()) {
            writeln!(screen, "  {label:8}{value}")?;
        }
    }
    let is_known = |code: &u32| ErrorCode::new(*code).is_known();
    Ok(Outcome::of_known(args.codes.iter().all(is_known)))
}
