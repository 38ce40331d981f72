//! A limit on how many messages of one number are answered in a time, without a clock of its own.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;
use core::num::NonZeroU32;

/// A sliding window for each key: at most `limit` events in any `window` seconds.
///
/// It has no clock: the time is an argument, in seconds since any moment. Its memory is bounded: beyond `max_keys` the
/// key whose last event is the longest ago is forgotten. Its state can be stored, key by key
/// ([`times`](Self::times), [`with_times`](Self::with_times)) or as a whole (serde), for several servers or a restart.
///
/// # Example: five answers a minute
///
/// ```
/// use septet::webhook::RateLimiter;
///
/// let mut limiter = RateLimiter::new(5, 60);
/// assert!((0..5).all(|second| limiter.allow("+15005550006", second)));
/// assert!(!limiter.allow("+15005550006", 59));
/// assert_eq!(limiter.retry_after("+15005550006", 59), 1);
/// assert!(limiter.allow("+15005550006", 60)); // the first one is a minute old
/// assert!(limiter.allow("+15005550007", 59)); // somebody else
/// assert_eq!(limiter.times("+15005550007"), [59]);
/// assert!(!limiter.is_empty() && limiter.len() == 2 && RateLimiter::MAX_KEYS == 10_000);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateLimiter {
    limit: NonZeroU32,
    window: u64,
    max_keys: usize,
    /// The times of the events allowed, the oldest first; never empty, at most `limit` of them.
    times: BTreeMap<String, Vec<u64>>,
    /// Each key under its last event, to forget the oldest.
    by_age: BTreeSet<(u64, String)>,
}

impl RateLimiter {
    /// Keys that a limiter remembers unless told otherwise.
    pub const MAX_KEYS: usize = 10_000;

    /// Allows `limit` events in any `window` seconds; a limit of 0 counts as 1.
    #[must_use]
    pub fn new(limit: u32, window: u64) -> Self {
        RateLimiter {
            limit: NonZeroU32::new(limit).unwrap_or(NonZeroU32::MIN),
            window,
            max_keys: Self::MAX_KEYS,
            times: BTreeMap::new(),
            by_age: BTreeSet::new(),
        }
    }

    /// Remembers at most this many keys; 0 counts as 1.
    ///
    /// ```
    /// use septet::webhook::RateLimiter;
    ///
    /// let mut limiter = RateLimiter::new(1, 60).with_max_keys(2);
    /// for (second, key) in ["a", "b", "c"].into_iter().enumerate() {
    ///     assert!(limiter.allow(key, second as u64));
    /// }
    /// assert_eq!(limiter.len(), 2);
    /// ```
    #[must_use]
    pub fn with_max_keys(mut self, max_keys: usize) -> Self {
        self.max_keys = max_keys.max(1);
        self.forget_surplus();
        self
    }

    /// Restores the events of a key: their times, in any order.
    ///
    /// ```
    /// use septet::webhook::RateLimiter;
    ///
    /// let mut limiter = RateLimiter::new(2, 60).with_times("+15005550006", [10, 20]);
    /// assert!(!limiter.allow("+15005550006", 30));
    /// ```
    #[must_use]
    pub fn with_times(mut self, key: &str, times: impl IntoIterator<Item = u64>) -> Self {
        let mut times: Vec<u64> = times.into_iter().collect();
        times.sort_unstable();
        let surplus = times.len().saturating_sub(self.limit());
        times.drain(..surplus);
        self.put(key, times);
        self
    }

    /// Allows an event of a key at a time, and remembers it; `false` if there were too many before. A refused event
    /// does not count.
    ///
    /// Times may come out of order, as from several servers: an event of the future counts too.
    pub fn allow(&mut self, key: &str, now: u64) -> bool {
        let mut times = self.times.get(key).cloned().unwrap_or_default();
        times.retain(|time| time.saturating_add(self.window) > now);
        let is_allowed = times.len() < self.limit();
        if is_allowed {
            let index = times.partition_point(|time| *time <= now);
            times.insert(index, now);
        }
        self.put(key, times);
        is_allowed
    }

    /// The seconds until the next event of a key is allowed; 0 if it is now.
    #[must_use]
    pub fn retry_after(&self, key: &str, now: u64) -> u64 {
        let times = self.times.get(key).map_or(&[][..], Vec::as_slice);
        let ends = times.iter().map(|time| time.saturating_add(self.window));
        let counted: Vec<u64> = ends.filter(|end| *end > now).collect();
        let over = (counted.len() + 1).saturating_sub(self.limit());
        let ends_at = over.checked_sub(1).and_then(|index| counted.get(index));
        ends_at.map_or(0, |end| end - now)
    }

    /// The times of the events of a key, to be stored; the oldest first, none for a key that is not known.
    #[must_use]
    pub fn times(&self, key: &str) -> &[u64] {
        self.times.get(key).map_or(&[], Vec::as_slice)
    }

    /// Every key with the times of its events.
    ///
    /// ```
    /// use septet::webhook::RateLimiter;
    ///
    /// let mut limiter = RateLimiter::new(5, 60);
    /// limiter.allow("+15005550006", 7);
    /// assert_eq!(limiter.entries().collect::<Vec<_>>(), [("+15005550006", &[7][..])]);
    /// ```
    pub fn entries(&self) -> impl Iterator<Item = (&str, &[u64])> {
        self.times
            .iter()
            .map(|(key, times)| (key.as_str(), times.as_slice()))
    }

    /// Forgets the keys whose events no longer count.
    ///
    /// ```
    /// use septet::webhook::RateLimiter;
    ///
    /// let mut limiter = RateLimiter::new(5, 60);
    /// limiter.allow("+15005550006", 0);
    /// limiter.expire(60);
    /// assert!(limiter.is_empty());
    /// ```
    pub fn expire(&mut self, now: u64) {
        while let Some((last, _)) = self.by_age.first() {
            if last.saturating_add(self.window) > now {
                break;
            }
            self.forget_oldest();
        }
    }

    /// Keys that are remembered.
    #[must_use]
    pub fn len(&self) -> usize {
        self.times.len()
    }

    /// Says that no key is remembered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.times.is_empty()
    }

    fn limit(&self) -> usize {
        usize::try_from(self.limit.get()).unwrap_or(usize::MAX)
    }

    /// Remembers the times of a key in place of those there were.
    fn put(&mut self, key: &str, times: Vec<u64>) {
        if let Some(last) = self.times.get(key).and_then(|times| times.last()) {
            self.by_age.remove(&(*last, key.into()));
        }
        match times.last() {
            None => {
                self.times.remove(key);
            }
            Some(last) => {
                self.by_age.insert((*last, key.into()));
                self.times.insert(key.into(), times);
                self.forget_surplus();
            }
        }
    }

    fn forget_surplus(&mut self) {
        while self.times.len() > self.max_keys {
            self.forget_oldest();
        }
    }

    fn forget_oldest(&mut self) {
        if let Some((_, key)) = self.by_age.pop_first() {
            self.times.remove(&key);
        }
    }
}

/// The limits and every key with its times.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
struct Shape<K> {
    limit: u32,
    window_seconds: u64,
    max_keys: usize,
    keys: K,
}

#[cfg(feature = "serde")]
impl serde::Serialize for RateLimiter {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Shape {
            limit: self.limit.get(),
            window_seconds: self.window,
            max_keys: self.max_keys,
            keys: &self.times,
        }
        .serialize(serializer)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for RateLimiter {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shape = Shape::<BTreeMap<String, Vec<u64>>>::deserialize(deserializer)?;
        let limiter =
            RateLimiter::new(shape.limit, shape.window_seconds).with_max_keys(shape.max_keys);
        let keys = shape.keys.into_iter();
        Ok(keys.fold(limiter, |limiter, (key, times)| {
            limiter.with_times(&key, times)
        }))
    }
}
