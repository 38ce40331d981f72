//! Writing rows to standard output, or to a file that appears only when it is complete.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};

use fs4::{FileExt, TryLockError};

use crate::outcome::Failure;

/// Octets that are written before they are put on disk, which goes on by itself: a disk that would only begin at the end
/// of a run would make it as long again.
const AHEAD: u64 = 32 << 20;

/// Octets that are written at most before the disk has those before them. Then the bar shows how fast the disk is, and
/// nothing is waited for at the end.
const FAR_AHEAD: u64 = 128 << 20;

/// An output.
pub(crate) enum Output {
    Stdout,
    /// Something that is not a regular file, such as a device or a pipe: written as it comes.
    Stream(File),
    File(PartFile),
}

impl Output {
    /// Begins anew.
    pub(crate) fn create(path: &Path) -> Result<Self, Failure> {
        if path == Path::new("-") {
            return Ok(Output::Stdout);
        }
        if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
            let file = OpenOptions::new().write(true).open(path);
            let file = file.map_err(|error| unwritable(path, &error))?;
            return Ok(Output::Stream(file));
        }
        PartFile::open(path, 0).map(Output::File)
    }

    /// Goes on behind so many octets.
    pub(crate) fn resume(path: &Path, length: u64) -> Result<Self, Failure> {
        PartFile::open(path, length).map(Output::File)
    }

    pub(crate) fn write(&mut self, octets: &[u8]) -> Result<(), Failure> {
        match self {
            Output::Stdout => io::stdout().lock().write_all(octets)?,
            Output::Stream(file) => file.write_all(octets)?,
            Output::File(file) => {
                let written = file.write(octets);
                written.map_err(|error| unwritable(&file.path, &error))?;
            }
        }
        Ok(())
    }

    /// Puts on disk what was written; gives the octets there are.
    pub(crate) fn sync(&mut self) -> Result<u64, Failure> {
        let Output::File(file) = self else {
            return Ok(0);
        };
        let synced = file.settle().and_then(|()| file.file.sync_data());
        synced.map_err(|error| unwritable(&file.path, &error))?;
        file.told = file.length;
        Ok(file.length)
    }

    /// Moves the written part to the final name.
    pub(crate) fn commit(self) -> Result<(), Failure> {
        match self {
            Output::Stdout => io::stdout().flush()?,
            Output::Stream(mut file) => file.flush()?,
            Output::File(mut file) => {
                file.is_kept = true;
                let done = file.settle().and_then(|()| file.file.sync_all());
                let done = done.and_then(|()| take_place(&file.part, &file.path));
                done.map_err(|error| unwritable(&file.path, &error))?;
            }
        }
        Ok(())
    }

    /// Moves the part that another run completed to the final name, unless that was done already.
    pub(crate) fn settle(path: &Path) -> Result<(), Failure> {
        let path = real(path);
        let part = part(&path);
        if path.exists() && !part.exists() {
            return Ok(());
        }
        take_place(&part, &path).map_err(|error| unwritable(&path, &error))
    }

    /// Leaves what was written so far for `--resume`.
    pub(crate) fn keep(&mut self) {
        if let Output::File(file) = self {
            file.is_kept = true;
        }
    }
}

/// A file in the making: `NAME.part` beside the file it becomes.
pub(crate) struct PartFile {
    path: PathBuf,
    part: PathBuf,
    file: File,
    length: u64,
    /// Octets of which the disk was told, and whether it has them.
    told: u64,
    telling: Option<JoinHandle<io::Result<()>>>,
    is_kept: bool,
}

impl PartFile {
    fn write(&mut self, octets: &[u8]) -> io::Result<()> {
        self.file.write_all(octets)?;
        self.length += octets.len() as u64;
        let is_idle = self.telling.as_ref().is_none_or(JoinHandle::is_finished);
        if self.length - self.told >= if is_idle { AHEAD } else { FAR_AHEAD } {
            self.settle()?;
            let file = self.file.try_clone()?;
            self.told = self.length;
            self.telling = Some(thread::spawn(move || file.sync_data()));
        }
        Ok(())
    }

    /// Waits until the disk has what it was told of.
    fn settle(&mut self) -> io::Result<()> {
        let told = self.telling.take().map(JoinHandle::join);
        told.map_or(Ok(()), |told| {
            told.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    }

    fn open(path: &Path, length: u64) -> Result<Self, Failure> {
        let path = real(path);
        let part = part(&path);
        let opened = || -> io::Result<File> {
            let mut file = private().truncate(false).open(&part)?;
            make_private(&file)?;
            match FileExt::try_lock(&file) {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(io::Error::other("another run is writing it"));
                }
                Err(TryLockError::Error(error)) => return Err(error),
            }
            if file.metadata()?.len() < length {
                return Err(io::Error::other("it is shorter than what was written"));
            }
            file.set_len(length)?;
            file.seek(SeekFrom::Start(length))?;
            Ok(file)
        };
        let file = opened().map_err(|error| unwritable(&part, &error))?;
        Ok(PartFile {
            path,
            part,
            file,
            length,
            told: length,
            telling: None,
            is_kept: false,
        })
    }
}

/// Removes a part that no run can resume.
impl Drop for PartFile {
    fn drop(&mut self) {
        if !self.is_kept {
            // Nothing can be done about a file that does not go away.
            let _ = fs::remove_file(&self.part);
        }
    }
}

/// Options to write a file that nobody else may read, as it holds texts of people.
pub(super) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes a file private that was there before.
fn make_private(file: &File) -> io::Result<()> {
    #[cfg(unix)]
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    let _ = file;
    Ok(())
}

/// Gives a file the name of another one, and the permissions of that one if it is there.
fn take_place(part: &Path, path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(replaced) => fs::set_permissions(part, replaced.permissions())?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    fs::rename(part, path)
}

/// A link stays a link: what it points to is replaced.
pub(super) fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

pub(super) fn part(path: &Path) -> PathBuf {
    with_suffix(path, "part")
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    let message = format!("{}: {error}", path.display());
    Failure::Output(io::Error::new(error.kind(), message))
}

/// The path with a dot and `suffix` after its whole name, its own extension included.
pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}
