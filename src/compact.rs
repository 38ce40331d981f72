//! Code of our own in place of the standard library, because it saves more than 1 KB of a WebAssembly module. Measured on
//! 2026-11-30 with the modules as they are published (`opt-level = "z"`, the standard library compiled for size,
//! `wasm-opt -Oz`), after brotli:
//!
//! | here | instead of | saves |
//! |---|---|--:|
//! | [`Quoted`] | `{:?}`, which brings the tables of printable characters | 2.7 KB |
//! | `webhook::read::degrees` | `str::parse::<f64>`, which is exact for any number of digits | 14.8 KB |
//!
//! Crates that were too large for their one use have a word in the module that does without: `calendar`, `message::url`,
//! `media::media_type`. What saved less is gone: a heap in place of sorts (0.1 KB), exchanging neighbours in place of
//! `sort_by_key` (0.2 KB), sentences with `#` in place of `format!` (0.2 KB).

use core::fmt::{self, Write as _};

/// A text between quotation marks, on one line whatever is in it. (The modules are compiled without code for `{:?}`.)
pub(crate) struct Quoted<'t>(pub(crate) &'t str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for character in self.0.chars() {
            match character {
                '"' | '\\' => {
                    f.write_char('\\')?;
                    f.write_char(character)?;
                }
                '\n' => f.write_str("\\n")?,
                '\r' => f.write_str("\\r")?,
                '\t' => f.write_str("\\t")?,
                // What ends lines, turns their direction or is not seen at all.
                '\0'..' '
                | '\u{7F}'..='\u{9F}'
                | '\u{200B}'..='\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{2069}'
                | '\u{FEFF}' => write!(f, "\\u{{{:x}}}", u32::from(character))?,
                _ => f.write_char(character)?,
            }
        }
        f.write_char('"')
    }
}
