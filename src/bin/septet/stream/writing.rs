//! The output of a run, and its sums so far.

use std::time::Instant;

use super::bad::BadRows;
use super::checkpoint::{Checkpoint, State};
use super::chunks::Position;
use super::interrupt;
use super::output::Output;
use super::pipeline::ChunkResult;
use super::run::{FileRun, Total};
use crate::outcome::Failure;
use crate::source::suspect;

/// The files of a run in the making.
pub(crate) struct RunWriter<'a, T> {
    run: &'a FileRun<'a>,
    output: Option<Output>,
    bad: BadRows,
    pub(crate) place: Position,
    pub(crate) total: T,
    /// The time of the last checkpoint, if there was one.
    noted: Instant,
    is_noted: bool,
}

impl<'a, T: Total> RunWriter<'a, T> {
    /// Resumes a run, or starts one at the first row. Then `begin` stands before all else, and goes to standard
    /// output if there is no file for it; `None` where no rows are written.
    pub(crate) fn start(
        run: &'a FileRun,
        resumed: Option<State<T>>,
        total: T,
        begin: Option<&[u8]>,
    ) -> Result<Self, Failure> {
        match resumed {
            Some(state) => RunWriter::resumed(run, state),
            None => RunWriter::first(run, total, begin),
        }
    }

    fn first(run: &'a FileRun, total: T, begin: Option<&[u8]>) -> Result<Self, Failure> {
        let mut output = run.output.map(Output::create).transpose()?;
        if run.checkpoint.is_some() {
            interrupt::watch(run.parts(), false);
        }
        if let Some(checkpoint) = &run.checkpoint {
            // Of a run that nobody went on with.
            checkpoint.remove();
        }
        if let Some(begin) = begin {
            output.get_or_insert(Output::Stdout).write(begin)?;
        }
        Ok(RunWriter {
            run,
            output,
            bad: BadRows::create(run.bad.bad_rows.as_ref())?,
            place: Position::START,
            total,
            noted: Instant::now(),
            is_noted: false,
        })
    }

    fn resumed(run: &'a FileRun, state: State<T>) -> Result<Self, Failure> {
        interrupt::watch(run.parts(), true);
        let output = run.output.map(|path| Output::resume(path, state.output));
        let mut output = output.transpose()?;
        let bad = BadRows::resume(run.bad.bad_rows.as_ref(), state.bad_rows, state.first_bad);
        let bad = bad.inspect_err(|_| output.iter_mut().for_each(Output::keep))?;
        Ok(RunWriter {
            run,
            output,
            bad,
            place: state.place,
            total: state.total,
            noted: Instant::now(),
            is_noted: true,
        })
    }

    /// Writes what became of a chunk.
    pub(crate) fn write(
        &mut self,
        out: &[u8],
        done: ChunkResult<T>,
        begin: Position,
        end: Position,
    ) -> Result<(), Failure> {
        let file = &self.run.files[begin.file];
        if let Some(line) = done.open_quote {
            let (name, line) = (file.name(), begin.line + line);
            return Err(Failure::Input(format!(
                "{name}, line {line}: {}",
                suspect::OPEN_QUOTE
            )));
        }
        if let Some(output) = &mut self.output {
            output.write(out)?;
        }
        self.bad.add(&done.bad, file, begin.line, done.numbering)?;
        self.total.merge(done.tally, begin);
        self.place = end;
        match &self.run.checkpoint {
            Some(checkpoint) if checkpoint.is_due(self.noted) => self.note(checkpoint, false),
            _ => Ok(()),
        }
    }

    /// Notes how far this is.
    fn note(&mut self, checkpoint: &Checkpoint, is_done: bool) -> Result<(), Failure> {
        let length = |output: &mut Option<Output>| output.as_mut().map_or(Ok(0), Output::sync);
        let lengths = (length(&mut self.output)?, length(&mut self.bad.output)?);
        let (first, total) = (self.bad.first.clone(), self.total.clone());
        checkpoint.save(State::new(self.place, lengths, first, total, is_done))?;
        self.is_noted = true;
        interrupt::noted();
        self.noted = Instant::now();
        Ok(())
    }

    /// Writes what stands after all rows, unless they could not be read, and gives the files their names.
    pub(crate) fn end(mut self, behind: Result<Vec<u8>, Failure>) -> Result<T, Failure> {
        let ended = behind.and_then(|behind| self.try_end(&behind));
        if let Err(failure) = &ended {
            self.give_up(failure);
        }
        ended?;
        if self.run.checkpoint.is_some() {
            // All is noted as done: what is left is for another run to do, if this one cannot.
            self.keep();
        }
        let outputs = [self.bad.output.take(), self.output.take()];
        for output in outputs.into_iter().flatten() {
            output.commit()?;
        }
        let (good, bad) = self.total.rows();
        self.bad.report(bad, good, self.run.bad);
        Ok(self.total)
    }

    fn try_end(&mut self, behind: &[u8]) -> Result<(), Failure> {
        if let Some(output) = &mut self.output {
            output.write(behind)?;
        }
        match &self.run.checkpoint {
            Some(checkpoint) => self.note(checkpoint, true),
            None => Ok(()),
        }
    }

    /// Keeps what was written if another run can go on with it: where the output failed, not the input.
    fn give_up(&mut self, failure: &Failure) {
        let Some(checkpoint) = &self.run.checkpoint else {
            return;
        };
        if !matches!(failure, Failure::Output(_)) {
            checkpoint.remove();
        } else if self.is_noted {
            self.keep();
            let name = checkpoint.name();
            anstream::eprintln!("{name}: what was done is kept; --resume goes on with it");
        }
    }

    fn keep(&mut self) {
        let outputs = self.output.iter_mut().chain(&mut self.bad.output);
        outputs.for_each(Output::keep);
    }
}
