//! The characters that force UCS-2, each with its code point and its places.

use std::io::{self, Write};

use septet::Offender;
use unicode_width::UnicodeWidthStr;

use crate::glyph::glyphs;

use crate::screen::Screen;
use crate::style;
use crate::wording::{counted, number};

/// How many offenders, and how many places of each, are listed without `--all`; one more is listed
/// rather than left out.
const OFFENDERS: usize = 8;
const PLACES: usize = 5;

/// Lists the offenders, if there are any.
pub(super) fn show(offenders: &[Offender], all: bool, screen: &mut Screen) -> io::Result<()> {
    let places: usize = offenders
        .iter()
        .map(|offender| offender.spans().len())
        .sum();
    if offenders.is_empty() {
        return Ok(());
    }
    let characters = counted(offenders.len(), "character");
    writeln!(
        screen,
        "\nForcing UCS-2: {characters} at {}",
        counted(places, "place")
    )?;
    let listed = listed(offenders.len(), OFFENDERS, all);
    let shown: Vec<String> = offenders[..listed].iter().map(shown).collect();
    let column = shown.iter().map(|shown| shown.width()).max().unwrap_or(0);
    for (offender, shown) in offenders.iter().zip(&shown) {
        let gap = " ".repeat(column - shown.width());
        let shown = screen.paint(style::OFFENDER, shown);
        let code = u32::from(offender.character());
        writeln!(
            screen,
            "  {shown}{gap}  U+{code:04X}  {}",
            at(offender, all)
        )?;
    }
    if listed < offenders.len() {
        let rest = format!(
            "  … {} more (--all lists them)",
            number(offenders.len() - listed)
        );
        writeln!(screen, "{}", screen.paint(style::FAINT, rest))?;
    }
    Ok(())
}

/// The character where it can be seen.
fn shown(offender: &Offender) -> String {
    let text = offender.character().to_string();
    let glyph = glyphs(&text).next();
    glyph
        .filter(|glyph| glyph.columns <= 2)
        .map(|glyph| glyph.shown)
        .unwrap_or_default()
}

/// `at 5, 9 and 12 more`.
fn at(offender: &Offender, all: bool) -> String {
    let spans = offender.spans();
    let listed = listed(spans.len(), PLACES, all);
    let places: Vec<String> = spans[..listed]
        .iter()
        .map(|span| span.utf16_range().start.to_string())
        .collect();
    let places = places.join(", ");
    match spans.len() - listed {
        0 => format!("at {places}"),
        rest => format!("at {places} and {} more", number(rest)),
    }
}

/// How many of `total` to list.
fn listed(total: usize, usual: usize, all: bool) -> usize {
    if all || total <= usual + 1 {
        total
    } else {
        usual
    }
}
