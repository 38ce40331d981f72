//! WebAssembly modules: compiled from a member of the workspace, given their JavaScript bindings, made small; and the
//! runner of wasm tests.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::install;
use crate::process::output;
use crate::project::Project;
use crate::steps::{kilobytes, step};

/// First argument of the internal call that runs one wasm test executable.
pub(crate) const TEST_RUNNER: &str = "test-runner";

/// The goal for which a module is optimised.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Goal {
    Speed,
    Size,
    /// Size, by the stable compiler and its standard library as they are: anyone can build the same module.
    Plain,
}

/// One WebAssembly module, built from a member of the workspace.
pub(crate) struct Module {
    /// Name of the module: `pkg/NAME.wasm`, bindings in `pkg-template/wasm/NAME.js`.
    pub(crate) name: &'static str,
    /// The member of the workspace that it is built from, without its default features.
    pub(crate) package: &'static str,
    pub(crate) features: &'static str,
    pub(crate) goal: Goal,
    /// True if `wasm-bindgen` generates JavaScript for it.
    pub(crate) has_bindings: bool,
}

/// The member of the workspace with the JavaScript bindings.
const BINDINGS: &str = "septet-bindings";

/// Every module of the npm package; an entry point imports the one it needs.
const MODULES: &[Module] = &[
    counting("count", "count,alone"),
    counting("count-lines", "lines,alone"),
    bound("septet", "texts"),
    bound("compat", "compat"),
    bound("octets", "octets"),
    bound("names", "names"),
    bound("sending", "sending"),
    bound("failing", "failing"),
    bound("incoming", "incoming"),
];

/// A module that shares memory with JavaScript and needs no bindings.
const fn counting(name: &'static str, features: &'static str) -> Module {
    Module {
        name,
        package: BINDINGS,
        features,
        goal: Goal::Speed,
        has_bindings: false,
    }
}

/// A module that strings and objects cross the border of.
const fn bound(name: &'static str, features: &'static str) -> Module {
    Module {
        name,
        package: BINDINGS,
        features,
        goal: Goal::Size,
        has_bindings: true,
    }
}

/// The module for other languages: it imports nothing, and no JavaScript of the package uses it.
const PLAIN: Module = Module {
    name: "septet-plain",
    package: "septet-plain",
    features: "",
    goal: Goal::Plain,
    has_bindings: false,
};

/// The features that rustc uses for wasm32-unknown-unknown, and `simd128` from `.cargo/config.toml`.
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

/// Sections that a module does not need to run.
const STRIP: &[&str] = &[
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Optimisation for speed.
const FASTER: &[&str] = &["-O3"];
/// Optimisation for size. Locals in place of nested expressions, and loops made anew, let it find a hundredth more, in two
/// rounds; a third one finds 0.3 KB of septet after brotli.
const SMALLER: &[&str] = &[
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "-Oz",
    "--skip-pass=memory-packing",
];

/// Unstable options that make modules smaller: panics that trap at once, without the sentence and its formatting; nothing
/// for `{:?}`; no paths of sources. The standard library is compiled with them, for size (`docs/decisions.md` has the
/// figures). The toolchain is pinned, so none of it changes unasked.
const SMALL: &[&str] = &[
    "-Zbuild-std-features=optimize_for_size",
    "--config",
    r#"target.wasm32-unknown-unknown.rustflags = ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zfmt-debug=none", "-Zlocation-detail=none"]"#,
];

/// Directory that the bindings and the optimised modules are written to; ignored by git.
pub(crate) fn directory(project: &Project) -> PathBuf {
    project.path("pkg-template/wasm")
}

/// Builds every module of the npm package.
pub(crate) fn build(project: &Project) -> Result<()> {
    install::sources_of_rust(project)?;
    install::wasm_target(project)?;
    for module in MODULES.iter().chain([&PLAIN]) {
        step(&format!("wasm module {}", module.name), || {
            module.build(project, &directory(project))
        })?;
    }
    Ok(())
}

/// The file that holds an optimised module.
pub(crate) fn file(name: &str) -> String {
    format!("{name}_bg.wasm")
}

/// The names of all modules that the JavaScript of the npm package uses.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    MODULES.iter().map(|module| module.name)
}

impl Module {
    /// Compiles, binds and optimises into a directory, as [`file`] names it; returns the size for people.
    pub(crate) fn build(&self, project: &Project, directory: &Path) -> Result<String> {
        let compiled = self.compile(project)?;
        let module = directory.join(file(self.name));
        fs::create_dir_all(directory)?;
        if self.has_bindings {
            self.bind(&compiled, directory)?;
        } else {
            fs::copy(&compiled, &module)?;
        }
        self.optimise(project, &module)?;
        let octets = usize::try_from(fs::metadata(&module)?.len())?;
        Ok(kilobytes(octets))
    }

    /// The module as the compiler writes it.
    fn compile(&self, project: &Project) -> Result<PathBuf> {
        let profile = match self.goal {
            Goal::Speed => "release",
            Goal::Size => "wasm",
            Goal::Plain => "plain",
        };
        let mut cargo = project.cargo(&[
            "rustc",
            "--locked",
            "--package",
            self.package,
            "--profile",
            profile,
            "--lib",
            "--crate-type=cdylib",
            "--target=wasm32-unknown-unknown",
            "--no-default-features",
            "--features",
            self.features,
        ]);
        let library = if self.has_bindings || self.goal == Goal::Plain {
            "-Zbuild-std=std,panic_abort"
        } else {
            "-Zbuild-std=core,alloc"
        };
        cargo.arg(library).args(SMALL).env("RUSTC_BOOTSTRAP", "1");
        // Build scripts look for what is unstable: apart, or all that depends on theirs compiles by turns.
        let target = project.target.join("small");
        output(cargo.env("CARGO_TARGET_DIR", &target))?;
        let directory = target.join("wasm32-unknown-unknown").join(profile);
        Ok(directory.join(format!("{}.wasm", self.package.replace('-', "_"))))
    }

    fn optimise(&self, project: &Project, module: &Path) -> Result<()> {
        output(
            project
                .npm_program("wasm-opt")
                .args(FEATURES)
                .args(STRIP)
                .args(match self.goal {
                    Goal::Speed | Goal::Plain => FASTER,
                    Goal::Size => SMALLER,
                })
                .arg(module)
                .arg("-o")
                .arg(module),
        )?;
        Ok(())
    }

    /// Generates the JavaScript bindings of what was compiled.
    fn bind(&self, compiled: &Path, directory: &Path) -> Result<()> {
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
                .chain(["--out-dir".into(), directory.into(), compiled.into()]),
        )?;
        // The package starts its modules at the first call: without its export, the asynchronous start is left out of bundles.
        let bindings = directory.join(format!("{}.js", self.name));
        let script = fs::read_to_string(&bindings)?;
        let exports = "export { initSync, __wbg_init as default };";
        ensure!(script.contains(exports), "{} has other exports", self.name);
        fs::write(&bindings, script.replace(exports, "export { initSync };"))?;
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
