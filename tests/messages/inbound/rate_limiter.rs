//! The limit of messages of one number, against a slow count of events in the window.

use proptest::prelude::*;
use septet::webhook::RateLimiter;

/// Counts the events allowed in the window before each one.
fn slowly(limit: usize, window: u64, events: &[(u8, u64)]) -> Vec<bool> {
    let mut allowed: Vec<(u8, u64)> = Vec::new();
    let answers = events.iter().map(|&(key, now)| {
        let counted = allowed
            .iter()
            .filter(|(known, time)| *known == key && time + window > now);
        let is_allowed = counted.count() < limit;
        if is_allowed {
            allowed.push((key, now));
        }
        is_allowed
    });
    answers.collect()
}

proptest! {
    #[test]
    fn events_in_order(limit in 1..6_u32, window in 0..20_u64, steps in prop::collection::vec((0..3_u8, 0..8_u64), 0..60)) {
        let mut now = 0;
        let events: Vec<(u8, u64)> = steps.iter().map(|&(key, step)| {
            now += step;
            (key, now)
        }).collect();
        let mut limiter = RateLimiter::new(limit, window);
        let mut answers = Vec::new();
        for &(key, now) in &events {
            let wait = limiter.retry_after(&key.to_string(), now);
            let is_allowed = limiter.allow(&key.to_string(), now);
            prop_assert_eq!(wait == 0, is_allowed);
            answers.push(is_allowed);
            // The state can be stored at any time, and goes on where it was.
            let entries = limiter.entries().map(|(key, times)| (key.to_owned(), times.to_vec()));
            let restored = entries.collect::<Vec<_>>().into_iter().fold(
                RateLimiter::new(limit, window),
                |limiter, (key, times)| limiter.with_times(&key, times),
            );
            prop_assert_eq!(&restored, &limiter);
        }
        prop_assert_eq!(answers, slowly(limit.try_into().unwrap(), window, &events));
    }

    /// Any times, any keys, little memory: never more keys than allowed, never more events than the limit.
    #[test]
    fn any_events(max_keys in 0..4_usize, events in prop::collection::vec((0..6_u8, any::<u64>()), 0..60)) {
        let mut limiter = RateLimiter::new(2, u64::MAX / 2).with_max_keys(max_keys);
        for (key, now) in events {
            limiter.allow(&key.to_string(), now);
            prop_assert!(limiter.len() <= max_keys.max(1));
            prop_assert!(limiter.times(&key.to_string()).len() <= 2);
        }
        limiter.expire(u64::MAX);
    }
}

#[cfg(feature = "serde")]
#[test]
fn the_state_as_json() {
    let mut limiter = RateLimiter::new(5, 60).with_max_keys(100);
    limiter.allow("+15005550006", 7);
    let state = serde_json::to_value(&limiter).unwrap();
    let expected = serde_json::json!({
        "limit": 5, "windowSeconds": 60, "maxKeys": 100, "keys": { "+15005550006": [7] },
    });
    assert_eq!(state, expected);
    assert_eq!(
        serde_json::from_value::<RateLimiter>(state).unwrap(),
        limiter
    );
}
