//! Runs programs: quietly, with everything they printed in the error if they fail.

use std::io::Read as _;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

/// Runs to the end and returns what was printed, standard output and standard error as one.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let shown = shown(command);
    let (mut reader, writer) = std::io::pipe()?;
    command
        .stdin(Stdio::null())
        .stdout(writer.try_clone()?)
        .stderr(writer);
    let mut child = command
        .spawn()
        .with_context(|| format!("cannot start {shown}"))?;
    // The command holds the writing ends: the reader sees the end only once they are closed.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let status = child.wait()?;
    ensure!(status.success(), "{shown}\n{}\n({status})", text.trim_end());
    Ok(text)
}

/// Runs to the end and returns standard output alone, for programs that print data.
pub(crate) fn stdout(command: &mut Command) -> Result<String> {
    let shown = shown(command);
    let output = command.stdin(Stdio::null()).output();
    let output = output.with_context(|| format!("cannot start {shown}"))?;
    let errors = String::from_utf8_lossy(&output.stderr);
    ensure!(
        output.status.success(),
        "{shown}\n{}\n({})",
        errors.trim_end(),
        output.status
    );
    Ok(String::from_utf8(output.stdout)?)
}

/// Runs to the end with the terminal as it is, for what a person wants to watch.
pub(crate) fn live(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    println!("{shown}");
    let status = command
        .status()
        .with_context(|| format!("cannot start {shown}"))?;
    ensure!(status.success(), "{shown} ({status})");
    Ok(())
}

/// True if the program can be started.
pub(crate) fn exists(program: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|directory| directory.join(program).is_file())
}

/// The command as a person would type it, for messages.
fn shown(command: &Command) -> String {
    let mut words = vec!["$".to_owned()];
    for (name, value) in command.get_envs() {
        let is_ours = name == "CARGO_TARGET_DIR" || name == "CARGO_TERM_QUIET";
        if let Some(value) = value.filter(|_| !is_ours) {
            words.push(format!("{}={}", name.display(), value.display()));
        }
    }
    for word in std::iter::once(command.get_program()).chain(command.get_args()) {
        let word = word.to_string_lossy();
        let quote = if word.contains([' ', '"', '*', '[']) {
            "'"
        } else {
            ""
        };
        words.push(format!("{quote}{word}{quote}"));
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn both_streams_arrive_in_order() {
        let text = output(&mut shell("echo one; echo two >&2; echo three")).unwrap();
        assert_eq!(text, "one\ntwo\nthree\n");
    }

    #[test]
    fn a_failure_shows_the_command_and_its_output() {
        let error = output(shell("echo broken; exit 3").env("MODE", "strict"))
            .unwrap_err()
            .to_string();
        assert_eq!(
            error,
            "$ MODE=strict sh -c 'echo broken; exit 3'\nbroken\n(exit status: 3)"
        );
        let error = output(&mut Command::new("no-such-program"))
            .unwrap_err()
            .to_string();
        assert_eq!(error, "cannot start $ no-such-program");
        assert!(exists("cargo") && !exists("no-such-program"));
    }
}
