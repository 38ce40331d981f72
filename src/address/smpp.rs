//! Addresses as SMPP 3.4 writes them: type of number (5.2.5), numbering plan indicator (5.2.6), digits or name.
//!
//! | address | TON | NPI |
//! |---|--:|--:|
//! | E.164 number, without its `+` | 1, international | 1, E.164 |
//! | short code | 3, network specific | 0, unknown |
//! | sender name | 5, alphanumeric | 0, unknown |

use alloc::string::{String, ToString};

use super::{Address, Channel};

/// An address in the fields of SMPP: `source_addr_ton`, `source_addr_npi` and `source_addr`, or those of `dest_addr`.
///
/// ```
/// use septet::message::Address;
///
/// let smpp = |text: &str| text.parse::<Address>().unwrap().smpp().unwrap();
/// let number = smpp("+14155552671");
/// assert_eq!((number.ton(), number.npi(), number.addr()), (1, 1, "14155552671"));
/// assert_eq!((smpp("72345").ton(), smpp("72345").npi()), (3, 0));
/// assert_eq!((smpp("Septet").ton(), smpp("Septet").npi(), smpp("Septet").addr()), (5, 0, "Septet"));
/// assert_eq!("whatsapp:+14155552671".parse::<Address>().unwrap().smpp(), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SmppAddress {
    ton: u8,
    npi: u8,
    addr: String,
}

impl SmppAddress {
    /// Type of number: 1 for an E.164 number, 3 for a short code, 5 for a sender name. Some service centres want 0 or 6
    /// for short codes; ask which.
    #[must_use]
    pub const fn ton(&self) -> u8 {
        self.ton
    }

    /// Numbering plan indicator: 1 for an E.164 number, otherwise 0.
    #[must_use]
    pub const fn npi(&self) -> u8 {
        self.npi
    }

    /// Digits without `+`, or the sender name: 3 to 15 octets of ASCII.
    #[must_use]
    pub fn addr(&self) -> &str {
        &self.addr
    }
}

impl Address {
    /// The address for SMPP; `None` on other channels than SMS.
    ///
    /// ```
    /// use septet::message::Address;
    ///
    /// let smpp = "+15005550006".parse::<Address>()?.smpp().unwrap();
    /// assert_eq!((smpp.ton(), smpp.npi(), smpp.addr()), (1, 1, "15005550006"));
    /// # Ok::<(), septet::message::AddressError>(())
    /// ```
    #[must_use]
    pub fn smpp(&self) -> Option<SmppAddress> {
        if self.channel() != Channel::Sms {
            return None;
        }
        let text = self.to_string();
        let (ton, npi, addr) = if self.phone_number().is_some() {
            (1, 1, text.trim_start_matches('+').into())
        } else if self.short_code().is_some() {
            (3, 0, text)
        } else {
            (5, 0, text)
        };
        Some(SmppAddress { ton, npi, addr })
    }
}
