//! Names that may come more than once: fields of a template, parameters of a query.

use alloc::collections::BinaryHeap;
use alloc::vec::Vec;

/// The different names, in the order in which they first come, and for each of those given its place among them.
///
/// By sorting, since to look for each name among those before it takes quadratic time. (A heap sorts with the least
/// code.)
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
    let sorted = indexed.collect::<BinaryHeap<_>>().into_sorted_vec();
    let mut firsts = alloc::vec![0; names.len()];
    for alike in sorted.chunk_by(|one, next| one.0 == next.0) {
        for (_, index) in alike {
            firsts[*index] = alike[0].1;
        }
    }
    firsts
}
