//! The identifiers (IEI) of the information elements that are read here, in the hexadecimal of the standard's table
//! (TS 23.040 clause 9.2.3.24).

pub(super) const CONCATENATION_8: u8 = 0x00;
pub(super) const SPECIAL_MESSAGE: u8 = 0x01;
pub(super) const PORTS_8: u8 = 0x04;
pub(super) const PORTS_16: u8 = 0x05;
pub(super) const CONCATENATION_16: u8 = 0x08;
pub(super) const SINGLE_SHIFT: u8 = 0x24;
pub(super) const LOCKING_SHIFT: u8 = 0x25;
