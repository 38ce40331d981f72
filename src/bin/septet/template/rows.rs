//! The rows of a CSV file, each as the text that the template becomes with it.

use std::collections::{BTreeMap, VecDeque};
use std::io::{BufRead, BufReader, Read};

use csv::{ByteRecord, StringRecord};
use indicatif::ProgressBar;
use septet::{FieldSyntax, Template};

use crate::input::Reading;
use crate::merge_fields;
use crate::outcome::Failure;
use crate::progress;
use crate::source::{
    self, Dialect, Format, FormatName, InputFile, InputOptions, Quotes, Wanted, suspect,
};
use crate::stream::utf8;

/// Octets that are divided into records at once.
const BLOCK: usize = 64 << 10;

/// A CSV file that is being read.
pub(super) struct Rows {
    /// Its name in messages.
    name: String,
    reader: BufReader<Box<dyn Read + Send>>,
    dialect: Dialect,
    /// The escapes of a database were read.
    is_unescaped: bool,
    /// The record read last, and those after it in the lines that were read.
    record: StringRecord,
    next: VecDeque<(u64, Result<StringRecord, String>)>,
    /// Cells of the header.
    width: usize,
    /// The line the record begins in, counted from 1.
    line: u64,
    /// Lines read so far, those above the header among them, and what messages call a line.
    lines: u64,
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
        let (lines, noun) = (opened.prelude.lines, opened.numbering.noun());
        let input = opened.records().map_err(|error| file.unreadable(&error))?;
        let mut rows = Rows {
            name: file.name(),
            reader: BufReader::new(input),
            dialect,
            is_unescaped: options.escape.is_some(),
            record: StringRecord::new(),
            next: VecDeque::new(),
            width: 0,
            line: 0,
            lines,
            noun,
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
        let refused = |reason| Err(self.at(Failure::Input(reason)));
        if self.record.len() != self.width {
            let cells = self.record.len();
            return refused(format!("{cells} instead of {} columns", self.width));
        }
        let value = |field: &str| self.record.get(*self.columns.get(field)?);
        let mut values = self
            .template
            .fields()
            .iter()
            .filter_map(|field| value(field));
        if let Some(reason) = values.find_map(|value| suspect::text(value, self.is_unescaped)) {
            return refused(reason);
        }
        Ok(Some(self.template.fill(value)?))
    }

    /// Reads a record; false behind the last one.
    fn read(&mut self) -> Result<bool, Failure> {
        loop {
            while let Some((line, record)) = self.next.pop_front() {
                self.line = line;
                let record = record.map_err(|reason| self.at(Failure::Input(reason)))?;
                // Spreadsheets write rows of empty cells behind a table.
                if record.len() == 1 || record.iter().any(|cell| !cell.is_empty()) {
                    self.record = record;
                    return Ok(true);
                }
            }
            if !self.read_block()? {
                self.record.clear();
                return Ok(false);
            }
        }
    }

    /// Reads whole records of some lines; false at the end.
    fn read_block(&mut self) -> Result<bool, Failure> {
        // A line break before the records keeps the reader from taking a first character for a byte order mark.
        let mut raw = vec![b'\n'];
        let mut quotes = Quotes::new(self.dialect);
        let mut is_over = false;
        while !is_over && (raw.len() < BLOCK || quotes.is_open()) {
            let start = raw.len();
            let read = self.reader.read_until(b'\n', &mut raw);
            let unreadable = |error| Failure::Input(format!("{}: {error}", self.name));
            is_over = read.map_err(unreadable)? == 0;
            if self.dialect.has_quotes {
                quotes.read(&raw[start..], |_, _| ());
            }
        }
        if let Some(quote) = source::open_quote(&raw, self.dialect) {
            self.line = self.lines + source::line_breaks(&raw[..quote]);
            return Err(self.at(Failure::Input(suspect::OPEN_QUOTE.to_owned())));
        }
        if self.reading.is_lossy() {
            raw = String::from_utf8_lossy(&raw).into_owned().into_bytes();
        }
        self.divide(&raw)?;
        self.lines += source::line_breaks(&raw) - 1;
        Ok(raw.len() > 1)
    }

    /// Divides lines into records, each with its line.
    fn divide(&mut self, raw: &[u8]) -> Result<(), Failure> {
        let closes_early = suspect::closes_early(raw, self.dialect);
        let mut reader = self.dialect.reader().flexible(true).from_reader(raw);
        let mut record = ByteRecord::new();
        let (mut start, mut before) = (0, self.lines);
        loop {
            let read = reader.read_byte_record(&mut record);
            if !read.map_err(|error| Failure::Input(format!("{}: {error}", self.name)))? {
                return Ok(());
            }
            let end = usize::try_from(reader.position().byte()).unwrap_or(raw.len());
            let row = raw[start..end].trim_ascii_end();
            let breaks = row
                .iter()
                .take_while(|octet| matches!(octet, b'\n' | b'\r'));
            let breaks = breaks.count();
            let line = before + source::line_breaks(&row[..breaks]);
            before += source::line_breaks(&raw[start..end]);
            start = end;
            if self.width == 0 {
                self.width = record.len();
            }
            let row = &row[breaks..];
            let is_long = row.contains(&b'\n');
            let suspect = || suspect::quotes(row, is_long, self.dialect, self.width);
            let record = if row.contains(&0) {
                Err(suspect::ZERO.to_owned())
            } else if let Some(reason) = (closes_early || is_long).then(suspect).flatten() {
                Err(reason)
            } else {
                let record = StringRecord::from_byte_record(record.clone());
                record.map_err(|_| utf8(row).err().unwrap_or_default())
            };
            self.next.push_back((line, record));
        }
    }

    /// A failure with the record read last.
    pub(super) fn at(&self, failure: Failure) -> Failure {
        failure.at(format_args!("{}, {} {}", self.name, self.noun, self.line))
    }
}
