//! Prices that differ by country or by the first digits of a number.

use std::collections::HashMap;

use septet::message::Address;

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

/// Digits of a phone number, at most (E.164).
const DIGITS: usize = 15;

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
    pub(super) key: Key,
    pub(super) by_key: HashMap<String, Price>,
    /// Digits of the longest prefix.
    pub(super) longest: usize,
    pub(super) others: Option<Price>,
    pub(super) currency: Option<String>,
}

/// The value that a price depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Prefix,
    Country,
}

/// The price of a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) price: Price,
    /// It is that of all others, though other prices are listed.
    pub(super) is_of_others: bool,
    /// The number has no `+`, and may be North American as well.
    pub(super) is_doubtful: bool,
}

impl Pricing {
    /// The price for the value of a row.
    pub(super) fn of(&self, value: Option<&str>) -> Result<Found, String> {
        match (self, value) {
            (Pricing::Flat(price), _) => Ok(Found {
                price: *price,
                is_of_others: false,
                is_doubtful: false,
            }),
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

    fn of(&self, value: &str) -> Result<Found, String> {
        let mut is_doubtful = false;
        let found = match self.key {
            Key::Country => self.by_key.get(&value.trim().to_ascii_uppercase()).copied(),
            Key::Prefix => {
                let digits = international(value)?;
                is_doubtful = digits.len() == 10
                    && bare(value).starts_with(|first: char| ('1'..='9').contains(&first))
                    && exists(&format!("1{digits}"));
                let longest = self.longest.min(digits.len());
                let mut prefixes = (1..=longest).rev().map(|length| &digits[..length]);
                prefixes.find_map(|prefix| self.by_key.get(prefix)).copied()
            }
        };
        let price = found.or(self.others);
        let price = price.ok_or_else(|| format!("there is no price for {value:?}"))?;
        Ok(Found {
            price,
            is_of_others: found.is_none() && !self.by_key.is_empty(),
            is_doubtful,
        })
    }
}

/// The digits of a number of the data, with its calling code, or why it has none.
fn international(value: &str) -> Result<String, String> {
    let number = bare(value);
    let has_prefix = number.starts_with('+') || number.starts_with("00");
    // Decimals of a number that a program kept as one.
    let number = number.strip_suffix(".0").unwrap_or(number);
    let digits = digits(number)
        .filter(|digits| digits.len() <= DIGITS)
        .ok_or_else(|| format!("{value:?} is not a phone number, from which its price follows"))?;
    if digits.starts_with('0') || !has_prefix && (is_north_american(number) || !exists(&digits)) {
        return Err(format!(
            "{value:?} seems to lack its calling code, from which the price follows: write it like +14155552671"
        ));
    }
    Ok(digits)
}

/// Returns `true` if there may be a number of these digits.
fn exists(digits: &str) -> bool {
    let number: Result<Address, _> = format!("+{digits}").parse();
    number.is_ok_and(|number| {
        let number = number.phone_number();
        number.is_some_and(|number| number.problem().is_none())
    })
}

/// Returns `true` for digits in groups as North Americans write them without +1: `(415) 555-2671`, `415-555-2671`.
fn is_north_american(number: &str) -> bool {
    let groups = number.split(|character: char| !character.is_ascii_digit());
    let groups: Vec<usize> = groups.map(str::len).filter(|length| *length > 0).collect();
    groups == [3, 3, 4]
}

/// A number without the name of a channel before it, and without what makes it a text in a spreadsheet.
fn bare(number: &str) -> &str {
    let number = number.trim();
    let number = number.rsplit_once(':').map_or(number, |(_, number)| number);
    let number = number.strip_prefix('\'').unwrap_or(number);
    // `="+4915112345678"`, which keeps a spreadsheet from calculating.
    let quoted = number
        .strip_prefix("=\"")
        .and_then(|number| number.strip_suffix('"'));
    quoted.unwrap_or(number)
}

/// The digits of a number or a prefix, without what people write between them.
pub(super) fn digits(number: &str) -> Option<String> {
    let number = bare(number);
    let rest = number.strip_prefix('+').or(number.strip_prefix("00"));
    // The zero that is dialled at home alone.
    let at_home = rest.filter(|rest| rest.contains("(0)"));
    let without = at_home.map(|rest| rest.replacen("(0)", "", 1));
    let is_between =
        |character: char| matches!(character, ' ' | '-' | '.' | '(' | ')' | '/' | '\u{A0}');
    let digits: String = without
        .as_deref()
        .or(rest)
        .unwrap_or(number)
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

    #[test]
    fn numbers_with_a_calling_code() {
        for (value, expected) in [
            ("+49 (0)151 1234567", "491511234567"),
            ("'+4915112345678", "4915112345678"),
            ("=\"+4915112345678\"", "4915112345678"),
            ("4915112345678.0", "4915112345678"),
            ("49 151-123.456/78", "4915112345678"),
            ("+49 151 1", "491511"),
            ("6591234567", "6591234567"),
        ] {
            assert_eq!(international(value).as_deref(), Ok(expected), "{value}");
        }
        for value in [
            "(415) 555-2671",
            "415.555.2671",
            "0151 1234567",
            "011491511234567",
            "12345",
        ] {
            let error = international(value).unwrap_err();
            assert!(error.contains("seems to lack its calling code"), "{error}");
        }
        for value in ["4.91511E+12", "+491511234567890123", "+", "+49151, +49152"] {
            let error = international(value).unwrap_err();
            assert!(error.contains("is not a phone number"), "{error}");
        }
    }
}
