//! A `deliver_sm` of any length, and the receipt that it may be (SMPP 3.4 clauses 4.6.1, 5.2.12 and 5.3.2.32).

use alloc::string::String;

use super::decode::read;
use super::receipt::Receipt;
use crate::pdu::dcs::CharacterSet;
use crate::pdu::error::DecodeError;
use crate::pdu::user_data::UserData;

/// Bits 5..2 of `esm_class`: the message type.
const MESSAGE_TYPE: u8 = 0x3C;
/// A delivery receipt of the service centre.
const DELIVERY_RECEIPT: u8 = 0x04;
/// An intermediate notification.
const NOTIFICATION: u8 = 0x20;
/// The `data_coding` of 8-bit data.
const BINARY: u8 = 0x04;

/// The text or data of a `deliver_sm`, from `short_message` or from `message_payload` of any length.
///
/// # Example
///
/// ```
/// use septet::pdu::SmppMessage;
///
/// let text = b"id:4711 sub:001 dlvrd:001 submit date:2611231636 done date:2611231637 stat:DELIVRD err:000 text:Hello";
/// let message = SmppMessage::decode(0x00, 0x04, text)?;
/// let receipt = message.receipt().expect("esm_class says that it is one");
/// assert_eq!((receipt.id(), receipt.stat()), (Some("4711"), Some("DELIVRD")));
///
/// let long = SmppMessage::decode(0x08, 0x00, &"中".repeat(300).encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>())?;
/// assert_eq!(long.text().map(|text| text.chars().count()), Some(300));
/// # Ok::<(), septet::pdu::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmppMessage {
    /// The content. Its length is not limited, so it is not shown as user data.
    content: UserData,
    receipt: Option<Receipt>,
}

impl SmppMessage {
    /// Reads `short_message` or `message_payload` by `data_coding` (0x00..=0xFF) and `esm_class`: bit 6 says that a
    /// header comes first, bits 5..2 that it is a receipt.
    ///
    /// # Errors
    ///
    /// A header longer than the octets; in GSM-7 an octet over 0x7F, as a service centre sends whose default
    /// alphabet is another one: ask which, and read with its `data_coding`, such as 0x03. A receipt with such an octet
    /// is not lost: it is read as data.
    ///
    /// # Example
    ///
    /// ```
    /// use septet::pdu::SmppMessage;
    ///
    /// let error = SmppMessage::decode(0x00, 0x00, b"caf\xE9").unwrap_err();
    /// assert_eq!(error.to_string(), "at octet 3: the code 0xE9 at index 3 has no symbol");
    /// assert_eq!(SmppMessage::decode(0x03, 0x00, b"caf\xE9")?.text().as_deref(), Some("café"));
    /// # Ok::<(), septet::pdu::DecodeError>(())
    /// ```
    pub fn decode(data_coding: u8, esm_class: u8, octets: &[u8]) -> Result<Self, DecodeError> {
        let is_receipt = matches!(esm_class & MESSAGE_TYPE, DELIVERY_RECEIPT | NOTIFICATION);
        let content = match read(data_coding, esm_class, octets) {
            Err(DecodeError::Septet { .. }) if is_receipt => read(BINARY, esm_class, octets)?,
            content => content?,
        };
        let octets = &octets[content.header_octets()..];
        let receipt = is_receipt.then(|| Receipt::decode(octets, &content));
        Ok(Self { content, receipt })
    }

    /// The text, `None` for data.
    ///
    /// ```
    /// use septet::pdu::SmppMessage;
    ///
    /// assert_eq!(SmppMessage::decode(0x01, 0, b"hi")?.text().as_deref(), Some("hi"));
    /// # Ok::<(), septet::pdu::DecodeError>(())
    /// ```
    #[must_use]
    pub fn text(&self) -> Option<String> {
        self.content.text()
    }

    /// The 16-bit units of a UCS-2 text, lone surrogates as they are.
    ///
    /// ```
    /// use septet::pdu::SmppMessage;
    ///
    /// assert_eq!(SmppMessage::decode(0x08, 0, &[0xD8, 0x3D])?.code_units(), Some(&[0xD83D][..]));
    /// # Ok::<(), septet::pdu::DecodeError>(())
    /// ```
    #[must_use]
    pub fn code_units(&self) -> Option<&[u16]> {
        self.content.code_units()
    }

    /// The octets of data, `None` for a text.
    ///
    /// ```
    /// use septet::pdu::SmppMessage;
    ///
    /// assert_eq!(SmppMessage::decode(0x04, 0, &[0xCA, 0xFE])?.data(), Some(&[0xCA, 0xFE][..]));
    /// # Ok::<(), septet::pdu::DecodeError>(())
    /// ```
    #[must_use]
    pub fn data(&self) -> Option<&[u8]> {
        self.content.data()
    }

    /// The character set of the content.
    ///
    /// ```
    /// use septet::pdu::{CharacterSet, SmppMessage};
    ///
    /// assert_eq!(SmppMessage::decode(0x03, 0, b"hi")?.character_set(), CharacterSet::Gsm7);
    /// # Ok::<(), septet::pdu::DecodeError>(())
    /// ```
    #[must_use]
    pub const fn character_set(&self) -> CharacterSet {
        self.content.character_set()
    }

    /// The delivery receipt, if `esm_class` says that the message is one.
    ///
    /// A text that only looks like a receipt is not one: anybody can send it. [`Receipt::parse`] reads the texts of
    /// service centres that do not set the bits. Its fields are read as ASCII whatever `data_coding` says, so that an
    /// underscore in an identifier stays one; its text is read by `data_coding`.
    ///
    /// ```
    /// use septet::pdu::SmppMessage;
    ///
    /// let text = b"id:1 stat:EXPIRED err:027";
    /// assert!(SmppMessage::decode(0, 0x00, text)?.receipt().is_none());
    /// assert_eq!(SmppMessage::decode(0, 0x04, text)?.receipt().unwrap().err(), Some("027"));
    /// # Ok::<(), septet::pdu::DecodeError>(())
    /// ```
    #[must_use]
    pub fn receipt(&self) -> Option<Receipt> {
        self.receipt.clone()
    }

    /// The user data of one segment, for a [`Reassembler`](crate::pdu::Reassembler): `None` where the content is
    /// longer than a segment.
    ///
    /// ```
    /// use septet::pdu::SmppMessage;
    ///
    /// let message = SmppMessage::decode(0x00, 0x40, b"\x05\x00\x03\x2A\x02\x01Hello")?;
    /// assert_eq!(message.user_data().and_then(|part| part.concatenation()).map(|part| part.total()), Some(2));
    /// assert!(SmppMessage::decode(0x00, 0x00, &[0x41; 161])?.user_data().is_none());
    /// # Ok::<(), septet::pdu::DecodeError>(())
    /// ```
    #[must_use]
    pub fn user_data(&self) -> Option<&UserData> {
        Some(&self.content).filter(|content| content.length() <= content.max_length())
    }
}
