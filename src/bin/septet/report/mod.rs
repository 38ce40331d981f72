//! `septet TEXT`: everything there is to say about a text, drawn.

mod drawing;
mod offenders;
mod warnings;

use std::collections::BTreeSet;
use std::io::{self, Write};

use septet::{Analysis, Count, Offender};

use crate::input::Input;
use crate::list;
use crate::options::Sending;
use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;
use crate::style;
use crate::wording::{counted, in_short, number, verdict};
use drawing::Drawing;

/// Segments drawn without `--all`: the first three and the last two.
const FIRST: usize = 3;
const LAST: usize = 2;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    sending: Sending,
    /// Print JSON: the keys of `septet count --json`, and parts, characters, offenders, warnings;
    /// every index is in UTF-16
    #[arg(long, help_heading = "Output")]
    json: bool,
    /// Draw every segment and list every offender, however many there are
    #[arg(long, short, help_heading = "Output")]
    all: bool,
    /// End with exit code 1 if the text takes more segments than this
    #[arg(long, short = 'n', value_name = "N", help_heading = "Output")]
    max_segments: Option<usize>,
}

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    let text = args.sending.sent(args.input.read()?);
    let analysis = args.sending.segmenter().analyze(&text)?;
    let outcome = Outcome::of(analysis.count().segments(), args.max_segments);
    if args.json {
        screen.json(&analysis)?;
    } else {
        show(&analysis, args, outcome, screen)?;
    }
    Ok(outcome)
}

fn show(analysis: &Analysis, args: &Args, outcome: Outcome, screen: &mut Screen) -> io::Result<()> {
    verdict_line(analysis.count(), screen)?;
    if let (Outcome::OverLimit, Some(limit)) = (outcome, args.max_segments) {
        let over = analysis.count().segments() - limit;
        let over = format!(
            "{} over the limit of {}",
            counted(over, "segment"),
            number(limit)
        );
        writeln!(screen, "{}", screen.paint(style::ALARM, over))?;
    }
    writeln!(screen)?;
    segments(analysis, args.all, screen)?;
    warnings::show(analysis.text(), &analysis.warnings(), screen)?;
    offenders::show(analysis.offenders(), args.all, screen)?;
    if let Some(plain) = analysis.without_languages() {
        let cost = in_short(plain);
        writeln!(screen, "\nWithout national languages: {cost}")?;
    }
    Ok(())
}

/// Encoding, segments, code units and what is left, over as many lines as the width asks for.
pub(crate) fn verdict_line(count: Count, screen: &mut Screen) -> io::Result<()> {
    let styles = [
        style::encoding(count.encoding()),
        style::STRONG,
        style::PLAIN,
        style::PLAIN,
    ];
    let mut column = 0;
    for (piece, style) in verdict(count).into_iter().zip(styles) {
        let width = piece.chars().count();
        if column + 3 + width > screen.columns() {
            writeln!(screen)?;
            column = 0;
        } else if column > 0 {
            write!(screen, "{}", screen.paint(style::FAINT, " · "))?;
            column += 3;
        }
        write!(screen, "{}", screen.paint(style, piece))?;
        column += width;
    }
    writeln!(screen)
}

/// The segments, the middle of a long text left out.
fn segments(analysis: &Analysis, all: bool, screen: &mut Screen) -> io::Result<()> {
    let total = analysis.count().segments();
    let offending: BTreeSet<char> = analysis
        .offenders()
        .iter()
        .map(Offender::character)
        .collect();
    let drawing = Drawing::new(total, &offending, screen);
    let hidden = FIRST..FIRST + total - list::printed(total, FIRST + LAST, all);
    for segment in analysis.segments() {
        if segment.index() == hidden.start && !hidden.is_empty() {
            let note = format!(
                "… {} not drawn (--all draws them)",
                counted(hidden.len(), "segment")
            );
            writeln!(screen, "{}", screen.paint(style::FAINT, note))?;
        }
        if !hidden.contains(&segment.index()) {
            drawing.draw(segment, screen)?;
        }
    }
    Ok(())
}
