//! What is done with every row, the same for all of them.

use std::borrow::Cow;

use septet::{Rules, Segmenter, SmartEncoder};

use crate::outcome::Failure;
use crate::stream::{BadRow, Chunk, Done, Format};

use super::added::{Column, Missing};
use super::args::Args;
use super::head::Head;
use super::layout::Layout;
use super::records::{Body, Records, Shape};
use super::savings::{self, Saved, Savings};
use super::tally::Tally;
use super::text::TextOf;

/// The work on rows.
pub(super) struct Job {
    shape: Shape,
    text: TextOf,
    segmenter: Segmenter,
    /// What a text lacks, if no national language is allowed.
    missing: Option<Missing>,
    smart: Option<(Rules, SmartEncoder)>,
    savings: Option<Savings>,
    /// The most segments a row may take.
    limit: usize,
    columns: Vec<Column>,
    /// The names of all columns of written rows, those that are added last.
    pub(super) names: Vec<String>,
    /// How rows are written, if they are.
    pub(super) layout: Option<Layout>,
}

impl Job {
    pub(super) fn new(args: &Args, format: Format, head: &Head) -> Result<Self, Failure> {
        let (text, wanted) = TextOf::find(args.column.as_deref(), args.template.as_deref(), head)?;
        let columns = args.columns();
        let prefixed = |column: &Column| format!("{}{}", args.prefix, column.name());
        let added: Vec<String> = columns.iter().map(prefixed).collect();
        let is_written = args.writes_rows();
        let layout = is_written.then(|| args.layout(format)).transpose()?;
        let names = if is_written {
            names(head, &added)?
        } else {
            Vec::new()
        };
        let shape = Shape {
            format,
            columns: head.names().to_vec(),
            has_header: args.has_header(),
            wanted,
            taken: if is_written { added } else { Vec::new() },
            is_lossy: args.reading.is_lossy(),
        };
        let segmenter = args.sending.segmenter();
        let smart = args.sending.rules().map(|rules| {
            let encoder = SmartEncoder::new(rules).with_segmenter(segmenter);
            (rules, encoder)
        });
        // The summary is not seen where the rows take its place.
        let is_summed_up = !is_written || args.output.is_some();
        let is_wanted = smart.is_none() && !args.no_savings && is_summed_up;
        Ok(Job {
            shape,
            text,
            segmenter,
            missing: args.sending.is_plain().then(Missing::new),
            savings: is_wanted.then(|| Savings::new(segmenter, args.sending.is_plain())),
            smart,
            limit: args.max_segments.unwrap_or(usize::MAX),
            columns,
            names,
            layout,
        })
    }

    pub(super) fn worker(&self) -> Worker<'_> {
        Worker {
            job: self,
            records: Records::new(&self.shape),
            savings: self.savings.clone(),
        }
    }

    /// Counts a row, or says why it is a bad one.
    fn row(
        &self,
        body: &Body,
        (file, line): (usize, u64),
        out: &mut Vec<u8>,
        tally: &mut Tally,
        savings: Option<&mut Savings>,
    ) -> Result<(), String> {
        let text = self.text.of(body)?;
        let smart = self
            .smart
            .as_ref()
            .map(|(rules, encoder)| (*rules, encoder.encode(&text)));
        let sent = match &smart {
            Some((_, smart)) => Cow::Borrowed(smart.text()),
            None => Cow::Borrowed(&*text),
        };
        let count = self
            .segmenter
            .count(&sent)
            .map_err(|error| error.to_string())?;
        tally.add(count, &sent, file, line, self.limit);
        if let Some((rules, smart)) = &smart {
            let is_applied = smart.outcome() == septet::SmartOutcome::Applied;
            let segments = is_applied.then(|| savings::difference(smart.before(), count));
            Saved::of(*rules, segments).add_to(&mut tally.saved);
        }
        if let Some(savings) = savings {
            savings.add(&text, count, &mut tally.saved);
        }
        if let Some(layout) = self.layout {
            let value = |column: &Column| {
                let known = (&self.segmenter, self.missing.as_ref());
                column.value(&sent, count, known, self.limit)
            };
            layout.push(body, &self.names, self.columns.iter().map(value), out);
        }
        Ok(())
    }
}

/// The names of the columns that come in, then of those that are added.
fn names(head: &Head, added: &[String]) -> Result<Vec<String>, Failure> {
    let own = match head {
        Head::Columns(names) => names.clone(),
        Head::Text => vec!["text".to_owned()],
        Head::Keys(_) => Vec::new(),
    };
    match added.iter().find(|name| own.contains(name)) {
        Some(name) => Err(Failure::usage(format!(
            "there is a column {name} already; choose another --prefix"
        ))),
        None => Ok([&own, added].concat()),
    }
}

/// Does the work in a thread of its own, with buffers that are used again for each chunk.
pub(super) struct Worker<'j> {
    job: &'j Job,
    records: Records<'j>,
    savings: Option<Savings>,
}

impl Worker<'_> {
    /// Does a chunk, and appends its rows to those that are to be written.
    pub(super) fn run(&mut self, chunk: &Chunk, out: &mut Vec<u8>) -> Result<Done<Tally>, Failure> {
        let (mut bad, mut tally) = (Vec::new(), Tally::default());
        let savings = &mut self.savings;
        let lines = self.records.each(chunk, |line, body| {
            let place = (chunk.file, line);
            let savings = savings.as_mut();
            let done = body.and_then(|body| self.job.row(&body, place, out, &mut tally, savings));
            if let Err(reason) = done {
                bad.push(BadRow { line, reason });
            }
        })?;
        tally.bad = bad.len() as u64;
        Ok(Done { bad, tally, lines })
    }
}
