//! The characters that force UCS-2, each with its code point and its places.

use std::io::{self, Write};

use septet::Offender;
use unicode_width::UnicodeWidthStr;

use super::glyph::glyphs;
use super::style;
use crate::screen::Screen;
use crate::wording::{counted, number};

/// How many offenders, and how many places of each, are listed without `--all`.
const OFFENDERS: usize = 10;
const PLACES: usize = 5;

/// Lists the offenders, if there are any.
pub(super) fn show(offenders: &[Offender], all: bool, screen: &mut Screen) -> io::Result<()> {
    let places: usize = offenders
        .iter()
        .map(|offender| offender.spans().len())
        .sum();
    match offenders {
        [] => return Ok(()),
        [_] => write!(screen, "\n1 character forces UCS-2")?,
        _ => write!(
            screen,
            "\n{} force UCS-2",
            counted(offenders.len(), "different character")
        )?,
    }
    writeln!(screen, ", at {} (UTF-16 index):", counted(places, "place"))?;
    let listed = if all {
        offenders.len()
    } else {
        OFFENDERS.min(offenders.len())
    };
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
        .filter(|glyph| !glyph.is_named)
        .map(|glyph| glyph.shown)
        .unwrap_or_default()
}

/// `at 5, 9 and 12 more`.
fn at(offender: &Offender, all: bool) -> String {
    let spans = offender.spans();
    let listed = if all {
        spans.len()
    } else {
        PLACES.min(spans.len())
    };
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
