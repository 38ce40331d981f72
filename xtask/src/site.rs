//! `site`, `serve`, `screenshots`: the composer page as any static server can serve it, `www/` bundled with the parts of the
//! package that it uses; served by `tests/serve.mjs`, as the tests have it.
//!
//! The scripts are split so that the first count needs little: what the page imports with `import()` is a file of its own.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::process::{live, output};
use crate::project::Project;
use crate::steps::step;
use crate::{install, pkg};

/// Files of `www/` that are served as they are.
const COPIED: &[&str] = &["index.html", "icon.svg", "manifest.webmanifest"];

/// Files of `www/` that are bundled, each into a file of its own name.
const ENTRIES: &[&str] = &[
    "www/app/main.js",
    "www/styles/page.css",
    "www/first-paint.js",
    "www/service-worker.js",
];

/// Files of `www/app/messages/`, each with its own part of `septet/messages`: bundled apart, because a bundle that is split puts
/// every file that two of them import into one chunk, with the WebAssembly of both.
const PARTS: &[&str] = &["www/app/messages/sending.js", "www/app/messages/replies.js"];

/// Libraries in the scripts, whose licences go with them.
const LIBRARIES: &[&str] = &["fflate"];

/// Options for bundling the scripts and styles.
const BUNDLE: &[&str] = &[
    "--bundle",
    "--format=esm",
    "--target=es2022",
    "--minify",
    // Arabic and Hindi as themselves: escapes make their strings twice as long.
    "--charset=utf8",
    "--sourcemap",
    "--log-level=warning",
    // The package says which of its files have no side effects: leaving those out is what is wanted.
    "--log-override:ignored-bare-import=silent",
];

/// Options for splitting the scripts of the page; the parts exist already.
const SPLIT: &[&str] = &[
    "--splitting",
    "--entry-names=[name]",
    "--chunk-names=[name]-[hash]",
    "--external:*/messages/sending.js",
    "--external:*/messages/replies.js",
];

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

/// Takes the pictures that the README shows, in light and dark, and many more to look at.
pub(crate) fn screenshots(project: &Project) -> Result<()> {
    install::chromium()?;
    let site = build(project)?;
    let others = project.target.join("page-pictures");
    step("screenshots", || {
        let mut node = project.command("node");
        node.arg("tests/page/screenshots.mjs")
            .arg(site)
            .arg(project.path("benches"))
            .arg(&others);
        output(&mut node)?;
        Ok(format!(
            "benches/page-light.png, benches/page-dark.png, {}",
            others.display()
        ))
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
        fs::create_dir_all(&site)?;
        for name in COPIED {
            let from = project.path("www").join(name);
            fs::copy(&from, site.join(name))
                .with_context(|| format!("cannot copy {}", from.display()))?;
        }
        for name in LIBRARIES {
            let from = project.path("tests/node_modules").join(name);
            fs::copy(
                from.join("LICENSE"),
                site.join(format!("licence-{name}.txt")),
            )
            .with_context(|| format!("no licence of {name}"))?;
        }
        let bundle = |entries: &[&str], outdir: PathBuf, options: &[&str]| {
            let mut esbuild = project.npm_program("esbuild");
            esbuild
                // The page imports the package and its libraries by name; they are installed for the tests.
                .env("NODE_PATH", project.path("tests/node_modules"))
                .args(entries)
                .arg(format!("--outdir={}", outdir.display()))
                .args(BUNDLE)
                .args(options);
            output(&mut esbuild)
        };
        bundle(PARTS, site.join("messages"), &[])?;
        bundle(ENTRIES, site.clone(), SPLIT)?;
        Ok(site.display().to_string())
    })?;
    Ok(site)
}
