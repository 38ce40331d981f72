//! Messages beyond the size of a queue.

use core::time::Duration;

use super::batch::{Batch, BatchRun};
use super::pace::{Pace, Queue};
use super::schedule::duration;

/// The messages that do not fit a sender's queue if the whole batch is submitted at once. They fail with error 21611 when they
/// are created, or with 30001 later.
///
/// ```
/// use std::time::Duration;
/// use septet::catalogue::{Batch, Pace, Plan, Tier};
///
/// // A long code sends 1 segment a second, and its queue holds 10 hours of that.
/// let pace = Pace::from_tier(Tier::find("twilio-us-ca-long-code-not-a2p", None).unwrap()).unwrap();
/// assert!(Plan::new(&Batch::new().with(36_000, 1), &pace, 0)?.overflow().is_none());
/// let batch = Batch::new().with(36_010, 1);
/// let overflow = Plan::new(&batch, &pace, 0)?.overflow().unwrap();
/// assert_eq!((overflow.first(), overflow.messages()), (36_000, 10));
/// assert_eq!(overflow.hand_over(), Duration::from_secs(10));
/// # Ok::<(), septet::catalogue::PlanError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub struct Overflow {
    first: u64,
    messages: u64,
    #[cfg_attr(
        feature = "serde",
        serde(
            rename = "handOverSeconds",
            serialize_with = "super::serialize_seconds"
        )
    )]
    hand_over: Duration,
}

impl Overflow {
    pub(super) fn of(batch: &Batch, pace: &Pace) -> Option<Self> {
        let holds = match pace.queue? {
            Queue::Seconds(seconds) => pace.rate.units_in(u128::from(seconds) * 1_000_000_000),
            Queue::Units(units) => u128::from(units),
        };
        let (mut position, mut units) = (0_u64, 0_u128);
        let mut first = None;
        for &BatchRun { messages, segments } in &batch.runs {
            let cost = pace.cost(segments);
            let run = u128::from(messages) * cost;
            if first.is_none() && units + run > holds {
                // Fits a u64, as fewer than all messages of the run fit.
                let fitting = u64::try_from((holds - units) / cost).unwrap_or(u64::MAX);
                first = Some(position + fitting);
            }
            units += run;
            position += u64::from(messages);
        }
        let first = first?;
        Some(Overflow {
            first,
            messages: position - first,
            hand_over: duration(pace.rate.nanoseconds(units - holds)),
        })
    }

    /// The first message that does not fit, by its position in the batch.
    #[must_use]
    pub const fn first(&self) -> u64 {
        self.first
    }

    /// Messages that do not fit: the first of them and all after it.
    #[must_use]
    pub const fn messages(&self) -> u64 {
        self.messages
    }

    /// The shortest time to hand over the batch in, evenly, so that all fit.
    #[must_use]
    pub const fn hand_over(&self) -> Duration {
        self.hand_over
    }
}
