//! The rows of an answer, written as they come.

use std::io::{self, Write};

use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::json::WriterBuilder;
use datafusion::arrow::json::writer::LineDelimited;
use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};
use datafusion::arrow::util::pretty::pretty_format_batches_with_schema;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::SendableRecordBatchStream;
use futures::TryStreamExt;

use super::Format;
use crate::outcome::Failure;
use crate::screen::Screen;
use crate::wording::number;

/// Rows of a table that fit a screen's memory, if not a reader's: their widths must be known before the first is drawn.
const ROWS_OF_A_TABLE: usize = 1_000;

pub(super) async fn write(
    mut rows: SendableRecordBatchStream,
    format: Format,
    screen: &mut Screen,
) -> Result<(), Failure> {
    if format == Format::Table {
        return table(rows, screen).await;
    }
    let schema = rows.schema();
    if schema.fields().is_empty() {
        return Ok(()); // A statement that answers nothing, such as SET.
    }
    // What goes wrong before the first row leaves nothing behind.
    let mut next = rows.try_next().await?;
    if format == Format::Csv {
        let names = schema.fields().iter().map(|field| field.name());
        csv_lines(std::iter::once(names), screen)?;
    }
    let mut is_first = true;
    while let Some(batch) = next {
        match format {
            Format::Csv => csv(&batch, screen)?,
            Format::Ndjson => screen.write_all(&lines(&batch)?)?,
            Format::Json | Format::Table => {
                for line in lines(&batch)?.split(|octet| *octet == b'\n') {
                    if !line.is_empty() {
                        screen.write_all(if is_first { b"[" } else { b",\n" })?;
                        screen.write_all(line)?;
                        is_first = false;
                    }
                }
            }
        }
        next = rows.try_next().await?;
    }
    if format == Format::Json {
        screen.write_all(if is_first { b"[]\n" } else { b"]\n" })?;
    }
    Ok(())
}

async fn table(mut rows: SendableRecordBatchStream, screen: &mut Screen) -> Result<(), Failure> {
    let schema = rows.schema();
    let mut batches = Vec::new();
    let mut room = ROWS_OF_A_TABLE;
    let mut is_cut = false;
    while let Some(batch) = rows.try_next().await? {
        is_cut = batch.num_rows() > room;
        let shown = batch.slice(0, batch.num_rows().min(room));
        room -= shown.num_rows();
        batches.push(shown);
        if is_cut {
            break;
        }
    }
    let table =
        pretty_format_batches_with_schema(schema, &batches).map_err(DataFusionError::from)?;
    writeln!(screen, "{table}")?;
    if is_cut {
        writeln!(
            screen,
            "the first {} rows; --format csv prints all",
            number(ROWS_OF_A_TABLE)
        )?;
    }
    Ok(())
}

/// One JSON object a line.
fn lines(batch: &RecordBatch) -> Result<Vec<u8>> {
    let mut lines = Vec::new();
    let builder = WriterBuilder::new().with_explicit_nulls(true);
    let mut writer = builder.build::<_, LineDelimited>(&mut lines);
    writer.write(batch)?;
    writer.finish()?;
    drop(writer);
    Ok(lines)
}

/// Lists and structs are written as SQL shows them.
fn csv(batch: &RecordBatch, screen: &mut Screen) -> Result<(), Failure> {
    let options = FormatOptions::default();
    let columns = batch.columns().iter();
    let columns: Result<Vec<_>, _> = columns
        .map(|column| ArrayFormatter::try_new(column, &options))
        .collect();
    let columns = columns.map_err(DataFusionError::from)?;
    let rows = (0..batch.num_rows()).map(|row| {
        columns
            .iter()
            .map(move |column| column.value(row).to_string())
    });
    Ok(csv_lines(rows, screen)?)
}

fn csv_lines<T: AsRef<[u8]>>(
    rows: impl Iterator<Item = impl Iterator<Item = T>>,
    screen: &mut Screen,
) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(screen);
    for row in rows {
        writer.write_record(row)?;
    }
    writer.flush()
}
