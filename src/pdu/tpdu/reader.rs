//! A cursor over the octets of a message, whose errors name the field.

use super::address::{Address, SEMI_OCTETS};
use super::error::TpduError;
use super::timestamp::{Timed, Timestamp};
use super::validity::ValidityPeriod;
use crate::pdu::error::PduField;

/// Octets read field by field.
#[derive(Clone)]
pub(super) struct Reader<'a> {
    octets: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(octets: &'a [u8]) -> Self {
        Self { octets, at: 0 }
    }

    /// Octets read so far.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// The next `length` octets, of a field that began at `offset`.
    pub(super) fn octets(
        &mut self,
        length: usize,
        field: PduField,
        offset: usize,
    ) -> Result<&'a [u8], TpduError> {
        let end = self.at + length;
        let Some(octets) = self.octets.get(self.at..end) else {
            let (needed, available) = (end - offset, self.octets.len() - offset);
            return Err(TpduError::Truncated {
                field,
                offset,
                needed,
                available,
            });
        };
        self.at = end;
        Ok(octets)
    }

    pub(super) fn array<const N: usize>(&mut self, field: PduField) -> Result<[u8; N], TpduError> {
        let mut array = [0; N];
        array.copy_from_slice(self.octets(N, field, self.at)?);
        Ok(array)
    }

    pub(super) fn octet(&mut self, field: PduField) -> Result<u8, TpduError> {
        self.array(field).map(|[octet]| octet)
    }

    /// Length in semi-octets, type, digits (clause 9.1.2.5).
    pub(super) fn address(&mut self, field: PduField) -> Result<Address, TpduError> {
        let offset = self.at;
        let semi_octets = self.octet(field)?;
        if semi_octets > SEMI_OCTETS {
            return Err(TpduError::AddressLength {
                field,
                offset,
                semi_octets,
            });
        }
        let semi_octets = usize::from(semi_octets);
        let octets = self.octets(1 + semi_octets.div_ceil(2), field, offset)?;
        Ok(Address::new(octets[0], &octets[1..], semi_octets))
    }

    /// Seven octets of a time (clause 9.2.3.11).
    pub(super) fn time(&mut self, field: PduField) -> Result<Timed, TpduError> {
        let offset = self.at;
        self.array(field).map(|octets| Timed::new(octets, offset))
    }

    /// TP-VP in the format of TP-VPF (clause 9.2.3.3): none, enhanced, relative, absolute.
    pub(super) fn validity_period(
        &mut self,
        format: u8,
    ) -> Result<Option<ValidityPeriod>, TpduError> {
        let field = PduField::ValidityPeriod;
        Ok(match format {
            0 => None,
            1 => Some(ValidityPeriod::Enhanced(self.array(field)?)),
            2 => Some(ValidityPeriod::Relative(self.octet(field)?)),
            _ => Some(ValidityPeriod::Absolute(Timestamp::new(self.array(field)?))),
        })
    }

    /// The next octet, which stays unread.
    pub(super) fn peek(&self) -> Option<u8> {
        self.rest().first().copied()
    }

    /// The octets not read.
    pub(super) fn rest(&self) -> &'a [u8] {
        &self.octets[self.at..]
    }
}
