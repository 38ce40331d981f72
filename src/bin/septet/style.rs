//! The colours, by meaning. Nothing is said by colour alone.

use anstyle::{AnsiColor, Style};
use septet::Encoding;

pub(crate) const PLAIN: Style = Style::new();
pub(crate) const STRONG: Style = Style::new().bold();
/// Parts of the drawing that are not text.
pub(crate) const FAINT: Style = Style::new().dimmed();
pub(crate) const ALARM: Style = AnsiColor::Red.on_default().bold();
/// A character that forces UCS-2.
pub(crate) const OFFENDER: Style = AnsiColor::Red.on_default().bold().underline();
/// A character that has no look of its own, by its name.
pub(crate) const NAMED: Style = AnsiColor::Cyan.on_default();
/// Removed and added text of a change.
pub(crate) const REMOVED: Style = AnsiColor::Red.on_default().strikethrough();
pub(crate) const ADDED: Style = AnsiColor::Green.on_default().bold();
/// The filled part of a meter.
pub(crate) const FILLED: Style = AnsiColor::Green.on_default();
/// The filled part of the meter of a segment with nothing left.
pub(crate) const FULL: Style = AnsiColor::Yellow.on_default();

/// GSM-7 is what people hope for.
pub(crate) const fn encoding(encoding: Encoding) -> Style {
    match encoding {
        Encoding::Gsm7 => AnsiColor::Green.on_default().bold(),
        Encoding::Ucs2 => AnsiColor::Yellow.on_default().bold(),
    }
}
