//! TypeScript's strict checks over the JavaScript of the package and of the page.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::json;

use crate::process::output;
use crate::project::{Project, files};
use crate::site;

/// Checks every JavaScript file against its comments and the hand-written declarations.
pub(crate) fn check(project: &Project) -> Result<String> {
    let mut count = check_files(project, "package", &sources(&project.path("pkg-template")))?;
    if project.path("www").exists() {
        // The page imports the package from beside itself: its files are checked where that is so.
        count += check_files(project, "page", &sources(&site::directory(project)))?;
    }
    Ok(format!("{count} files"))
}

/// The files are named one by one: by a pattern, `index.d.ts` would keep `index.js` from being checked.
fn check_files(project: &Project, name: &str, files: &[PathBuf]) -> Result<usize> {
    let config = project.target.join(format!("tsconfig-{name}.json"));
    let text = json!({ "extends": project.path("tests/tsconfig.json"), "files": files });
    fs::write(&config, format!("{text:#}\n"))?;
    output(project.npm_program("tsc").arg("--project").arg(&config))?;
    Ok(files.len())
}

fn sources(directory: &Path) -> Vec<PathBuf> {
    [".js", ".d.ts"]
        .iter()
        .flat_map(|suffix| files(directory, suffix))
        .collect()
}
