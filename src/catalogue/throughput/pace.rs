//! The pace of a sender: its rate, its day, its queue.

use core::fmt;

use super::Tier;

/// Units in a time.
///
/// ```
/// use septet::catalogue::Rate;
///
/// let low_volume = Rate::new(15, 4)?; // 3.75 a second
/// assert_eq!((low_volume.units(), low_volume.seconds()), (15, 4));
/// assert!(Rate::new(0, 1).is_err());
/// # Ok::<(), septet::catalogue::RateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Rate {
    units: u32,
    seconds: u32,
}

/// The unit of a rate.
///
/// ```
/// use septet::catalogue::{Batch, Pace, Plan, Rate, Unit};
///
/// let per_message = Pace::new(Rate::new(1, 1)?).with_unit(Unit::Messages);
/// let batch = Batch::new().with(10, 3); // of three segments each
/// assert_eq!(Plan::new(&batch, &per_message, 0)?.duration().as_secs(), 10);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Unit {
    /// Each segment of a message.
    #[default]
    Segments,
    /// Each message, however long.
    Messages,
}

/// The maximum that waits for a sender.
///
/// ```
/// use septet::catalogue::{Batch, Pace, Plan, Queue, Rate};
///
/// let pace = Pace::new(Rate::new(1, 1)?).with_queue(Queue::Units(100));
/// let batch = Batch::new().with(150, 1);
/// assert_eq!(Plan::new(&batch, &pace, 0)?.overflow().unwrap().messages(), 50);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
#[non_exhaustive]
pub enum Queue {
    /// The amount that the sender sends in this many seconds.
    Seconds(u32),
    /// This many segments or messages, by the unit of the rate.
    Units(u32),
}

impl Rate {
    /// So many units in so many seconds, both in the range `1..=86,400,000`.
    ///
    /// # Errors
    ///
    /// [`RateError`] if either is out of its range.
    pub const fn new(units: u32, seconds: u32) -> Result<Self, RateError> {
        const MOST: u32 = 86_400_000;
        if units == 0 || units > MOST || seconds == 0 || seconds > MOST {
            return Err(RateError(()));
        }
        Ok(Rate { units, seconds })
    }

    /// Units, in the range `1..=86,400,000`.
    #[must_use]
    pub const fn units(self) -> u32 {
        self.units
    }

    /// Seconds, in the range `1..=86,400,000`.
    #[must_use]
    pub const fn seconds(self) -> u32 {
        self.seconds
    }

    /// The nanoseconds after which a number of units is through, rounded up.
    pub(super) fn nanoseconds(self, units: u128) -> u128 {
        (units * u128::from(self.seconds) * 1_000_000_000).div_ceil(u128::from(self.units))
    }

    /// The most units that are through after so many nanoseconds.
    pub(super) fn units_in(self, nanoseconds: u128) -> u128 {
        nanoseconds * u128::from(self.units) / (u128::from(self.seconds) * 1_000_000_000)
    }
}

/// A rate of nothing, or of more than anybody sends.
///
/// ```
/// use septet::catalogue::Rate;
///
/// assert_eq!(Rate::new(0, 1).unwrap_err().to_string(), "a rate has 1 to 86400000 units in 1 to 86400000 seconds");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RateError(());

impl fmt::Display for RateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a rate has 1 to 86400000 units in 1 to 86400000 seconds")
    }
}

impl core::error::Error for RateError {}

/// The pace of a sender: its rate, its day, its queue.
///
/// ```
/// use septet::catalogue::{Pace, Queue, Rate, Tier, Unit};
///
/// let pace = Pace::new(Rate::new(75, 1)?)
///     .with_per_day(10_000)
///     .with_queue(Queue::Seconds(36_000));
/// let toll_free = Pace::from_tier(Tier::find("twilio-toll-free", None).unwrap()).unwrap();
/// assert_eq!(toll_free, Pace::new(Rate::new(3, 1)?).with_queue(Queue::Seconds(36_000)));
/// assert_ne!(pace.with_unit(Unit::Messages), pace);
/// # Ok::<(), septet::catalogue::RateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    pub(super) rate: Rate,
    pub(super) unit: Unit,
    pub(super) per_day: Option<u32>,
    pub(super) queue: Option<Queue>,
}

impl Pace {
    /// Creates a pace from a rate, without a daily limit and with an unlimited queue.
    #[must_use]
    pub const fn new(rate: Rate) -> Self {
        Pace {
            rate,
            unit: Unit::Segments,
            per_day: None,
            queue: None,
        }
    }

    /// The pace for SMS of a tier; `None` if the tier has a daily limit only.
    #[must_use]
    pub fn from_tier(tier: Tier) -> Option<Self> {
        let rate = tier.sms()?;
        Some(Pace {
            rate,
            unit: tier.unit(),
            per_day: tier.per_day(),
            queue: tier.queue(),
        })
    }

    /// With a rate that counts something else.
    #[must_use]
    pub const fn with_unit(mut self, unit: Unit) -> Self {
        self.unit = unit;
        self
    }

    /// With at most so many segments a day, midnight to midnight in California, where US carriers
    /// start their days. A limit of one carrier holds for its own recipients; given for a whole
    /// batch, the plan is the one for a batch of nothing else.
    #[must_use]
    pub const fn with_per_day(mut self, segments: u32) -> Self {
        self.per_day = Some(segments);
        self
    }

    /// With a queue that holds only so much.
    #[must_use]
    pub const fn with_queue(mut self, queue: Queue) -> Self {
        self.queue = Some(queue);
        self
    }

    /// The share of the rate that a message of so many segments uses.
    pub(super) fn cost(&self, segments: u32) -> u128 {
        match self.unit {
            Unit::Segments => u128::from(segments),
            Unit::Messages => 1,
        }
    }
}
