//! `test` and `ci`: run the steps of the table (`suite.rs`), each after what it needs was installed or built.

use std::cell::OnceCell;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::process::{live, output};
use crate::project::{LIGHT, Project};
use crate::steps::{seconds, step};
use crate::suite::{Need, Run, STEPS, Step, When, node_tests};
use crate::{install, instructions, pkg, site, test_count, wasm};

const WASM_TARGET: &str = "--target=wasm32-unknown-unknown";

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Run the steps too that take long to install or to compile: fuzzing, a query engine, a cluster, frameworks
    #[arg(long)]
    all: bool,
    /// Run the core's tests alone: the inner loop
    #[arg(long, conflicts_with_all = ["all", "only"])]
    core: bool,
    /// Run this step alone (may be repeated), showing all that it prints
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Name the steps and stop
    #[arg(long)]
    list: bool,
}

/// Runs the steps of `cargo xtask test`.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let when = if options.all { When::All } else { When::Test };
    run_until(project, options, when)
}

/// Runs the steps of `cargo xtask ci`: those of `test --all`, with formatting, lints and documentation.
pub(crate) fn ci(project: &Project, options: &Options) -> Result<()> {
    run_until(project, options, When::Ci)
}

fn run_until(project: &Project, options: &Options, when: When) -> Result<()> {
    if options.list {
        for step in STEPS {
            let runs = match step.when {
                When::Test => "test",
                When::All => "test --all",
                When::Ci => "ci",
                When::Named => "by name",
            };
            println!("{:<18}{runs:<12}{}", step.name, step.about);
        }
        return Ok(());
    }
    let only: &[String] = if options.core {
        &["core".to_owned()]
    } else {
        &options.only
    };
    for name in only {
        let is_known = STEPS.iter().any(|step| step.name == name);
        ensure!(is_known, "there is no step {name}; --list names them");
    }
    let session = Session::new(project, when, !only.is_empty());
    let is_chosen = |step: &&Step| match only {
        [] => step.when <= when,
        only => only.iter().any(|name| name == step.name),
    };
    session.run_all(STEPS.iter().filter(is_chosen))
}

/// The reason for which a step could not run on this machine. CI treats it as a failure; elsewhere it is reported at the end.
#[derive(Debug)]
pub(crate) struct CannotRun(pub(crate) String);

impl std::fmt::Display for CannotRun {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "could not run: {}", self.0)
    }
}

impl std::error::Error for CannotRun {}

/// One run; what several steps need is built once.
pub(crate) struct Session<'project> {
    pub(crate) project: &'project Project,
    when: When,
    /// True to show the output of commands while they run.
    is_live: bool,
    /// The tarball of the npm package, or nothing if it did not build.
    package: OnceCell<Option<PathBuf>>,
    /// The directory of the composer page, or nothing if it could not be put together.
    site: OnceCell<Option<PathBuf>>,
}

impl<'project> Session<'project> {
    fn new(project: &'project Project, when: When, is_live: bool) -> Self {
        let (package, site) = (OnceCell::new(), OnceCell::new());
        Self {
            project,
            when,
            is_live,
            package,
            site,
        }
    }

    /// Runs steps to the last one and sums them up; an error if any failed.
    fn run_all<'s>(&self, steps: impl Iterator<Item = &'s Step>) -> Result<()> {
        let start = Instant::now();
        let (mut times, mut failed, mut not_run) = (Vec::new(), Vec::new(), Vec::new());
        for one in steps {
            let start = Instant::now();
            let result = self.run(one);
            times.push((start.elapsed(), one.name));
            match result {
                Ok(()) => {}
                Err(error) if error.is::<CannotRun>() && self.when != When::Ci => {
                    not_run.push(format!("{} {error}", one.name));
                }
                Err(error) => {
                    println!("\n{}: {error:#}\n", one.name);
                    failed.push(one.name);
                }
            }
        }
        let passed = times.len() - failed.len() - not_run.len();
        print!("{}", slowest(&mut times));
        println!("\nall steps in {}", seconds(start.elapsed()));
        for reason in &not_run {
            println!("NOT TESTED: {reason}");
        }
        println!(
            "{passed} passed, {} failed, {} not tested",
            failed.len(),
            not_run.len()
        );
        ensure!(failed.is_empty(), "failed: {}", failed.join(", "));
        Ok(())
    }

    fn run(&self, step: &Step) -> Result<()> {
        for need in step.needs {
            self.provide(*need)?;
        }
        match step.run {
            Run::Cargo(arguments) => {
                self.command(step.name, &mut self.cargo(arguments, step.needs)?)
            }
            Run::NodeTests => self.command(step.name, &mut self.node(step)?),
            Run::Check(check) => self::step(step.name, || check(self)).map(|_| ()),
        }
    }

    /// Installs or builds what is missing; an error where that cannot be.
    fn provide(&self, need: Need) -> Result<()> {
        let project = self.project;
        match need {
            Need::File(name) => {
                ensure!(project.path(name).is_file(), "{name}: no such file");
                Ok(())
            }
            Need::Lints => install::lints(project),
            Need::Wasm => install::wasm_target(project),
            Need::Node => install::node(project),
            Need::Chromium => install::chromium(),
            Need::Valgrind => instructions::can_count(),
            Need::CargoFuzz => install::cargo_fuzz(project),
            Need::Package => self.package().map(drop),
            Need::Site => self.site().map(drop),
        }
    }

    /// cargo with the variables, written before its arguments as in a shell, and the arguments.
    fn cargo(&self, line: &str, needs: &[Need]) -> Result<Command> {
        let line = line.replace(LIGHT, &self.project.light_features());
        let words: Vec<&str> = line.split(' ').collect();
        let is_variable = |word: &&str| word.starts_with(|first: char| first.is_ascii_uppercase());
        let (variables, arguments) =
            words.split_at(words.iter().take_while(|word| is_variable(word)).count());
        let mut cargo = self.project.cargo(arguments);
        cargo.envs(
            variables
                .iter()
                .filter_map(|variable| variable.split_once('=')),
        );
        if arguments[0] == "test" && arguments.contains(&WASM_TARGET) {
            cargo.args(["--config", &wasm::runner_config()?]);
            if needs.contains(&Need::Chromium) {
                let driver = self.project.path("tests/webdriver.json");
                cargo
                    .env("WASM_BINDGEN_USE_BROWSER", "1")
                    .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
                cargo
                    .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", driver)
                    .env("CHROMEDRIVER", "chromedriver");
            }
        }
        Ok(cargo)
    }

    /// Node on the test files of a step, which share one browser and one server (`tests/run.mjs`).
    fn node(&self, step: &Step) -> Result<Command> {
        let mut node = self.project.command("node");
        node.current_dir(self.project.path("tests")).arg("run.mjs");
        node.args(node_tests(
            self.project,
            step.name,
            self.when != When::Test,
        )?);
        node.env("SEPTET_TARBALL", self.package()?);
        if step.needs.contains(&Need::Site) {
            node.env("SEPTET_SITE_DIRECTORY", self.site()?);
        }
        Ok(node)
    }

    /// Runs a command as a step that reports how many tests it ran.
    fn command(&self, name: &str, command: &mut Command) -> Result<()> {
        if self.is_live {
            let start = Instant::now();
            live(command)?;
            println!("\n  {name:<34}{:>8}", seconds(start.elapsed()));
            return Ok(());
        }
        // Cargo's list of what it compiles would bury what went wrong.
        command.env("CARGO_TERM_QUIET", "true");
        step(name, || output(command).map(|text| test_count::note(&text)))?;
        Ok(())
    }

    /// The tarball, built by the first step that needs it.
    fn package(&self) -> Result<PathBuf> {
        once(&self.package, "the npm package", || {
            pkg::build(self.project)?;
            pkg::pack(self.project)
        })
    }

    /// The directory of the page, put together by the first step that needs it.
    pub(crate) fn site(&self) -> Result<PathBuf> {
        self.package()?;
        once(&self.site, "the composer page", || {
            site::assemble(self.project)
        })
    }
}

/// Returns the value that is there or that `make` makes; its error is reported the first time only.
fn once<T: Clone>(
    cell: &OnceCell<Option<T>>,
    what: &str,
    make: impl FnOnce() -> Result<T>,
) -> Result<T> {
    if let Some(made) = cell.get() {
        return made
            .clone()
            .with_context(|| format!("needs {what}, which did not build"));
    }
    let result = make();
    // The cell was empty a line above: it takes the value.
    let _ = cell.set(result.as_ref().ok().cloned());
    result
}

/// The steps that took longest, if there are many.
fn slowest(times: &mut [(Duration, &str)]) -> String {
    times.sort_unstable_by(|one, other| other.cmp(one));
    let lines = times.iter().take(if times.len() > 5 { 5 } else { 0 });
    let lines: Vec<_> = lines
        .map(|(time, name)| format!("{name} {}", seconds(*time)))
        .collect();
    if lines.is_empty() {
        String::new()
    } else {
        format!("\nslowest: {}\n", lines.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;
    use crate::suite::row;

    /// Runs one step as `when` does; the error.
    fn error(step: &Step, when: When) -> Option<String> {
        let project = Project::find().unwrap();
        let session = Session::new(&project, when, false);
        let result = session.run_all(std::iter::once(step));
        result.err().map(|error| error.to_string())
    }

    #[test]
    fn a_step_whose_files_are_missing_fails() {
        let project = Project::find().unwrap();
        let session = Session::new(&project, When::Test, false);
        let needs = &[Need::File("tests/gone.rs")];
        let gone = row("gone", When::Test, needs, "", Run::Cargo("--version"));
        let message = session.run(&gone).unwrap_err().to_string();
        assert_eq!(message, "tests/gone.rs: no such file");
        assert_eq!(error(&gone, When::Test).unwrap(), "failed: gone");
        let empty = row("gone", When::Test, &[], "", Run::NodeTests);
        let message = session.node(&empty).unwrap_err().to_string();
        assert_eq!(message, "tests/gone/*.test.mjs: no such file");
    }

    #[test]
    fn what_could_not_run_fails_in_ci_alone() {
        let lacks = Run::Check(|_| bail!(CannotRun("no valgrind".to_owned())));
        let step = row("lacks", When::All, &[], "", lacks);
        assert_eq!(error(&step, When::All), None);
        assert_eq!(error(&step, When::Ci).unwrap(), "failed: lacks");
    }

    #[test]
    fn what_steps_share_is_made_once_and_explained_once() {
        let cell = OnceCell::new();
        assert_eq!(once(&cell, "it", || Ok(1)).unwrap(), 1);
        assert_eq!(once(&cell, "it", || Ok(2)).unwrap(), 1);
        let cell: OnceCell<Option<i32>> = OnceCell::new();
        let error = || once(&cell, "it", || bail!("why")).unwrap_err().to_string();
        assert_eq!([error(), error()], ["why", "needs it, which did not build"]);
    }
}
