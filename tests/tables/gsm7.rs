//! From `tests/data/gsm7/tables.json` to `src/alphabet/tables/`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::Value;

const HEADER: &str = "// Generated from tests/data/gsm7/tables.json.\n\
    // `UPDATE=1 cargo test --test tables_current` rewrites it.\n\n";

/// In the order of the language identifiers of TS 23.038 §6.2.1.2.4; 0 is the default alphabet.
const NAMES: [&str; 14] = [
    "default",
    "turkish",
    "spanish",
    "portuguese",
    "bengali",
    "gujarati",
    "hindi",
    "kannada",
    "malayalam",
    "oriya",
    "punjabi",
    "tamil",
    "telugu",
    "urdu",
];

/// Code to character.
type Table = BTreeMap<u8, u16>;

struct Language {
    locking: Option<Table>,
    single: Table,
}

fn read() -> Vec<Language> {
    let json: Value = serde_json::from_str(include_str!("../data/gsm7/tables.json")).unwrap();
    assert_eq!(json.as_object().unwrap().len(), NAMES.len());
    let language = |(id, name): (usize, &&str)| {
        let entry = &json[*name];
        assert_eq!(entry["id"].as_u64().unwrap_or(0), id as u64, "{name}");
        Language {
            locking: table(&entry["locking"]),
            single: table(&entry["single"]).unwrap(),
        }
    };
    NAMES.iter().enumerate().map(language).collect()
}

fn table(json: &Value) -> Option<Table> {
    let cell = |(code, character): (&String, &Value)| {
        let code = u8::from_str_radix(code.strip_prefix("0x").unwrap(), 16).unwrap();
        let character = character.as_str().unwrap().strip_prefix("U+").unwrap();
        (code, u16::from_str_radix(character, 16).unwrap())
    };
    json.as_object()
        .map(|cells| cells.iter().map(cell).collect())
}

/// The code a character is encoded with: the lowest of its codes.
fn encoding_of(table: &Table) -> BTreeMap<u16, u8> {
    let mut codes = BTreeMap::new();
    for (&code, &character) in table {
        codes.entry(character).or_insert(code);
    }
    codes
}

fn characters_constant(out: &mut String, name: &str, doc: &str, table: &Table) {
    writeln!(
        out,
        "/// {doc}\n#[rustfmt::skip]\npub(super) static {name}: [u16; 128] = ["
    )
    .unwrap();
    for row in 0..16u8 {
        let cells: Vec<String> = (0..8)
            .map(|column| format!("0x{:04X}", table.get(&(row * 8 + column)).unwrap_or(&0)))
            .collect();
        writeln!(out, "    {},", cells.join(", ")).unwrap();
    }
    out.push_str("];\n\n");
}

fn codes_constant(out: &mut String, name: &str, doc: &str, table: &Table) {
    let codes: Vec<u8> = encoding_of(table).into_values().collect();
    writeln!(
        out,
        "/// {doc}\n#[rustfmt::skip]\npub(super) static {name}: [u8; {}] = [",
        codes.len()
    )
    .unwrap();
    for row in codes.chunks(16) {
        let cells: Vec<String> = row.iter().map(|code| format!("0x{code:02X}")).collect();
        writeln!(out, "    {},", cells.join(", ")).unwrap();
    }
    out.push_str("];\n\n");
}

fn language_file(language: &Language) -> String {
    let mut out = String::from(HEADER);
    if let Some(locking) = &language.locking {
        characters_constant(
            &mut out,
            "LOCKING",
            "The character of each code; 0 where there is none.",
            locking,
        );
        codes_constant(
            &mut out,
            "LOCKING_CODES",
            "The codes to encode with, in the order of their characters.",
            locking,
        );
    }
    characters_constant(
        &mut out,
        "SINGLE",
        "The character of each code after an escape; 0 where there is none.",
        &language.single,
    );
    codes_constant(
        &mut out,
        "SINGLE_CODES",
        "The codes to encode with after an escape, in the order of their characters.",
        &language.single,
    );
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// What the hot path needs of the default alphabet, by code point, the euro sign aside.
fn default_units_file(default: &Language) -> String {
    let locking = default.locking.as_ref().unwrap();
    let last_letter = usize::from(*locking.values().max().unwrap());
    let beyond: Vec<u16> = default
        .single
        .values()
        .copied()
        .filter(|&c| usize::from(c) > last_letter)
        .collect();
    assert_eq!(
        beyond,
        [0x20AC],
        "the hot path treats the euro sign by itself"
    );
    let mut units = vec![0; last_letter + 1];
    for &character in locking.values() {
        units[usize::from(character)] = 1;
    }
    for &character in default.single.values().filter(|&&c| c != 0x20AC) {
        units[usize::from(character)] = 2;
    }
    let mut out = String::from(HEADER);
    writeln!(out, "/// The septets of each code point in the default alphabet; 0 where it has none. The euro sign (2) lies beyond.\n#[rustfmt::skip]\npub(in crate::alphabet) static UNITS: [u8; {}] = [", units.len()).unwrap();
    for row in units.chunks(32) {
        let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
        writeln!(out, "    {},", cells.join(", ")).unwrap();
    }
    out.push_str("];\n");
    out
}

/// Characters that stand in exactly the same tables behave alike: one class for each such set.
fn classes_file(languages: &[Language]) -> String {
    let mut masks: BTreeMap<u16, (u16, u16)> = BTreeMap::new();
    for (id, language) in languages.iter().enumerate() {
        for &character in language.locking.iter().flat_map(Table::values) {
            masks.entry(character).or_default().0 |= 1 << id;
        }
        for &character in language.single.values() {
            masks.entry(character).or_default().1 |= 1 << id;
        }
    }
    let mut classes: Vec<(u16, u16)> = vec![(0, 0)];
    classes.extend(masks.values().copied().collect::<BTreeSet<_>>());
    let class_of = |character: u16| {
        let mask = masks.get(&character).copied().unwrap_or_default();
        classes.iter().position(|&class| class == mask).unwrap()
    };

    let blocks = usize::from(*masks.keys().last().unwrap()) / 64 + 1;
    let mut pages: Vec<[usize; 64]> = Vec::new();
    let mut page_of_block = Vec::new();
    for block in 0..blocks {
        let page: [usize; 64] =
            std::array::from_fn(|cell| class_of(u16::try_from(block * 64 + cell).unwrap()));
        let known = pages.iter().position(|known| *known == page);
        page_of_block.push(known.unwrap_or_else(|| {
            pages.push(page);
            pages.len() - 1
        }));
    }

    let mut out = String::from(HEADER);
    writeln!(out, "/// For each class of characters, the languages whose locking and whose single shift table has them:\n/// bit 0 the default alphabet, bit n the language with identifier n.\n#[rustfmt::skip]\npub(in crate::alphabet) static TABLES: [(u16, u16); {}] = [", classes.len()).unwrap();
    for (locking, single) in &classes {
        writeln!(out, "    (0x{locking:04X}, 0x{single:04X}),").unwrap();
    }
    writeln!(out, "];\n\n/// The page of each block of 64 code points.\n#[rustfmt::skip]\npub(in crate::alphabet) static PAGE_OF_BLOCK: [u8; {blocks}] = [").unwrap();
    for row in page_of_block.chunks(24) {
        let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
        writeln!(out, "    {},", cells.join(", ")).unwrap();
    }
    writeln!(out, "];\n\n/// The class of each code point of a page.\n#[rustfmt::skip]\npub(in crate::alphabet) static PAGES: [[u8; 64]; {}] = [", pages.len()).unwrap();
    for page in &pages {
        out.push_str("    [\n");
        for row in page.chunks(16) {
            let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
            writeln!(out, "        {},", cells.join(", ")).unwrap();
        }
        out.push_str("    ],\n");
    }
    out.push_str("];\n");
    out
}

#[test]
fn language_tables_are_current() {
    for (name, language) in NAMES.iter().zip(read()) {
        let path = format!("src/alphabet/tables/{name}.rs");
        super::assert_current(&path, &language_file(&language));
    }
}

#[test]
fn default_units_are_current() {
    super::assert_current(
        "src/alphabet/tables/default_units.rs",
        &default_units_file(&read()[0]),
    );
}

#[test]
fn character_classes_are_current() {
    super::assert_current("src/alphabet/tables/classes.rs", &classes_file(&read()));
}

/// What the standard promises of every table, checked on the data itself.
#[test]
fn tables_keep_the_invariants_of_the_standard() {
    for (id, language) in read().iter().enumerate() {
        let indic = id >= 4;
        let tables = language.locking.iter().map(|table| (table, false));
        for (table, starred) in tables.chain([(&language.single, indic)]) {
            assert!(
                !table.contains_key(&0x1B),
                "{}: the escape is never a character",
                NAMES[id]
            );
            assert!(table.keys().all(|&code| code < 0x80));
            let mut seen = BTreeSet::new();
            let twice: BTreeSet<u16> = table
                .values()
                .copied()
                .filter(|&c| !seen.insert(c))
                .collect();
            let expected: BTreeSet<u16> = if starred {
                [0x2A, 0xA1].into()
            } else {
                BTreeSet::new()
            };
            assert_eq!(
                twice, expected,
                "{}: only * and ¡ of the Indic and Urdu single shift tables stand twice",
                NAMES[id]
            );
        }
        if indic {
            let locking = language.locking.as_ref().unwrap();
            assert_eq!(
                (locking[&0x28], locking[&0x29]),
                (u16::from(b')'), u16::from(b'(')),
                "{}",
                NAMES[id]
            );
        }
    }
}
