//! The parts of one concatenated message, all of them or those that came.

use alloc::{string::String, vec::Vec};

use crate::fnv::fnv1a;
use crate::pdu::concatenation::Concatenation;
use crate::pdu::user_data::{Content, UserData};

/// The parts of one message in their order: all of them, or those that came before the message was
/// given up.
///
/// # Example
///
/// ```
/// use septet::{Segmenter, pdu::{PartOutcome, Reassembler}};
///
/// let text = "a".repeat(200);
/// let mut reassembler = Reassembler::new();
/// for part in Segmenter::new().user_data(&text, 7)?.into_iter().rev() {
///     if let PartOutcome::Complete(message) = reassembler.insert("+15550100", part, 0).into_outcome() {
///         assert_eq!(message.text(), Some(text.clone()));
///         assert_eq!(message.parts().len(), 2);
///     }
/// }
/// # Ok::<(), septet::pdu::UserDataError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConcatenatedMessage {
    total: u8,
    /// In order of their sequence numbers, each once.
    parts: Vec<UserData>,
}

/// The relation of a new part to the parts already received.
pub(super) enum SlotState {
    /// Not received yet; to be inserted at this index.
    Free(usize),
    /// There already, with the same content.
    Same,
    /// Another part is there, or the message has another number of parts.
    Conflict,
}

impl ConcatenatedMessage {
    /// A message of which one part is there; of one part altogether if it is not concatenated.
    pub(super) fn new(part: UserData) -> Self {
        Self {
            total: total(&part),
            parts: alloc::vec![part],
        }
    }

    pub(super) fn place(&self, part: &UserData) -> SlotState {
        if total(part) != self.total {
            return SlotState::Conflict;
        }
        match self.parts.binary_search_by_key(&sequence(part), sequence) {
            Err(index) => SlotState::Free(index),
            Ok(index) if is_same(&self.parts[index], part) => SlotState::Same,
            Ok(_) => SlotState::Conflict,
        }
    }

    pub(super) fn insert(&mut self, index: usize, part: UserData) {
        self.parts.insert(index, part);
    }

    /// Parts of the whole message, 1..=255.
    ///
    /// ```
    /// use septet::{Segmenter, pdu::{PartOutcome, Reassembler}};
    ///
    /// let part = Segmenter::new().user_data("hello", 0)?.remove(0);
    /// let PartOutcome::Complete(message) = Reassembler::new().insert((), part, 0).into_outcome() else {
    ///     panic!("a message of one part is complete");
    /// };
    /// assert_eq!(message.total(), 1);
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub const fn total(&self) -> u8 {
        self.total
    }

    /// The parts there are, in order: 1..=`total` of them.
    ///
    /// ```
    /// # use septet::{Segmenter, pdu::{PartOutcome, Reassembler}};
    /// # let part = Segmenter::new().user_data("hello", 0).unwrap().remove(0);
    /// # let PartOutcome::Complete(message) = Reassembler::new().insert((), part, 0).into_outcome() else {
    /// #     panic!("a message of one part is complete");
    /// # };
    /// assert_eq!(message.parts()[0].udl(), 5);
    /// ```
    #[must_use]
    pub fn parts(&self) -> &[UserData] {
        &self.parts
    }

    /// Sequence numbers (1..=255) of the parts that are not there, in order.
    ///
    /// ```
    /// use septet::{Segmenter, pdu::Reassembler};
    ///
    /// let mut parts = Segmenter::new().user_data(&"a".repeat(400), 7)?;
    /// let mut reassembler = Reassembler::new();
    /// reassembler.insert("+15550100", parts.remove(1), 0);
    /// let given_up = reassembler.expire_before(10).remove(0);
    /// assert_eq!(given_up.message().missing(), [1, 3]);
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub fn missing(&self) -> Vec<u8> {
        let mut present = self.parts.iter().map(sequence).peekable();
        (1..=self.total)
            .filter(|&number| present.next_if_eq(&number).is_none())
            .collect()
    }

    /// True if all parts have arrived.
    ///
    /// ```
    /// # use septet::{Segmenter, pdu::{PartOutcome, Reassembler}};
    /// # let part = Segmenter::new().user_data("hello", 0).unwrap().remove(0);
    /// # let PartOutcome::Complete(message) = Reassembler::new().insert((), part, 0).into_outcome() else {
    /// #     panic!("a message of one part is complete");
    /// # };
    /// assert!(message.is_complete());
    /// ```
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.parts.len() == usize::from(self.total)
    }

    /// The text of the parts there are, one after the other; `None` where one of them is data.
    ///
    /// Read as one: an escape or a surrogate pair that a careless sender cut between two parts is
    /// whole again. A lone surrogate is U+FFFD.
    ///
    /// ```
    /// # use septet::{Segmenter, pdu::{PartOutcome, Reassembler}};
    /// # let part = Segmenter::new().user_data("hello", 0).unwrap().remove(0);
    /// # let PartOutcome::Complete(message) = Reassembler::new().insert((), part, 0).into_outcome() else {
    /// #     panic!("a message of one part is complete");
    /// # };
    /// assert_eq!(message.text().as_deref(), Some("hello"));
    /// ```
    #[must_use]
    pub fn text(&self) -> Option<String> {
        let mut text = String::new();
        for run in self
            .parts
            .chunk_by(|one, next| is_same_coding(&one.content, &next.content))
        {
            match &run.first()?.content {
                Content::Septets(alphabet, _) => {
                    let septets: Vec<u8> = run
                        .iter()
                        .filter_map(UserData::septets)
                        .flatten()
                        .copied()
                        .collect();
                    text.push_str(&alphabet.decode(&septets));
                }
                Content::Units(_) => {
                    let units = run
                        .iter()
                        .filter_map(UserData::code_units)
                        .flatten()
                        .copied();
                    text.extend(
                        char::decode_utf16(units)
                            .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)),
                    );
                }
                Content::Data(_) => return None,
            }
        }
        Some(text)
    }

    /// The 8-bit data of the parts there are, one after the other; `None` where one of them is text.
    ///
    /// ```
    /// use septet::pdu::{Dcs, PartOutcome, Reassembler, Udhi, UserData};
    ///
    /// let part = UserData::decode(Dcs::EIGHT_BIT, Udhi::Absent, 2, &[0xCA, 0xFE])?;
    /// let PartOutcome::Complete(message) = Reassembler::new().insert((), part, 0).into_outcome() else {
    ///     panic!("a message of one part is complete");
    /// };
    /// assert_eq!(message.data(), Some(vec![0xCA, 0xFE]));
    /// # Ok::<(), septet::pdu::DecodeError>(())
    /// ```
    #[must_use]
    pub fn data(&self) -> Option<Vec<u8>> {
        let mut data = Vec::new();
        for part in &self.parts {
            data.extend_from_slice(part.data()?);
        }
        Some(data)
    }
}

/// Octets a part counts for: its content as it is held.
pub(super) fn octets(part: &UserData) -> usize {
    part.header_octets()
        + match &part.content {
            Content::Septets(_, codes) | Content::Data(codes) => codes.len(),
            Content::Units(units) => 2 * units.len(),
        }
}

/// A number that equal parts share and different ones hardly ever do.
pub(super) fn fingerprint(part: &UserData) -> u64 {
    let mut octets = alloc::vec![part.dcs.octet()];
    part.extend_with_content(&mut octets);
    fnv1a(&octets)
}

pub(super) fn total(part: &UserData) -> u8 {
    part.concatenation().map_or(1, Concatenation::total)
}

pub(super) fn sequence(part: &UserData) -> u8 {
    part.concatenation().map_or(1, Concatenation::sequence)
}

/// True if one part is a repetition of the other. Elements other than the concatenation may differ: a service centre may have
/// changed them.
fn is_same(one: &UserData, other: &UserData) -> bool {
    one.dcs == other.dcs && one.content == other.content
}

fn is_same_coding(one: &Content, other: &Content) -> bool {
    match (one, other) {
        (Content::Septets(one, _), Content::Septets(other, _)) => one == other,
        (Content::Units(_), Content::Units(_)) => true,
        _ => false,
    }
}
