//! The times at which the messages of a batch are sent: never faster than the rate, never more than the daily limit.

use core::time::Duration;

use super::batch::{Batch, BatchRun};
use super::pace::Pace;
use crate::catalogue::pacific;

const SECOND: u128 = 1_000_000_000;

/// Longer than this nobody plans, in seconds: ten years.
pub(super) const HORIZON: u128 = 10 * 366 * 86_400;

/// The time at which one message is sent.
///
/// ```
/// use septet::catalogue::{Batch, Dispatch, Pace, Plan, Rate};
///
/// let (batch, pace) = (Batch::new().with(2, 3), Pace::new(Rate::new(1, 1)?));
/// let Dispatch { message, segments, after, .. } = Plan::new(&batch, &pace, 0)?.schedule().last().unwrap();
/// assert_eq!((message, segments, after.as_secs()), (1, 3, 3));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Dispatch {
    /// Its position in the batch, from 0.
    pub message: u64,
    /// Its segments, at least 1.
    pub segments: u32,
    /// The time after the start.
    #[cfg_attr(
        feature = "serde",
        serde(rename = "afterSeconds", serialize_with = "super::serialize_seconds")
    )]
    pub after: Duration,
}

/// Messages in a row with the same number of segments, sent at an even pace.
#[derive(Clone, Copy, Debug)]
pub(super) struct PacedRun {
    /// Position of its first message in the batch.
    pub first: u64,
    pub messages: u32,
    pub segments: u32,
    /// Nanoseconds after the start at which its day ends.
    pub midnight: u128,
    /// Nanoseconds after the start at which the pace began to run evenly…
    epoch: u128,
    /// …and the units sent since then, before this run.
    before: u128,
    cost: u128,
}

impl PacedRun {
    /// Nanoseconds after the start at which a message of the run is sent; of the one after its
    /// last, those at which the sender is free again.
    pub(super) fn nanoseconds(&self, pace: &Pace, position: u32) -> u128 {
        let units = self.before + u128::from(position) * self.cost;
        self.epoch + pace.rate.nanoseconds(units)
    }
}

/// Divides a batch into runs.
#[derive(Clone, Debug)]
pub(super) struct PacedRuns<'a> {
    runs: core::slice::Iter<'a, BatchRun>,
    /// The rest of the current run.
    run: BatchRun,
    pace: Pace,
    /// Seconds since 1970-01-01 00:00 UTC.
    start: u64,
    message: u64,
    epoch: u128,
    before: u128,
    today: u128,
    /// Nanoseconds after the start at which the day ends.
    midnight: u128,
}

impl<'a> PacedRuns<'a> {
    pub(super) fn new(batch: &'a Batch, pace: &Pace, start: u64) -> Self {
        let mut paced_runs = PacedRuns {
            runs: batch.runs.iter(),
            run: BatchRun::default(),
            pace: *pace,
            start,
            message: 0,
            epoch: 0,
            before: 0,
            today: 0,
            midnight: 0,
        };
        paced_runs.midnight = paced_runs.midnight_after(0);
        paced_runs
    }

    fn midnight_after(&self, nanoseconds: u128) -> u128 {
        let seconds = u64::try_from(nanoseconds / SECOND).unwrap_or(u64::MAX);
        let now = self.start.saturating_add(seconds);
        u128::from(pacific::next_midnight(now).saturating_sub(self.start)) * SECOND
    }

    /// Messages of the current run that may still be sent today, beginning at this very moment.
    fn sendable_today(&self, cost: u128) -> u128 {
        let Some(per_day) = self.pace.per_day else {
            return u128::MAX;
        };
        let by_limit =
            u128::from(per_day).saturating_sub(self.today) / u128::from(self.run.segments);
        // The last one that is sent before midnight.
        let until = self.midnight.saturating_sub(self.epoch + 1);
        let units = self.pace.rate.units_in(until).saturating_sub(self.before);
        by_limit.min(units / cost + 1)
    }
}

impl Iterator for PacedRuns<'_> {
    type Item = PacedRun;

    fn next(&mut self) -> Option<PacedRun> {
        if self.run.messages == 0 {
            self.run = *self.runs.next()?;
        }
        let BatchRun {
            messages: left,
            segments,
        } = self.run;
        let cost = self.pace.cost(segments);
        let now = self.epoch + self.pace.rate.nanoseconds(self.before);
        if self.pace.per_day.is_some() && now >= self.midnight {
            self.midnight = self.midnight_after(now);
            self.today = 0;
        }
        let mut sendable = self.sendable_today(cost);
        if sendable == 0 {
            // The day's limit is reached: on at midnight.
            self.epoch = self.midnight;
            self.before = 0;
            self.midnight = self.midnight_after(self.epoch);
            self.today = 0;
            sendable = self.sendable_today(cost);
        }
        let messages = u32::try_from(sendable).unwrap_or(u32::MAX).min(left);
        if messages == 0 || now.max(self.epoch) / SECOND > HORIZON {
            return None;
        }
        let paced_run = PacedRun {
            first: self.message,
            messages,
            segments,
            midnight: self.midnight,
            epoch: self.epoch,
            before: self.before,
            cost,
        };
        self.run.messages -= messages;
        self.message += u64::from(messages);
        self.before += u128::from(messages) * cost;
        self.today += u128::from(messages) * u128::from(segments);
        Some(paced_run)
    }
}

/// The time of each message, in the order of the batch.
///
/// ```
/// use septet::catalogue::{Batch, Pace, Plan, Rate};
///
/// let (batch, pace) = (Batch::new().with(3, 2), Pace::new(Rate::new(1, 1)?));
/// let after: Vec<u64> = Plan::new(&batch, &pace, 0)?.schedule().map(|dispatch| dispatch.after.as_secs()).collect();
/// assert_eq!(after, [0, 2, 4]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Schedule<'a> {
    paced_runs: PacedRuns<'a>,
    pace: Pace,
    paced_run: Option<PacedRun>,
    position: u32,
}

impl<'a> Schedule<'a> {
    pub(super) fn new(paced_runs: PacedRuns<'a>) -> Self {
        let pace = paced_runs.pace;
        Schedule {
            paced_runs,
            pace,
            paced_run: None,
            position: 0,
        }
    }
}

impl Iterator for Schedule<'_> {
    type Item = Dispatch;

    fn next(&mut self) -> Option<Dispatch> {
        let paced_run = match self.paced_run {
            Some(paced_run) if self.position < paced_run.messages => paced_run,
            _ => {
                self.position = 0;
                *self.paced_run.insert(self.paced_runs.next()?)
            }
        };
        let dispatch = Dispatch {
            message: paced_run.first + u64::from(self.position),
            segments: paced_run.segments,
            after: duration(paced_run.nanoseconds(&self.pace, self.position)),
        };
        self.position += 1;
        Some(dispatch)
    }

    /// Passes over whole runs at a time, not message by message.
    fn nth(&mut self, mut n: usize) -> Option<Dispatch> {
        loop {
            let messages = self.paced_run.map_or(0, |paced_run| paced_run.messages);
            let left = (messages - self.position) as usize;
            if n < left {
                // Fits, as it is less than the messages of the run.
                self.position += u32::try_from(n).unwrap_or(0);
                return self.next();
            }
            n -= left;
            self.position = 0;
            self.paced_run = Some(self.paced_runs.next()?);
        }
    }
}

/// So many nanoseconds; [`u64::MAX`] seconds at most.
pub(super) fn duration(nanoseconds: u128) -> Duration {
    let seconds = u64::try_from(nanoseconds / SECOND).unwrap_or(u64::MAX);
    // Less than a second's worth, so it fits.
    let rest = u32::try_from(nanoseconds % SECOND).unwrap_or(0);
    Duration::new(seconds, rest)
}
