//! `bench`: runs the benchmarks and writes their tables into `benches/RESULTS.md`.
//!
//! A benchmark is a program: `benches/NAME.rs` (`harness = false`) or `benches/npm/NAME.mjs`. Each line of its
//! standard output that is `{"section": "name", "note": "…", "rows": [{"column": cell, …}, …]}` becomes the table
//! between the markers of that section (the note is optional, a new section goes to the end); every other line
//! is shown as it comes. In the end all tables are summed up in one (`overview.rs`). A line `{"plot": "name", …}`
//! becomes `benches/name.svg` (`plot.rs`).

mod overview;
mod plot;
mod section;

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use section::Section;

use crate::process::stdout;
use crate::project::{Project, files};
use crate::{instructions, need, pkg};

const RESULTS: &str = "benches/RESULTS.md";

#[derive(clap::Args)]
pub(crate) struct Options {
    /// `native`, `npm` or names of benchmarks, such as `native/count`; all of them if none is named
    names: Vec<String>,
    /// Print the one table of all that was measured before, and measure nothing
    #[arg(long, conflicts_with = "names")]
    overview: bool,
}

impl Options {
    fn wants(&self, kind: &str, name: &str) -> bool {
        let is_named = |wanted: &String| {
            wanted == kind || wanted == name || *wanted == format!("{kind}/{name}")
        };
        self.names.is_empty() || self.names.iter().any(is_named)
    }
}

/// Runs what was asked for; each finished benchmark is in the file before the next one starts.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    if options.overview {
        return sum_up(project, None);
    }
    let benchmarks = benchmarks(project, options)?;
    let counts = options.wants("native", "instructions");
    ensure!(
        !benchmarks.is_empty() || counts,
        "there is no such benchmark"
    );
    prepare(project, &benchmarks)?;
    let machine = machine(project)?;
    if counts && let Some(counted) = instructions::section(project)? {
        let section = Section::new(&counted)?;
        println!("\ninstructions\n{}", section.body);
        write(project, &section, &machine)?;
    }
    for mut benchmark in benchmarks {
        println!("\n{}", benchmark.name);
        for result in results(&mut benchmark.command)? {
            match result {
                Printed::Table(section) => write(project, &section, &machine)?,
                Printed::Plot { name, svg } => {
                    fs::write(project.path(&format!("benches/{name}.svg")), svg)?;
                }
            }
        }
    }
    sum_up(project, Some(&machine))
}

/// A program to run.
struct Benchmark {
    /// `native` or `npm`.
    kind: &'static str,
    name: String,
    command: Command,
}

/// Those that were asked for.
fn benchmarks(project: &Project, options: &Options) -> Result<Vec<Benchmark>> {
    let mut benchmarks = Vec::new();
    for (kind, directory, suffix) in [("native", "benches", ".rs"), ("npm", "benches/npm", ".mjs")]
    {
        for path in files(&project.path(directory), suffix) {
            let name = path.file_stem().context("a file without a name")?;
            let name = name.to_string_lossy().into_owned();
            if !options.wants(kind, &name) {
                continue;
            }
            let command = if kind == "native" {
                native(project, &name)
            } else {
                let mut node = project.command("node");
                node.arg("--expose-gc").arg(&path);
                node
            };
            benchmarks.push(Benchmark {
                kind,
                name,
                command,
            });
        }
    }
    Ok(benchmarks)
}

fn native(project: &Project, name: &str) -> Command {
    let features = project.features_of_bench(name);
    let mut cargo = project.cargo(&["bench", "-q", "--bench", name]);
    cargo.args(["--features", &features]);
    if !features.split(',').all(|name| project.is_light(name)) {
        cargo.arg("--profile=engine");
    }
    cargo
}

/// Installs and builds what they run on.
fn prepare(project: &Project, benchmarks: &[Benchmark]) -> Result<()> {
    let is_npm = benchmarks.iter().any(|benchmark| benchmark.kind == "npm");
    if is_npm {
        need::chromium()?;
        pkg::build(project)?;
    }
    // `bulk` runs scripts in Node beside the command.
    if is_npm || benchmarks.iter().any(|benchmark| benchmark.name == "bulk") {
        need::packages(&project.path("benches/npm"))?;
    }
    Ok(())
}

/// Prints the table of all tables; writes it too if something was measured.
fn sum_up(project: &Project, machine: Option<&str>) -> Result<()> {
    let results = fs::read_to_string(project.path(RESULTS)).context(RESULTS)?;
    let section = Section::new(&overview::section(&results)?)?;
    println!("\n{}", section.body);
    if let Some(machine) = machine {
        write(project, &section, machine)?;
    }
    Ok(())
}

/// What a benchmark printed for the file.
enum Printed {
    Table(Section),
    Plot { name: String, svg: String },
}

/// Runs a benchmark and collects its tables and plots.
fn results(command: &mut Command) -> Result<Vec<Printed>> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let output = child.stdout.take().context("a benchmark without output")?;
    let mut results = Vec::new();
    for line in BufReader::new(output).lines() {
        let line = line?;
        if line.starts_with(r#"{"plot""#) {
            let (name, svg) = plot::svg(&serde_json::from_str(&line)?)?;
            println!("plot: benches/{name}.svg");
            results.push(Printed::Plot { name, svg });
        } else if line.starts_with('{') {
            let section = Section::read(&line)?;
            println!("{}", section.body);
            results.push(Printed::Table(section));
        } else {
            println!("{line}");
        }
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("the benchmark failed ({status})");
    }
    Ok(results)
}

/// Puts a section into the file, in place of its former self or at the end.
fn write(project: &Project, section: &Section, machine: &str) -> Result<()> {
    let path = project.path(RESULTS);
    let before = fs::read_to_string(&path).unwrap_or_else(|_| "# Results\n".to_owned());
    fs::write(&path, section.put_into(&before, machine))?;
    Ok(())
}

/// What the figures were measured on.
fn machine(project: &Project) -> Result<String> {
    let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpus
        .lines()
        .find_map(|line| line.strip_prefix("model name"))
        .unwrap_or("unknown CPU");
    let cores = std::thread::available_parallelism()?;
    let rustc = stdout(project.command("rustc").arg("--version"))?;
    let node = stdout(Command::new("node").arg("--version"))?;
    let date = stdout(Command::new("date").args(["-u", "+%F"]))?;
    Ok(format!(
        "<sub>{}, {cores} cores, {}, Node {}, {}</sub>",
        model.trim_start_matches(['\t', ' ', ':']),
        rustc.trim(),
        node.trim(),
        date.trim()
    ))
}
