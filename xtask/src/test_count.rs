//! Counts the tests of a command, from the closing lines of cargo, node, wasm-bindgen and Python.

/// `214 tests`, or nothing if the output names no tests.
pub(crate) fn note(output: &str) -> String {
    match output.lines().filter_map(passed).sum() {
        0 => String::new(),
        1 => "1 test".to_owned(),
        count => format!("{count} tests"),
    }
}

/// The tests that passed: `test result: ok. 3 passed; …` (cargo, wasm-bindgen), `# pass 3` or `ℹ pass 3` (node),
/// `Ran 3 tests in …` (Python, whose exit code says that all passed).
fn passed(line: &str) -> Option<usize> {
    let prefixes = ["test result: ok. ", "# pass ", "ℹ pass ", "Ran "];
    let rest = prefixes
        .iter()
        .find_map(|prefix| line.trim().strip_prefix(prefix))?;
    rest.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::note;

    #[test]
    fn closing_lines_are_added_up() {
        let cargo = "test result: ok. 3 passed; 0 failed; 0 ignored\n\ntest result: ok. 4 passed; 0 failed\n";
        assert_eq!(note(cargo), "7 tests");
        assert_eq!(note("# tests 2\n# pass 1\n# fail 0\n"), "1 test");
        assert_eq!(note("ℹ tests 5\nℹ pass 5\n"), "5 tests");
        assert_eq!(note("Ran 10 tests in 4.2s\n\nOK\n"), "10 tests");
        assert_eq!(note("Finished\n"), "");
    }
}
