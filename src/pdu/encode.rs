//! A text made into the user data of its segments (TS 23.040 clauses 9.2.3.24.1 and 9.2.3.24.8).

use alloc::{string::String, vec::Vec};

use super::concatenation::Concatenation;
use super::dcs::Dcs;
use super::error::UserDataError;
use super::header::Header;
use super::udh::UserDataHeader;
use super::user_data::{Content, UserData};
use crate::count::Count;
use crate::encoding::Encoding;
use crate::limits::ReferenceBits;
use crate::segment::{Segment, Segmenter};

impl Segmenter {
    /// The user data of every segment of a text, in order: 1..=255 of them.
    ///
    /// `reference` joins the segments of this text: take another one for every text to the same
    /// recipient, for example a counter. An 8-bit reference takes its lowest 8 bits, so that the counter
    /// wraps after 255; `sar_*` parameters ([`UserData::smpp_sar`]) keep all 16 bits. A text of one
    /// segment has no concatenation element and leaves the reference unused.
    ///
    /// # Errors
    ///
    /// GSM-7 is forced on a text it cannot carry; the text needs more than 255 segments, or more
    /// than one where [`Profile::Single`](crate::Profile::Single) allows no concatenation.
    ///
    /// # Example
    ///
    /// ```
    /// use septet::Segmenter;
    ///
    /// let parts = Segmenter::new().user_data(&"a".repeat(161), 0x2A)?;
    /// assert_eq!(parts.len(), 2);
    /// assert_eq!(parts[1].octets()[..6], [0x05, 0x00, 0x03, 0x2A, 0x02, 0x02]);
    /// assert_eq!(parts[0].octets().len(), 140);
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    #[doc(alias = "encodeUserData")]
    pub fn user_data(&self, text: &str, reference: u16) -> Result<Vec<UserData>, UserDataError> {
        encode(self, text, reference, |segment| {
            segment.text().encode_utf16().collect()
        })
    }

    /// As [`user_data`](Self::user_data), for a text of UTF-16 units, whose lone surrogates are kept.
    ///
    /// # Errors
    ///
    /// Those of [`user_data`](Self::user_data).
    ///
    /// # Example
    ///
    /// ```
    /// use septet::Segmenter;
    ///
    /// let parts = Segmenter::new().user_data_utf16(&[0x41, 0xD83D], 0)?;
    /// assert_eq!(parts[0].octets(), [0x00, 0x41, 0xD8, 0x3D]);
    /// # Ok::<(), septet::pdu::UserDataError>(())
    /// ```
    pub fn user_data_utf16(
        &self,
        text: &[u16],
        reference: u16,
    ) -> Result<Vec<UserData>, UserDataError> {
        // A lone surrogate becomes U+FFFD: one unit and not GSM-7 either, so the cuts are the same.
        let readable = String::from_utf16_lossy(text);
        encode(self, &readable, reference, |segment| {
            text[segment.utf16_range()].to_vec()
        })
    }
}

fn encode(
    segmenter: &Segmenter,
    text: &str,
    reference: u16,
    units_of: impl Fn(&Segment<'_>) -> Vec<u16>,
) -> Result<Vec<UserData>, UserDataError> {
    let bits = segmenter.reference_bits_in_force();
    let wraps = bits == ReferenceBits::Eight && reference > 0xFF;
    let (carried, sar_reference) = if wraps {
        (reference & 0xFF, Some(reference))
    } else {
        (reference, None)
    };
    let count = segmenter.count(text)?;
    let segments = count.segments();
    if segments > 1 && !segmenter.concatenates() {
        return Err(UserDataError::NotConcatenable { segments });
    }
    let Ok(total) = u8::try_from(segments) else {
        return Err(UserDataError::TooManySegments { segments });
    };
    let numbered = segmenter.segments_of(text, count).zip(1..=total);
    let parts = numbered.map(|(segment, sequence)| {
        let part = Concatenation::new(bits, carried, total, sequence).filter(|_| total > 1);
        let counter = segment.counter().unwrap_or_default();
        let (dcs, content) = match count.encoding() {
            Encoding::Gsm7 => {
                let mut septets = count.alphabet().encode(&counter)?;
                septets.extend(count.alphabet().encode(segment.text())?);
                (Dcs::GSM7, Content::Septets(count.alphabet(), septets))
            }
            Encoding::Ucs2 => {
                let mut units: Vec<u16> = counter.encode_utf16().collect();
                units.extend(units_of(&segment));
                (Dcs::UCS2, Content::Units(units))
            }
        };
        Ok(UserData {
            dcs,
            header: header(part, count).map(Header::Read),
            content,
            sar_reference: sar_reference.filter(|_| total > 1),
        })
    });
    parts.collect()
}

/// Concatenation first, then single and locking shift; `None` where no element is needed.
fn header(part: Option<Concatenation>, count: Count) -> Option<UserDataHeader> {
    let header = UserDataHeader::of_segment(part, count.alphabet());
    (header.udhl() > 0).then_some(header)
}
