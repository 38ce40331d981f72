//! Installs what a task lacks, and says so. What it may not install it asks for in one sentence.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{exists, output, stdout};
use crate::project::Project;
use crate::steps::step;

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const OLDEST_NODE: u32 = 20;

/// The standard library for WebAssembly, of the toolchain that `rust-toolchain.toml` names.
pub(crate) fn wasm_target(project: &Project) -> Result<()> {
    let library = stdout(project.command("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        WASM_TARGET,
    ]))?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    rustup(
        project,
        &format!("the Rust target {WASM_TARGET}"),
        &["target", "add", WASM_TARGET],
    )
}

/// The sources of the standard library, of the toolchain that `rust-toolchain.toml` names.
pub(crate) fn sources_of_rust(project: &Project) -> Result<()> {
    let root = stdout(project.command("rustc").args(["--print", "sysroot"]))?;
    let sources = Path::new(root.trim()).join("lib/rustlib/src/rust/library");
    if sources.is_dir() {
        return Ok(());
    }
    rustup(
        project,
        "the sources of the Rust standard library",
        &["component", "add", "rust-src"],
    )
}

/// rustfmt and clippy, of the toolchain that `rust-toolchain.toml` names.
pub(crate) fn lints(project: &Project) -> Result<()> {
    let has = |tool: &str| stdout(project.command("cargo").args([tool, "--version"])).is_ok();
    if has("fmt") && has("clippy") {
        return Ok(());
    }
    rustup(
        project,
        "rustfmt and clippy",
        &["component", "add", "rustfmt", "clippy"],
    )
}

/// Miri, of the nightly toolchain.
pub(crate) fn miri(project: &Project) -> Result<()> {
    let nightly = |program: &str| {
        let mut command = project.command(program);
        command.env("RUSTUP_TOOLCHAIN", "nightly");
        command
    };
    if stdout(nightly("cargo").args(["miri", "--version"])).is_ok() {
        return Ok(());
    }
    if stdout(nightly("rustc").arg("--version")).is_err() {
        bail!("Miri needs a nightly toolchain; install one (rustup toolchain install nightly)");
    }
    let components = ["component", "add", "miri", "rust-src"];
    let arguments = [&components[..], &["--toolchain", "nightly"]].concat();
    rustup(project, "Miri", &arguments)
}

/// Node 20 or newer and the npm development dependencies of `tests/package.json`.
pub(crate) fn node(project: &Project) -> Result<()> {
    if !exists("node") || !exists("npm") {
        bail!("Node {OLDEST_NODE} or newer with npm is missing; install it and run this again");
    }
    let version = stdout(Command::new("node").arg("--version"))?;
    if major(&version).is_none_or(|major| major < OLDEST_NODE) {
        bail!(
            "Node {} is too old; install Node {OLDEST_NODE} or newer",
            version.trim()
        );
    }
    let tests = project.path("tests");
    packages(&tests)?;
    // Tests and benchmarks import the package by its name, through its `exports`.
    link(&project.path("pkg"), &tests.join("node_modules/septet"))?;
    link(
        &tests.join("node_modules"),
        &project.path("benches/node_modules"),
    )
}

/// The npm packages that a directory's lock file names.
pub(crate) fn packages(directory: &Path) -> Result<()> {
    if is_current(directory)? {
        return Ok(());
    }
    step("install npm packages", || {
        output(
            Command::new("npm")
                .args(["ci", "--no-audit", "--no-fund"])
                .current_dir(directory),
        )
        .map(|_| format!("npm ci in {}", directory.display()))
    })?;
    // The stamp that `is_current` compares.
    std::fs::copy(
        directory.join("package-lock.json"),
        directory.join("node_modules/.septet-lock"),
    )?;
    Ok(())
}

/// cargo-fuzz, and the C++ compiler that builds its engine.
pub(crate) fn cargo_fuzz(project: &Project) -> Result<()> {
    if !exists("c++") {
        bail!("fuzzing needs a C++ compiler named c++; install one (Debian: g++)");
    }
    if stdout(project.command("cargo").args(["fuzz", "--version"])).is_ok() {
        return Ok(());
    }
    step("install cargo-fuzz", || {
        output(
            project
                .command("cargo")
                .args(["install", "cargo-fuzz", "--locked"]),
        )
        .map(|_| "cargo install cargo-fuzz")
    })?;
    Ok(())
}

/// Chromium and its driver, where a browser test needs them.
pub(crate) fn chromium() -> Result<()> {
    if exists("chromium") && exists("chromedriver") {
        return Ok(());
    }
    let packages = ["chromium", "chromium-driver"];
    if !may_install() {
        bail!(
            "chromium and chromedriver are missing; install them (Debian: sudo apt-get install {})",
            packages.join(" ")
        );
    }
    install("Chromium", &packages)
}

/// Valgrind, where instructions are counted; whether there is one.
pub(crate) fn valgrind() -> Result<bool> {
    if !exists("valgrind") {
        if !may_install() {
            return Ok(false);
        }
        install("Valgrind", &["valgrind"])?;
    }
    Ok(true)
}

/// Has rustup add what is missing.
fn rustup(project: &Project, what: &str, arguments: &[&str]) -> Result<()> {
    if !exists("rustup") {
        bail!("{what}: missing here; install rustup, which adds it, and run this again");
    }
    step(&format!("install {what}"), || {
        output(project.command("rustup").args(arguments)).map(|_| "by rustup")
    })?;
    Ok(())
}

/// Whether Debian's packages can be installed without asking anybody.
fn may_install() -> bool {
    let is_root = stdout(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    is_root && exists("apt-get")
}

fn install(what: &str, packages: &[&str]) -> Result<()> {
    step(&format!("install {what}"), || {
        output(Command::new("apt-get").args(["update", "-q"]))?;
        output(
            Command::new("apt-get")
                .args(["install", "-q", "-y", "--no-install-recommends"])
                .args(packages)
                .env("DEBIAN_FRONTEND", "noninteractive"),
        )
        .map(|_| format!("apt-get install {}", packages.join(" ")))
    })?;
    Ok(())
}

/// Whether the packages installed in a directory are those of its lock file.
fn is_current(directory: &Path) -> Result<bool> {
    let lock = directory.join("package-lock.json");
    let lock = std::fs::read(&lock).with_context(|| lock.display().to_string())?;
    let stamp = std::fs::read(directory.join("node_modules/.septet-lock"));
    Ok(stamp.is_ok_and(|stamp| stamp == lock))
}

/// Makes `link` point to `to`, replacing what pointed elsewhere.
fn link(to: &Path, link: &Path) -> Result<()> {
    if std::fs::read_link(link).is_ok_and(|target| target == to) {
        return Ok(());
    }
    if link.symlink_metadata().is_ok() {
        std::fs::remove_file(link)?;
    }
    if let Some(parent) = link.parent() {
        std::fs::create_dir_all(parent)?;
    }
    std::os::unix::fs::symlink(to, link).with_context(|| format!("cannot link {}", link.display()))
}

/// `v20.20.2` → 20
fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_of_node() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v9.0.0"), Some(9));
        assert_eq!(major("twenty"), None);
    }
}
