//! No import goes up: the layers of the library, and no cycles among the files of library and command.
//!
//! `source` reads a crate from its root file along its `mod` lines; `paths` finds every path that a module mentions, in
//! `use` lines, expressions, types and macros; `resolve` follows a path through aliases, re-exports and globs to the module
//! that defines its end; `rules` judges. `made_up` proves on invented crates that each kind of import is seen.

mod made_up;
mod paths;
mod resolve;
mod rules;
mod source;

use std::path::Path;

use source::Crate;

/// The layers of the library, from the bottom. A module imports from lower layers only, never from its own.
const LAYERS: &[(&str, &[&str])] = &[
    (
        "foundation",
        &[
            "calendar", "compact", "conflict", "fnv", "json", "named", "span", "text",
        ],
    ),
    (
        "characters",
        &["address", "alphabet", "encoding", "protected"],
    ),
    ("capacities", &["limits"]),
    ("counting", &["count"]),
    ("cutting", &["segment"]),
    ("what to change", &["rcs", "smart_encoding", "truncate"]),
    ("messages to come", &["template"]),
    ("report", &["analysis"]),
    ("octets", &["pdu"]),
    ("facts", &["catalogue", "media"]),
    ("messages", &["message", "webhook"]),
    ("replies", &["twiml"]),
    ("interfaces", &["manuals", "serialize", "sql", "unstable"]),
];

fn read(root: &str) -> Crate {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    Crate::read(root, &|file| {
        std::fs::read_to_string(folder.join(file)).ok()
    })
}

#[test]
fn library_imports_from_lower_layers_only() {
    let findings = rules::upward_imports(&read("src/lib.rs"), LAYERS);
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

#[test]
fn files_of_the_library_form_no_cycle() {
    let cycles = rules::cycles(&read("src/lib.rs"));
    assert!(cycles.is_empty(), "\n{}\n", cycles.join("\n"));
}

#[test]
fn files_of_the_command_form_no_cycle() {
    let cycles = rules::cycles(&read("src/bin/septet/main.rs"));
    assert!(cycles.is_empty(), "\n{}\n", cycles.join("\n"));
}
