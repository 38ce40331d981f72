//! `instructions`: how many instructions each function takes for a fixed list of texts, counted by callgrind and so the
//! same at every run, next to the figures on record. One that takes a tenth more than recorded fails; `UPDATE=1` writes
//! a new record, for the commit that has a reason to.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::install;
use crate::process::stdout;
use crate::project::Project;
use crate::steps::step;
use crate::test::CannotRun;

/// The program that calls them, its one function that is measured, and the record.
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
    can_count()?;
    step("instructions", || {
        if std::env::var_os("UPDATE").is_none() {
            return check(project);
        }
        let calls = count(project)?;
        fs::write(project.path(RECORD), written(&calls))?;
        Ok(format!("{} calls recorded", calls.len()))
    })?;
    Ok(())
}

/// Compares with the record; a note on how many calls there are.
pub(crate) fn check(project: &Project) -> Result<String> {
    let calls = count(project)?;
    let record = read(&fs::read_to_string(project.path(RECORD)).context(RECORD)?)?;
    let findings = compare(&record, &calls);
    let advice = "UPDATE=1 cargo xtask instructions records the new figures";
    ensure!(findings.is_empty(), "{}\n({advice})", findings.join("\n"));
    Ok(format!(
        "{} calls, none a tenth above the record",
        calls.len()
    ))
}

/// An error where instructions cannot be counted: the record is that of processors with AVX2.
pub(crate) fn can_count() -> Result<()> {
    if !fs::read_to_string("/proc/cpuinfo").is_ok_and(|cpu| cpu.contains(" avx2 ")) {
        bail!(CannotRun(
            "the processor has no AVX2, and the record was taken with it".to_owned()
        ));
    }
    install::valgrind().map_err(|error| CannotRun(format!("{error:#}")).into())
}

fn count(project: &Project) -> Result<Vec<Call>> {
    let build = [
        "build",
        "-q",
        "--release",
        "--locked",
        "--manifest-path",
        PROGRAM,
    ];
    stdout(&mut project.cargo(&build))?;
    let directory = project.target.join("instructions");
    // What an earlier run dumped.
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory)?;
    let dumps = directory.join("calls");
    let mut valgrind = project.command("valgrind");
    valgrind.args(["-q", "--tool=callgrind"]);
    valgrind.arg(format!("--toggle-collect={MEASURED}"));
    valgrind.arg(format!("--dump-after={MEASURED}"));
    valgrind.arg(format!("--callgrind-out-file={}", dumps.display()));
    valgrind.arg(project.target.join("release/septet-instructions"));
    let mut calls = read(&stdout(&mut valgrind)?)?;
    for (call, number) in calls.iter_mut().zip(1..) {
        call.instructions = dumped(&dumps.with_extension(format!("{number}")))?;
    }
    Ok(calls)
}

/// The instructions in one dump of callgrind.
fn dumped(path: &Path) -> Result<u64> {
    let dump = fs::read_to_string(path);
    let dump = dump.with_context(|| format!("callgrind left no {}", path.display()))?;
    let total = dump.lines().find_map(|line| line.strip_prefix("summary: "));
    Ok(total.context("a dump without a summary")?.trim().parse()?)
}

/// Lines of a name, characters and, in the record, instructions.
fn read(text: &str) -> Result<Vec<Call>> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let read_line = |line: &str| {
        let mut columns = line.split('\t');
        let name = columns.next().unwrap_or_default().to_owned();
        let mut number = || columns.next().map_or(Ok(0), str::parse::<u64>);
        let (characters, instructions) = (number()?, number()?);
        ensure!(characters > 0, "no characters in {line:?}");
        Ok(Call {
            name,
            characters,
            instructions,
        })
    };
    lines.map(read_line).collect()
}

fn written(calls: &[Call]) -> String {
    let line = |call: &Call| {
        format!(
            "{}\t{}\t{}\n",
            call.name, call.characters, call.instructions
        )
    };
    HEAD.to_owned() + &calls.iter().map(line).collect::<String>()
}

/// Lists the calls that take over a tenth more instructions than recorded, and those in only one of the two lists.
fn compare(record: &[Call], calls: &[Call]) -> Vec<String> {
    let of = |list: &[Call], name: &str| {
        list.iter()
            .find(|call| call.name == name)
            .map(|call| call.instructions)
    };
    let mut findings = Vec::new();
    for Call {
        name, instructions, ..
    } in calls
    {
        match of(record, name) {
            None => findings.push(format!("{name}: not on record")),
            Some(recorded) if instructions * 10 > recorded * 11 => {
                findings.push(format!(
                    "{name}: {instructions} instructions, {recorded} on record"
                ));
            }
            Some(_) => {}
        }
    }
    let gone = record
        .iter()
        .filter(|recorded| of(calls, &recorded.name).is_none());
    findings.extend(gone.map(|gone| format!("{}: on record only", gone.name)));
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(name: &str, instructions: u64) -> Call {
        Call {
            name: name.to_owned(),
            characters: 100,
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
    }
}
