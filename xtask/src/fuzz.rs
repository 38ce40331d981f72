//! `fuzz`: runs the targets in `fuzz/`, each beginning with seeds from tests/data/ (`fuzz/seeds.mjs`).
//!
//! With a nightly toolchain the address sanitizer watches; without one the targets are built by the pinned
//! toolchain, with coverage but no sanitizer. Nothing but cargo-fuzz is ever installed for it.

use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::install;
use crate::process::{output, stdout};
use crate::project::{Project, files};
use crate::steps::seconds;
use crate::test::Session;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Run each target for so many minutes
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..))]
    minutes: u64,
    /// Run so many targets at a time [default: one a processor]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..))]
    jobs: Option<u8>,
    /// Run these targets alone
    #[arg(value_name = "TARGET")]
    targets: Vec<String>,
}

pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    install::node(project)?;
    install::cargo_fuzz(project)?;
    let mut targets = targets(project);
    for name in &options.targets {
        let known = targets.join(", ");
        ensure!(
            targets.contains(name),
            "there is no target {name}, but {known}"
        );
    }
    targets.retain(|target| options.targets.is_empty() || options.targets.contains(target));
    let fuzzer = Fuzzer::new(project, Duration::from_mins(options.minutes));
    let jobs = options.jobs.map(usize::from);
    println!(
        "{}",
        fuzzer.run_all(&targets, jobs, |line| println!("  {line}"))?
    );
    Ok(())
}

/// The step `fuzz`: every target for ten seconds.
pub(crate) fn check(session: &Session<'_>) -> Result<String> {
    let fuzzer = Fuzzer::new(session.project, Duration::from_secs(10));
    fuzzer.run_all(&targets(session.project), None, |_| ())
}

/// The names of the targets: the files that hold them.
fn targets(project: &Project) -> Vec<String> {
    let files = files(&project.path("fuzz/src/bin"), ".rs");
    let names = files.iter().filter_map(|file| file.file_stem()?.to_str());
    names.map(str::to_owned).collect()
}

/// cargo-fuzz with the toolchain and the sanitizer there are.
struct Fuzzer<'project> {
    project: &'project Project,
    has_nightly: bool,
    /// Running time of each target.
    time: Duration,
}

impl<'project> Fuzzer<'project> {
    fn new(project: &'project Project, time: Duration) -> Self {
        let toolchains = stdout(project.command("rustup").args(["toolchain", "list"]));
        let has_nightly = toolchains.is_ok_and(|list| list.contains("nightly"));
        Self {
            project,
            has_nightly,
            time,
        }
    }

    /// Builds and runs targets, `jobs` at a time; `report` gets a line for each.
    fn run_all(
        &self,
        targets: &[String],
        jobs: Option<usize>,
        report: fn(String),
    ) -> Result<String> {
        let seeds = output(self.project.command("node").arg("fuzz/seeds.mjs"))?;
        output(&mut self.command("build")).context("fuzz targets")?;
        let jobs = jobs.unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from));
        let run = |target: &String| {
            let start = Instant::now();
            let result = self.run(target);
            let note = result.as_deref().map_or("failed", |inputs| inputs);
            report(format!(
                "{target:<34}{:>8}  {note}",
                seconds(start.elapsed())
            ));
            result.err().map(|error| format!("{error:#}"))
        };
        let run_some = |first| {
            targets
                .iter()
                .skip(first)
                .step_by(jobs)
                .filter_map(run)
                .collect()
        };
        let failures: Vec<String> = thread::scope(|scope| {
            let start = |first| scope.spawn(move || -> Vec<String> { run_some(first) });
            let threads: Vec<_> = (0..jobs).map(start).collect();
            threads
                .into_iter()
                .flat_map(|thread| thread.join().expect("no thread panics"))
                .collect()
        });
        ensure!(failures.is_empty(), "{}", failures.join("\n\n"));
        let sanitizer = if self.has_nightly {
            "address sanitizer"
        } else {
            "no nightly, so no sanitizer"
        };
        Ok(format!(
            "{} targets, {}, {sanitizer}",
            targets.len(),
            seeds.trim()
        ))
    }

    fn command(&self, verb: &str) -> Command {
        let mut command = self.project.command("cargo");
        if self.has_nightly {
            command.env("RUSTUP_TOOLCHAIN", "nightly");
        }
        let sanitizer = if self.has_nightly { "address" } else { "none" };
        command.args(["fuzz", verb, "--sanitizer", sanitizer, "--target-dir"]);
        command.arg(self.project.target.join("fuzz"));
        command
    }

    /// Runs one target; the number of inputs it ran, with the input in the error if one failed.
    fn run(&self, target: &str) -> Result<String> {
        let limit = format!("-max_total_time={}", self.time.as_secs());
        let dictionary = format!("-dict={}", self.project.path("fuzz/texts.dict").display());
        let mut command = self.command("run");
        command.args([target, "--", &limit, &dictionary]);
        command.args(["-max_len=2048", "-timeout=20", "-print_final_stats=1"]);
        inputs(&output(&mut command)?).context("the target ran no input")
    }
}

/// `stat::number_of_executed_units: 1234` → `1234 inputs`; nothing for none.
fn inputs(log: &str) -> Option<String> {
    let name = "stat::number_of_executed_units:";
    let count = log.lines().find_map(|line| line.strip_prefix(name))?.trim();
    (count != "0").then(|| format!("{count} inputs"))
}

#[cfg(test)]
mod tests {
    use super::inputs;

    #[test]
    fn the_number_of_inputs_is_read() {
        let log = "Done\nstat::number_of_executed_units: 4096\nstat::average_exec_per_sec: 1\n";
        assert_eq!(inputs(log).as_deref(), Some("4096 inputs"));
        assert_eq!(inputs("nothing"), None);
    }
}
