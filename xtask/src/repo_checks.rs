//! Rules of the repository that no compiler checks: lock files, registry hosts, lengths of files, `unsafe`, the minimum Rust
//! version, licences.

use std::fs;

use anyhow::{Result, bail};

use crate::licences;
use crate::process::stdout;
use crate::project::Project;

/// Longest hand-written source file, in lines.
const LONGEST: usize = 400;

/// Names of registry hosts: nothing in the repository depends on where packages come from. (In pieces, so
/// that this file passes its own check.)
const HOSTS: &[&str] = &[
    concat!("registry.", "npmjs."),
    concat!("registry.", "yarnpkg."),
    concat!("index.", "crates.io"),
    concat!("static.", "crates.io"),
    concat!("files.", "pythonhosted."),
    concat!("deb.", "debian.org"),
];

/// Directories in which `unsafe` may be allowed; the lint of `Cargo.toml` denies it everywhere else.
const UNSAFE: &[&str] = &[
    "src/count/x86_64/",
    "pkg-template/bindings/src/scratch.rs",
    "pkg-template/plain/",
];

/// Directories that may use a newer standard library than `rust-version` has: the query engine needs a newer Rust anyway.
const NEWER_RUST: &[&str] = &["src/sql/", "src/bin/septet/sql/"];

/// Checks every file that git tracks, and the licences.
pub(crate) fn check(project: &Project) -> Result<String> {
    let mut git = project.command("git");
    git.args([
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]);
    let names = stdout(&mut git)?;
    let (mut findings, mut checked) = (Vec::new(), 0);
    for name in names.split_terminator('\0') {
        // Binary files, and files deleted but not yet committed, have no text to check.
        if let Ok(text) = fs::read_to_string(project.path(name)) {
            checked += 1;
            let found = check_file(name, &text);
            findings.extend(
                found
                    .into_iter()
                    .map(|finding| format!("{name}: {finding}")),
            );
        }
    }
    if !findings.is_empty() {
        bail!("{}", findings.join("\n"));
    }
    let packages = licences::check(project)?;
    Ok(format!("{checked} files, licences of {packages} packages"))
}

/// Checks one file and lists the findings.
fn check_file(name: &str, text: &str) -> Vec<String> {
    let mut findings = Vec::new();
    let starts = |places: &[&str]| places.iter().any(|place| name.starts_with(place));
    let ends = |suffixes: &[&str]| suffixes.iter().any(|suffix| name.ends_with(suffix));
    if name.ends_with("package-lock.json") && text.contains("\"resolved\"") {
        let advice = "npm's omit-lockfile-registry-resolved leaves them out";
        findings.push(format!("has download addresses; {advice}"));
    }
    for host in HOSTS.iter().filter(|host| text.contains(**host)) {
        findings.push(format!("names the registry host {host}"));
    }
    if starts(&["src/", "pkg-template/"]) && text.contains("unsafe_code,") && !starts(UNSAFE) {
        findings.push(format!(
            "allows unsafe code; only {} may",
            UNSAFE.join(", ")
        ));
    }
    let is_newer = text.contains(concat!("clippy::", "incompatible_msrv"));
    if ends(&[".rs"]) && is_newer && !starts(NEWER_RUST) {
        findings.push(format!(
            "lifts clippy's incompatible_msrv; only {} may",
            NEWER_RUST.join(", ")
        ));
    }
    if name == "Cargo.toml" && !has_msrv_lint(text) {
        findings.push(
            "has no rust-version, or clippy's lint incompatible_msrv is not \"warn\"".to_owned(),
        );
    }
    let is_source = starts(&[
        "src/",
        "xtask/",
        "www/",
        "pkg-template/",
        "tests/",
        "benches/",
        "examples/",
        "fuzz/",
    ]) && ends(&[".rs", ".js", ".mjs", ".css", ".html"]);
    let mut head = text.lines().take(3);
    let is_generated = head.any(|line| line.to_lowercase().contains("generated"));
    let lines = text.lines().count();
    if is_source && !is_generated && lines > LONGEST {
        findings.push(format!(
            "{lines} lines; a hand-written file has at most {LONGEST}"
        ));
    }
    findings
}

/// True if clippy compares the standard library's items with a minimum Rust version.
fn has_msrv_lint(manifest: &str) -> bool {
    let has = |wanted: &str| manifest.lines().any(|line| line.starts_with(wanted));
    has("rust-version = \"")
        && (has("incompatible_msrv = \"warn\"") || has("incompatible_msrv = \"deny\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn download_addresses_and_hosts_are_found() {
        let lock = format!("{{\"resolved\": \"https://{}org/a.tgz\"}}", HOSTS[0]);
        assert_eq!(check_file("tests/package-lock.json", &lock).len(), 2);
        assert!(check_file("README.md", "cargo add septet").is_empty());
    }

    #[test]
    fn few_places_may_allow_unsafe_or_a_newer_rust() {
        let text = "#![allow(\n    unsafe_code,\n    reason = \"\"\n)]\n#![allow(unsafe_code, reason = \"\")]";
        assert_eq!(check_file("src/count/utf8.rs", text).len(), 1);
        assert!(check_file("src/count/x86_64/mod.rs", text).is_empty());
        let text = concat!("#![allow(clippy::", "incompatible_msrv)]");
        assert_eq!(check_file("src/pdu/mod.rs", text).len(), 1);
        assert!(check_file("src/sql/mod.rs", text).is_empty());
    }

    #[test]
    fn the_minimum_rust_version_is_checked_by_clippy() {
        let manifest = "rust-version = \"1.88\"\n[lints.clippy]\nincompatible_msrv = \"warn\"\n";
        assert!(check_file("Cargo.toml", manifest).is_empty());
        assert_eq!(
            check_file("Cargo.toml", &manifest.replace("warn", "allow")).len(),
            1
        );
        assert_eq!(
            check_file("Cargo.toml", &manifest.replace("rust", "no")).len(),
            1
        );
    }

    #[test]
    fn only_hand_written_sources_have_a_maximum_length() {
        let long = "x\n".repeat(LONGEST + 1);
        assert_eq!(check_file("src/a.rs", &long).len(), 1);
        assert_eq!(check_file("tests/a.test.mjs", &long).len(), 1);
        assert!(check_file("src/a.rs", &format!("// Generated by a test.\n{long}")).is_empty());
        assert!(check_file("src/data.json", &long).is_empty());
    }
}
