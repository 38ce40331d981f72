//! The options of `septet bulk`, and which of them make no sense together.

use std::path::PathBuf;

use crate::input::Reading;
use crate::options::Sending;
use crate::outcome::Failure;
use crate::stream::{BadRowOptions, Format, FormatName, InputFile, LongRun, delimiter};

use super::added::Column;
use super::layout::{Layout, LayoutName};
use super::money::Price;

const INPUT: &str = "Input";
const OUTPUT: &str = "Output";

#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub(crate) struct Args {
    /// Files, or patterns of file names in quotes; standard input without any, or as -. Names that end
    /// in .gz or .zst are unpacked
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// csv, tsv, ndjson (a JSON object a line) or lines (a text a line); by the name of the file
    /// without it
    #[arg(long, value_name = "NAME", value_enum, ignore_case = true, hide_possible_values = true, help_heading = INPUT)]
    format: Option<FormatName>,
    /// What stands between the columns of CSV: a comma, in .tsv files a tab
    #[arg(long, value_name = "CHARACTER", value_parser = delimiter, help_heading = INPUT)]
    delimiter: Option<u8>,
    /// The first line of CSV is a row like the others, and columns are named 1, 2, 3…
    #[arg(long, help_heading = INPUT)]
    no_header: bool,
    /// The column or key of the text: its name, or the number of a column from 1 on. Without it
    /// the only one there is, or the one named text, message or body
    #[arg(long, short, value_name = "NAME", help_heading = INPUT)]
    pub(super) column: Option<String>,
    /// The text with {{columns}} in it, filled with the values of each row
    #[arg(long, short, value_name = "TEXT", conflicts_with = "column", help_heading = INPUT)]
    pub(super) template: Option<String>,
    #[command(flatten)]
    pub(super) reading: Reading,
    #[command(flatten)]
    pub(super) sending: Sending,
    /// What is added to each row: encoding, segments, units, remaining (code units left in the last
    /// segment), offenders (the first ten different characters that force UCS-2), text (what is
    /// sent), warnings, verdict (ok or too-long). Without it encoding, segments, units and offenders,
    /// text too with --smart-encoding, and verdict with --max-segments
    #[arg(long, value_name = "NAME,…", value_enum, value_delimiter = ',', ignore_case = true, hide_possible_values = true, help_heading = OUTPUT)]
    pub(super) add: Vec<Column>,
    /// How the names of what is added begin
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
    /// (segments and rows of each number of segments), price, cost, savings, dearest
    #[arg(long, help_heading = OUTPUT)]
    pub(super) json: bool,
    /// The price of a segment, such as 0.0079, for the summary
    #[arg(long, value_name = "PRICE", help_heading = OUTPUT)]
    pub(super) price: Option<Price>,
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
Every row of the input comes out in its place with columns added; rows that cannot be read are left
out, counted and, with --bad-rows, listed. Lines are counted from 1. An empty cell of CSV is an empty
text; a key that a JSON object lacks makes the row a bad one.

  septet bulk campaign.csv -o counted.csv
  septet bulk people.csv -t 'Hi {{name}}, see you at {{place}}!' --summary --price 0.0079
  septet bulk 'export/*.ndjson.gz' -c message --smart typography -o counted.ndjson
  septet bulk campaign.csv --summary --json | septet plan --from-bulk - --tier twilio-toll-free

A run with --output notes how far it is in OUTPUT.resume, and what it wrote stands in OUTPUT.part
until all is there; --resume needs both, and the same files. Without --resume a run begins anew.";

impl Args {
    /// Whether the first line names the columns.
    pub(super) const fn has_header(&self) -> bool {
        !self.no_header
    }

    /// Whether rows are written, rather than summed up alone.
    pub(super) const fn writes_rows(&self) -> bool {
        !self.summary
    }

    /// What makes no sense by itself.
    pub(super) fn refuse_conflicts(&self) -> Result<(), Failure> {
        if self.json && !self.summary && self.output.is_none() {
            return Err(Failure::usage(
                "--json is for the summary: it goes with --summary or --output; rows become JSON with --to json",
            ));
        }
        Ok(())
    }

    /// What the files hold, which is the same for all.
    pub(super) fn format(&self, files: &[InputFile]) -> Result<Format, Failure> {
        if let Some(format) = self.format {
            return Ok(format.format(self.delimiter));
        }
        let mut formats = files.iter().map(|file| {
            let format = FormatName::of(file.path()).map(|format| format.format(self.delimiter));
            format.ok_or_else(|| {
                Failure::usage(format!(
                    "{}: say what it holds with --format csv, tsv, ndjson or lines",
                    file.name()
                ))
            })
        });
        let first = formats
            .next()
            .unwrap_or_else(|| Err(Failure::usage("no file")))?;
        for (format, file) in formats.zip(&files[1..]) {
            if format? != first {
                let (first, other) = (files[0].name(), file.name());
                return Err(Failure::usage(format!(
                    "{first} and {other} do not hold the same format"
                )));
            }
        }
        Ok(first)
    }
    /// What is added to each row.
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

    /// How rows are written.
    pub(super) fn layout(&self, format: Format) -> Result<Layout, Failure> {
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
            (LayoutName::Csv, Format::Csv { delimiter }) if delimiter != b'\t' => delimiter,
            (LayoutName::Csv, _) => b',',
            (LayoutName::Tsv, _) => b'\t',
        };
        Ok(Layout::Csv {
            delimiter,
            is_copied: format == Format::Csv { delimiter } && !self.csv_safe,
            is_safe: self.csv_safe,
        })
    }
}
