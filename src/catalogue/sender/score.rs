//! The score of a sender for a recipient: the criteria, in order of importance.

use alloc::format;

use super::pool::{Need, PoolSender};
use super::refusal::Refusal;
use super::support::{Acceptance, Arrival, Origin};
use super::{Media, SenderRules};
use crate::address::{Address, Channel, Country, SenderKind};
use crate::fnv::fnv1a;

/// The rank of a sender for a recipient; greater is better.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    pub(super) score: Score,
    /// Decides among equals: a number of the pair of sender and recipient.
    tie_breaker: u64,
}

/// The criteria, most important first (`Ord` is derived); `fallback` is equal for all senders of a pool.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Score {
    /// The rules are those of the main country of the recipient's territory.
    pub(super) fallback: bool,
    /// True if the recipient knows the sender from earlier messages.
    pub(super) previous: bool,
    pub(super) arrival_rank: ArrivalRank,
    /// True if the sender is in the recipient's country.
    pub(super) domestic: bool,
}

/// The way the sender arrives, best last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ArrivalRank {
    Undocumented,
    /// Not documented either, but of the recipient's calling code.
    Near,
    Overwritten,
    AsSent,
}

/// The calling code of an address with a number.
fn calling_code(address: &Address) -> Option<alloc::string::String> {
    let number = address.phone_number()?;
    number.calling_code().map(Into::into)
}

/// Ranks a sender for a recipient, or returns the reason for which it is unusable.
pub(super) fn rank(sender: &PoolSender, recipient: &Address, need: &Need) -> Result<Rank, Refusal> {
    if sender.address().channel() != recipient.channel() {
        return Err(Refusal::OtherChannel);
    }
    if sender.address() == recipient {
        return Err(Refusal::SameAddress);
    }
    let country = recipient.phone_number().and_then(|number| number.country());
    let home = country.map(Country::main);
    let domestic = home.is_some() && sender.country().map(Country::main) == home;
    let arrival_rank = match (recipient.channel(), sender.kind()) {
        (Channel::Sms, Some(kind)) => arrival_rank(
            sender,
            kind,
            country.and_then(SenderRules::of_recipient),
            domestic,
            need,
        )?,
        // Other channels are one sender to one person everywhere.
        _ => ArrivalRank::AsSent,
    };
    let near =
        calling_code(sender.address()).is_some_and(|code| Some(code) == calling_code(recipient));
    Ok(Rank {
        score: Score {
            fallback: country != home && recipient.channel() == Channel::Sms,
            previous: need.previous.as_ref() == Some(sender.address()),
            arrival_rank: match arrival_rank {
                ArrivalRank::Undocumented if near => ArrivalRank::Near,
                arrival_rank => arrival_rank,
            },
            domestic,
        },
        tie_breaker: rendezvous_hash(sender.address(), recipient),
    })
}

/// Predicts the way an SMS sender arrives in the recipient's country, by its rules if they are known.
fn arrival_rank(
    sender: &PoolSender,
    kind: SenderKind,
    rules: Option<SenderRules>,
    domestic: bool,
    need: &Need,
) -> Result<ArrivalRank, Refusal> {
    let takes_media = rules.is_none_or(|rules| rules.0.media != Media::No);
    if need.media && !(sender.sends_media() && takes_media) {
        return Err(Refusal::NoMedia);
    }
    let Some(rules) = rules else {
        return if need.reply && kind == SenderKind::Alphanumeric {
            Err(Refusal::NoReply)
        } else {
            Ok(ArrivalRank::Undocumented)
        };
    };
    if kind == SenderKind::ShortCode && !domestic && !shares_short_code(rules, sender) {
        return Err(Refusal::OtherCountry);
    }
    let origin = if domestic {
        Origin::Domestic
    } else {
        Origin::International
    };
    let support = rules.support(kind, origin);
    // An answer goes to the number seen: not to a name, nor to one put in the sender's place.
    let overwritten = match support.arrival {
        Arrival::Overwritten => true,
        Arrival::OverwrittenUnlessRegistered => !sender.is_registered(),
        Arrival::AsSent | Arrival::Unknown => false,
    };
    if need.reply && (kind == SenderKind::Alphanumeric || overwritten) {
        return Err(Refusal::NoReply);
    }
    match support.acceptance {
        Acceptance::Refused => Err(Refusal::NotAccepted),
        Acceptance::OnceRegistered if !sender.is_registered() => Err(Refusal::NotRegistered {
            blocked_with: support.blocked_with,
        }),
        Acceptance::Unknown => Ok(ArrivalRank::Undocumented),
        _ if overwritten => Ok(ArrivalRank::Overwritten),
        _ if support.arrival == Arrival::Unknown => Ok(ArrivalRank::Undocumented),
        _ => Ok(ArrivalRank::AsSent),
    }
}

/// True if a short code of the United States is also valid in a country.
fn shares_short_code(rules: SenderRules, sender: &PoolSender) -> bool {
    let country = sender.country();
    rules.shares_us_short_codes() && country.is_some_and(|country| country.code() == "US")
}

/// Rendezvous hashing: the pair's own number, so that a sender that comes or goes changes nothing for
/// recipients of the others. The finishing steps of `MurmurHash3` spread numbers that are alike.
fn rendezvous_hash(sender: &Address, recipient: &Address) -> u64 {
    let mut mixed = fnv1a(format!("{sender} {recipient}").as_bytes());
    mixed = (mixed ^ (mixed >> 33)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    mixed = (mixed ^ (mixed >> 33)).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    mixed ^ (mixed >> 33)
}
