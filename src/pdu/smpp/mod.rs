//! User data in the form of SMPP 3.4: `data_coding` (5.2.19), `esm_class` (5.2.12), `short_message` and the `sar_*` parameters
//! (5.3.2.22 to 5.3.2.24).
//!
//! GSM-7 travels one septet an octet, the common form of `data_coding` 0x00; a provider that wants
//! packed septets gets [`UserData::octets`]. UCS-2 is big-endian.

mod decode;
mod message;
mod receipt;

use alloc::vec::Vec;

use crate::pdu::concatenation::Concatenation;
use crate::pdu::dcs::{CharacterSet, MessageClass};
use crate::pdu::udh::UserDataHeader;
use crate::pdu::user_data::UserData;

pub use message::SmppMessage;
pub use receipt::Receipt;

/// The UDHI bit of `esm_class`.
const UDHI: u8 = 0x40;

/// Fields of `submit_sm` or `deliver_sm` that carry one segment.
///
/// # Example
///
/// ```
/// use septet::Segmenter;
///
/// let pdu = Segmenter::new().user_data("中", 0)?[0].smpp();
/// assert_eq!((pdu.data_coding(), pdu.esm_class()), (0x08, 0x00));
/// assert_eq!(pdu.short_message(), [0x4E, 0x2D]);
/// # Ok::<(), septet::pdu::UserDataError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Smpp {
    data_coding: u8,
    esm_class: u8,
    dest_addr_subunit: Option<u8>,
    short_message: Vec<u8>,
}

/// Values of the `sar_*` parameters (TLV) of one segment.
///
/// The service centre then builds the header itself, so leave it the room: segments cut for an
/// 8-bit reference suit a service centre that uses 8 bits.
///
/// ```
/// use septet::Segmenter;
///
/// let parts = Segmenter::new().user_data(&"a".repeat(161), 7)?;
/// let (_, sar) = parts[0].smpp_sar().expect("one of two");
/// assert_eq!(sar.total_segments(), 2);
/// # Ok::<(), septet::pdu::UserDataError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sar {
    part: Concatenation,
    reference: u16,
}

impl UserData {
    /// Converts to an SMPP message, with the header in `short_message`.
    ///
    /// ```
    /// use septet::Segmenter;
    ///
    /// let parts = Segmenter::new().user_data(&"a".repeat(161), 7)?;
    /// let pdu = parts[1].smpp();
    /// assert_eq!((pdu.data_coding(), pdu.esm_class()), (0x00, 0x40));
    /// assert_eq!(pdu.short_message(), b"\x05\x00\x03\x07\x02\x02aaaaaaaa");
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    #[doc(alias = "submit_sm")]
    pub fn smpp(&self) -> Smpp {
        Smpp::new(self, self.udh())
    }

    /// Converts to an SMPP message with `sar_*` parameters instead of the concatenation element; `None` if the message is not one
    /// of several.
    ///
    /// ```
    /// use septet::Segmenter;
    ///
    /// let parts = Segmenter::new().user_data(&"a".repeat(161), 7)?;
    /// let (pdu, sar) = parts[1].smpp_sar().expect("one of two");
    /// assert_eq!((pdu.esm_class(), pdu.short_message()), (0x00, &b"aaaaaaaa"[..]));
    /// assert_eq!((sar.msg_ref_num(), sar.total_segments(), sar.segment_seqnum()), (7, 2, 2));
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub fn smpp_sar(&self) -> Option<(Smpp, Sar)> {
        let part = self.concatenation()?;
        let reference = self.sar_reference.unwrap_or(part.reference());
        let sar = Sar { part, reference };
        let rest = self
            .header()
            .and_then(UserDataHeader::without_concatenation);
        Some((Smpp::new(self, rest.map(|header| header.to_octets())), sar))
    }
}

impl Smpp {
    /// The fields with the given header, which may be a part of the user data's own.
    pub(super) fn new(user_data: &UserData, header: Option<Vec<u8>>) -> Self {
        let esm_class = if header.is_some() { UDHI } else { 0 };
        let mut short_message = header.unwrap_or_default();
        user_data.extend_with_content(&mut short_message);
        let dcs = user_data.dcs();
        let class = dcs.class();
        let (data_coding, dest_addr_subunit) = match (dcs.character_set(), class) {
            // Message waiting groups are the same octet in SMPP. Compressed text has no other value that says so.
            _ if dcs.message_waiting().is_some() || dcs.compressed() => (dcs.octet(), None),
            (CharacterSet::Gsm7, None) => (0x00, None),
            (CharacterSet::Gsm7, Some(class)) => (0xF0 | class as u8, None),
            (CharacterSet::EightBit, None) => (0x04, None),
            (CharacterSet::EightBit, Some(class)) => (0xF4 | class as u8, None),
            (CharacterSet::Ucs2, class) => (0x08, class.map(subunit)),
        };
        Self {
            data_coding,
            esm_class,
            dest_addr_subunit,
            short_message,
        }
    }

    /// `data_coding`, 0x00..=0xFF: 0x00 for GSM-7, 0x04 for data, 0x08 for UCS-2, 0xF0..=0xF7 for GSM-7
    /// and data with a message class, the octet of the scheme for message waiting and compressed text.
    ///
    /// ```
    /// use septet::{Segmenter, pdu::MessageClass};
    ///
    /// let flash = Segmenter::new().user_data("Fire!", 0)?.remove(0).with_class(MessageClass::Class0);
    /// assert_eq!(flash.smpp().data_coding(), 0xF0);
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub const fn data_coding(&self) -> u8 {
        self.data_coding
    }

    /// `esm_class`, 0x00 or 0x40: bit 6 (UDHI) says that `short_message` begins with a header. The
    /// other bits are the caller's to add.
    ///
    /// ```
    /// use septet::Segmenter;
    ///
    /// assert_eq!(Segmenter::new().user_data("hello", 0)?[0].smpp().esm_class(), 0x00);
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub const fn esm_class(&self) -> u8 {
        self.esm_class
    }

    /// Value of `dest_addr_subunit` (TLV 0x0005), 1..=4, where `data_coding` cannot say the message
    /// class: UCS-2.
    ///
    /// ```
    /// use septet::{Segmenter, pdu::MessageClass};
    ///
    /// let flash = Segmenter::new().user_data("火", 0)?.remove(0).with_class(MessageClass::Class0);
    /// assert_eq!(flash.smpp().dest_addr_subunit(), Some(1));
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub const fn dest_addr_subunit(&self) -> Option<u8> {
        self.dest_addr_subunit
    }

    /// `short_message`: header, then one septet an octet, or UCS-2, or data; 0..=160 octets.
    ///
    /// ```
    /// use septet::Segmenter;
    ///
    /// assert_eq!(Segmenter::new().user_data("@€", 0)?[0].smpp().short_message(), [0x00, 0x1B, 0x65]);
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub fn short_message(&self) -> &[u8] {
        &self.short_message
    }

    /// `short_message`, for a library of SMPP that takes it as a vector.
    ///
    /// ```
    /// use septet::Segmenter;
    ///
    /// let parts = Segmenter::new().user_data("@€", 0)?;
    /// assert_eq!(parts[0].smpp().into_short_message(), vec![0x00, 0x1B, 0x65]);
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub fn into_short_message(self) -> Vec<u8> {
        self.short_message
    }
}

impl Sar {
    /// `sar_msg_ref_num` (0x020C), 0..=65,535, two octets: the whole reference, also where an 8-bit header has its
    /// lowest 8 bits alone.
    ///
    /// ```
    /// # let parts = septet::Segmenter::new().user_data(&"a".repeat(161), 7).unwrap();
    /// assert_eq!(parts[0].smpp_sar().map(|(_, sar)| sar.msg_ref_num()), Some(7));
    /// ```
    #[must_use]
    pub const fn msg_ref_num(self) -> u16 {
        self.reference
    }

    /// `sar_total_segments` (0x020E), 1..=255, one octet.
    ///
    /// ```
    /// # let parts = septet::Segmenter::new().user_data(&"a".repeat(161), 7).unwrap();
    /// assert_eq!(parts[0].smpp_sar().map(|(_, sar)| sar.total_segments()), Some(2));
    /// ```
    #[must_use]
    pub const fn total_segments(self) -> u8 {
        self.part.total()
    }

    /// `sar_segment_seqnum` (0x020F), counted from 1, 1..=255, one octet.
    ///
    /// ```
    /// # let parts = septet::Segmenter::new().user_data(&"a".repeat(161), 7).unwrap();
    /// assert_eq!(parts[0].smpp_sar().map(|(_, sar)| sar.segment_seqnum()), Some(1));
    /// ```
    #[must_use]
    pub const fn segment_seqnum(self) -> u8 {
        self.part.sequence()
    }
}

/// `dest_addr_subunit` of a message class (5.3.2.1): display, equipment, smart card, external unit.
const fn subunit(class: MessageClass) -> u8 {
    class as u8 + 1
}
