//! `package`: the crate as it is published. Packs it, then uses and tests what is in the archive, away from the
//! repository.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process::output;
use crate::project::Project;
use crate::steps::{kilobytes, step};
use crate::tally;

/// The largest archive that is published, in octets; the registry takes five times as much.
const LARGEST: u64 = 2_000_000;

/// What a project that depends on the crate compiles: two lines of the README.
const USER: &str = r#"fn main() {
    let count = septet::count("Your table is booked for 7 pm. 🎉");
    assert_eq!((count.encoding().name(), count.segments()), ("UCS-2", 1));
}
"#;

pub(crate) fn run(project: &Project) -> Result<()> {
    let name = format!("septet-{}", project.version);
    let archive = project.target.join("package").join(format!("{name}.crate"));
    step("package: pack", || {
        // Unpacked and compiled below, with more features than `cargo package` would.
        output(&mut project.cargo(&["package", "--allow-dirty", "--no-verify", "--locked"]))?;
        let octets = fs::metadata(&archive)?.len();
        ensure!(octets <= LARGEST, "{octets} octets are over {LARGEST}");
        Ok(kilobytes(usize::try_from(octets)?))
    })?;
    let place = project.target.join("package-test");
    let unpacked = place.join(&name);
    step("package: unpack", || unpack(&archive, &place, &unpacked))?;
    step("package: a project that uses it", || {
        let user = user(&place, &unpacked)?;
        output(&mut away(project, &user, &["run", "-q", "--offline"])).map(|_| "runs")
    })?;
    step("package: its own tests", || {
        let arguments = ["test", "-q", "--offline", "--locked", "--lib", "--tests"];
        output(&mut away(project, &unpacked, &arguments)).map(|text| tally::note(&text))
    })?;
    Ok(())
}

/// Unpacks the archive into an empty directory; the number of files in it.
fn unpack(archive: &Path, place: &Path, unpacked: &Path) -> Result<String> {
    if place.exists() {
        fs::remove_dir_all(place)?;
    }
    fs::create_dir_all(place)?;
    output(
        Command::new("tar")
            .arg("xzf")
            .arg(archive)
            .arg("-C")
            .arg(place),
    )?;
    for needed in ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "src/lib.rs"] {
        ensure!(unpacked.join(needed).is_file(), "{needed} is missing");
    }
    let listed = output(Command::new("tar").arg("tzf").arg(archive))?;
    Ok(format!("{} files", listed.lines().count()))
}

/// An empty project that depends on the unpacked crate.
fn user(place: &Path, unpacked: &Path) -> Result<PathBuf> {
    let user = place.join("user");
    fs::create_dir_all(user.join("src"))?;
    let path = unpacked
        .to_str()
        .context("the target directory is not UTF-8")?;
    let manifest = format!(
        "[package]\nname = \"user\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\nseptet = {{ path = {path:?} }}\n\n[workspace]\n"
    );
    fs::write(user.join("Cargo.toml"), manifest)?;
    fs::write(user.join("src/main.rs"), USER)?;
    // The versions that the crate itself is tested with, so that nothing is asked of a registry.
    fs::copy(unpacked.join("Cargo.lock"), user.join("Cargo.lock"))?;
    Ok(user)
}

/// `cargo` in another directory, on what the repository has compiled of others' code.
fn away(project: &Project, directory: &Path, arguments: &[&str]) -> Command {
    let mut cargo = project.cargo(arguments);
    cargo.current_dir(directory);
    cargo
}
