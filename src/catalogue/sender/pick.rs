//! Chooses a sender from a pool, and says why.

use alloc::vec::Vec;

use super::pool::{Need, PoolSender};
use super::support::{Acceptance, Arrival, Origin};
use super::{Media, SenderRules};
use crate::catalogue::ErrorCode;
use crate::message::{Address, Channel, SenderKind};

/// The sender chosen for a recipient, with the reasons for it and against the others.
///
/// ```
/// use septet::catalogue::{Need, Pick, PoolSender, Reason, Refusal};
///
/// let pool = [PoolSender::new("Septet".parse()?), PoolSender::new("+4915112345679".parse()?)];
/// let pick = Pick::from_pool(&pool, &"+4915112345678".parse()?, &Need::new().with_reply());
/// assert_eq!((pick.chosen(), pick.refused()), (Some(1), &[(0, Refusal::NoReply)][..]));
/// assert!(pick.reasons().contains(&Reason::Domestic));
/// # Ok::<(), septet::message::AddressError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Pick {
    chosen: Option<usize>,
    reasons: Vec<Reason>,
    refused: Vec<(usize, Refusal)>,
}

/// What speaks for the sender chosen.
///
/// ```
/// use septet::catalogue::{Need, Pick, PoolSender, Reason};
///
/// let pool = [PoolSender::new("+4915112345679".parse()?), PoolSender::new("+4915112345680".parse()?)];
/// let need = Need::new().with_previous("+4915112345680".parse()?);
/// let pick = Pick::from_pool(&pool, &"+4915112345678".parse()?, &need);
/// assert_eq!((pick.chosen(), pick.reasons()[0]), (Some(1), Reason::Previous));
/// # Ok::<(), septet::message::AddressError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Reason {
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
    /// Whether it is accepted or arrives as sent is not known; nothing better is in the pool.
    Undocumented,
    /// Several are equally good: this one always falls to this recipient as long as it is in the
    /// pool.
    Spread,
}

/// What speaks against a sender.
///
/// ```
/// use septet::catalogue::{Need, Pick, PoolSender, Refusal};
///
/// let pool = [PoolSender::new("whatsapp:+14155550199".parse()?)];
/// let pick = Pick::from_pool(&pool, &"+14155552671".parse()?, &Need::new());
/// assert_eq!(pick.refused(), [(0, Refusal::OtherChannel)]);
/// # Ok::<(), septet::message::AddressError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Refusal {
    /// It is of another channel than the recipient (error 21910).
    OtherChannel,
    /// It is the recipient (error 21266).
    SameAddress,
    /// It cannot send media (error 21621), or the country takes none.
    NoMedia,
    /// The recipient could not answer it.
    NoReply,
    /// The country does not take senders of its kind (error 21612).
    NotAccepted,
    /// The country takes it once it is registered.
    NotRegistered {
        /// The error it would lead to, where it is known.
        #[cfg_attr(feature = "serde", serde(rename = "code"))]
        blocked_with: Option<ErrorCode>,
    },
    /// It is a short code of another country (error 21659).
    OtherCountry,
}

impl Refusal {
    /// The error that the sender would lead to, where it is known.
    ///
    /// ```
    /// use septet::catalogue::{ErrorCode, Refusal};
    ///
    /// assert_eq!(Refusal::OtherCountry.error_code(), Some(ErrorCode::new(21659)));
    /// assert_eq!(Refusal::NoReply.error_code(), None);
    /// ```
    #[must_use]
    pub const fn error_code(self) -> Option<ErrorCode> {
        let code = match self {
            Refusal::OtherChannel => 21910,
            Refusal::SameAddress => 21266,
            Refusal::NoMedia => 21621,
            Refusal::NoReply => return None,
            Refusal::NotAccepted => 21612,
            Refusal::NotRegistered { blocked_with } => return blocked_with,
            Refusal::OtherCountry => 21659,
        };
        Some(ErrorCode::new(code))
    }
}

impl Pick {
    /// Chooses a sender for a recipient: what the message needs and the country takes first, then what
    /// the recipient knows, then what arrives as it is sent, then what is at home there. Of equals, each
    /// recipient always gets the same one, and the recipients spread over all of them.
    ///
    /// ```
    /// use septet::catalogue::{Need, Pick, PoolSender, Reason, Refusal};
    ///
    /// let pool = [
    ///     PoolSender::new("Septet".parse()?),
    ///     PoolSender::new("+14155550100".parse()?),
    ///     PoolSender::new("+14155550101".parse()?).with_registration(true),
    /// ];
    /// let pick = Pick::from_pool(&pool, &"+12125550123".parse()?, &Need::new());
    /// assert_eq!(pick.chosen(), Some(2));
    /// assert!(pick.reasons().contains(&Reason::Domestic));
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
            match weigh(sender, recipient, need) {
                Err(refusal) => refused.push((position, refusal)),
                Ok(rank) => {
                    let order = best.as_ref().map(|(best, _)| rank.merit.cmp(&best.merit));
                    match order {
                        Some(core::cmp::Ordering::Less) => continue,
                        Some(core::cmp::Ordering::Equal) => equals += 1,
                        _ => equals = 0,
                    }
                    if best.as_ref().is_none_or(|(best, _)| rank > *best) {
                        best = Some((rank, position));
                    }
                }
            }
        }
        let mut reasons = Vec::new();
        if let Some((rank, position)) = &best {
            let merit = &rank.merit;
            let registered = pool.get(*position).is_some_and(PoolSender::is_registered);
            for (holds, reason) in [
                (merit.previous, Reason::Previous),
                (merit.domestic, Reason::Domestic),
                (registered, Reason::Registered),
                (merit.arrival == Standing::AsSent, Reason::ArrivesAsSent),
                (merit.arrival == Standing::Overwritten, Reason::Overwritten),
                (
                    merit.arrival == Standing::Undocumented,
                    Reason::Undocumented,
                ),
                (equals > 0, Reason::Spread),
            ] {
                if holds {
                    reasons.push(reason);
                }
            }
        }
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

    /// What speaks for it.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }

    /// The senders that will not do, by their positions in the pool, each with what speaks against it.
    #[must_use]
    pub fn refused(&self) -> &[(usize, Refusal)] {
        &self.refused
    }
}

/// The greater, the better.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    merit: Merit,
    /// Of the pair of sender and recipient.
    lot: u64,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Merit {
    previous: bool,
    arrival: Standing,
    domestic: bool,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Undocumented,
    Overwritten,
    AsSent,
}

fn weigh(sender: &PoolSender, recipient: &Address, need: &Need) -> Result<Rank, Refusal> {
    if sender.address().channel() != recipient.channel() {
        return Err(Refusal::OtherChannel);
    }
    if sender.address() == recipient {
        return Err(Refusal::SameAddress);
    }
    let country = recipient.phone_number().and_then(|number| number.country());
    let rules = country.and_then(SenderRules::of);
    let domestic = country.is_some() && sender.country() == country;
    let merit = |arrival| Merit {
        previous: need.previous.as_ref() == Some(sender.address()),
        arrival,
        domestic,
    };
    let lot = lot(sender.address(), recipient);
    // Other channels are one sender to one person everywhere.
    let (Channel::Sms, Some(kind)) = (recipient.channel(), sender.kind()) else {
        return Ok(Rank {
            merit: merit(Standing::AsSent),
            lot,
        });
    };
    if need.media
        && (!sender.sends_media() || rules.is_some_and(|rules| rules.0.media == Media::No))
    {
        return Err(Refusal::NoMedia);
    }
    let Some(rules) = rules else {
        if need.reply && kind == SenderKind::Alphanumeric {
            return Err(Refusal::NoReply);
        }
        return Ok(Rank {
            merit: merit(Standing::Undocumented),
            lot,
        });
    };
    if kind == SenderKind::ShortCode && !domestic {
        let shared = rules.shares_us_short_codes()
            && sender
                .country()
                .is_some_and(|country| country.code() == "US");
        if !shared {
            return Err(Refusal::OtherCountry);
        }
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
    let standing = match support.acceptance {
        Acceptance::Refused => return Err(Refusal::NotAccepted),
        Acceptance::OnceRegistered if !sender.is_registered() => {
            let blocked_with = support.blocked_with;
            return Err(Refusal::NotRegistered { blocked_with });
        }
        Acceptance::Unknown => Standing::Undocumented,
        _ if overwritten => Standing::Overwritten,
        _ if support.arrival == Arrival::Unknown => Standing::Undocumented,
        _ => Standing::AsSent,
    };
    Ok(Rank {
        merit: merit(standing),
        lot,
    })
}

/// Rendezvous hashing: the pair's own number, so that a sender that comes or goes changes nothing for
/// recipients of the others. FNV-1a with the finishing steps of `MurmurHash3`.
fn lot(sender: &Address, recipient: &Address) -> u64 {
    use core::fmt::Write as _;

    struct Fnv(u64);
    impl core::fmt::Write for Fnv {
        fn write_str(&mut self, text: &str) -> core::fmt::Result {
            for byte in text.bytes() {
                self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
            }
            Ok(())
        }
    }
    let mut hash = Fnv(0xCBF2_9CE4_8422_2325);
    // Writing to a number cannot fail.
    let _ = write!(hash, "{sender} {recipient}");
    let mut mixed = hash.0;
    mixed = (mixed ^ (mixed >> 33)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    mixed = (mixed ^ (mixed >> 33)).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    mixed ^ (mixed >> 33)
}
