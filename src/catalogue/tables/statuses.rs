// Generated from tests/data/statuses.tsv and tests/data/status-transitions.tsv.
// `UPDATE=1 cargo test --test tables_current` rewrites it.

use crate::catalogue::status::{Basis, Direction, Known, Row};

#[rustfmt::skip]
pub(in crate::catalogue) static STATUSES: &[Row] = &[
    Row { name: "accepted", direction: Direction::Outbound, terminal: false, meaning: "Service has the request and is choosing a sender" },
    Row { name: "scheduled", direction: Direction::Outbound, terminal: false, meaning: "Held until SendAt" },
    Row { name: "queued", direction: Direction::Outbound, terminal: false, meaning: "Waiting in the chosen sender's queue" },
    Row { name: "sending", direction: Direction::Outbound, terminal: false, meaning: "Being handed to the next carrier" },
    Row { name: "sent", direction: Direction::Outbound, terminal: false, meaning: "Nearest carrier took it" },
    Row { name: "delivered", direction: Direction::Outbound, terminal: true, meaning: "Receipt confirms delivery (carrier, or handset where available)" },
    Row { name: "undelivered", direction: Direction::Outbound, terminal: true, meaning: "Receipt says not delivered (error_code set)" },
    Row { name: "failed", direction: Direction::Both, terminal: true, meaning: "Could not be sent: queue overflow, suspension, media error, etc." },
    Row { name: "canceled", direction: Direction::Outbound, terminal: true, meaning: "Scheduled message was cancelled" },
    Row { name: "read", direction: Direction::Outbound, terminal: true, meaning: "Recipient opened it and has read receipts on" },
    Row { name: "receiving", direction: Direction::Inbound, terminal: false, meaning: "Being processed by Twilio" },
    Row { name: "received", direction: Direction::Inbound, terminal: true, meaning: "Inbound processing done" },
    Row { name: "partially_delivered", direction: Direction::Outbound, terminal: false, meaning: "Deprecated; still in the API enum" },
];

/// From, to, and how far the step is vouched for.
#[rustfmt::skip]
pub(in crate::catalogue) static TRANSITIONS: &[(Known, Known, Basis)] = &[
    (Known::Accepted, Known::Queued, Basis::Documented),
    (Known::Accepted, Known::Failed, Basis::Inferred),
    (Known::Scheduled, Known::Accepted, Basis::Inferred),
    (Known::Scheduled, Known::Queued, Basis::Documented),
    (Known::Scheduled, Known::Canceled, Basis::Documented),
    (Known::Scheduled, Known::Failed, Basis::Inferred),
    (Known::Queued, Known::Sending, Basis::Documented),
    (Known::Queued, Known::Sent, Basis::Documented),
    (Known::Queued, Known::Failed, Basis::Documented),
    (Known::Sending, Known::Sent, Basis::Documented),
    (Known::Sending, Known::Failed, Basis::Documented),
    (Known::Sent, Known::Delivered, Basis::Documented),
    (Known::Sent, Known::Undelivered, Basis::Documented),
    (Known::Sending, Known::Delivered, Basis::Disorder),
    (Known::Sending, Known::Undelivered, Basis::Disorder),
    (Known::Delivered, Known::Read, Basis::Documented),
    (Known::Sent, Known::Read, Basis::Disorder),
    (Known::Receiving, Known::Received, Basis::Documented),
    (Known::Receiving, Known::Failed, Basis::Documented),
];
