//! `septet explain`: the text character by character.

use std::io::{self, Write};

use septet::{ESCAPE, Explanation, Septets};
use unicode_width::UnicodeWidthStr;

use crate::glyph::in_list;
use crate::input::Input;
use crate::list;
use crate::names::name;
use crate::options::Sending;
use crate::outcome::{Failure, Outcome};
use crate::report::verdict_line;
use crate::screen::Screen;
use crate::style;
use crate::wording::counted;

/// Characters explained without `--all`.
const LISTED: usize = 200;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    sending: Sending,
    /// Print JSON: the keys of npm `explain`
    #[arg(long, help_heading = "Output")]
    json: bool,
    /// Explain every character, however many there are
    #[arg(long, short, help_heading = "Output")]
    all: bool,
}

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    let text = args.sending.sent(args.input.read()?);
    let analysis = args.sending.segmenter().analyze(&text)?;
    let explanations = analysis.explain();
    if args.json {
        screen.json(&explanations)?;
        return Ok(Outcome::Done);
    }
    verdict_line(analysis.count(), screen)?;
    let listed = list::printed(explanations.len(), LISTED, args.all);
    let mut segment = None;
    for explanation in &explanations[..listed] {
        let place = explanation.character().segment();
        if segment.replace(place) != Some(place) {
            let heading = format!("segment {}", place + 1);
            writeln!(screen, "\n{}", screen.paint(style::STRONG, heading))?;
        }
        row(explanation, screen)?;
    }
    if listed < explanations.len() {
        let rest = counted(explanations.len() - listed, "character");
        let note = format!("… {rest} more (--all explains them)");
        writeln!(screen, "{}", screen.paint(style::FAINT, note))?;
    }
    Ok(Outcome::Done)
}

/// Index, character, code point, code units, and what there is to say about them.
fn row(explanation: &Explanation, screen: &mut Screen) -> io::Result<()> {
    let character = explanation.character();
    let index = character.span().utf16_range().start;
    let code = format!("U+{:04X}", u32::from(character.character()));
    let mut look = in_list(&character.character().to_string());
    if look.starts_with('<') && look.len() > 1 {
        look.clear(); // its code point is beside it
    }
    let gap = " ".repeat(2_usize.saturating_sub(look.width()));
    let style = if character.forces_ucs2() {
        style::OFFENDER
    } else {
        style::PLAIN
    };
    let look = screen.paint(style, look);
    let units = match character.septets() {
        Some(Septets::Locking(code)) => format!("0x{code:02X}"),
        Some(Septets::Escaped(code)) => format!("0x{ESCAPE:02X} 0x{code:02X}"),
        None => counted(character.units(), "unit"),
    };
    let mut notes = Vec::new();
    if character.forces_ucs2() {
        notes.push(format!("{}, forces UCS-2", name(character.character())));
    }
    if let Some(alternative) = explanation.alternative() {
        let (level, reason) = (alternative.level().name(), alternative.reason().name());
        notes.push(format!(
            "→ {} ({level}: {reason})",
            in_list(alternative.replacement())
        ));
    }
    let line = format!("{code:<8} {units:<9}  {}", notes.join(" "));
    writeln!(screen, "{index:>5}  {look}{gap}  {}", line.trim_end())
}
