//! The files to read: names, patterns of names, standard input.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use indicatif::ProgressBar;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::hex::Hex;
use crate::outcome::Failure;
use crate::progress;

/// Octets at the beginning of a file that must be the same for it to be the same file.
const HEAD: u64 = 64 << 10;

/// A file to read, or standard input.
#[derive(Clone, Debug)]
pub(crate) struct InputFile {
    path: PathBuf,
}

impl InputFile {
    /// Its path; `-` is standard input.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn is_stdin(&self) -> bool {
        self.path == Path::new("-")
    }

    /// Returns `true` if it can be read once more.
    pub(crate) fn is_regular(&self) -> bool {
        !self.is_stdin() && fs::metadata(&self.path).is_ok_and(|found| found.is_file())
    }

    /// Its name in messages.
    pub(crate) fn name(&self) -> String {
        if self.is_stdin() {
            "standard input".to_owned()
        } else {
            self.path.display().to_string()
        }
    }

    /// Its octets as they are stored, if there is a number.
    pub(crate) fn length(&self) -> Option<u64> {
        if self.is_stdin() {
            return progress::stdin_length();
        }
        progress::length(&fs::metadata(&self.path).ok()?)
    }

    /// Reads it as it is stored; the bar counts octets.
    pub(crate) fn reader(&self, bar: &ProgressBar) -> Result<Box<dyn Read + Send>, Failure> {
        if self.is_stdin() {
            return Ok(Box::new(bar.wrap_read(io::stdin())));
        }
        Ok(Box::new(bar.wrap_read(self.open()?)))
    }

    /// Opens it as it is stored.
    pub(crate) fn open(&self) -> Result<File, Failure> {
        let file = File::open(&self.path).map_err(|error| self.unreadable(&error))?;
        if file.metadata().is_ok_and(|metadata| metadata.is_dir()) {
            return Err(Failure::Input(format!("{}: is a directory", self.name())));
        }
        Ok(file)
    }

    pub(crate) fn unreadable(&self, error: &io::Error) -> Failure {
        Failure::Input(format!("{}: {error}", self.name()))
    }

    /// Its identity, by which a later run recognises it.
    pub(crate) fn identity(&self) -> Result<Identity, Failure> {
        let unreadable = |error| self.unreadable(&error);
        let file = self.open()?;
        let metadata = file.metadata().map_err(unreadable)?;
        let mut head = Vec::new();
        file.take(HEAD).read_to_end(&mut head).map_err(unreadable)?;
        let modified = metadata.modified().map_err(unreadable)?;
        let modified = modified.duration_since(std::time::UNIX_EPOCH);
        Ok(Identity {
            name: self.name(),
            length: metadata.len(),
            modified: modified.map_or(0, |modified| modified.as_nanos()),
            head: Hex(&Sha256::digest(&head)).to_string(),
        })
    }
}

/// From the command line.
impl From<OsString> for InputFile {
    fn from(path: OsString) -> Self {
        InputFile { path: path.into() }
    }
}

/// Identifies a file across runs: name, length, time of the last change, digest of its beginning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Identity {
    pub(crate) name: String,
    length: u64,
    modified: u128,
    head: String,
}

/// The files of names and patterns, in this order, those of a pattern by their names; standard input without any.
pub(crate) fn find(names: &[PathBuf]) -> Result<Vec<InputFile>, Failure> {
    let mut files = Vec::new();
    for name in names {
        if name == Path::new("-") || name.exists() {
            files.push(name.clone());
        } else if let Some(pattern) = name.to_str().filter(|name| name.contains(['*', '?', '['])) {
            let found = glob::glob(pattern)
                .map_err(|error| Failure::Input(format!("{pattern}: {error}")))?;
            let before = files.len();
            for path in found {
                files.push(path.map_err(|error| Failure::Input(error.to_string()))?);
            }
            if files.len() == before {
                return Err(Failure::Input(format!(
                    "{pattern}: no file has such a name"
                )));
            }
        } else {
            files.push(name.clone());
        }
    }
    if files.is_empty() {
        files.push("-".into());
    }
    let mut standard_inputs = files.iter().filter(|path| *path == Path::new("-"));
    if standard_inputs.nth(1).is_some() {
        return Err(Failure::Input(
            "standard input can be read only once".to_owned(),
        ));
    }
    Ok(files.into_iter().map(|path| InputFile { path }).collect())
}
