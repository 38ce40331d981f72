//! The warnings about a text.

use std::io::{self, Write};

use septet::{Edit, Warning};

use crate::glyph::in_list;
use crate::screen::Screen;
use crate::style;

/// Different edits of a fix that are named.
const NAMED: usize = 4;

/// Lists the warnings, each with what would put it right.
pub(super) fn show(text: &str, warnings: &[Warning], screen: &mut Screen) -> io::Result<()> {
    if !warnings.is_empty() {
        writeln!(screen)?;
    }
    for warning in warnings {
        writeln!(
            screen,
            "{} {}",
            screen.paint(style::ALARM, "!"),
            warning.message()
        )?;
        if let Some(fix) = warning.fix() {
            writeln!(screen, "  {}", screen.paint(style::FAINT, named(text, fix)))?;
        }
    }
    Ok(())
}

/// `“ → ", ” → "`: the different edits of a fix.
fn named(text: &str, fix: &[Edit]) -> String {
    let mut named: Vec<String> = Vec::new();
    for edit in fix {
        let from = text.get(edit.span().range()).unwrap_or("");
        let edit = format!("{} → {}", in_list(from), in_list(edit.replacement()));
        if !named.contains(&edit) {
            if named.len() == NAMED {
                named.push("…".to_owned());
                break;
            }
            named.push(edit);
        }
    }
    named.join(", ")
}
