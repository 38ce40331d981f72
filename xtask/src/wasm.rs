//! WebAssembly modules: compiled from the crate, given their JavaScript bindings, made small; and the runner
//! of wasm tests.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::inline::Alphabet;
use crate::need;
use crate::process::output;
use crate::project::Project;
use crate::steps::{kilobytes, step};

/// First argument of the internal call that runs one wasm test executable.
pub(crate) const TEST_RUNNER: &str = "test-runner";

/// One WebAssembly module of the package.
pub(crate) struct Module {
    /// Name of the module: `pkg/NAME.wasm`, bindings in `pkg-template/wasm/NAME.js`.
    pub(crate) name: &'static str,
    /// Features of the crate that it is built from.
    features: &'static str,
    /// The profile of `Cargo.toml`: `release` is fast, `wasm` is small.
    profile: &'static str,
    /// Whether it has JavaScript bindings: strings cross the border.
    is_bound: bool,
}

/// Every module; an entry point imports the one it needs.
pub(crate) const MODULES: &[Module] = &[
    Module {
        name: "count",
        features: "wasm-count,wasm-alone",
        profile: "release",
        is_bound: false,
    },
    Module {
        name: "hot",
        features: "wasm-lines,wasm-alone",
        profile: "release",
        is_bound: false,
    },
    Module {
        name: "septet",
        features: "wasm,wasm-alone",
        profile: "wasm",
        is_bound: true,
    },
    Module {
        name: "octets",
        features: "wasm-octets,wasm-alone",
        profile: "wasm",
        is_bound: true,
    },
    Module {
        name: "sending",
        features: "wasm-sending,wasm-alone",
        profile: "wasm",
        is_bound: true,
    },
    Module {
        name: "failing",
        features: "wasm-failing,wasm-alone",
        profile: "wasm",
        is_bound: true,
    },
    Module {
        name: "incoming",
        features: "wasm-incoming,wasm-alone",
        profile: "wasm",
        is_bound: true,
    },
];

/// What rustc emits for wasm32-unknown-unknown, and `simd128` from `.cargo/config.toml`.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// What a module does not need to run.
const STRIP: &[&str] = &[
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// How a module is optimised once more: for speed.
const FASTER: &[&str] = &["-O3"];
/// For size. Locals in place of nested expressions, and loops made anew, let it find a hundredth more, in two rounds.
const SMALLER: &[&str] = &[
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--skip-pass=memory-packing",
];

/// What is unstable in Rust and makes modules a tenth smaller: the standard library compiled with them, for size;
/// panics that trap at once, without the sentence and its formatting; nothing for `{:?}`; no paths of sources. The
/// toolchain is pinned, so none of it changes unasked.
const SMALL: &[&str] = &[
    "-Zbuild-std=core,alloc",
    "-Zbuild-std-features=optimize_for_size",
    "--config",
    r#"target.wasm32-unknown-unknown.rustflags = ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zfmt-debug=none", "-Zlocation-detail=none"]"#,
];

/// Directory that the bindings and the optimised modules are written to; ignored by git.
pub(crate) fn directory(project: &Project) -> PathBuf {
    project.path("pkg-template/wasm")
}

/// Builds every module.
pub(crate) fn build(project: &Project) -> Result<()> {
    need::sources_of_rust(project)?;
    for module in MODULES {
        step(&format!("wasm module {}", module.name), || {
            module.build(project)
        })?;
    }
    write_texts(project)
}

/// Writes each module as the text that a script has it as.
fn write_texts(project: &Project) -> Result<()> {
    let read = |module: &Module| Ok(fs::read(directory(project).join(module.file()))?);
    let octets: Vec<Vec<u8>> = MODULES.iter().map(read).collect::<Result<_>>()?;
    let alphabet = Alphabet::of(octets.iter().map(Vec::as_slice));
    for (module, octets) in MODULES.iter().zip(&octets) {
        let text = if module.is_bound {
            alphabet.text_by_columns(octets)
        } else {
            alphabet.text(octets)
        };
        fs::write(
            directory(project).join(module.file()).with_extension("txt"),
            text,
        )?;
    }
    Ok(())
}

impl Module {
    /// The file inside [`directory`] that holds the optimised module.
    pub(crate) fn file(&self) -> String {
        format!("{}_bg.wasm", self.name)
    }

    /// Compiles, binds and optimises; returns the size for people.
    fn build(&self, project: &Project) -> Result<String> {
        // Build scripts look for what is unstable: apart, or all that depends on theirs compiles by turns.
        let target = project.target.join("small");
        output(
            project
                .cargo(&[
                    "rustc",
                    "--profile",
                    self.profile,
                    "--lib",
                    "--crate-type=cdylib",
                    "--target=wasm32-unknown-unknown",
                    "--no-default-features",
                    "--features",
                    self.features,
                ])
                .args(SMALL)
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_TARGET_DIR", &target),
        )?;
        let compiled = target
            .join("wasm32-unknown-unknown")
            .join(self.profile)
            .join("septet.wasm");
        let module = directory(project).join(self.file());
        if self.is_bound {
            self.bind(project, &compiled)?;
        } else {
            fs::create_dir_all(directory(project))?;
            fs::copy(&compiled, &module)?;
        }
        output(
            project
                .npm_program("wasm-opt")
                .args(FEATURES)
                .args(STRIP)
                .args(if self.profile == "wasm" {
                    SMALLER
                } else {
                    FASTER
                })
                .arg(&module)
                .arg("-o")
                .arg(&module),
        )?;
        let octets = usize::try_from(fs::metadata(&module)?.len())?;
        Ok(kilobytes(octets))
    }

    /// Generates the JavaScript bindings of what was compiled.
    fn bind(&self, project: &Project, compiled: &Path) -> Result<()> {
        let directory = directory(project);
        let arguments = [
            "--target=web",
            "--omit-default-module-path",
            "--remove-producers-section",
            "--experimental-reset-state-function",
            "--out-name",
            self.name,
        ];
        wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(
            std::iter::once(OsString::from("wasm-bindgen"))
                .chain(arguments.map(OsString::from))
                .chain([
                    "--out-dir".into(),
                    directory.clone().into(),
                    compiled.into(),
                ]),
        )?;
        // Describes the exports of the module; what is imported is its text (pkg-template/modules.d.ts).
        fs::remove_file(directory.join(format!("{}.d.ts", self.file())))?;
        Ok(())
    }
}

/// The `--config` by which cargo runs wasm tests with this executable: a nested `cargo run` would rebuild,
/// and a path in `.cargo/config.toml` would fix the target directory.
pub(crate) fn runner_config() -> Result<String> {
    let this = std::env::current_exe()?;
    let this = this.to_str().context("the path of xtask is not UTF-8")?;
    Ok(format!(
        "target.wasm32-unknown-unknown.runner=[{this:?},{TEST_RUNNER:?}]"
    ))
}

/// Runs one wasm test executable; `arguments` are those that cargo gave to the runner.
pub(crate) fn run_tests(arguments: impl Iterator<Item = OsString>) -> Result<()> {
    // A quiet cargo asks its runners to be quiet too; this one has no such option.
    let known = arguments.filter(|argument| argument != "--quiet");
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(known)
}
