//! septet as one WebAssembly module without imports: JSON in, JSON out.
//!
//! `docs/plain-module.md` is the contract with its hosts. A request is an array: the name of a function of the npm
//! package, then its arguments in their order. Nothing about SMS is decided here; every function reads its arguments,
//! asks the crate, and writes what the crate serializes.
//!
//! The module never traps. A host cannot be trusted with addresses, so every block of memory that it got is kept in a
//! list (`memory::Blocks`) and ranges are checked against it. A panic and a failed allocation both end in a trap, so
//! no function panics, and the memory that a request can need is reserved before it is read (`memory::reserve`).

mod answer;
mod arguments;
mod columns;
mod exports;
mod failure;
mod functions;
mod memory;
mod options;
mod request;

pub use answer::Answer;
pub use columns::{Texts, count_many};
pub use functions::names;
pub use request::respond;

/// Number of the contract in `docs/plain-module.md`: it grows when a call that was answered before gets another answer,
/// counts included.
pub const VERSION: u32 = 1;
