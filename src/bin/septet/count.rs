//! `septet count`: the figures alone, of one text or of as many as there are.

use std::io::{self, IsTerminal, Write};

use septet::{Count, Encoding};
use serde::Serialize;

use crate::input::Input;
use crate::options::Sending;
use crate::outcome::{Failure, Outcome};
use crate::progress;
use crate::screen::Screen;
use crate::wording::{counted, number, verdict};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    many: Many,
    #[command(flatten)]
    sending: Sending,
    /// Print the sum over all texts alone
    #[arg(long, help_heading = "Output")]
    total: bool,
    /// Print one JSON object a text: encoding, segments, units, unitsPerSegment, unitsRemaining,
    /// lockingShift, singleShift
    #[arg(long, help_heading = "Output")]
    json: bool,
    /// End with exit code 1 if a text takes more segments than this
    #[arg(long, short = 'n', value_name = "N", help_heading = "Output")]
    max_segments: Option<usize>,
}

/// Separators of many texts on standard input.
#[derive(clap::Args)]
struct Many {
    /// Each line of standard input is a text of its own
    #[arg(long, conflicts_with_all = ["text", "null"], help_heading = "Input")]
    lines: bool,
    /// Each text of standard input ends with a NUL, and may contain line breaks
    #[arg(long, short = '0', conflicts_with = "text", help_heading = "Input")]
    null: bool,
}

impl Many {
    /// The octet that ends each of many texts; `None` for one text.
    fn separator(&self) -> Option<u8> {
        match (self.lines, self.null) {
            (true, _) => Some(b'\n'),
            (_, true) => Some(b'\0'),
            _ => None,
        }
    }
}

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    let segmenter = args.sending.segmenter();
    let separator = args.many.separator();
    // A bar among the lines of a terminal would only be in their way.
    let is_quiet = args.total || !io::stdout().is_terminal();
    let bar = progress::bar(progress::stdin_length().filter(|_| is_quiet));
    let texts: Box<dyn Iterator<Item = _>> = match separator {
        Some(separator) => Box::new(args.input.reading.records(separator, &bar)),
        None => Box::new(std::iter::once_with(|| args.input.read())),
    };
    let mut total = Total::default();
    for (index, text) in texts.enumerate() {
        let count = text.and_then(|text| Ok(segmenter.count(&args.sending.sent(text))?));
        let count = count.map_err(|failure| match separator {
            Some(_) => failure.at(format_args!("text {}", index + 1)),
            None => failure,
        })?;
        total.add(count);
        match (args.total, args.json, separator) {
            (true, _, _) => {}
            (false, true, _) => screen.json(&count)?,
            (false, false, Some(_)) => columns(count, screen)?,
            (false, false, None) => writeln!(screen, "{}", verdict(count).join(" · "))?,
        }
    }
    bar.finish_and_clear();
    if args.total {
        total.show(args.json, screen)?;
    }
    Ok(Outcome::of(total.most, args.max_segments))
}

/// One of many texts, in columns for `cut` and `awk`.
fn columns(count: Count, screen: &mut Screen) -> io::Result<()> {
    let (segments, encoding) = (count.segments(), count.encoding());
    let (units, remaining) = (count.units(), count.units_remaining());
    writeln!(screen, "{segments}\t{encoding}\t{units}\t{remaining}")
}

/// The sum over many texts.
#[derive(Default, Serialize)]
struct Total {
    texts: usize,
    segments: usize,
    encodings: Encodings,
    /// The segments of the longest text.
    #[serde(rename = "mostSegments")]
    most: usize,
}

/// Texts by encoding.
#[derive(Default, Serialize)]
struct Encodings {
    #[serde(rename = "GSM-7")]
    gsm7: usize,
    #[serde(rename = "UCS-2")]
    ucs2: usize,
}

impl Total {
    fn add(&mut self, count: Count) {
        self.texts += 1;
        self.segments += count.segments();
        self.most = self.most.max(count.segments());
        match count.encoding() {
            Encoding::Gsm7 => self.encodings.gsm7 += 1,
            Encoding::Ucs2 => self.encodings.ucs2 += 1,
        }
    }

    fn show(&self, json: bool, screen: &mut Screen) -> io::Result<()> {
        if json {
            return screen.json(self);
        }
        let (gsm7, ucs2) = (number(self.encodings.gsm7), number(self.encodings.ucs2));
        let texts = counted(self.texts, "text");
        let segments = counted(self.segments, "segment");
        writeln!(
            screen,
            "{texts} · {segments} · {gsm7} GSM-7 · {ucs2} UCS-2 · at most {} in one text",
            number(self.most)
        )
    }
}
