//! From `tests/data/smart-encoding/` to `src/smart_encoding/tables/`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use unicode_normalization::UnicodeNormalization as _;

use crate::smart_data::{Row, Rows, in_gsm7, levels, provider};
use crate::tsv::pascal;

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

/// The numbered and the rare replacements that are not one ASCII character.
fn pool(rows: &Rows) -> (Vec<&str>, BTreeSet<&str>) {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows.values().filter(|row| row.replacement.len() > 1) {
        *uses.entry(&row.replacement).or_default() += 1;
    }
    let mut by_use: Vec<&str> = uses.keys().copied().collect();
    by_use.sort_by_key(|text| (usize::MAX - uses[text], *text));
    let numbered: Vec<&str> = by_use.iter().take(0x7F).copied().collect();
    (numbered, by_use.into_iter().skip(0x7F).collect())
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
    out.push_str("};\n");
    out
}

/// A letter, a combining mark, and the character both are by NFC: where that is in GSM-7, or where the table
/// spells it in another way than the letter without the mark.
fn compositions(rows: &Rows) -> BTreeSet<(char, char, char)> {
    let is_mark = |row: &Row| row.replacement.is_empty() && row.reason == "mark";
    let marks: Vec<char> = rows
        .iter()
        .filter(|(_, row)| is_mark(row))
        .map(|(mark, _)| *mark)
        .collect();
    let letters =
        (' '..='\u{FFFF}').filter(|c| c.is_alphabetic() && (in_gsm7(*c) || rows.contains_key(c)));
    let mut found = BTreeSet::new();
    for letter in letters {
        for &mark in &marks {
            let mut composed = [letter, mark].into_iter().nfc();
            let (Some(both), None) = (composed.next(), composed.next()) else {
                continue;
            };
            let spelled = |c: char| rows.get(&c).map(|row| row.replacement.as_str());
            let cyrillic = |c: char| rows.get(&c).is_some_and(|row| row.reason == "cyrillic");
            if in_gsm7(both) || cyrillic(both) && spelled(both) != spelled(letter) {
                found.insert((letter, mark, both));
            }
        }
    }
    found
}

fn compositions_file(rows: &Rows) -> String {
    let mut out = String::from(
        "// Generated from tests/data/smart-encoding/levels.tsv and Unicode NFC.\n\
         // `UPDATE=1 cargo test --test tables_current` rewrites it.\n\n\
         /// A letter, a combining mark, and the one character that both are; ascending.\n\
         #[rustfmt::skip]\npub(in crate::smart_encoding) static COMPOSITIONS: &[(u16, u16, u16)] = &[\n",
    );
    for (letter, mark, both) in compositions(rows) {
        let [l, m, b] = [letter, mark, both].map(u32::from);
        writeln!(
            out,
            "    (0x{l:04X}, 0x{m:04X}, 0x{b:04X}), // {letter} \u{25CC}{mark} {both}"
        )
        .unwrap();
    }
    out.push_str("];\n");
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
        ("compositions", compositions_file(&levels)),
    ];
    for (name, file) in files {
        super::assert_current(&format!("src/smart_encoding/tables/{name}.rs"), &file);
    }
}
