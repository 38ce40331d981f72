//! Licences and dependencies: every licence is on a list, and by default the crate brings along as little as it says.

use anyhow::{Result, bail, ensure};
use serde_json::Value;
use spdx::{Expression, ParseMode};

use crate::process::stdout;
use crate::project::Project;

/// Licences that go together with MIT OR Apache-2.0. An exception (`WITH`) only adds permissions.
const ALLOWED: &str = "0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause BSL-1.0 CC0-1.0 CDLA-Permissive-2.0 ISC MIT MIT-0 NCSA \
    Unicode-3.0 Unicode-DFS-2016 Unlicense Zlib bzip2-1.0.6";

/// Dependencies of the crate with its default features, all of them and without build scripts.
const BY_DEFAULT: &[&str] = &["unicode-segmentation"];

/// Every package that is built here, a query engine and a cluster included: metadata is read, nothing compiled.
const MANIFESTS: &[&str] = &[
    "Cargo.toml",
    "xtask/Cargo.toml",
    "fuzz/Cargo.toml",
    "benches/instructions/Cargo.toml",
    "examples/ballista/Cargo.toml",
];

/// Checks the workspace with every feature, and whatever else is built here; the number of packages.
pub(crate) fn check(project: &Project) -> Result<usize> {
    let mut count = 0;
    for manifest in MANIFESTS {
        let mut cargo = project.cargo(&[
            "metadata",
            "--locked",
            "--format-version=1",
            "--all-features",
        ]);
        let metadata: Value =
            serde_json::from_str(&stdout(cargo.args(["--manifest-path", manifest]))?)?;
        let packages = metadata["packages"]
            .as_array()
            .map_or(&[][..], Vec::as_slice);
        let refused = refused(packages);
        ensure!(refused.is_empty(), "{manifest}: {}", refused.join(", "));
        if *manifest == "Cargo.toml" {
            by_default(project, packages)?;
        }
        count += packages.len();
    }
    Ok(count)
}

/// Packages under a licence that is not allowed, each with it.
fn refused(packages: &[Value]) -> Vec<String> {
    // Our own packages have no source; those that are not published have no licence either.
    let foreign = packages
        .iter()
        .filter(|package| !package["source"].is_null());
    let refused = foreign.filter(|package| !package["license"].as_str().is_some_and(is_allowed));
    refused
        .map(|package| format!("{} is under {}", package["name"], package["license"]))
        .collect()
}

/// True if an SPDX expression, or an older one with slashes, allows a licence of the list.
fn is_allowed(expression: &str) -> bool {
    let parsed = Expression::parse_mode(expression, ParseMode::LAX);
    parsed.is_ok_and(|expression| {
        expression.evaluate(|wanted| {
            wanted
                .license
                .id()
                .is_some_and(|id| ALLOWED.split(' ').any(|allowed| allowed == id.name))
        })
    })
}

/// An error unless the crate depends on what it says by default, without build scripts.
fn by_default(project: &Project, packages: &[Value]) -> Result<()> {
    let tree =
        stdout(&mut project.cargo(&["tree", "--locked", "-e=normal,build", "--prefix=none"]))?;
    let names: Vec<&str> = tree
        .lines()
        .skip(1)
        .filter_map(|line| line.split(' ').next())
        .collect();
    ensure!(
        names == BY_DEFAULT,
        "by default the crate depends on {names:?}, not on {BY_DEFAULT:?}"
    );
    for package in packages.iter().filter(|package| {
        package["name"]
            .as_str()
            .is_some_and(|name| names.contains(&name))
    }) {
        let targets = package["targets"].as_array().into_iter().flatten();
        if targets
            .into_iter()
            .any(|target| target["kind"][0] == "custom-build")
        {
            bail!(
                "{} has a build script: nothing of the default tree may",
                package["name"]
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    #[test]
    fn expressions_are_met_by_one_alternative() {
        for allowed in [
            "MIT",
            "MIT/Apache-2.0",
            "Apache-2.0 / MIT",
            "GPL-3.0-only OR MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception",
        ] {
            assert!(is_allowed(allowed), "{allowed}");
        }
        for refused in [
            "",
            "GPL-3.0-only",
            "MIT AND GPL-3.0-only",
            "(GPL-3.0-only) AND MIT",
        ] {
            assert!(!is_allowed(refused), "{refused}");
        }
    }
}
