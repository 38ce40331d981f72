//! `septet template`: what a text with merge fields costs, at least and at most, or row by row.

mod fields;
mod rows;

use std::io::{self, Write};

use clap::ValueHint;
use septet::{Count, Distribution, Estimate, FieldEstimate, Template, TemplateError};

use crate::histogram;
use crate::input::Input;
use crate::merge_fields;
use crate::options::Sending;
use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;
use crate::source::{InputFile, InputOptions};
use crate::wording::{counted, in_full, number};
use rows::Rows;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,
    /// A CSV file or a workbook with a column for each field, named in its first line; - is standard
    /// input. What is packed is unpacked
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = HEADING)]
    rows: Option<InputFile>,
    #[command(flatten)]
    input_options: InputOptions,
    /// Without rows: the characters a value has, and :gsm7 if they are GSM-7: 'name=1..20',
    /// 'code=6:gsm7'; a field that is not described has up to 40
    #[arg(long, value_name = "NAME=LENGTHS", conflicts_with = "rows", value_parser = fields::parse, help_heading = HEADING)]
    field: Vec<FieldEstimate>,
    #[command(flatten)]
    sending: Sending,
    /// Print JSON: the keys of npm `template`
    #[arg(long, help_heading = "Output")]
    json: bool,
    /// End with exit code 1 if the text may take more segments than this
    #[arg(long, short = 'n', value_name = "N", help_heading = "Output")]
    max_segments: Option<usize>,
}

const HEADING: &str = "Values of the fields";

/// The maximum number of dearest rows shown.
const DEAREST: usize = 3;

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    args.input_options.refuse_conflicts()?;
    if args.rows.is_none() && args.input_options.is_given() {
        return Err(Failure::usage(
            "--format, --delimiter and the other options of input are for the file of --rows",
        ));
    }
    let text = args.input.read()?;
    let most = match &args.rows {
        None => bounds(args, &text, screen)?,
        Some(file) => {
            let syntax = args.sending.field_syntax();
            let reading = args.input.reading;
            let rows = Rows::open(file, &args.input_options, reading, (&text, syntax))?;
            each_row(args, rows, screen)?
        }
    };
    Ok(Outcome::of(most, args.max_segments))
}

/// Shows what the template costs with any values; gives the most segments.
fn bounds(args: &Args, text: &str, screen: &mut Screen) -> Result<usize, Failure> {
    let described: Vec<&str> = args.field.iter().map(FieldEstimate::name).collect();
    let text = args.sending.frame().apply(text);
    let template = merge_fields::parse(&text, args.sending.field_syntax(), &described)?;
    if let Some(name) = template.unknown_fields(&args.field).next() {
        return Err(Failure::usage(format!(
            "--field {name}: the template has no such field; {}",
            fields::listed(&template)
        )));
    }
    if let Some(twice) = fields::twice(&described) {
        return Err(Failure::usage(format!("--field {twice} is given twice")));
    }
    let estimate = match args.sending.encoder() {
        Some(encoder) => template.estimate_encoded(&encoder, &args.field)?,
        None => template.estimate(&args.sending.segmenter(), &args.field)?,
    };
    if args.json {
        screen.json(&estimate)?;
    } else {
        show_estimate(&template, estimate, screen)?;
    }
    Ok(estimate.maximum().segments())
}

/// Shows what it costs with the values of each row; gives the most segments.
fn each_row(args: &Args, mut rows: Rows, screen: &mut Screen) -> Result<usize, Failure> {
    let segmenter = args.sending.segmenter();
    let mut distribution = Distribution::new();
    let mut dearest: Vec<(usize, String)> = Vec::new();
    while let Some(text) = rows.next_text()? {
        let text = args.sending.sent(text);
        let count = segmenter
            .count(&text)
            .map_err(|error| rows.at(error.into()))?;
        let row = distribution.rows();
        distribution.push(count);
        let leading = &distribution.dearest()[..DEAREST.min(distribution.dearest().len())];
        if leading.iter().any(|(other, _)| *other == row) {
            dearest.retain(|(row, _)| leading.iter().any(|(other, _)| other == row));
            dearest.push((row, text));
        }
    }
    if args.json {
        screen.json(&distribution)?;
    } else {
        show_distribution(&distribution, &dearest, screen)?;
    }
    Ok(distribution.maximum().map_or(0, Count::segments))
}

fn show_estimate(template: &Template, estimate: Estimate, screen: &mut Screen) -> io::Result<()> {
    let fields = template.fields().join(", ");
    let fields = if fields.is_empty() { "none" } else { &fields };
    writeln!(screen, "fields    {fields}")?;
    writeln!(screen, "at least  {}", in_full(estimate.minimum()))?;
    writeln!(screen, "at most   {}", in_full(estimate.maximum()))
}

fn show_distribution(
    distribution: &Distribution,
    dearest: &[(usize, String)],
    screen: &mut Screen,
) -> io::Result<()> {
    let (rows, total) = (distribution.rows(), distribution.total_segments());
    let ucs2 = number(distribution.ucs2_rows());
    writeln!(
        screen,
        "{} · {} · {ucs2} in UCS-2\n",
        counted(rows, "row"),
        counted(total, "segment")
    )?;
    let bins: Vec<_> = distribution.segments().collect();
    histogram::draw(&bins, rows, screen)?;
    for (row, count) in distribution.dearest().iter().take(DEAREST) {
        let text = dearest
            .iter()
            .find(|(other, _)| other == row)
            .map_or("", |(_, text)| text);
        let text = crate::glyph::in_line(text, screen.columns().saturating_sub(2));
        writeln!(
            screen,
            "\nrow {}: {}\n  {text}",
            number(row + 1),
            in_full(*count)
        )?;
    }
    Ok(())
}

impl From<TemplateError> for Failure {
    fn from(error: TemplateError) -> Self {
        match error {
            TemplateError::Unencodable(error) => error.into(),
            _ => Failure::Input(error.to_string()),
        }
    }
}
