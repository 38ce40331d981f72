//! WebAssembly modules: compiled from the crate, given their JavaScript bindings, made small; and the runner
//! of wasm tests.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::divide::{Addition, BASIS, divide};
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
    /// What scripts bring apart, so that a page has only what it uses.
    additions: &'static [Addition],
}

/// Every module; an entry point imports the one it needs.
const MODULES: &[Module] = &[
    Module {
        name: "count",
        features: "wasm-count,wasm-alone",
        profile: "release",
        is_bound: false,
        additions: &[],
    },
    Module {
        name: "hot",
        features: "wasm-lines,wasm-alone",
        profile: "release",
        is_bound: false,
        additions: &[],
    },
    Module {
        name: "septet",
        features: "wasm,wasm-alone",
        profile: "wasm",
        is_bound: true,
        additions: &[
            Addition {
                name: "advice",
                functions: &[
                    "septet::wasm::analyze::analyze",
                    "septet::wasm::analyze::explain",
                    "septet::wasm::advice::suggest",
                    "septet::wasm::advice::truncate",
                    "septet::wasm::advice::links",
                    "septet::wasm::compat::pieces",
                ],
            },
            Addition {
                name: "template",
                functions: &[
                    "septet::wasm::template::fields",
                    "septet::wasm::template::prices",
                ],
            },
        ],
    },
    Module {
        name: "octets",
        features: "wasm-octets,wasm-alone",
        profile: "wasm",
        is_bound: true,
        additions: &[],
    },
    Module {
        name: "sending",
        features: "wasm-sending,wasm-alone",
        profile: "wasm",
        is_bound: true,
        additions: &[],
    },
    Module {
        name: "failing",
        features: "wasm-failing,wasm-alone",
        profile: "wasm",
        is_bound: true,
        additions: &[],
    },
    Module {
        name: "incoming",
        features: "wasm-incoming,wasm-alone",
        profile: "wasm",
        is_bound: true,
        additions: &[],
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

/// Writes each module that a script has as the text that it has it as.
fn write_texts(project: &Project) -> Result<()> {
    let mut read = Vec::new();
    for module in MODULES {
        for name in module.divided() {
            let octets = fs::read(directory(project).join(file(name)))?;
            read.push((name, module.is_bound, octets));
        }
    }
    let alphabet = Alphabet::of(read.iter().map(|(_, _, octets)| octets.as_slice()));
    for (name, is_bound, octets) in &read {
        let text = if *is_bound {
            alphabet.text_by_columns(octets)
        } else {
            alphabet.text(octets)
        };
        fs::write(directory(project).join(text_file(name)), text)?;
    }
    Ok(())
}

/// The file inside [`directory`] that holds an optimised module.
pub(crate) fn file(name: &str) -> String {
    format!("{name}_bg.wasm")
}

/// The same module as the text of a script.
pub(crate) fn text_file(name: &str) -> String {
    format!("{name}_bg.txt")
}

/// Every module that is a file of the package.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    MODULES.iter().flat_map(|module| {
        let whole = (!module.additions.is_empty()).then_some(module.name);
        whole.into_iter().chain(module.divided())
    })
}

impl Module {
    /// The modules that scripts have of it: itself, or its basis and its additions.
    fn divided(&self) -> Vec<&'static str> {
        let additions = self.additions.iter().map(|addition| addition.name);
        let first = if self.additions.is_empty() {
            self.name
        } else {
            BASIS
        };
        std::iter::once(first).chain(additions).collect()
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
        let module = directory(project).join(file(self.name));
        if self.is_bound {
            self.bind(project, &compiled)?;
        } else {
            fs::create_dir_all(directory(project))?;
            fs::copy(&compiled, &module)?;
        }
        if !self.additions.is_empty() {
            // A basis at work has bindings of its own: they are tied to one module.
            for kind in ["js", "d.ts"] {
                let bindings = |name| directory(project).join(format!("{name}.{kind}"));
                fs::copy(bindings(self.name), bindings(BASIS))?;
            }
            let made = divide(&fs::read(&module)?, self.additions)?;
            for (name, octets) in self.divided().into_iter().zip(made) {
                let module = directory(project).join(file(name));
                fs::write(&module, octets)?;
                self.optimise(project, &module)?;
            }
        }
        self.optimise(project, &module)?;
        let octets = usize::try_from(fs::metadata(&module)?.len())?;
        Ok(kilobytes(octets))
    }

    fn optimise(&self, project: &Project, module: &Path) -> Result<()> {
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
                .arg(module)
                .arg("-o")
                .arg(module),
        )?;
        Ok(())
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
        fs::remove_file(directory.join(format!("{}.d.ts", file(self.name))))?;
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
