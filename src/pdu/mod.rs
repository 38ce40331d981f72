//! Octets of short messages: coding scheme, header, packed septets; out and in.
//!
//! - [`Segmenter::user_data`](crate::Segmenter::user_data) makes the user data of every segment of
//!   a text, [`UserData::decode`] reads it, [`Reassembler`] joins the parts that arrive.
//! - [`Tpdu`] is a whole message as a modem shows it (TS 23.040 clause 9.2.2), [`StatusReport`] a report about
//!   one, [`Pdu`] whichever it is; [`Submit`] writes messages for `AT+CMGS`, [`transcript`] finds them in what a
//!   modem printed.
//! - [`Dcs`] is the data coding scheme (TS 23.038 clause 4), [`UserDataHeader`] the header
//!   (TS 23.040 clause 9.2.3.24), [`Smpp`] the same in SMPP's fields.
//! - [`pack()`] and [`unpack`] turn septets into octets for SMS, [`ussd`] does for USSD.

mod concatenation;
mod dcs;
mod decode;
mod element;
mod encode;
mod error;
mod header;
mod identifier;
mod message_waiting;
mod pack;
mod reassemble;
mod smpp;
mod tpdu;
pub mod transcript;
mod udh;
mod user_data;
pub mod ussd;

pub use concatenation::Concatenation;
pub use dcs::{CharacterSet, Dcs, DcsGroup, MessageClass};
pub use element::{ElementValue, InformationElement};
pub use error::{DecodeError, PackError, PduField, UdhError, UserDataError};
pub use header::Udhi;
pub use message_waiting::{MessageWaiting, WaitingKind};
pub use pack::{fill_bits, pack, unpack};
pub use reassemble::{
    AbandonReason, Abandoned, ConcatenatedMessage, PartOutcome, Reassembler, Received,
};
pub use smpp::{Receipt, Sar, Smpp, SmppMessage};
pub use tpdu::{
    Address, DeliveryOutcome, DeliveryStatus, Direction, OtherPdu, Pdu, StatusReport, Submit,
    SubmitError, SubmitPdu, Timestamp, Tpdu, TpduError, ValidityPeriod,
};
pub use udh::UserDataHeader;
pub use user_data::UserData;
