//! One outbound message: who it goes to, what it holds, and whether it will be accepted.

mod address;
mod attachment;
mod body;
mod check;
mod delivery;
mod form;
mod link;
mod media;
mod outbound;
mod parties;
mod reading;
mod rule;
mod schedule;
#[cfg(feature = "serde")]
mod serialize;
mod service;
mod setting;
mod template;
mod time;
mod update;
mod url;
mod variables;
mod violation;
mod whatsapp;

pub use address::{
    Address, AddressError, AddressErrorKind, Alphanumeric, Channel, Country, NumberKind,
    NumberProblem, PhoneNumber, SenderKind, ShortCode, Sid, SidError, SidKind, UnknownCountry,
};
pub use attachment::Attachment;
pub use check::{Check, Report};
pub use outbound::OutboundMessage;
pub use reading::Reading;
pub use rule::Rule;
pub use service::Service;
pub use update::MessageUpdate;
pub use violation::{Severity, Violation};
pub use whatsapp::{Template, TemplateProblem};
