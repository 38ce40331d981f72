//! The JavaScript bindings; nothing is decided here or in the JavaScript beside it (`pkg-template/`).
//!
//! There are several modules. Feature `count` is the hot path: texts come as UTF-16 in memory that both
//! sides share (`scratch.rs`), results leave as a few integers. Features `texts` (reports on texts),
//! `octets` (septets and user data), and `sending`, `failing` and `incoming` (messages and what
//! providers do, task by task) are all the rest: texts come as strings, results leave as JSON. That of `texts` is divided
//! once more where it is built: what a page does not import is not loaded.

#![cfg(target_arch = "wasm32")]
#![cfg_attr(feature = "alone", no_std)]
#![allow(
    missing_docs,
    reason = "only JavaScript calls what is exported, and pkg-template/*.d.ts documents it"
)]

extern crate alloc;

#[cfg(feature = "count")]
mod count;
#[cfg(feature = "lines")]
mod latin1;
#[cfg(feature = "lines")]
mod lines;
#[cfg(feature = "count")]
mod scratch;
#[cfg(feature = "count")]
mod split;

#[cfg(feature = "texts")]
mod advice;
#[cfg(feature = "texts")]
mod analyze;
#[cfg(feature = "texts")]
mod compat;
#[cfg(feature = "texts")]
mod report;
#[cfg(feature = "texts")]
mod smart;
#[cfg(feature = "texts")]
mod strings;
#[cfg(feature = "texts")]
mod template;
#[cfg(feature = "texts")]
mod text;

#[cfg(feature = "octets")]
mod octets;
#[cfg(feature = "octets")]
mod reassembler;

#[cfg(feature = "messages")]
mod messages;

mod allocator;
#[cfg(any(feature = "texts", feature = "octets", feature = "messages"))]
mod convert;
#[cfg(any(feature = "texts", feature = "octets", feature = "messages"))]
mod json;
#[cfg(any(feature = "texts", feature = "octets", feature = "count"))]
mod options;
#[cfg(any(feature = "texts", feature = "octets"))]
mod segmenter;
