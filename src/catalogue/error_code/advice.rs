//! Advice for a program on an error code.

use core::time::Duration;

use crate::calendar::DAY;
use crate::catalogue::pacific;

/// The step that a program should take on an error code (`error-classes.tsv`).
///
/// # Example: when to try again
///
/// ```
/// use std::time::Duration;
/// use septet::catalogue::{Action, ErrorCode, Wait};
///
/// // 2026-07-01 12:00:00 UTC, the time of the failure
/// let now = 1_782_907_200;
///
/// // A handset that is off: half an hour, then twice that.
/// let off = ErrorCode::new(30003).advice();
/// assert_eq!(off.retry_after(1, now), Some(Duration::from_secs(1_800)));
/// assert_eq!(off.retry_after(2, now), Some(Duration::from_secs(3_600)));
/// // The daily limit of T-Mobile ends at midnight in California, 07:00 UTC in summer.
/// let limit = ErrorCode::new(30027).advice();
/// assert_eq!(limit.retry_after(1, now), Some(Duration::from_secs(19 * 3_600)));
/// // An opt-out is never retried.
/// assert_eq!(ErrorCode::new(21610).advice().retry_after(1, now), None);
/// assert_eq!((off.action(), off.wait()), (Action::Retry, Some(Wait::Seconds(1_800))));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Advice {
    action: Action,
    wait: Option<Wait>,
}

/// The next step, for a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Action {
    /// Send the same again, after the wait.
    Retry,
    /// Send nothing more to this recipient on this channel.
    SuppressRecipient,
    /// Choose another sender or channel for this recipient.
    ChangeSender,
    /// Change text, template or media, then send again.
    FixContent,
    /// Change the request, then send again.
    FixRequest,
    /// Look after credentials, balance or permissions; everything else fails too until then.
    FixAccount,
    /// Look after the webhook, reply, link domain, service or channel.
    FixSetup,
    /// Complete a registration; everything from this sender fails until then.
    Register,
    /// Let a person look at what is sent, before more of it is.
    ReviewContent,
    /// Let a person look at the code: it is not in the catalogue.
    Review,
    /// Nothing.
    None,
}

/// The delay before the first retry.
///
/// ```
/// use septet::catalogue::{ErrorCode, Wait};
///
/// assert_eq!(ErrorCode::new(30027).advice().wait(), Some(Wait::PacificMidnight));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
#[non_exhaustive]
pub enum Wait {
    /// So many seconds, `1..=86,400`; twice as long before each further retry.
    Seconds(u32),
    /// Until the next midnight in California, when US daily limits start anew.
    PacificMidnight,
}

impl Advice {
    pub(super) const fn new(action: Action, wait: Option<Wait>) -> Self {
        Advice { action, wait }
    }

    /// The next step.
    #[must_use]
    pub const fn action(&self) -> Action {
        self.action
    }

    /// The delay before the first retry; `None` unless the step is [`Action::Retry`].
    #[must_use]
    pub const fn wait(&self) -> Option<Wait> {
        self.wait
    }

    /// Returns the delay before a retry, up to one day: the first delay, doubled with each further attempt. `attempt` counts
    /// the retries from 1; `now` is the time of the failure in seconds since 1970-01-01 00:00 UTC. `None` if repeating is
    /// of no use.
    #[must_use]
    pub fn retry_after(&self, attempt: u32, now: u64) -> Option<Duration> {
        match self.wait? {
            Wait::Seconds(first) => {
                let doubled = u64::from(first) << attempt.saturating_sub(1).min(17);
                Some(Duration::from_secs(doubled.min(DAY)))
            }
            Wait::PacificMidnight => Some(Duration::from_secs(pacific::next_midnight(now) - now)),
        }
    }
}
