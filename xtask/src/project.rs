//! Facts about the project: the repository, the target directory, the version.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use crate::process;

/// The dependency that takes minutes to compile, as a feature names it.
const HEAVY: &str = "dep:datafusion";

/// The word of a command that stands for [`Project::light_features`].
pub(crate) const LIGHT: &str = "LIGHT";

/// The repository and what `cargo metadata` says about it.
pub(crate) struct Project {
    /// Directory of the crate's `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// The directory into which cargo builds the crate, as set by configuration or environment.
    pub(crate) target: PathBuf,
    /// Version of the crate, and so of the npm package.
    pub(crate) version: String,
    /// The crate's entry in the output of `cargo metadata`.
    package: Value,
}

impl Project {
    /// Reads the project that this xtask was built in.
    pub(crate) fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask has no parent directory")?
            .to_owned();
        let mut metadata = Command::new("cargo");
        metadata
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .current_dir(&root);
        let mut metadata: Value = serde_json::from_str(&process::stdout(&mut metadata)?)?;
        let packages = metadata["packages"].as_array_mut();
        let package = packages
            .and_then(|packages| {
                packages
                    .iter_mut()
                    .find(|package| package["name"] == "septet")
            })
            .context("cargo metadata names no package septet")?
            .take();
        let text = |value: &Value| value.as_str().map(str::to_owned);
        Ok(Self {
            target: text(&metadata["target_directory"])
                .context("cargo metadata names no target directory")?
                .into(),
            version: text(&package["version"]).context("cargo metadata names no version")?,
            package,
            root,
        })
    }

    /// A field of the crate's manifest, if it has one.
    pub(crate) fn manifest_field(&self, key: &str) -> Option<&str> {
        self.package[key].as_str()
    }

    /// The features that docs.rs shows, as `--features` takes them; without a query engine.
    pub(crate) fn features_of_documentation(&self) -> String {
        let shown = listed(&self.package["metadata"]["docs"]["rs"]["features"]);
        joined(shown.filter(|name| self.is_light(name)))
    }

    /// The argument that turns on every feature but those that compile a query engine, which have steps of their own. The
    /// features are those of the crate alone, also where the whole workspace is built.
    pub(crate) fn light_features(&self) -> String {
        let features = self.package["features"].as_object();
        let names = features.into_iter().flat_map(Map::keys);
        let light = names.filter(|name| self.is_light(name));
        let light: Vec<String> = light.map(|name| format!("septet/{name}")).collect();
        format!("--features={}", light.join(","))
    }

    /// True if a feature compiles no query engine.
    fn is_light(&self, feature: &str) -> bool {
        !enables(&self.package["features"], feature, HEAVY)
    }

    /// A path inside the repository.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// A command that runs in the repository.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        // `cargo run` describes xtask's own package to this process. Build scripts that watch these variables would run
        // again, and everything that depends on them compile again, each time.
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
                command.env_remove(name);
            }
        }
        command
    }

    /// `cargo` in the repository, building where [`Project::target`] says.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.command("cargo");
        command.args(arguments);
        // The build tool has been compiled where `cargo xtask` compiles it.
        if !arguments.contains(&"--manifest-path=xtask/Cargo.toml") {
            command.env("CARGO_TARGET_DIR", &self.target);
        }
        command
    }

    /// A program that an npm development dependency installs.
    pub(crate) fn npm_program(&self, name: &str) -> Command {
        let path = self.path("tests/node_modules/.bin").join(name);
        self.command(&path.to_string_lossy())
    }
}

/// Features, separated by commas.
fn joined<'f>(features: impl Iterator<Item = &'f str>) -> String {
    features.collect::<Vec<_>>().join(",")
}

/// The strings of a list; none where there is no list.
fn listed(features: &Value) -> impl Iterator<Item = &str> {
    let features = features.as_array().into_iter().flatten();
    features.filter_map(Value::as_str)
}

/// True if a feature enables `wanted`, itself or through others.
fn enables(features: &Value, name: &str, wanted: &str) -> bool {
    name == wanted || listed(&features[name]).any(|other| enables(features, other, wanted))
}

/// The files of a directory whose names end with `suffix`, sorted; none if there is no such directory.
pub(crate) fn files(directory: &Path, suffix: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(directory) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.to_string_lossy().ends_with(suffix) && path.is_file())
        .collect();
    files.sort();
    files
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_feature_is_heavy_by_what_it_enables() {
        let features = json!({
            "default": ["std"],
            "engine": ["std", "dep:datafusion"],
            "queries": ["default", "engine", "datafusion/sql"],
            "std": [],
        });
        let light = |name| !enables(&features, name, HEAVY);
        assert!(light("default") && light("std"));
        assert!(!light("engine") && !light("queries"));
    }

    #[test]
    fn the_light_features_are_all_but_two() {
        let project = Project::find().unwrap();
        let light = project.light_features();
        for name in ["cli", "default", "messages", "serde"] {
            assert!(light.contains(name), "{light}");
        }
        assert!(
            !light.contains("datafusion") && !light.contains("sql"),
            "{light}"
        );
    }
}
