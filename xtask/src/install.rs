//! Installs what a task lacks, and says so. What it may not install it asks for in one sentence.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::process::{exists, output, stdout};
use crate::project::Project;
use crate::steps::step;

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const OLDEST_NODE: u32 = 20;

/// The standard library for WebAssembly, of the toolchain that `rust-toolchain.toml` names.
pub(crate) fn wasm_target(project: &Project) -> Result<()> {
    let mut rustc = project.command("rustc");
    let library = stdout(rustc.args(["--print", "target-libdir", "--target", WASM_TARGET]))?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    rustup(
        project,
        "the Rust target wasm32",
        &["target", "add", WASM_TARGET],
    )
}

/// The sources of the standard library, of the toolchain that `rust-toolchain.toml` names.
pub(crate) fn sources_of_rust(project: &Project) -> Result<()> {
    let root = stdout(project.command("rustc").args(["--print", "sysroot"]))?;
    if Path::new(root.trim())
        .join("lib/rustlib/src/rust/library")
        .is_dir()
    {
        return Ok(());
    }
    rustup(
        project,
        "Rust's own sources",
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

/// Node 20 or newer and the npm development dependencies of `tests/package.json`.
pub(crate) fn node(project: &Project) -> Result<()> {
    ensure!(
        exists("node") && exists("npm"),
        "Node {OLDEST_NODE} or newer with npm is missing; install it and run this again"
    );
    let version = stdout(Command::new("node").arg("--version"))?;
    ensure!(
        major(&version).is_some_and(|major| major >= OLDEST_NODE),
        "Node {} is too old; install Node {OLDEST_NODE} or newer",
        version.trim()
    );
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
    let lock = directory.join("package-lock.json");
    let stamp = directory.join("node_modules/.septet-lock");
    let wanted = std::fs::read(&lock).with_context(|| lock.display().to_string())?;
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    step("install npm packages", || {
        let mut npm = Command::new("npm");
        npm.args(["ci", "--no-audit", "--no-fund"])
            .current_dir(directory);
        output(&mut npm).map(|_| format!("npm ci in {}", directory.display()))
    })?;
    std::fs::write(stamp, wanted)?;
    Ok(())
}

/// cargo-fuzz, and the C++ compiler that builds its engine.
pub(crate) fn cargo_fuzz(project: &Project) -> Result<()> {
    ensure!(
        exists("c++"),
        "fuzzing needs a C++ compiler named c++; install one (Debian: g++)"
    );
    if stdout(project.command("cargo").args(["fuzz", "--version"])).is_ok() {
        return Ok(());
    }
    step("install cargo-fuzz", || {
        let install = ["install", "cargo-fuzz", "--locked"];
        output(project.command("cargo").args(install)).map(|_| "cargo install cargo-fuzz")
    })?;
    Ok(())
}

/// Chromium and its driver, where a browser test needs them.
pub(crate) fn chromium() -> Result<()> {
    debian(
        "Chromium",
        &["chromium", "chromedriver"],
        &["chromium", "chromium-driver"],
    )
}

/// Valgrind, where instructions are counted.
pub(crate) fn valgrind() -> Result<()> {
    debian("Valgrind", &["valgrind"], &["valgrind"])
}

/// Has rustup add what is missing.
fn rustup(project: &Project, what: &str, arguments: &[&str]) -> Result<()> {
    ensure!(
        exists("rustup"),
        "{what}: missing here; install rustup, which adds it, and run this again"
    );
    step(&format!("install {what}"), || {
        output(project.command("rustup").args(arguments)).map(|_| "by rustup")
    })?;
    Ok(())
}

/// Python with the module `venv`, which Debian packages apart; `pip3` shows whether it is there.
pub(crate) fn python() -> Result<()> {
    debian(
        "Python",
        &["python3", "pip3"],
        &["python3-venv", "python3-pip"],
    )
}

/// Has apt-get install programs where it can without asking anybody.
fn debian(what: &str, programs: &[&str], packages: &[&str]) -> Result<()> {
    if programs.iter().all(|program| exists(program)) {
        return Ok(());
    }
    let packages = packages.join(" ");
    let is_root = stdout(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !(is_root && exists("apt-get")) {
        bail!(
            "{} is missing; install it (Debian: sudo apt-get install {packages})",
            programs.join(" or ")
        );
    }
    step(&format!("install {what}"), || {
        let apt = |arguments: &str| {
            let mut apt = Command::new("apt-get");
            output(
                apt.args(arguments.split(' '))
                    .env("DEBIAN_FRONTEND", "noninteractive"),
            )
        };
        apt("update -q")?;
        apt(&format!("install -q -y --no-install-recommends {packages}"))?;
        Ok(format!("apt-get install {packages}"))
    })?;
    Ok(())
}

/// Makes `link` point to `to`, replacing what pointed elsewhere.
fn link(to: &Path, link: &Path) -> Result<()> {
    if std::fs::read_link(link).is_ok_and(|target| target == to) {
        return Ok(());
    }
    if link.symlink_metadata().is_ok() {
        std::fs::remove_file(link)?;
    }
    std::os::unix::fs::symlink(to, link).with_context(|| format!("cannot link {}", link.display()))
}

/// `v20.20.2` → 20
fn major(version: &str) -> Option<u32> {
    let (major, _) = version.trim().strip_prefix('v')?.split_once('.')?;
    major.parse().ok()
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
