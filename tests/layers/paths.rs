//! The paths that a module mentions.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, Macro, UseTree};

use crate::source::Module;

/// A path as written, such as `crate::text::utf16_len`, and its line.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    pub(crate) path: Vec<String>,
    pub(crate) line: usize,
}

/// Fills in the names and the mentions of a module from its items. Inline modules are modules of their own.
pub(crate) fn collect(module: &mut Module, items: &[Item]) {
    for item in items {
        if let Some(name) = name(item) {
            module.items.insert(name);
        }
        Collector {
            module: &mut *module,
        }
        .visit_item(item);
    }
}

/// The name an item defines in its module.
fn name(item: &Item) -> Option<String> {
    Some(match item {
        Item::Const(item) => item.ident.to_string(),
        Item::Enum(item) => item.ident.to_string(),
        Item::Fn(item) => item.sig.ident.to_string(),
        Item::Macro(item) => item.ident.as_ref()?.to_string(),
        Item::Static(item) => item.ident.to_string(),
        Item::Struct(item) => item.ident.to_string(),
        Item::Trait(item) => item.ident.to_string(),
        Item::Type(item) => item.ident.to_string(),
        Item::Union(item) => item.ident.to_string(),
        _ => return None,
    })
}

struct Collector<'m> {
    module: &'m mut Module,
}

impl Collector<'_> {
    fn mention(&mut self, path: Vec<String>, line: usize) {
        self.module.mentions.push(Mention { path, line });
    }

    /// One `use` line, of whatever nesting.
    fn import(&mut self, tree: &UseTree, prefix: &[String]) {
        let with = |name: String| [prefix, &[name]].concat();
        let bind = |collector: &mut Self, name: String, path: Vec<String>, line: usize| {
            // `use a::{self}` binds `a`.
            let (path, name) = match path.split_last() {
                Some((last, rest)) if last == "self" && !rest.is_empty() => {
                    let own = if name == "self" {
                        rest[rest.len() - 1].clone()
                    } else {
                        name
                    };
                    (rest.to_vec(), own)
                }
                _ => (path, name),
            };
            collector.mention(path.clone(), line);
            collector
                .module
                .bindings
                .entry(name)
                .or_default()
                .push(path);
        };
        match tree {
            UseTree::Path(part) => self.import(&part.tree, &with(part.ident.to_string())),
            UseTree::Name(part) => {
                let name = part.ident.to_string();
                bind(
                    self,
                    name.clone(),
                    with(name),
                    part.ident.span().start().line,
                );
            }
            UseTree::Rename(part) => {
                let path = with(part.ident.to_string());
                bind(
                    self,
                    part.rename.to_string(),
                    path,
                    part.ident.span().start().line,
                );
            }
            UseTree::Glob(part) => {
                self.mention(prefix.to_vec(), part.star_token.spans[0].start().line);
                self.module.globs.push(prefix.to_vec());
            }
            UseTree::Group(part) => {
                for tree in &part.items {
                    self.import(tree, prefix);
                }
            }
        }
    }

    /// The paths among tokens that no parser knows: the arguments of macros and attributes, and bodies of `macro_rules!`.
    fn tokens(&mut self, tokens: TokenStream, prefix: &[String]) {
        let mut path: Vec<String> = prefix.to_vec();
        let (mut line, mut colons, mut is_open) = (0, 0, !prefix.is_empty());
        for token in tokens {
            match token {
                TokenTree::Ident(name) if is_open && (colons == 2 || path == prefix) => {
                    path.push(name.to_string());
                    (line, colons) = (name.span().start().line, 0);
                }
                TokenTree::Ident(name) => {
                    self.end(&mut path, line);
                    // After `>::` comes the name of an associated item.
                    if colons != 2 {
                        path.push(name.to_string());
                    }
                    (line, colons, is_open) = (name.span().start().line, 0, true);
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => {
                    let nested = colons == 2 && group.delimiter() == Delimiter::Brace;
                    let prefix = if nested { path.clone() } else { Vec::new() };
                    self.end(&mut path, line);
                    self.tokens(group.stream(), &prefix);
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ',' && !prefix.is_empty() => {
                    self.end(&mut path, line);
                    (path, colons) = (prefix.to_vec(), 0);
                }
                _ => {
                    self.end(&mut path, line);
                    colons = 0;
                }
            }
        }
        self.end(&mut path, line);
    }

    /// Ends a path among tokens; a single name is a local one.
    fn end(&mut self, path: &mut Vec<String>, line: usize) {
        let path = core::mem::take(path);
        if path.len() > 1 {
            self.mention(path, line);
        }
    }
}

impl<'ast> Visit<'ast> for Collector<'_> {
    fn visit_item_mod(&mut self, _: &'ast syn::ItemMod) {}

    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.import(&item.tree, &[]);
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        if let ("self", Some((_, name))) = (item.ident.to_string().as_str(), &item.rename) {
            let path = vec!["crate".into()];
            self.module
                .bindings
                .entry(name.to_string())
                .or_default()
                .push(path);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string());
        let line = path
            .segments
            .first()
            .map_or(0, |first| first.ident.span().start().line);
        self.mention(names.collect(), line);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.visit_path(&call.path);
        self.tokens(call.tokens.clone(), &[]);
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if attribute.path().is_ident("doc") {
            return;
        }
        if let syn::Meta::List(list) = &attribute.meta {
            self.tokens(list.tokens.clone(), &[]);
            // serde names functions in texts: `serialize_with = "crate::json::name"`.
            for token in list.tokens.clone() {
                let TokenTree::Literal(literal) = token else {
                    continue;
                };
                let text = literal.to_string();
                let names = text.trim_matches('"').split("::").map(String::from);
                self.mention(names.collect(), literal.span().start().line);
            }
        }
    }
}
