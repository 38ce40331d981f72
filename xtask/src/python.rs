//! Step `python`: the plain module from Python and `DuckDB`, with packages in an environment under the target directory.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::install;
use crate::process::output;
use crate::project::Project;
use crate::steps::step;
use crate::test::Session;
use crate::test_count;

/// The packages with their versions.
const REQUIREMENTS: &str = "tests/plain/requirements.txt";

/// Runs the tests.
pub(crate) fn check(session: &Session<'_>) -> Result<String> {
    let directory = session.project.path("tests/plain");
    let mut tests = Command::new(environment(session.project)?);
    tests.args(["-m", "unittest", "-v", "test_module"]);
    let said = output(tests.current_dir(directory))?;
    Ok(test_count::note(&said))
}

/// The interpreter of the environment, with the packages installed.
pub(crate) fn environment(project: &Project) -> Result<PathBuf> {
    install::python()?;
    let environment = project.target.join("python");
    let (python, stamp) = (
        environment.join("bin/python"),
        environment.join("installed"),
    );
    let wanted = fs::read(project.path(REQUIREMENTS))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    step("install Python packages", || {
        let mut venv = Command::new("python3");
        output(venv.args(["-m", "venv", "--clear"]).arg(&environment))?;
        let mut pip = Command::new(&python);
        pip.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ]);
        output(pip.arg("--requirement").arg(project.path(REQUIREMENTS)))?;
        Ok(format!("pip install in {}", environment.display()))
    })?;
    fs::write(stamp, wanted)?;
    Ok(python)
}
