//! Prices that differ by country or by the first digits of a number.

use std::collections::HashMap;
use std::ffi::OsString;
use std::io::{self, Read};

use csv::StringRecord;
use indicatif::ProgressBar;

use crate::outcome::Failure;
use crate::source::{self, Format, FormatName, InputFile, InputOptions, Wanted};

use super::money::Price;

/// The columns of phone numbers where none is named.
const NUMBERS: [&str; 8] = [
    "to",
    "phone",
    "recipient",
    "number",
    "mobile",
    "msisdn",
    "phone_number",
    "phonenumber",
];

/// The columns of countries where none is named.
const COUNTRIES: [&str; 3] = ["country", "country_code", "iso"];

/// The value that stands for all others.
const OTHERS: [&str; 3] = ["*", "default", "other"];

/// The prices of segments.
#[derive(Clone, Debug)]
pub(super) enum Pricing {
    /// One price for all destinations.
    Flat(Price),
    Table(Prices),
}

/// The rows of `--prices`.
#[derive(Clone, Debug)]
pub(super) struct Prices {
    key: Key,
    by_key: HashMap<String, Price>,
    /// Digits of the longest prefix.
    longest: usize,
    others: Option<Price>,
    pub(super) currency: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Prefix,
    Country,
}

impl Pricing {
    /// The price for the value of a row.
    pub(super) fn of(&self, value: Option<&str>) -> Result<Price, String> {
        match (self, value) {
            (Pricing::Flat(price), _) => Ok(*price),
            (Pricing::Table(prices), value) => prices.of(value.unwrap_or_default()),
        }
    }
}

impl Prices {
    /// The columns that may hold what a price depends on, the likeliest first.
    pub(super) const fn usual(&self) -> &'static [&'static str] {
        match self.key {
            Key::Prefix => &NUMBERS,
            Key::Country => &COUNTRIES,
        }
    }

    fn of(&self, value: &str) -> Result<Price, String> {
        let found = match self.key {
            Key::Country => self.by_key.get(&value.trim().to_ascii_uppercase()).copied(),
            Key::Prefix => {
                let digits = digits(value).ok_or_else(|| {
                    format!("{value:?} is not a phone number, from which its price follows")
                })?;
                let longest = self.longest.min(digits.len());
                let mut prefixes = (1..=longest).rev().map(|length| &digits[..length]);
                prefixes.find_map(|prefix| self.by_key.get(prefix)).copied()
            }
        };
        found
            .or(self.others)
            .ok_or_else(|| format!("there is no price for {value:?}"))
    }

    /// Reads a file with the columns `prefix` or `country`, `price` and, if there is one, `currency`.
    pub(super) fn read(path: &str) -> Result<Self, Failure> {
        let file = InputFile::from(OsString::from(path));
        let name = file.name();
        let failure =
            |line: u64, message: String| Failure::Input(format!("{name}, line {line}: {message}"));
        let wanted = Wanted {
            columns: vec!["price".to_owned()],
            has_header: true,
            is_table: true,
            ..Wanted::default()
        };
        let mut options = InputOptions::default();
        if FormatName::of(file.path()).is_none() {
            options.format = Some(FormatName::Csv);
        }
        let opened = source::open(&file, &options, &wanted, false, &ProgressBar::hidden())?;
        let Format::Csv(dialect) = opened.format else {
            return Err(Failure::Input(format!(
                "{name}: prices are read from CSV or a workbook"
            )));
        };
        let mut reader = opened.reader;
        io::copy(
            &mut reader.by_ref().take(opened.prelude.octets),
            &mut io::sink(),
        )
        .map_err(|error| file.unreadable(&error))?;
        let mut reader = dialect.reader().from_reader(reader);
        let mut records = reader.records();
        let unreadable = |error: csv::Error| Failure::Input(format!("{name}: {error}"));
        let header = records
            .next()
            .transpose()
            .map_err(unreadable)?
            .unwrap_or_default();
        let (key, at, price, currency) = columns(&header).ok_or_else(|| {
            let columns: Vec<&str> = header.iter().map(str::trim).collect();
            Failure::Input(format!(
                "{name} needs the columns price and either prefix or country; its columns are {}",
                columns.join(", ")
            ))
        })?;
        let mut prices = Prices {
            key,
            by_key: HashMap::new(),
            longest: 0,
            others: None,
            currency: None,
        };
        for record in records {
            let record = record.map_err(unreadable)?;
            let line = opened.prelude.lines + record.position().map_or(0, csv::Position::line);
            let cell = |place: usize| record.get(place).unwrap_or_default().trim();
            let price =
                Price::parse_local(cell(price)).map_err(|message| failure(line, message))?;
            prices
                .add(cell(at), price)
                .map_err(|message| failure(line, message))?;
            if let Some(currency) = currency.map(cell) {
                let known = prices.currency.get_or_insert_with(|| currency.to_owned());
                if known != currency {
                    let message =
                        format!("prices are in {known} and in {currency}: one currency is needed");
                    return Err(failure(line, message));
                }
            }
        }
        if prices.by_key.is_empty() && prices.others.is_none() {
            return Err(Failure::Input(format!("{name} holds no price")));
        }
        Ok(prices)
    }

    fn add(&mut self, value: &str, price: Price) -> Result<(), String> {
        if OTHERS
            .iter()
            .any(|others| value.eq_ignore_ascii_case(others))
        {
            return match self.others.replace(price) {
                None => Ok(()),
                Some(_) => Err(format!("{value} occurs twice")),
            };
        }
        let key = match self.key {
            Key::Country if value.is_empty() => return Err("the country is empty".to_owned()),
            Key::Country => value.to_ascii_uppercase(),
            Key::Prefix => digits(value).ok_or_else(|| {
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

/// The key, and the places of its column, of the price, and of the currency.
fn columns(header: &StringRecord) -> Option<(Key, usize, usize, Option<usize>)> {
    let place = |name: &str| {
        header
            .iter()
            .position(|cell| cell.trim().eq_ignore_ascii_case(name))
    };
    let key = place("prefix").map(|place| (Key::Prefix, place));
    let (key, at) = key.or_else(|| place("country").map(|place| (Key::Country, place)))?;
    Some((key, at, place("price")?, place("currency")))
}

/// The digits of a number in international form, without what people write between them.
fn digits(number: &str) -> Option<String> {
    let number = number.trim();
    let number = number.rsplit_once(':').map_or(number, |(_, number)| number);
    let number = number
        .strip_prefix('+')
        .or(number.strip_prefix("00"))
        .unwrap_or(number);
    let is_between =
        |character: char| matches!(character, ' ' | '-' | '.' | '(' | ')' | '/' | '\u{A0}');
    let digits: String = number
        .chars()
        .filter(|character| !is_between(*character))
        .collect();
    let is_number = !digits.is_empty() && digits.bytes().all(|octet| octet.is_ascii_digit());
    is_number.then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        assert_eq!(digits("+49 (151) 12-34").as_deref(), Some("491511234"));
        assert_eq!(digits("whatsapp:+4915").as_deref(), Some("4915"));
        assert_eq!(digits("0049151").as_deref(), Some("49151"));
        assert_eq!((digits("Ann"), digits("")), (None, None));
    }
}
