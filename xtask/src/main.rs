//! `cargo xtask`: builds, tests, serves and measures septet.
//!
//! Each sub-command installs what it lacks and says so. One file per sub-command; `project.rs` knows where
//! things are, `process.rs` runs programs, `need.rs` installs.

mod bench;
mod data;
mod divide;
mod fuzz;
mod hygiene;
mod inline;
mod instructions;
mod miri;
mod need;
mod package;
mod pkg;
mod process;
mod project;
mod public_items;
mod screenshots;
mod serve;
mod site;
mod steps;
mod suite;
mod supply;
mod tables;
mod tally;
mod test;
mod types;
mod wasm;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::project::Project;
use crate::suite::When;

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    about = "Builds, tests, serves and measures septet"
)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build everything and serve the composer page on 127.0.0.1
    Serve(serve::Options),
    /// Run every test there is: Rust, wasm, npm, consumers of the tarball, page
    Test(test::Options),
    /// Run what CI runs: formatting, lints, documentation, then every test
    Ci(test::Options),
    /// Build the npm package into pkg/
    Pkg,
    /// Assemble the composer page and the package it uses into one static directory
    Site,
    /// Run the benchmarks and write benches/RESULTS.md
    Bench(bench::Options),
    /// Write a file of made-up campaign rows, to measure and to try things on
    Data(data::Options),
    /// Feed the parsers and rules random input, guided by coverage
    Fuzz(fuzz::Options),
    /// Run the tests of the code with `unsafe` under Miri and the address sanitizer (nightly)
    Miri,
    /// Count the instructions of a fixed list of calls and compare them with the record
    Instructions,
    /// Rewrite the generated tables from tests/data/
    Tables,
    /// Take the pictures of the composer page that the README shows
    Screenshots,
    /// Pack the crate; use and test it from the archive
    Package,
    /// Check what the compilers do not: lock files, file sizes, registry hosts, licences
    Hygiene,
}

fn main() -> ExitCode {
    let result = match std::env::args_os().nth(1) {
        // Called by `cargo test --target wasm32-unknown-unknown` for each test module.
        Some(word) if word == wasm::TEST_RUNNER => wasm::run_tests(std::env::args_os().skip(1)),
        _ => run(Arguments::parse().task),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> anyhow::Result<()> {
    let project = Project::find()?;
    match task {
        Task::Serve(options) => serve::run(&project, &options),
        Task::Test(options) => test::run(&project, &options, suite::tests(&project)?, When::Always),
        Task::Ci(options) => {
            need::lints(&project)?;
            let mut steps = suite::checks(&project);
            steps.extend(suite::tests(&project)?);
            test::run(&project, &options, steps, When::InCi)
        }
        Task::Pkg => pkg::build(&project),
        Task::Site => site::build(&project).map(|site| println!("{}", site.display())),
        Task::Bench(options) => bench::run(&project, &options),
        Task::Data(options) => data::run(&project, &options),
        Task::Fuzz(options) => fuzz::run(&project, &options),
        Task::Miri => miri::run(&project),
        Task::Instructions => instructions::run(&project),
        Task::Tables => tables::run(&project),
        Task::Screenshots => screenshots::run(&project),
        Task::Package => package::run(&project),
        Task::Hygiene => hygiene::run(&project),
    }
}
