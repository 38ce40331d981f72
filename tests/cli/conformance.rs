//! The runner of the conformance vectors in Python, as their page shows it.

use std::path::Path;
use std::process::Command;

use crate::command::stdout;

#[test]
fn the_command_conforms_by_the_runner_in_python() {
    if Command::new("python3").arg("--version").output().is_err() {
        eprintln!("skipped: there is no python3");
        return;
    }
    let runner = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/conformance/run.py");
    let mut python = Command::new("python3");
    python.arg(runner).arg(env!("CARGO_BIN_EXE_septet"));
    let said = stdout(python.output().unwrap());
    assert_eq!(said, "425 cases, 0 wrong answers\n");
}
