//! Tiers of senders, and how long a batch takes.

use alloc::string::String;
use alloc::vec::Vec;

use wasm_bindgen::prelude::wasm_bindgen;

use super::super::convert::{Answer, Failure};
use super::super::json::to_json;
use super::arguments::{Object, Value, Wrong, arguments};
use super::message::time;
use crate::catalogue::{Batch, Dispatch, Pace, Plan, PlanError, Queue, Rate, Tier, Unit};

/// The most units and seconds of a rate.
const MOST: i64 = 86_400_000;

/// Messages of a schedule that cross the border at once.
const CHUNK: usize = 4_096;

/// Every tier of the table.
#[wasm_bindgen]
pub fn tiers(_: &[u32], _: &[u8]) -> String {
    to_json(&Tier::all().collect::<Vec<_>>())
}

/// How long a batch takes: `runs` are how many messages, and how many segments each has.
#[wasm_bindgen]
pub fn plan(words: &[u32], octets: &[u8], runs: &[u32]) -> Answer {
    let [given, options] = arguments(words, octets);
    let (batch, pace, start) = (batch(runs), pace(given)?, start(options)?);
    let plan = Plan::new(&batch, &pace, start).map_err(Failure::from)?;
    Ok(to_json(&plan))
}

/// When the messages from this one on are sent, as many as cross the border at once.
#[wasm_bindgen]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "JavaScript counts messages: a whole number below 2^53"
)]
pub fn schedule(words: &[u32], octets: &[u8], runs: &[u32], from: f64) -> Answer {
    let [given, options] = arguments(words, octets);
    let (batch, pace, start) = (batch(runs), pace(given)?, start(options)?);
    let plan = Plan::new(&batch, &pace, start).map_err(Failure::from)?;
    let mut schedule = plan.schedule();
    // A message further on than memory has room for is reached in several leaps.
    let mut left = from as u64;
    while left > 0 {
        let leap = usize::try_from(left).unwrap_or(usize::MAX);
        schedule.nth(leap - 1);
        left -= leap as u64;
    }
    let dispatches: Vec<Dispatch> = schedule.take(CHUNK).collect();
    Ok(to_json(&dispatches))
}

fn batch(runs: &[u32]) -> Batch {
    let (runs, _) = runs.as_chunks::<2>();
    let add = |batch: Batch, &[messages, segments]: &[u32; 2]| batch.with(messages, segments);
    runs.iter().fold(Batch::new(), add)
}

fn start(options: Value<'_>) -> Result<u64, Wrong> {
    let mut options = options.object()?;
    let start = time(&options.require("start", "a time")?)?;
    options.end()?;
    Ok(start)
}

fn pace(value: Value<'_>) -> Result<Pace, Wrong> {
    let wrong = value.wrong("a tier of the table that has a rate");
    let mut object = value.object()?;
    let pace = match object.text("tier")? {
        Some(id) => {
            let score = object.take("trustScore").map(|score| score.whole(0, 100));
            let score = score
                .transpose()?
                .and_then(|score| u8::try_from(score).ok());
            let tier = Tier::find(id, score);
            tier.and_then(Pace::from_tier).ok_or(wrong)?
        }
        None => own(&mut object)?,
    };
    object.end()?;
    Ok(pace)
}

fn own(object: &mut Object<'_>) -> Result<Pace, Wrong> {
    let rate = object.require("rate", "an object with units and seconds")?;
    let wrong = rate.wrong("a rate");
    let mut rate = rate.object()?;
    let mut number = |name| {
        let number = rate.require(name, "an integer")?.whole(1, MOST)?;
        Ok(u32::try_from(number).unwrap_or(u32::MAX))
    };
    let (units, seconds) = (number("units")?, number("seconds")?);
    rate.end()?;
    let mut pace = Pace::new(Rate::new(units, seconds).map_err(|_| wrong)?);
    if object.choice("unit", &["segments", "messages"])? == Some(1) {
        pace = pace.with_unit(Unit::Messages);
    }
    if let Some(segments) = object.take("perDay") {
        pace = pace.with_per_day(segments.word()?);
    }
    if let Some(queue) = object.take("queue") {
        let mut queue = queue.object()?;
        let seconds = queue.take("seconds").map(|seconds| seconds.word());
        pace = pace.with_queue(match seconds.transpose()? {
            Some(seconds) => Queue::Seconds(seconds),
            None => Queue::Units(queue.require("units", "an integer")?.word()?),
        });
        queue.end()?;
    }
    Ok(pace)
}

impl From<PlanError> for Failure {
    fn from(error: PlanError) -> Self {
        Failure::new("no-plan", &error, None)
    }
}
