//! Names that may come more than once: fields of a template, parameters of a query.

use alloc::collections::BinaryHeap;
use alloc::vec::Vec;

/// The different names, in the order in which they first come, and for each of those given its place among them.
///
/// By sorting, since to look for each among the names before it takes quadratic time. (A heap sorts with the least code.)
pub(crate) fn distinct<'n>(names: impl Iterator<Item = &'n str>) -> (Vec<&'n str>, Vec<usize>) {
    let numbered = names.enumerate().map(|(index, name)| (name, index));
    let sorted = numbered.collect::<BinaryHeap<_>>().into_sorted_vec();
    // Of each name, in the order of the names, the first that is its like.
    let mut firsts = alloc::vec![(0, ""); sorted.len()];
    for alike in sorted.chunk_by(|one, next| one.0 == next.0) {
        for &(name, index) in alike {
            firsts[index] = (alike[0].1, name);
        }
    }
    let (mut distinct, mut places) = (Vec::new(), Vec::with_capacity(firsts.len()));
    for (index, (first, name)) in firsts.into_iter().enumerate() {
        if first == index {
            places.push(distinct.len());
            distinct.push(name);
        } else {
            places.push(places[first]);
        }
    }
    (distinct, places)
}
