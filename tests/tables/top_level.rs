//! From `tests/data/links/top-level-domains.tsv` to `src/protected/tables/top_level.rs`.

use std::fmt::Write as _;

use crate::tsv::read;

/// Words in the order of the alphabet, each as a capital for how many letters it shares with the word before (`A` for
/// none) and the letters after those.
fn front_coded(words: &[&str]) -> String {
    let mut coded = String::new();
    let mut previous = "";
    for word in words {
        let same = |(a, b): &(u8, u8)| a == b;
        let shared = previous.bytes().zip(word.bytes()).take_while(same).count();
        coded.push(char::from(b'A' + u8::try_from(shared).unwrap()));
        coded.push_str(&word[shared..]);
        previous = word;
    }
    coded
}

#[test]
fn top_level_domains() {
    let rows = read("links/top-level-domains.tsv");
    let mut domains: Vec<&str> = rows.iter().map(|row| row["domain"].as_str()).collect();
    domains.sort_unstable();
    let (ascii, others): (Vec<&str>, Vec<&str>) = domains.iter().partition(|name| name.is_ascii());
    let (two, long): (Vec<&str>, Vec<&str>) = ascii.iter().partition(|name| name.len() == 2);
    let mut pairs = [0u32; 26];
    for name in two {
        let [first, second] = [0, 1].map(|at| name.as_bytes()[at] - b'a');
        pairs[usize::from(first)] |= 1 << second;
    }
    let mut longer = String::new();
    let mut offsets = vec![0];
    for letter in 'a'..='z' {
        let begins: Vec<&str> = long
            .iter()
            .copied()
            .filter(|name| name.starts_with(letter))
            .collect();
        longer.push_str(&front_coded(&begins));
        offsets.push(longer.len());
    }
    let words: Vec<&str> = rows
        .iter()
        .filter(|row| row["word"] == "yes")
        .map(|row| row["domain"].as_str())
        .collect();

    let mut out = String::from(
        "// Generated from tests/data/links/top-level-domains.tsv.\n\
         // `UPDATE=1 cargo test --test tables_current` rewrites it.\n\n",
    );
    let hexadecimal = |bits: &u32| format!("0x{:04X}_{:04X}", bits >> 16, bits & 0xFFFF);
    let pairs: Vec<String> = pairs.iter().map(hexadecimal).collect();
    write!(
        out,
        "/// For each first letter a bit for each second one: the top-level domains of two letters.\n\
         #[rustfmt::skip]\npub(in crate::protected) const PAIRS: [u32; 26] = [\n    {},\n];\n\n\
         /// The longer ones in ASCII: a capital for the number of letters shared with the one before, and the others.\n\
         pub(in crate::protected) const LONGER: &str = {longer:?};\n\n\
         /// The first octet in `LONGER` of each first letter, and its length.\n\
         #[rustfmt::skip]\npub(in crate::protected) const OFFSETS: [u16; 27] = {offsets:?};\n\n\
         /// Those of other scripts, between spaces.\n\
         pub(in crate::protected) const OTHER_SCRIPTS: &str = {:?};\n\n\
         /// Those that are common words too, between spaces.\n\
         pub(in crate::protected) const WORDS: &str = {:?};\n",
        pairs.join(", "),
        format!(" {} ", others.join(" ")),
        format!(" {} ", words.join(" ")),
    )
    .unwrap();
    super::assert_current("src/protected/tables/top_level.rs", &out);
}
