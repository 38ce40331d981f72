//! The JavaScript bindings. Texts of the hot path come as UTF-16 in memory that both sides share
//! ([`scratch`]), results leave as a few integers; nothing is decided here or in the JavaScript
//! beside it (`pkg-template/`).
//!
//! Feature `wasm-count` is the hot path alone, the module of `septet/count`; `wasm` is all of it.

mod count;
mod options;
mod scratch;
mod split;
