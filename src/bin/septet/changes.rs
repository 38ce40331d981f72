//! The changes of a text, in their places and as a list.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;

use septet::Span;
use unicode_width::UnicodeWidthStr;

use crate::glyph::{glyphs, in_list};
use crate::list;
use crate::screen::Screen;
use crate::style;

/// Different changes listed without `--all`.
const LISTED: usize = 12;

/// One change of a text.
pub(crate) struct Change<'a> {
    /// The range that was replaced, in bytes of the original.
    pub(crate) range: Range<usize>,
    /// The index of its start, in 16-bit units.
    pub(crate) index: usize,
    pub(crate) replacement: &'a str,
    pub(crate) why: &'a str,
}

impl<'a> Change<'a> {
    pub(crate) fn new(span: &Span, replacement: &'a str, why: &'a str) -> Self {
        Change {
            range: span.range(),
            index: span.utf16_range().start,
            replacement,
            why,
        }
    }
}

/// Shows the original with its changes in place: `[-this-]{+that+}`, or in colour.
pub(crate) fn in_place(original: &str, changes: &[Change], screen: &mut Screen) -> io::Result<()> {
    let mut done = 0;
    for beside in changes.chunk_by(|first, next| first.range.end == next.range.start) {
        let range = beside[0].range.start..beside[beside.len() - 1].range.end;
        visible(&original[done..range.start], screen)?;
        marked(
            &original[range.clone()],
            ["[-", "-]"],
            style::REMOVED,
            screen,
        )?;
        let replacement: String = beside.iter().map(|change| change.replacement).collect();
        marked(&replacement, ["{+", "+}"], style::ADDED, screen)?;
        done = range.end;
    }
    visible(&original[done..], screen)?;
    writeln!(screen)
}

/// A piece that was removed or added: in its colour, or between its brackets where there are none.
fn marked(
    piece: &str,
    brackets: [&str; 2],
    style: anstyle::Style,
    screen: &mut Screen,
) -> io::Result<()> {
    if piece.is_empty() {
        return Ok(());
    }
    let shown: String = glyphs(piece).map(|glyph| glyph.shown).collect();
    if screen.has_colour() {
        write!(screen, "{}", screen.paint(style, shown))
    } else {
        write!(screen, "{}{shown}{}", brackets[0], brackets[1])
    }
}

/// Text that did not change; its line breaks break lines here too.
fn visible(text: &str, screen: &mut Screen) -> io::Result<()> {
    for glyph in glyphs(text) {
        if glyph.is_line_break() {
            writeln!(screen)?;
        } else {
            let style = if glyph.is_named {
                style::NAMED
            } else {
                style::PLAIN
            };
            write!(screen, "{}", screen.paint(style, glyph.shown))?;
        }
    }
    Ok(())
}

/// Lists the changes, equal ones together, in the order of their first places.
pub(crate) fn list(
    original: &str,
    changes: &[Change],
    all: bool,
    screen: &mut Screen,
) -> io::Result<()> {
    let kinds = kinds(original, changes);
    let listed = list::printed(kinds.len(), LISTED, all);
    let rows: Vec<[String; 3]> = kinds[..listed]
        .iter()
        .map(|([from, to, why], _)| [in_list(from), in_list(to), (*why).to_owned()])
        .collect();
    let columns: [usize; 3] = std::array::from_fn(|column| {
        let widths = rows.iter().map(|row| row[column].width());
        widths.max().unwrap_or(0)
    });
    for ([from, to, why], (_, indices)) in rows.iter().zip(&kinds) {
        let gap = |text: &str, column: usize| " ".repeat(columns[column] - text.width());
        let (from_gap, to_gap, why_gap) = (gap(from, 0), gap(to, 1), gap(why, 2));
        let (from, to) = (
            screen.paint(style::REMOVED, from),
            screen.paint(style::ADDED, to),
        );
        let places = list::places(indices.iter().copied(), all);
        writeln!(
            screen,
            "  {from}{from_gap} → {to}{to_gap}  {why}{why_gap}  {places}"
        )?;
    }
    list::rest(kinds.len(), listed, screen)
}

/// Changes that are alike: what was replaced, by what and why, and the places.
type Kind<'a> = ([&'a str; 3], Vec<usize>);

fn kinds<'a>(original: &'a str, changes: &[Change<'a>]) -> Vec<Kind<'a>> {
    let mut kinds: Vec<Kind> = Vec::new();
    let mut known = BTreeMap::new();
    for change in changes {
        let replaced = &original[change.range.clone()];
        let kind = [replaced, change.replacement, change.why];
        let place = *known.entry(kind).or_insert(kinds.len());
        if place == kinds.len() {
            kinds.push((kind, Vec::new()));
        }
        kinds[place].1.push(change.index);
    }
    kinds
}
