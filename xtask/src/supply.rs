//! Part of `hygiene`: whose code is built. Every licence is one of a list, and what the crate brings along by
//! default is as little as it says.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::process::stdout;
use crate::project::Project;
use crate::steps::step;

/// Licences that go together with MIT OR Apache-2.0.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "NCSA",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    "bzip2-1.0.6",
];

/// What the crate depends on with its default features, all of it and without build scripts.
const BY_DEFAULT: &[&str] = &["unicode-segmentation"];

/// Every package that is built here, a query engine and a cluster included: what they bring along is read, not compiled.
const MANIFESTS: &[&str] = &[
    "Cargo.toml",
    "xtask/Cargo.toml",
    "fuzz/Cargo.toml",
    "examples/ballista/Cargo.toml",
];

/// Checks the crate with every feature, and whatever else is built here.
pub(crate) fn run(project: &Project) -> Result<()> {
    step("licences and default dependencies", || {
        let mut packages = 0;
        for manifest in MANIFESTS {
            let metadata = metadata(project, manifest, &["--all-features"])?;
            let found = refused(&metadata);
            if !found.is_empty() {
                bail!("{manifest}: {}", found.join(", "));
            }
            packages += metadata["packages"].as_array().map_or(0, Vec::len);
        }
        let metadata = metadata(project, "Cargo.toml", &[])?;
        by_default(&metadata)?;
        Ok(format!("{packages} packages"))
    })?;
    Ok(())
}

fn metadata(project: &Project, manifest: &str, more: &[&str]) -> Result<Value> {
    let mut cargo = project.cargo(&["metadata", "--locked", "--format-version=1"]);
    cargo.args(["--manifest-path", manifest]).args(more);
    Ok(serde_json::from_str(&stdout(&mut cargo)?)?)
}

/// Packages under a licence that is not allowed, each with it.
fn refused(metadata: &Value) -> Vec<String> {
    let packages = metadata["packages"].as_array().into_iter().flatten();
    // Our own packages have no source; those that are not published have no licence either.
    let foreign = packages.filter(|package| !package["source"].is_null());
    let refused = foreign.filter(|package| !package["license"].as_str().is_some_and(is_allowed));
    refused
        .map(|package| format!("{} is under {}", package["name"], package["license"]))
        .collect()
}

/// Whether an SPDX expression, or an older one with slashes, can be met with what is allowed. `AND` binds closer
/// than `OR`; in parentheses there are alternatives.
fn is_allowed(expression: &str) -> bool {
    let plain = expression.replace(" / ", " OR ").replace('/', " OR ");
    if let (Some(open), Some(close)) = (plain.find('('), plain.find(')'))
        && open < close
    {
        // What stands in parentheses is allowed or not, as MIT is and a licence without a name is not.
        let inner = if is_allowed(&plain[open + 1..close]) {
            "MIT"
        } else {
            "none"
        };
        return is_allowed(&format!("{}{inner}{}", &plain[..open], &plain[close + 1..]));
    }
    let all = |alternative: &str| {
        alternative
            .split(" AND ")
            .all(|name| ALLOWED.contains(&name))
    };
    plain.split(" OR ").any(all)
}

/// An error unless the crate depends on what it says by default, without build scripts.
fn by_default(metadata: &Value) -> Result<()> {
    let nodes = metadata["resolve"]["nodes"].as_array();
    let nodes = nodes.context("cargo metadata resolves nothing")?;
    let mut reached = BTreeSet::new();
    let mut waiting = vec![
        metadata["resolve"]["root"]
            .as_str()
            .context("no root package")?,
    ];
    while let Some(id) = waiting.pop() {
        let node = nodes.iter().find(|node| node["id"] == id);
        let dependencies = node.and_then(|node| node["deps"].as_array());
        for dependency in dependencies.into_iter().flatten() {
            let kinds = dependency["dep_kinds"].as_array().into_iter().flatten();
            let is_normal = kinds.into_iter().any(|kind| kind["kind"].is_null());
            let name = dependency["pkg"].as_str().unwrap_or_default();
            if is_normal && reached.insert(name) {
                waiting.push(name);
            }
        }
    }
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let mut names = Vec::new();
    for package in
        packages.filter(|package| reached.contains(package["id"].as_str().unwrap_or_default()))
    {
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
        names.extend(package["name"].as_str());
    }
    if names != BY_DEFAULT {
        bail!("by default the crate depends on {names:?}, not on {BY_DEFAULT:?}");
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
            "Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT",
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
