//! The table of steps: what `cargo xtask test` and `cargo xtask ci` run, what each step needs, and when it runs.

use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::project::{Project, files};
use crate::test::Session;
use crate::{fuzz, instructions, package, public_items, python, repo_checks, types};

/// The runs that include a step unless it is selected by name. Each run includes the steps of the earlier ones.
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

/// A requirement of a step. If it is missing it is installed or built; a missing file fails the step.
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

/// The program of a step.
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
    /// The property that the step proves.
    pub(crate) about: &'static str,
}

/// Makes a row.
pub(crate) const fn row(
    name: &'static str,
    when: When,
    needs: &'static [Need],
    about: &'static str,
    run: Run,
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
    row("repository",        Test,  &[],                                 "rules of the repository that no compiler checks, licences",
        Check(|run| repo_checks::check(run.project))),
    row("lock",              Ci,    &[],                                 "Cargo.lock is current",
        Cargo("tree --locked --workspace --depth=0")),
    row("format",            Ci,    &[Lints],                            "rustfmt over the workspace",
        Cargo("fmt --all --check")),
    row("format-xtask",      Ci,    &[Lints, XTASK],                     "rustfmt over the build tool",
        Cargo("fmt --check --manifest-path=xtask/Cargo.toml")),
    row("clippy",            Ci,    &[Lints],                            "clippy over the workspace with every light feature",
        Cargo("clippy --workspace --all-targets LIGHT -- -D warnings")),
    row("clippy-xtask",      Ci,    &[Lints, XTASK],                     "clippy over the build tool",
        Cargo("clippy --all-targets --manifest-path=xtask/Cargo.toml -- -D warnings")),
    row("clippy-wasm32",     Ci,    &[Lints, Wasm],                      "clippy over code that is compiled for wasm32 alone",
        Cargo("clippy --package=septet --package=septet-bindings --no-default-features --features=septet-bindings/all --target=wasm32-unknown-unknown --lib --test=wasm --test=objects -- -D warnings")),
    row("core-wasm32",       Ci,    &[Wasm],                             "the core builds without the standard library",
        Cargo("check --no-default-features --target=wasm32-unknown-unknown")),
    row("documentation",     Ci,    &[],                                 "rustdoc over the crate and the plain module, without warnings",
        Cargo("RUSTDOCFLAGS=-Dwarnings doc --no-deps --package=septet --package=septet-plain LIGHT")),
    row("documentation-wasm32", Ci, &[Wasm],                             "rustdoc over the bindings with all features, without warnings",
        Cargo("RUSTDOCFLAGS=-Dwarnings doc --no-deps --package=septet-bindings --features=septet-bindings/all --target=wasm32-unknown-unknown")),
    row("xtask",             Test,  &[XTASK],                            "the build tool's own tests",
        Cargo("test --manifest-path=xtask/Cargo.toml")),
    row("core",              Named, &[],                                 "the core's tests alone, for the inner loop: `cargo xtask test --core`",
        Cargo("test --lib --test=core")),
    row("rust",              Test,  &[],                                 "the crate and the command with every light feature; benchmarks run once",
        Cargo("test --workspace --all-targets LIGHT")),
    row("rust-docs",         Test,  &[],                                 "every example in the documentation and the README",
        Cargo("test --doc LIGHT")),
    row("rust-default",      All,   &[],                                 "the crate with its default features",
        Cargo("test --all-targets")),
    row("rust-no-std",       All,   &[],                                 "the crate without the standard library",
        Cargo("test --lib --tests --no-default-features")),
    row("public-items",      All,   &[],                                 "every public item is shown in an example, every type has common traits",
        Check(|run| public_items::check(run.project))),
    row("crate",             All,   &[],                                 "the crate, used and tested from its archive",
        Check(package::check)),
    row("instructions",      All,   &[Need::Valgrind],                   "no call takes a tenth more instructions than recorded",
        Check(|run| instructions::check(run.project))),
    row("fuzz",              All,   &[Node, Need::CargoFuzz],            "every fuzz target for ten seconds",
        Check(fuzz::check)),
    row("wasm-node",         Test,  &[WASM_TESTS, Wasm, Node],           "the wasm build in Node",
        Cargo("test --package=septet --package=septet-bindings --no-default-features --features=septet-bindings/all --target=wasm32-unknown-unknown --test=wasm --test=objects")),
    row("wasm-chromium",     Test,  &[WASM_TESTS, Wasm, Node, Chromium], "the wasm build in headless Chromium",
        Cargo("test --package=septet --package=septet-bindings --no-default-features --features=septet-bindings/all --target=wasm32-unknown-unknown --test=wasm --test=objects")),
    row("types",             Test,  PAGE,                                "JavaScript and declarations under tsc --strict",
        Check(types::check)),
    row("npm",               Test,  NPM,                                 "the npm package: counting, advice, options",
        NodeTests),
    row("messages",          Test,  NPM,                                 "the npm package: septet/messages",
        NodeTests),
    row("plain",             Test,  NPM,                                 "the plain module beside the npm package: the same answers and sentences",
        NodeTests),
    row("plain-rust",        All,   &[Need::Package],                    "the plain module in an interpreter: faulty pointers, full memory, no imports, size",
        Cargo("test --package=septet-plain --test=host")),
    row("python",            All,   &[Need::Package],                    "the plain module from Python: every conformance vector, DuckDB",
        Check(python::check)),
    row("element",           Test,  NPM,                                 "the npm package: <sms-meter>",
        NodeTests),
    row("faults",            Test,  NPM,                                 "faulty arguments and callbacks, in each runtime",
        NodeTests),
    row("consumers",         Test,  NPM,                                 "the packed tarball in runtimes, bundlers, TypeScript and a browser; frameworks with --all",
        NodeTests),
    row("readme",            Test,  NPM,                                 "the JavaScript and shell examples of the documents",
        NodeTests),
    row("page",              Test,  PAGE,                                "the composer page end to end",
        NodeTests),
    row("tools",             Test,  NPM,                                 "the scripts around them: static server, plots of benchmarks, seeds of fuzzing",
        NodeTests),
    // Miri interprets every instruction and knows what memory may be read, so it sees some of the lengths and takes minutes; the
    // sanitizer sees all of them. Both need a nightly toolchain.
    row("miri",              Named, &[],                                 "the code with `unsafe` under Miri",
        Cargo("RUSTUP_TOOLCHAIN=nightly CARGO_TARGET_DIR=target/miri RUSTFLAGS=-Ctarget-feature=+avx2,+popcnt MIRIFLAGS=-Zmiri-disable-isolation PROPTEST_CASES=2 miri test --test=core -- fast_paths::")),
    row("sanitizer",         Named, &[],                                 "the same under the address sanitizer",
        Cargo("RUSTUP_TOOLCHAIN=nightly CARGO_TARGET_DIR=target/asan RUSTFLAGS=-Zsanitizer=address test --target=x86_64-unknown-linux-gnu --test=core -- fast_paths:: count::")),
    // A query engine takes minutes to compile.
    row("sql",               All,   &[],                                 "the functions of SQL",
        Cargo("test --profile=heavy --features=sql --test=sql")),
    row("sql-command",       All,   &[],                                 "`septet sql`, the README with it, and its benchmark once",
        Cargo("test --profile=heavy --features=sql --bin=septet --test=cli --bench=sql -- sql:: readme::")),
    row("sql-docs",          All,   &[],                                 "the examples in the documentation of SQL and in the README",
        Cargo("test --profile=heavy --features=sql --doc -- src/sql/ manuals")),
    row("clippy-sql",        Ci,    &[Lints],                            "clippy over SQL",
        Cargo("clippy --profile=heavy --features=sql --lib --bins --test=sql --test=cli --bench=sql -- -D warnings")),
    row("documentation-sql", Ci,    &[],                                 "rustdoc over SQL, without warnings",
        Cargo("RUSTDOCFLAGS=-Dwarnings doc --no-deps --lib --profile=heavy --features=sql")),
    row("cluster",           All,   &[CLUSTER],                          "SQL on a scheduler and two executors, one of which is killed",
        Cargo("test --locked --manifest-path=examples/ballista/Cargo.toml")),
    row("format-cluster",    Ci,    &[Lints, CLUSTER],                   "rustfmt over the cluster",
        Cargo("fmt --check --manifest-path=examples/ballista/Cargo.toml")),
    row("clippy-cluster",    Ci,    &[Lints, CLUSTER],                   "clippy over the cluster",
        Cargo("clippy --all-targets --manifest-path=examples/ballista/Cargo.toml -- -D warnings")),
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
