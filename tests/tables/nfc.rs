//! The canonical compositions of Unicode's basic plane, to `src/text/compositions.rs`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical};

const HANGUL: std::ops::RangeInclusive<char> = '\u{AC00}'..='\u{D7A3}';

/// For each second character the pairs of a first one and the composed one.
fn compositions() -> BTreeMap<char, Vec<(char, char)>> {
    let mut pairs: BTreeMap<char, Vec<(char, char)>> = BTreeMap::new();
    for composed in ('\u{80}'..='\u{FFFF}').filter(|character| !HANGUL.contains(character)) {
        let mut parts = Vec::new();
        decompose_canonical(composed, |part| parts.push(part));
        let Some((last, first)) = parts.split_last().filter(|(_, first)| !first.is_empty()) else {
            continue;
        };
        let first: Vec<char> = first.iter().copied().nfc().collect();
        if let [first] = first[..]
            && compose(first, *last) == Some(composed)
        {
            pairs.entry(*last).or_default().push((first, composed));
        }
    }
    for pairs in pairs.values_mut() {
        pairs.sort_unstable();
    }
    pairs
}

fn array(out: &mut String, doc: &str, name: &str, kind: &str, items: &[String]) {
    let length = items.len();
    writeln!(
        out,
        "\n/// {doc}\n#[rustfmt::skip]\npub(super) const {name}: [{kind}; {length}] = ["
    )
    .unwrap();
    for line in items.chunks(16) {
        writeln!(out, "    {},", line.join(", ")).unwrap();
    }
    out.push_str("];\n");
}

#[test]
fn canonical_compositions() {
    let pairs = compositions();
    let (mut seconds, mut firsts, mut composed) = (Vec::new(), Vec::new(), Vec::new());
    for (second, pairs) in &pairs {
        for (first, both) in pairs {
            firsts.push(format!("0x{:04X}", u32::from(*first)));
            composed.push(format!("0x{:04X}", u32::from(*both)));
        }
        let class = canonical_combining_class(*second);
        seconds.push(format!(
            "(0x{:04X}, {class}, {})",
            u32::from(*second),
            firsts.len()
        ));
    }
    let mut out = String::from(
        "// Generated from Unicode's canonical compositions.\n\
         // `UPDATE=1 cargo test --test tables_current` rewrites it.\n",
    );
    array(
        &mut out,
        "The second characters, ascending: each with its combining class and where its pairs end in `FIRSTS`.",
        "SECONDS",
        "(u16, u8, u16)",
        &seconds,
    );
    array(
        &mut out,
        "The first characters of all pairs, ascending for each second one.",
        "FIRSTS",
        "u16",
        &firsts,
    );
    array(
        &mut out,
        "The composed characters, in the order of `FIRSTS`.",
        "COMPOSED",
        "u16",
        &composed,
    );
    super::assert_current("src/text/compositions.rs", &out);
}
