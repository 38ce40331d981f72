//! The file of `--prices`.

use std::collections::HashMap;
use std::ffi::OsString;
use std::io::Read;

use csv::StringRecord;
use indicatif::ProgressBar;

use crate::outcome::Failure;
use crate::source::{self, Dialect, Format, FormatName, InputFile, InputOptions, Wanted};

use super::money::Price;
use super::prices::{Key, Prices, digits};

/// The value that stands for all others.
const OTHERS: [&str; 3] = ["*", "default", "other"];

/// The columns of the file that are read.
struct Columns {
    key: Key,
    /// Where the prefix or the country is.
    at: usize,
    price: usize,
    currency: Option<usize>,
}

/// The first price with decimals: the character before these, and its line.
type Decimals = Option<(char, u64)>;

impl Prices {
    /// Reads a file with the columns `prefix` or `country`, `price` and, if there is one, `currency`.
    pub(super) fn read(path: &str) -> Result<Self, Failure> {
        let file = InputFile::from(OsString::from(path));
        let name = file.name();
        let failure =
            |line: u64, message: String| Failure::Input(format!("{name}, line {line}: {message}"));
        let (octets, dialect, above) = table(&file)?;
        if let Some(quote) = source::open_quote(&octets, dialect) {
            let line = above + source::line_breaks(&octets[..quote]) + 1;
            return Err(failure(
                line,
                "a quote opens here and is never closed".to_owned(),
            ));
        }
        let mut reader = dialect.reader().from_reader(octets.as_slice());
        let mut records = reader.records();
        let unreadable = |error: csv::Error| Failure::Input(format!("{name}: {error}"));
        let header = records
            .next()
            .transpose()
            .map_err(unreadable)?
            .unwrap_or_default();
        let columns = columns(&header, &name)?;
        let mut prices = Prices {
            key: columns.key,
            by_key: HashMap::new(),
            longest: 0,
            others: None,
            currency: None,
        };
        let mut decimals = None;
        for record in records {
            let record = record.map_err(unreadable)?;
            // Spreadsheets write empty rows behind a table.
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let line = above + record.position().map_or(0, csv::Position::line);
            prices
                .add_record(&record, &columns, (dialect, line), &mut decimals)
                .map_err(|message| failure(line, message))?;
        }
        if prices.by_key.is_empty() && prices.others.is_none() {
            return Err(Failure::Input(format!("{name} holds no price")));
        }
        Ok(prices)
    }

    fn add_record(
        &mut self,
        record: &StringRecord,
        columns: &Columns,
        (dialect, line): (Dialect, u64),
        decimals: &mut Decimals,
    ) -> Result<(), String> {
        if record.iter().any(|cell| cell.trim().contains('\n')) {
            return Err("a cell goes over several lines: a quote may be missing".to_owned());
        }
        let cell = |place: usize| record.get(place).unwrap_or_default().trim();
        let price = cell(columns.price);
        let is_european = dialect.delimiter == b';';
        one_way(price, is_european, line, decimals)?;
        self.add(cell(columns.at), Price::parse_local(price)?)?;
        if let Some(currency) = columns.currency.map(cell) {
            let currency = currency.to_uppercase();
            let known = self.currency.get_or_insert_with(|| currency.clone());
            if *known != currency {
                return Err(format!(
                    "prices are in {known} and in {currency}: one currency is needed"
                ));
            }
        }
        Ok(())
    }

    fn add(&mut self, value: &str, price: Price) -> Result<(), String> {
        let mut others = OTHERS.iter();
        if others.any(|others| value.eq_ignore_ascii_case(others)) {
            return match self.others.replace(price) {
                None => Ok(()),
                Some(_) => Err(format!("{value} occurs twice")),
            };
        }
        let key = match self.key {
            Key::Country if value.is_empty() => return Err("the country is empty".to_owned()),
            Key::Country => value.to_ascii_uppercase(),
            // No calling code begins with a zero.
            Key::Prefix => digits(value)
                .filter(|digits| !digits.starts_with('0'))
                .ok_or_else(|| {
                    format!("{value:?} is not a prefix of phone numbers, such as +49")
                })?,
        };
        self.longest = self.longest.max(key.len());
        match self.by_key.insert(key, price) {
            None => Ok(()),
            Some(_) => Err(format!("{value} occurs twice")),
        }
    }
}

/// The octets of the table, its dialect, and the lines above it.
fn table(file: &InputFile) -> Result<(Vec<u8>, Dialect, u64), Failure> {
    let wanted = Wanted {
        columns: vec!["price".to_owned()],
        has_header: true,
        is_table: true,
        ignores_case: true,
        ..Wanted::default()
    };
    let mut options = InputOptions::default();
    if FormatName::of(file.path()).is_none() {
        options.format = Some(FormatName::Csv);
    }
    let opened = source::open(file, &options, &wanted, false, &ProgressBar::hidden())?;
    let Format::Csv(dialect) = opened.format else {
        let name = file.name();
        return Err(Failure::Input(format!(
            "{name}: prices are read from CSV or a workbook"
        )));
    };
    let above = opened.prelude.lines;
    let mut octets = Vec::new();
    let read = opened.records();
    read.and_then(|mut reader| reader.read_to_end(&mut octets))
        .map_err(|error| file.unreadable(&error))?;
    Ok((octets, dialect, above))
}

/// Finds the columns; one that occurs twice may hold other prices.
fn columns(header: &StringRecord, name: &str) -> Result<Columns, Failure> {
    let is = |cell: &str, name: &str| cell.trim().eq_ignore_ascii_case(name);
    let place = |wanted: &str| header.iter().position(|cell| is(cell, wanted));
    let mut read = ["price", "prefix", "country", "currency"].into_iter();
    let is_twice = |wanted: &&str| header.iter().filter(|cell| is(cell, wanted)).count() > 1;
    if let Some(twice) = read.find(is_twice) {
        return Err(Failure::Input(format!(
            "{name} has several columns {twice}: keep the one that is meant"
        )));
    }
    let key = place("prefix").map(|place| (Key::Prefix, place));
    let key = key.or_else(|| place("country").map(|place| (Key::Country, place)));
    let Some(((key, at), price)) = key.zip(place("price")) else {
        let columns: Vec<&str> = header.iter().map(str::trim).collect();
        return Err(Failure::Input(format!(
            "{name} needs the columns price and either prefix or country; its columns are {}",
            columns.join(", ")
        )));
    };
    Ok(Columns {
        key,
        at,
        price,
        currency: place("currency"),
    })
}

/// Refuses prices whose decimals are written in two ways: one of them would be a thousand times another.
fn one_way(
    price: &str,
    is_european: bool,
    line: u64,
    decimals: &mut Decimals,
) -> Result<(), String> {
    let Some((whole, digits)) = price.split_once([',', '.']) else {
        return Ok(());
    };
    let mark = if price.contains('.') { '.' } else { ',' };
    let is_thousand = whole != "0" && digits.len() == 3;
    if is_european && mark == '.' && is_thousand {
        return Err(format!(
            "{price} may mean two prices: write {whole}.{digits}0 or {whole}{digits}"
        ));
    }
    match decimals.get_or_insert((mark, line)) {
        (first, _) if *first == mark => Ok(()),
        (first, before) => Err(format!(
            "{price} has a `{mark}` before its decimals, and the price in line {before} a `{first}`: write all prices alike"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_written_in_one_way() {
        let read = |prices: &[&str], is_european| {
            let mut decimals = None;
            let mut prices = prices.iter().zip(2..);
            prices.try_for_each(|(price, line)| one_way(price, is_european, line, &mut decimals))
        };
        assert_eq!(read(&["1", "0,07", "1,5"], true), Ok(()));
        assert_eq!(read(&["1.500", "0.07"], false), Ok(()));
        assert_eq!(
            read(&["1.500"], true).unwrap_err(),
            "1.500 may mean two prices: write 1.5000 or 1500"
        );
        assert_eq!(
            read(&["0,07", "0.05"], true).unwrap_err(),
            "0.05 has a `.` before its decimals, and the price in line 2 a `,`: write all prices alike"
        );
    }
}
