//! The step `types`: TypeScript's strict checks over the JavaScript of the package and of the page.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::{Value, json};

use crate::process::output;
use crate::project::{Project, files};
use crate::test::Session;

/// Checks every JavaScript file against its comments and the hand-written declarations.
pub(crate) fn check(session: &Session<'_>) -> Result<String> {
    let project = session.project;
    let package = sources(&project.path("pkg-template"), "wasm");
    let page = sources(&project.path("www"), "strings");
    check_files(project, "package", &package, &json!({}))?;
    // The page imports the package and its libraries by name, as the build of the site resolves them.
    let types = project.path("pkg-template");
    let paths = json!({
        "septet": [types.join("index.d.ts")],
        "septet/*": [types.join("*.d.ts")],
        "*": [project.path("tests/node_modules/*")],
    });
    let options = json!({ "resolveJsonModule": true, "paths": paths });
    check_files(project, "page", &page, &options)?;
    Ok(format!("{} files", package.len() + page.len()))
}

/// The files are named one by one: by a pattern, `index.d.ts` would keep `index.js` from being checked.
fn check_files(project: &Project, name: &str, files: &[PathBuf], options: &Value) -> Result<()> {
    let config = project.target.join(format!("tsconfig-{name}.json"));
    let text = json!({
        "extends": project.path("tests/tsconfig.json"), "compilerOptions": options, "files": files,
    });
    fs::write(&config, format!("{text:#}\n"))?;
    output(project.npm_program("tsc").arg("--project").arg(&config)).map(|_| ())
}

/// Every source below a directory, except below the one named `skip`: what is there was built.
fn sources(directory: &Path, skip: &str) -> Vec<PathBuf> {
    let mut found = files(directory, ".js");
    found.extend(files(directory, ".d.ts"));
    let below = std::fs::read_dir(directory).into_iter().flatten().flatten();
    for entry in below.filter(|entry| entry.file_name() != skip && entry.path().is_dir()) {
        found.extend(sources(&entry.path(), skip));
    }
    found
}
