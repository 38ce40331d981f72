//! `test` and `ci`: every test there is, step by step, with what each needs built and installed before it.

use std::cell::OnceCell;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail, ensure};

use crate::process::{live, output};
use crate::project::Project;
use crate::steps::{seconds, step};
use crate::suite::{Step, When, Work};
use crate::{
    fuzz, hygiene, instructions, need, package, pkg, public_items, serve, site, tally, types,
};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Run this step alone (may be repeated), showing all that it prints
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Run the steps too that compile for minutes: a query engine, a cluster
    #[arg(long)]
    all: bool,
    /// Name the steps and stop
    #[arg(long)]
    list: bool,
}

/// Runs the steps to the last one; an error if any failed.
///
/// Of those that take minutes to compile it runs what is for `when`.
pub(crate) fn run(
    project: &Project,
    options: &Options,
    mut steps: Vec<Step>,
    when: When,
) -> Result<()> {
    if options.list {
        for step in steps {
            let note = match step.when {
                When::Always => "",
                When::InCi => " (in CI, and by --all)",
                When::All => " (by --all)",
            };
            println!("{:<16}{}{note}", step.name, step.about);
        }
        return Ok(());
    }
    for name in &options.only {
        ensure!(
            steps.iter().any(|step| step.name == *name),
            "there is no step {name}; --list names them"
        );
    }
    steps.retain(|step| match options.only.as_slice() {
        [] => options.all || step.when <= when,
        only => only.contains(&step.name),
    });

    let start = Instant::now();
    let count = steps.len();
    let session = Session {
        project,
        is_live: !options.only.is_empty(),
        package: OnceCell::new(),
        site: OnceCell::new(),
    };
    let mut failed = Vec::new();
    for one in steps {
        if let Err(error) = session.run(&one.name, one.work) {
            println!("\n{error:#}\n");
            failed.push(one.name);
        }
    }
    println!("\nall steps in {}", seconds(start.elapsed()));
    println!("{} passed, {} failed", count - failed.len(), failed.len());
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    Ok(())
}

/// One run; what several steps need is built once.
struct Session<'project> {
    project: &'project Project,
    /// Whether to show what the commands print while they run.
    is_live: bool,
    /// The tarball of the npm package, or nothing if it did not build.
    package: OnceCell<Option<PathBuf>>,
    /// The address that the composer page is served at, or nothing if it did not build.
    site: OnceCell<Option<String>>,
}

impl Session<'_> {
    fn run(&self, name: &str, work: Work) -> Result<()> {
        match work {
            Work::Hygiene => hygiene::run(self.project),
            Work::PublicItems => public_items::run(self.project),
            Work::Instructions => instructions::run(self.project),
            Work::Rust(mut command) => self.command(name, &mut command),
            Work::Wasm(mut command) => {
                need::wasm_target(self.project)?;
                need::node(self.project)?;
                self.command(name, &mut command)
            }
            Work::WasmInChromium(mut command) => {
                need::wasm_target(self.project)?;
                need::chromium()?;
                command
                    .env("WASM_BINDGEN_USE_BROWSER", "1")
                    .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
                    .env(
                        "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
                        self.project.path("tests/webdriver.json"),
                    )
                    .env("CHROMEDRIVER", "chromedriver");
                self.command(name, &mut command)
            }
            Work::Package => self.package().map(|_| ()),
            Work::Crate => package::run(self.project),
            Work::Fuzz => fuzz::short(self.project),
            Work::Types => {
                self.package()?;
                if self.project.path("www").exists() {
                    self.site()?;
                }
                step(name, || types::check(self.project))?;
                Ok(())
            }
            Work::Node(files) => {
                let mut node = Command::new("node");
                node.current_dir(self.project.path("tests"))
                    .args(["--test", "--test-reporter=spec"])
                    .args(files);
                node.env("SEPTET_TARBALL", self.package()?);
                need::chromium()?;
                if self.project.path("www").exists() {
                    node.env("SEPTET_SITE", self.site()?);
                }
                self.command(name, &mut node)
            }
        }
    }

    /// Runs a command as a step that reports how many tests it ran.
    fn command(&self, name: &str, command: &mut Command) -> Result<()> {
        if self.is_live {
            return live(command);
        }
        // Cargo's list of what it compiles would bury what went wrong.
        command.env("CARGO_TERM_QUIET", "true");
        step(name, || output(command).map(|text| tally::note(&text)))?;
        Ok(())
    }

    /// The tarball, built by the first step that needs it.
    fn package(&self) -> Result<PathBuf> {
        let build = || {
            pkg::build(self.project)?;
            pkg::pack(self.project)
        };
        once(&self.package, "the npm package", build)
    }

    /// The address of the page, served from the first step that needs it to the end of the run.
    fn site(&self) -> Result<String> {
        self.package()?;
        once(&self.site, "the composer page", || {
            serve::background(site::assemble(self.project)?)
        })
    }
}

/// The value that is there or that `make` makes; its error is told the first time only.
fn once<T: Clone>(
    cell: &OnceCell<Option<T>>,
    what: &str,
    make: impl FnOnce() -> Result<T>,
) -> Result<T> {
    match cell.get() {
        Some(Some(value)) => Ok(value.clone()),
        Some(None) => bail!("needs {what}, which did not build"),
        None => {
            let result = make();
            // The cell was empty a line above: it takes the value.
            let _ = cell.set(result.as_ref().ok().cloned());
            result
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steps_share_is_made_once() {
        let cell = OnceCell::new();
        assert_eq!(once(&cell, "it", || Ok(1)).unwrap(), 1);
        assert_eq!(once(&cell, "it", || Ok(2)).unwrap(), 1);
    }

    #[test]
    fn what_cannot_be_made_is_explained_once() {
        let cell: OnceCell<Option<i32>> = OnceCell::new();
        assert_eq!(
            once(&cell, "it", || bail!("why")).unwrap_err().to_string(),
            "why"
        );
        assert_eq!(
            once(&cell, "it", || Ok(2)).unwrap_err().to_string(),
            "needs it, which did not build"
        );
    }
}
