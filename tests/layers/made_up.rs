//! Invented crates: each kind of import is seen, and what is allowed passes.

use crate::rules;
use crate::source::Crate;

const LAYERS: &[(&str, &[&str])] = &[
    ("low", &["low"]),
    ("mid", &["mid"]),
    ("top", &["top", "side"]),
];

/// A crate of `low`, `mid`, `top` and `side` with the files given; `low` and `side` are empty unless they are.
fn invented(files: &[(&str, &str)]) -> Crate {
    let all = [
        (
            "src/lib.rs",
            "mod low; pub mod mid; pub mod top; mod side; pub use top::Thing;",
        ),
        ("src/low.rs", ""),
        ("src/mid.rs", "pub struct Part;"),
        (
            "src/top.rs",
            "pub struct Thing; pub fn make() {} pub(crate) mod inner { pub struct Deep; }",
        ),
        ("src/side.rs", ""),
    ];
    Crate::read("src/lib.rs", &|name| {
        let given = files
            .iter()
            .rev()
            .chain(&all)
            .find(|(file, _)| *file == name);
        given.map(|(_, text)| String::from(*text))
    })
}

/// The findings for a crate in which `low` has this text.
fn findings(low: &str) -> Vec<String> {
    rules::upward_imports(&invented(&[("src/low.rs", low)]), LAYERS)
}

#[test]
fn every_kind_of_upward_import_is_found() {
    for low in [
        "use crate::top::Thing;",
        "use crate::top::*;",
        "use crate::{mid, top::Thing};",
        "use crate::{mid::{self, Part}, top::{inner::{Deep as Other}}};",
        "use super::top;",
        "use crate::Thing;",
        "use crate as root; fn f() -> root::top::Thing { loop {} }",
        "extern crate self as me; fn f() { me::top::make() }",
        "fn f() { crate::top::make() }",
        "fn f(_: &[Option<crate::top::Thing>]) {}",
        "fn f() { use crate::top::Thing as T; }",
        "struct S { field: Vec<super::top::inner::Deep> }",
        "impl From<crate::Thing> for u8 { fn from(_: crate::Thing) -> u8 { 0 } }",
        "fn f() { println!(\"{:?}\", crate::top::make()) }",
        "macro_rules! m { () => { $crate::top::make() } }",
        "m! { use crate::{mid, top::Thing}; }",
        "mod child { fn f() { super::super::top::make() } }",
        "mod child { use super::super::{mid, top}; }",
        "mod child { pub(super) use crate::top; } use child::top::Thing;",
        "#[cfg(test)] mod tests { use crate::top::Thing; }",
        "#[serde(with = \"crate::top::inner\")] struct S;",
        "use self::super::top::Thing;",
    ] {
        let found = findings(low);
        assert!(
            found
                .iter()
                .any(|line| line.contains("imports `top` into `low`")),
            "{low}: {found:?}"
        );
    }
}

#[test]
fn what_is_below_is_allowed() {
    let top = "use crate::mid::Part; use crate::{low, mid}; fn f() { mid::x(); super::low::y() } \
        /// See [`crate::side`].\n mod child { use super::Own; use super::super::mid; } struct Own; \
        use std::top::Thing; fn g() { other::side::h(); core::mem::take(&mut side) }";
    let crate_ = invented(&[("src/top.rs", top)]);
    assert_eq!(rules::upward_imports(&crate_, LAYERS), [""; 0]);
}

#[test]
fn neighbours_in_a_layer_do_not_import_each_other() {
    let found = rules::upward_imports(
        &invented(&[("src/side.rs", "use crate::top::Thing;")]),
        LAYERS,
    );
    assert_eq!(
        found,
        [
            "src/side.rs:1: `crate::top::Thing` imports `top` into `side` (top), which is not below it"
        ]
    );
}

#[test]
fn re_exports_count_where_they_stand_and_where_they_lead() {
    // `mid` hands on what is above it; `low` takes it from there.
    let crate_ = invented(&[
        (
            "src/mid.rs",
            "pub use crate::top::make as build; pub use crate::top::inner::*;",
        ),
        (
            "src/low.rs",
            "use crate::mid::build;\nuse crate::mid::Deep;",
        ),
    ]);
    let found = rules::upward_imports(&crate_, LAYERS);
    for line in [
        "src/low.rs:1: `crate::mid::build` imports `mid` into `low`",
        "src/low.rs:1: `crate::mid::build` imports `top` into `low`",
        "src/low.rs:2: `crate::mid::Deep` imports `top` into `low`",
        "src/mid.rs:1: `crate::top::make` imports `top` into `mid`",
        "src/mid.rs:1: `crate::top::inner` imports `top` into `mid`",
    ] {
        assert!(
            found.iter().any(|found| found.starts_with(line)),
            "{line}: {found:#?}"
        );
    }
}

#[test]
fn a_re_export_of_something_lower_is_as_good_as_its_source() {
    let crate_ = invented(&[
        (
            "src/lib.rs",
            "mod low; mod mid; mod top; pub use low::Base;",
        ),
        (
            "src/low.rs",
            "pub struct Base; impl Base { pub const ONE: u8 = 1; }",
        ),
        ("src/mid.rs", "use crate::Base; const ONE: u8 = Base::ONE;"),
    ]);
    assert_eq!(rules::upward_imports(&crate_, LAYERS), [""; 0]);
}

#[test]
fn a_module_without_a_layer_is_named() {
    let crate_ = invented(&[("src/lib.rs", "mod low; mod stray { }")]);
    assert_eq!(
        rules::upward_imports(&crate_, LAYERS),
        ["src/lib.rs: no layer names `stray`"]
    );
}

#[test]
fn cycles_are_found_through_re_exports_and_children() {
    let cycles = |mid: &str, mid_child: &str, top: &str| {
        rules::cycles(&invented(&[
            ("src/lib.rs", "mod low; mod mid; mod top;"),
            ("src/mid/mod.rs", mid),
            ("src/mid/child.rs", mid_child),
            ("src/mid.rs", mid),
            ("src/top.rs", top),
        ]))
    };
    let two = ["cycle: src/mid.rs src/top.rs"];
    assert_eq!(
        cycles("use crate::top::T;", "", "pub struct T; use crate::mid::M;"),
        two
    );
    assert_eq!(
        cycles(
            "mod child; pub use child::C;",
            "use crate::top::T; pub struct C;",
            "pub struct T; use crate::mid::C;"
        ),
        ["cycle: src/mid.rs src/mid/child.rs src/top.rs"]
    );
    // A child may know its parent, as may a generated table.
    assert_eq!(
        cycles(
            "mod child; pub use child::C; struct P;",
            "use super::P; pub struct C;",
            ""
        ),
        [""; 0]
    );
    let generated =
        "// Generated from tests/data/x.tsv.\n\nuse crate::mid::Row; static ROWS: &[Row] = &[];";
    assert_eq!(
        cycles("use crate::top::ROWS; struct Row;", "", generated),
        [""; 0]
    );
}
