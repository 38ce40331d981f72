//! A slip in the name of a sub-command, which would otherwise be counted as a text.

use std::ffi::OsStr;

/// Edits by which a name may be missed.
const EDITS: usize = 2;

/// The name that the first argument seems to mean: one lower-case word, up to two edits from it, which leave at least
/// half of it. (`hi` is no slip of `fit`.)
pub(crate) fn meant<'n>(first: &OsStr, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let word = first.to_str()?;
    let is_word = !word.is_empty() && word.bytes().all(|octet| octet.is_ascii_lowercase());
    if !is_word {
        return None;
    }
    let near = names.filter_map(|name| {
        let edits = distance(word.as_bytes(), name.as_bytes());
        (edits <= EDITS && 2 * edits <= name.len()).then_some((edits, name))
    });
    near.min()
        .filter(|(edits, _)| *edits > 0)
        .map(|(_, name)| name)
}

/// Insertions, deletions, replacements and swaps of neighbours that make one word of another.
fn distance(one: &[u8], other: &[u8]) -> usize {
    let mut rows = vec![vec![0; other.len() + 1]; one.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    rows[0] = (0..=other.len()).collect();
    for i in 1..=one.len() {
        for j in 1..=other.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(one[i - 1] != other[j - 1]);
            let mut least = replaced.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = least;
        }
    }
    rows[one.len()][other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips() {
        let names = ["completions", "count", "fit", "help", "man", "split"];
        let meant = |word: &str| meant(OsStr::new(word), names.into_iter());
        assert_eq!(meant("cuont"), Some("count"));
        assert_eq!(meant("completion"), Some("completions"));
        assert_eq!(meant("ftt"), Some("fit"));
        for text in ["count", "hi", "ok", "Cuont", "a", "count!", "", "welcome"] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
