//! Addresses of short messages (TS 23.040 clause 9.1.2.5).

use alloc::string::String;
use core::fmt;

use crate::alphabet::Alphabet;
use crate::pdu::pack::unpack;

/// The longest address, in semi-octets: 10 octets.
pub(super) const SEMI_OCTETS: u8 = 20;

/// An address: digits with their type, or letters; shown as people write it.
///
/// ```
/// use septet::pdu::Tpdu;
///
/// // An alphanumeric sender: 7 septets in 13 semi-octets.
/// let octets = [
///     0x04, 0x0D, 0xD0, 0xF3, 0xB2, 0x9C, 0x2E, 0x2F, 0xBB, 0x01, 0x00, 0x00, 0x62, 0x11, 0x32,
///     0x61, 0x63, 0x85, 0x40, 0x00,
/// ];
/// let message = Tpdu::parse(&octets)?;
/// assert!(message.address().is_alphanumeric());
/// # Ok::<(), septet::pdu::TpduError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    kind: u8,
    value: String,
}

impl Address {
    /// Type octet and value, of which `semi_octets` count.
    pub(super) fn new(kind: u8, octets: &[u8], semi_octets: usize) -> Self {
        let value = if type_of_number(kind) == ALPHANUMERIC {
            let septets = unpack(octets, semi_octets * 4 / 7, 0).unwrap_or_default();
            Alphabet::DEFAULT.decode(&septets)
        } else {
            let halves = octets.iter().flat_map(|octet| [octet & 0x0F, octet >> 4]);
            // 0xF only fills the last octet.
            halves.take(semi_octets).filter_map(digit).collect()
        };
        Self { kind, value }
    }

    /// The digits, or the letters of an alphanumeric sender, without a plus sign.
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// # let message = Tpdu::parse(&[0x01, 7, 4, 0x91, 0x21, 0x43, 0, 0, 0])?;
    /// assert_eq!(message.address().value(), "1234");
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The type-of-address octet, 0x80..=0xFF: bits 6..4 type of number, 3..0 numbering plan.
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// # let message = Tpdu::parse(&[0x01, 7, 4, 0x91, 0x21, 0x43, 0, 0, 0])?;
    /// assert_eq!(message.address().type_of_address(), 0x91);
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn type_of_address(&self) -> u8 {
        self.kind
    }

    /// The type of number, such as "international number" (bits 6..4 of the type octet).
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// # let message = Tpdu::parse(&[0x01, 7, 4, 0x91, 0x21, 0x43, 0, 0, 0])?;
    /// assert_eq!(message.address().type_of_number(), "international number");
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn type_of_number(&self) -> &'static str {
        match type_of_number(self.kind) {
            0 => "unknown type of number",
            INTERNATIONAL => "international number",
            2 => "national number",
            3 => "number specific to the network",
            4 => "subscriber number",
            ALPHANUMERIC => "name",
            6 => "abbreviated number",
            _ => "reserved type of number",
        }
    }

    /// The numbering plan, such as "E.164" (bits 3..0 of the type octet).
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// # let message = Tpdu::parse(&[0x01, 7, 4, 0x91, 0x21, 0x43, 0, 0, 0])?;
    /// assert_eq!(message.address().numbering_plan(), "E.164");
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn numbering_plan(&self) -> &'static str {
        match self.kind & 0x0F {
            0 => "unknown plan",
            1 => "E.164",
            3 => "X.121",
            4 => "telex",
            5 | 6 => "plan of the service centre",
            8 => "national plan",
            9 => "private plan",
            10 => "ERMES",
            _ => "reserved plan",
        }
    }

    /// Bit 7 of the type is always 1 (clause 9.1.2.5): octets taken for an address by mistake rarely have it.
    pub(super) const fn is_plausible(&self) -> bool {
        self.kind & 0x80 != 0
    }

    /// The service centre has a number, of at most 20 decimal digits.
    pub(super) fn is_plausible_centre(&self) -> bool {
        self.is_plausible()
            && self.value.len() <= usize::from(SEMI_OCTETS)
            && self.value.bytes().all(|digit| digit.is_ascii_digit())
    }

    /// True if the address is a name instead of a number.
    ///
    /// ```
    /// # use septet::pdu::Tpdu;
    /// # let message = Tpdu::parse(&[0x01, 7, 4, 0x91, 0x21, 0x43, 0, 0, 0])?;
    /// assert!(!message.address().is_alphanumeric());
    /// # Ok::<(), septet::pdu::TpduError>(())
    /// ```
    #[must_use]
    pub const fn is_alphanumeric(&self) -> bool {
        type_of_number(self.kind) == ALPHANUMERIC
    }
}

/// An international number with its plus sign.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if type_of_number(self.kind) == INTERNATIONAL && !self.value.is_empty() {
            f.write_str("+")?;
        }
        f.write_str(&self.value)
    }
}

const INTERNATIONAL: u8 = 0b001;
const ALPHANUMERIC: u8 = 0b101;

const fn type_of_number(kind: u8) -> u8 {
    kind >> 4 & 0b111
}

/// The character of a semi-octet; `None` for the filler.
fn digit(half: u8) -> Option<char> {
    b"0123456789*#abc"
        .get(usize::from(half))
        .copied()
        .map(char::from)
}
