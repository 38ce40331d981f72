//! `miri`: the fast paths of counting, which alone have `unsafe`, under Miri and under the address sanitizer. Miri
//! interprets every instruction and knows what memory may be read, so it sees some of the lengths and takes minutes; the
//! sanitizer sees all of them. Both need a nightly toolchain.

use anyhow::{Result, bail};

use crate::need;
use crate::process::output;
use crate::project::Project;
use crate::steps::step;
use crate::tally;

/// The tests of the fast paths against the oracle.
const TESTS: &[&str] = &["--test=core", "--", "fast_paths::"];
const MORE_TESTS: &[&str] = &["--test=core", "--", "fast_paths::", "count::"];

/// Runs both.
pub(crate) fn run(project: &Project) -> Result<()> {
    need::miri(project)?;
    step("miri", || {
        let mut miri = project.cargo(&["miri", "test"]);
        miri.args(TESTS)
            .env("RUSTUP_TOOLCHAIN", "nightly")
            .env("CARGO_TARGET_DIR", project.target.join("miri"))
            // The processor that is interpreted has what the tests are compiled for.
            .env("RUSTFLAGS", "-Ctarget-feature=+avx2,+popcnt")
            .env("MIRIFLAGS", "-Zmiri-disable-isolation")
            .env("PROPTEST_CASES", "2");
        output(&mut miri).map(|text| tally::note(&text))
    })?;
    step("address sanitizer", || {
        let Some(host) = host(project)? else {
            bail!("rustc does not name its host");
        };
        let mut sanitized = project.cargo(&["test", "--target", &host]);
        sanitized
            .args(MORE_TESTS)
            .env("RUSTUP_TOOLCHAIN", "nightly")
            .env("CARGO_TARGET_DIR", project.target.join("asan"))
            .env("RUSTFLAGS", "-Zsanitizer=address");
        output(&mut sanitized).map(|text| tally::note(&text))
    })?;
    Ok(())
}

/// The target that a sanitizer has to be told, so that build scripts and macros go without.
fn host(project: &Project) -> Result<Option<String>> {
    let version = output(project.command("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.map(str::to_owned))
}
