//! What all rows add up to, for people and as JSON.

use std::io::{self, Write};

use serde::Serialize;

use crate::glyph;
use crate::histogram::{self, percent};
use crate::screen::Screen;
use crate::stream::InputFile;
use crate::style;
use crate::wording::{counted, number};

use super::money::Price;
use super::tally::{Dear, Tally};

/// How many of the dearest rows are drawn.
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
    savings: Vec<Saving<'a>>,
    dearest: Vec<DearShape<'a>>,
    #[serde(skip)]
    charged: Option<Price>,
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
    pub(super) fn new(total: &'a Tally, files: &[InputFile], price: Option<Price>) -> Self {
        let cost = |segments| price.map(|price: Price| price.of(segments).as_f64());
        let savings = total.saved.iter().map(|saved| Saving {
            rules: &saved.rules,
            segments: saved.segments,
            rows: saved.rows,
            cost: cost(saved.segments),
        });
        let dearest = total.dearest.iter().map(|dear| DearShape {
            file: files[dear.file].name(),
            line: dear.line,
            encoding: encoding(dear),
            segments: dear.segments,
            units: dear.units,
            text: &dear.text,
        });
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
            price: cost(1),
            cost: cost(signed(total.total_segments)),
            savings: savings.collect(),
            dearest: dearest.collect(),
            charged: price,
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
        writeln!(screen, "{verdict} · {ucs2} in UCS-2\n")?;
        let bins: Vec<_> = self
            .segments
            .iter()
            .map(|bin| (size(bin.segments), size(bin.rows)))
            .collect();
        histogram::draw(&bins, size(self.rows), screen)?;
        if let Some(price) = self.charged {
            let cost = price.of(signed(self.total_segments));
            writeln!(screen, "\ncost  {cost} at {price} a segment")?;
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
        for dear in self.dearest.iter().take(DRAWN) {
            let (file, line) = (&dear.file, dear.line);
            let segments = counted(size(dear.segments), "segment");
            writeln!(
                screen,
                "  {file}, line {line}: {}, {segments}",
                dear.encoding
            )?;
            let text = glyph::in_line(dear.text, screen.columns().saturating_sub(4));
            writeln!(screen, "    {text}")?;
        }
        Ok(())
    }

    fn show_saving(&self, saving: &Saving, screen: &mut Screen) -> io::Result<()> {
        let saved = saving.segments;
        let sign = if saved < 0 { "-" } else { "" };
        let absolute = size(saved.unsigned_abs());
        let share = percent(absolute, size(self.total_segments));
        let money = self
            .charged
            .map_or_else(String::new, |price| format!("  {}", price.of(saved)));
        let segments = format!("{sign}{}", number(absolute));
        writeln!(
            screen,
            "  {:16} {segments:>12} segments  {share:>7}{money}",
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

fn signed(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}
