//! `bench`: installs and builds what benchmarks need, then has `benches/run.mjs` run them and write `benches/RESULTS.md`.

use anyhow::Result;

use crate::process::live;
use crate::project::Project;
use crate::{install, python, site};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// `native`, `npm`, `python` or names of benchmarks, such as `native/count`; all of them if none is named
    names: Vec<String>,
    /// Print the one table of all that was measured before, and measure nothing
    #[arg(long, conflicts_with = "names")]
    overview: bool,
}

/// Runs the benchmarks asked for; each finished table is in the file before the next benchmark starts.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let mut node = project.command("node");
    node.arg("benches/run.mjs")
        .env("CARGO_TARGET_DIR", &project.target);
    if options.overview {
        return live(node.arg("--overview"));
    }
    let has = |kind: &str, suffix: &str| {
        let is_one = |name: &String| {
            let name = name.trim_start_matches(&format!("{kind}/"));
            name == kind
                || project
                    .path(&format!("benches/{kind}/{name}.{suffix}"))
                    .is_file()
        };
        options.names.is_empty() || options.names.iter().any(is_one)
    };
    let (is_npm, is_python) = (has("npm", "mjs"), has("python", "py"));
    if is_npm {
        install::chromium()?;
    }
    if is_python {
        node.env("SEPTET_PYTHON", python::environment(project)?);
    }
    if is_npm || is_python {
        site::build(project)?;
    }
    // The benchmark `bulk` runs scripts in Node beside the command.
    install::packages(&project.path("benches/npm"))?;
    live(node.args(&options.names))
}
