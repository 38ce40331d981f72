//! From a path as written to the modules it takes something from.

use std::collections::BTreeSet;

use crate::source::{Crate, ModulePath};

impl Crate {
    /// The modules that a path leads to when it is written in `from`: the one that defines its end, and those that
    /// re-export it on the way. Empty for a path into another crate, and for a local name.
    pub(crate) fn resolve(&self, from: &ModulePath, path: &[String]) -> BTreeSet<ModulePath> {
        let mut search = Search {
            modules: self,
            seen: BTreeSet::new(),
            open: BTreeSet::new(),
            touched: BTreeSet::new(),
        };
        search.begin(from, path);
        search.touched
    }
}

struct Search<'c> {
    modules: &'c Crate,
    /// The paths looked up before, with the modules they were looked up in: re-exports may go in circles.
    seen: BTreeSet<(ModulePath, Vec<String>)>,
    /// The bindings that are being followed, as module and name.
    open: BTreeSet<ModulePath>,
    touched: BTreeSet<ModulePath>,
}

impl Search<'_> {
    /// Looks a path up where it is written.
    fn begin(&mut self, from: &ModulePath, path: &[String]) {
        let (mut at, mut rest) = (from.clone(), path);
        let mut is_prefixed = false;
        while let [first, others @ ..] = rest {
            match first.as_str() {
                "crate" => at = Vec::new(),
                "self" => {}
                "super" => {
                    at.pop();
                }
                _ => break,
            }
            (is_prefixed, rest) = (true, others);
        }
        let is_known = rest.first().is_some_and(|name| self.knows(&at, name));
        if is_prefixed || is_known {
            self.walk(&at, rest);
        }
    }

    /// True if a name is defined in a module, other than a crate or a local.
    fn knows(&mut self, at: &ModulePath, name: &str) -> bool {
        let module = &self.modules.modules[at];
        self.modules.modules.contains_key(&child(at, name))
            || module.items.contains(name)
            || module.bindings.contains_key(name)
            || self.by_glob(at, name).is_some()
    }

    /// Follows the rest of a path from a module on.
    fn walk(&mut self, at: &ModulePath, rest: &[String]) {
        if !self.seen.insert((at.clone(), rest.to_vec())) {
            return;
        }
        let [name, others @ ..] = rest else {
            self.touched.insert(at.clone());
            return;
        };
        let inner = child(at, name);
        let module = &self.modules.modules[at];
        if self.modules.modules.contains_key(&inner) {
            self.walk(&inner, others);
        } else if module.items.contains(name) {
            self.touched.insert(at.clone());
        } else if let Some(targets) = module.bindings.get(name) {
            self.touched.insert(at.clone());
            // `use glob::glob;` binds what a crate of that name has, not what it binds itself.
            if self.open.insert(inner.clone()) {
                for target in targets {
                    self.begin(at, &[target, others].concat());
                }
                self.open.remove(&inner);
            }
        } else if let Some(target) = self.by_glob(at, name) {
            self.touched.insert(at.clone());
            self.walk(&target, rest);
        } else {
            // An associated item or a variant of what was found before.
            self.touched.insert(at.clone());
        }
    }

    /// The module that gives `at` a name by `use …::*`.
    fn by_glob(&mut self, at: &ModulePath, name: &str) -> Option<ModulePath> {
        for glob in &self.modules.modules[at].globs {
            if !self
                .seen
                .insert((at.clone(), [glob.as_slice(), &[name.into()]].concat()))
            {
                continue;
            }
            let before = core::mem::take(&mut self.touched);
            self.begin(at, glob);
            let targets = core::mem::replace(&mut self.touched, before);
            let found = targets
                .into_iter()
                .find(|target| target != at && self.knows(target, name));
            if found.is_some() {
                return found;
            }
        }
        None
    }
}

fn child(at: &ModulePath, name: &str) -> ModulePath {
    [at.as_slice(), &[name.into()]].concat()
}
