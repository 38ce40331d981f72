//! The user data header (TS 23.040 clause 9.2.3.24): UDHL, then information elements, each with
//! identifier, length and data. Order and unknown elements are kept octet by octet.

use alloc::vec::Vec;

use super::concatenation::Concatenation;
use super::element::{ElementValue, InformationElement};
use super::error::UdhError;
use super::identifier as iei;
use crate::alphabet::{Alphabet, NationalLanguage};
use crate::limits::USER_DATA_OCTETS;

/// A user data header of 0..=255 octets after UDHL, well formed: every element is whole.
///
/// # Example
///
/// ```
/// use septet::pdu::UserDataHeader;
///
/// // Part 1 of 2, reference 0x2A, Turkish single shift.
/// let octets = [0x08, 0x00, 0x03, 0x2A, 0x02, 0x01, 0x24, 0x01, 0x01];
/// let header = UserDataHeader::parse(&octets)?;
/// assert_eq!(header.concatenation().map(|part| part.total()), Some(2));
/// assert_eq!(header.alphabet().single().map(|language| language.name()), Some("turkish"));
/// assert_eq!(header.to_octets(), octets);
/// # Ok::<(), septet::pdu::UdhError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[doc(alias = "UDH")]
pub struct UserDataHeader {
    /// The elements as octets; UDHL is their number.
    octets: Vec<u8>,
}

impl UserDataHeader {
    /// A header without elements, to be built with `with_*`.
    ///
    /// ```
    /// use septet::pdu::UserDataHeader;
    ///
    /// assert_eq!(UserDataHeader::new().to_octets(), [0x00]);
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { octets: Vec::new() }
    }

    /// Reads a header from its UDHL octet; octets after the header are not looked at.
    ///
    /// # Errors
    ///
    /// [`UdhError`] names a header or an element that ends early. Elements with a wrong length or a reserved value
    /// are kept here and reported by [`check`](Self::check) and [`InformationElement::value`].
    ///
    /// ```
    /// use septet::pdu::UserDataHeader;
    ///
    /// let error = UserDataHeader::parse(&[0x03, 0x00, 0x03, 0x2A]).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "information element 0x00 at octet 1 announces 3 octets, 1 are left in the header"
    /// );
    /// ```
    pub fn parse(octets: &[u8]) -> Result<Self, UdhError> {
        let (&announced, rest) = octets.split_first().ok_or(UdhError::Empty)?;
        let Some(elements) = rest.get(..usize::from(announced)) else {
            return Err(UdhError::Truncated {
                announced,
                available: rest.len(),
            });
        };
        let mut at = 0;
        while let Some(&identifier) = elements.get(at) {
            let offset = at + 1;
            let Some(&length) = elements.get(at + 1) else {
                return Err(UdhError::ElementWithoutLength { identifier, offset });
            };
            let available = elements.len() - at - 2;
            if usize::from(length) > available {
                let announced = length;
                return Err(UdhError::ElementTruncated {
                    identifier,
                    offset,
                    announced,
                    available,
                });
            }
            at += 2 + usize::from(length);
        }
        Ok(Self {
            octets: elements.to_vec(),
        })
    }

    /// Appends an element.
    ///
    /// # Errors
    ///
    /// A header of more than 140 octets, UDHL included: TP-UD has no room for it.
    ///
    /// ```
    /// use septet::pdu::UserDataHeader;
    ///
    /// let header = UserDataHeader::new().with_element(0x70, &[])?;
    /// assert_eq!(header.to_octets(), [0x02, 0x70, 0x00]);
    /// # Ok::<(), septet::pdu::UdhError>(())
    /// ```
    pub fn with_element(mut self, identifier: u8, data: &[u8]) -> Result<Self, UdhError> {
        let octets = self.len() + 2 + data.len();
        if octets > usize::from(USER_DATA_OCTETS) {
            return Err(UdhError::Full { octets });
        }
        self.push(identifier, data);
        Ok(self)
    }

    /// Appends a concatenation element: 0x00 or 0x08, by the size of the reference.
    ///
    /// # Errors
    ///
    /// A header of more than 140 octets, UDHL included.
    ///
    /// ```
    /// use septet::{ReferenceBits, pdu::{Concatenation, UserDataHeader}};
    ///
    /// let part = Concatenation::new(ReferenceBits::Sixteen, 0x1234, 2, 1).expect("1 of 2");
    /// let header = UserDataHeader::new().with_concatenation(part)?;
    /// assert_eq!(header.to_octets(), [0x06, 0x08, 0x04, 0x12, 0x34, 0x02, 0x01]);
    /// # Ok::<(), septet::pdu::UdhError>(())
    /// ```
    pub fn with_concatenation(self, part: Concatenation) -> Result<Self, UdhError> {
        let (identifier, data, length) = part.octets();
        self.with_element(identifier, &data[..length])
    }

    /// Appends the shift elements that the alphabet needs: 0x24 for a national single shift table, 0x25 for a locking one, none
    /// for the default alphabet.
    ///
    /// # Errors
    ///
    /// A header of more than 140 octets, UDHL included.
    ///
    /// ```
    /// use septet::{Alphabet, NationalLanguage, pdu::UserDataHeader};
    ///
    /// let alphabet = Alphabet::new(Some(NationalLanguage::Urdu), Some(NationalLanguage::Urdu));
    /// let header = UserDataHeader::new().with_alphabet(alphabet)?;
    /// assert_eq!(header.to_octets(), [0x06, 0x24, 0x01, 0x0D, 0x25, 0x01, 0x0D]);
    /// # Ok::<(), septet::pdu::UdhError>(())
    /// ```
    pub fn with_alphabet(self, alphabet: Alphabet) -> Result<Self, UdhError> {
        shifts(alphabet).try_fold(self, |header, (identifier, language)| {
            header.with_element(identifier, &[language.id()])
        })
    }

    /// The header of a segment, which always fits: at most 13 octets.
    pub(super) fn of_segment(part: Option<Concatenation>, alphabet: Alphabet) -> Self {
        let mut header = Self::new();
        if let Some(part) = part {
            let (identifier, data, length) = part.octets();
            header.push(identifier, &data[..length]);
        }
        for (identifier, language) in shifts(alphabet) {
            header.push(identifier, &[language.id()]);
        }
        header
    }

    /// The header without its concatenation elements; `None` where nothing is left of it.
    pub(super) fn without_concatenation(&self) -> Option<Self> {
        let mut rest = Self::new();
        for InformationElement {
            identifier, data, ..
        } in self.elements()
        {
            if !matches!(identifier, iei::CONCATENATION_8 | iei::CONCATENATION_16) {
                rest.push(identifier, data);
            }
        }
        (rest.udhl() > 0).then_some(rest)
    }

    /// Appends an element that is known to fit.
    fn push(&mut self, identifier: u8, data: &[u8]) {
        let length = u8::try_from(data.len()).unwrap_or(u8::MAX);
        self.octets.extend_from_slice(&[identifier, length]);
        self.octets.extend_from_slice(&data[..usize::from(length)]);
    }

    /// The header as octets, UDHL first: 1..=256 of them.
    ///
    /// ```
    /// use septet::pdu::UserDataHeader;
    ///
    /// let octets = [0x03, 0x24, 0x01, 0x03];
    /// assert_eq!(UserDataHeader::parse(&octets)?.to_octets(), octets);
    /// # Ok::<(), septet::pdu::UdhError>(())
    /// ```
    #[must_use]
    pub fn to_octets(&self) -> Vec<u8> {
        let mut octets = Vec::with_capacity(self.len());
        octets.push(self.udhl());
        octets.extend_from_slice(&self.octets);
        octets
    }

    /// UDHL: octets of all elements, 0..=255, the UDHL octet itself excluded.
    ///
    /// ```
    /// assert_eq!(septet::pdu::UserDataHeader::new().udhl(), 0);
    /// ```
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "`parse` takes at most 255 octets, `with_element` 139"
    )]
    pub const fn udhl(&self) -> u8 {
        self.octets.len() as u8
    }

    /// Octets of the header in TP-UD, 1..=256, the UDHL octet included.
    ///
    /// ```
    /// assert_eq!(septet::pdu::UserDataHeader::new().len(), 1);
    /// ```
    #[must_use]
    #[allow(
        clippy::len_without_is_empty,
        reason = "UDHL is always there: never empty"
    )]
    pub const fn len(&self) -> usize {
        1 + self.octets.len()
    }

    /// The elements in the order they stand, known or not, repeated or not.
    ///
    /// ```
    /// use septet::pdu::UserDataHeader;
    ///
    /// let header = UserDataHeader::parse(&[0x05, 0x24, 0x01, 0x01, 0x70, 0x00])?;
    /// let identifiers: Vec<u8> = header.elements().map(|element| element.identifier()).collect();
    /// assert_eq!(identifiers, [0x24, 0x70]);
    /// # Ok::<(), septet::pdu::UdhError>(())
    /// ```
    pub fn elements(&self) -> impl Iterator<Item = InformationElement<'_>> {
        let mut at = 0;
        core::iter::from_fn(move || {
            let identifier = *self.octets.get(at)?;
            let length = usize::from(*self.octets.get(at + 1)?);
            let data = self.octets.get(at + 2..at + 2 + length)?;
            let offset = at + 1;
            at += 2 + length;
            Some(InformationElement {
                identifier,
                offset,
                data,
            })
        })
    }

    /// The position of this part in a concatenated message; `None` if it is not one of several.
    ///
    /// Elements with a wrong length or number are ignored; of several, the last one counts
    /// (clause 9.2.3.24).
    ///
    /// ```
    /// use septet::pdu::UserDataHeader;
    ///
    /// let header = UserDataHeader::parse(&[0x05, 0x00, 0x03, 0x2A, 0x02, 0x00])?;
    /// assert_eq!(header.concatenation(), None); // part 0 of 2
    /// # Ok::<(), septet::pdu::UdhError>(())
    /// ```
    #[must_use]
    pub fn concatenation(&self) -> Option<Concatenation> {
        self.elements()
            .filter_map(|element| match element.value() {
                Ok(ElementValue::Concatenation(part)) => Some(part),
                _ => None,
            })
            .last()
    }

    /// The shift tables the header announces; reserved identifiers (0, 14..=255) and a locking
    /// shift to Spanish, which has no such table, leave the default table in force.
    ///
    /// ```
    /// use septet::{Alphabet, pdu::UserDataHeader};
    ///
    /// let header = UserDataHeader::parse(&[0x03, 0x25, 0x01, 0x0E])?;
    /// assert_eq!(header.alphabet(), Alphabet::DEFAULT);
    /// # Ok::<(), septet::pdu::UdhError>(())
    /// ```
    #[must_use]
    pub fn alphabet(&self) -> Alphabet {
        let (mut locking, mut single) = (None, None);
        for element in self.elements() {
            match element.value() {
                Ok(ElementValue::SingleShift(id)) => {
                    single = NationalLanguage::from_id(id).or(single);
                }
                Ok(ElementValue::LockingShift(id)) => locking = locking_language(id).or(locking),
                _ => {}
            }
        }
        Alphabet::new(locking, single)
    }

    /// Checks that every known element has the right length and no reserved value.
    ///
    /// # Errors
    ///
    /// The first element at fault.
    ///
    /// ```
    /// use septet::pdu::UserDataHeader;
    ///
    /// let header = UserDataHeader::parse(&[0x04, 0x24, 0x02, 0x01, 0x01])?;
    /// assert_eq!(
    ///     header.check().unwrap_err().to_string(),
    ///     "information element 0x24 at octet 1 has a length of 2, 1 expected"
    /// );
    /// # Ok::<(), septet::pdu::UdhError>(())
    /// ```
    pub fn check(&self) -> Result<(), UdhError> {
        self.elements().try_for_each(|element| {
            let reserved = match element.value()? {
                ElementValue::SingleShift(id) if NationalLanguage::from_id(id).is_none() => id,
                ElementValue::LockingShift(id) if locking_language(id).is_none() => id,
                _ => return Ok(()),
            };
            let InformationElement {
                identifier, offset, ..
            } = element;
            Err(UdhError::ElementValue {
                identifier,
                offset: offset + 2,
                value: reserved,
            })
        })
    }
}

/// The language of a locking shift identifier; `None` for reserved ones and for Spanish.
fn locking_language(id: u8) -> Option<NationalLanguage> {
    NationalLanguage::from_id(id).filter(|language| language.has_locking_table())
}

/// The shift elements of an alphabet: identifier and language.
fn shifts(alphabet: Alphabet) -> impl Iterator<Item = (u8, NationalLanguage)> {
    let single = alphabet
        .single()
        .map(|language| (iei::SINGLE_SHIFT, language));
    let locking = alphabet
        .locking()
        .map(|language| (iei::LOCKING_SHIFT, language));
    single.into_iter().chain(locking)
}
