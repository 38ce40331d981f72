//! Throughput of senders, and the duration of a batch at that rate (`throughput.tsv`).

mod batch;
mod overflow;
mod pace;
mod plan;
mod schedule;

use core::ops::RangeInclusive;

pub use batch::Batch;
pub use overflow::Overflow;
pub use pace::{Pace, Queue, Rate, RateError, Unit};
pub use plan::{Plan, PlanError};
pub use schedule::{Dispatch, Schedule};

use super::tables::throughput::TIERS;

/// A tier of senders: how fast, how much a day, how long a queue.
///
/// ```
/// use septet::catalogue::Tier;
///
/// // US long codes with a campaign, by the trust score of the brand.
/// let rate = |score| Tier::find("twilio-a2p-standard", Some(score)).unwrap().sms().unwrap();
/// assert_eq!((rate(100).units(), rate(74).units(), rate(49).units()), (225, 120, 12));
/// let cap = Tier::find("t-mobile-brand-daily-cap", Some(24)).unwrap();
/// assert_eq!(cap.per_day(), Some(2_000));
/// ```
///
/// # Example: what a row says
///
/// ```
/// use septet::catalogue::{Queue, Tier, Unit};
///
/// let tier = Tier::all().find(|tier| tier.trust_scores().is_some_and(|scores| scores.contains(&80))).unwrap();
/// assert_eq!((tier.id(), tier.provider(), tier.sender()), ("twilio-a2p-standard", "Twilio", "A2P standard"));
///
/// let toll_free = Tier::find("twilio-toll-free", None).unwrap();
/// assert_eq!((toll_free.queue(), toll_free.unit()), (Some(Queue::Seconds(36_000)), Unit::Segments));
/// assert_eq!((toll_free.mms(), toll_free.rcs(), toll_free.note()), (None, None, "can be raised"));
/// assert!(toll_free.source().starts_with("https://"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
#[doc(alias = "tiers")]
pub struct Tier(&'static Row);

#[derive(PartialEq, Eq)]
pub(in crate::catalogue) struct Row {
    pub id: &'static str,
    pub provider: &'static str,
    pub sender: &'static str,
    pub trust: Option<(u8, u8)>,
    /// Rates of SMS, MMS and RCS: units, and the seconds in which they may be sent.
    pub rates: [Option<(u32, u32)>; 3],
    pub daily: Option<u32>,
    pub queue: Option<Queue>,
    pub unit: Unit,
    pub note: &'static str,
    pub source: &'static str,
    pub date: &'static str,
}

impl Tier {
    /// Every tier of the table.
    pub fn all() -> impl Iterator<Item = Tier> {
        TIERS.iter().map(Tier)
    }

    /// The tier with this identifier; of several by trust score, the one whose range has the score.
    #[must_use]
    pub fn find(id: &str, trust_score: Option<u8>) -> Option<Tier> {
        Tier::all().find(|tier| {
            let trusted = match (tier.trust_scores(), trust_score) {
                (Some(range), Some(score)) => range.contains(&score),
                (None, _) => true,
                (Some(_), None) => false,
            };
            trusted && tier.id() == id
        })
    }

    /// Its identifier: provider and sender in lower case, joined by hyphens.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.0.id
    }

    /// The provider or carrier that sets the limit.
    #[must_use]
    pub const fn provider(self) -> &'static str {
        self.0.provider
    }

    /// The senders to which it applies.
    #[must_use]
    pub const fn sender(self) -> &'static str {
        self.0.sender
    }

    /// The trust scores it is for, within `0..=100`; `None` if it does not depend on them.
    #[must_use]
    pub fn trust_scores(self) -> Option<RangeInclusive<u8>> {
        self.0.trust.map(|(least, most)| least..=most)
    }

    /// Segments or messages in a time; `None` for tiers that limit a day only.
    #[must_use]
    pub fn sms(self) -> Option<Rate> {
        self.rate(0)
    }

    /// The rate for MMS; `None` if it is the rate for SMS.
    #[must_use]
    pub fn mms(self) -> Option<Rate> {
        self.rate(1)
    }

    /// The rate for RCS; `None` if it is the rate for SMS.
    #[must_use]
    pub fn rcs(self) -> Option<Rate> {
        self.rate(2)
    }

    fn rate(self, channel: usize) -> Option<Rate> {
        let (units, seconds) = self.0.rates.get(channel).copied().flatten()?;
        Rate::new(units, seconds).ok()
    }

    /// Segments a day, midnight to midnight in California; MMS count as one.
    #[must_use]
    pub const fn per_day(self) -> Option<u32> {
        self.0.daily
    }

    /// The maximum that waits in the queue; beyond it, errors 21611 and 30001. Older texts of Twilio say 4 hours where this says
    /// 10.
    #[must_use]
    pub const fn queue(self) -> Option<Queue> {
        self.0.queue
    }

    /// The unit that the rate counts.
    #[must_use]
    pub const fn unit(self) -> Unit {
        self.0.unit
    }

    /// Remarks of its row; empty if there are none.
    #[must_use]
    pub const fn note(self) -> &'static str {
        self.0.note
    }

    /// URL of the source.
    #[must_use]
    pub const fn source(self) -> &'static str {
        self.0.source
    }

    /// The date of its source, such as `2026-06`, or `read 2026-11-23`: the day on which it was read.
    ///
    /// ```
    /// use septet::catalogue::Tier;
    ///
    /// assert!(Tier::find("twilio-toll-free", None).unwrap().date().contains("20"));
    /// ```
    #[must_use]
    pub const fn date(self) -> &'static str {
        self.0.date
    }
}

impl core::fmt::Debug for Tier {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Tier({})", self.0.id)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Tier {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut shape = serializer.serialize_struct("Tier", 13)?;
        shape.serialize_field("id", self.id())?;
        shape.serialize_field("provider", self.provider())?;
        shape.serialize_field("sender", self.sender())?;
        shape.serialize_field("trustScores", &self.0.trust)?;
        shape.serialize_field("sms", &self.sms())?;
        shape.serialize_field("mms", &self.mms())?;
        shape.serialize_field("rcs", &self.rcs())?;
        shape.serialize_field("perDay", &self.per_day())?;
        shape.serialize_field("queue", &self.queue())?;
        shape.serialize_field("unit", &self.unit())?;
        shape.serialize_field("note", self.note())?;
        shape.serialize_field("source", self.source())?;
        shape.serialize_field("date", self.date())?;
        shape.end()
    }
}

/// Seconds with a fraction. Divided once: the sum of whole seconds and a fraction (`as_secs_f64`) is rounded twice, and
/// 3.333333334 s came out as 3.3333333339999998.
#[cfg(feature = "serde")]
#[expect(
    clippy::cast_precision_loss,
    reason = "exact up to 2^53 nanoseconds, 104 days"
)]
fn seconds(time: core::time::Duration) -> f64 {
    time.as_nanos() as f64 / 1e9
}

/// Serializes a time as seconds with a fraction.
#[cfg(feature = "serde")]
fn serialize_seconds<S: serde::Serializer>(
    time: &core::time::Duration,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(seconds(*time))
}
