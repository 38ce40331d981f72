//! The step `crate`: the crate as it is published. Packs it, then uses and tests what is in the archive, away from the
//! repository.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process::output;
use crate::steps::kilobytes;
use crate::test::Session;
use crate::test_count;

/// The largest archive that is published, in octets; the registry takes five times as much.
const LARGEST: u64 = 2_000_000;

/// A program that depends on the crate: two lines of the README.
const USER: &str = r#"fn main() {
    let count = septet::count("Your table is booked for 7 pm. 🎉");
    assert_eq!((count.encoding().name(), count.segments()), ("UCS-2", 1));
}
"#;

pub(crate) fn check(session: &Session<'_>) -> Result<String> {
    let project = session.project;
    let name = format!("septet-{}", project.version);
    let archive = project.target.join("package").join(format!("{name}.crate"));
    // Unpacked and compiled below, with more features than `cargo package` would.
    output(&mut project.cargo(&[
        "package",
        "-p=septet",
        "--allow-dirty",
        "--no-verify",
        "--locked",
    ]))?;
    let octets = fs::metadata(&archive)?.len();
    ensure!(octets <= LARGEST, "{octets} octets are over {LARGEST}");

    let home = project.target.join("package-test");
    let unpacked = home.join(&name);
    if home.exists() {
        fs::remove_dir_all(&home)?;
    }
    fs::create_dir_all(home.join("user/src"))?;
    output(
        Command::new("tar")
            .arg("xzf")
            .arg(&archive)
            .arg("-C")
            .arg(&home),
    )?;
    for needed in ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "src/lib.rs"] {
        ensure!(unpacked.join(needed).is_file(), "{needed} is missing");
    }
    // Below the target directory it would count as a member of the workspace that it came from.
    let manifest = unpacked.join("Cargo.toml");
    fs::write(
        &manifest,
        fs::read_to_string(&manifest)? + "\n[workspace]\n",
    )?;
    // cargo in another directory, on what the repository has compiled of others' code.
    let away = |directory: &Path, arguments: &str| {
        let arguments: Vec<&str> = arguments.split(' ').collect();
        output(project.cargo(&arguments).current_dir(directory))
    };
    write_user(&home.join("user"), &unpacked)?;
    away(&home.join("user"), "run -q --offline").context("a project that uses the crate")?;
    let tests = away(&unpacked, "test -q --offline --locked --lib --tests")?;
    Ok(format!(
        "{}, {}",
        kilobytes(usize::try_from(octets)?),
        test_count::note(&tests)
    ))
}

/// Writes an empty project that depends on the unpacked crate.
fn write_user(user: &Path, unpacked: &Path) -> Result<()> {
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
    Ok(())
}
