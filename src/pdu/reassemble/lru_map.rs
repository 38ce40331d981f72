//! A map that knows its oldest entry.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;

/// Entries by key and by the time they were last touched.
#[derive(Clone, Debug)]
pub(super) struct LruMap<K, V> {
    /// Values are boxed, so that the code of the tree is the same for all of them, which linkers fold.
    entries: BTreeMap<K, (Stamp, Box<V>)>,
    /// Every key once, under the stamp of its entry.
    ages: BTreeMap<Stamp, K>,
    /// Tells entries of the same time apart, in order of arrival.
    serial: u64,
}

/// The caller's time, then the order of arrival.
type Stamp = (u64, u64);

impl<K: Ord + Clone, V> LruMap<K, V> {
    pub(super) const fn new() -> Self {
        Self {
            entries: BTreeMap::new(),
            ages: BTreeMap::new(),
            serial: 0,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn get(&self, key: &K) -> Option<&V> {
        self.entries.get(key).map(|(_, value)| &**value)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.entries.iter().map(|(key, (_, value))| (key, &**value))
    }

    /// Puts an entry in, as touched at `now`.
    pub(super) fn insert(&mut self, key: K, now: u64, value: V) {
        self.remove(&key);
        self.serial += 1;
        let stamp = (now, self.serial);
        self.ages.insert(stamp, key.clone());
        self.entries.insert(key, (stamp, Box::new(value)));
    }

    pub(super) fn remove(&mut self, key: &K) -> Option<V> {
        let (stamp, value) = self.entries.remove(key)?;
        self.ages.remove(&stamp);
        Some(*value)
    }

    /// Takes out the entry that was touched the longest ago.
    pub(super) fn pop_oldest(&mut self) -> Option<(K, V)> {
        let (_, key) = self.ages.pop_first()?;
        let (_, value) = self.entries.remove(&key)?;
        Some((key, *value))
    }

    /// Removes the oldest entry if it was touched before `time`.
    pub(super) fn pop_before(&mut self, time: u64) -> Option<(K, V)> {
        let (&(touched, _), _) = self.ages.first_key_value()?;
        if touched < time {
            self.pop_oldest()
        } else {
            None
        }
    }
}
