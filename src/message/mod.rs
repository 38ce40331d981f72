//! One outbound message: who it goes to, what it holds, and whether it will be accepted.
//!
//! # Before you send
//!
//! Make an [`OutboundMessage`] of what you would send, and [`validate`](OutboundMessage::validate) it: the report
//! has *all* violations at once, each with the parameter, the error code the provider would answer, a
//! sentence, and a fix; what the text costs; and what becomes of each piece of media. Nothing is sent,
//! no clock is read: the time is an argument, in seconds since 1970-01-01 00:00 UTC.
//!
//! ```
//! use septet::message::OutboundMessage;
//!
//! let message = OutboundMessage::new("4155552671")
//!     .with_body("Your table is ready.")
//!     .with_send_at("2026-05-15T14:30:00Z");
//! let report = message.validate(1_778_850_000);
//! let found: Vec<String> = report.violations().iter().map(ToString::to_string).collect();
//! assert_eq!(
//!     found,
//!     [
//!         "To: `4155552671` is not an E.164 number: it does not start with `+`; \
//!          write `+`, the country code and the number, such as +14155552671",
//!         "From: there is neither a sender nor a messaging service; set From or MessagingServiceSid",
//!         "ScheduleType: there is a time and no ScheduleType: the message would be sent at once; set ScheduleType to `fixed`",
//!         "MessagingServiceSid: only a messaging service schedules messages; set MessagingServiceSid; From may stand beside it",
//!     ]
//! );
//! ```
//!
//! | to | use |
//! |---|---|
//! | check a message, with more of what you know | [`MessageValidator`]: when the recipient last wrote, settings of the [`Service`], the text of the template |
//! | check media alone | [`media::MediaValidator`](crate::media::MediaValidator) |
//! | send it | [`OutboundMessage::to_form`], the body of the call; then cancel or redact with [`MessageUpdate`] |
//! | read an address | [`Address`], [`PhoneNumber`] with its [`Country`], [`Sid`] |
//! | know whether WhatsApp would approve a template | [`WhatsAppTemplate::problems`] |
//! | choose a sender | [`Pick`](crate::catalogue::Pick) |
//!
//! # Where guides are wrong
//!
//! | guides say | in fact |
//! |---|---|
//! | 21617 is a missing body | it is one of over 1,600 characters (<https://www.twilio.com/docs/api/errors/21617>); a missing one is 21602, or 21619 with a messaging service |
//! | a message may have 10 segments at most | 10 are advice, 1,600 characters are the limit: 24 segments of UCS-2 |
//! | 5 MB for each piece of media | 5 MB for the whole MMS (<https://www.twilio.com/docs/api/errors/11751>); 500 KB for anything but JPEG, PNG and GIF |
//! | schedule 15 minutes to 7 days ahead | 300 seconds to 35 days (<https://www.twilio.com/docs/api/errors/35115>, April 2026); the page of 35114 still says 15 minutes, so less is a warning |
//! | `SendAt` alone schedules | without `ScheduleType` the message is sent at once; both need a messaging service (error 35118) |
//! | `ValidityPeriod` ends at 14,400 | 36,000 seconds (<https://www.twilio.com/docs/api/errors/90007>) |
//! | `ContentVariables` is an object | it is the *text* of a JSON object, its values texts that are not empty (error 21656); `Body` and `MediaUrl` stay out |
//! | shortened links have a shared domain | your own domain, a slash and 10 letters or digits (<https://www.twilio.com/docs/messaging/features/link-shortening>) |
//! | media URLs always need credentials | only where HTTP basic authentication for media is switched on (<https://twilio.com/docs/api/rest/media>) |
//! | `MaxPrice` caps the price | without effect since June 2024 |
//! | Canada takes sender names, Germany takes no long codes | the other way round; [`SenderRules`](crate::catalogue::SenderRules) has 222 countries |
//!
//! Where two pages of a provider disagree the stricter one decides ([`ConflictPolicy::Strict`]) and the
//! sentence says so.

mod attachment;
mod body;
mod check;
mod country;
mod delivery;
mod draft;
mod fact;
mod form;
#[cfg(feature = "serde")]
mod input;
mod link;
mod media;
mod outbound;
pub(crate) mod parameter;
mod parties;
mod report;
mod rule;
mod schedule;
#[cfg(feature = "serde")]
mod schema;
mod service;
mod service_config;
mod service_report;
mod severity;
mod template;
mod time;
mod update;
mod url;
mod validator;
mod variables;
mod violation;
mod whatsapp;

#[cfg(feature = "phone-numbers")]
pub use crate::address::Line;
pub use crate::address::{
    Address, AddressError, AddressErrorKind, Alphanumeric, Channel, Country, NumberKind,
    NumberProblem, PhoneNumber, SenderKind, ShortCode, Sid, SidError, SidKind, SmppAddress,
    UnknownCountry,
};
pub use crate::conflict::ConflictPolicy;
pub use attachment::Attachment;
#[cfg(feature = "serde")]
pub use input::MessageInput;
pub use outbound::OutboundMessage;
pub use report::MessageReport;
pub use rule::Rule;
#[cfg(feature = "serde")]
pub use schema::{MESSAGE_SCHEMA, REPORT_SCHEMA};
pub use service::Service;
pub use service_config::ServiceConfig;
pub use service_report::{ServiceReport, ServiceRequest};
pub use severity::Severity;
pub use update::MessageUpdate;
pub use validator::MessageValidator;
pub use violation::Violation;
pub use whatsapp::{TemplateProblem, WhatsAppTemplate};
// For `crate::unstable`.
pub(crate) use {body::Cost, time::parse as seconds_at};
