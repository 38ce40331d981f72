//! Standard output, with colours and a width if it is a terminal.

use std::fmt::{self, Display};
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

use anstyle::Style;
use clap::ValueEnum;
use serde::Serialize;

use crate::hex::Hex;

/// Columns where there is no terminal to ask.
const COLUMNS: usize = 80;

/// The use of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    #[default]
    Auto,
    Always,
    Never,
}

/// Standard output. What is written is never filtered: a text goes through byte by byte.
pub(crate) struct Screen {
    out: BufWriter<Stdout>,
    has_colour: bool,
    columns: usize,
}

impl Screen {
    pub(crate) fn new(when: When) -> Self {
        let stdout = io::stdout();
        let has_colour = match when {
            When::Always => true,
            When::Never => false,
            When::Auto => anstream::AutoStream::choice(&stdout) != anstream::ColorChoice::Never,
        };
        Screen {
            columns: columns(&stdout),
            out: BufWriter::with_capacity(1 << 16, stdout),
            has_colour,
        }
    }

    /// Returns `true` if styles show.
    pub(crate) const fn has_colour(&self) -> bool {
        self.has_colour
    }

    /// Columns to draw in, in the range `20..`.
    pub(crate) const fn columns(&self) -> usize {
        self.columns
    }

    /// `value` in a style where styles show.
    pub(crate) fn paint<T: Display>(&self, style: Style, value: T) -> Painted<T> {
        Painted {
            style: if self.has_colour { style } else { Style::new() },
            value,
        }
    }

    /// One JSON value on a line of its own.
    pub(crate) fn json(&mut self, value: &impl Serialize) -> io::Result<()> {
        let mut serializer = serde_json::Serializer::with_formatter(&mut self.out, HexOctets);
        value.serialize(&mut serializer)?;
        self.out.write_all(b"\n")
    }
}

impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The variable `COLUMNS` where it is set, else the terminal's width, else 80.
fn columns(stdout: &Stdout) -> usize {
    let set = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    let measured = || {
        let size = stdout
            .is_terminal()
            .then(|| terminal_size::terminal_size_of(stdout));
        size.flatten().map(|(width, _)| usize::from(width.0))
    };
    set.or_else(measured).unwrap_or(COLUMNS).max(20)
}

/// Compact JSON in which octets are a string of hexadecimal digits.
struct HexOctets;

impl serde_json::ser::Formatter for HexOctets {
    fn write_byte_array<W: Write + ?Sized>(
        &mut self,
        writer: &mut W,
        octets: &[u8],
    ) -> io::Result<()> {
        write!(writer, "\"{}\"", Hex(octets))
    }
}

/// Something to show in a style.
pub(crate) struct Painted<T> {
    style: Style,
    value: T,
}

impl<T: Display> Display for Painted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Painted { style, value } = self;
        write!(f, "{style}{value}{style:#}")
    }
}
