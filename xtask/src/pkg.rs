//! `pkg`: the npm package in `pkg/`: the WebAssembly modules, then `pkg-template/build.mjs`, which puts it together.

use std::path::PathBuf;

use anyhow::Result;
use serde_json::{Map, Value};

use crate::process::output;
use crate::project::Project;
use crate::steps::step;
use crate::{install, wasm};

/// The fields of `Cargo.toml` that the package takes over.
const FIELDS: [&str; 5] = [
    "version",
    "description",
    "license",
    "repository",
    "homepage",
];

/// Builds the package from nothing.
pub(crate) fn build(project: &Project) -> Result<()> {
    install::node(project)?;
    wasm::build(project)?;
    step("npm package", || {
        let field = |key: &str| (key.to_owned(), project.manifest_field(key).into());
        let fields = Value::Object(Map::from_iter(FIELDS.map(field)));
        let mut node = project.command("node");
        node.arg("pkg-template/build.mjs")
            .arg(fields.to_string())
            .args(wasm::names());
        output(&mut node).map(|note| note.trim().to_owned())
    })?;
    Ok(())
}

/// Packs `pkg/` into the tarball that npm would publish, under the target directory.
pub(crate) fn pack(project: &Project) -> Result<PathBuf> {
    let mut npm = project.command("npm");
    npm.args(["pack", "--silent", "--pack-destination"]);
    output(npm.arg(&project.target).arg(project.path("pkg")))?;
    Ok(project
        .target
        .join(format!("septet-{}.tgz", project.version)))
}
