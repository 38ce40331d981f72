//! From `tests/data/smart-encoding/` to `src/smart_encoding/tables/`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::smart_data::{Rows, levels, provider};
use crate::tsv::{self, pascal};

/// Unlisted code points that a span may run over: fewer bytes than a span of its own.
const WIDEST_GAP: u32 = 8;

fn array<T: std::fmt::Display>(out: &mut String, field: &str, items: impl IntoIterator<Item = T>) {
    write!(out, "    {field}: &[").unwrap();
    for (index, item) in items.into_iter().enumerate() {
        out.push_str(if index % 24 == 0 { "\n        " } else { " " });
        write!(out, "{item},").unwrap();
    }
    out.push_str("\n    ],\n");
}

/// Squared units, whose replacements are in a list of their own: they are next to each other, and hardly one occurs twice.
const UNITS: std::ops::RangeInclusive<char> = '\u{3371}'..='\u{33DF}';
const UNIT: u8 = 0xFE;

/// The numbered and the rare replacements that are not one ASCII character.
fn pool(rows: &Rows) -> (Vec<&str>, BTreeSet<&str>) {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    let others = rows.iter().filter(|(listed, _)| !UNITS.contains(*listed));
    for (_, row) in others.filter(|(_, row)| row.replacement.len() > 1) {
        *uses.entry(&row.replacement).or_default() += 1;
    }
    let mut by_use: Vec<&str> = uses.keys().copied().collect();
    by_use.sort_by_key(|text| (usize::MAX - uses[text], *text));
    let numbered: Vec<&str> = by_use.iter().take(0x7E).copied().collect();
    (numbered, by_use.into_iter().skip(0x7E).collect())
}

fn table_file(rows: &Rows, data: &str, doc: &str) -> String {
    let (numbered, rare_texts) = pool(rows);
    let (mut starts, mut offsets, mut values) = (Vec::new(), Vec::new(), Vec::new());
    let (mut rare, mut rare_replacements) = (Vec::new(), Vec::new());
    let (mut kinds, mut kind_ends, mut kind_of_run) = (Vec::new(), Vec::new(), Vec::new());
    let mut previous = None;
    for (&listed, row) in rows {
        let code_point = u32::from(listed);
        match previous.map(|previous| code_point - previous - 1) {
            Some(gap) if gap <= WIDEST_GAP => values.resize(values.len() + gap as usize, 0),
            _ => {
                starts.push(code_point);
                offsets.push(values.len());
            }
        }
        previous = Some(code_point);
        if !row.level.is_empty() {
            let kind = (&row.level, &row.reason);
            let number = kinds
                .iter()
                .position(|known| *known == kind)
                .unwrap_or_else(|| {
                    kinds.push(kind);
                    kinds.len() - 1
                });
            if kind_of_run.last() != Some(&number) {
                kind_of_run.push(number);
                kind_ends.push(0);
            }
            *kind_ends.last_mut().unwrap() = values.len() + 1;
        }
        let text = row.replacement.as_str();
        values.push(match text.as_bytes() {
            [] => 1u8,
            _ if UNITS.contains(&listed) => UNIT,
            [ascii] => *ascii,
            _ if rare_texts.contains(text) => {
                rare.push(values.len());
                rare_replacements.push(text);
                0xFF
            }
            _ => {
                0x80 + u8::try_from(numbered.iter().position(|known| *known == text).unwrap())
                    .unwrap()
            }
        });
    }
    offsets.push(values.len());
    let pooled: Vec<&str> = numbered.into_iter().chain(rare_replacements).collect();
    let ends = pooled.iter().scan(0, |end, text| {
        *end += text.len();
        Some(*end)
    });
    let ascii = rows
        .keys()
        .filter(|c| c.is_ascii())
        .fold(0u128, |bits, c| bits | 1 << u32::from(*c));

    let mut out = format!(
        "// Generated from tests/data/smart-encoding/{data}.\n\
         // `UPDATE=1 cargo test --test tables_current` rewrites it.\n\n\
         use crate::smart_encoding::table::Table;\n"
    );
    if !kinds.is_empty() {
        out.push_str("use crate::smart_encoding::{Level, SubstitutionReason};\n");
    }
    writeln!(out, "\n/// {doc}\n#[rustfmt::skip]\npub(in crate::smart_encoding) static TABLE: Table = Table {{").unwrap();
    let hex = format!("{ascii:032X}");
    let quads: Vec<&str> = (0..32).step_by(4).map(|at| &hex[at..at + 4]).collect();
    writeln!(out, "    ascii: 0x{},", quads.join("_")).unwrap();
    array(
        &mut out,
        "starts",
        starts.iter().map(|start| format!("0x{start:04X}")),
    );
    array(&mut out, "offsets", offsets);
    array(&mut out, "values", values);
    writeln!(out, "    pool: {:?},", pooled.concat()).unwrap();
    array(&mut out, "ends", ends);
    array(&mut out, "rare", rare);
    array(&mut out, "kind_ends", kind_ends);
    array(&mut out, "kind_of_run", kind_of_run);
    let pair = |(level, reason): &(&String, &String)| {
        format!(
            "(Level::{}, SubstitutionReason::{})",
            pascal(level),
            pascal(reason)
        )
    };
    array(&mut out, "kinds", kinds.iter().map(pair));
    let units = UNITS.map(|unit| rows.get(&unit).map_or("", |row| row.replacement.as_str()));
    let units: Vec<&str> = units.collect();
    writeln!(out, "    units: {:?},", units.join(" ").trim_end()).unwrap();
    out.push_str("};\n");
    out
}

fn begin(data: &str) -> String {
    format!(
        "// Generated from tests/data/smart-encoding/{data}.\n\
         // `UPDATE=1 cargo test --test tables_current` rewrites it.\n\n"
    )
}

/// `U+00E9` as the character.
fn character(code_point: &str) -> char {
    let code = u32::from_str_radix(code_point.strip_prefix("U+").unwrap(), 16).unwrap();
    char::from_u32(code).unwrap()
}

/// Greek and Cyrillic letters, the Latin ones they look like, and whether these are meant by them in turn.
fn look_alikes_file() -> String {
    let mut out = begin("look-alikes.tsv");
    out.push_str(
        "/// A Greek or Cyrillic letter, the Latin letter that it looks like, and whether a Latin letter in a word of that\n\
         /// script is this one; ascending.\n\
         #[rustfmt::skip]\npub(in crate::smart_encoding) const LOOK_ALIKES: &[(u16, u8, bool)] = &[\n",
    );
    for row in tsv::read("smart-encoding/look-alikes.tsv") {
        let (letter, latin) = (
            character(&row["codepoint"]),
            row["latin"].chars().next().unwrap(),
        );
        let (code, latin_code) = (u32::from(letter), u32::from(latin));
        let back = row["back"] == "yes";
        writeln!(
            out,
            "    (0x{code:04X}, 0x{latin_code:02X}, {back}), // {letter} {latin}"
        )
        .unwrap();
    }
    out + "];\n"
}

/// The spellings of languages that differ from the common table.
fn languages_file() -> String {
    let mut out = begin("languages.tsv");
    out.push_str(
        "use crate::smart_encoding::text_language::{Position, Spelling};\n\n\
         /// Small letters by language, those for a position before those for any.\n\
         #[rustfmt::skip]\npub(in crate::smart_encoding) static LANGUAGES: &[Spelling] = &[\n",
    );
    for row in tsv::read("smart-encoding/languages.tsv") {
        let letter = character(&row["codepoint"]);
        assert_eq!(row["letter"], letter.to_string());
        let neighbour = |name: &str| {
            row["position"]
                .strip_prefix(name)
                .and_then(|rest| rest.chars().next())
        };
        let position = match (
            row["position"].as_str(),
            neighbour("after-"),
            neighbour("final-after-"),
        ) {
            ("any", ..) => String::from("Position::Any"),
            ("initial", ..) => String::from("Position::Initial"),
            (_, Some(before), _) => format!("Position::After({before:?})"),
            (_, _, Some(before)) => format!("Position::FinalAfter({before:?})"),
            (other, ..) => panic!("{other} is not a position"),
        };
        let (language, replacement) =
            (&row["language"], row["replacement"].replace("(remove)", ""));
        writeln!(
            out,
            "    Spelling {{ language: {language:?}, letter: {letter:?}, position: {position}, replacement: {replacement:?} }},"
        )
        .unwrap();
    }
    out + "];\n"
}

/// What Windows-1252 has where Latin-1 has controls.
fn windows_1252_file() -> String {
    let mut characters = vec![String::new(); 32];
    for row in tsv::read("smart-encoding/windows-1252.tsv") {
        let at = u32::from(character(&row["codepoint"])) - 0x80;
        assert_eq!(
            row["character"],
            character(&row["character_codepoint"]).to_string()
        );
        characters[at as usize].clone_from(&row["character"]);
    }
    let mut out = begin("windows-1252.tsv");
    write!(
        out,
        "/// The characters of Windows-1252 from 0x80 to 0x9F; empty where it has none.\n\
         #[rustfmt::skip]\npub(in crate::smart_encoding) const WINDOWS_1252: [&str; 32] = {characters:?};\n"
    )
    .unwrap();
    out
}

#[test]
fn smart_encoding() {
    let levels = levels();
    let files = [
        (
            "levels",
            table_file(&levels, "levels.tsv", "What the levels replace."),
        ),
        (
            "twilio",
            table_file(
                &provider("twilio"),
                "providers.tsv",
                "What Twilio replaces.",
            ),
        ),
        (
            "telnyx",
            table_file(
                &provider("telnyx"),
                "providers.tsv",
                "What Telnyx replaces.",
            ),
        ),
        (
            "webex",
            table_file(
                &provider("webex"),
                "providers.tsv",
                "What Webex Interact replaces, as far as its list is known.",
            ),
        ),
        ("look_alikes", look_alikes_file()),
        ("languages", languages_file()),
        ("windows_1252", windows_1252_file()),
    ];
    for (name, file) in files {
        super::assert_current(&format!("src/smart_encoding/tables/{name}.rs"), &file);
    }
}
