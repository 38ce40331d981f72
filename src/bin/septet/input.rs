//! Reading the text from an argument or standard input.

use std::ffi::OsString;
use std::io::{self, BufRead, IsTerminal, Read};

use indicatif::ProgressBar;

use crate::outcome::Failure;
use crate::source::byte_order_mark;

/// The one text that is asked about.
#[derive(clap::Args)]
pub(crate) struct Input {
    /// The text; where it is `-` or missing, standard input without its final line break
    #[arg(value_name = "TEXT")]
    text: Option<OsString>,

    /// Arguments after the text: none, or the rest of a text that should have been quoted.
    #[arg(hide = true)]
    surplus: Vec<OsString>,

    #[command(flatten)]
    pub(crate) reading: Reading,

    /// Count the final line break of standard input too
    #[arg(long, help_heading = "Input")]
    keep_newline: bool,
}

/// Options for decoding octets as text.
#[derive(Clone, Copy, clap::Args)]
pub(crate) struct Reading {
    /// Take what is not UTF-8 as U+FFFD instead of refusing it
    #[arg(long, help_heading = "Input")]
    lossy: bool,
}

impl Input {
    /// Reads the text.
    pub(crate) fn read(&self) -> Result<String, Failure> {
        match (&self.text, self.surplus.first()) {
            (None, _) if io::stdin().is_terminal() => Err(Failure::Nothing),
            (None, _) => self.read_standard_input(),
            (Some(text), Some(surplus)) => Err(two_texts(text, surplus)),
            (Some(dash), None) if dash == "-" => self.read_standard_input(),
            (Some(text), None) => self
                .reading
                .decode_marked(text.clone().into_encoded_bytes(), "the text"),
        }
    }

    fn read_standard_input(&self) -> Result<String, Failure> {
        let mut octets = Vec::new();
        io::stdin()
            .lock()
            .read_to_end(&mut octets)
            .map_err(|error| unreadable(&error))?;
        let mut text = self.reading.decode_marked(octets, "standard input")?;
        if !self.keep_newline {
            text.truncate(without_line_break(text.as_bytes()).len());
        }
        Ok(text)
    }
}

impl Reading {
    /// Returns `true` if octets that are not UTF-8 are replaced.
    pub(crate) const fn is_lossy(self) -> bool {
        self.lossy
    }

    /// The octets of a file or an argument as text, without the byte order mark that it may begin with; UTF-16 is known
    /// by its mark.
    pub(crate) fn decode_marked(self, mut octets: Vec<u8>, name: &str) -> Result<String, Failure> {
        let Some((encoding, length)) = byte_order_mark(&octets) else {
            return self.decode(octets, name);
        };
        octets.drain(..length);
        if encoding == encoding_rs::UTF_8 {
            return self.decode(octets, name);
        }
        let text = encoding.decode_without_bom_handling_and_without_replacement(&octets);
        match text {
            Some(text) => Ok(text.into_owned()),
            None if self.lossy => Ok(encoding.decode_without_bom_handling(&octets).0.into_owned()),
            None => Err(Failure::Input(format!(
                "{name} is malformed {} (--lossy takes what is malformed as U+FFFD)",
                encoding.name()
            ))),
        }
    }

    /// The octets as text.
    pub(crate) fn decode(self, octets: Vec<u8>, name: &str) -> Result<String, Failure> {
        String::from_utf8(octets).or_else(|error| {
            if self.lossy {
                return Ok(String::from_utf8_lossy(error.as_bytes()).into_owned());
            }
            let index = error.utf8_error().valid_up_to();
            let octet = error.as_bytes().get(index).copied().unwrap_or_default();
            Err(Failure::Input(format!(
                "{name} is not UTF-8: octet 0x{octet:02X} at byte {index} (--lossy takes it as U+FFFD)"
            )))
        })
    }

    /// The texts of standard input, one after another, each ended by `separator`; `bar` shows how far
    /// the reading is.
    pub(crate) fn records(
        self,
        separator: u8,
        bar: &ProgressBar,
    ) -> impl Iterator<Item = Result<String, Failure>> {
        let mut input = bar.wrap_read(io::stdin().lock());
        let mut is_first = true;
        std::iter::from_fn(move || {
            let mut octets = Vec::new();
            match input
                .read_until(separator, &mut octets)
                .map_err(|error| unreadable(&error))
            {
                Ok(0) => return None,
                Ok(_) => {}
                Err(failure) => return Some(Err(failure)),
            }
            if separator == b'\n' {
                octets.truncate(without_line_break(&octets).len());
            } else if octets.last() == Some(&separator) {
                octets.pop();
            }
            if std::mem::take(&mut is_first)
                && let Some((encoding, length)) = byte_order_mark(&octets)
            {
                if encoding != encoding_rs::UTF_8 {
                    let message = format!(
                        "standard input is {}: septet bulk reads it",
                        encoding.name()
                    );
                    return Some(Err(Failure::Input(message)));
                }
                octets.drain(..length);
            }
            Some(self.decode(octets, "the text"))
        })
    }
}

/// The text without one final LF or CRLF, which the shell adds.
fn without_line_break(text: &[u8]) -> &[u8] {
    text.strip_suffix(b"\r\n")
        .or(text.strip_suffix(b"\n"))
        .unwrap_or(text)
}

fn unreadable(error: &io::Error) -> Failure {
    Failure::Input(format!("standard input cannot be read: {error}"))
}

/// Joining the arguments by spaces would count a text that nobody wrote.
fn two_texts(first: &OsString, second: &OsString) -> Failure {
    let (first, second) = (first.to_string_lossy(), second.to_string_lossy());
    Failure::usage(format!(
        "the text is one argument; quote it: septet \"{first} {second}…\""
    ))
}
