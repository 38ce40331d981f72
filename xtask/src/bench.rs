//! `bench`: runs the benchmarks and writes their tables into `benches/RESULTS.md`.
//!
//! A benchmark is a program: `benches/NAME.rs` (`harness = false`) or `benches/npm/NAME.mjs`. Each line of its
//! standard output that is `{"section": "name", "note": "…", "rows": [{"column": cell, …}, …]}` becomes the table
//! between the markers of that section (the note is optional, a new section goes to the end); every other line
//! is shown as it comes. In the end all tables are summed up in one (`bench/overview.rs`). A line `{"plot": "name", …}` becomes `benches/name.svg` (`plot.rs`).

mod overview;

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::process::stdout;
use crate::project::{Project, files};
use crate::{instructions, need, pkg, plot};

const RESULTS: &str = "benches/RESULTS.md";

#[derive(clap::Args)]
pub(crate) struct Options {
    /// `native`, `npm` or names of benchmarks, such as `native/count`; all of them if none is named
    names: Vec<String>,
    /// Print the one table of all that was measured before, and measure nothing
    #[arg(long, conflicts_with = "names")]
    overview: bool,
}

/// Runs what was asked for; each finished benchmark is in the file before the next one starts.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    if options.overview {
        return sum_up(project, None);
    }
    let wanted = |kind: &str, name: &str| {
        options.names.is_empty()
            || options.names.iter().any(|wanted| {
                wanted == kind || wanted == name || *wanted == format!("{kind}/{name}")
            })
    };
    let mut benchmarks = Vec::new();
    for (kind, directory, suffix) in [("native", "benches", ".rs"), ("npm", "benches/npm", ".mjs")]
    {
        for path in files(&project.path(directory), suffix) {
            let name = path
                .file_stem()
                .context("a file without a name")?
                .to_string_lossy()
                .into_owned();
            if wanted(kind, &name) {
                let command = if kind == "native" {
                    let features = project.features_of_bench(&name);
                    let mut cargo = project.cargo(&["bench", "-q", "--bench", &name]);
                    cargo.args(["--features", &features]);
                    if !features.split(',').all(|name| project.is_light(name)) {
                        cargo.arg("--profile=engine");
                    }
                    cargo
                } else {
                    let mut node = project.command("node");
                    node.arg("--expose-gc").arg(&path);
                    node
                };
                benchmarks.push((kind, name, command));
            }
        }
    }
    let counts = wanted("native", "instructions");
    ensure!(
        !benchmarks.is_empty() || counts,
        "there is no such benchmark"
    );
    if benchmarks.iter().any(|(kind, ..)| *kind == "npm") {
        need::chromium()?;
        pkg::build(project)?;
        need::packages(&project.path("benches/npm"))?;
    }
    if benchmarks.iter().any(|(_, name, _)| name == "bulk") {
        // It runs scripts in Node beside it.
        need::packages(&project.path("benches/npm"))?;
    }
    let machine = machine(project)?;
    if counts && let Some(counted) = instructions::section(project)? {
        let section = section(&counted.to_string())?;
        println!("\ninstructions\n{}", section.body);
        write(project, &section, &machine)?;
    }
    for (_, name, mut command) in benchmarks {
        println!("\n{name}");
        for result in results(&mut command)? {
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

/// Prints the table of all tables; writes it too if something was measured.
fn sum_up(project: &Project, machine: Option<&str>) -> Result<()> {
    let results = fs::read_to_string(project.path(RESULTS)).context(RESULTS)?;
    let section = section(&overview::section(&results)?.to_string())?;
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

/// One table.
#[derive(Debug)]
struct Section {
    name: String,
    body: String,
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
            let section = section(&line)?;
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

fn section(line: &str) -> Result<Section> {
    let value: Value =
        serde_json::from_str(line).with_context(|| format!("not a section: {line}"))?;
    let name = value["section"]
        .as_str()
        .context("a section without a name")?
        .to_owned();
    let rows = value["rows"]
        .as_array()
        .with_context(|| format!("section {name} has no rows"))?;
    let table = table(rows).with_context(|| format!("section {name}"))?;
    let body = match value["note"].as_str() {
        Some(note) => format!("{note}\n\n{table}"),
        None => table,
    };
    Ok(Section { name, body })
}

/// A Markdown table with the columns of the first row; numbers are flushed right.
fn table(rows: &[Value]) -> Result<String> {
    let columns = rows
        .first()
        .and_then(Value::as_object)
        .context("no first row")?;
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut table = line(columns.keys().cloned().collect());
    let rules = columns
        .values()
        .map(|cell| if cell.is_number() { "--:" } else { "---" });
    table += &line(rules.map(str::to_owned).collect());
    for row in rows {
        let cells = columns.keys().map(|column| match &row[column] {
            Value::String(text) => text.clone(),
            Value::Null => "–".to_owned(),
            other => other.to_string(),
        });
        table += &line(cells.collect());
    }
    Ok(table)
}

/// Puts a section into the file, in place of its former self or at the end.
fn write(project: &Project, section: &Section, machine: &str) -> Result<()> {
    let path = project.path(RESULTS);
    let before = fs::read_to_string(&path).unwrap_or_else(|_| "# Results\n".to_owned());
    fs::write(&path, replaced(&before, section, machine))?;
    Ok(())
}

fn replaced(text: &str, section: &Section, machine: &str) -> String {
    let Section { name, body } = section;
    let (start, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->\n"));
    let block = format!("{start}{body}\n{machine}\n{end}");
    match (text.find(&start), text.find(&end)) {
        (Some(from), Some(to)) if from < to => {
            format!("{}{block}{}", &text[..from], &text[to + end.len()..])
        }
        _ => format!("{}\n\n## {name}\n\n{block}", text.trim_end()),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_becomes_a_table() {
        let line =
            r#"{"section":"count","rows":[{"text":"ASCII","ns":102},{"text":"emoji","ns":null}]}"#;
        let section = section(line).unwrap();
        assert_eq!(section.name, "count");
        assert_eq!(
            section.body,
            "| text | ns |\n| --- | --: |\n| ASCII | 102 |\n| emoji | – |\n"
        );
    }

    #[test]
    fn a_line_without_rows_is_an_error() {
        assert_eq!(
            section(r#"{"section":"count"}"#).unwrap_err().to_string(),
            "section count has no rows"
        );
    }

    #[test]
    fn a_section_replaces_its_former_self() {
        let section = |body: &str| Section {
            name: "count".to_owned(),
            body: body.to_owned(),
        };
        let first = replaced("# Results\n", &section("old\n"), "machine");
        assert_eq!(
            first,
            "# Results\n\n## count\n\n<!-- count -->\nold\n\nmachine\n<!-- /count -->\n"
        );
        let second = replaced(&format!("{first}\nafter\n"), &section("new\n"), "machine");
        assert_eq!(second, first.replace("old", "new") + "\nafter\n");
    }
}
