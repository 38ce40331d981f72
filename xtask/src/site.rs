//! `site`, `serve`, `screenshots`: the composer page as any static server can serve it, `www/` with the package's modules
//! next to it; served by `tests/serve.mjs`, as the tests have it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{live, output};
use crate::project::{Project, files};
use crate::steps::step;
use crate::{install, pkg};

/// The directory in which the page finds the package: `./septet/index.js`.
pub(crate) const PACKAGE: &str = "septet";

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Port to listen on, 0 for any free one [default: 8160, or any free one if that is taken]
    #[arg(long)]
    port: Option<u16>,
}

/// Serves the page on 127.0.0.1 until it is interrupted.
pub(crate) fn serve(project: &Project, options: &Options) -> Result<()> {
    let mut node = project.command("node");
    node.arg("tests/serve.mjs").arg(build(project)?);
    node.args(options.port.map(|port| port.to_string()));
    live(&mut node)
}

/// Takes the pictures that the README shows, in light and dark.
pub(crate) fn screenshots(project: &Project) -> Result<()> {
    install::chromium()?;
    let site = build(project)?;
    step("screenshots", || {
        let mut node = project.command("node");
        node.arg("tests/page/screenshots.mjs")
            .arg(site)
            .arg(project.path("benches"));
        output(&mut node).map(|_| "benches/page-light.png, benches/page-dark.png")
    })?;
    Ok(())
}

/// Builds the package, assembles the site and returns its directory.
pub(crate) fn build(project: &Project) -> Result<PathBuf> {
    pkg::build(project)?;
    assemble(project)
}

/// Assembles the site from `www/` and the package as built.
pub(crate) fn assemble(project: &Project) -> Result<PathBuf> {
    let site = project.target.join("site");
    step("composer page", || {
        if site.exists() {
            fs::remove_dir_all(&site)?;
        }
        output(
            Command::new("cp")
                .arg("-R")
                .arg(project.path("www"))
                .arg(&site),
        )?;
        let package = site.join(PACKAGE);
        fs::create_dir(&package)?;
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
