//! `screenshots`: the pictures of the composer page that the README shows, in light and dark.

use std::process::Command;

use anyhow::Result;

use crate::process::output;
use crate::project::Project;
use crate::steps::step;
use crate::{need, serve, site};

pub(crate) fn run(project: &Project) -> Result<()> {
    need::node(project)?;
    need::chromium()?;
    let address = serve::background(site::build(project)?)?;
    step("screenshots", || {
        let mut node = Command::new("node");
        node.current_dir(project.path("tests")).args([
            "page/screenshots.mjs",
            &address,
            "../benches",
        ]);
        output(&mut node).map(|_| "benches/page-light.png, benches/page-dark.png")
    })?;
    Ok(())
}
