//! Chooses a sender from a pool, and says why.

use alloc::vec::Vec;
use core::cmp::Ordering;

use super::pool::{Need, PoolSender};
use super::refusal::Refusal;
use super::score::{ArrivalRank, Rank, Score, rank};
use crate::address::Address;

/// The sender chosen for a recipient, with the reasons for it and against the others.
///
/// ```
/// use septet::catalogue::{Need, Pick, PoolSender, PickReason, Refusal};
///
/// let pool = [PoolSender::new("Septet".parse()?), PoolSender::new("+4915112345679".parse()?)];
/// let pick = Pick::from_pool(&pool, &"+4915112345678".parse()?, &Need::new().with_reply());
/// assert_eq!((pick.chosen(), pick.refused()), (Some(1), &[(0, Refusal::NoReply)][..]));
/// assert!(pick.reasons().contains(&PickReason::Domestic));
/// # Ok::<(), septet::message::AddressError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[doc(alias = "pickSender")]
pub struct Pick {
    chosen: Option<usize>,
    reasons: Vec<PickReason>,
    refused: Vec<(usize, Refusal)>,
}

/// A reason to choose a sender.
///
/// ```
/// use septet::catalogue::{Need, Pick, PoolSender, PickReason};
///
/// let pool = [PoolSender::new("+4915112345679".parse()?), PoolSender::new("+4915112345680".parse()?)];
/// let need = Need::new().with_previous("+4915112345680".parse()?);
/// let pick = Pick::from_pool(&pool, &"+4915112345678".parse()?, &need);
/// assert_eq!((pick.chosen(), pick.reasons()[0]), (Some(1), PickReason::Previous));
/// # Ok::<(), septet::message::AddressError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum PickReason {
    /// It has the calling code of the recipient.
    CallingCode,
    /// The recipient is in a territory that shares calling code and numbering plan with a larger country, whose rules
    /// were applied.
    MainCountryRules,
    /// The recipient knows it.
    Previous,
    /// It is at home where the recipient is.
    Domestic,
    /// It is registered.
    Registered,
    /// It arrives as it is sent.
    ArrivesAsSent,
    /// Something else arrives in its place; nothing better is in the pool.
    Overwritten,
    /// Its acceptance or arrival is not documented; nothing better is in the pool.
    Undocumented,
    /// Several senders are equally good: this recipient always gets this one as long as it is in the pool.
    TieBroken,
}

impl Pick {
    /// Chooses a sender for a recipient: what the message needs and the country takes first, then what
    /// the recipient knows, then what arrives as it is sent, then what is at home there. Of equals, each
    /// recipient always gets the same one, and the recipients spread over all of them.
    ///
    /// ```
    /// use septet::catalogue::{Need, Pick, PoolSender, PickReason, Refusal};
    ///
    /// let pool = [
    ///     PoolSender::new("Septet".parse()?),
    ///     PoolSender::new("+14155550100".parse()?),
    ///     PoolSender::new("+14155550101".parse()?).with_registration(true),
    /// ];
    /// let pick = Pick::from_pool(&pool, &"+12125550123".parse()?, &Need::new());
    /// assert_eq!(pick.chosen(), Some(2));
    /// assert!(pick.reasons().contains(&PickReason::Domestic));
    /// assert_eq!(pick.refused()[0], (0, Refusal::NotAccepted));
    ///
    /// let pick = Pick::from_pool(&pool, &"+4915112345678".parse()?, &Need::new().with_reply());
    /// assert_eq!(pick.refused()[0], (0, Refusal::NoReply));
    /// # Ok::<(), septet::message::AddressError>(())
    /// ```
    #[must_use]
    pub fn from_pool(pool: &[PoolSender], recipient: &Address, need: &Need) -> Self {
        let mut refused = Vec::new();
        let mut best: Option<(Rank, usize)> = None;
        let mut equals = 0;
        for (position, sender) in pool.iter().enumerate() {
            let rank = match rank(sender, recipient, need) {
                Ok(rank) => rank,
                Err(refusal) => {
                    refused.push((position, refusal));
                    continue;
                }
            };
            let against_best = best.as_ref().map(|(best, _)| rank.score.cmp(&best.score));
            equals = match against_best {
                Some(Ordering::Less) => equals,
                Some(Ordering::Equal) => equals + 1,
                Some(Ordering::Greater) | None => 0,
            };
            if best.as_ref().is_none_or(|(best, _)| rank > *best) {
                best = Some((rank, position));
            }
        }
        let reasons = match &best {
            Some((rank, position)) => reasons(&rank.score, pool.get(*position), equals > 0),
            None => Vec::new(),
        };
        Pick {
            chosen: best.map(|(_, position)| position),
            reasons,
            refused,
        }
    }

    /// Its position in the pool; `None` if no sender will do.
    #[must_use]
    pub const fn chosen(&self) -> Option<usize> {
        self.chosen
    }

    /// The reasons to choose it, most important first.
    #[must_use]
    pub fn reasons(&self) -> &[PickReason] {
        &self.reasons
    }

    /// The senders that will not do, by their positions in the pool, each with what speaks against it.
    #[must_use]
    pub fn refused(&self) -> &[(usize, Refusal)] {
        &self.refused
    }
}

/// Lists the reasons to choose a sender; `tied` if others are as good.
fn reasons(score: &Score, chosen: Option<&PoolSender>, tied: bool) -> Vec<PickReason> {
    let arrival_rank = match score.arrival_rank {
        ArrivalRank::AsSent => PickReason::ArrivesAsSent,
        ArrivalRank::Overwritten => PickReason::Overwritten,
        ArrivalRank::Undocumented | ArrivalRank::Near => PickReason::Undocumented,
    };
    let near = score.arrival_rank == ArrivalRank::Near;
    let all = [
        (score.previous, PickReason::Previous),
        (score.domestic, PickReason::Domestic),
        (
            chosen.is_some_and(PoolSender::is_registered),
            PickReason::Registered,
        ),
        (near, PickReason::CallingCode),
        (true, arrival_rank),
        (score.fallback, PickReason::MainCountryRules),
        (tied, PickReason::TieBroken),
    ];
    let holding = all.into_iter().filter(|(holds, _)| *holds);
    holding.map(|(_, reason)| reason).collect()
}
