//! `septet suggest`: ways to spend fewer segments, the best first.

use std::io::{self, Write};

use septet::{Suggestion, SuggestionKind};

use crate::changes::{self, Change};
use crate::glyph;
use crate::input::Input;
use crate::options::Options;
use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;
use crate::style;
use crate::wording::{counted, in_short};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    options: Options,
    /// Print each way with its changes in their places
    #[arg(long, conflicts_with = "json", help_heading = "Output")]
    diff: bool,
    /// Print JSON: the keys of npm `suggest`
    #[arg(long, help_heading = "Output")]
    json: bool,
}

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    let text = args.input.read()?;
    let segmenter = args.options.segmenter();
    let suggestions = segmenter.suggest(&text)?;
    if args.json {
        screen.json(&suggestions)?;
        return Ok(Outcome::Done);
    }
    let before = in_short(segmenter.count(&text)?);
    if suggestions.is_empty() {
        writeln!(screen, "{before}: no way to spend fewer")?;
    } else {
        writeln!(
            screen,
            "{before}; {} to spend fewer:",
            counted(suggestions.len(), "way")
        )?;
    }
    for suggestion in &suggestions {
        show(&text, suggestion, args.diff, screen)?;
    }
    Ok(Outcome::Done)
}

fn show(text: &str, suggestion: &Suggestion, diff: bool, screen: &mut Screen) -> io::Result<()> {
    let after = screen.paint(style::STRONG, in_short(suggestion.count()));
    writeln!(screen, "\n{after} · {}", what(suggestion))?;
    if !diff {
        let line = glyph::in_line(suggestion.text(), screen.columns().saturating_sub(2));
        return writeln!(screen, "  {line}");
    }
    let changes: Vec<Change> = suggestion
        .edits()
        .iter()
        .map(|edit| Change::new(edit.span(), edit.replacement(), suggestion.kind().name()))
        .collect();
    changes::in_place(text, &changes, screen)
}

/// A suggestion in words.
fn what(suggestion: &Suggestion) -> String {
    let characters = counted(suggestion.changed(), "character");
    match suggestion.kind() {
        SuggestionKind::SmartEncoding(level) => format!("replace {characters} ({})", level.name()),
        SuggestionKind::NationalLanguage(alphabet) => {
            let language = alphabet.locking().or(alphabet.single());
            let name = language.map_or("national", |language| language.name());
            match suggestion.changed() {
                0 => format!("allow the {name} tables, change nothing"),
                _ => format!("allow the {name} tables, replace {characters}"),
            }
        }
        SuggestionKind::RemoveOffenders => {
            format!("replace or remove {characters} that would force UCS-2")
        }
        SuggestionKind::Shorten => format!("cut off the last {characters}"),
        other => format!("{}, {characters}", other.name()),
    }
}
