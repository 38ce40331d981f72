//! `site`: the composer page as any static server can serve it: `www/` and the package's modules beside it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::pkg;
use crate::project::{Project, files};
use crate::steps::step;

/// The directory in which the page finds the package: `./septet/index.js`.
pub(crate) const PACKAGE: &str = "septet";

/// Where the site is assembled.
pub(crate) fn directory(project: &Project) -> PathBuf {
    project.target.join("site")
}

/// Builds the package, assembles the site and returns its directory.
pub(crate) fn build(project: &Project) -> Result<PathBuf> {
    pkg::build(project)?;
    assemble(project)
}

/// Assembles the site from `www/` and the package as built.
pub(crate) fn assemble(project: &Project) -> Result<PathBuf> {
    let site = directory(project);
    step("composer page", || {
        if site.exists() {
            fs::remove_dir_all(&site)?;
        }
        copy(&project.path("www"), &site)?;
        let package = site.join(PACKAGE);
        fs::create_dir_all(&package)?;
        for suffix in [".js", ".js.map", ".d.ts"] {
            for file in files(&project.path("pkg"), suffix) {
                fs::copy(
                    &file,
                    package.join(file.file_name().context("a file without a name")?),
                )?;
            }
        }
        Ok(site.display().to_string())
    })?;
    Ok(site)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
