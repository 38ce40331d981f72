//! Prices, exact to the last decimal.

use std::fmt;
use std::str::FromStr;

use crate::wording::number;

/// Decimals of a price at most.
const DECIMALS: usize = 9;

/// One of the currency, in billionths.
const ONE: u32 = 1_000_000_000;

/// The price of a segment in billionths of a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Price(u64);

/// An amount of money, in billionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Money(i128);

impl Price {
    /// The price of `segments` segments.
    pub(super) fn of(self, segments: i64) -> Money {
        // 10^19 billionths and 2^63 segments at most: more than 2^64 such products are needed to overflow.
        Money(i128::from(self.0) * i128::from(segments))
    }

    /// Reads a price as the countries write it: with a point or a comma before the decimals.
    pub(super) fn parse_local(text: &str) -> Result<Self, String> {
        let Some((whole, decimals)) = text.split_once(',') else {
            return text.parse();
        };
        if text.contains('.') || whole != "0" && decimals.len() == 3 {
            return Err(format!(
                "{text} may mean two prices: write it with a point before the decimals, such as 0.0079"
            ));
        }
        format!("{whole}.{decimals}").parse()
    }
}

impl FromStr for Price {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let expected = || "write a price such as 0.0079, with 9 decimals at most".to_owned();
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(decimals) || decimals.len() > DECIMALS {
            return Err(expected());
        }
        let billionths = format!("{whole}{decimals:0<9}");
        billionths.parse().map(Price).map_err(|_| expected())
    }
}

/// Every decimal it has, and two at least: `0.0079`.
impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / u64::from(ONE), self.0 % u64::from(ONE));
        write!(f, "{whole}{}", decimals(rest.into()))
    }
}

/// A point and the decimals of so many billionths, two at least.
fn decimals(billionths: u128) -> String {
    let decimals = format!("{billionths:09}");
    format!(".{:0<2}", decimals.trim_end_matches('0'))
}

/// Rounded to two decimals: `1,234.50`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cent = u128::from(ONE / 100);
        let cents = (self.0.unsigned_abs() + cent / 2) / cent;
        let sign = if self.0 < 0 { "-" } else { "" };
        let whole = number(usize::try_from(cents / 100).unwrap_or(usize::MAX));
        f.pad(&format!("{sign}{whole}.{:02}", cents % 100))
    }
}

impl Money {
    pub(super) const fn from_billionths(billionths: i128) -> Self {
        Money(billionths)
    }

    pub(super) const fn billionths(self) -> i128 {
        self.0
    }

    /// Every decimal it has, without separators, for programs: `0.0158`.
    pub(super) fn exact(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (
            self.0.unsigned_abs() / u128::from(ONE),
            self.0.unsigned_abs() % u128::from(ONE),
        );
        format!("{sign}{whole}{}", decimals(rest))
    }

    /// As a number of JSON.
    #[expect(clippy::cast_precision_loss, reason = "JSON has no better numbers")]
    pub(super) fn as_f64(self) -> f64 {
        self.0 as f64 / f64::from(ONE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_of_a_file() {
        let price = |text: &str| Price::parse_local(text).map(|price| price.to_string());
        assert_eq!(price("0,0750").as_deref(), Ok("0.075"));
        assert_eq!(price("0,075").as_deref(), Ok("0.075"));
        assert_eq!(price("1,5").as_deref(), Ok("1.50"));
        assert_eq!(price("0.05").as_deref(), Ok("0.05"));
        for wrong in ["1,500", "1.000,50", "x", "", "0,0,1"] {
            assert!(price(wrong).is_err(), "{wrong}");
        }
        let price: Price = "0.0079".parse().unwrap();
        assert_eq!(price.of(2).exact(), "0.0158");
        assert_eq!(price.of(-2).exact(), "-0.0158");
    }

    #[test]
    fn prices_are_exact() {
        let price: Price = "0.0079".parse().unwrap();
        assert_eq!(price.to_string(), "0.0079");
        assert_eq!(price.of(1_000_000).to_string(), "7,900.00");
        assert_eq!(price.of(3).to_string(), "0.02");
        assert_eq!(price.of(-100).to_string(), "-0.79");
        let rupiah: Price = "950".parse().unwrap();
        assert_eq!(rupiah.of(40_000_000).to_string(), "38,000,000,000.00");
        assert_eq!(rupiah.of(40_000_000).exact(), "38000000000.00");
        assert_eq!("2".parse::<Price>().unwrap().to_string(), "2.00");
        for wrong in ["", ".", "1,5", "-1", "0.0000000001", "1e3", "99999999999"] {
            assert!(wrong.parse::<Price>().is_err(), "{wrong}");
        }
    }
}
