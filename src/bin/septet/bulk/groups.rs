//! Sums for each value of a column.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Different values, at most: a column with more of them makes no groups.
pub(super) const MOST: usize = 10_000;

/// The sums of the rows of a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Group {
    pub(super) rows: u64,
    pub(super) segments: u64,
    /// In billionths of the currency.
    pub(super) cost: i128,
}

/// The groups by their values.
pub(super) type Groups = BTreeMap<String, Group>;

impl Group {
    fn merge(&mut self, other: Group) {
        self.rows += other.rows;
        self.segments += other.segments;
        self.cost = self.cost.saturating_add(other.cost);
    }
}

/// Adds a group to those of its value.
pub(super) fn add(groups: &mut Groups, value: &str, group: Group) {
    match groups.get_mut(value) {
        Some(known) => known.merge(group),
        None => {
            groups.insert(value.to_owned(), group);
        }
    }
}

/// Adds the groups of a chunk.
pub(super) fn merge(groups: &mut Groups, others: Groups) {
    for (value, group) in others {
        groups.entry(value).or_default().merge(group);
    }
}

/// Returns `true` if there are more values than [`MOST`].
pub(super) fn are_too_many(groups: &Groups) -> bool {
    groups.len() > MOST
}
