//! `septet check --file`: files of messages, on all cores.

use std::collections::BTreeMap;
use std::io::Write;

use septet::message::{Check, OutboundMessage, Report, Severity};
use serde::Serialize;

use super::Args;
use crate::outcome::{Failure, Outcome};
use crate::progress;
use crate::screen::Screen;
use crate::stream::{self, BadRow, BadRows, Chunk, Chunks, Done, Format, InputFile, Place};
use crate::style;
use crate::wording::{counted, number};

/// What a violation is called that refuses a message.
const ERROR: &str = "error";

/// What is wrong with many messages.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Sum {
    messages: usize,
    acceptable: usize,
    refused: usize,
    bad_rows: usize,
    /// The most frequent first.
    #[serde(serialize_with = "by_frequency")]
    violations: BTreeMap<Kind, usize>,
}

/// Violations that are alike.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
struct Kind {
    severity: &'static str,
    field: &'static str,
    error_code: Option<u32>,
}

#[derive(Serialize)]
struct Frequency<'a> {
    #[serde(flatten)]
    kind: &'a Kind,
    messages: usize,
}

pub(super) fn run(args: &Args, check: &Check, screen: &mut Screen) -> Result<Outcome, Failure> {
    let files = stream::find(&args.file)?;
    let lengths: Option<u64> = files.iter().map(InputFile::length).sum();
    let bar = progress::bar(lengths);
    let chunks = Chunks::new(files.clone(), Format::Ndjson, Place::START, bar.clone());
    let mut bad = BadRows::create(args.bad.bad_rows.as_ref())?;
    let mut total = Sum::default();
    let worker = || |chunk: &Chunk, out: &mut Vec<u8>| Ok(examine(args, check, chunk, out));
    let write = |out: &[u8], done: Done<Sum>, begin: Place, _| {
        screen.write_all(out)?;
        bad.add(&done.bad, &files[begin.file], begin.line)?;
        total.merge(done.tally);
        Ok(())
    };
    stream::run(chunks, Place::START, stream::threads(None), worker, write)?;
    bar.finish_and_clear();
    if let Some(list) = bad.output.take() {
        list.commit()?;
    }
    if args.json && args.summary {
        screen.json(&total)?;
    } else if !args.json && !args.form {
        total.show(screen)?;
    }
    screen.flush()?;
    bad.report(total.bad_rows as u64, args.bad.bad_rows.is_some());
    Ok(match total {
        Sum { bad_rows: 1.., .. } if args.bad.strict => Outcome::BadRows,
        Sum { refused: 1.., .. } => Outcome::Refused,
        _ => Outcome::Done,
    })
}

/// Checks the messages of a chunk.
fn examine(args: &Args, check: &Check, chunk: &Chunk, out: &mut Vec<u8>) -> Done<Sum> {
    let (mut bad, mut sum) = (Vec::new(), Sum::default());
    for (line, octets) in stream::lines(chunk.records()) {
        if octets.trim_ascii().is_empty() {
            continue;
        }
        let message = stream::utf8(octets).and_then(|json| {
            let message: Result<OutboundMessage, _> = serde_json::from_str(json);
            message.map_err(|error| stream::json_reason("no message", &error))
        });
        match message {
            Err(reason) => bad.push(BadRow { line, reason }),
            Ok(message) => {
                let report = check.message(&message);
                sum.add(&report);
                // Writing into memory does not fail.
                if args.json && !args.summary {
                    let _ = serde_json::to_writer(&mut *out, &report);
                    out.push(b'\n');
                } else if args.form && report.is_acceptable() {
                    let _ = writeln!(out, "{}", message.to_form());
                }
            }
        }
    }
    sum.bad_rows = bad.len();
    Done {
        bad,
        tally: sum,
        lines: stream::line_breaks(&chunk.octets),
    }
}

impl Sum {
    fn add(&mut self, report: &Report) {
        self.messages += 1;
        if report.is_acceptable() {
            self.acceptable += 1;
        } else {
            self.refused += 1;
        }
        let kinds = report.violations().iter().map(|violation| Kind {
            severity: match violation.severity() {
                Severity::Error => ERROR,
                Severity::Warning => "warning",
            },
            field: violation.field(),
            error_code: violation.error_code(),
        });
        // Of many alike in a message one is counted.
        let mut kinds: Vec<Kind> = kinds.collect();
        kinds.sort();
        kinds.dedup();
        for kind in kinds {
            *self.violations.entry(kind).or_default() += 1;
        }
    }

    fn merge(&mut self, other: Sum) {
        self.messages += other.messages;
        self.acceptable += other.acceptable;
        self.refused += other.refused;
        self.bad_rows += other.bad_rows;
        for (kind, messages) in other.violations {
            *self.violations.entry(kind).or_default() += messages;
        }
    }

    fn show(&self, screen: &mut Screen) -> std::io::Result<()> {
        let messages = screen.paint(style::STRONG, counted(self.messages, "message"));
        let (acceptable, refused) = (number(self.acceptable), number(self.refused));
        writeln!(
            screen,
            "{messages} · {acceptable} acceptable · {refused} refused"
        )?;
        for Frequency { kind, messages } in frequencies(&self.violations) {
            let style = if kind.severity == ERROR {
                style::ALARM
            } else {
                style::FULL
            };
            let severity = screen.paint(style, kind.severity);
            let code = kind
                .error_code
                .map_or(String::new(), |code| format!(" ({code})"));
            let (messages, field) = (number(messages), kind.field);
            writeln!(screen, "{messages:>12}  {severity} {field}{code}")?;
        }
        Ok(())
    }
}

/// The most frequent first.
fn frequencies(violations: &BTreeMap<Kind, usize>) -> Vec<Frequency<'_>> {
    let all = violations.iter();
    let mut all: Vec<_> = all
        .map(|(kind, &messages)| Frequency { kind, messages })
        .collect();
    all.sort_by_key(|frequency| std::cmp::Reverse(frequency.messages));
    all
}

fn by_frequency<S: serde::Serializer>(
    violations: &BTreeMap<Kind, usize>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    frequencies(violations).serialize(serializer)
}
