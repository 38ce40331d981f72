//! The lists of steps: what `test` runs, and what `ci` runs before it. A test step exists when its files do: a new
//! directory `tests/NAME` with `*.test.mjs` files in it is a new step.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::project::{Project, files};
use crate::wasm;

const WASM_TESTS: &str = "tests/wasm.rs";
const WASM_TARGET: &str = "--target=wasm32-unknown-unknown";

/// One kind of test.
pub(crate) struct Step {
    pub(crate) name: String,
    pub(crate) about: String,
    pub(crate) work: Work,
    pub(crate) when: When,
}

/// When a step runs unless it is asked for by its name. Whatever runs by `--all` runs every step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
pub(crate) enum When {
    /// Each time.
    Always,
    /// In CI.
    InCi,
    /// By `--all` alone.
    All,
}

/// What a step does, and so what has to be there before it.
pub(crate) enum Work {
    /// Rules of the repository itself.
    Hygiene,
    /// What holds of every public item.
    PublicItems,
    /// Instructions counted by callgrind.
    Instructions,
    /// A command that needs no more than the Rust toolchain.
    Rust(Command),
    /// A command that compiles for wasm32, and runs in Node if it runs.
    Wasm(Command),
    /// Wasm tests, in headless Chromium.
    WasmInChromium(Command),
    /// The npm package and its tarball.
    Package,
    /// `tsc` over JavaScript and declarations.
    Types,
    /// The crate as it is published.
    Crate,
    /// Every fuzz target, for some seconds.
    Fuzz,
    /// `node --test` over these files, on the built package.
    Node(Vec<PathBuf>),
}

/// Formatting, lints and documentation: what a change must satisfy besides its tests.
pub(crate) fn checks(project: &Project) -> Vec<Step> {
    let xtask = ["--manifest-path", "xtask/Cargo.toml"];
    let strict = ["--", "-D", "warnings"];
    let cargo = |arguments: &[&[&str]]| project.cargo(&arguments.concat());
    let clippy = ["clippy", "--all-targets"];
    let light = project.light_features();
    let mut documentation = cargo(&[&["doc", "--no-deps", &light]]);
    documentation.env("RUSTDOCFLAGS", "-D warnings");

    let mut list = List::default();
    list.add(
        "lock",
        "Cargo.lock is current",
        Work::Rust(cargo(&[&[
            "metadata",
            "-q",
            "--locked",
            "--format-version=1",
        ]])),
    );
    list.add(
        "format",
        "rustfmt",
        Work::Rust(cargo(&[&["fmt", "--check"]])),
    );
    list.add(
        "format-xtask",
        "rustfmt",
        Work::Rust(cargo(&[&["fmt", "--check"], &xtask])),
    );
    list.add(
        "clippy",
        "clippy over everything, with every light feature",
        Work::Rust(cargo(&[&clippy, &[&light], &strict])),
    );
    list.add(
        "clippy-xtask",
        "clippy over the build's own code",
        Work::Rust(cargo(&[&clippy, &xtask, &strict])),
    );
    list.add(
        "documentation",
        "rustdoc without warnings",
        Work::Rust(documentation),
    );
    let core = cargo(&[&["check", "--no-default-features", WASM_TARGET]]);
    list.add(
        "core-wasm32",
        "the core builds without std",
        Work::Wasm(core),
    );
    // The other tests use what there is not for wasm32.
    let what: &[&str] = if project.path(WASM_TESTS).exists() {
        &["--lib", "--test=wasm"]
    } else {
        &["--lib"]
    };
    let features = [
        "--no-default-features",
        "--features=wasm,wasm-octets,wasm-failing,wasm-incoming,wasm-sending",
        WASM_TARGET,
    ];
    let wasm = cargo(&[&["clippy"], &features, what, &strict]);
    list.add(
        "clippy-wasm32",
        "clippy over what is compiled for wasm32 alone",
        Work::Wasm(wasm),
    );
    list.0
}

/// Every test step for which there are files, cheap and basic ones first.
pub(crate) fn tests(project: &Project) -> Result<Vec<Step>> {
    let cargo = |arguments: &[&str]| Work::Rust(project.cargo(arguments));
    let light = project.light_features();
    let mut list = List::default();
    list.add(
        "hygiene",
        "rules of the repository that no compiler checks",
        Work::Hygiene,
    );
    list.add(
        "xtask",
        "the build's own logic",
        cargo(&["test", "--manifest-path", "xtask/Cargo.toml"]),
    );
    list.add(
        "rust",
        "the crate as most people use it; benchmarks run once",
        cargo(&["test", "--all-targets"]),
    );
    list.add(
        "rust-all",
        "the crate and the command with every light feature",
        cargo(&["test", "--all-targets", &light]),
    );
    list.add(
        "rust-core",
        "the crate without the standard library",
        cargo(&["test", "--lib", "--tests", "--no-default-features"]),
    );
    list.add(
        "rust-docs",
        "every example in the documentation and the README",
        cargo(&["test", "--doc", &light]),
    );
    list.add(
        "public-items",
        "every public item is shown in an example, every type has what users expect of it",
        Work::PublicItems,
    );
    list.add(
        "package",
        "the crate, used and tested from its archive",
        Work::Crate,
    );
    list.add("fuzz", "every fuzz target for ten seconds", Work::Fuzz);
    list.add(
        "instructions",
        "no call takes a tenth more instructions than recorded",
        Work::Instructions,
    );
    if project.path(WASM_TESTS).exists() {
        list.add(
            "wasm-node",
            "the wasm build in Node",
            Work::Wasm(wasm_tests(project)?),
        );
        list.add(
            "wasm-chromium",
            "the wasm build in headless Chromium",
            Work::WasmInChromium(wasm_tests(project)?),
        );
    }
    if project.path("pkg-template/index.js").exists() {
        list.add("pkg", "the npm package builds and packs", Work::Package);
        list.add(
            "types",
            "JavaScript and declarations under tsc --strict",
            Work::Types,
        );
        for (directory, files) in node_tests(project)? {
            list.add(
                &directory,
                &format!("node --test tests/{directory}"),
                Work::Node(files),
            );
        }
    }
    list.0.extend(heavy(project));
    Ok(list.0)
}

/// What stands on a query engine: minutes of compiling, so not for each change.
fn heavy(project: &Project) -> Vec<Step> {
    let cargo =
        |arguments: &[&str], more: &[&str]| Work::Rust(project.cargo(&[arguments, more].concat()));
    let mut list = List(Vec::new(), When::InCi);
    let sql = ["--profile=heavy", "--features=sql"];
    list.add(
        "sql",
        "the functions of SQL",
        cargo(&["test", "--test=sql"], &sql),
    );
    list.add(
        "sql-command",
        "`septet sql`, the README with it, and its benchmark once",
        cargo(
            &["test", "--test=cli", "--bench=sql"],
            &[&sql[..], &["--", "sql::", "readme::"]].concat(),
        ),
    );
    list.add(
        "sql-docs",
        "the examples in the documentation of SQL and in the README",
        cargo(
            &["test", "--doc"],
            &[&sql[..], &["--", "src/sql/", "Readme"]].concat(),
        ),
    );
    let strict = ["--", "-D", "warnings"];
    list.add(
        "clippy-sql",
        "clippy over SQL",
        cargo(
            &[
                "clippy",
                "--lib",
                "--bins",
                "--test=sql",
                "--test=cli",
                "--bench=sql",
            ],
            &[&sql[..], &strict].concat(),
        ),
    );
    list.1 = When::All;
    let mut documentation = project.cargo(&["doc", "--no-deps", "--lib", sql[0], sql[1]]);
    documentation.env("RUSTDOCFLAGS", "-D warnings");
    list.add(
        "documentation-sql",
        "rustdoc over SQL, without warnings",
        Work::Rust(documentation),
    );
    let cluster = "--manifest-path=examples/ballista/Cargo.toml";
    list.add(
        "format-cluster",
        "rustfmt",
        cargo(&["fmt", "--check", cluster], &[]),
    );
    list.add(
        "cluster",
        "SQL on a scheduler and two executors, one of which is killed",
        cargo(&["test", "--locked", cluster], &[]),
    );
    list.add(
        "clippy-cluster",
        "clippy over the cluster",
        cargo(&["clippy", "--all-targets", cluster], &strict),
    );
    list.0
}

/// Steps, and when the next ones run.
struct List(Vec<Step>, When);

impl Default for List {
    fn default() -> Self {
        List(Vec::new(), When::Always)
    }
}

impl List {
    fn add(&mut self, name: &str, about: &str, work: Work) {
        self.0.push(Step {
            name: name.to_owned(),
            about: about.to_owned(),
            work,
            when: self.1,
        });
    }
}

fn wasm_tests(project: &Project) -> Result<Command> {
    let mut command = project.cargo(&[
        "test",
        WASM_TARGET,
        "--no-default-features",
        "--features=wasm",
    ]);
    command.args(["--test=wasm", "--config", &wasm::runner_config()?]);
    Ok(command)
}

/// The directories of `tests/` that hold `*.test.mjs` files, and these files, in order.
fn node_tests(project: &Project) -> Result<Vec<(String, Vec<PathBuf>)>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(project.path("tests"))? {
        let entry = entry?;
        let files = files(&entry.path(), ".test.mjs");
        if !files.is_empty() {
            found.push((entry.file_name().to_string_lossy().into_owned(), files));
        }
    }
    found.sort();
    Ok(found)
}
