//! One outbound message: who it goes to, what it holds, and whether it will be accepted.

mod address;
mod reading;

pub use address::{
    Address, AddressError, AddressErrorKind, Alphanumeric, Channel, Country, NumberKind,
    NumberProblem, PhoneNumber, SenderKind, ShortCode, Sid, SidError, SidKind, UnknownCountry,
};
pub use reading::Reading;
