//! The rows of a CSV file, each as the text that the template becomes with it.

use std::collections::BTreeMap;
use std::io::Read;

use csv::{ByteRecord, Reader, ReaderBuilder, StringRecord};
use indicatif::ProgressBar;
use septet::Template;

use crate::input::Reading;
use crate::outcome::Failure;
use crate::progress;
use crate::stream::{FormatName, InputFile};

/// A CSV file that is being read.
pub(super) struct Rows<'a> {
    /// How messages call it.
    name: String,
    reader: Reader<Box<dyn Read + Send>>,
    record: StringRecord,
    /// The line the record begins in, counted from 1.
    line: u64,
    reading: Reading,
    template: &'a Template,
    /// The place of each field among the columns.
    columns: BTreeMap<String, usize>,
    bar: ProgressBar,
}

impl<'a> Rows<'a> {
    /// Opens a file and finds the column of each field.
    pub(super) fn open(
        file: &InputFile,
        delimiter: Option<u8>,
        reading: Reading,
        template: &'a Template,
    ) -> Result<Self, Failure> {
        let is_tsv = FormatName::of(file.path()) == Some(FormatName::Tsv);
        let bar = progress::bar(file.length());
        let reader = ReaderBuilder::new()
            .delimiter(delimiter.unwrap_or(if is_tsv { b'\t' } else { b',' }))
            .has_headers(false)
            .from_reader(file.reader(&bar)?);
        let record = StringRecord::new();
        let columns = BTreeMap::new();
        let mut rows = Rows {
            name: file.name(),
            reader,
            record,
            line: 0,
            reading,
            template,
            columns,
            bar,
        };
        rows.read()?;
        let names = rows.record.iter().enumerate();
        rows.columns = names
            .map(|(place, name)| (name.trim().to_owned(), place))
            .collect();
        rows.check()?;
        Ok(rows)
    }

    /// Every field needs a column.
    fn check(&self) -> Result<(), Failure> {
        let mut fields = self.template.fields().iter();
        let Some(field) = fields.find(|field| !self.columns.contains_key(*field)) else {
            return Ok(());
        };
        let columns: Vec<&str> = self.record.iter().map(str::trim).collect();
        let columns = match columns.as_slice() {
            [] => "there is not even a line of names".to_owned(),
            columns => format!("the columns are {}", columns.join(", ")),
        };
        Err(Failure::Input(format!(
            "{}: no column for the field {field}; {columns}",
            self.name
        )))
    }

    /// The text of the next row; `None` behind the last one.
    pub(super) fn next_text(&mut self) -> Result<Option<String>, Failure> {
        if !self.read()? {
            self.bar.finish_and_clear();
            return Ok(None);
        }
        let value = |field: &str| self.record.get(*self.columns.get(field)?);
        Ok(Some(self.template.fill(value)?))
    }

    /// Reads a record; false behind the last one.
    fn read(&mut self) -> Result<bool, Failure> {
        self.line = self.reader.position().line();
        let unreadable = |error| Failure::Input(format!("{}: {error}", self.name));
        if !self.reading.is_lossy() {
            return self
                .reader
                .read_record(&mut self.record)
                .map_err(unreadable);
        }
        let mut octets = ByteRecord::new();
        let is_there = self
            .reader
            .read_byte_record(&mut octets)
            .map_err(unreadable)?;
        self.record = StringRecord::from_byte_record_lossy(octets);
        Ok(is_there)
    }

    /// A failure with the record read last.
    pub(super) fn at(&self, failure: Failure) -> Failure {
        failure.at(format_args!("{}, line {}", self.name, self.line))
    }
}
