//! The duration of a batch.

use core::fmt;
use core::time::Duration;

use super::batch::{Batch, BatchRun};
use super::overflow::Overflow;
use super::pace::Pace;
use super::schedule::{HORIZON, PacedRuns, Schedule, duration};
use crate::calendar::LAST;

/// The duration of a batch at a sender's pace, and the time at which each of its messages is sent.
///
/// ```
/// use std::time::Duration;
/// use septet::catalogue::{Batch, Pace, Plan, Rate};
///
/// // 2026-07-01 00:00 in California
/// let start = 1_782_889_200;
/// let pace = Pace::new(Rate::new(10, 1)?).with_per_day(2_000);
/// let batch = Batch::new().with(3_000, 1);
/// let plan = Plan::new(&batch, &pace, start)?;
/// // 200 seconds today, 100 tomorrow.
/// assert_eq!(plan.duration(), Duration::from_secs(86_400 + 100));
/// let first_tomorrow = plan.schedule().nth(2_000).unwrap();
/// assert_eq!(first_tomorrow.after, Duration::from_secs(86_400));
/// assert_eq!((plan.days(), plan.ends_at()), (2, start + 86_400 + 100));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Example: a tier of the table
///
/// ```
/// use std::time::Duration;
/// use septet::catalogue::{Batch, Pace, Plan, Tier};
///
/// // 5,000 messages of 2 segments from a toll-free number: 3 segments a second.
/// let pace = Pace::from_tier(Tier::find("twilio-toll-free", None).unwrap()).unwrap();
/// let batch = Batch::new().with(5_000, 2);
/// let plan = Plan::new(&batch, &pace, 0)?;
/// assert_eq!(plan.duration(), Duration::from_nanos(3_333_333_333_334));
/// assert!(plan.overflow().is_none());
/// # Ok::<(), septet::catalogue::PlanError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    batch: &'a Batch,
    pace: Pace,
    start: u64,
    duration: Duration,
    days: u32,
}

impl<'a> Plan<'a> {
    /// For a batch that is begun at `start`, seconds since 1970-01-01 00:00 UTC, in the year 9999 at the latest.
    ///
    /// # Errors
    ///
    /// [`PlanError`] if a message has more segments than a day allows, or the batch would take more than
    /// ten years.
    ///
    /// ```
    /// use septet::catalogue::{Batch, Pace, Plan, Rate};
    ///
    /// let batch = Batch::new().with(3_600, 1);
    /// let plan = Plan::new(&batch, &Pace::new(Rate::new(1, 1)?), 1_800_000_000)?;
    /// assert_eq!(plan.ends_at(), 1_800_003_600); // one a second: an hour
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn new(batch: &'a Batch, pace: &Pace, start: u64) -> Result<Self, PlanError> {
        if let Some(per_day) = pace.per_day {
            let mut first = 0;
            for &BatchRun { messages, segments } in &batch.runs {
                if segments > per_day {
                    return Err(PlanError::TooLong {
                        message: first,
                        segments,
                        per_day,
                    });
                }
                first += u64::from(messages);
            }
        }
        let start = start.min(LAST);
        let (mut sent, mut end, mut days, mut midnight) = (0, 0, 0, None);
        for paced_run in PacedRuns::new(batch, pace, start) {
            sent += u64::from(paced_run.messages);
            end = paced_run.nanoseconds(pace, paced_run.messages);
            days += u32::from(midnight.replace(paced_run.midnight) != Some(paced_run.midnight));
        }
        let duration = duration(end);
        if sent < batch.messages() || u128::from(duration.as_secs()) > HORIZON {
            return Err(PlanError::TooSlow);
        }
        Ok(Plan {
            batch,
            pace: *pace,
            start,
            duration,
            days,
        })
    }

    /// From the start until the last segment is through.
    #[must_use]
    pub const fn duration(&self) -> Duration {
        self.duration
    }

    /// The time at which the batch ends, in seconds since 1970-01-01 00:00 UTC, rounded up.
    #[must_use]
    pub fn ends_at(&self) -> u64 {
        let seconds = self.duration.as_secs() + u64::from(self.duration.subsec_nanos() > 0);
        self.start.saturating_add(seconds)
    }

    /// On how many days, midnight to midnight in California, messages are sent. At most 1 without a
    /// daily limit.
    #[must_use]
    pub const fn days(&self) -> u32 {
        self.days
    }

    /// The messages that would not fit the queue if all were submitted at once; `None` if all would.
    #[must_use]
    pub fn overflow(&self) -> Option<Overflow> {
        Overflow::of(self.batch, &self.pace)
    }

    /// The times at which to submit each message so that none waits in the provider's queue.
    ///
    /// ```
    /// use septet::catalogue::{Batch, Pace, Plan, Rate};
    ///
    /// let batch = Batch::new().with(3, 1);
    /// let plan = Plan::new(&batch, &Pace::new(Rate::new(1, 1)?), 0)?;
    /// assert_eq!(plan.schedule().count(), 3);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn schedule(&self) -> Schedule<'a> {
        Schedule::new(PacedRuns::new(self.batch, &self.pace, self.start))
    }
}

/// A batch cannot be planned.
///
/// ```
/// use septet::catalogue::{Batch, Pace, Plan, PlanError, Rate};
///
/// let pace = Pace::new(Rate::new(1, 1)?).with_per_day(2);
/// let batch = Batch::new().with(1, 3);
/// assert!(matches!(Plan::new(&batch, &pace, 0), Err(PlanError::TooLong { segments: 3, .. })));
/// # Ok::<(), septet::catalogue::RateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PlanError {
    /// A message has more segments than a whole day allows.
    TooLong {
        /// Its position in the batch.
        message: u64,
        /// Its segments.
        segments: u32,
        /// The segments a day allows.
        per_day: u32,
    },
    /// The batch would take more than ten years.
    TooSlow,
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PlanError::TooLong {
                message,
                segments,
                per_day,
            } => {
                write!(
                    f,
                    "message {message} has {segments} segments: a day allows {per_day}"
                )
            }
            PlanError::TooSlow => f.write_str("the batch would take more than ten years"),
        }
    }
}

impl core::error::Error for PlanError {}

#[cfg(feature = "serde")]
impl serde::Serialize for Plan<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut shape = serializer.serialize_struct("Plan", 6)?;
        shape.serialize_field("messages", &self.batch.messages())?;
        shape.serialize_field("segments", &self.batch.segments())?;
        shape.serialize_field("seconds", &super::seconds(self.duration))?;
        shape.serialize_field("endsAt", &self.ends_at())?;
        shape.serialize_field("days", &self.days())?;
        shape.serialize_field("overflow", &self.overflow())?;
        shape.end()
    }
}
