//! The JavaScript bindings of the npm package. Nothing is decided here or in the JavaScript of `pkg-template/lib/`: both turn
//! arguments and results from one form into another.
//!
//! `cargo xtask pkg` builds several WebAssembly modules from this crate, one for each set of features that pages load apart:
//!
//! - `count` and `lines`: counting. Texts come as UTF-16 in memory that both sides share (`scratch.rs`), results leave as a
//!   few integers, and no string or object crosses the border. Without the standard library.
//! - `texts`: reports on texts; `compat`: what `septet/compat` needs. `octets`: septets and user data. `names`: the names of
//!   characters, of which the build makes a table; the package has no such module.
//! - `sending`, `failing`, `incoming`: messages and what providers do, task by task.
//!
//! # How to add a function to the package
//!
//! 1. Write it in the crate `septet`, public, documented and tested, with `Serialize` for its result.
//! 2. Export it here, in the file of its subject: `#[wasm_bindgen(js_name = camelCase)] pub fn`.
//!    - Plain parameters: `text: &str`, numbers, `bool`, `Option<String>`, `Vec<String>`, `&[u8]`. JavaScript checks their types
//!      (`isText`, `isWhole`, `oneOf` in `lib/error.js` and `lib/options.js`).
//!    - The options of counting: `flags: u32, limits: u32, languages: &[u8]`, of which `segmenter` makes a
//!      `Segmenter`. `lib/options.js` packs them.
//!    - In [`messages`], arguments are `JsValue`s that an `ArgReader` reads by name. It checks names and types, and keeps the
//!      first thing that is wrong: `let args = ArgReader::default();`, `args.arg("message", message)`, at last
//!      `args.answer(&result)`.
//!    - Return `Answer` (or `JsValue` if nothing can fail): `Ok(to_js(&result))`. Octets are `Uint8Array`s by `serialize_bytes`.
//!      An error of the crate becomes a `Failure` by `From`, with a code of `SmsErrorCode` (`pkg-template/index.d.ts`).
//!    - What is long and per character goes as typed arrays ([`analyze`]); JavaScript puts it together.
//! 3. Call it in `pkg-template/lib/`: `module.report(text, settings, (wasm, ...options) => wasm.name(text, ...options))` for a
//!    text, then `export const name = module.bind(…)` in `index.js` and `slim.js`; or add the name to the list
//!    `module.functions()` in the file of its task in `lib/messages/`.
//! 4. Declare it in `pkg-template/*.d.ts` with units, errors and an `@example`, and put it into the tables of
//!    `pkg-template/README.md`. `tests/npm/shapes.test.mjs` compares results with the declarations.

#![cfg(target_arch = "wasm32")]
#![cfg_attr(feature = "alone", no_std)]
#![cfg_attr(
    not(feature = "all"),
    allow(dead_code, reason = "a module needs a part of what all of them share")
)]
#![allow(
    missing_docs,
    reason = "only JavaScript calls what is exported, and pkg-template/*.d.ts documents it"
)]
#![allow(
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    clippy::needless_pass_by_value,
    clippy::too_many_arguments,
    reason = "wasm-bindgen takes strings, lists and values of JavaScript by value, and options are plain parameters"
)]

mod allocator;

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
pub mod advice;
#[cfg(feature = "texts")]
pub mod analyze;
#[cfg(feature = "compat")]
pub mod compat;
#[cfg(any(feature = "compat", feature = "texts"))]
pub mod rcs;
#[cfg(feature = "texts")]
pub mod smart;
#[cfg(feature = "texts")]
pub mod template;
#[cfg(feature = "texts")]
pub mod text;

#[cfg(feature = "names")]
pub mod names;

#[cfg(feature = "octets")]
pub mod octets;
#[cfg(feature = "octets")]
pub mod reassembler;

#[cfg(feature = "messages")]
pub mod messages;

#[cfg(feature = "objects")]
pub mod failure;
#[cfg(feature = "objects")]
mod result;

mod options;
#[cfg(any(feature = "texts", feature = "octets"))]
mod segmenter;

/// A length, an address or a count as JavaScript has it; usize has 32 bits here.
fn saturating_u32(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
