//! A run from its first row, or from where it was interrupted, to its last.

use std::io::{self, IsTerminal};

use crate::outcome::Failure;
use crate::progress::Progress;
use crate::source::{Format, InputFile};
use crate::stream::{self, Chunk, ChunkResult, Chunks, FileRun, Position, RunWriter, State};

use super::args::Args;
use super::groups;
use super::head::Head;
use super::job::Job;
use super::summary::{Summary, Terms};
use super::tally::Tally;

/// Reads every row that is left to read, and gives what all of them add up to.
pub(super) fn run(
    args: &Args,
    run: &FileRun,
    terms: &Terms,
    resumed: Option<State<Tally>>,
) -> Result<Tally, Failure> {
    let files = run.files;
    let lengths: Option<u64> = files.iter().map(InputFile::length).sum();
    // A bar among the rows of a terminal would only be in their way.
    let is_quiet = args.output.is_some() || args.summary || !io::stdout().is_terminal();
    let progress = Progress::new(args.long.progress, lengths, is_quiet);
    let bar = progress.bar();
    args.refuse_mixed(files)?;
    let reading = args.reading()?;
    let open = |from| Chunks::new(files.to_vec(), reading.clone(), from, bar.clone());
    let mut chunks = open(Position::START);
    let (first, format) = chunks.peek()?;
    let head = Head::read(first, format, args.has_header(), &files[0])?;
    let job = Job::new(args, format, &head, terms.pricing.cloned())?;
    let begin = job.layout.map(|layout| layout.begin(&job.names));
    let mut writing = RunWriter::start(run, resumed, Tally::default(), begin.as_deref())?;
    let from = writing.place;
    if from != Position::START {
        bar.reset();
        chunks = open(from);
    }
    let read = writing.total.rows + writing.total.bad;
    let chunks = chunks.with_limit(args.limit.map(|limit| limit.saturating_sub(read)));
    let new_worker = || {
        let mut worker = job.worker();
        move |chunk: &Chunk, out: &mut Vec<u8>| {
            let done = worker.run(chunk, out);
            done.map_err(|failure| failure.at(files[chunk.file].name()))
        }
    };
    let write = |out: &[u8], done: ChunkResult<Tally>, begin, end| {
        let is_first = writing.total.rows == 0;
        let out = job
            .layout
            .map_or(out, |layout| layout.joined(out, is_first));
        writing.write(out, done, begin, end)?;
        if groups::are_too_many(&writing.total.groups) {
            return Err(Failure::Input(format!(
                "the column of --by has more than {} different values",
                groups::MOST
            )));
        }
        Ok(())
    };
    let done = stream::run(chunks, from, args.long.threads(), new_worker, write);
    progress.finish();
    let behind = done.and_then(|()| {
        let total = &writing.total;
        if format == Format::Ndjson
            && total.rows == 0
            && total.bad > 0
            && total.keyless == total.bad
        {
            return Err(job.no_such_key(&head));
        }
        if let Some(failure) = job.no_such_optional_key(&head, total) {
            return Err(failure);
        }
        match job.layout {
            Some(layout) => Ok(layout.end().to_vec()),
            None => Ok(Summary::new(total, terms).line()?),
        }
    });
    writing.end(behind)
}
