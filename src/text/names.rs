//! Names that may come more than once: fields of a template, parameters of a query.

use alloc::vec::Vec;

/// Returns the different names in the order in which they first come, and for each name its index among those.
///
/// Sorts, because a search among the earlier names takes quadratic time. (A `BTreeMap` costs 0.7 KB more of each
/// WebAssembly module after brotli.)
pub(crate) fn distinct<'n>(names: &[&'n str]) -> (Vec<&'n str>, Vec<usize>) {
    let mut places = firsts(names);
    let mut distinct = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let first = places[index];
        places[index] = if first == index {
            distinct.push(*name);
            distinct.len() - 1
        } else {
            places[first]
        };
    }
    (distinct, places)
}

/// For each name, the index of the first that is the same.
fn firsts(names: &[&str]) -> Vec<usize> {
    let indexed = names.iter().enumerate().map(|(index, name)| (*name, index));
    let mut sorted: Vec<_> = indexed.collect();
    sorted.sort_unstable();
    let mut firsts = alloc::vec![0; names.len()];
    for alike in sorted.chunk_by(|one, next| one.0 == next.0) {
        for (_, index) in alike {
            firsts[*index] = alike[0].1;
        }
    }
    firsts
}
