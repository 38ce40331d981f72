//! `data`: writes a file of campaign rows to measure and to try things on; the same bytes for the same seed.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context as _, Result};
use indicatif::{ProgressBar, ProgressStyle};

use crate::project::Project;
use crate::steps::seconds;

// The tests of the command make their rows with it too.
#[path = "../../tests/campaign/mod.rs"]
mod campaign;

use campaign::{Campaign, HEADER};

/// Rows between two looks at the clock and the disk.
const ROWS_AT_ONCE: u64 = 1_000;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// How many rows
    #[arg(long, value_name = "N", default_value_t = 1_000_000)]
    rows: u64,
    /// The same seed gives the same rows; more rows begin with the same ones
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// The CSV file to write; target/data/campaign-ROWS.csv without it
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let name = format!("data/campaign-{}.csv", options.rows);
    let path = options
        .out
        .clone()
        .unwrap_or_else(|| project.target.join(name));
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory)?;
    }
    let start = Instant::now();
    let bytes =
        write(options, &path).with_context(|| format!("cannot write {}", path.display()))?;
    let (rows, seconds) = (options.rows, seconds(start.elapsed()));
    println!("{}: {rows} rows, {bytes} bytes, {seconds}", path.display());
    Ok(())
}

/// Writes next to the file, which is there only when it is whole; gives its length.
fn write(options: &Options, path: &PathBuf) -> Result<usize> {
    let part = path.with_added_extension("part");
    let mut file = BufWriter::with_capacity(1 << 20, File::create(&part)?);
    let bar = ProgressBar::new(options.rows);
    bar.set_style(ProgressStyle::with_template(
        "{wide_bar} {percent:>3} %  {eta} left",
    )?);
    let mut campaign = Campaign::new(options.seed);
    let (mut text, mut bytes, mut left) = (HEADER.to_owned(), 0, options.rows);
    loop {
        let rows = left.min(ROWS_AT_ONCE);
        for _ in 0..rows {
            campaign.write_row(&mut text);
        }
        file.write_all(text.as_bytes())?;
        bytes += text.len();
        bar.inc(rows);
        text.clear();
        left -= rows;
        if left == 0 {
            break;
        }
    }
    file.into_inner()?.sync_all()?;
    fs::rename(part, path)?;
    bar.finish_and_clear();
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows as one text.
    fn rows(seed: u64, count: usize) -> String {
        let (mut campaign, mut text) = (Campaign::new(seed), String::new());
        (0..count).for_each(|_| campaign.write_row(&mut text));
        text
    }

    #[test]
    fn the_seed_decides() {
        assert_eq!(rows(7, 1_000), rows(7, 1_000));
        assert_ne!(rows(7, 1_000), rows(8, 1_000));
        assert!(rows(7, 1_000).starts_with(&rows(7, 10)));
    }

    #[test]
    fn rows_are_of_every_kind() {
        let text = rows(1, 10_000);
        for kind in [
            "東京",
            "”",
            "🎉",
            "e\u{301}",
            "\u{200B}",
            "\"\"",
            "İbrahim",
            "नमस्ते",
        ] {
            assert!(text.contains(kind), "{kind}");
        }
    }
}
