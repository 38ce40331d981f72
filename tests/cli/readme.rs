//! Every example of the command in the README, run: what stands under `$` is what it prints.

use std::process::Command;

/// The examples: the line behind `$ `, and the lines of output below it.
fn examples() -> Vec<(String, String)> {
    let readme = include_str!("../../README.md");
    let mut examples: Vec<(String, String)> = Vec::new();
    for block in readme.split("```console\n").skip(1) {
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
    // Not in every build of the command.
    examples.retain(|(command, _)| cfg!(feature = "sql") || !command.contains("septet sql "));
    examples
}

#[cfg(unix)]
#[test]
fn examples_of_the_readme() {
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
