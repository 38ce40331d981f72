//! What providers say in codes and words: statuses of a message.
//!
//! Every catalogue is a table of rows with their sources, behind a type that also keeps what the
//! table does not know: a provider adds a value tomorrow, and nothing breaks.

mod delivery;
mod error_code;
mod keyword;
mod pacific;
mod status;
mod tables;

pub use delivery::Delivery;
pub use error_code::{Action, Advice, Category, Class, ErrorCode, Retry, Seen, Wait};
pub use keyword::{
    Intent, KeywordList, Keywords, Provider, Recognition, Route, Router, RouterError,
};
pub use status::{Basis, Direction, Status};
