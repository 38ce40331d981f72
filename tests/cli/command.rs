//! Running the command.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::process::{Child, Command, Output, Stdio};

/// The command in a known environment: no terminal, no colour variables, 80 columns.
pub(crate) fn septet<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_septet"));
    for variable in ["COLUMNS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command.args(arguments).stdin(Stdio::null());
    command
}

/// Runs the command on `input` as standard input.
pub(crate) fn fed<S: AsRef<OsStr>>(
    input: impl AsRef<[u8]> + Send,
    arguments: impl IntoIterator<Item = S>,
) -> Output {
    let mut command = septet(arguments);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        // A command that refuses its input may end before it has read it all.
        scope.spawn(move || stdin.write_all(input.as_ref()).ok());
        child.wait_with_output().unwrap()
    })
}

/// Standard output of a run that must end with exit code 0 and nothing to complain about.
pub(crate) fn stdout(output: Output) -> String {
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert_eq!((output.status.code(), complaint.as_ref()), (Some(0), ""));
    String::from_utf8(output.stdout).unwrap()
}

/// Runs the command with `arguments` and gives its standard output.
pub(crate) fn answer<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> String {
    stdout(septet(arguments).output().unwrap())
}

/// Runs a command whose reader goes away after ten octets.
pub(crate) fn abandoned(mut command: Command) -> Output {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut [0; 10]).unwrap();
    drop(stdout);
    child.wait_with_output().unwrap()
}

/// Exit code and standard error of a run.
pub(crate) fn complaint(output: &Output) -> (i32, String) {
    let code = output.status.code().expect("ended by a signal");
    (code, String::from_utf8(output.stderr.clone()).unwrap())
}

/// The most memory that a running command has had, in kibibytes.
#[cfg(target_os = "linux")]
pub(crate) fn peak_of(child: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let mut lines = status.lines();
    let peak = lines.find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.trim().trim_end_matches(" kB").parse().unwrap()
}
