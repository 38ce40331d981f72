//! The table of steps: what `cargo xtask test` and `cargo xtask ci` run, what each step needs, and when it runs.

use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::project::{Project, files};
use crate::test::Session;
use crate::{fuzz, instructions, package, public_items, python, repo_checks, types};

/// When a step runs unless it is asked for by name. Each run includes the steps of the earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
pub(crate) enum When {
    /// `cargo xtask test`: what a newcomer runs first.
    Test,
    /// `cargo xtask test --all`: what takes long to install or to compile, and finds little.
    All,
    /// `cargo xtask ci`: what a change must satisfy besides its tests.
    Ci,
    /// Only by name.
    Named,
}
use When::{All, Ci, Named, Test};

/// What has to be there before a step. What is missing is installed or built; a missing file fails the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// A file of the repository.
    File(&'static str),
    /// rustfmt and clippy.
    Lints,
    /// The standard library for wasm32-unknown-unknown.
    Wasm,
    /// Node and the npm packages of `tests/`.
    Node,
    /// Chromium and its driver.
    Chromium,
    /// Valgrind, and a processor with AVX2.
    Valgrind,
    /// cargo-fuzz and a C++ compiler.
    CargoFuzz,
    /// The tarball of the npm package.
    Package,
    /// The composer page, put together with the package.
    Site,
}
use Need::{Chromium, File, Lints, Node, Site, Wasm};

/// What a step runs.
#[derive(Clone, Copy)]
pub(crate) enum Run {
    /// cargo with these variables and arguments; `LIGHT` stands for every feature that needs no query engine.
    Cargo(&'static str),
    /// `node --test` on the `*.test.mjs` files of a directory of `tests/`; those named `*.all.test.mjs` only with `--all`.
    NodeTests,
    /// A check of our own; returns a note that is shown after the time.
    Check(fn(&Session<'_>) -> Result<String>),
}
use Run::{Cargo, Check, NodeTests};

/// One row of the table.
#[derive(Clone, Copy)]
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) when: When,
    pub(crate) needs: &'static [Need],
    pub(crate) run: Run,
    /// What it proves.
    pub(crate) about: &'static str,
}

/// Makes a row.
pub(crate) const fn row(
    name: &'static str,
    when: When,
    needs: &'static [Need],
    run: Run,
    about: &'static str,
) -> Step {
    Step {
        name,
        when,
        needs,
        run,
        about,
    }
}

const XTASK: Need = File("xtask/Cargo.toml");
const CLUSTER: Need = File("examples/ballista/Cargo.toml");
const WASM_TESTS: Need = File("tests/wasm.rs");
/// Everything that a test in Node or in a browser may ask for.
const NPM: &[Need] = &[Node, Chromium, Need::Package];
const PAGE: &[Need] = &[File("www/index.html"), Node, Chromium, Need::Package, Site];

#[rustfmt::skip]
pub(crate) const STEPS: &[Step] = &[
    // Fast and basic ones first.
    row("repository",     Test,  &[],                 Check(|run| repo_checks::check(run.project)),                                                "rules of the repository that no compiler checks, licences"),
    row("lock",           Ci,    &[],                 Cargo("metadata -q --locked --format-version=1"),                                      "Cargo.lock is current"),
    row("format",         Ci,    &[Lints],            Cargo("fmt --all --check"),                                                            "rustfmt over the workspace"),
    row("format-xtask",   Ci,    &[Lints, XTASK],     Cargo("fmt --check --manifest-path=xtask/Cargo.toml"),                                 "rustfmt over the build tool"),
    row("clippy",         Ci,    &[Lints],            Cargo("clippy --workspace --all-targets LIGHT -- -D warnings"),    "clippy over the workspace with every light feature"),
    row("clippy-xtask",   Ci,    &[Lints, XTASK],     Cargo("clippy --all-targets --manifest-path=xtask/Cargo.toml -- -D warnings"),         "clippy over the build tool"),
    row("clippy-wasm32",  Ci,    &[Lints, Wasm],      Cargo("clippy --package=septet --package=septet-bindings --no-default-features --features=septet-bindings/all --target=wasm32-unknown-unknown --lib --test=wasm --test=objects -- -D warnings"), "clippy over code that is compiled for wasm32 alone"),
    row("core-wasm32",    Ci,    &[Wasm],             Cargo("check --no-default-features --target=wasm32-unknown-unknown"),                  "the core builds without the standard library"),
    row("documentation",  Ci,    &[],                 Cargo("RUSTDOCFLAGS=-Dwarnings doc --no-deps --workspace LIGHT"),                                              "rustdoc without warnings"),
    row("xtask",          Test,  &[XTASK],            Cargo("test --manifest-path=xtask/Cargo.toml"),                                        "the build tool's own tests"),
    row("core",           Named, &[],                 Cargo("test --lib --test=core"),                                                       "the core's tests alone, for the inner loop: `cargo xtask test --core`"),
    row("rust",           Test,  &[],                 Cargo("test --workspace --all-targets LIGHT"),                                         "the crate and the command with every light feature; benchmarks run once"),
    row("rust-docs",      Test,  &[],                 Cargo("test --doc LIGHT"),                                                             "every example in the documentation and the README"),
    row("rust-default",   All,   &[],                 Cargo("test --all-targets"),                                                           "the crate with its default features"),
    row("rust-no-std",    All,   &[],                 Cargo("test --lib --tests --no-default-features"),                                     "the crate without the standard library"),
    row("public-items",   All,   &[],                 Check(|run| public_items::check(run.project)),                                                            "every public item is shown in an example, every type has common traits"),
    row("crate",          All,   &[],                 Check(package::check),                                                                   "the crate, used and tested from its archive"),
    row("instructions",   All,   &[Need::Valgrind],              Check(|run| instructions::check(run.project)),                                                            "no call takes a tenth more instructions than recorded"),
    row("fuzz",           All,   &[Node, Need::CargoFuzz], Check(fuzz::check),                                                                    "every fuzz target for ten seconds"),
    row("wasm-node",      Test,  &[WASM_TESTS, Wasm, Node], Cargo("test --package=septet --package=septet-bindings --no-default-features --features=septet-bindings/all --target=wasm32-unknown-unknown --test=wasm --test=objects"), "the wasm build in Node"),
    row("wasm-chromium",  Test,  &[WASM_TESTS, Wasm, Node, Chromium], Cargo("test --package=septet --package=septet-bindings --no-default-features --features=septet-bindings/all --target=wasm32-unknown-unknown --test=wasm --test=objects"), "the wasm build in headless Chromium"),
    row("types",          Test,  PAGE,                Check(types::check),                                                                   "JavaScript and declarations under tsc --strict"),
    row("npm",            Test,  NPM,                 NodeTests,                                                                             "the npm package: counting, advice, options"),
    row("messages",       Test,  NPM,                 NodeTests,                                                                             "the npm package: septet/messages"),
    row("plain",          Test,  NPM,                 NodeTests,                                                                             "the plain module beside the npm package: the same answers and sentences"),
    row("plain-rust",     All,   &[Need::Package],    Cargo("test --package=septet-plain --test=host"),                                      "the plain module in an interpreter: faulty pointers, full memory, no imports, size"),
    row("python",         All,   &[Need::Package],    Check(python::check),                                                                  "the plain module from Python: every conformance vector, DuckDB"),
    row("element",        Test,  NPM,                 NodeTests,                                                                "the npm package: <sms-meter>"),
    row("faults",         Test,  NPM,                 NodeTests,                                                                "faulty arguments and callbacks, in each runtime"),
    row("consumers",      Test,  NPM,                 NodeTests,                                                                "the packed tarball in runtimes, bundlers, TypeScript and a browser; frameworks with --all"),
    row("readme",         Test,  NPM,                 NodeTests,                                                                             "the JavaScript and shell examples of the documents"),
    row("page",           Test,  PAGE,                NodeTests,                                                                             "the composer page end to end"),
    row("tools",          Test,  NPM,                 NodeTests,                                                                "the scripts around them: static server, plots of benchmarks, seeds of fuzzing"),
    // Miri interprets every instruction and knows what memory may be read, so it sees some of the lengths and takes minutes; the
    // sanitizer sees all of them. Both need a nightly toolchain.
    row("miri",           Named, &[],                 Cargo("RUSTUP_TOOLCHAIN=nightly CARGO_TARGET_DIR=target/miri RUSTFLAGS=-Ctarget-feature=+avx2,+popcnt MIRIFLAGS=-Zmiri-disable-isolation PROPTEST_CASES=2 miri test --test=core -- fast_paths::"), "the code with `unsafe` under Miri"),
    row("sanitizer",      Named, &[],                 Cargo("RUSTUP_TOOLCHAIN=nightly CARGO_TARGET_DIR=target/asan RUSTFLAGS=-Zsanitizer=address test --target=x86_64-unknown-linux-gnu --test=core -- fast_paths:: count::"), "the same under the address sanitizer"),
    // A query engine takes minutes to compile.
    row("sql",            All,   &[],                 Cargo("test --profile=heavy --features=sql --test=sql"),                               "the functions of SQL"),
    row("sql-command",    All,   &[],                 Cargo("test --profile=heavy --features=sql --test=cli --bench=sql -- sql:: readme::"), "`septet sql`, the README with it, and its benchmark once"),
    row("sql-docs",       All,   &[],                 Cargo("test --profile=heavy --features=sql --doc -- src/sql/ Readme"),                 "the examples in the documentation of SQL and in the README"),
    row("clippy-sql",     Ci,    &[Lints],            Cargo("clippy --profile=heavy --features=sql --lib --bins --test=sql --test=cli --bench=sql -- -D warnings"), "clippy over SQL"),
    row("documentation-sql", Ci, &[],                 Cargo("RUSTDOCFLAGS=-Dwarnings doc --no-deps --lib --profile=heavy --features=sql"),                           "rustdoc over SQL, without warnings"),
    row("cluster",        All,   &[CLUSTER],          Cargo("test --locked --manifest-path=examples/ballista/Cargo.toml"),                   "SQL on a scheduler and two executors, one of which is killed"),
    row("format-cluster", Ci,    &[Lints, CLUSTER],   Cargo("fmt --check --manifest-path=examples/ballista/Cargo.toml"),                     "rustfmt over the cluster"),
    row("clippy-cluster", Ci,    &[Lints, CLUSTER],   Cargo("clippy --all-targets --manifest-path=examples/ballista/Cargo.toml -- -D warnings"), "clippy over the cluster"),
];

/// The files of a directory of `tests/` that Node runs; an error if there are none.
pub(crate) fn node_tests(
    project: &Project,
    directory: &str,
    with_slow: bool,
) -> Result<Vec<PathBuf>> {
    let mut found = files(&project.path("tests").join(directory), ".test.mjs");
    ensure!(
        !found.is_empty(),
        "tests/{directory}/*.test.mjs: no such file"
    );
    found.retain(|file| with_slow || !file.to_string_lossy().ends_with(".all.test.mjs"));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_directory_of_node_tests_is_a_step() {
        let project = Project::find().unwrap();
        for entry in project.path("tests").read_dir().unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            let is_step = STEPS
                .iter()
                .any(|step| step.name == name && matches!(step.run, NodeTests));
            let has_tests = !files(&entry.path(), ".test.mjs").is_empty();
            assert_eq!(is_step, has_tests, "tests/{name}");
        }
    }

    #[test]
    fn every_file_that_a_step_needs_is_there() {
        let project = Project::find().unwrap();
        for need in STEPS.iter().flat_map(|step| step.needs) {
            if let File(name) = need {
                assert!(project.path(name).is_file(), "{name}");
            }
        }
    }
}
