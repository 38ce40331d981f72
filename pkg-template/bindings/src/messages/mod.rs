//! Functions around a text, for `septet/messages`: one WebAssembly module for each task, so that a page that looks up an error
//! code loads no limits of media.

mod args;
pub mod counter;
#[cfg(feature = "failing")]
pub mod failing;
#[cfg(feature = "incoming")]
pub mod incoming;
mod realm;
#[cfg(feature = "sending")]
pub mod sending;
mod terms;
