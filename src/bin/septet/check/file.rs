//! `septet check --file`: files of messages, on all cores.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Write;

use septet::message::{MessageInput, MessageReport, MessageValidator, Severity};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Args;
use crate::outcome::{Failure, Outcome};
use crate::progress::Progress;
use crate::screen::Screen;
use crate::source::{self, FormatName, InputFile, InputOptions, Wanted};
use crate::stream::{
    self, BadRow, Chunk, ChunkResult, Chunks, FileRun, Position, Reading, RunWriter, State, Total,
};
use crate::style;
use crate::wording::{counted, number};

/// The severity of a violation that refuses a message.
const ERROR: &str = "error";

/// The violations of many messages.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Sum {
    /// The time they are checked at, in seconds since 1970.
    at: u64,
    messages: usize,
    acceptable: usize,
    refused: usize,
    bad_rows: usize,
    /// The most frequent first.
    #[serde(serialize_with = "by_frequency", deserialize_with = "by_kind")]
    violations: BTreeMap<Kind, usize>,
}

/// Violations that are alike.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Kind {
    severity: Cow<'static, str>,
    field: Cow<'static, str>,
    error_code: Option<u32>,
}

#[derive(Clone, Serialize, Deserialize)]
struct Frequency {
    #[serde(flatten)]
    kind: Kind,
    messages: usize,
}

pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    let files = source::find(&args.file)?;
    let is_table = |file: &&InputFile| {
        let format = FormatName::of(file.path());
        matches!(
            format,
            Some(FormatName::Csv | FormatName::Tsv | FormatName::Xlsx)
        )
    };
    if let Some(file) = files.iter().find(is_table) {
        return Err(Failure::usage(format!(
            "{}: messages are read as JSON, one on each line or in an array; septet bulk counts the texts of tables",
            file.name()
        )));
    }
    let this = FileRun::new(&files, args.output.as_deref(), &args.bad, &args.long)?;
    let total = this.finish(|resumed| examine_all(args, &this, resumed))?;
    let is_written = args.output.is_some();
    if args.json && (args.summary || is_written) {
        screen.json(&total)?;
    } else if is_written || !args.json && !args.form {
        total.show(screen)?;
    }
    let (good, bad) = total.rows();
    let bad = args.bad.outcome(bad, good);
    Ok(bad.unwrap_or(match total.refused {
        1.. => Outcome::Refused,
        0 => Outcome::Done,
    }))
}

/// Checks every message that is left to check, and gives the sum of all.
fn examine_all(args: &Args, run: &FileRun, resumed: Option<State<Sum>>) -> Result<Sum, Failure> {
    let lengths: Option<u64> = run.files.iter().map(InputFile::length).sum();
    let progress = Progress::new(args.long.progress, lengths, true);
    // A run goes on at the time it began at.
    let at = resumed.as_ref().map(|state| state.total.at);
    let check = args.check(at.map(MessageValidator::at));
    let total = Sum {
        at: check.now(),
        ..Sum::default()
    };
    let begin = args.writes_each().then_some(&[][..]);
    let mut writing = RunWriter::start(run, resumed, total, begin)?;
    let from = writing.place;
    let reading = Reading {
        options: InputOptions {
            format: Some(FormatName::Ndjson),
            ..InputOptions::default()
        },
        wanted: Wanted::default(),
        is_lossy: false,
    };
    let chunks = Chunks::new(run.files.to_vec(), reading, from, progress.bar().clone());
    let worker = || |chunk: &Chunk, out: &mut Vec<u8>| Ok(examine(args, &check, chunk, out));
    let write =
        |out: &[u8], done: ChunkResult<Sum>, begin, end| writing.write(out, done, begin, end);
    let done = stream::run(chunks, from, args.long.threads(), worker, write);
    progress.finish();
    let behind = done.and_then(|()| {
        let mut behind = Vec::new();
        if !args.writes_each() {
            serde_json::to_writer(&mut behind, &writing.total)?;
            behind.push(b'\n');
        }
        Ok(behind)
    });
    writing.end(behind)
}

/// Checks the messages of a chunk.
fn examine(
    args: &Args,
    check: &MessageValidator,
    chunk: &Chunk,
    out: &mut Vec<u8>,
) -> ChunkResult<Sum> {
    let (mut bad, mut sum) = (Vec::new(), Sum::default());
    for (line, octets) in source::lines(&chunk.octets) {
        if octets.trim_ascii().is_empty() {
            continue;
        }
        let message = stream::utf8(octets).and_then(|json| {
            let message: Result<MessageInput, _> = serde_json::from_str(json);
            message.map_err(|error| stream::json_reason("not a message", &error))
        });
        match message {
            Err(reason) => bad.push(BadRow { line, reason }),
            Ok(message) => {
                let report = check.validate_input(&message);
                sum.add(&report);
                if !args.writes_each() {
                    continue;
                }
                // RunWriter into memory does not fail.
                if !args.form {
                    let _ = serde_json::to_writer(&mut *out, &report);
                    out.push(b'\n');
                } else if report.is_acceptable() {
                    let _ = writeln!(out, "{}", message.message().to_form());
                }
            }
        }
    }
    sum.bad_rows = bad.len();
    ChunkResult {
        bad,
        tally: sum,
        lines: source::line_breaks(&chunk.octets),
        numbering: chunk.numbering,
        open_quote: None,
    }
}

impl Sum {
    fn add(&mut self, report: &MessageReport) {
        self.messages += 1;
        if report.is_acceptable() {
            self.acceptable += 1;
        } else {
            self.refused += 1;
        }
        let kinds = report.violations().iter().map(|violation| Kind {
            severity: match violation.severity() {
                Severity::Error => ERROR.into(),
                Severity::Warning => "warning".into(),
            },
            field: Cow::Owned(violation.field().to_owned()),
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
            let severity = screen.paint(style, &kind.severity);
            let code = kind
                .error_code
                .map_or(String::new(), |code| format!(" ({code})"));
            let (messages, field) = (number(messages), kind.field);
            writeln!(screen, "{messages:>12}  {severity} {field}{code}")?;
        }
        Ok(())
    }
}

impl Total for Sum {
    fn merge(&mut self, chunk: Sum, _: Position) {
        self.messages += chunk.messages;
        self.acceptable += chunk.acceptable;
        self.refused += chunk.refused;
        self.bad_rows += chunk.bad_rows;
        for (kind, messages) in chunk.violations {
            *self.violations.entry(kind).or_default() += messages;
        }
    }

    fn rows(&self) -> (u64, u64) {
        (self.messages as u64, self.bad_rows as u64)
    }
}

/// The most frequent first.
fn frequencies(violations: &BTreeMap<Kind, usize>) -> Vec<Frequency> {
    let all = violations.iter();
    let mut all: Vec<_> = all
        .map(|(kind, &messages)| Frequency {
            kind: kind.clone(),
            messages,
        })
        .collect();
    all.sort_by_key(|frequency| std::cmp::Reverse(frequency.messages));
    all
}

fn by_frequency<S: Serializer>(
    violations: &BTreeMap<Kind, usize>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    frequencies(violations).serialize(serializer)
}

fn by_kind<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<Kind, usize>, D::Error> {
    let all = Vec::<Frequency>::deserialize(deserializer)?;
    let pair = |Frequency { kind, messages }| (kind, messages);
    Ok(all.into_iter().map(pair).collect())
}
