//! `pkg`: the npm package in `pkg/`, from the WebAssembly modules and `pkg-template/`.
//!
//! The `exports` of `pkg-template/package.json` decide what there is: each `./NAME.js` among them is an entry point,
//! written in `pkg-template/NAME.js` with its types in `pkg-template/NAME.d.ts`. What two entry points import goes
//! into a `shared-HASH.js` of its own, so that no class, state or WebAssembly is there twice; a module of
//! WebAssembly is imported as text (`inline.rs`). Every JavaScript file is there as `.js` and `.cjs`, every declaration as `.d.ts` and `.d.cts`.
//! In `workerd/` all is there once more for Cloudflare's workers, where nothing may be compiled: the same code, but it imports the
//! files `.wasm` themselves, by `lib/inline.workerd.js` in place of `lib/inline.js`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::process::output;
use crate::project::{Project, files};
use crate::steps::step;
use crate::{need, wasm};

/// How every file of JavaScript is written.
const COMMON: &[&str] = &[
    "--platform=neutral",
    "--target=es2022",
    "--minify-syntax",
    "--minify-whitespace",
    "--sourcemap",
    "--log-level=warning",
];

/// What an entry point is put together of, each part with a module of WebAssembly of its own: they stay files of their own
/// (`shared-HASH.js`), so that a bundler leaves out those it does not need.
const PARTS: &[&str] = &[
    "lib/parts/basis",
    "lib/messages/sending",
    "lib/messages/failing",
    "lib/messages/incoming",
];

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
    let manifest = read(&template.join("package.json"))?;
    let mut manifest: Value =
        serde_json::from_str(&manifest).context("pkg-template/package.json")?;
    let entries = entries(&manifest["exports"]);
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    fs::create_dir_all(&package)?;
    bundle(project, &entries)?;
    bundle_for_workerd(project, &entries)?;
    for entry in &entries {
        let types = read(&template.join(format!("{entry}.d.ts")))?;
        fs::write(
            package.join(format!("{entry}.d.cts")),
            common_imports(&types, &entries),
        )?;
        fs::write(package.join(format!("{entry}.d.ts")), types)?;
    }
    for name in wasm::names() {
        let from = wasm::directory(project).join(wasm::file(name));
        fs::copy(from, package.join(format!("{name}.wasm")))?;
    }
    for (from, to) in COPIED {
        fs::copy(project.path(from), package.join(to))
            .with_context(|| format!("cannot copy {from}"))?;
    }
    manifest["version"] = project.version.clone().into();
    provenance(&mut manifest, |key| project.manifest_field(key))?;
    fs::write(package.join("package.json"), format!("{manifest:#}\n"))?;
    for target in targets(&manifest["exports"]) {
        ensure!(
            package.join(target).is_file(),
            "package.json exports {target}, which is not there"
        );
    }
    Ok(format!("pkg/ with {}", entries.join(", ")))
}

/// Where the package comes from, as `Cargo.toml` says it: one place to keep. npm publishes with provenance only
/// what names the repository that it is built from.
fn provenance<'s>(manifest: &mut Value, said: impl Fn(&str) -> Option<&'s str>) -> Result<()> {
    for key in ["description", "license"] {
        ensure!(
            manifest[key].as_str() == said(key),
            "{key}: pkg-template/package.json and Cargo.toml do not agree"
        );
    }
    if let Some(repository) = said("repository") {
        manifest["repository"] = json!({ "type": "git", "url": format!("git+{repository}.git") });
        manifest["bugs"] = json!({ "url": format!("{repository}/issues") });
        manifest["homepage"] = said("homepage").unwrap_or(repository).into();
    }
    Ok(())
}

/// Bundles the entry points as modules, then translates each file so made for `require`.
fn bundle(project: &Project, entries: &[String]) -> Result<()> {
    let package = project.path("pkg");
    let outdir = format!("--outdir={}", package.display());
    let bundled = ["--loader:.txt=text", &outdir];
    output(esbuild(project, entries).args(bundled))?;
    leave_parts_out(&package)?;
    output(
        project
            .npm_program("esbuild")
            .args(files(&package, ".js"))
            .args(["--format=cjs", "--out-extension:.js=.cjs", &outdir])
            .args(COMMON),
    )?;
    let made = files(&package, ".js");
    let names: Vec<String> = made
        .iter()
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    for path in files(&package, ".cjs") {
        fs::write(&path, common_imports(&read(&path)?, &names))?;
    }
    Ok(())
}

/// Bundles the entry points so that they import the modules as files.
fn bundle_for_workerd(project: &Project, entries: &[String]) -> Result<()> {
    let directory = project.path("pkg/workerd");
    let outdir = format!("--outdir={}", directory.display());
    let bundled = [
        "--external:*.txt",
        "--resolve-extensions=.workerd.js,.js",
        &outdir,
    ];
    output(esbuild(project, entries).args(bundled))?;
    leave_parts_out(&directory)?;
    for path in files(&directory, ".js") {
        fs::write(&path, as_files(&read(&path)?))?;
    }
    Ok(())
}

/// What bundles the entry points, each a module, what they share in files of its own.
fn esbuild(project: &Project, entries: &[String]) -> Command {
    let mut command = project.npm_program("esbuild");
    let parts = PARTS.iter().copied();
    command
        .args(
            (entries.iter().map(String::as_str).chain(parts))
                .map(|entry| format!("pkg-template/{entry}.js")),
        )
        .args(["--bundle", "--splitting", "--format=esm"])
        .arg("--chunk-names=shared-[hash]")
        .args(COMMON);
    command
}

/// Removes the files that stand for [`PARTS`]: they only name what is in the shared files, and nothing imports them.
fn leave_parts_out(directory: &Path) -> Result<()> {
    fs::remove_dir_all(directory.join("lib"))
        .with_context(|| format!("no lib in {}", directory.display()))
}

/// Imports of modules as files beside the directory: `"../wasm/count-lines_bg.txt"` → `"../count-lines.wasm"`.
fn as_files(text: &str) -> String {
    let mut text = text.to_owned();
    for name in wasm::names() {
        for source in ["./wasm/", "../wasm/", "../../wasm/"] {
            let module = format!("\"{source}{}\"", wasm::text_file(name));
            text = text.replace(&module, &format!("\"../{name}.wasm\""));
        }
    }
    text
}

/// Imports of the package's own files for `require`, in code and in declarations: `"./index.js"` → `"./index.cjs"`.
fn common_imports(text: &str, names: &[String]) -> String {
    let mut text = text.to_owned();
    for name in names {
        for quote in ['"', '\''] {
            let module = format!("{quote}./{name}.js{quote}");
            text = text.replace(&module, &format!("{quote}./{name}.cjs{quote}"));
        }
    }
    text
}

/// The entry points: every `./NAME.js` that `exports` names, each once, in order.
fn entries(exports: &Value) -> Vec<String> {
    let mut entries = Vec::new();
    for target in targets(exports) {
        let name = target
            .strip_prefix("./")
            .and_then(|name| name.strip_suffix(".js"));
        if let Some(name) = name
            && !name.contains('/')
            && !entries.iter().any(|known| known == name)
        {
            entries.push(name.to_owned());
        }
    }
    entries
}

/// Every file that `exports` names, under whatever conditions.
fn targets(exports: &Value) -> Vec<&str> {
    match exports {
        Value::String(path) => vec![path],
        Value::Object(conditions) => conditions.values().flat_map(targets).collect(),
        _ => Vec::new(),
    }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entry_points_are_the_js_files_of_the_exports() {
        let exports = json!({
            ".": { "import": { "types": "./index.d.ts", "default": "./index.js" },
                   "require": { "types": "./index.d.cts", "default": "./index.cjs" } },
            "./count": { "workerd": "./workerd/count.js", "import": "./count.js", "default": "./count.js" },
            "./septet.wasm": "./septet.wasm",
        });
        assert_eq!(entries(&exports), ["index", "count"]);
        assert_eq!(targets(&exports).len(), 8);
        assert!(entries(&json!(null)).is_empty());
    }

    #[test]
    fn the_package_comes_from_where_the_crate_does() {
        let known = |key: &str| match key {
            "description" => Some("About"),
            "license" => Some("MIT"),
            "repository" => Some("https://example.com/septet"),
            _ => None,
        };
        let mut manifest = json!({ "description": "About", "license": "MIT" });
        provenance(&mut manifest, known).unwrap();
        assert_eq!(
            manifest["repository"]["url"],
            "git+https://example.com/septet.git"
        );
        assert_eq!(manifest["bugs"]["url"], "https://example.com/septet/issues");
        assert_eq!(manifest["homepage"], "https://example.com/septet");
        let unknown = |key: &str| known(key).filter(|_| key != "repository");
        let mut manifest = json!({ "description": "About", "license": "MIT" });
        provenance(&mut manifest, unknown).unwrap();
        assert!(manifest["repository"].is_null());
        let mut other = json!({ "description": "About", "license": "BSD" });
        assert!(provenance(&mut other, unknown).is_err());
    }

    #[test]
    fn workers_import_modules_as_files() {
        assert_eq!(
            as_files(
                r#"import a from"../wasm/count-lines_bg.txt";import b from"./wasm/septet_bg.txt";import c from"../../wasm/failing_bg.txt";"#
            ),
            r#"import a from"../count-lines.wasm";import b from"../septet.wasm";import c from"../failing.wasm";"#
        );
    }

    #[test]
    fn only_own_files_become_common() {
        let names = ["index".to_owned()];
        assert_eq!(
            common_imports(
                r#"require("./index.js");require("node:fs");f("./septet_bg.js")"#,
                &names
            ),
            r#"require("./index.cjs");require("node:fs");f("./septet_bg.js")"#
        );
        assert_eq!(
            common_imports("from './index.js'", &names),
            "from './index.cjs'"
        );
    }
}
