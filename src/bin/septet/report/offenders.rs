//! The characters that force UCS-2, each with its code point and its places.

use std::io::{self, Write};

use septet::Offender;
use unicode_width::UnicodeWidthStr;

use crate::glyph::glyphs;
use crate::list;
use crate::names::name;
use crate::screen::Screen;
use crate::style;
use crate::wording::counted;

/// Offenders listed without `--all`.
const LISTED: usize = 8;

/// Lists the offenders, if there are any.
pub(super) fn show(offenders: &[Offender], all: bool, screen: &mut Screen) -> io::Result<()> {
    let total: usize = offenders
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
        counted(total, "place")
    )?;
    let listed = list::printed(offenders.len(), LISTED, all);
    let shown: Vec<String> = offenders[..listed].iter().map(shown).collect();
    let column = shown.iter().map(|shown| shown.width()).max().unwrap_or(0);
    for (offender, shown) in offenders.iter().zip(&shown) {
        let gap = " ".repeat(column - shown.width());
        let shown = screen.paint(style::OFFENDER, shown);
        let code = u32::from(offender.character());
        writeln!(
            screen,
            "  {shown}{gap}  U+{code:04X} {}  {}",
            name(offender.character()),
            list::places(
                offender.spans().iter().map(|span| span.utf16_range().start),
                all
            )
        )?;
    }
    list::rest(offenders.len(), listed, screen)
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
