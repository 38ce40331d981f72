//! The step `public-items`: what holds of everything that the crate shows to the outside, read from what rustdoc knows.
//!
//! * E1. A function or constant has an example of its own.
//! * E2. A method or associated constant has one, or is used by those of its type, which stand on the same page.
//! * E3. A type has one, or is named in one of another item: of what gives it.
//! * E4. A type can be printed, copied or cloned, and used by any thread (C-DEBUG, C-COMMON-TRAITS, C-SEND-SYNC of the
//!   Rust API guidelines).

use std::collections::HashSet;
use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value};

use crate::process::stdout;
use crate::project::Project;

/// Checks the crate as docs.rs shows it; a note on how many items there are.
pub(crate) fn check(project: &Project) -> Result<String> {
    let (items, findings) = find(&documentation(project)?)?;
    ensure!(findings.is_empty(), "{}", findings.join("\n"));
    Ok(format!("{items} items"))
}

/// Rustdoc's JSON for the crate. Its format is not stable yet; the toolchain is pinned, so it changes only when we change that.
fn documentation(project: &Project) -> Result<Value> {
    // Apart from the other builds: what this variable is set for is compiled anew.
    let target = project.target.join("public-items");
    let mut rustdoc = project.cargo(&["rustdoc", "-q", "--locked", "--lib", "--features"]);
    rustdoc
        .arg(project.features_of_documentation())
        .args(["--", "-Zunstable-options", "--output-format=json"])
        .env("CARGO_TARGET_DIR", &target)
        .env("RUSTC_BOOTSTRAP", "1");
    stdout(&mut rustdoc)?;
    let json = fs::read_to_string(target.join("doc/septet.json"))?;
    Ok(serde_json::from_str(&json)?)
}

/// The number of public items, and the findings about them.
fn find(documentation: &Value) -> Result<(usize, Vec<String>)> {
    let index = documentation["index"]
        .as_object()
        .context("rustdoc's JSON has no index")?;
    let examples = index.values().map(|item| code(&item["docs"]));
    let mut walk = Walk {
        index,
        examples: examples.collect(),
        seen: HashSet::new(),
        findings: Vec::new(),
    };
    walk.item(&documentation["root"], "");
    ensure!(!walk.seen.is_empty(), "rustdoc's JSON has another shape");
    Ok((walk.seen.len(), walk.findings))
}

/// The traits that every type implements (E4).
const TRAITS: [&str; 4] = ["Debug", "Clone", "Send", "Sync"];

struct Walk<'d> {
    index: &'d Map<String, Value>,
    /// All examples of the crate.
    examples: String,
    /// The items counted, by their numbers: some can be reached on several ways.
    seen: HashSet<String>,
    findings: Vec<String>,
}

impl Walk<'_> {
    /// An item that can be reached, and those in it.
    fn item(&mut self, id: &Value, path: &str) {
        let Some(item) = self.index.get(&id.to_string()) else {
            return; // of another crate
        };
        let Some((kind, inner)) = only(&item["inner"]) else {
            return;
        };
        let name = item["name"].as_str().unwrap_or_default();
        let path = format!("{path}::{name}");
        match kind {
            "use" => self.item(&inner["id"], path.trim_end_matches("::")),
            "module" => {
                for id in list(&inner["items"]) {
                    self.item(id, path.trim_start_matches("::"));
                }
            }
            _ if self.seen.insert(id.to_string()) => {
                let own = code(&item["docs"]);
                let is_type = ["struct", "enum", "union", "trait"].contains(&kind);
                let is_named = is_type && uses(&self.examples, name, "");
                if own.is_empty() && !is_named {
                    self.findings
                        .push(format!("{kind} {path} is in no example"));
                }
                if is_type {
                    self.traits(list(&inner["impls"]), &path);
                }
                for block in list(&inner["impls"]) {
                    self.methods(block, &own, &path);
                }
            }
            _ => {}
        }
    }

    /// Collects the traits of a type, written or found by the compiler.
    fn traits(&mut self, blocks: &[Value], path: &str) {
        let index = self.index;
        let implemented = |wanted: &str| {
            blocks.iter().any(|block| {
                let inner = &index[&block.to_string()]["inner"]["impl"];
                let name = inner["trait"]["path"].as_str().unwrap_or_default();
                inner["is_negative"] == false && name.rsplit("::").next() == Some(wanted)
            })
        };
        let missing = TRAITS.iter().filter(|wanted| !implemented(wanted));
        self.findings
            .extend(missing.map(|missing| format!("{path} is not {missing}")));
    }

    /// The methods of a type, given its examples.
    fn methods(&mut self, block: &Value, examples: &str, path: &str) {
        let Some(block) = self.index.get(&block.to_string()) else {
            return;
        };
        let inner = &block["inner"]["impl"];
        if !inner["trait"].is_null() {
            return;
        }
        let examples = [examples, &code(&block["docs"])].concat();
        for id in list(&inner["items"]) {
            let Some(item) = self.index.get(&id.to_string()) else {
                continue;
            };
            let name = item["name"].as_str().unwrap_or_default();
            self.seen.insert(id.to_string());
            if code(&item["docs"]).is_empty() && !uses(&examples, name, ".:") {
                self.findings
                    .push(format!("{path}::{name} is in no example"));
            }
        }
    }
}

/// The one entry of an object, which tells what kind of item it is.
fn only(value: &Value) -> Option<(&str, &Value)> {
    let (kind, inner) = value.as_object()?.iter().next()?;
    Some((kind, inner))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The examples in a documentation: its blocks of code that are Rust and run.
fn code(documentation: &Value) -> String {
    let mut code = String::new();
    let mut block = None;
    for line in documentation.as_str().unwrap_or_default().lines() {
        match (line.trim().strip_prefix("```"), block) {
            (Some(language), None) => block = Some(["", "rust"].contains(&language)),
            (Some(_), Some(_)) => block = None,
            (None, Some(true)) => code.extend([line, "\n"]),
            (None, _) => {}
        }
    }
    code
}

/// True if the code contains this name as a whole word, after one of these characters if any are given.
fn uses(code: &str, name: &str, behind: &str) -> bool {
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back().unwrap_or(' ');
        let after = code[at + name.len()..].chars().next().unwrap_or(' ');
        let is_led = if behind.is_empty() {
            !is_word(before)
        } else {
            behind.contains(before)
        };
        is_led && !is_word(after)
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn crate_with(type_docs: &str, method_docs: &str, is_local: bool) -> Value {
        json!({ "root": 0, "index": {
            "0": { "name": "septet", "docs": null, "inner": { "module": { "items": [1] } } },
            "1": { "name": null, "docs": null, "inner": { "use": { "id": 2 } } },
            "2": { "name": "Count", "docs": type_docs, "inner": { "struct": { "impls": [3, 5, 7, 8, 9] } } },
            "3": { "docs": null, "inner": { "impl": { "trait": null, "items": [4] } } },
            "4": { "name": "units", "docs": method_docs, "inner": { "function": {} } },
            "5": { "docs": null, "inner": { "impl": { "trait": { "path": "Clone" }, "is_negative": false, "items": [6] } } },
            "7": { "docs": null, "inner": { "impl": { "trait": { "path": "core::fmt::Debug" }, "is_negative": false } } },
            "8": { "docs": null, "inner": { "impl": { "trait": { "path": "Send" }, "is_negative": false } } },
            "9": { "docs": null, "inner": { "impl": { "trait": { "path": "Sync" }, "is_negative": is_local } } },
        }})
    }

    #[test]
    fn what_no_example_shows_is_found() {
        let found =
            |type_docs, method_docs| find(&crate_with(type_docs, method_docs, false)).unwrap();
        let shows_both = "A count.\n```\nlet count: Count = one();\ncount.units();\n```";
        assert_eq!(found(shows_both, "Units."), (2, vec![]));
        assert_eq!(
            found("A count.", "Units.\n```\nCount::units;\n```"),
            (2, vec![])
        );
        let missing = ["struct septet::Count", "septet::Count::units"];
        let missing = missing.map(|item| format!("{item} is in no example"));
        assert_eq!(
            found("```text\nCount.units\n```", ""),
            (2, missing.to_vec())
        );
        let prefix = "```\nCount.units_per_segment(); my_units; units\n```";
        assert_eq!(
            found(prefix, "").1,
            ["septet::Count::units is in no example"]
        );
    }

    #[test]
    fn a_trait_that_a_type_lacks_is_found() {
        let shown = "```\nCount::units\n```";
        let (_, findings) = find(&crate_with(shown, "", true)).unwrap();
        assert_eq!(findings, ["septet::Count is not Sync"]);
    }
}
