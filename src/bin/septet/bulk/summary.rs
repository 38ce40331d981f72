//! The summary of all rows, for people and as JSON.

use std::cmp::Reverse;
use std::io::{self, Write};

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::glyph;
use crate::histogram::{self, percent};
use crate::screen::Screen;
use crate::source::InputFile;
use crate::style;
use crate::wording::{counted, number};

use super::money::Money;
use super::prices::Pricing;
use super::sample::Sample;
use super::tally::{Dear, Tally};

/// The maximum number of groups drawn.
const GROUPS: usize = 20;

/// The maximum number of dearest rows drawn.
const DRAWN: usize = 3;

/// The sum of a run.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Summary<'a> {
    rows: u64,
    bad_rows: u64,
    total_segments: u64,
    ucs2_rows: u64,
    too_long: u64,
    segments: Vec<Bin>,
    price: Option<f64>,
    cost: Option<f64>,
    currency: Option<&'a str>,
    savings: Vec<Saving<'a>>,
    dearest: Vec<DearShape<'a>>,
    by: Option<By<'a>>,
    sample: Option<f64>,
    #[serde(skip)]
    nouns: Vec<&'static str>,
    #[serde(skip)]
    amounts: Amounts<'a>,
    /// In billionths.
    #[serde(skip)]
    total: i128,
}

/// The terms for summing up the rows of a run.
pub(super) struct Terms<'a> {
    pub(super) files: &'a [InputFile],
    pub(super) pricing: Option<&'a Pricing>,
    pub(super) currency: Option<&'a str>,
    /// The column that rows are grouped by.
    pub(super) by: Option<&'a str>,
    pub(super) sample: Option<Sample>,
}

/// Amounts of money for people, if prices are known.
#[derive(Clone, Copy)]
struct Amounts<'a> {
    pricing: Option<&'a Pricing>,
    currency: Option<&'a str>,
}

impl Amounts<'_> {
    /// `1,234.50 EUR`, if there is a price.
    fn shown(self, billionths: i128) -> Option<String> {
        self.pricing?;
        let unit = self
            .currency
            .map_or_else(String::new, |currency| format!(" {currency}"));
        Some(format!("{}{unit}", Money::from_billionths(billionths)))
    }
}

#[derive(Serialize)]
struct By<'a> {
    column: &'a str,
    groups: Vec<GroupShape<'a>>,
}

/// The sums of a group.
#[derive(Serialize)]
struct GroupShape<'a> {
    value: &'a str,
    rows: u64,
    segments: u64,
    cost: Option<f64>,
    #[serde(skip)]
    billionths: i128,
}

#[derive(Serialize)]
struct Bin {
    segments: u64,
    rows: u64,
}

#[derive(Serialize)]
struct Saving<'a> {
    rules: &'a str,
    segments: i64,
    rows: u64,
    cost: Option<f64>,
    #[serde(skip)]
    billionths: i128,
}

#[derive(Serialize)]
struct DearShape<'a> {
    file: String,
    line: u64,
    encoding: &'static str,
    segments: u64,
    units: u64,
    text: &'a str,
}

impl<'a> Summary<'a> {
    pub(super) fn new(total: &'a Tally, terms: &Terms<'a>) -> Self {
        let cost = |billionths| {
            let amount = Money::from_billionths(billionths);
            terms.pricing.map(|_| amount.as_f64())
        };
        let savings = total.saved.iter().map(|saved| Saving {
            rules: &saved.rules,
            segments: saved.segments,
            rows: saved.rows,
            cost: cost(saved.cost),
            billionths: saved.cost,
        });
        let dearest = total.dearest.iter().map(|dear| DearShape {
            file: terms.files[dear.file].name(),
            line: dear.line,
            encoding: encoding(dear),
            segments: dear.segments,
            units: dear.units,
            text: &dear.text,
        });
        let by = terms.by.map(|column| {
            let groups = total.groups.iter().map(|(value, group)| GroupShape {
                value,
                rows: group.rows,
                segments: group.segments,
                cost: cost(group.cost),
                billionths: group.cost,
            });
            let mut groups: Vec<GroupShape> = groups.collect();
            groups.sort_by_key(|group| (Reverse(group.billionths), Reverse(group.segments)));
            By { column, groups }
        });
        let flat = match terms.pricing {
            Some(Pricing::Flat(price)) => Some(price.of(1).as_f64()),
            _ => None,
        };
        let bins = total.segments.iter();
        Summary {
            rows: total.rows,
            bad_rows: total.bad,
            total_segments: total.total_segments,
            ucs2_rows: total.ucs2_rows,
            too_long: total.too_long,
            segments: bins
                .map(|(&segments, &rows)| Bin { segments, rows })
                .collect(),
            price: flat,
            cost: cost(total.cost),
            currency: terms.currency,
            by,
            sample: terms.sample.map(Sample::share),
            savings: savings.collect(),
            dearest: dearest.collect(),
            nouns: total
                .dearest
                .iter()
                .map(|dear| dear.numbering.noun())
                .collect(),
            amounts: Amounts {
                pricing: terms.pricing,
                currency: terms.currency,
            },
            total: total.cost,
        }
    }

    /// As JSON on a line.
    pub(super) fn line(&self) -> serde_json::Result<Vec<u8>> {
        let mut json = serde_json::to_vec(self)?;
        json.push(b'\n');
        Ok(json)
    }

    /// Draws it.
    pub(super) fn show(&self, screen: &mut Screen) -> io::Result<()> {
        let (rows, ucs2) = (
            counted(size(self.rows), "row"),
            number(size(self.ucs2_rows)),
        );
        let segments = counted(size(self.total_segments), "segment");
        let verdict = screen.paint(style::STRONG, format!("{rows} · {segments}"));
        write!(screen, "{verdict} · {ucs2} in UCS-2")?;
        if let Some(share) = self.sample {
            write!(screen, " · a sample of {} %", share * 100.0)?;
        }
        if self.bad_rows > 0 {
            let left_out = format!(
                "{} left out",
                counted(size(self.bad_rows), "unreadable row")
            );
            write!(screen, " · {}", screen.paint(style::ALARM, left_out))?;
        }
        writeln!(screen, "\n")?;
        let bins: Vec<_> = self
            .segments
            .iter()
            .map(|bin| (size(bin.segments), size(bin.rows)))
            .collect();
        histogram::draw(&bins, size(self.rows), screen)?;
        if let Some(cost) = self.amounts.shown(self.total) {
            match self.amounts.pricing {
                Some(Pricing::Flat(price)) => {
                    writeln!(screen, "\ncost  {cost} at {price} a segment")?;
                }
                _ => writeln!(screen, "\ncost  {cost}")?,
            }
        }
        if let Some(by) = &self.by {
            self.show_groups(by, screen)?;
        }
        if self.savings.iter().any(|saving| saving.rows > 0) {
            writeln!(screen, "\nSmart encoding saves")?;
            for saving in &self.savings {
                self.show_saving(saving, screen)?;
            }
        }
        if !self.dearest.is_empty() {
            writeln!(screen, "\nThe dearest rows")?;
        }
        for (dear, noun) in self.dearest.iter().zip(&self.nouns).take(DRAWN) {
            let (file, line) = (&dear.file, dear.line);
            let segments = counted(size(dear.segments), "segment");
            writeln!(
                screen,
                "  {file}, {noun} {line}: {}, {segments}",
                dear.encoding
            )?;
            let text = glyph::in_line(dear.text, screen.columns().saturating_sub(4));
            writeln!(screen, "    {text}")?;
        }
        Ok(())
    }

    /// The groups that cost most.
    fn show_groups(&self, by: &By, screen: &mut Screen) -> io::Result<()> {
        writeln!(screen, "\nBy {}", by.column)?;
        for group in by.groups.iter().take(GROUPS) {
            let value = glyph::in_line(group.value, 24);
            let gap = " ".repeat(24_usize.saturating_sub(value.width()));
            let (rows, segments) = (
                counted(size(group.rows), "row"),
                counted(size(group.segments), "segment"),
            );
            let money = self.amounts.shown(group.billionths);
            let money = money.map_or_else(String::new, |money| format!("  {money}"));
            writeln!(screen, "  {value}{gap}  {rows:>14}  {segments:>18}{money}")?;
        }
        if by.groups.len() > GROUPS {
            let rest = number(by.groups.len() - GROUPS);
            writeln!(screen, "  … {rest} more (--json lists them)")?;
        }
        Ok(())
    }

    fn show_saving(&self, saving: &Saving, screen: &mut Screen) -> io::Result<()> {
        let saved = saving.segments;
        let sign = if saved < 0 { "-" } else { "" };
        let absolute = size(saved.unsigned_abs());
        let share = percent(absolute, size(self.total_segments));
        let money = self.amounts.shown(saving.billionths);
        let money = money.map_or_else(String::new, |money| format!("  {money}"));
        let segments = format!("{sign}{}", number(absolute));
        let noun = if absolute == 1 {
            "segment "
        } else {
            "segments"
        };
        writeln!(
            screen,
            "  {:16} {segments:>12} {noun}  {share:>7}{money}",
            saving.rules
        )
    }
}

fn encoding(dear: &Dear) -> &'static str {
    let encoding = if dear.is_ucs2 {
        septet::Encoding::Ucs2
    } else {
        septet::Encoding::Gsm7
    };
    encoding.name()
}

fn size(value: u64) -> usize {
    usize::try_from(value).unwrap_or(usize::MAX)
}
