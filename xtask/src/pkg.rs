//! `pkg`: the npm package in `pkg/`, from the WebAssembly modules and `pkg-template/`.
//!
//! `pkg-template/package.json` decides what there is: every `./NAME.js` among its `exports` is an entry point
//! with its source in `pkg-template/NAME.js` and its types in `pkg-template/NAME.d.ts`. One entry point imports
//! another as `./NAME.js`; that import stays an import, so nothing is in the package twice.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::process::output;
use crate::project::Project;
use crate::steps::{kilobytes, step};
use crate::{need, wasm};

/// Files that go into the package as they are: from, to.
const COPIED: &[(&str, &str)] = &[
    ("pkg-template/README.md", "README.md"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
];

/// Builds the package from nothing.
pub(crate) fn build(project: &Project) -> Result<()> {
    need::node(project)?;
    wasm::build(project)?;
    step("npm package", || assemble(project))?;
    Ok(())
}

/// Packs `pkg/` into the tarball that npm would publish, under the target directory.
pub(crate) fn pack(project: &Project) -> Result<PathBuf> {
    output(
        project
            .command("npm")
            .args(["pack", "--silent", "--pack-destination"])
            .arg(&project.target)
            .arg(project.path("pkg")),
    )?;
    Ok(project
        .target
        .join(format!("septet-{}.tgz", project.version)))
}

fn assemble(project: &Project) -> Result<String> {
    let (template, package) = (project.path("pkg-template"), project.path("pkg"));
    let mut manifest: Value = serde_json::from_str(&read(&template.join("package.json"))?)
        .context("pkg-template/package.json")?;
    let entries = entries(&manifest["exports"]);
    ensure!(
        !entries.is_empty(),
        "pkg-template/package.json exports no ./NAME.js"
    );
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    fs::create_dir_all(&package)?;
    for format in [Format::Module, Format::Common] {
        bundle(project, &entries, format)?;
    }
    for entry in &entries {
        let types = read(&template.join(format!("{entry}.d.ts")))?;
        fs::write(
            package.join(format!("{entry}.d.cts")),
            common_imports(&types, &entries),
        )?;
        fs::write(package.join(format!("{entry}.d.ts")), types)?;
    }
    for module in wasm::MODULES {
        let from = wasm::directory(project).join(module.file());
        fs::copy(from, package.join(format!("{}.wasm", module.name)))?;
    }
    for (from, to) in COPIED {
        fs::copy(project.path(from), package.join(to))
            .with_context(|| format!("cannot copy {from}"))?;
    }
    manifest["version"] = project.version.clone().into();
    fs::write(package.join("package.json"), format!("{manifest:#}\n"))?;
    let main = fs::read(package.join("index.js"))?.len();
    Ok(format!(
        "pkg/ with {} entry points, index.js {}",
        entries.len(),
        kilobytes(main)
    ))
}

#[derive(Clone, Copy)]
enum Format {
    /// ECMAScript modules, `.js`.
    Module,
    /// `require`, `.cjs`.
    Common,
}

/// Bundles each entry point on its own, other entry points left as imports and the wasm inlined as base64.
fn bundle(project: &Project, entries: &[String], format: Format) -> Result<()> {
    let (name, extension) = match format {
        Format::Module => ("esm", "js"),
        Format::Common => ("cjs", "cjs"),
    };
    let package = project.path("pkg");
    let mut esbuild = project.npm_program("esbuild");
    esbuild
        .args(
            entries
                .iter()
                .map(|entry| format!("pkg-template/{entry}.js")),
        )
        .args(
            entries
                .iter()
                .map(|entry| format!("--external:./{entry}.js")),
        )
        .args([
            "--bundle",
            "--platform=neutral",
            "--target=es2022",
            "--loader:.wasm=base64",
            "--log-level=warning",
        ])
        .args(["--minify-syntax", "--minify-whitespace", "--sourcemap"])
        .arg(format!("--format={name}"))
        .arg(format!("--out-extension:.js=.{extension}"))
        .arg(format!("--outdir={}", package.display()));
    output(&mut esbuild)?;
    if let Format::Common = format {
        for entry in entries {
            let path = package.join(format!("{entry}.cjs"));
            fs::write(&path, common_imports(&read(&path)?, entries))?;
        }
    }
    Ok(())
}

/// `./index.js` → `./index.cjs` for every entry point, in code and in types.
fn common_imports(text: &str, entries: &[String]) -> String {
    entries.iter().fold(text.to_owned(), |text, entry| {
        ['"', '\''].iter().fold(text, |text, quote| {
            text.replace(
                &format!("{quote}./{entry}.js{quote}"),
                &format!("{quote}./{entry}.cjs{quote}"),
            )
        })
    })
}

/// The names of the `./NAME.js` anywhere in `exports`, each once, in order.
fn entries(exports: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect(exports, &mut found);
    found
}

fn collect(exports: &Value, found: &mut Vec<String>) {
    match exports {
        Value::String(path) => {
            if let Some(name) = path
                .strip_prefix("./")
                .and_then(|path| path.strip_suffix(".js"))
                && !found.iter().any(|known| known == name)
            {
                found.push(name.to_owned());
            }
        }
        Value::Object(conditions) => conditions.values().for_each(|value| collect(value, found)),
        _ => {}
    }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn entry_points_are_the_js_files_of_the_exports() {
        let exports = json!({
            ".": { "import": { "types": "./index.d.ts", "default": "./index.js" },
                   "require": { "types": "./index.d.cts", "default": "./index.cjs" } },
            "./count": { "import": "./count.js", "default": "./count.js" },
            "./septet.wasm": "./septet.wasm",
        });
        assert_eq!(entries(&exports), ["index", "count"]);
        assert!(entries(&json!(null)).is_empty());
    }

    #[test]
    fn only_imports_of_entry_points_become_common() {
        let entries = ["index".to_owned()];
        assert_eq!(
            common_imports(r#"require("./index.js");require("./other.js")"#, &entries),
            r#"require("./index.cjs");require("./other.js")"#
        );
        assert_eq!(
            common_imports("from './index.js'", &entries),
            "from './index.cjs'"
        );
    }
}
