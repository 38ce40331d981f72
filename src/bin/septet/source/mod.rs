//! Input files: whatever a file is packed, encoded and laid out as, its records come out as UTF-8 in one of three
//! formats: CSV, a JSON object on each line, a text on each line.
//!
//! A file goes through these steps, each in a module of its own; a step that a file does not need costs nothing:
//! identify it by its first octets (`magic`), unpack it (`unpack`, `archive`), turn a workbook into CSV (`workbook`),
//! decode its characters (`charset`), turn a JSON document into lines (`document`), find delimiter and header
//! (`dialect`).

mod archive;
mod candidate;
mod charset;
mod database;
mod delimiter;
mod dialect;
mod document;
mod file;
mod format;
mod line_ends;
mod magic;
mod open;
mod opened;
mod options;
mod peeked;
mod refill;
mod split;
mod strings;
pub(crate) mod suspect;
mod unpack;
mod wanted;
mod workbook;

pub(crate) use charset::{byte_order_mark, marked_text, without_mark};
pub(crate) use file::{Identity, InputFile, find};
pub(crate) use format::{Dialect, Format, FormatName, Numbering, unpacked};
pub(crate) use open::open;
pub(crate) use opened::{Opened, Prelude};
pub(crate) use options::InputOptions;
pub(crate) use split::{Quotes, boundary, first_rows, line_breaks, lines, open_quote};
pub(crate) use wanted::{Purpose, USUAL, Wanted};
