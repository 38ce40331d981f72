//! The options of `septet bulk`, and which of them make no sense together.

use std::path::{Path, PathBuf};

use clap::ValueHint;

use crate::input::Reading;
use crate::merge_fields;
use crate::options::Sending;
use crate::outcome::Failure;
use crate::source::{
    Dialect, Format, FormatName, InputFile, InputOptions, Purpose, Wanted, without_mark,
};
use crate::stream::{self, BadRowOptions, LongRun};

use super::added::Column;
use super::layout::{Layout, LayoutName};
use super::money::Price;
use super::prices::{Prices, Pricing};
use super::sample::Sample;

const INPUT: &str = "Input";
const OUTPUT: &str = "Output";
const PRICE: &str = "Price";

#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub(crate) struct Args {
    /// Files, or patterns of file names in quotes; standard input without any, or as -. What is packed
    /// by gzip, zstd, bzip2, xz or zip is unpacked
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) input: InputOptions,
    /// The first line of CSV is a row like the others, and columns are named 1, 2, 3…
    #[arg(long, help_heading = INPUT)]
    no_header: bool,
    /// The column or key of the text: its name, the number of a column from 1 on, or where it is in a
    /// JSON object: message.body or /message/body. Without it the only one there is, or the one named
    /// text, message or body. Several times for rows of several texts, each counted by itself
    #[arg(long, short, value_name = "NAME", help_heading = INPUT)]
    pub(super) column: Vec<String>,
    /// The text with {{columns}} in it, filled with the values of each row
    #[arg(long, short, value_name = "TEXT", conflicts_with = "column", help_heading = INPUT)]
    pub(super) template: Option<String>,
    /// Read so many rows and no more
    #[arg(long, value_name = "N", conflicts_with = "sample", help_heading = INPUT)]
    pub(super) limit: Option<u64>,
    /// Read a share of the rows, such as 1%, spread over the files: the same rows in every run
    #[arg(long, value_name = "SHARE", help_heading = INPUT)]
    pub(super) sample: Option<Sample>,
    #[command(flatten)]
    pub(super) reading: Reading,
    #[command(flatten)]
    pub(super) sending: Sending,
    /// Columns to add to each row: encoding, segments, units, remaining (code units left in the last
    /// segment), offenders (the first ten different characters that force UCS-2), text (what is
    /// sent), warnings, verdict (ok or too-long), cost (with a price). Without it encoding, segments, units and offenders,
    /// text too with --smart-encoding, and verdict with --max-segments
    #[arg(long, value_name = "NAME,…", value_enum, value_delimiter = ',', ignore_case = true, hide_possible_values = true, help_heading = OUTPUT)]
    pub(super) add: Vec<Column>,
    /// Prefix of the names of added columns
    #[arg(long, value_name = "TEXT", default_value = "sms_", help_heading = OUTPUT)]
    pub(super) prefix: String,
    /// The file for the rows, which is there only when it is whole; standard output without it.
    /// With --summary it is for the summary as JSON
    #[arg(long, short, value_name = "FILE", help_heading = OUTPUT)]
    pub(super) output: Option<PathBuf>,
    /// Rows as csv, tsv, ndjson or json (an array); by the name of the output, or as the input is.
    /// Texts of lines become a column named text
    #[arg(long, value_name = "NAME", value_enum, ignore_case = true, hide_possible_values = true, conflicts_with = "summary", help_heading = OUTPUT)]
    pub(super) to: Option<LayoutName>,
    /// Put an apostrophe before cells of CSV that a spreadsheet would run as formulas: those that
    /// begin with = + - @, a tab or a carriage return
    #[arg(long, conflicts_with = "summary", help_heading = OUTPUT)]
    pub(super) csv_safe: bool,
    /// The summary alone, without rows
    #[arg(long, short, help_heading = OUTPUT)]
    pub(super) summary: bool,
    /// Print the summary as JSON: rows, badRows, totalSegments, ucs2Rows, tooLong, segments
    /// (segments and rows of each number of segments), price, cost, currency, savings, dearest, by,
    /// sample
    #[arg(long, help_heading = OUTPUT)]
    pub(super) json: bool,
    /// A summary for each value of this column or key too, such as a country
    #[arg(long, value_name = "NAME", help_heading = OUTPUT)]
    pub(super) by: Option<String>,
    /// The price of a segment, such as 0.0079
    #[arg(long, value_name = "PRICE", help_heading = PRICE)]
    price: Option<Price>,
    /// Prices by destination: a CSV file or a workbook with the columns price and either prefix (the
    /// first digits of phone numbers, the longest one counts) or country; * stands for all others.
    /// A row without a price is unreadable
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "price", help_heading = PRICE)]
    prices: Option<String>,
    /// The column of the phone number or the country that the price depends on; without it one that
    /// is named to, phone, recipient, number, mobile or msisdn; or country or iso
    #[arg(long, value_name = "NAME", requires = "prices", help_heading = PRICE)]
    pub(super) price_by: Option<String>,
    /// The currency of the prices, such as EUR, which is printed with them
    #[arg(long, value_name = "CODE", value_parser = currency, help_heading = PRICE)]
    currency: Option<String>,
    /// Leave out what smart encoding would save, which takes longer than all else
    #[arg(long, help_heading = OUTPUT)]
    pub(super) no_savings: bool,
    /// End with exit code 1 if a row takes more segments than this
    #[arg(long, short = 'n', value_name = "N", help_heading = OUTPUT)]
    pub(super) max_segments: Option<usize>,
    #[command(flatten)]
    pub(super) bad: BadRowOptions,
    #[command(flatten)]
    pub(super) long: LongRun,
}

const AFTER_HELP: &str = "\
Every row of the input comes out in its place with columns added. Rows that cannot be read are left out, counted and, with --bad-rows, listed; they make the exit code 5, unless --allow-bad permits them. Lines are counted from 1. An empty cell of CSV is an empty text; a key that a JSON object lacks makes the row unreadable.

  septet bulk campaign.csv -o counted.csv
  septet bulk people.csv -t 'Hi {{name}}, see you at {{place}}!' --summary --price 0.0079
  septet bulk 'export/*.ndjson.gz' -c message --smart typography -o counted.ndjson
  septet bulk campaign.xlsx --prices prices.csv --by country --currency EUR --summary
  septet bulk campaign.csv --summary --json | septet plan --from-bulk - --tier twilio-toll-free

A run with --output notes how far it is in OUTPUT.resume, and what it wrote stands in OUTPUT.part until all is there; --resume needs both, and the same files. Without --resume a run begins anew.";

impl Args {
    /// Returns `true` if the first line names the columns.
    pub(super) const fn has_header(&self) -> bool {
        !self.no_header
    }

    /// Returns `true` if rows are written, not only summed up.
    pub(super) const fn writes_rows(&self) -> bool {
        !self.summary
    }

    /// Refuses options that contradict each other.
    pub(super) fn refuse_conflicts(&self) -> Result<(), Failure> {
        self.input.refuse_conflicts()?;
        self.refuse_outputs()?;
        let mut added = self.add.iter().enumerate();
        if let Some((_, column)) = added.find(|(index, column)| self.add[..*index].contains(column))
        {
            return Err(Failure::usage(format!("--add has {} twice", column.name())));
        }
        if self.json && !self.summary && self.output.is_none() {
            return Err(Failure::usage(
                "--json is for the summary: it goes with --summary or --output; rows become JSON with --to json",
            ));
        }
        Ok(())
    }

    /// Refuses outputs that would replace the prices, and a summary under the name of another kind of file.
    fn refuse_outputs(&self) -> Result<(), Failure> {
        let outputs = [self.output.as_deref(), self.bad.bad_rows.as_deref()];
        let prices = self.prices.as_deref().map(Path::new);
        if let Some(prices) = prices
            && outputs
                .into_iter()
                .flatten()
                .any(|output| stream::is_same_file(output, prices))
        {
            let message = format!("{} holds the prices", prices.display());
            return Err(Failure::usage(message));
        }
        let stdin = Path::new("-");
        let is_read = self.files.is_empty() || self.files.iter().any(|file| file == stdin);
        if prices == Some(stdin) && is_read {
            return Err(Failure::usage(
                "standard input can be read only once: name a file for the rows or for --prices",
            ));
        }
        let is_other = |path: &&Path| {
            LayoutName::is_other(path) || FormatName::of(path) == Some(FormatName::Xlsx)
        };
        match self.output.as_deref().filter(is_other) {
            Some(path) if self.summary => Err(Failure::usage(format!(
                "{}: the summary is written as JSON: choose a name that ends in .json",
                path.display()
            ))),
            _ => Ok(()),
        }
    }

    /// Refuses files of different formats, as far as their names tell.
    pub(super) fn refuse_mixed(&self, files: &[InputFile]) -> Result<(), Failure> {
        if self.input.format.is_some() {
            return Ok(());
        }
        let names = files.iter().map(|file| (file, FormatName::of(file.path())));
        let names: Vec<(&InputFile, Option<FormatName>)> = names.collect();
        let is_unknown = |(file, name): &&(&InputFile, Option<FormatName>)| {
            name.is_none() && !file.is_stdin() && !file.path().exists()
        };
        if let Some((file, _)) = names.iter().find(is_unknown) {
            return Err(Failure::usage(format!(
                "{}: say what it holds with --format csv, tsv, ndjson, json, xlsx or lines",
                file.name()
            )));
        }
        let mut known = names.iter().filter(|(_, name)| name.is_some());
        let Some((first, kind)) = known.next() else {
            return Ok(());
        };
        match known.find(|(_, other)| other != kind) {
            Some((other, _)) => Err(Failure::usage(format!(
                "{} and {} do not hold the same format",
                first.name(),
                other.name()
            ))),
            None => Ok(()),
        }
    }

    /// The options for reading the files.
    pub(super) fn reading(&self) -> Result<stream::Reading, Failure> {
        let fields = match &self.template {
            Some(template) => {
                merge_fields::likely_fields(without_mark(template), self.sending.field_syntax())?
            }
            None => Vec::new(),
        };
        let is_table = !self.column.is_empty() || fields.iter().any(|field| field != "text");
        let is_name = |name: &String| name.parse::<usize>().is_err();
        let named = self.column.iter().cloned().chain(fields);
        Ok(stream::Reading {
            options: self.input.clone(),
            wanted: Wanted {
                columns: named.filter(is_name).collect(),
                has_header: self.has_header(),
                is_table,
                purpose: Purpose::Texts,
                is_numbered: !self.column.iter().all(is_name),
                ignores_case: false,
            },
            is_lossy: self.reading.is_lossy(),
        })
    }

    /// The columns to add to each row.
    pub(super) fn columns(&self) -> Vec<Column> {
        if !self.add.is_empty() {
            return self.add.clone();
        }
        let mut columns = vec![
            Column::Encoding,
            Column::Segments,
            Column::Units,
            Column::Offenders,
        ];
        columns.extend(self.sending.rules().map(|_| Column::Text));
        columns.extend(self.max_segments.map(|_| Column::Verdict));
        columns
    }

    /// The name of a column that is added, for one of several texts or for the only one.
    pub(super) fn added_name(&self, (text, column): (Option<&String>, &Column)) -> String {
        let prefix = &self.prefix;
        match text {
            Some(text) => format!("{prefix}{text}_{}", column.name()),
            None => format!("{prefix}{}", column.name()),
        }
    }

    /// The prices of segments, if there are any, and their currency.
    pub(super) fn pricing(&self) -> Result<(Option<Pricing>, Option<String>), Failure> {
        let pricing = match (&self.prices, self.price) {
            (Some(path), _) => Some(Pricing::Table(Prices::read(path)?)),
            (None, Some(price)) => Some(Pricing::Flat(price)),
            (None, None) => None,
        };
        let known = match &pricing {
            Some(Pricing::Table(prices)) => prices.currency.clone(),
            _ => None,
        };
        if pricing.is_none() && (self.currency.is_some() || self.add.contains(&Column::Cost)) {
            return Err(Failure::usage(
                "--currency and the column cost need a price: --price or --prices",
            ));
        }
        match (&self.currency, known) {
            (Some(currency), Some(known)) if *currency != known => Err(Failure::usage(format!(
                "--currency is {currency}, but the prices are in {known}"
            ))),
            (currency, known) => Ok((pricing, currency.clone().or(known))),
        }
    }

    /// The layout of written rows.
    pub(super) fn layout(&self, format: Format) -> Result<Layout, Failure> {
        let is_workbook = |path: &Path| FormatName::of(path) == Some(FormatName::Xlsx);
        if let Some(path) = self.output.as_deref().filter(|path| is_workbook(path)) {
            return Err(Failure::usage(format!(
                "{}: workbooks are read, not written; write a .csv file, which spreadsheets open",
                path.display()
            )));
        }
        if let Some(path) = self
            .output
            .as_deref()
            .filter(|path| LayoutName::is_other(path))
        {
            return Err(Failure::usage(format!(
                "{}: rows are written as CSV, TSV, NDJSON or JSON: choose a name that ends in .csv, .tsv, .ndjson or .json",
                path.display()
            )));
        }
        let by_name = self.output.as_deref().and_then(LayoutName::of);
        let name = self.to.or(by_name).unwrap_or(LayoutName::like(format));
        let delimiter = match (name, format) {
            (LayoutName::Ndjson | LayoutName::Json, _) if self.csv_safe => {
                return Err(Failure::usage("--csv-safe is for rows written as CSV"));
            }
            (LayoutName::Ndjson, _) => return Ok(Layout::Ndjson),
            (LayoutName::Json, _) => return Ok(Layout::Json),
            (_, Format::Ndjson) => {
                return Err(Failure::usage(
                    "objects with keys of their own do not fit the columns of CSV: write them with --to ndjson or json",
                ));
            }
            // As the input has it.
            (LayoutName::Csv, Format::Csv(Dialect { delimiter, .. })) if delimiter != b'\t' => {
                delimiter
            }
            (LayoutName::Csv, _) => b',',
            (LayoutName::Tsv, _) => b'\t',
        };
        Ok(Layout::Csv {
            delimiter,
            is_copied: format == Format::Csv(Dialect::new(delimiter)) && !self.csv_safe,
            is_safe: self.csv_safe,
        })
    }
}

fn currency(text: &str) -> Result<String, String> {
    if text.len() == 3 && text.bytes().all(|octet| octet.is_ascii_alphabetic()) {
        Ok(text.to_ascii_uppercase())
    } else {
        Err("expected a code of three letters (ISO 4217), such as EUR".to_owned())
    }
}
