//! Shared code of the fuzz targets: reads an input, and checks the promises that must hold for it.
//!
//! The promises are those of the property tests (`tests/promises/`); a target is another source of inputs.

pub mod input;
pub mod rows;

#[path = "../../tests/promises/messages/mod.rs"]
mod messages;
#[path = "../../tests/oracle/mod.rs"]
mod oracle;
#[path = "../../tests/promises/mod.rs"]
mod promises;

pub use messages::{forms, replies, sending};
pub use promises::{advice, counting, joining, octets, options, smart};
