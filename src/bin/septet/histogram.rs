//! A histogram of texts by their number of segments.

use std::io::{self, Write};

use crate::meter;
use crate::screen::Screen;
use crate::style;
use crate::wording::{counted, number};

/// A line for each number of segments, with the rows that take so many, of all rows there are.
pub(crate) fn draw(bins: &[(usize, usize)], rows: usize, screen: &mut Screen) -> io::Result<()> {
    let most = bins.iter().map(|(_, rows)| *rows).max().unwrap_or(0);
    for &(segments, count) in bins {
        let (filled, empty) = meter::bar(count, most, 20);
        let (filled, empty) = (
            screen.paint(style::FILLED, filled),
            screen.paint(style::FAINT, empty),
        );
        let (label, share) = (counted(segments, "segment"), percent(count, rows));
        let count = number(count);
        writeln!(
            screen,
            "{label:>13}  {filled}{empty} {count:>12}  {share:>7}"
        )?;
    }
    Ok(())
}

/// A share in percent with one decimal.
pub(crate) fn percent(part: usize, whole: usize) -> String {
    let tenths = (part * 1000 + whole / 2) / whole.max(1);
    format!("{}.{} %", tenths / 10, tenths % 10)
}
