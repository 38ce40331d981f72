//! A field as a line.

use std::fmt::Display;
use std::io::{self, Write};

use crate::glyph::glyphs;
use crate::screen::Screen;
use crate::style;

/// Columns of the names of fields.
const NAMES: usize = 16;

/// One field under its name.
pub(super) fn field(screen: &mut Screen, name: &str, value: &dyn Display) -> io::Result<()> {
    let name = screen.paint(style::FAINT, format!("{name:NAMES$}"));
    writeln!(screen, "{name} {value}")
}

/// Received text made safe to print: characters that a terminal would act on become names.
pub(super) fn drawn(text: &str) -> String {
    glyphs(text).map(|glyph| glyph.shown).collect()
}
