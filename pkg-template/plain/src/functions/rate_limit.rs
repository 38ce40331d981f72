//! A limit on how many messages of one number are answered: the state comes with the request and goes with the answer,
//! as an instance of the module remembers nothing.

use septet::message::MessageValidator;
use septet::webhook::RateLimiter;
use serde::Serialize;

use crate::answer::Answer;
use crate::arguments::{Argument, Arguments, MAX_SAFE};
use crate::failure::Failure;
use crate::memory::reserve;

/// Octets of memory for each octet of a state: a key is in two maps, and its times in a list.
const MEMORY: usize = 256;

/// What most guides advise: five messages a minute.
const LIMIT: u32 = 5;
const WINDOW: i64 = 60;

const TIME: &str = "a time in seconds, or of ISO 8601 with Z or an offset";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DecisionShape<'l> {
    allowed: bool,
    retry_after: u64,
    limiter: &'l RateLimiter,
}

pub(super) fn rate_limit(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let (state, key, now) = (arguments.at(0), arguments.at(1).text()?, arguments.at(2));
    let length = state.value().map_or(0, |value| value.to_string().len());
    reserve(length.saturating_add(key.len()).saturating_mul(MEMORY))?;
    let mut limiter = limiter(&state)?;
    let now = seconds(&now)?;
    let allowed = limiter.allow(key, now);
    answer.write(&DecisionShape {
        allowed,
        retry_after: limiter.retry_after(key, now),
        limiter: &limiter,
    })
}

fn limiter(state: &Argument<'_>) -> Result<RateLimiter, Failure> {
    let state = state.object()?;
    state.only_properties(&["limit", "windowSeconds", "maxKeys", "keys"])?;
    let limit = state.known("limit");
    let limit = limit.map_or(Ok(LIMIT), |value| value.word(1))?;
    let window = state.known("windowSeconds");
    let window = window.map_or(Ok(WINDOW), |value| value.whole(0, MAX_SAFE))?;
    let mut limiter = RateLimiter::new(limit, window.unsigned_abs());
    if let Some(keys) = state.known("maxKeys") {
        limiter = limiter.with_max_keys(usize::try_from(keys.word(1)?).unwrap_or(usize::MAX));
    }
    if let Some(keys) = state.known("keys") {
        for (key, times) in keys.object()?.members() {
            let times: Result<Vec<u64>, Failure> = times
                .list("an array of times")?
                .map(|time| Ok(time.whole(0, MAX_SAFE)?.unsigned_abs()))
                .collect();
            limiter = limiter.with_times(key, times?);
        }
    }
    Ok(limiter)
}

fn seconds(value: &Argument<'_>) -> Result<u64, Failure> {
    match value.as_text() {
        Some(text) => {
            let time = MessageValidator::at_text(text).map(|validator| validator.now());
            time.ok_or_else(|| value.wrong(TIME))
        }
        None => Ok(value.whole(0, MAX_SAFE)?.unsigned_abs()),
    }
}
