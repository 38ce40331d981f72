//! A run from its first row, or from where it was interrupted, to its last.

use std::io::{self, IsTerminal};

use crate::outcome::Failure;
use crate::progress;
use crate::stream::{self, Chunk, Chunks, Done, InputFile, Place, Run, State, Writing};

use super::args::Args;
use super::head::Head;
use super::job::Job;
use super::summary::Summary;
use super::tally::Tally;

/// Reads every row that is left to read, and gives what all of them add up to.
pub(super) fn run(args: &Args, run: &Run, resumed: Option<State<Tally>>) -> Result<Tally, Failure> {
    let files = run.files;
    let lengths: Option<u64> = files.iter().map(InputFile::length).sum();
    // A bar among the rows of a terminal would only be in their way.
    let is_quiet = args.output.is_some() || args.summary || !io::stdout().is_terminal();
    let bar = progress::bar(lengths.filter(|_| is_quiet));
    let format = args.format(files)?;
    let open = |from| Chunks::new(files.to_vec(), format, from, bar.clone());
    let mut chunks = open(Place::START);
    let head = Head::read(chunks.peek()?, format, args.has_header(), &files[0])?;
    let job = Job::new(args, format, &head)?;
    let begin = job.layout.map(|layout| layout.begin(&job.names));
    let mut writing = Writing::start(run, resumed, Tally::default(), begin.as_deref())?;
    let from = writing.place;
    if from != Place::START {
        bar.reset();
        chunks = open(from);
    }
    let new_worker = || {
        let mut worker = job.worker();
        move |chunk: &Chunk, out: &mut Vec<u8>| {
            let done = worker.run(chunk, out);
            done.map_err(|failure| failure.at(files[chunk.file].name()))
        }
    };
    let write = |out: &[u8], done: Done<Tally>, begin, end| {
        let is_first = writing.total.rows == 0;
        let out = job
            .layout
            .map_or(out, |layout| layout.joined(out, is_first));
        writing.write(out, done, begin, end)
    };
    let done = stream::run(chunks, from, args.long.threads(), new_worker, write);
    bar.finish_and_clear();
    let behind = done.and_then(|()| match job.layout {
        Some(layout) => Ok(layout.end().to_vec()),
        None => Ok(Summary::new(&writing.total, files, args.price).line()?),
    });
    writing.end(behind, |total| total.bad)
}
