//! The user data of one short message (TP-UD with TP-DCS, TP-UDHI and TP-UDL): TS 23.040 clauses
//! 9.2.3.10, 9.2.3.16, 9.2.3.23 and 9.2.3.24. `encode.rs` makes it of texts, `decode.rs` of octets.

use alloc::{string::String, vec::Vec};

use super::concatenation::Concatenation;
use super::dcs::{CharacterSet, Dcs, MessageClass};
use super::header::{Header, Udhi};
use super::pack::{fill_bits, pack_into, packed_len};
use super::udh::UserDataHeader;
use crate::alphabet::Alphabet;
use crate::limits::{USER_DATA_OCTETS, USER_DATA_SEPTETS};

/// The user data of one short message, at most 140 octets: coding scheme, header, content.
///
/// Made from a text by [`Segmenter::user_data`](crate::Segmenter::user_data), from octets by [`UserData::decode`].
///
/// # Example
///
/// ```
/// use septet::{Segmenter, pdu::{Dcs, Udhi, UserData}};
///
/// let parts = Segmenter::new().user_data("hello", 0)?;
/// assert_eq!((parts[0].dcs(), parts[0].udhi(), parts[0].udl()), (Dcs::GSM7, Udhi::Absent, 5));
/// assert_eq!(parts[0].octets(), [0xE8, 0x32, 0x9B, 0xFD, 0x06]);
///
/// let read = UserData::decode(Dcs::GSM7, Udhi::Absent, 5, &[0xE8, 0x32, 0x9B, 0xFD, 0x06])?;
/// assert_eq!(read.text().as_deref(), Some("hello"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "TP-UD")]
#[doc(alias = "part")]
pub struct UserData {
    pub(super) dcs: Dcs,
    pub(super) header: Option<Header>,
    pub(super) content: Content,
    /// The reference for `sar_*` parameters where the 8 bits of the header do not hold it.
    pub(super) sar_reference: Option<u16>,
}

/// The content after the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Septet codes, one an octet, and the alphabet the header announces.
    Septets(Alphabet, Vec<u8>),
    /// 16-bit units, lone surrogates included.
    Units(Vec<u16>),
    /// Data, or text this crate does not decompress.
    Data(Vec<u8>),
}

impl Content {
    /// Octets of UCS-2, most significant first; half a unit at the end is dropped.
    pub(super) fn units(octets: &[u8]) -> Self {
        let (units, _) = octets.as_chunks();
        Self::Units(units.iter().copied().map(u16::from_be_bytes).collect())
    }
}

impl UserData {
    /// Sets the message class; class 0 is "flash", shown at once.
    ///
    /// The octets do not change. Where the coding scheme has no room for a class (message waiting,
    /// reserved groups) the scheme becomes the general one of its character set.
    ///
    /// ```
    /// use septet::{Segmenter, pdu::{Dcs, MessageClass}};
    ///
    /// let part = Segmenter::new().user_data("Fire!", 0)?.remove(0);
    /// assert_eq!(part.with_class(MessageClass::Class0).dcs(), Dcs::new(0x10));
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub fn with_class(mut self, class: MessageClass) -> Self {
        let general = match self.dcs.character_set() {
            CharacterSet::Gsm7 => Dcs::GSM7,
            CharacterSet::EightBit => Dcs::EIGHT_BIT,
            CharacterSet::Ucs2 => Dcs::UCS2,
        };
        let dcs = self.dcs.with_class(class).or(general.with_class(class));
        self.dcs = dcs.unwrap_or(self.dcs);
        self
    }

    /// The data coding scheme (TP-DCS, 0x00..=0xFF).
    ///
    /// ```
    /// use septet::{Segmenter, pdu::Dcs};
    ///
    /// assert_eq!(Segmenter::new().user_data("中", 0)?[0].dcs(), Dcs::UCS2);
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub const fn dcs(&self) -> Dcs {
        self.dcs
    }

    /// The header indicator of TP-UD (TP-UDHI, one bit of the message's first octet).
    ///
    /// ```
    /// use septet::{Segmenter, pdu::Udhi};
    ///
    /// assert_eq!(Segmenter::new().user_data("hello", 0)?[0].udhi(), Udhi::Absent);
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub const fn udhi(&self) -> Udhi {
        if self.header.is_some() {
            Udhi::Present
        } else {
            Udhi::Absent
        }
    }

    /// TP-UDL: septets 0..=160 in GSM-7, header and fill bits counted; octets 0..=140 otherwise.
    ///
    /// ```
    /// use septet::Segmenter;
    ///
    /// let parts = Segmenter::new().user_data(&"a".repeat(161), 0)?;
    /// assert_eq!((parts[0].udl(), parts[1].udl()), (160, 15)); // 7 septets of header, 8 of text
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub fn udl(&self) -> u8 {
        // `decode` and the segmenter admit no more than 160 septets or 140 octets.
        u8::try_from(self.length()).unwrap_or(u8::MAX)
    }

    /// The header, if there is one whose elements add up.
    ///
    /// ```
    /// use septet::Segmenter;
    ///
    /// assert!(Segmenter::new().user_data("hello", 0)?[0].header().is_none());
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub const fn header(&self) -> Option<&UserDataHeader> {
        match &self.header {
            Some(Header::Read(header)) => Some(header),
            _ => None,
        }
    }

    /// The octets of the header, UDHL first, also where its elements are ignored because they do
    /// not add up: 1..=140 of them, `None` without a header.
    ///
    /// ```
    /// use septet::pdu::{Dcs, Udhi, UserData};
    ///
    /// let part = UserData::decode(Dcs::UCS2, Udhi::Present, 4, &[0x01, 0x24, 0x00, 0x41])?;
    /// assert_eq!((part.header(), part.udh()), (None, Some(vec![0x01, 0x24])));
    /// assert_eq!(part.text().as_deref(), Some("A"));
    /// # Ok::<(), septet::pdu::DecodeError>(())
    /// ```
    #[must_use]
    pub fn udh(&self) -> Option<Vec<u8>> {
        self.header.as_ref().map(Header::octets)
    }

    /// The position of this part in a concatenated message; `None` if it is not one of several.
    ///
    /// ```
    /// use septet::Segmenter;
    ///
    /// let parts = Segmenter::new().user_data(&"中".repeat(71), 9)?;
    /// let part = parts[1].concatenation().expect("two segments");
    /// assert_eq!((part.reference(), part.sequence(), part.total()), (9, 2, 2));
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub fn concatenation(&self) -> Option<Concatenation> {
        self.header().and_then(UserDataHeader::concatenation)
    }

    /// The character set of the content; compressed content, which stays data, is 8-bit.
    ///
    /// ```
    /// use septet::{Segmenter, pdu::CharacterSet};
    ///
    /// assert_eq!(Segmenter::new().user_data("中", 0)?[0].character_set(), CharacterSet::Ucs2);
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub const fn character_set(&self) -> CharacterSet {
        match self.content {
            Content::Septets(..) => CharacterSet::Gsm7,
            Content::Units(_) => CharacterSet::Ucs2,
            Content::Data(_) => CharacterSet::EightBit,
        }
    }

    /// The alphabet of a GSM-7 text, `None` for other content.
    ///
    /// ```
    /// use septet::{Alphabet, Segmenter};
    ///
    /// let part = Segmenter::new().user_data("hello", 0)?.remove(0);
    /// assert_eq!(part.alphabet(), Some(Alphabet::DEFAULT));
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub const fn alphabet(&self) -> Option<Alphabet> {
        match self.content {
            Content::Septets(alphabet, _) => Some(alphabet),
            _ => None,
        }
    }

    /// The text, `None` for 8-bit data and compressed text.
    ///
    /// GSM-7 is read as [`Alphabet::decode`] reads it; a lone surrogate in UCS-2 is U+FFFD here and
    /// kept in [`code_units`](Self::code_units).
    ///
    /// ```
    /// use septet::pdu::{Dcs, Udhi, UserData};
    ///
    /// let part = UserData::decode(Dcs::UCS2, Udhi::Absent, 4, &[0x4E, 0x2D, 0x00, 0x21])?;
    /// assert_eq!(part.text().as_deref(), Some("中!"));
    /// # Ok::<(), septet::pdu::DecodeError>(())
    /// ```
    #[must_use]
    pub fn text(&self) -> Option<String> {
        match &self.content {
            Content::Septets(alphabet, septets) => Some(alphabet.decode(septets)),
            Content::Units(units) => Some(String::from_utf16_lossy(units)),
            Content::Data(_) => None,
        }
    }

    /// Septets of a GSM-7 text, one code 0x00..=0x7F an octet, unpacked, without header.
    ///
    /// ```
    /// use septet::Segmenter;
    ///
    /// let part = Segmenter::new().user_data("@€", 0)?.remove(0);
    /// assert_eq!(part.septets(), Some(&[0x00, 0x1B, 0x65][..]));
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub fn septets(&self) -> Option<&[u8]> {
        match &self.content {
            Content::Septets(_, septets) => Some(septets),
            _ => None,
        }
    }

    /// 16-bit units of a UCS-2 text, 0..=70 of them, lone surrogates as they are.
    ///
    /// ```
    /// use septet::pdu::{Dcs, Udhi, UserData};
    ///
    /// let part = UserData::decode(Dcs::UCS2, Udhi::Absent, 2, &[0xD8, 0x3D])?;
    /// assert_eq!(part.code_units(), Some(&[0xD83D][..]));
    /// # Ok::<(), septet::pdu::DecodeError>(())
    /// ```
    #[must_use]
    pub fn code_units(&self) -> Option<&[u16]> {
        match &self.content {
            Content::Units(units) => Some(units),
            _ => None,
        }
    }

    /// Octets of 8-bit data or compressed text, without header, 0..=140 of them.
    ///
    /// ```
    /// use septet::pdu::{Dcs, Udhi, UserData};
    ///
    /// let part = UserData::decode(Dcs::EIGHT_BIT, Udhi::Absent, 2, &[0xCA, 0xFE])?;
    /// assert_eq!(part.data(), Some(&[0xCA, 0xFE][..]));
    /// # Ok::<(), septet::pdu::DecodeError>(())
    /// ```
    #[must_use]
    pub fn data(&self) -> Option<&[u8]> {
        match &self.content {
            Content::Data(data) => Some(data),
            _ => None,
        }
    }

    /// The whole TP-UD, header, fill bits and content: 0..=140 octets.
    ///
    /// ```
    /// use septet::Segmenter;
    ///
    /// assert_eq!(Segmenter::new().user_data("é", 0)?[0].octets(), [0x05]);
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[must_use]
    pub fn octets(&self) -> Vec<u8> {
        let mut octets = self.udh().unwrap_or_default();
        match &self.content {
            Content::Septets(_, septets) => {
                let fill = fill_bits(octets.len());
                octets.reserve_exact(packed_len(septets.len(), fill));
                pack_into(&mut octets, septets, fill);
            }
            Content::Units(_) | Content::Data(_) => self.extend_with_content(&mut octets),
        }
        octets
    }

    /// Septets in GSM-7, octets otherwise, header included.
    /// With the reference of 16 bits that `sar_msg_ref_num` has, where the header has only 8 of them.
    #[cfg(feature = "serde")]
    pub(crate) fn with_sar_reference(mut self, reference: Option<u16>) -> Self {
        let carried = self.concatenation().map(Concatenation::reference);
        self.sar_reference = reference.filter(|_| carried.is_some() && reference != carried);
        self
    }

    pub(super) fn length(&self) -> usize {
        let header = self.header_octets();
        match &self.content {
            Content::Septets(_, septets) => (header * 8).div_ceil(7) + septets.len(),
            Content::Units(units) => header + 2 * units.len(),
            Content::Data(data) => header + data.len(),
        }
    }

    /// The maximum of that in a segment.
    pub(super) const fn max_length(&self) -> usize {
        match self.content {
            Content::Septets(..) => USER_DATA_SEPTETS as usize,
            Content::Units(_) | Content::Data(_) => USER_DATA_OCTETS as usize,
        }
    }

    /// Octets of the header, UDHL included; 0 without one.
    pub(super) fn header_octets(&self) -> usize {
        self.header.as_ref().map_or(0, Header::len)
    }

    /// Appends the content with whole octets: septets one an octet.
    pub(super) fn extend_with_content(&self, octets: &mut Vec<u8>) {
        match &self.content {
            Content::Septets(_, codes) | Content::Data(codes) => octets.extend_from_slice(codes),
            Content::Units(units) => {
                octets.extend(units.iter().flat_map(|unit| unit.to_be_bytes()));
            }
        }
    }
}
