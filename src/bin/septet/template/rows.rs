//! The rows of a CSV file, each as the text that the template becomes with it.

use std::collections::BTreeMap;
use std::io::{self, Read};

use csv::{ByteRecord, Reader, StringRecord};
use indicatif::ProgressBar;
use septet::{FieldSyntax, Template};

use crate::input::Reading;
use crate::merge_fields;
use crate::outcome::Failure;
use crate::progress;
use crate::source::{self, Format, FormatName, InputFile, InputOptions, Wanted};

/// A CSV file that is being read.
pub(super) struct Rows {
    /// Its name in messages.
    name: String,
    reader: Reader<Box<dyn Read + Send>>,
    record: StringRecord,
    /// The line the record begins in, counted from 1.
    line: u64,
    /// Lines above the header, and what messages call a line.
    above: u64,
    noun: &'static str,
    reading: Reading,
    template: Template,
    /// The index of each field among the columns.
    columns: BTreeMap<String, usize>,
    bar: ProgressBar,
}

impl Rows {
    /// Opens a file and finds the column of each field.
    pub(super) fn open(
        file: &InputFile,
        options: &InputOptions,
        reading: Reading,
        (text, syntax): (&str, Option<FieldSyntax>),
    ) -> Result<Self, Failure> {
        let bar = progress::bar(file.length());
        let wanted = Wanted {
            columns: merge_fields::likely_fields(text, syntax)?,
            has_header: true,
            is_table: true,
            ..Wanted::default()
        };
        let mut options = options.clone();
        if options.format.is_none() && FormatName::of(file.path()).is_none() {
            options.format = Some(FormatName::Csv);
        }
        let opened = source::open(file, &options, &wanted, reading.is_lossy(), &bar)?;
        let Format::Csv(dialect) = opened.format else {
            let name = file.name();
            return Err(Failure::usage(format!(
                "{name}: --rows takes CSV and workbooks; septet bulk fills templates from JSON"
            )));
        };
        let mut input = opened.reader;
        io::copy(
            &mut input.by_ref().take(opened.prelude.octets),
            &mut io::sink(),
        )
        .map_err(|error| file.unreadable(&error))?;
        let mut rows = Rows {
            name: file.name(),
            reader: dialect.reader().from_reader(input),
            record: StringRecord::new(),
            line: 0,
            above: opened.prelude.lines,
            noun: opened.numbering.noun(),
            reading,
            template: Template::parse("")?,
            columns: BTreeMap::new(),
            bar,
        };
        rows.read()?;
        let columns: Vec<&str> = rows.record.iter().map(str::trim).collect();
        rows.template = merge_fields::parse(text, syntax, &columns)?;
        let names = rows.record.iter().enumerate();
        for (place, name) in names {
            let name = name.trim();
            let before = rows.columns.insert(name.to_owned(), place);
            if let Some(before) =
                before.filter(|_| rows.template.fields().iter().any(|field| field == name))
            {
                return Err(Failure::Input(format!(
                    "{}: there are several columns {name}, such as {} and {}: give each a name of its own",
                    rows.name,
                    before + 1,
                    place + 1
                )));
            }
        }
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
        self.line = self.above + self.reader.position().line();
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
        failure.at(format_args!("{}, {} {}", self.name, self.noun, self.line))
    }
}
