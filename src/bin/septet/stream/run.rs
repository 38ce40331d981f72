//! A run over files: what it reads, where it writes, and how it goes on where it was interrupted.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::bad::BadRowOptions;
use super::checkpoint::{Checkpoint, State};
use super::chunks::Position;
use super::interrupt;
use super::output::{self, Output};
use crate::outcome::Failure;
use crate::progress;
use crate::source::{InputFile, unpacked};

/// Options for long runs.
#[derive(clap::Args)]
pub(crate) struct LongRun {
    /// Go on where a run with the same options was interrupted: the output is the same, octet by
    /// octet, as if it had not been
    #[arg(long, requires = "output", help_heading = "Long runs")]
    pub(crate) resume: bool,
    /// Replace a file that is there already; the new one keeps its permissions. Without it, output
    /// files are new, and nobody else may read them
    #[arg(long, help_heading = "Output")]
    force: bool,
    /// Progress on standard error: auto (a bar on a terminal), json (an object a second:
    /// bytes, totalBytes, seconds, isDone) or never
    #[arg(
        long,
        value_name = "HOW",
        value_enum,
        default_value_t,
        hide_default_value = true,
        hide_possible_values = true,
        help_heading = "Long runs"
    )]
    pub(crate) progress: progress::Display,
    /// Seconds between checkpoints
    #[arg(
        long,
        value_name = "SECONDS",
        default_value_t = 5,
        help_heading = "Long runs"
    )]
    pub(crate) checkpoint_every: u64,
    /// Workers; one a core, 16 at most, without it
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256), help_heading = "Long runs")]
    threads: Option<u16>,
}

impl LongRun {
    /// The number of workers.
    pub(crate) fn threads(&self) -> usize {
        super::pipeline::threads(self.threads.map(usize::from))
    }
}

/// The sums over the rows of files.
pub(crate) trait Total: Clone + Serialize + DeserializeOwned + Send {
    /// Adds what the next chunk, which begins here, adds up to.
    fn merge(&mut self, chunk: Self, begin: Position);

    /// Rows that could be read, and rows that could not.
    fn rows(&self) -> (u64, u64);
}

/// A run, and the notes it takes.
pub(crate) struct FileRun<'a> {
    pub(crate) files: &'a [InputFile],
    pub(super) output: Option<&'a Path>,
    pub(super) bad: &'a BadRowOptions,
    pub(super) long: &'a LongRun,
    pub(super) checkpoint: Option<Checkpoint>,
}

impl<'a> FileRun<'a> {
    /// From files into a file or to standard output.
    pub(crate) fn new(
        files: &'a [InputFile],
        output: Option<&'a Path>,
        bad: &'a BadRowOptions,
        long: &'a LongRun,
    ) -> Result<Self, Failure> {
        let mut run = FileRun {
            files,
            output,
            bad,
            long,
            checkpoint: None,
        };
        run.refuse_conflicts()?;
        run.checkpoint = run.checkpoint()?;
        Ok(run)
    }

    /// The notes of a run that can go on: it writes into a file, and its input can be read again.
    fn checkpoint(&self) -> Result<Option<Checkpoint>, Failure> {
        let Some(output) = self.output else {
            return Ok(None);
        };
        let is_file = |path: &Path| {
            fs::metadata(path).map_or(path != Path::new("-"), |found| found.is_file())
        };
        if self.outputs().all(is_file) && self.files.iter().all(InputFile::is_regular) {
            let every = Duration::from_secs(self.long.checkpoint_every);
            return Checkpoint::new(output, self.files, every).map(Some);
        }
        if self.long.resume {
            return Err(Failure::usage(
                "--resume needs files that can be read and written again",
            ));
        }
        Ok(None)
    }

    /// The files it writes.
    pub(super) fn outputs(&self) -> impl Iterator<Item = &'a Path> {
        let bad_rows = self.bad.bad_rows.as_deref();
        self.output.into_iter().chain(bad_rows)
    }

    /// Refuses options that make no sense with these files.
    fn refuse_conflicts(&self) -> Result<(), Failure> {
        if let Some(output) = self.output.filter(|output| unpacked(output) != *output) {
            let name = output.display();
            return Err(Failure::usage(format!(
                "{name}: the output is not packed; leave out the last extension, or pipe it through gzip or zstd"
            )));
        }
        let both = self.output.zip(self.bad.bad_rows.as_deref());
        if both.is_some_and(|(output, bad)| is_same_file(output, bad)) {
            return Err(Failure::usage("--output and --bad-rows are the same file"));
        }
        for output in self.outputs() {
            let same = |file: &&InputFile| !file.is_stdin() && is_same_file(file.path(), output);
            if let Some(file) = self.files.iter().find(same) {
                let message = format!("{} is also an input", file.name());
                return Err(Failure::usage(message));
            }
        }
        if self.long.resume && self.files.iter().any(InputFile::is_stdin) {
            return Err(Failure::usage(
                "standard input cannot be read again, so that there is no --resume for it; name a file",
            ));
        }
        Ok(())
    }

    /// The files in the making.
    pub(super) fn parts(&self) -> Vec<PathBuf> {
        self.outputs()
            .map(|path| output::part(&output::real(path)))
            .collect()
    }

    /// Refuses to replace a file without --force.
    fn refuse_existing(&self) -> Result<(), Failure> {
        let is_file = |path: &&Path| fs::metadata(path).is_ok_and(|found| found.is_file());
        match self.outputs().find(is_file) {
            // Whoever resumes a run that has ended means its output.
            Some(path) if !self.long.force && !self.long.resume => Err(Failure::usage(format!(
                "{} exists: --force replaces it",
                path.display()
            ))),
            _ => Ok(()),
        }
    }

    /// Does what is left to do, from the first row or from what was noted, and gives the sum of all.
    pub(crate) fn finish<T: Total>(
        &self,
        go: impl FnOnce(Option<State<T>>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let resumed: Option<State<T>> = match &self.checkpoint {
            Some(checkpoint) if self.long.resume => checkpoint.load()?,
            _ => None,
        };
        let total = match resumed {
            // All but the last step was done.
            Some(state) if state.is_done => {
                self.outputs().try_for_each(Output::settle)?;
                state.total
            }
            Some(state) => go(Some(state))?,
            None => {
                self.refuse_existing()?;
                go(None)?
            }
        };
        interrupt::forget();
        if let Some(checkpoint) = &self.checkpoint {
            checkpoint.remove();
        }
        Ok(total)
    }
}

/// Returns `true` for two names of a file, which may not be there yet.
pub(crate) fn is_same_file(one: &Path, other: &Path) -> bool {
    let resolved = |path: &Path| {
        path.canonicalize().ok().or_else(|| {
            let directory = path
                .parent()
                .filter(|parent| !parent.as_os_str().is_empty());
            let directory = directory.unwrap_or(Path::new(".")).canonicalize().ok()?;
            Some(directory.join(path.file_name()?))
        })
    };
    one == other || resolved(one).is_some_and(|one| resolved(other) == Some(one))
}
