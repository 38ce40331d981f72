//! Tiers of senders, and how long a batch takes.

use septet::catalogue::{Batch, Dispatch, Pace, Plan, PlanError, Queue, Rate, Tier, Unit};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::message::required_time;
use crate::failure::Failure;
use crate::messages::args::{Arg, ArgReader, Properties};
use crate::result::{Answer, to_js};

/// The most units and seconds of a rate.
const MOST: i64 = 86_400_000;

/// Messages of a schedule that cross the border at once.
const CHUNK: usize = 4_096;

/// Every tier of the table.
#[wasm_bindgen]
pub fn tiers() -> JsValue {
    to_js(&Tier::all().collect::<Vec<_>>())
}

/// The time that a batch takes. Of each run of messages, `runs` has how many there are, and the segments of each.
#[wasm_bindgen]
pub fn plan(runs: &[u32], pace: JsValue, options: JsValue) -> Answer {
    let args = ArgReader::default();
    let batch = batch(runs);
    let plan = planned(&args, &batch, pace, options);
    args.answer(&plan)
}

/// The times of the messages from an index on, as many as are transferred at once.
#[wasm_bindgen]
pub fn schedule(runs: &[u32], from: u64, pace: JsValue, options: JsValue) -> Answer {
    let args = ArgReader::default();
    let batch = batch(runs);
    let dispatches = planned(&args, &batch, pace, options).map(|plan| {
        let mut schedule = plan.schedule();
        // A message further on than memory has room for is reached in several leaps.
        let mut left = from;
        while left > 0 {
            let leap = usize::try_from(left).unwrap_or(usize::MAX);
            schedule.nth(leap - 1);
            left -= leap as u64;
        }
        schedule.take(CHUNK).collect::<Vec<Dispatch>>()
    });
    args.answer(&dispatches)
}

fn planned<'b>(
    args: &ArgReader,
    batch: &'b Batch,
    pace: JsValue,
    options: JsValue,
) -> Option<Plan<'b>> {
    let pace = self::pace(args.arg("pace", pace));
    let start = required_time(&mut args.arg("options", options).object(), "start");
    args.kept(Plan::new(batch, &pace?, start))
}

fn batch(runs: &[u32]) -> Batch {
    let (runs, _) = runs.as_chunks::<2>();
    let add = |batch: Batch, &[messages, segments]: &[u32; 2]| batch.with(messages, segments);
    runs.iter().fold(Batch::new(), add)
}

fn pace(value: Arg<'_>) -> Option<Pace> {
    let mut object = value.object();
    let Some(tier) = object.take("tier") else {
        return own(&mut object);
    };
    let score = object.take("trustScore").map(|score| score.whole(0, 100));
    let score = score.and_then(|score| u8::try_from(score).ok());
    let pace = Tier::find(&tier.text(), score).and_then(Pace::from_tier);
    if pace.is_none() {
        tier.wrong("the id of a tier that has a rate, with a trustScore where it depends on one");
    }
    pace
}

fn own(object: &mut Properties<'_>) -> Option<Pace> {
    let mut rate = object
        .require("rate", "an object with units and seconds")
        .object();
    let [units, seconds] = ["units", "seconds"].map(|name| {
        let number = rate.require(name, "an integer").whole(1, MOST);
        u32::try_from(number).unwrap_or(1)
    });
    let mut pace = Pace::new(Rate::new(units, seconds).ok()?);
    let units = [("segments", Unit::Segments), ("messages", Unit::Messages)];
    if let Some(unit) = object.named("unit", &units) {
        pace = pace.with_unit(unit);
    }
    if let Some(segments) = object.take("perDay") {
        pace = pace.with_per_day(segments.whole_u32(0));
    }
    if let Some(queue) = object.take("queue") {
        let mut queue = queue.object();
        pace = pace.with_queue(match queue.take("seconds") {
            Some(seconds) => Queue::Seconds(seconds.whole_u32(0)),
            None => Queue::Units(queue.require("units", "an integer").whole_u32(0)),
        });
    }
    Some(pace)
}

impl From<PlanError> for Failure {
    fn from(error: PlanError) -> Self {
        Failure::new("no-plan", error.to_string(), None)
    }
}
