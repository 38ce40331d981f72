//! User data read from the fields of SMPP 3.4: `data_coding` (5.2.19) and `esm_class` (5.2.12).
//!
//! | `data_coding` | read as |
//! |---|---|
//! | 0x00 | GSM-7, one septet an octet |
//! | 0x01, 0x03 | ASCII, Latin-1: the GSM-7 or UCS-2 it was on the air |
//! | 0x08 | UCS-2 |
//! | 0x02, 0x04, others up to 0x0F | data |
//! | 0x10 and more | a data coding scheme of TS 23.038, GSM-7 one septet an octet |

use alloc::string::String;

use crate::alphabet::{Alphabet, UndefinedSeptet};
use crate::pdu::dcs::{CharacterSet, Dcs};
use crate::pdu::error::DecodeError;
use crate::pdu::header::Header;
use crate::pdu::user_data::{Content, UserData};

impl UserData {
    /// Reads the user data of one segment from `data_coding` (0x00..=0xFF), `esm_class` (bit 6: a
    /// header comes first) and `short_message`, as tolerantly as [`decode`](Self::decode).
    ///
    /// # Errors
    ///
    /// A header longer than the octets, a GSM-7 octet over 0x7F (a service centre whose default
    /// alphabet is another one: ask which, and read with its `data_coding`, such as 0x03), more than
    /// 160 septets or 140 octets ([`SmppMessage`](crate::pdu::SmppMessage) reads a `message_payload` of a whole text).
    ///
    /// # Example
    ///
    /// ```
    /// use septet::pdu::UserData;
    ///
    /// let part = UserData::decode_smpp(0x00, 0x40, b"\x05\x00\x03\x2A\x02\x01Hello \x1B\x65")?;
    /// assert_eq!(part.text().as_deref(), Some("Hello €"));
    /// assert_eq!(part.concatenation().map(|part| part.total()), Some(2));
    /// assert_eq!(UserData::decode_smpp(0x03, 0x00, b"caf\xE9")?.text().as_deref(), Some("café"));
    /// # Ok::<(), septet::pdu::DecodeError>(())
    /// ```
    #[doc(alias = "decodeSmpp")]
    #[doc(alias = "deliver_sm")]
    pub fn decode_smpp(
        data_coding: u8,
        esm_class: u8,
        short_message: &[u8],
    ) -> Result<Self, DecodeError> {
        let user_data = read(data_coding, esm_class, short_message)?;
        let (udl, limit) = (user_data.length(), user_data.max_length());
        if udl > limit {
            // 140 or 160.
            let limit = u8::try_from(limit).unwrap_or(u8::MAX);
            return Err(DecodeError::Udl { udl, limit });
        }
        Ok(user_data)
    }
}

/// Header and content of any length.
pub(super) fn read(data_coding: u8, esm_class: u8, octets: &[u8]) -> Result<UserData, DecodeError> {
    let header = match esm_class & super::UDHI {
        0 => None,
        _ => Some(Header::read(octets)?),
    };
    let offset = header.as_ref().map_or(0, Header::len);
    let alphabet = header.as_ref().map_or(Alphabet::DEFAULT, Header::alphabet);
    let (dcs, content) = content(data_coding, alphabet, &octets[offset..], offset)?;
    Ok(UserData {
        dcs,
        header,
        content,
        sar_reference: None,
    })
}

/// The content after a header of `offset` octets, and the coding scheme it has on the air.
fn content(
    data_coding: u8,
    alphabet: Alphabet,
    octets: &[u8],
    offset: usize,
) -> Result<(Dcs, Content), DecodeError> {
    let dcs = match data_coding {
        0x01 | 0x03 => return Ok(latin1(alphabet, octets)),
        0x00 => Dcs::GSM7,
        0x08 => Dcs::UCS2,
        0x02..=0x0F => Dcs::EIGHT_BIT,
        octet => Dcs::new(octet),
    };
    let content = match dcs.character_set() {
        _ if dcs.compressed() => Content::Data(octets.to_vec()),
        CharacterSet::EightBit => Content::Data(octets.to_vec()),
        CharacterSet::Ucs2 => Content::units(octets),
        CharacterSet::Gsm7 => {
            if let Some(index) = octets.iter().position(|&code| code > 0x7F) {
                let septet = UndefinedSeptet::Locking {
                    index,
                    code: octets[index],
                };
                return Err(DecodeError::Septet {
                    offset: offset + index,
                    septet,
                });
            }
            Content::Septets(alphabet, octets.to_vec())
        }
    };
    Ok((dcs, content))
}

/// A service centre may hand out as Latin-1 what came as GSM-7, where it fits 160 septets, or as
/// UCS-2.
fn latin1(alphabet: Alphabet, octets: &[u8]) -> (Dcs, Content) {
    let text: String = octets.iter().copied().map(char::from).collect();
    match alphabet.encode(&text) {
        Ok(septets) => (Dcs::GSM7, Content::Septets(alphabet, septets)),
        Err(_) => (Dcs::UCS2, Content::Units(text.encode_utf16().collect())),
    }
}
