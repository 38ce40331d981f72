//! The data coding scheme octet of a short message (TP-DCS): TS 23.038 clause 4.
//!
//! | octet | group |
//! |---|---|
//! | 0x00..=0x3F | general data coding |
//! | 0x40..=0x7F | general data coding, marked for automatic deletion |
//! | 0x80..=0xBF | reserved: read as 0x00 |
//! | 0xC0..=0xCF | message waiting, text may be discarded, GSM-7 |
//! | 0xD0..=0xDF | message waiting, text is stored, GSM-7 |
//! | 0xE0..=0xEF | message waiting, text is stored, UCS-2 |
//! | 0xF0..=0xFF | data coding and message class |

use core::fmt;

use super::message_waiting::{MessageWaiting, WaitingKind};

/// One data coding scheme octet, 0x00..=0xFF, kept as received, with every field it encodes.
///
/// # Example
///
/// ```
/// use septet::pdu::{CharacterSet, Dcs, MessageClass};
///
/// let dcs = Dcs::new(0x18);
/// assert_eq!(dcs.character_set(), CharacterSet::Ucs2);
/// assert_eq!(dcs.class(), Some(MessageClass::Class0));
/// assert_eq!(Dcs::UCS2.with_class(MessageClass::Class0), Some(dcs));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "parseDcs")]
pub struct Dcs(u8);

/// Bit 5 of the general groups: the text is compressed (TS 23.042).
const COMPRESSED: u8 = 0x20;
/// Bit 4 of the general groups: bits 1 and 0 hold a message class.
const HAS_CLASS: u8 = 0x10;
/// Bits 7 and 6: 01 marks the general group with automatic deletion.
const AUTOMATIC_DELETION: u8 = 0x40;
/// Bit 3 of the message waiting groups: the indication is to be switched on.
const ACTIVE: u8 = 0x08;

impl Dcs {
    /// Octet 0x00: GSM-7, no class.
    ///
    /// ```
    /// assert_eq!(septet::pdu::Dcs::GSM7.octet(), 0x00);
    /// ```
    pub const GSM7: Self = Self(0x00);

    /// Octet 0x04: 8-bit data, no class.
    ///
    /// ```
    /// assert_eq!(septet::pdu::Dcs::EIGHT_BIT.octet(), 0x04);
    /// ```
    pub const EIGHT_BIT: Self = Self(0x04);

    /// Octet 0x08: UCS-2, no class.
    ///
    /// ```
    /// assert_eq!(septet::pdu::Dcs::UCS2.octet(), 0x08);
    /// ```
    pub const UCS2: Self = Self(0x08);

    /// The scheme of any octet, 0x00..=0xFF: each has a meaning, reserved ones that of 0x00.
    ///
    /// ```
    /// use septet::pdu::{CharacterSet, Dcs};
    ///
    /// assert_eq!(Dcs::new(0x8A).character_set(), CharacterSet::Gsm7);
    /// assert_eq!(Dcs::new(0x8A).octet(), 0x8A);
    /// ```
    #[must_use]
    pub const fn new(octet: u8) -> Self {
        Self(octet)
    }

    /// Octet of the message waiting groups, 0xC0..=0xEB; `None` for what those groups cannot say
    /// (8-bit data, and UCS-2 that may be discarded).
    ///
    /// ```
    /// use septet::pdu::{CharacterSet, Dcs, MessageWaiting, WaitingKind};
    ///
    /// let waiting = MessageWaiting::new(WaitingKind::Voicemail);
    /// assert_eq!(Dcs::waiting(waiting, CharacterSet::Gsm7), Some(Dcs::new(0xD8)));
    /// assert_eq!(Dcs::waiting(waiting.discardable(), CharacterSet::Gsm7), Some(Dcs::new(0xC8)));
    /// assert_eq!(Dcs::waiting(waiting.discardable(), CharacterSet::Ucs2), None);
    /// ```
    #[must_use]
    pub const fn waiting(waiting: MessageWaiting, set: CharacterSet) -> Option<Self> {
        let group = match (set, waiting.discardable) {
            (CharacterSet::Gsm7, true) => 0xC0,
            (CharacterSet::Gsm7, false) => 0xD0,
            (CharacterSet::Ucs2, false) => 0xE0,
            _ => return None,
        };
        let sense = if waiting.active { ACTIVE } else { 0 };
        Some(Self(group | sense | waiting.kind as u8))
    }

    /// The octet as received or built, 0x00..=0xFF.
    ///
    /// ```
    /// assert_eq!(septet::pdu::Dcs::new(0xF1).octet(), 0xF1);
    /// ```
    #[must_use]
    pub const fn octet(self) -> u8 {
        self.0
    }

    /// Sets the message class; `None` in the message waiting and reserved groups
    /// (0x80..=0xEF), which have no room for one.
    ///
    /// ```
    /// use septet::pdu::{Dcs, MessageClass};
    ///
    /// assert_eq!(Dcs::GSM7.with_class(MessageClass::Class0), Some(Dcs::new(0x10)));
    /// assert_eq!(Dcs::new(0xF5).with_class(MessageClass::Class2), Some(Dcs::new(0xF6)));
    /// assert_eq!(Dcs::new(0xC8).with_class(MessageClass::Class0), None);
    /// ```
    #[must_use]
    pub const fn with_class(self, class: MessageClass) -> Option<Self> {
        match self.0 {
            0x00..=0x7F => Some(Self(self.0 & !0b11 | HAS_CLASS | class as u8)),
            0xF0..=0xFF => Some(Self(self.0 & !0b11 | class as u8)),
            _ => None,
        }
    }

    /// Marks the message for automatic deletion; `None` outside the general groups (0x80..=0xFF).
    ///
    /// ```
    /// use septet::pdu::Dcs;
    ///
    /// assert_eq!(Dcs::UCS2.with_automatic_deletion(), Some(Dcs::new(0x48)));
    /// ```
    #[must_use]
    pub const fn with_automatic_deletion(self) -> Option<Self> {
        match self.0 {
            0x00..=0x7F => Some(Self(self.0 | AUTOMATIC_DELETION)),
            _ => None,
        }
    }

    /// The coding group the octet belongs to (bits 7..4).
    ///
    /// ```
    /// use septet::pdu::{Dcs, DcsGroup};
    ///
    /// assert_eq!(Dcs::new(0x08).group(), DcsGroup::General);
    /// assert_eq!(Dcs::new(0xB0).group(), DcsGroup::Reserved);
    /// ```
    #[must_use]
    pub const fn group(self) -> DcsGroup {
        match self.0 {
            0x00..=0x3F => DcsGroup::General,
            0x40..=0x7F => DcsGroup::AutomaticDeletion,
            0x80..=0xBF => DcsGroup::Reserved,
            0xC0..=0xCF => DcsGroup::WaitingDiscard,
            0xD0..=0xDF => DcsGroup::WaitingStore,
            0xE0..=0xEF => DcsGroup::WaitingStoreUcs2,
            0xF0..=0xFF => DcsGroup::DataClass,
        }
    }

    /// The character set of the text. Reserved codings (bits 3..2 = 11, octets 0x80..=0xBF) are GSM-7, as clause 4 requires of a
    /// receiver.
    ///
    /// ```
    /// use septet::pdu::{CharacterSet, Dcs};
    ///
    /// assert_eq!(Dcs::new(0x04).character_set(), CharacterSet::EightBit);
    /// assert_eq!(Dcs::new(0xE8).character_set(), CharacterSet::Ucs2);
    /// assert_eq!(Dcs::new(0x0C).character_set(), CharacterSet::Gsm7);
    /// ```
    #[must_use]
    pub const fn character_set(self) -> CharacterSet {
        match self.group() {
            DcsGroup::General | DcsGroup::AutomaticDeletion => match self.0 & 0x0C {
                0x04 => CharacterSet::EightBit,
                0x08 => CharacterSet::Ucs2,
                _ => CharacterSet::Gsm7,
            },
            DcsGroup::DataClass if self.0 & 0x04 != 0 => CharacterSet::EightBit,
            DcsGroup::WaitingStoreUcs2 => CharacterSet::Ucs2,
            _ => CharacterSet::Gsm7,
        }
    }

    /// The message class, if the octet has one: bits 1..0 where bit 4 says so, and always in
    /// 0xF0..=0xFF.
    ///
    /// ```
    /// use septet::pdu::{Dcs, MessageClass};
    ///
    /// assert_eq!(Dcs::new(0x10).class(), Some(MessageClass::Class0));
    /// assert_eq!(Dcs::new(0x00).class(), None);
    /// ```
    #[must_use]
    pub const fn class(self) -> Option<MessageClass> {
        let has_class = match self.group() {
            DcsGroup::General | DcsGroup::AutomaticDeletion => self.0 & HAS_CLASS != 0,
            DcsGroup::DataClass => true,
            _ => false,
        };
        if !has_class {
            return None;
        }
        Some(match self.0 & 0b11 {
            0 => MessageClass::Class0,
            1 => MessageClass::Class1,
            2 => MessageClass::Class2,
            _ => MessageClass::Class3,
        })
    }

    /// True if the text is compressed (bit 5 of the general groups). Its octets follow TS 23.042, and TP-UDL counts octets.
    ///
    /// ```
    /// assert!(septet::pdu::Dcs::new(0x20).compressed());
    /// ```
    #[must_use]
    pub const fn compressed(self) -> bool {
        self.0 < 0x80 && self.0 & COMPRESSED != 0
    }

    /// True if the message is to be deleted once it is read (0x40..=0x7F).
    ///
    /// ```
    /// assert!(septet::pdu::Dcs::new(0x48).automatic_deletion());
    /// ```
    #[must_use]
    pub const fn automatic_deletion(self) -> bool {
        matches!(self.group(), DcsGroup::AutomaticDeletion)
    }

    /// The message waiting indication, if the octet is one (0xC0..=0xEF).
    ///
    /// ```
    /// use septet::pdu::{Dcs, WaitingKind};
    ///
    /// let waiting = Dcs::new(0xC9).message_waiting().expect("a waiting indication");
    /// assert_eq!(waiting.kind(), WaitingKind::Fax);
    /// assert!(waiting.is_active() && waiting.is_discardable());
    /// ```
    #[must_use]
    pub const fn message_waiting(self) -> Option<MessageWaiting> {
        let discardable = match self.group() {
            DcsGroup::WaitingDiscard => true,
            DcsGroup::WaitingStore | DcsGroup::WaitingStoreUcs2 => false,
            _ => return None,
        };
        let kind = match self.0 & 0b11 {
            0 => WaitingKind::Voicemail,
            1 => WaitingKind::Fax,
            2 => WaitingKind::Email,
            _ => WaitingKind::Other,
        };
        Some(MessageWaiting {
            kind,
            active: self.0 & ACTIVE != 0,
            discardable,
        })
    }
}

impl From<u8> for Dcs {
    fn from(octet: u8) -> Self {
        Self(octet)
    }
}

impl fmt::Display for Dcs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "0x{:02X}", self.0)
    }
}

/// A coding group of TS 23.038 clause 4.
///
/// ```
/// use septet::pdu::{Dcs, DcsGroup};
///
/// assert_eq!(Dcs::new(0xF0).group(), DcsGroup::DataClass);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum DcsGroup {
    /// General data coding, 0x00..=0x3F.
    General,
    /// General data coding, marked for automatic deletion, 0x40..=0x7F.
    AutomaticDeletion,
    /// Reserved, 0x80..=0xBF: read as 0x00.
    Reserved,
    /// Message waiting, text may be discarded, 0xC0..=0xCF.
    WaitingDiscard,
    /// Message waiting, GSM-7 text is stored, 0xD0..=0xDF.
    WaitingStore,
    /// Message waiting, UCS-2 text is stored, 0xE0..=0xEF.
    WaitingStoreUcs2,
    /// Data coding and message class, 0xF0..=0xFF.
    DataClass,
}

/// The coding of the user data's octets.
///
/// ```
/// assert_eq!(septet::pdu::CharacterSet::Gsm7.to_string(), "GSM-7");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CharacterSet {
    /// Packed septets of the GSM 7-bit alphabet.
    Gsm7,
    /// Data that is not text, or text by a private agreement.
    EightBit,
    /// 16-bit units, most significant octet first.
    Ucs2,
}

impl CharacterSet {
    /// The name shown to people: `GSM-7`, `8-bit` or `UCS-2`.
    ///
    /// ```
    /// assert_eq!(septet::pdu::CharacterSet::Ucs2.name(), "UCS-2");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gsm7 => "GSM-7",
            Self::EightBit => "8-bit",
            Self::Ucs2 => "UCS-2",
        }
    }
}

impl fmt::Display for CharacterSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Message class, 0..=3: where the receiver puts the message.
///
/// ```
/// use septet::pdu::{Dcs, MessageClass};
///
/// assert_eq!(Dcs::new(0xF2).class(), Some(MessageClass::Class2));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MessageClass {
    /// Shown at once and not stored ("flash").
    Class0 = 0,
    /// Stored in the phone.
    Class1 = 1,
    /// Stored on the SIM.
    Class2 = 2,
    /// Handed to connected equipment.
    Class3 = 3,
}
