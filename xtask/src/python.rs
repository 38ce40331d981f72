//! Step `python`: the plain module from Python and `DuckDB`, with packages in an environment under the target directory.

use std::fs;
use std::process::Command;

use anyhow::Result;

use crate::install;
use crate::process::output;
use crate::test::Session;
use crate::test_count;

/// The packages with their versions.
const REQUIREMENTS: &str = "tests/plain/requirements.txt";

/// Installs what is missing and runs the tests.
pub(crate) fn check(session: &Session<'_>) -> Result<String> {
    let project = session.project;
    install::python()?;
    let environment = project.target.join("python");
    let (python, stamp) = (
        environment.join("bin/python"),
        environment.join("installed"),
    );
    let wanted = fs::read(project.path(REQUIREMENTS))?;
    if !fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        output(
            Command::new("python3")
                .args(["-m", "venv", "--clear"])
                .arg(&environment),
        )?;
        let mut pip = Command::new(&python);
        pip.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--requirement",
        ]);
        output(pip.arg(project.path(REQUIREMENTS)))?;
        fs::write(stamp, wanted)?;
    }
    let mut tests = Command::new(python);
    tests
        .arg("-m")
        .arg("unittest")
        .arg("-v")
        .arg(project.path("tests/plain/test_module.py"));
    let said = output(tests.current_dir(project.path("tests/plain")))?;
    Ok(test_count::note(&said))
}
