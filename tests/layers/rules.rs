//! Findings about the imports of a crate.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{Crate, ModulePath};

/// The imports of a module at the top from another one that is not below it, one line each; and the modules that no layer
/// names. The root may import everything: it only re-exports.
pub(crate) fn upward_imports(read: &Crate, layers: &[(&str, &[&str])]) -> Vec<String> {
    let layer = |name: &str| layers.iter().position(|(_, names)| names.contains(&name));
    let mut findings = BTreeSet::new();
    for (path, module) in &read.modules {
        let Some(own) = path.first() else { continue };
        let Some(own_layer) = layer(own) else {
            findings.insert(format!("{}: no layer names `{own}`", module.file));
            continue;
        };
        for mention in &module.mentions {
            for target in read.resolve(path, &mention.path) {
                let Some(other) = target.first().filter(|other| *other != own) else {
                    continue;
                };
                if layer(other).is_none_or(|other_layer| other_layer >= own_layer) {
                    let (file, line) = (&module.file, mention.line);
                    findings.insert(format!(
                        "{file}:{line}: `{}` imports `{other}` into `{own}` ({}), which is not below it",
                        mention.path.join("::"),
                        layers[own_layer].0
                    ));
                }
            }
        }
    }
    findings.into_iter().collect()
}

/// The cycles among the files of a crate, one line each: the files in them. A child module may know its ancestors, and a
/// generated table the type of its rows.
pub(crate) fn cycles(read: &Crate) -> Vec<String> {
    let file = |path: &ModulePath| read.modules[path].file.clone();
    let mut imports: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, module) in &read.modules {
        let targets = imports.entry(module.file.clone()).or_default();
        if module.is_generated || path.is_empty() {
            continue;
        }
        for mention in &module.mentions {
            for target in read.resolve(path, &mention.path) {
                if !path.starts_with(&target) && file(&target) != module.file {
                    targets.insert(file(&target));
                }
            }
        }
    }
    let reached: BTreeMap<&String, BTreeSet<&String>> = imports
        .keys()
        .map(|from| (from, reachable(from, &imports)))
        .collect();
    let mut found = BTreeSet::new();
    for (from, targets) in &reached {
        if targets.contains(from) {
            let cycle = targets.iter().filter(|to| reached[*to].contains(*from));
            let files: Vec<&str> = cycle.map(|file| file.as_str()).collect();
            found.insert(format!("cycle: {}", files.join(" ")));
        }
    }
    found.into_iter().collect()
}

/// The files that a file imports, directly or not.
fn reachable<'f>(
    from: &'f String,
    imports: &'f BTreeMap<String, BTreeSet<String>>,
) -> BTreeSet<&'f String> {
    let mut reached = BTreeSet::new();
    let mut waiting = vec![from];
    while let Some(file) = waiting.pop() {
        for next in &imports[file] {
            if reached.insert(next) {
                waiting.push(next);
            }
        }
    }
    reached
}
