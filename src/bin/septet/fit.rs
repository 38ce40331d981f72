//! `septet fit`: the longest beginning of a text that fits a number of segments.

use std::io::{self, Write};
use std::num::NonZeroUsize;

use clap::ValueEnum;
use septet::{Count, CutAt, Truncated, Truncator};

use crate::changes::{self, Change};
use crate::input::Input;
use crate::options::Sending;
use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;
use crate::source::without_mark;
use crate::wording::{counted, in_short};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    sending: Sending,
    /// Maximum number of segments
    #[arg(long, short = 'n', value_name = "N", default_value = "1", hide_default_value = true, value_parser = limit, allow_negative_numbers = true, help_heading = HEADING)]
    max_segments: NonZeroUsize,
    /// Text to append to a text that was cut, counted too: '...' (… itself would force UCS-2)
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true, help_heading = HEADING)]
    ellipsis: String,
    /// Cut at a word (the default) or at a grapheme; never inside a link
    #[arg(long, value_name = "PLACE", value_enum, default_value_t, hide_default_value = true,
        hide_possible_values = true, help_heading = HEADING)]
    cut_at: CutChoice,
    /// Print what was cut off, in its place, and what that saves
    #[arg(long, conflicts_with = "json", help_heading = "Output")]
    diff: bool,
    /// Print JSON: the keys of npm `truncate`
    #[arg(long, help_heading = "Output")]
    json: bool,
}

const HEADING: &str = "How to fit";

fn limit(text: &str) -> Result<NonZeroUsize, String> {
    text.parse()
        .map_err(|_| "expected a number of segments, 1 or more".to_owned())
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum CutChoice {
    #[default]
    Word,
    Grapheme,
}

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    if args.sending.has_frame() {
        return Err(Failure::usage(
            "fit cuts the text that it gets: fit it first, and count it with --text-prefix and --text-suffix then",
        ));
    }
    let text = args.sending.sent(args.input.read()?);
    let segmenter = args.sending.segmenter();
    let truncator = Truncator::new(args.max_segments.get())
        .with_ellipsis(without_mark(&args.ellipsis))
        .with_cut_at(match args.cut_at {
            CutChoice::Word => CutAt::Word,
            CutChoice::Grapheme => CutAt::Grapheme,
        })
        .with_segmenter(segmenter);
    let fitted = truncator.truncate(&text)?;
    if args.json {
        screen.json(&fitted)?;
    } else if args.diff {
        diff(&text, segmenter.count(&text)?, &fitted, screen)?;
    } else {
        writeln!(screen, "{}", fitted.text())?;
    }
    Ok(Outcome::Done)
}

fn diff(text: &str, before: Count, fitted: &Truncated, screen: &mut Screen) -> io::Result<()> {
    let before = in_short(before);
    if !fitted.is_cut() {
        return writeln!(screen, "{before}, which fits");
    }
    let cut = counted(fitted.removed().chars().count(), "character");
    writeln!(
        screen,
        "{before} → {} without {cut}\n",
        in_short(fitted.count())
    )?;
    let kept = fitted.kept();
    let change = Change {
        range: kept.len()..text.len(),
        index: kept.encode_utf16().count(),
        replacement: fitted.text().get(kept.len()..).unwrap_or(""),
        why: "cut off",
    };
    changes::in_place(text, &[change], screen)
}
