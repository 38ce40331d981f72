//! A segment as people see it: its meter, its text in lines, its offenders, and the cut behind it.

use std::collections::BTreeSet;
use std::io::{self, Write};

use septet::Segment;

use crate::glyph::{Glyph, glyphs};
use crate::meter;
use crate::screen::Screen;
use crate::style;
use crate::wording::number;

/// Lines longer than this are hard to read, however wide the terminal.
const WIDEST: usize = 100;

/// Stands where the text is cut.
const CUT: &str = "✂";

/// The drawing of the segments of one text.
pub(super) struct Drawing<'a> {
    /// Segments of the whole text.
    total: usize,
    offending: &'a BTreeSet<char>,
    /// Columns of the segment numbers.
    margin: usize,
    /// Columns of text beside them.
    columns: usize,
}

impl<'a> Drawing<'a> {
    pub(super) fn new(total: usize, offending: &'a BTreeSet<char>, screen: &Screen) -> Self {
        let margin = number(total).len();
        // One column for the gap, one for the cut.
        let columns = screen
            .columns()
            .min(WIDEST)
            .saturating_sub(margin + 2)
            .max(10);
        Drawing {
            total,
            offending,
            margin,
            columns,
        }
    }

    /// Draws one segment.
    pub(super) fn draw(&self, segment: &Segment, screen: &mut Screen) -> io::Result<()> {
        self.head(segment, screen)?;
        let is_cut = segment.index() + 1 < self.total;
        let text = segment.counter().unwrap_or_default() + segment.text();
        let lines = self.lines(&text);
        if lines.is_empty() {
            writeln!(
                screen,
                "{:1$}{2}",
                "",
                self.margin + 1,
                screen.paint(style::FAINT, "(empty)")
            )?;
        }
        for (index, line) in lines.iter().enumerate() {
            let is_last = index + 1 == lines.len();
            self.line(line, is_last && is_cut, screen)?;
        }
        Ok(())
    }

    /// Number, meter and fill.
    fn head(&self, segment: &Segment, screen: &mut Screen) -> io::Result<()> {
        let (used, capacity) = (segment.units(), segment.capacity());
        let columns = if self.columns < 40 { 10 } else { 20 };
        let (filled, empty) = meter::bar(used, capacity, columns);
        let filled = screen.paint(
            if used < capacity {
                style::FILLED
            } else {
                style::FULL
            },
            filled,
        );
        let empty = screen.paint(style::FAINT, empty);
        let label = format!("{:>1$}", number(segment.index() + 1), self.margin);
        let label = screen.paint(style::STRONG, label);
        writeln!(screen, "{label} {filled}{empty} {used:>3}/{capacity}")
    }

    /// The glyphs of a segment in lines, broken behind line breaks and, where it can be, spaces.
    fn lines<'t>(&self, text: &'t str) -> Vec<Vec<Glyph<'t>>> {
        let mut lines = Vec::new();
        let mut line: Vec<Glyph> = Vec::new();
        for glyph in with_visible_edges(text) {
            if width(&line) + glyph.columns > self.columns {
                let rest = match line.iter().rposition(Glyph::is_space) {
                    Some(space) => line.split_off(space + 1),
                    None => Vec::new(),
                };
                lines.push(std::mem::replace(&mut line, rest));
                if width(&line) + glyph.columns > self.columns {
                    lines.push(std::mem::take(&mut line));
                }
            }
            let ends_line = glyph.is_line_break();
            line.push(glyph);
            if ends_line {
                lines.push(std::mem::take(&mut line));
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// One line, the cut if it is behind this line, and carets where there is no colour to mark the
    /// offenders by.
    fn line(&self, line: &[Glyph], is_cut: bool, screen: &mut Screen) -> io::Result<()> {
        let margin = " ".repeat(self.margin + 1);
        write!(screen, "{margin}")?;
        for glyph in line {
            let style = match (self.offends(glyph), glyph.is_named) {
                (true, _) => style::OFFENDER,
                (false, true) => style::NAMED,
                (false, false) => style::PLAIN,
            };
            write!(screen, "{}", screen.paint(style, &glyph.shown))?;
        }
        if is_cut {
            write!(screen, "{}", screen.paint(style::FAINT, CUT))?;
        }
        writeln!(screen)?;
        let offending = line.iter().filter(|glyph| self.offends(glyph)).count();
        // Carets under most of a line say nothing, and under a line that runs from right to left they
        // stand in the wrong place; the list of offenders says it all the same.
        let can_mark = offending * 2 <= line.len() && !line.iter().any(Glyph::is_right_to_left);
        if !screen.has_colour() && offending > 0 && can_mark {
            let marks = line.iter().map(|glyph| {
                let mark = if self.offends(glyph) { "^" } else { " " };
                mark.repeat(glyph.columns)
            });
            writeln!(screen, "{margin}{}", marks.collect::<String>().trim_end())?;
        }
        Ok(())
    }

    fn offends(&self, glyph: &Glyph) -> bool {
        glyph
            .source
            .chars()
            .any(|character| self.offending.contains(&character))
    }
}

/// The columns of a line.
fn width(line: &[Glyph]) -> usize {
    line.iter().map(|glyph| glyph.columns).sum()
}

/// The glyphs of a segment; spaces at its edges and before its line breaks, which would be
/// overlooked, are drawn as `␣`.
fn with_visible_edges(text: &str) -> Vec<Glyph<'_>> {
    let mut glyphs: Vec<Glyph> = glyphs(text).collect();
    let last = glyphs.len().saturating_sub(1);
    for index in 0..glyphs.len() {
        let is_edge = index == 0 || index == last || glyphs[index + 1].ends_line();
        if is_edge && glyphs[index].is_space() {
            "␣".clone_into(&mut glyphs[index].shown);
            glyphs[index].is_named = true;
        }
    }
    glyphs
}
