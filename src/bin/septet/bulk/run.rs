//! A run from its first row, or from where it was interrupted, to its last.

use std::io::{self, IsTerminal};
use std::time::Instant;

use crate::outcome::Failure;
use crate::progress;
use crate::stream::{self, BadRows, Chunk, Chunks, Done, InputFile, Output, Place};

use super::args::Args;
use super::checkpoint::{Checkpoint, State};
use super::head::Head;
use super::job::Job;
use super::summary::Summary;
use super::tally::Tally;

/// Reads every row that is left to read, and gives what all of them add up to.
pub(super) fn run(
    args: &Args,
    files: &[InputFile],
    checkpoint: Option<&Checkpoint>,
    resumed: Option<State>,
) -> Result<Tally, Failure> {
    let lengths: Option<u64> = files.iter().map(InputFile::length).sum();
    // A bar among the rows of a terminal would only be in their way.
    let is_quiet = args.output.is_some() || args.summary || !io::stdout().is_terminal();
    let bar = progress::bar(lengths.filter(|_| is_quiet));
    let format = args.format(files)?;
    let open = |from| Chunks::new(files.to_vec(), format, from, bar.clone());
    let mut chunks = open(Place::START);
    let head = Head::read(chunks.peek()?, format, args.has_header(), &files[0])?;
    let job = Job::new(args, format, &head)?;
    let start = match resumed {
        Some(state) => Start::resumed(args, state)?,
        None => Start::first(args, &job, checkpoint)?,
    };
    let mut writing = Writing {
        args,
        files,
        job: &job,
        checkpoint,
        output: start.output,
        bad: start.bad,
        place: start.place,
        total: start.total,
        noted: Instant::now(),
        is_noted: start.is_noted,
    };
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
    let workers = stream::threads(args.threads.map(usize::from));
    let write = |out: &[u8], done, begin, end| writing.write(out, done, begin, end);
    let done = stream::run(chunks, from, workers, new_worker, write);
    bar.finish_and_clear();
    match done {
        Ok(()) => writing.end(),
        Err(failure) => {
            writing.give_up(&failure);
            Err(failure)
        }
    }
}

/// What is written, and what it adds up to so far.
struct Writing<'a> {
    args: &'a Args,
    files: &'a [InputFile],
    job: &'a Job,
    checkpoint: Option<&'a Checkpoint>,
    output: Option<Output>,
    bad: BadRows,
    place: Place,
    total: Tally,
    /// When it was noted last how far this is, and whether it ever was.
    noted: Instant,
    is_noted: bool,
}

/// Where a run starts, and with what there is by then.
struct Start {
    output: Option<Output>,
    bad: BadRows,
    place: Place,
    total: Tally,
    is_noted: bool,
}

impl Start {
    /// At the first row.
    fn first(args: &Args, job: &Job, checkpoint: Option<&Checkpoint>) -> Result<Self, Failure> {
        let mut output = args.output.as_deref().map(Output::create).transpose()?;
        if output.is_none() && args.writes_rows() {
            output = Some(Output::Stdout);
        }
        if let Some(checkpoint) = checkpoint {
            // Of a run that nobody went on with.
            checkpoint.remove();
        }
        if let (Some(output), Some(layout)) = (&mut output, job.layout) {
            output.write(&layout.begin(&job.names))?;
        }
        Ok(Start {
            output,
            bad: BadRows::create(args.bad.bad_rows.as_ref())?,
            place: Place::START,
            total: Tally::default(),
            is_noted: false,
        })
    }

    /// Where a run was interrupted.
    fn resumed(args: &Args, state: State) -> Result<Self, Failure> {
        let output = args.output.as_deref();
        let output = output.map(|path| Output::resume(path, state.output));
        let mut output = output.transpose()?;
        let bad = BadRows::resume(args.bad.bad_rows.as_ref(), state.bad_rows, state.first_bad);
        let bad = bad.inspect_err(|_| output.iter_mut().for_each(Output::keep))?;
        Ok(Start {
            output,
            bad,
            place: state.place,
            total: state.tally,
            is_noted: true,
        })
    }
}

impl Writing<'_> {
    /// Writes what became of a chunk.
    fn write(
        &mut self,
        out: &[u8],
        done: Done<Tally>,
        begin: Place,
        end: Place,
    ) -> Result<(), Failure> {
        if let (Some(output), Some(layout)) = (&mut self.output, self.job.layout) {
            output.write(layout.joined(out, self.total.rows == 0))?;
        }
        self.bad
            .add(&done.bad, &self.files[begin.file], begin.line)?;
        self.total.merge(done.tally, begin);
        self.place = end;
        match self.checkpoint {
            Some(checkpoint) if checkpoint.is_due(self.noted) => self.note(checkpoint, false),
            _ => Ok(()),
        }
    }

    /// Notes how far this is.
    fn note(&mut self, checkpoint: &Checkpoint, is_done: bool) -> Result<(), Failure> {
        let length = |output: &mut Option<Output>| output.as_mut().map_or(Ok(0), Output::sync);
        let lengths = (length(&mut self.output)?, length(&mut self.bad.output)?);
        let (first, tally) = (self.bad.first.clone(), self.total.clone());
        checkpoint.save(State::new(self.place, lengths, first, tally, is_done))?;
        self.is_noted = true;
        self.noted = Instant::now();
        Ok(())
    }

    /// Writes what stands behind all rows, and gives the files their names.
    fn end(mut self) -> Result<Tally, Failure> {
        let ended = self.try_end();
        if let Err(failure) = &ended {
            self.give_up(failure);
        }
        ended?;
        if self.checkpoint.is_some() {
            // All is noted as done: what is left is for another run to do, if this one cannot.
            self.keep();
        }
        let outputs = [self.bad.output.take(), self.output.take()];
        for output in outputs.into_iter().flatten() {
            output.commit()?;
        }
        self.bad
            .report(self.total.bad, self.args.bad.bad_rows.is_some());
        Ok(self.total)
    }

    fn try_end(&mut self) -> Result<(), Failure> {
        if let Some(output) = &mut self.output {
            if let Some(layout) = self.job.layout {
                output.write(layout.end())?;
            } else {
                let summary = Summary::new(&self.total, self.files, self.args.price);
                let mut json = serde_json::to_vec(&summary)?;
                json.push(b'\n');
                output.write(&json)?;
            }
        }
        match self.checkpoint {
            Some(checkpoint) => self.note(checkpoint, true),
            None => Ok(()),
        }
    }

    /// Keeps what was written if another run can go on with it: where the output failed, not the input.
    fn give_up(&mut self, failure: &Failure) {
        let (Failure::Output(_), Some(checkpoint)) = (failure, self.checkpoint) else {
            if let Some(checkpoint) = self.checkpoint {
                checkpoint.remove();
            }
            return;
        };
        if self.is_noted {
            self.keep();
            anstream::eprintln!(
                "{}: what was done is kept; --resume goes on with it",
                checkpoint.name()
            );
        }
    }

    fn keep(&mut self) {
        let outputs = self.output.iter_mut().chain(&mut self.bad.output);
        outputs.for_each(Output::keep);
    }
}
