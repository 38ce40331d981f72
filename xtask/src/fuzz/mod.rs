//! `fuzz`: runs the targets in `fuzz/`, each beginning with seeds from tests/data/.
//!
//! With a nightly toolchain the address sanitizer watches; without one the targets are built by the pinned
//! toolchain, with coverage but no sanitizer. Nothing but cargo-fuzz is ever installed for it.

mod seeds;

use std::path::PathBuf;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};

use crate::need;
use crate::process::{output, stdout};
use crate::project::{Project, files};
use crate::steps::{seconds, step};

/// How long each target runs in CI.
const SHORT: Duration = Duration::from_secs(10);

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Run each target for so long
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..))]
    minutes: u64,
    /// Run so many targets at a time [default: one a processor]
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
    /// Run these targets alone
    #[arg(value_name = "TARGET")]
    targets: Vec<String>,
}

pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let known = targets(project);
    for name in &options.targets {
        ensure!(
            known.contains(name),
            "there is no target {name}, but {}",
            known.join(", ")
        );
    }
    let chosen = if options.targets.is_empty() {
        known
    } else {
        options.targets.clone()
    };
    let time = Duration::from_secs(60 * options.minutes);
    run_each(project, &chosen, time, options.jobs)
}

/// What CI runs: every target, for some seconds.
pub(crate) fn short(project: &Project) -> Result<()> {
    run_each(project, &targets(project), SHORT, None)
}

fn run_each(
    project: &Project,
    targets: &[String],
    time: Duration,
    jobs: Option<usize>,
) -> Result<()> {
    need::cargo_fuzz(project)?;
    let fuzzer = Fuzzer::new(project);
    step("fuzz: seeds", || seeds::write(project))?;
    step("fuzz: build", || fuzzer.build())?;
    let jobs = jobs.unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from));
    let (next, failures) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some(target) = targets.get(next.fetch_add(1, Ordering::Relaxed)) {
            let start = Instant::now();
            let result = fuzzer.run(target, time);
            let took = seconds(start.elapsed());
            let name = format!("fuzz: {target}");
            match result {
                Ok(inputs) => println!("  {name:<34}{took:>8}  {inputs} inputs"),
                Err(error) => {
                    println!("  {name:<34}{took:>8}  failed");
                    failures.lock().expect("no thread panics").push(error);
                }
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(work);
        }
    });
    let failures = failures.into_inner()?;
    if !failures.is_empty() {
        let failures: Vec<String> = failures.iter().map(|error| format!("{error:#}")).collect();
        bail!("{}", failures.join("\n\n"));
    }
    Ok(())
}

/// The names of the targets: the files that hold them.
fn targets(project: &Project) -> Vec<String> {
    let files = files(&project.path("fuzz/fuzz_targets"), ".rs");
    let names = files.iter().filter_map(|file| file.file_stem());
    names
        .map(|name| name.to_string_lossy().into_owned())
        .collect()
}

/// cargo-fuzz with the toolchain and the sanitizer there are.
struct Fuzzer<'project> {
    project: &'project Project,
    has_nightly: bool,
}

impl<'project> Fuzzer<'project> {
    fn new(project: &'project Project) -> Self {
        let toolchains = stdout(project.command("rustup").args(["toolchain", "list"]));
        let has_nightly = toolchains.is_ok_and(|list| list.contains("nightly"));
        Self {
            project,
            has_nightly,
        }
    }

    fn command(&self, verb: &str) -> Command {
        let mut command = self.project.command("cargo");
        if self.has_nightly {
            command.env("RUSTUP_TOOLCHAIN", "nightly");
        }
        let sanitizer = if self.has_nightly { "address" } else { "none" };
        command
            .args(["fuzz", verb, "--sanitizer", sanitizer, "--target-dir"])
            .arg(self.project.target.join("fuzz"));
        command
    }

    fn build(&self) -> Result<&'static str> {
        output(&mut self.command("build"))?;
        Ok(if self.has_nightly {
            "nightly, address sanitizer"
        } else {
            "no nightly toolchain: without a sanitizer"
        })
    }

    /// Runs one target; the number of inputs it ran, with the input in the error if one failed.
    fn run(&self, target: &str, time: Duration) -> Result<String> {
        let limit = format!("-max_total_time={}", time.as_secs());
        let dictionary = format!("-dict={}", self.project.path("fuzz/texts.dict").display());
        let mut command = self.command("run");
        command.args([target, "--", &limit, &dictionary]).args([
            "-max_len=2048",
            "-timeout=20",
            "-print_final_stats=1",
        ]);
        Ok(inputs(&output(&mut command)?))
    }
}

/// `stat::number_of_executed_units: 1234` → `1234`
fn inputs(log: &str) -> String {
    let name = "stat::number_of_executed_units:";
    let line = log.lines().find_map(|line| line.strip_prefix(name));
    line.map_or("no", str::trim).to_owned()
}

/// Where the inputs of a target are kept: seeds, and what fuzzing finds worth keeping.
fn corpus(project: &Project, target: &str) -> PathBuf {
    project.path("fuzz/corpus").join(target)
}

#[cfg(test)]
mod tests {
    use super::inputs;

    #[test]
    fn the_number_of_inputs_is_read() {
        let log = "Done\nstat::number_of_executed_units: 4096\nstat::average_exec_per_sec: 1\n";
        assert_eq!(inputs(log), "4096");
        assert_eq!(inputs("nothing"), "no");
    }
}
