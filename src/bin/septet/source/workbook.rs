//! A sheet of a workbook as CSV, row by row.
//!
//! Cells are written as their values are: numbers with up to 15 digits, as spreadsheets have them; dates as ISO 8601;
//! TRUE and FALSE; the result of a formula, which the program that saved the workbook has to have stored. An empty row
//! stays an empty line, so that rows keep their numbers.

use std::io::BufReader;

use calamine::{
    Data, DataRef, ExcelDateTime, Ods, Range, Reader, Sheet, SheetType, SheetVisible, Xls, Xlsb,
    Xlsx,
};

use super::archive::{Book, Stored};
use crate::outcome::Failure;

type Source = BufReader<Box<dyn Stored>>;

/// The sheet of this name, or the only one with cells, as CSV with commas; its first `skipped` rows are left empty.
pub(super) fn read(
    book: Book,
    stored: Box<dyn Stored>,
    sheet: Option<&str>,
    skipped: u64,
    name: &str,
) -> Result<Vec<u8>, Failure> {
    let stored = BufReader::new(stored);
    let table = Table {
        skipped,
        ..Table::default()
    };
    match book {
        Book::Xlsx => xlsx(stored, sheet, &table, name),
        Book::Xlsb => ranges::<Xlsb<Source>>(stored, sheet, &table, name),
        Book::Ods => ranges::<Ods<Source>>(stored, sheet, &table, name),
        Book::Xls => ranges::<Xls<Source>>(stored, sheet, &table, name),
    }
}

/// Cell by cell, so that a lost cell in the last column of the sheet takes no memory.
fn xlsx(
    stored: Source,
    sheet: Option<&str>,
    empty: &Table,
    name: &str,
) -> Result<Vec<u8>, Failure> {
    let mut workbook = Xlsx::new(stored).map_err(|error| damaged(name, &error))?;
    let mut found = Vec::new();
    for sheet in candidates(&workbook, sheet, name)? {
        let mut cells = workbook
            .worksheet_cells_reader(&sheet)
            .map_err(|error| damaged(name, &error))?;
        let mut table = empty.clone();
        while let Some(cell) = cells
            .next_cell_with_formula()
            .map_err(|error| damaged(name, &error))?
        {
            let (row, column) = cell.pos;
            if cell.formula.is_some() && cell.value == DataRef::Empty {
                return Err(uncalculated(name, &sheet, row, column));
            }
            let text = text(cell.value.into());
            table
                .push(row, column, &text)
                .map_err(|()| disordered(name, &sheet, row))?;
        }
        found.push((sheet, table.end()));
    }
    only(found, name)
}

/// From a workbook that is read as a whole.
fn ranges<R: Reader<Source>>(
    stored: Source,
    sheet: Option<&str>,
    empty: &Table,
    name: &str,
) -> Result<Vec<u8>, Failure> {
    let mut workbook = R::new(stored).map_err(|error| damaged(name, &error))?;
    let mut found = Vec::new();
    for sheet in candidates(&workbook, sheet, name)? {
        let range: Range<Data> = workbook
            .worksheet_range(&sheet)
            .map_err(|error| damaged(name, &error))?;
        let (top, left) = range.start().unwrap_or_default();
        let mut table = empty.clone();
        for (row, column, value) in range.used_cells() {
            let place = |index: usize, first: u32| {
                u32::try_from(index)
                    .unwrap_or(u32::MAX)
                    .saturating_add(first)
            };
            let (row, column) = (place(row, top), place(column, left));
            table
                .push(row, column, &text(value.clone()))
                .map_err(|()| disordered(name, &sheet, row))?;
        }
        found.push((sheet, table.end()));
    }
    only(found, name)
}

/// The sheet that was asked for, or all that can be seen.
fn candidates<R: Reader<Source>>(
    workbook: &R,
    sheet: Option<&str>,
    name: &str,
) -> Result<Vec<String>, Failure> {
    let is_table = |sheet: &&Sheet| sheet.typ == SheetType::WorkSheet;
    let all: Vec<&Sheet> = workbook.sheets_metadata().iter().filter(is_table).collect();
    let Some(sheet) = sheet else {
        let visible = all
            .iter()
            .filter(|sheet| sheet.visible == SheetVisible::Visible);
        return Ok(visible.map(|sheet| sheet.name.clone()).collect());
    };
    if all.iter().any(|other| other.name == sheet) {
        return Ok(vec![sheet.to_owned()]);
    }
    let names: Vec<&str> = all.iter().map(|sheet| sheet.name.as_str()).collect();
    Err(Failure::Input(format!(
        "{name} has no sheet {sheet}; its sheets are {}",
        names.join(", ")
    )))
}

/// The only sheet with cells in it.
fn only(mut sheets: Vec<(String, Vec<u8>)>, name: &str) -> Result<Vec<u8>, Failure> {
    sheets.retain(|(_, csv)| !csv.is_empty());
    if sheets.len() > 1 {
        let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
        return Err(Failure::Input(format!(
            "{name} has several sheets: say which with --sheet; they are {}",
            names.join(", ")
        )));
    }
    Ok(sheets.pop().map(|(_, csv)| csv).unwrap_or_default())
}

/// A sheet in the making, whose cells come in the order of rows and columns.
#[derive(Clone, Default)]
struct Table {
    /// Rows at the beginning that are left empty.
    skipped: u64,
    out: Vec<u8>,
    /// The row that is written, and the column after its last cell.
    row: u32,
    column: u32,
    /// Cells of the row that is written.
    cells: usize,
    /// Columns of the first row with several cells: the rows after it have as many at least.
    width: u32,
}

impl Table {
    /// Adds a cell; an error if it does not come after the others.
    fn push(&mut self, row: u32, column: u32, text: &str) -> Result<(), ()> {
        if text.is_empty() || u64::from(row) < self.skipped {
            return Ok(());
        }
        if row < self.row || row == self.row && column < self.column {
            return Err(());
        }
        while self.row < row {
            self.end_row();
        }
        let before = column - self.column + u32::from(self.column > 0);
        (0..before).for_each(|_| self.out.push(b','));
        if text.contains(['"', ',', '\n', '\r']) {
            let quoted = format!("\"{}\"", text.replace('"', "\"\""));
            self.out.extend_from_slice(quoted.as_bytes());
        } else {
            self.out.extend_from_slice(text.as_bytes());
        }
        self.column = column + 1;
        self.cells += 1;
        Ok(())
    }

    fn end_row(&mut self) {
        if self.width == 0 && self.cells > 1 {
            self.width = self.column;
        }
        if self.column > 0 {
            (self.column..self.width).for_each(|_| self.out.push(b','));
        }
        self.out.push(b'\n');
        (self.column, self.cells) = (0, 0);
        self.row += 1;
    }

    /// The rows as CSV, from the first one of the sheet on; nothing if there is no cell.
    fn end(mut self) -> Vec<u8> {
        if self.cells > 0 {
            self.end_row();
        }
        self.out
    }
}

/// The value of a cell as it would be typed.
fn text(value: Data) -> String {
    match value {
        Data::Float(number) => number_text(number),
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::DateTime(date) => date_text(date),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text,
        other => other.to_string(),
    }
}

/// 15 digits, as many as spreadsheets show: `0.3` for 0.1 + 0.2.
fn number_text(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    rounded.to_string()
}

/// `2026-05-15`, `2026-05-15 14:30:00`, a time alone, or a duration in hours.
fn date_text(date: ExcelDateTime) -> String {
    if date.is_duration() {
        #[expect(clippy::cast_possible_truncation, reason = "a cast saturates")]
        let seconds = (date.as_f64() * 86_400.0).round() as i64;
        let sign = if seconds < 0 { "-" } else { "" };
        let seconds = seconds.unsigned_abs();
        let (minutes, seconds) = (seconds / 60, seconds % 60);
        return format!("{sign}{}:{:02}:{seconds:02}", minutes / 60, minutes % 60);
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    if date.as_f64() < 1.0 {
        time
    } else if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {time}")
    }
}

fn damaged(name: &str, error: &impl std::fmt::Debug) -> Failure {
    let reason = format!("{error:?}");
    if reason.contains("Password") {
        return Failure::Input(format!("{name} has a password: save it without one"));
    }
    let reason: String = reason.chars().take(200).collect();
    Failure::Input(format!(
        "{name} is not a workbook that can be read: it may be damaged, or a document of another program; save it as .xlsx or CSV ({reason})"
    ))
}

fn disordered(name: &str, sheet: &str, row: u32) -> Failure {
    let row = u64::from(row) + 1;
    Failure::Input(format!(
        "{name}: the cells of row {row} of the sheet {sheet} are out of order"
    ))
}

fn uncalculated(name: &str, sheet: &str, row: u32, column: u32) -> Failure {
    let (row, column) = (u64::from(row) + 1, letters(column));
    Failure::Input(format!(
        "{name}: the formula in {column}{row} of the sheet {sheet} has no result: open the workbook in a spreadsheet and save it"
    ))
}

/// `A`, `Z`, `AA`: the name of a column.
fn letters(column: u32) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.insert(0, char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_their_numbers() {
        let mut table = Table::default();
        for (row, column, text) in [(0, 0, "Title"), (2, 0, "a"), (2, 2, "b"), (4, 1, "x,\"y\"")] {
            table.push(row, column, text).unwrap();
        }
        assert!(table.push(4, 1, "again").is_err());
        assert!(table.push(3, 0, "above").is_err());
        let csv = String::from_utf8(table.end()).unwrap();
        assert_eq!(csv, "Title\n\na,,b\n\n,\"x,\"\"y\"\"\",\n");
        assert!(Table::default().end().is_empty());
    }

    #[test]
    fn values_are_written_as_typed() {
        assert_eq!(number_text(0.1 + 0.2), "0.3");
        assert_eq!(number_text(4_915_112_345_678.0), "4915112345678");
        assert_eq!(text(Data::Bool(true)), "TRUE");
        assert_eq!(letters(0) + &letters(25) + &letters(26), "AZAA");
    }
}
