//! The list of test steps. A step exists when its files do: a new directory `tests/NAME` with `*.test.mjs` files
//! in it is a new step.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::project::{Project, files};
use crate::wasm;

/// One kind of test.
pub(crate) struct Step {
    pub(crate) name: String,
    pub(crate) about: String,
    pub(crate) work: Work,
}

/// What a step does, and so what has to be there before it.
pub(crate) enum Work {
    /// Rules of the repository itself.
    Hygiene,
    /// A command that needs no more than the Rust toolchain.
    Rust(Command),
    /// Wasm tests, in Node.
    WasmInNode(Command),
    /// Wasm tests, in headless Chromium.
    WasmInChromium(Command),
    /// The npm package and its tarball.
    Package,
    /// `tsc` over JavaScript and declarations.
    Types,
    /// `node --test` over these files, on the built package.
    Node(Vec<PathBuf>),
}

/// Every step for which there are files, cheap and basic ones first.
pub(crate) fn steps(project: &Project) -> Result<Vec<Step>> {
    let mut steps = Vec::new();
    let mut add = |name: &str, about: &str, work| {
        steps.push(Step {
            name: name.to_owned(),
            about: about.to_owned(),
            work,
        });
    };
    let cargo = |arguments: &[&str]| Work::Rust(project.cargo(arguments));

    add(
        "hygiene",
        "rules of the repository that no compiler checks",
        Work::Hygiene,
    );
    add(
        "xtask",
        "the build's own logic",
        cargo(&["test", "--manifest-path", "xtask/Cargo.toml"]),
    );
    add(
        "rust",
        "the crate as most people use it; benchmarks run once",
        cargo(&["test", "--all-targets"]),
    );
    add(
        "rust-all",
        "the crate and the command with every feature",
        cargo(&["test", "--all-targets", "--all-features"]),
    );
    add(
        "rust-core",
        "the crate without the standard library",
        cargo(&["test", "--lib", "--tests", "--no-default-features"]),
    );
    add(
        "rust-docs",
        "every example in the documentation and the README",
        cargo(&["test", "--doc", "--all-features"]),
    );

    if project.path("tests/wasm.rs").exists() {
        add(
            "wasm-node",
            "the wasm build in Node",
            Work::WasmInNode(wasm_tests(project)?),
        );
        add(
            "wasm-chromium",
            "the wasm build in headless Chromium",
            Work::WasmInChromium(wasm_tests(project)?),
        );
    }
    if project.path("pkg-template/index.js").exists() {
        add("pkg", "the npm package builds and packs", Work::Package);
        add(
            "types",
            "JavaScript and declarations under tsc --strict",
            Work::Types,
        );
        for (directory, files) in node_tests(project)? {
            add(
                &directory,
                &format!("node --test tests/{directory}"),
                Work::Node(files),
            );
        }
    }
    Ok(steps)
}

fn wasm_tests(project: &Project) -> Result<Command> {
    let mut command = project.cargo(&[
        "test",
        "--target=wasm32-unknown-unknown",
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
