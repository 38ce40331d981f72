//! TP-UD octets read: the frame (TP-UDL, header), then the content, tolerantly or strictly.

use super::dcs::{CharacterSet, Dcs};
use super::error::DecodeError;
use super::header::{Header, Udhi};
use super::pack::{fill_bits, packed_len, unpack};
use super::udh::UserDataHeader;
use super::user_data::{Content, UserData};
use crate::alphabet::Alphabet;
use crate::limits::{USER_DATA_OCTETS, USER_DATA_SEPTETS};

impl UserData {
    /// Reads TP-UD as a tolerant receiver does: see [`decode_strict`](Self::decode_strict) for one
    /// that is not.
    ///
    /// `udl` counts septets for GSM-7, octets otherwise. What is tolerated, since the standard asks for it or
    /// some senders need it: a header whose elements do not add up is ignored, its octets skipped (TS 23.040
    /// clause 9.2.3.24); septets without symbol are read as [`Alphabet::decode`] says; half a UCS-2 unit at
    /// the end is dropped; octets after those that TP-UDL counts are not looked at; of a TP-UDL that counts
    /// more than there is, or more than 160 septets or 140 octets, what arrived is read; a header announced
    /// in an empty TP-UD is ignored.
    ///
    /// # Errors
    ///
    /// A header that is longer than the octets, or than TP-UDL counts.
    ///
    /// # Example
    ///
    /// ```
    /// use septet::pdu::{Dcs, Udhi, UserData};
    ///
    /// let octets = [0x05, 0x00, 0x03, 0x2A, 0x02, 0x01, 0x82];
    /// let part = UserData::decode(Dcs::GSM7, Udhi::Present, 8, &octets)?;
    /// assert_eq!(part.text().as_deref(), Some("A"));
    ///
    /// // An octet is missing at the end.
    /// let octets = [0xE8, 0x32, 0x9B, 0xFD, 0x46, 0x97, 0xD9, 0xEC, 0x37];
    /// let part = UserData::decode(Dcs::GSM7, Udhi::Absent, 11, &octets)?;
    /// assert_eq!(part.text().as_deref(), Some("hellohello"));
    /// # Ok::<(), septet::pdu::DecodeError>(())
    /// ```
    #[doc(alias = "decodeUserData")]
    pub fn decode(dcs: Dcs, udhi: Udhi, udl: u8, octets: &[u8]) -> Result<Self, DecodeError> {
        lenient(dcs, udhi, udl, octets)
    }

    /// Reads TP-UD and refuses whatever [`decode`](Self::decode) tolerates: what it accepts,
    /// [`octets`](Self::octets) gives back octet by octet.
    ///
    /// # Errors
    ///
    /// The first fault, with field and octet: those of `decode`, fewer octets than TP-UDL counts, TP-UDL
    /// over 160 septets or 140 octets, an announced header that is missing, an element of the header with a
    /// wrong length or a reserved value, fill or spare bits that are not 0, a septet without
    /// symbol, half a UCS-2 unit, a lone surrogate, octets after those TP-UDL counts.
    ///
    /// # Example
    ///
    /// ```
    /// use septet::pdu::{Dcs, PduField, Udhi, UserData};
    ///
    /// let error = UserData::decode_strict(Dcs::GSM7, Udhi::Absent, 2, &[0xC1, 0x0D]).unwrap_err();
    /// assert_eq!(error.to_string(), "at octet 0: the escape at index 1 has no code after it");
    /// assert_eq!((error.field(), error.offset()), (PduField::Text, 0));
    /// ```
    pub fn decode_strict(
        dcs: Dcs,
        udhi: Udhi,
        udl: u8,
        octets: &[u8],
    ) -> Result<Self, DecodeError> {
        strict(dcs, udhi, udl, octets)
    }
}

/// User data as the standard has a receiver read it.
fn lenient(dcs: Dcs, udhi: Udhi, udl: u8, octets: &[u8]) -> Result<UserData, DecodeError> {
    let set = counted_set(dcs);
    let (length, octets) = present(set, udl, octets);
    let (frame, header) = Frame::new(set, udhi.is_present() && length > 0, length, octets)?;
    let content = frame.content(header.as_ref());
    Ok(UserData {
        dcs,
        header,
        content,
        sar_reference: None,
    })
}

/// User data that has no fault at all.
fn strict(dcs: Dcs, udhi: Udhi, udl: u8, octets: &[u8]) -> Result<UserData, DecodeError> {
    let set = counted_set(dcs);
    let (frame, header) = Frame::new(set, udhi.is_present(), udl, announced(set, udl, octets)?)?;
    if header.is_some() {
        UserDataHeader::parse(octets)?.check()?;
    }
    if frame.set == CharacterSet::Gsm7 {
        frame.check_bits()?;
    }
    let content = frame.content(header.as_ref());
    frame.check_content(&content)?;
    let counted = frame.octets.len();
    if octets.len() > counted {
        return Err(DecodeError::Surplus {
            offset: counted,
            octets: octets.len() - counted,
        });
    }
    Ok(UserData {
        dcs,
        header,
        content,
        sar_reference: None,
    })
}

/// The character set that TP-UDL counts in: octets for compressed text, whatever its alphabet
/// (clause 9.2.3.16).
const fn counted_set(dcs: Dcs) -> CharacterSet {
    if dcs.compressed() {
        CharacterSet::EightBit
    } else {
        dcs.character_set()
    }
}

/// The maximum TP-UDL: 160 septets or 140 octets.
const fn limit(set: CharacterSet) -> u8 {
    match set {
        CharacterSet::Gsm7 => USER_DATA_SEPTETS,
        _ => USER_DATA_OCTETS,
    }
}

/// Octets of a TP-UD whose TP-UDL is `udl`.
pub(super) const fn octets_of(dcs: Dcs, udl: u8) -> usize {
    octets_in(counted_set(dcs), udl)
}

const fn octets_in(set: CharacterSet, udl: u8) -> usize {
    match set {
        CharacterSet::Gsm7 => packed_len(udl as usize, 0),
        _ => udl as usize,
    }
}

/// The octets that TP-UDL counts: an error where it counts more than there are or can be.
fn announced(set: CharacterSet, udl: u8, octets: &[u8]) -> Result<&[u8], DecodeError> {
    let limit = limit(set);
    if udl > limit {
        return Err(DecodeError::Udl {
            udl: usize::from(udl),
            limit,
        });
    }
    let needed = octets_in(set, udl);
    octets.get(..needed).ok_or(DecodeError::Truncated {
        udl,
        septets: set == CharacterSet::Gsm7,
        needed,
        available: octets.len(),
    })
}

/// The length and the octets that are there, where TP-UDL counts more than there are or can be:
/// every septet whose seven bits arrived, every octet otherwise.
fn present(set: CharacterSet, udl: u8, octets: &[u8]) -> (u8, &[u8]) {
    let udl = udl.min(limit(set));
    let needed = octets_in(set, udl);
    if let Some(octets) = octets.get(..needed) {
        return (udl, octets);
    }
    // Fewer than 140 octets, so that both fit.
    let available = match set {
        CharacterSet::Gsm7 => octets.len() * 8 / 7,
        _ => octets.len(),
    };
    (
        u8::try_from(available).map_or(udl, |available| available.min(udl)),
        octets,
    )
}

/// The octets TP-UDL counts, and where the header ends in them.
struct Frame<'a> {
    set: CharacterSet,
    udl: u8,
    octets: &'a [u8],
    /// Octets of the header, UDHL included, whether its elements add up or not.
    header_octets: usize,
}

impl<'a> Frame<'a> {
    fn new(
        set: CharacterSet,
        has_header: bool,
        udl: u8,
        octets: &'a [u8],
    ) -> Result<(Self, Option<Header>), DecodeError> {
        let mut frame = Frame {
            set,
            udl,
            octets,
            header_octets: 0,
        };
        if !has_header {
            return Ok((frame, None));
        }
        let header = Header::read(octets)?;
        frame.header_octets = header.len();
        let septets_of_header = frame.header_septets();
        if set == CharacterSet::Gsm7 && septets_of_header > usize::from(udl) {
            return Err(DecodeError::HeaderOverUdl {
                header: septets_of_header,
                udl,
            });
        }
        Ok((frame, Some(header)))
    }

    /// Septets of the header and its fill bits.
    fn header_septets(&self) -> usize {
        (self.header_octets * 8).div_ceil(7)
    }

    /// The content by the tolerant rules.
    fn content(&self, header: Option<&Header>) -> Content {
        let rest = &self.octets[self.header_octets..];
        match self.set {
            CharacterSet::Gsm7 => {
                let count = usize::from(self.udl) - self.header_septets();
                let alphabet = header.map_or(Alphabet::DEFAULT, Header::alphabet);
                // The frame holds the octets of all its septets.
                let septets = unpack(rest, count, fill_bits(self.header_octets));
                Content::Septets(alphabet, septets.unwrap_or_default())
            }
            CharacterSet::Ucs2 => Content::units(rest),
            CharacterSet::EightBit => Content::Data(rest.to_vec()),
        }
    }

    /// Fill bits before the first septet and spare bits after the last one are 0.
    fn check_bits(&self) -> Result<(), DecodeError> {
        let offset = self.header_octets;
        let fill = fill_bits(offset);
        let first = self.octets.get(offset).copied().unwrap_or_default();
        if first & low_bits(fill) != 0 {
            return Err(DecodeError::FillBits { offset });
        }
        let used = usize::from(self.udl) * 7 % 8;
        match self.octets.last() {
            Some(last) if used > 0 && last >> used != 0 => Err(DecodeError::SpareBits {
                offset: self.octets.len() - 1,
            }),
            _ => Ok(()),
        }
    }

    fn check_content(&self, content: &Content) -> Result<(), DecodeError> {
        match content {
            Content::Septets(alphabet, septets) => {
                let Err(septet) = alphabet.decode_strict(septets) else {
                    return Ok(());
                };
                let offset = (self.header_septets() + septet.index()) * 7 / 8;
                Err(DecodeError::Septet { offset, septet })
            }
            Content::Units(units) => {
                let mut offset = self.header_octets;
                for unit in char::decode_utf16(units.iter().copied()) {
                    let character = unit.map_err(|error| {
                        let unit = error.unpaired_surrogate();
                        DecodeError::LoneSurrogate { offset, unit }
                    })?;
                    offset += 2 * character.len_utf16();
                }
                let left = self.octets.len() - offset;
                if left > 0 {
                    Err(DecodeError::HalfUnit { offset })
                } else {
                    Ok(())
                }
            }
            Content::Data(_) => Ok(()),
        }
    }
}

/// A mask of the `count` (0..=6) least significant bits.
const fn low_bits(count: u8) -> u8 {
    (1 << count) - 1
}
