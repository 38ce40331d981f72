//! The modules of a crate, read along its `mod` lines.

use std::collections::{BTreeMap, BTreeSet};

use syn::{Item, ItemMod};

use crate::paths::{self, Mention};

/// The names of the modules that lead to one from the root; empty for the root.
pub(crate) type ModulePath = Vec<String>;

/// A module with a body of its own: a file, or a block within one.
#[derive(Default)]
pub(crate) struct Module {
    pub(crate) file: String,
    /// The items defined here, by name.
    pub(crate) items: BTreeSet<String>,
    /// The paths that each imported or aliased name stands for, as written. Several under different `cfg`.
    pub(crate) bindings: BTreeMap<String, Vec<Vec<String>>>,
    /// The paths imported with `*`.
    pub(crate) globs: Vec<Vec<String>>,
    /// Every path mentioned, those of `use` lines too.
    pub(crate) mentions: Vec<Mention>,
    pub(crate) is_generated: bool,
}

/// A crate: its modules by their paths. All of them, whatever `cfg` they stand under.
#[derive(Default)]
pub(crate) struct Crate {
    pub(crate) modules: BTreeMap<ModulePath, Module>,
}

/// Loads a file by its name; `None` if there is none.
type Load<'l> = &'l dyn Fn(&str) -> Option<String>;

impl Crate {
    /// Reads a crate from its root file. Panics where a file is missing or is not Rust: the test would prove nothing.
    pub(crate) fn read(root: &str, load: Load<'_>) -> Self {
        let mut read = Crate::default();
        let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
        read.file(root, folder, &[], load);
        read
    }

    fn file(&mut self, file: &str, folder: &str, path: &[String], load: Load<'_>) {
        let text = load(file).unwrap_or_else(|| panic!("{file} is missing"));
        let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        let is_generated = text.starts_with("// Generated from ");
        self.module(file, is_generated, folder, path, &parsed.items, load);
    }

    fn module(
        &mut self,
        file: &str,
        is_generated: bool,
        folder: &str,
        path: &[String],
        items: &[Item],
        load: Load<'_>,
    ) {
        let mut module = Module {
            file: file.into(),
            is_generated,
            ..Module::default()
        };
        paths::collect(&mut module, items);
        self.modules.insert(path.to_vec(), module);
        for item in items {
            let Item::Mod(child) = item else { continue };
            let name = child.ident.to_string();
            let inner = [path, std::slice::from_ref(&name)].concat();
            let inner_folder = format!("{folder}/{name}");
            if let Some((_, items)) = &child.content {
                self.module(file, is_generated, &inner_folder, &inner, items, load);
                continue;
            }
            let candidates = match attribute_path(child) {
                Some(named) => [format!("{folder}/{named}"), String::new()],
                None => [
                    format!("{folder}/{name}.rs"),
                    format!("{folder}/{name}/mod.rs"),
                ],
            };
            let found = candidates.iter().find(|file| load(file).is_some());
            let found = found.unwrap_or_else(|| panic!("no file for `mod {name}` of {file}"));
            self.file(found, &inner_folder, &inner, load);
        }
    }
}

/// The file that `#[path = "…"]` names.
fn attribute_path(child: &ItemMod) -> Option<String> {
    child.attrs.iter().find_map(|attribute| {
        let syn::Meta::NameValue(pair) = &attribute.meta else {
            return None;
        };
        match &pair.value {
            syn::Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Str(text),
                ..
            }) if pair.path.is_ident("path") => Some(text.value()),
            _ => None,
        }
    })
}
