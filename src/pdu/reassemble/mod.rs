//! Parts joined into messages (TS 23.040 clauses 9.2.3.24.1 and 9.2.3.24.8), in any order, from many
//! senders and references at once, in bounded memory and without a clock.
//!
//! - A message is known by its sender and its reference; references of 8 and of 16 bits differ.
//! - A part that is there already is a duplicate. So are the parts of a message that was complete
//!   and comes once more; its parts are remembered by fingerprint until they expire.
//! - A part that contradicts the ones there are (another content under the same number, another
//!   number of parts) belongs to a new message under a reused reference: the old one is given up
//!   and handed back. The other choice, to refuse it, would let one lost part block a reference.
//! - Over a bound, the message that was quiet for the longest is given up and handed back. To
//!   refuse the new part instead would let a few senders of unfinished messages shut everyone out.
//!
//! Invariants: `octets` is the sum of the octets of all waiting messages; `take` and `keep` are the only ways out of and into
//! `waiting`, apart from the two that give messages up, and each adjusts the sum. A waiting message lacks at least one part, and its
//! parts are sorted by number without repetition, so "complete" is a comparison of lengths. After every insertion both bounds
//! hold: the loop gives up messages until they do, and the longest message alone is within them. Every message leaves once, as
//! complete, or as given up and handed back, unless the caller already has all of it.
//!
//! Both maps are ordered by key and by age, so a part costs a few look-ups, however many messages wait. Remembered parts are
//! 64-bit fingerprints instead of contents, which keeps a delivered message at 8 octets a part. Two different parts under the
//! same sender, reference and number have equal fingerprints once in 2⁶⁴ cases, unless made on purpose; such a part
//! is reported as a duplicate.

mod lru_map;
mod message;
mod outcome;

use alloc::vec::Vec;

use super::user_data::UserData;
use crate::limits::ReferenceBits;
use lru_map::LruMap;
use message::{SlotState, fingerprint, octets, sequence, total};

pub use message::ConcatenatedMessage;
pub use outcome::{AbandonReason, Abandoned, PartOutcome, Received};

/// Messages that may wait for parts unless told otherwise.
const MAX_MESSAGES: usize = 1_024;
/// Octets that may wait unless told otherwise.
const MAX_OCTETS: usize = 1 << 20;
/// Octets the parts of the longest message are held in: 255 parts of 160.
const LONGEST_MESSAGE: usize = 255 * 160;

/// Joins the parts of concatenated messages.
///
/// `K` is whatever tells senders apart: an address, or an address and a receiving number.
///
/// # Example
///
/// ```
/// use septet::{Segmenter, pdu::{PartOutcome, Reassembler}};
///
/// let text = "Parts may come in any order. ".repeat(8);
/// let mut parts = Segmenter::new().user_data(&text, 42)?;
/// let mut reassembler = Reassembler::new();
///
/// let first = reassembler.insert("+15550100", parts.remove(1), 0);
/// assert_eq!(first.outcome(), &PartOutcome::Waiting { missing: vec![1] });
///
/// let second = reassembler.insert("+15550100", parts.remove(0), 1);
/// let PartOutcome::Complete(message) = second.outcome() else { panic!("both parts came") };
/// assert_eq!(message.text(), Some(text));
/// # Ok::<(), septet::pdu::UserDataError>(())
/// ```
#[derive(Clone, Debug)]
#[doc(alias = "concatenate")]
#[doc(alias = "join")]
pub struct Reassembler<K> {
    waiting: LruMap<Key<K>, Waiting>,
    /// Fingerprints of the parts of messages that were complete, in order.
    delivered: LruMap<Key<K>, Vec<u64>>,
    octets: usize,
    max_messages: usize,
    max_octets: usize,
}

/// Sender, whether the reference has 16 bits, reference.
type Key<K> = (K, bool, u16);

impl<K: Ord + Clone> Reassembler<K> {
    /// Nothing waiting; at most 1,024 messages and 1,048,576 octets may.
    ///
    /// ```
    /// let reassembler = septet::pdu::Reassembler::<String>::new();
    /// assert_eq!(reassembler.waiting().count(), 0);
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self {
            waiting: LruMap::new(),
            delivered: LruMap::new(),
            octets: 0,
            max_messages: MAX_MESSAGES,
            max_octets: MAX_OCTETS,
        }
    }

    /// At most `messages` (1 or more) may wait for parts, and as many complete ones are remembered
    /// to know their duplicates.
    ///
    /// ```
    /// use septet::{Segmenter, pdu::{AbandonReason, Reassembler}};
    ///
    /// let part = Segmenter::new().user_data(&"a".repeat(161), 7)?.remove(0);
    /// let mut reassembler = Reassembler::new().with_max_messages(1);
    /// reassembler.insert("+15550100", part.clone(), 0);
    /// let received = reassembler.insert("+15550101", part, 0);
    /// assert_eq!(received.abandoned()[0].reason(), AbandonReason::Memory);
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub fn with_max_messages(mut self, messages: usize) -> Self {
        self.max_messages = messages.max(1);
        self
    }

    /// At most `octets` of parts may wait, headers included and septets counted as octets; never
    /// less than the 40,800 octets the longest message takes.
    ///
    /// ```
    /// let reassembler = septet::pdu::Reassembler::<String>::new().with_max_octets(1 << 24);
    /// assert_eq!(reassembler.octets(), 0);
    /// ```
    #[must_use]
    pub fn with_max_octets(mut self, octets: usize) -> Self {
        self.max_octets = octets.max(LONGEST_MESSAGE);
        self
    }

    /// Takes a part in, at a time of the caller's own unit: seconds, or a number that grows by one
    /// with every part.
    ///
    /// ```
    /// use septet::{Segmenter, pdu::{PartOutcome, Reassembler}};
    ///
    /// let part = Segmenter::new().user_data("hello", 0)?.remove(0);
    /// let received = Reassembler::new().insert("+15550100", part, 1_700_000_000);
    /// assert!(matches!(received.outcome(), PartOutcome::Complete(_)));
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    pub fn insert(&mut self, sender: K, part: UserData, now: u64) -> Received<K> {
        let mut abandoned = Vec::new();
        let outcome = match part.concatenation() {
            Some(place) if place.total() > 1 => {
                let key = (
                    sender,
                    place.bits() == ReferenceBits::Sixteen,
                    place.reference(),
                );
                self.insert_part(key, part, now, &mut abandoned)
            }
            _ => PartOutcome::Complete(ConcatenatedMessage::new(part)),
        };
        Received { outcome, abandoned }
    }

    fn insert_part(
        &mut self,
        key: Key<K>,
        part: UserData,
        now: u64,
        abandoned: &mut Vec<Abandoned<K>>,
    ) -> PartOutcome {
        let repeats = self
            .delivered
            .get(&key)
            .is_some_and(|prints| is_repeated(prints, &part));
        let waiting = match self.take(&key) {
            None => Waiting::new(part, repeats),
            Some(mut waiting) => match waiting.message.place(&part) {
                SlotState::Free(index) => {
                    waiting.insert(index, part, repeats);
                    waiting
                }
                SlotState::Same => {
                    self.keep(key, now, waiting);
                    return PartOutcome::Duplicate;
                }
                SlotState::Conflict => {
                    abandoned.extend(waiting.abandon(key.0.clone(), AbandonReason::Replaced));
                    Waiting::new(part, repeats)
                }
            },
        };
        if waiting.message.is_complete() {
            return self.deliver(key, now, waiting);
        }
        let outcome = if waiting.repeats {
            PartOutcome::Duplicate
        } else {
            let missing = waiting.message.missing();
            PartOutcome::Waiting { missing }
        };
        self.keep(key, now, waiting);
        while self.waiting.len() > self.max_messages || self.octets > self.max_octets {
            let Some(((sender, ..), waiting)) = self.waiting.pop_oldest() else {
                break;
            };
            self.octets -= waiting.octets;
            abandoned.extend(waiting.abandon(sender, AbandonReason::Memory));
        }
        outcome
    }

    /// Hands a complete message out and remembers it, unless it only repeats a delivered one.
    fn deliver(&mut self, key: Key<K>, now: u64, waiting: Waiting) -> PartOutcome {
        let prints = waiting.message.parts().iter().map(fingerprint).collect();
        self.delivered.insert(key, now, prints);
        if self.delivered.len() > self.max_messages {
            self.delivered.pop_oldest();
        }
        if waiting.repeats {
            PartOutcome::Duplicate
        } else {
            PartOutcome::Complete(waiting.message)
        }
    }

    fn take(&mut self, key: &Key<K>) -> Option<Waiting> {
        let waiting = self.waiting.remove(key)?;
        self.octets -= waiting.octets;
        Some(waiting)
    }

    fn keep(&mut self, key: Key<K>, now: u64, waiting: Waiting) {
        self.octets += waiting.octets;
        self.waiting.insert(key, now, waiting);
    }

    /// Gives up every message whose last part came before `time`, in order of that part, and
    /// forgets complete messages as old.
    ///
    /// Call it now and then: a lost part leaves the others waiting, and a reference is used again.
    ///
    /// ```
    /// use septet::{Segmenter, pdu::Reassembler};
    ///
    /// let part = Segmenter::new().user_data(&"a".repeat(161), 7)?.remove(0);
    /// let mut reassembler = Reassembler::new();
    /// reassembler.insert("+15550100", part, 60);
    /// assert_eq!(reassembler.expire_before(60).len(), 0);
    /// assert_eq!(reassembler.expire_before(61).len(), 1);
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    pub fn expire_before(&mut self, time: u64) -> Vec<Abandoned<K>> {
        while self.delivered.pop_before(time).is_some() {}
        let mut abandoned = Vec::new();
        while let Some(((sender, ..), waiting)) = self.waiting.pop_before(time) {
            self.octets -= waiting.octets;
            abandoned.extend(waiting.abandon(sender, AbandonReason::Expired));
        }
        abandoned
    }

    /// The messages that wait for parts, each with its sender, in order of senders and references.
    ///
    /// ```
    /// use septet::{Segmenter, pdu::Reassembler};
    ///
    /// let part = Segmenter::new().user_data(&"a".repeat(161), 7)?.remove(0);
    /// let mut reassembler = Reassembler::new();
    /// reassembler.insert("+15550100", part, 0);
    /// let (sender, message) = reassembler.waiting().next().expect("one message waits");
    /// assert_eq!((*sender, message.missing()), ("+15550100", vec![2]));
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    pub fn waiting(&self) -> impl Iterator<Item = (&K, &ConcatenatedMessage)> {
        let fresh = self.waiting.iter().filter(|(_, waiting)| !waiting.repeats);
        fresh.map(|((sender, ..), waiting)| (sender, &waiting.message))
    }

    /// Octets of the parts that wait, 0 up to the bound.
    ///
    /// ```
    /// use septet::{Segmenter, pdu::Reassembler};
    ///
    /// let part = Segmenter::new().user_data(&"a".repeat(161), 7)?.remove(0);
    /// let mut reassembler = Reassembler::new();
    /// reassembler.insert("+15550100", part, 0);
    /// assert_eq!(reassembler.octets(), 6 + 153);
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub const fn octets(&self) -> usize {
        self.octets
    }
}

impl<K: Ord + Clone> Default for Reassembler<K> {
    fn default() -> Self {
        Self::new()
    }
}

/// A message that is not complete.
#[derive(Clone, Debug)]
struct Waiting {
    message: ConcatenatedMessage,
    octets: usize,
    /// True if every part repeats a part of a delivered message with the same reference.
    repeats: bool,
}

impl Waiting {
    fn new(part: UserData, repeats: bool) -> Self {
        let octets = octets(&part);
        Self {
            message: ConcatenatedMessage::new(part),
            octets,
            repeats,
        }
    }

    fn insert(&mut self, index: usize, part: UserData, repeats: bool) {
        self.octets += octets(&part);
        self.repeats &= repeats;
        self.message.insert(index, part);
    }

    /// Reports an incomplete message; `None` if the caller has received all of it in a complete message.
    fn abandon<K>(self, sender: K, reason: AbandonReason) -> Option<Abandoned<K>> {
        (!self.repeats).then_some(Abandoned {
            sender,
            message: self.message,
            reason,
        })
    }
}

/// True if a delivered message contained this part.
fn is_repeated(prints: &[u64], part: &UserData) -> bool {
    let index = usize::from(sequence(part)) - 1;
    prints.len() == usize::from(total(part)) && prints[index] == fingerprint(part)
}
