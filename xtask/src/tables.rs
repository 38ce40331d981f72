//! `tables`: rewrites the generated Rust from the reviewed sources under `tests/data/`.

use anyhow::Result;

use crate::process::live;
use crate::project::Project;

/// Runs the test that proves the tables current, in the mode that makes them so.
pub(crate) fn run(project: &Project) -> Result<()> {
    live(
        project
            .cargo(&["test", "-q", "--test", "tables_current"])
            .env("UPDATE", "1"),
    )
}
