//! Lists that may be too long to print whole.

use std::io::{self, Write};

use crate::screen::Screen;
use crate::style;
use crate::wording::number;

/// Items to print of `total`: all if asked or if only one would be hidden, else `most`.
pub(crate) const fn printed(total: usize, most: usize, all: bool) -> usize {
    if all || total <= most + 1 {
        total
    } else {
        most
    }
}

/// The line below a list that was not printed whole.
pub(crate) fn rest(total: usize, printed: usize, screen: &mut Screen) -> io::Result<()> {
    if printed < total {
        let rest = format!("  … {} more (--all lists them)", number(total - printed));
        writeln!(screen, "{}", screen.paint(style::FAINT, rest))?;
    }
    Ok(())
}

/// `at 5, 9 and 12 more`: the first few indices, or all of them.
pub(crate) fn places(indices: impl ExactSizeIterator<Item = usize>, all: bool) -> String {
    const LISTED: usize = 5;
    let total = indices.len();
    let listed = printed(total, LISTED, all);
    let places: Vec<String> = indices
        .take(listed)
        .map(|index| index.to_string())
        .collect();
    let places = places.join(", ");
    match total - listed {
        0 => format!("at {places}"),
        rest => format!("at {places} and {} more", number(rest)),
    }
}
