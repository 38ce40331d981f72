//! How a text travels as SMS, before it is sent.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod alphabet;
mod analysis;
#[cfg(feature = "messages")]
pub mod catalogue;
mod count;
mod encoding;
#[cfg(feature = "messages")]
pub mod media;
#[cfg(feature = "messages")]
pub mod message;
pub mod pdu;
mod segment;
#[cfg(feature = "serde")]
mod serialize;
mod smart_encoding;

pub use alphabet::{Alphabet, ESCAPE, NationalLanguage, Septets, UndefinedSeptet, UnknownLanguage};
pub use analysis::{Analysis, Character, Characters, Offender, Span, analyze};
pub use count::{Count, Utf16Counter, count};
pub use encoding::{Encoding, EncodingError};
pub use segment::{
    Boundary, Languages, Limits, LimitsError, Profile, ReferenceBits, Segment, Segmenter, Segments,
    segments,
};
pub use smart_encoding::{
    Apply, Level, Outcome, Reason, Residue, Rules, SmartEncoded, SmartEncoder, Substitution,
    smart_encode,
};

/// The examples of the README, compiled and run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
