//! The JavaScript bindings; nothing is decided here or in the JavaScript beside it (`pkg-template/`).
//!
//! There are several modules. Feature `wasm-count` is the hot path: texts come as UTF-16 in memory that both
//! sides share ([`scratch`]), results leave as a few integers. Features `wasm` (reports on texts),
//! `wasm-octets` (septets and user data), and `wasm-sending`, `wasm-failing` and `wasm-incoming` (messages and what
//! providers do, task by task) are all the rest: texts come as strings, results leave as JSON. That of `wasm` is divided
//! once more where it is built: what a page does not import is not loaded.

#[cfg(feature = "wasm-count")]
mod count;
#[cfg(feature = "wasm-lines")]
mod latin1;
#[cfg(feature = "wasm-lines")]
mod lines;
#[cfg(feature = "wasm-count")]
mod scratch;
#[cfg(feature = "wasm-count")]
mod split;

#[cfg(feature = "wasm")]
mod advice;
#[cfg(feature = "wasm")]
mod analyze;
#[cfg(feature = "wasm")]
mod compat;
#[cfg(feature = "wasm")]
mod report;
#[cfg(feature = "wasm")]
mod smart;
#[cfg(feature = "wasm")]
mod strings;
#[cfg(feature = "wasm")]
mod template;
#[cfg(feature = "wasm")]
mod text;

#[cfg(feature = "wasm-octets")]
mod octets;
#[cfg(feature = "wasm-octets")]
mod reassembler;

#[cfg(feature = "wasm-messages")]
mod messages;

#[cfg(feature = "wasm-alone")]
mod alone;
#[cfg(any(feature = "wasm", feature = "wasm-octets", feature = "wasm-messages"))]
mod convert;
#[cfg(any(feature = "wasm", feature = "wasm-octets", feature = "wasm-messages"))]
mod json;
#[cfg(any(feature = "wasm", feature = "wasm-octets", feature = "wasm-count"))]
mod options;
#[cfg(any(feature = "wasm", feature = "wasm-octets"))]
mod segmenter;
