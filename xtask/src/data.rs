//! `data`: writes a file of campaign rows to measure and to try things on; the same bytes for the same seed.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context as _, Result};

use crate::project::Project;
use crate::steps::seconds;

// The tests of the command make their rows with it too.
#[path = "../../tests/campaign/mod.rs"]
mod campaign;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Number of rows
    #[arg(long, value_name = "N", default_value_t = 1_000_000)]
    rows: u64,
    /// Seed of the random numbers: equal seeds give equal rows, and more rows begin with the same ones
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// The CSV file to write; target/data/campaign-ROWS.csv without it
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let default = || {
        project
            .target
            .join(format!("data/campaign-{}.csv", options.rows))
    };
    let path = options.out.clone().unwrap_or_else(default);
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory)?;
    }
    let start = Instant::now();
    write(options, &path).with_context(|| format!("cannot write {}", path.display()))?;
    let (bytes, rows) = (fs::metadata(&path)?.len(), options.rows);
    println!(
        "{}: {rows} rows, {bytes} bytes, {}",
        path.display(),
        seconds(start.elapsed())
    );
    Ok(())
}

/// Writes next to the file, which is there only when it is whole.
fn write(options: &Options, path: &PathBuf) -> Result<()> {
    let part = path.with_added_extension("part");
    let mut file = BufWriter::with_capacity(1 << 20, File::create(&part)?);
    let mut campaign = campaign::Campaign::new(options.seed);
    let mut text = campaign::HEADER.to_owned();
    for _ in 0..options.rows {
        campaign.write_row(&mut text);
        file.write_all(text.as_bytes())?;
        text.clear();
    }
    file.write_all(text.as_bytes())?;
    file.into_inner()?.sync_all()?;
    fs::rename(part, path)?;
    Ok(())
}
