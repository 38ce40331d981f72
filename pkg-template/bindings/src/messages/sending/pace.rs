//! Tiers of senders, and how long a batch takes.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::message::required_time;
use crate::convert::Failure;
use crate::json::to_json;
use crate::messages::arguments::{Given, Object, Value};
use septet::catalogue::{Batch, Dispatch, Pace, Plan, PlanError, Queue, Rate, Tier, Unit};

/// The most units and seconds of a rate.
const MOST: i64 = 86_400_000;

/// Messages of a schedule that cross the border at once.
const CHUNK: usize = 4_096;

/// Every tier of the table.
pub(super) fn tiers(_: &mut Given<'_>) -> String {
    to_json(&Tier::all().collect::<Vec<_>>())
}

/// How long a batch takes.
pub(super) fn plan(given: &mut Given<'_>) -> String {
    let batch = batch(&given.next());
    to_json(&planned(given, &batch))
}

/// When the messages from one on are sent, as many as cross the border at once.
pub(super) fn schedule(given: &mut Given<'_>) -> String {
    let batch = batch(&given.next());
    let from = given.next().whole(0, 1 << 53);
    let dispatches = planned(given, &batch).map(|plan| {
        let mut schedule = plan.schedule();
        // A message further on than memory has room for is reached in several leaps.
        let mut left = from.unsigned_abs();
        while left > 0 {
            let leap = usize::try_from(left).unwrap_or(usize::MAX);
            schedule.nth(leap - 1);
            left -= leap as u64;
        }
        schedule.take(CHUNK).collect::<Vec<Dispatch>>()
    });
    to_json(&dispatches)
}

fn planned<'b>(given: &mut Given<'_>, batch: &'b Batch) -> Option<Plan<'b>> {
    let (pace, mut options) = (pace(given.next()), given.next().object());
    let start = required_time(&mut options, "start");
    given.errors.kept(Plan::new(batch, &pace?, start))
}

/// Runs of messages: how many, and the segments of each, in 32 bits each.
fn batch(runs: &Value<'_>) -> Batch {
    let (runs, _) = runs.octets().as_chunks::<8>();
    let add = |batch: Batch, run: &[u8; 8]| {
        let run = u64::from_le_bytes(*run);
        let word = |bits| u32::try_from(bits & u64::from(u32::MAX)).unwrap_or(0);
        batch.with(word(run), word(run >> 32))
    };
    runs.iter().fold(Batch::new(), add)
}

fn pace(value: Value<'_>) -> Option<Pace> {
    let mut object = value.object();
    let Some(tier) = object.take("tier") else {
        return own(&mut object);
    };
    let score = object.take("trustScore").map(|score| score.whole(0, 100));
    let score = score.and_then(|score| u8::try_from(score).ok());
    let pace = Tier::find(tier.text(), score).and_then(Pace::from_tier);
    if pace.is_none() {
        tier.wrong("the id of a tier that has a rate, with a trustScore where it depends on one");
    }
    pace
}

fn own(object: &mut Object<'_>) -> Option<Pace> {
    let mut rate = object
        .require("rate", "an object with units and seconds")
        .object();
    let [units, seconds] = ["units", "seconds"].map(|name| {
        let number = rate.require(name, "an integer").whole(1, MOST);
        u32::try_from(number).unwrap_or(1)
    });
    let mut pace = Pace::new(Rate::new(units, seconds).ok()?);
    if object.choice("unit", "segments,messages") == Some(1) {
        pace = pace.with_unit(Unit::Messages);
    }
    if let Some(segments) = object.take("perDay") {
        pace = pace.with_per_day(segments.word(0));
    }
    if let Some(queue) = object.take("queue") {
        let mut queue = queue.object();
        pace = pace.with_queue(match queue.take("seconds") {
            Some(seconds) => Queue::Seconds(seconds.word(0)),
            None => Queue::Units(queue.require("units", "an integer").word(0)),
        });
    }
    Some(pace)
}

impl From<PlanError> for Failure {
    fn from(error: PlanError) -> Self {
        Failure::new("no-plan", error.to_string(), None)
    }
}
