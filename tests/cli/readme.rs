//! Runs every example of the command in the README and the manuals: the lines below `$` are its output.

use std::process::Command;

/// Pages with examples.
const PAGES: [&str; 4] = [
    include_str!("../../README.md"),
    include_str!("../../docs/command.md"),
    include_str!("../../docs/recipes.md"),
    include_str!("../../docs/sql.md"),
];

/// The command after `$ ` and the lines of output below it, for each example.
fn examples() -> Vec<(String, String)> {
    let mut examples: Vec<(String, String)> = Vec::new();
    let blocks = PAGES
        .iter()
        .flat_map(|page| page.split("```console\n").skip(1));
    for block in blocks {
        let block = block.split("```").next().unwrap_or_default();
        for line in block.lines() {
            match (line.strip_prefix("$ "), examples.last_mut()) {
                (Some(command), _) => examples.push((command.to_owned(), String::new())),
                (None, Some((_, output))) => output.extend([line, "\n"]),
                (None, None) => panic!("output without a command: {line}"),
            }
        }
    }
    examples.retain(|(command, output)| command.contains("septet ") && !output.is_empty());
    // Only some builds of the command have it.
    examples.retain(|(command, _)| cfg!(feature = "sql") || !command.contains("septet sql "));
    examples
}

#[cfg(unix)]
#[test]
fn examples_of_the_manuals() {
    let binary = std::path::Path::new(env!("CARGO_BIN_EXE_septet"));
    let path = std::env::join_paths(
        std::iter::once(binary.parent().unwrap().to_owned())
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    );
    let examples = examples();
    assert!(examples.len() >= 5, "{examples:?}");
    let path = path.unwrap();
    for (command, expected) in examples {
        let output = Command::new("sh")
            .args(["-c", &command])
            .env("PATH", &path)
            .env_remove("COLUMNS")
            .env_remove("CLICOLOR_FORCE")
            .output()
            .unwrap();
        let printed = [output.stdout, output.stderr].concat();
        assert_eq!(String::from_utf8(printed).unwrap(), expected, "$ {command}");
    }
}
