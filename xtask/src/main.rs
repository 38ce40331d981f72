//! `cargo xtask`: builds, tests, serves and measures septet.
//!
//! Each sub-command installs what it lacks and says so. `suite.rs` is the table of tests, `test.rs` runs it; `project.rs` knows
//! where things are, `process.rs` runs programs, `install.rs` installs.

mod bench;
mod data;
mod fuzz;
mod install;
mod instructions;
mod licences;
mod package;
mod pkg;
mod process;
mod project;
mod public_items;
mod python;
mod repo_checks;
mod site;
mod steps;
mod suite;
mod test;
mod test_count;
mod types;
mod wasm;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::project::Project;

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
    Serve(site::Options),
    /// Run the tests: Rust, wasm, npm, consumers of the tarball, page
    Test(test::Options),
    /// Run what CI runs: every test, formatting, lints, documentation
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
    /// Count the instructions of a fixed list of calls and compare them with the record
    Instructions,
    /// Rewrite the generated tables from tests/data/
    Tables,
    /// Take the pictures of the composer page that the README shows
    Screenshots,
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
    let project = &Project::find()?;
    match task {
        Task::Serve(options) => site::serve(project, &options),
        Task::Test(options) => test::run(project, &options),
        Task::Ci(options) => test::ci(project, &options),
        Task::Pkg => pkg::build(project),
        Task::Site => site::build(project).map(|site| println!("{}", site.display())),
        Task::Bench(options) => bench::run(project, &options),
        Task::Data(options) => data::run(project, &options),
        Task::Fuzz(options) => fuzz::run(project, &options),
        Task::Instructions => instructions::run(project),
        // The test that proves the tables current, in the mode that makes them so.
        Task::Tables => process::live(
            project
                .cargo(&["test", "-q", "--test=tables_current"])
                .env("UPDATE", "1"),
        ),
        Task::Screenshots => site::screenshots(project),
    }
}
