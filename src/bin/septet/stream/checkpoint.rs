//! Checkpoints: the progress of a run, saved next to its output so that a later run can resume.
//!
//! Invariant: everything that a checkpoint refers to is on disk before the checkpoint itself is. [`Checkpoint::save`] is called with
//! lengths that `Output::sync` returned, writes a new file, syncs it and renames it over the old one, so that at any moment
//! of an interruption the old or the new checkpoint is complete.
//!
//! Why a resumed run writes the same octets: the output is cut to the saved length, reading goes on at the saved place in the
//! input, and the sums start from the saved ones. All three were taken at the end of one chunk. The rest depends on the input, the
//! arguments and the version of septet, so a checkpoint names these, and another run's checkpoint is refused. Chunks are
//! written in the order in which they were read, whatever the number of workers. `tests/cli/bulk_resume.rs` kills runs and compares octets.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::chunks::Position;
use super::output::{private, with_suffix};
use crate::outcome::Failure;
use crate::source::{Identity, InputFile};

/// The state that a run needs to be resumed.
#[derive(Serialize, Deserialize)]
pub(crate) struct State<T> {
    /// The command line, and the files it reads.
    run: Identification,
    pub(super) place: Position,
    /// Octets of the output, and of the list of bad rows, when it was here.
    pub(super) output: u64,
    pub(super) bad_rows: u64,
    pub(super) first_bad: Option<String>,
    pub(crate) total: T,
    /// All is written; the files only have to take their names.
    pub(super) is_done: bool,
}

#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Identification {
    version: String,
    arguments: Vec<String>,
    files: Vec<Identity>,
}

/// The file of notes.
pub(crate) struct Checkpoint {
    path: PathBuf,
    run: Identification,
    every: Duration,
}

impl Checkpoint {
    /// For a run that reads these files and writes `output`; `every` is the time between two notes.
    pub(super) fn new(
        output: &Path,
        files: &[InputFile],
        every: Duration,
    ) -> Result<Self, Failure> {
        let files: Result<Vec<Identity>, Failure> = files.iter().map(InputFile::identity).collect();
        let output = output.canonicalize().unwrap_or_else(|_| output.to_owned());
        Ok(Checkpoint {
            path: with_suffix(&output, "resume"),
            run: Identification {
                version: env!("CARGO_PKG_VERSION").to_owned(),
                arguments: arguments(),
                files: files?,
            },
            every,
        })
    }

    /// Loads the checkpoint of an interrupted run; `None` if there is none.
    pub(super) fn load<T: DeserializeOwned>(&self) -> Result<Option<State<T>>, Failure> {
        let name = self.path.display();
        let text = match fs::read(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                anstream::eprintln!(
                    "nothing to resume: {name} is not there; this run starts at the first row"
                );
                return Ok(None);
            }
            Err(error) => return Err(Failure::Input(format!("{name}: {error}"))),
        };
        let state: State<T> = serde_json::from_slice(&text).map_err(|error| {
            Failure::Input(format!(
                "{name} is not a checkpoint: {error}; remove it to begin anew"
            ))
        })?;
        let was = &state.run;
        let change = if was.version != self.run.version {
            format!("it was started by septet {}", was.version)
        } else if was.arguments != self.run.arguments {
            format!(
                "it was started with other arguments: {}",
                was.arguments.join(" ")
            )
        } else if let Some((file, _)) = was
            .files
            .iter()
            .zip(&self.run.files)
            .find(|(was, is)| was != is)
        {
            format!("{} has changed since", file.name)
        } else if was.files.len() != self.run.files.len() {
            "there are more files, or fewer".to_owned()
        } else {
            return Ok(Some(state));
        };
        Err(Failure::Input(format!(
            "the run cannot be resumed: {change}; without --resume it begins anew"
        )))
    }

    /// Returns `true` if the next checkpoint is due.
    pub(super) fn is_due(&self, last: Instant) -> bool {
        last.elapsed() >= self.every
    }

    /// Notes how far the run is, all at once: a reader finds this note or the one before.
    pub(super) fn save<T: Serialize>(&self, mut state: State<T>) -> Result<(), Failure> {
        state.run = self.run.clone();
        let new = with_suffix(&self.path, "new");
        let write = || -> io::Result<()> {
            let mut file = private().truncate(true).open(&new)?;
            file.write_all(&serde_json::to_vec(&state)?)?;
            file.sync_all()?;
            fs::rename(&new, &self.path)?;
            // Only some systems can put a directory on disk by itself.
            let directory = self.path.parent().map(File::open);
            if let Some(Ok(directory)) = directory {
                let _ = directory.sync_all();
            }
            Ok(())
        };
        write().map_err(|error| {
            let _ = fs::remove_file(&new);
            let message = format!("{}: {error}", self.path.display());
            Failure::Output(io::Error::new(error.kind(), message))
        })
    }

    /// Its name in messages.
    pub(super) fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// Forgets the run.
    pub(super) fn remove(&self) {
        // There may be no note.
        let _ = fs::remove_file(&self.path);
    }
}

impl<T> State<T> {
    /// A note that does not say yet of which run it is.
    pub(super) fn new(
        place: Position,
        (output, bad_rows): (u64, u64),
        first_bad: Option<String>,
        total: T,
        is_done: bool,
    ) -> Self {
        State {
            run: Identification::default(),
            place,
            output,
            bad_rows,
            first_bad,
            total,
            is_done,
        }
    }
}

/// The command line without what does not change the output.
fn arguments() -> Vec<String> {
    let arguments = std::env::args_os().skip(1);
    let arguments = arguments.map(|argument| argument.to_string_lossy().into_owned());
    arguments
        .filter(|argument| argument != "--resume")
        .collect()
}
