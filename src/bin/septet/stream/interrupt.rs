//! Ctrl-C while files are written: what is kept, and how to go on.

use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, Once, PoisonError};

/// The exit code of a command that was interrupted, as shells have it: 128 and the number of the signal.
const INTERRUPTED: i32 = 130;

/// The run that is writing, if one is.
static RUNNING: Mutex<Option<Running>> = Mutex::new(None);

/// The files that an interrupted run leaves.
struct Running {
    /// Files in the making, which another run can go on with once it was noted how far this one is.
    parts: Vec<PathBuf>,
    is_noted: bool,
}

/// Watches over files in the making.
pub(super) fn watch(parts: Vec<PathBuf>, is_noted: bool) {
    static HANDLER: Once = Once::new();
    set(Some(Running { parts, is_noted }));
    HANDLER.call_once(|| {
        // Without a handler the signal ends the command, as it does elsewhere.
        let _ = ctrlc::set_handler(end);
    });
}

/// From now on the run can be resumed.
pub(super) fn noted() {
    let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(running) = &mut *running {
        running.is_noted = true;
    }
}

/// The run has ended.
pub(super) fn forget() {
    set(None);
}

fn set(running: Option<Running>) {
    *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) = running;
}

/// Ends the command. The lock is kept: nothing is noted from here on.
fn end() {
    let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
    match &*running {
        Some(running) if running.is_noted => {
            anstream::eprintln!(
                "\ninterrupted: what was done is kept; go on with: {}",
                resume_line()
            );
        }
        Some(running) => {
            for part in &running.parts {
                // It may not be there yet.
                let _ = fs::remove_file(part);
            }
            anstream::eprintln!("\ninterrupted: nothing was noted yet, and nothing is kept");
        }
        None => {}
    }
    std::process::exit(INTERRUPTED);
}

/// The command line, as a shell reads it, with --resume.
fn resume_line() -> String {
    let arguments = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--resume");
    let mut words = vec!["septet".to_owned()];
    words.extend(arguments.map(|argument| quoted(&argument)));
    words.push("--resume".to_owned());
    words.join(" ")
}

fn quoted(argument: &str) -> String {
    let is_plain =
        |character: char| character.is_ascii_alphanumeric() || "-_=./,:+@%".contains(character);
    if !argument.is_empty() && argument.chars().all(is_plain) {
        argument.to_owned()
    } else {
        format!("'{}'", argument.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shells_read_what_is_quoted() {
        assert_eq!(quoted("-o=out.csv"), "-o=out.csv");
        assert_eq!(quoted("Hi {{a}}"), "'Hi {{a}}'");
        assert_eq!(quoted("it's"), "'it'\\''s'");
        assert_eq!(quoted(""), "''");
    }
}
