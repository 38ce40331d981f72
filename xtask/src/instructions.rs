//! `instructions`: how many instructions each function takes for a fixed list of texts, counted by callgrind and so the
//! same at every run, beside the figures on record. One that takes a tenth more than recorded fails; `UPDATE=1` writes
//! a new record, for the commit that has a reason to.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use crate::need;
use crate::process::stdout;
use crate::project::Project;
use crate::steps::step;

/// The program that calls them, its one function that is looked at, and the record.
const PROGRAM: &str = "benches/instructions/Cargo.toml";
const MEASURED: &str = "septet_instructions::measured";
const RECORD: &str = "benches/instructions/record.tsv";

const HEAD: &str = "# Instructions of one call (callgrind, release build, AVX2). `UPDATE=1 cargo xtask instructions` rewrites it.\n\
    # function and text\tcharacters\tinstructions\n";

/// One call.
#[derive(Clone, Debug, PartialEq)]
struct Call {
    /// Function, class of text and its length.
    name: String,
    characters: u64,
    instructions: u64,
}

/// Compares with the record, or rewrites it.
pub(crate) fn run(project: &Project) -> Result<()> {
    if !is_possible()? {
        println!("  instructions: skipped, there is no valgrind or no AVX2");
        return Ok(());
    }
    step("instructions", || {
        let calls = count(project)?;
        let path = project.path(RECORD);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(path, written(&calls))?;
            return Ok(format!("{} calls recorded", calls.len()));
        }
        let record = read(&fs::read_to_string(path).context(RECORD)?)?;
        let findings = compare(&record, &calls);
        if !findings.is_empty() {
            bail!(
                "{}\n(UPDATE=1 cargo xtask instructions records the new figures)",
                findings.join("\n")
            );
        }
        Ok(format!(
            "{} calls, none a tenth above the record",
            calls.len()
        ))
    })?;
    Ok(())
}

/// The table for `benches/RESULTS.md`: instructions a character. Nothing where they cannot be counted.
pub(crate) fn section(project: &Project) -> Result<Option<Value>> {
    if !is_possible()? {
        return Ok(None);
    }
    let calls = count(project)?;
    let mut functions: Vec<&str> = Vec::new();
    let mut rows: Vec<(String, Vec<&Call>)> = Vec::new();
    for call in &calls {
        let (function, text) = call.name.split_once(' ').context("a call without a text")?;
        if !functions.contains(&function) {
            functions.push(function);
        }
        match rows.iter_mut().find(|(name, _)| name == text) {
            Some((_, calls)) => calls.push(call),
            None => rows.push((text.to_owned(), vec![call])),
        }
    }
    let rows = rows.iter().map(|(text, calls)| {
        let columns = functions.iter().map(|function| {
            let call = calls
                .iter()
                .find(|call| call.name.starts_with(&format!("{function} ")));
            (
                (*function).to_owned(),
                call.map_or(Value::Null, |call| per_character(call).into()),
            )
        });
        Value::Object(
            [("text".to_owned(), json!(text))]
                .into_iter()
                .chain(columns)
                .collect(),
        )
    });
    Ok(Some(json!({
        "section": "instructions",
        "note": "Instructions a character in the crate, counted by callgrind: the same at every run. The number behind a text is its length in \
                 characters; ten times the text, ten times the instructions.",
        "rows": rows.collect::<Vec<_>>(),
    })))
}

/// `0.39`, `12.1`
fn per_character(call: &Call) -> String {
    let hundredths = call.instructions * 100 / call.characters.max(1);
    if hundredths < 1_000 {
        format!("{}.{:02}", hundredths / 100, hundredths % 100)
    } else {
        format!("{}.{}", hundredths / 100, hundredths / 10 % 10)
    }
}

/// The record is that of processors with AVX2.
fn is_possible() -> Result<bool> {
    let has_avx2 = fs::read_to_string("/proc/cpuinfo").is_ok_and(|cpu| cpu.contains(" avx2 "));
    Ok(has_avx2 && need::valgrind()?)
}

fn count(project: &Project) -> Result<Vec<Call>> {
    stdout(&mut project.cargo(&[
        "build",
        "-q",
        "--release",
        "--locked",
        "--manifest-path",
        PROGRAM,
    ]))?;
    let directory = project.target.join("instructions");
    // What an earlier run dumped.
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory)?;
    let mut valgrind = project.command("valgrind");
    valgrind
        .args(["-q", "--tool=callgrind"])
        .arg(format!("--toggle-collect={MEASURED}"))
        .arg(format!("--dump-after={MEASURED}"))
        .arg(format!(
            "--callgrind-out-file={}",
            directory.join("calls").display()
        ))
        .arg(project.target.join("release/septet-instructions"));
    let mut calls = read(&stdout(&mut valgrind)?)?;
    for (index, call) in calls.iter_mut().enumerate() {
        call.instructions = dumped(&directory.join(format!("calls.{}", index + 1)))?;
    }
    Ok(calls)
}

/// The instructions in one dump of callgrind.
fn dumped(path: &Path) -> Result<u64> {
    let dump = fs::read_to_string(path)
        .with_context(|| format!("callgrind left no {}", path.display()))?;
    let total = dump.lines().find_map(|line| line.strip_prefix("summary: "));
    Ok(total.context("a dump without a summary")?.trim().parse()?)
}

/// Lines of a name, characters and, in the record, instructions.
fn read(text: &str) -> Result<Vec<Call>> {
    let mut calls = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t');
        let name = columns.next().unwrap_or_default().to_owned();
        let mut number = || columns.next().map_or(Ok(0), str::parse::<u64>);
        let (characters, instructions) = (number()?, number()?);
        ensure!(characters > 0, "no characters in {line:?}");
        calls.push(Call {
            name,
            characters,
            instructions,
        });
    }
    Ok(calls)
}

fn written(calls: &[Call]) -> String {
    calls.iter().fold(HEAD.to_owned(), |mut text, call| {
        let _ = writeln!(
            text,
            "{}\t{}\t{}",
            call.name, call.characters, call.instructions
        );
        text
    })
}

/// What takes more than a tenth more than recorded, or is not recorded.
fn compare(record: &[Call], calls: &[Call]) -> Vec<String> {
    let mut findings = Vec::new();
    for Call {
        name, instructions, ..
    } in calls
    {
        match record.iter().find(|recorded| recorded.name == *name) {
            None => findings.push(format!("{name}: not on record")),
            Some(recorded) if instructions * 10 > recorded.instructions * 11 => {
                findings.push(format!(
                    "{name}: {instructions} instructions, {} on record",
                    recorded.instructions
                ));
            }
            Some(_) => {}
        }
    }
    let is_gone = |recorded: &&Call| !calls.iter().any(|call| call.name == recorded.name);
    findings.extend(
        record
            .iter()
            .filter(is_gone)
            .map(|gone| format!("{}: on record only", gone.name)),
    );
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(name: &str, instructions: u64) -> Call {
        let (name, characters) = (name.to_owned(), 100);
        Call {
            name,
            characters,
            instructions,
        }
    }

    #[test]
    fn a_tenth_more_is_allowed_and_no_more() {
        let record = [call("count a", 1000), call("count b", 1000)];
        assert!(compare(&record, &[call("count a", 1100), call("count b", 1)]).is_empty());
        assert_eq!(
            compare(&record, &[call("count a", 1101), call("count c", 1)]),
            [
                "count a: 1101 instructions, 1000 on record",
                "count c: not on record",
                "count b: on record only"
            ]
        );
    }

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let calls = [call("count 10 % extension 20", 39), call("encode a", 1210)];
        assert_eq!(read(&written(&calls)).unwrap(), calls);
        assert_eq!(calls.map(|call| per_character(&call)), ["0.39", "12.1"]);
    }
}
