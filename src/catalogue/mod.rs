//! Catalogues of a provider's codes and words, with their meaning for a program: error codes, statuses, keywords, senders by
//! country, throughput.
//!
//! # When it fails
//!
//! [`ErrorCode::class`] says what kind of failure a code is, [`ErrorCode::advice`] what to do: send again
//! after a wait, suppress the recipient, change the sender, the text or the request. Codes of 30xxx come in
//! status callbacks, not as the answer of the call that creates a message; fold callbacks into a
//! [`Delivery`], for they come late, twice and out of order.
//!
//! ```
//! use septet::catalogue::{Action, Delivery, ErrorCode, Status};
//!
//! let mut delivery = Delivery::new();
//! delivery.observe(&Status::UNDELIVERED, Some(ErrorCode::new(30004)));
//! delivery.observe(&Status::SENT, None);
//! let action = delivery.error_code().map(|code| code.advice().action());
//! assert_eq!(action, Some(Action::SuppressRecipient));
//! ```
//!
//! Where guides are wrong: 21617 is a text that is too long, a missing one is 21602 (21619 with a
//! messaging service); 21612 is a sender and recipient that do not go together, 21614 a number that is
//! no mobile; 30007 is any filtering; 30004 is a block, a do-not-disturb registry and a toll-free STOP
//! among its causes; 30040 is a missing registration of the sender; 30xxx codes are not all retryable.
//!
//! # The tables
//!
//! Every catalogue is a table of rows with their sources, behind a type that also keeps what the
//! table does not know: a provider adds a value tomorrow, and nothing breaks.

mod delivery;
mod error_code;
mod keyword;
mod pacific;
mod provider;
mod sender;
mod status;
mod tables;
mod throughput;

pub use delivery::Delivery;
pub use error_code::{
    Action, Advice, Category, Class, ErrorCode, ErrorCodeError, ErrorDetails, Retry, Seen, Wait,
};
pub use keyword::{Intent, KeywordList, Keywords, Recognition, Route, Router, RouterError};
pub use provider::Provider;
pub use sender::{
    Acceptance, Arrival, Need, Origin, Pick, PickReason, PoolSender, Refusal, Registration,
    SenderRules, SenderSupport,
};
pub use status::{Basis, Direction, Status};
pub use throughput::{
    Batch, Dispatch, Overflow, Pace, Plan, PlanError, Queue, Rate, RateError, Schedule, Tier, Unit,
};
