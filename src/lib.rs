//! Tells, before a text is sent, how it travels as SMS: which encoding, how many segments, where each is
//! cut, which characters cost money, and what to do about them.
//!
//! ```
//! use septet::{Encoding, Level};
//!
//! let text = "Your order “4711” has shipped – it will be with you tomorrow between 10 and 12 o’clock.";
//! let count = septet::count(text);
//! assert_eq!((count.encoding(), count.segments()), (Encoding::Ucs2, 2));
//!
//! let cheaper = septet::smart_encode(text, Level::Typography);
//! assert_eq!((cheaper.after().encoding(), cheaper.after().segments()), (Encoding::Gsm7, 1));
//! assert_eq!(cheaper.substitutions().count(), 4); // “ ” – ’
//! ```
//!
//! # SMS text in one page
//!
//! A short message carries 140 octets of user data (3GPP TS 23.040 §9.2.3.24). In **GSM-7** its code
//! units are *septets*: 160 of them fit. Most characters of Western European languages take one;
//! `^ { } \ [ ] ~ |`, the euro sign and form feed take two, an *escape* and a code. One character
//! outside the alphabet (a curly quote, an emoji, `ç`) turns the whole text into **UCS-2**, whose code
//! units have 16 bits: 70 fit, and characters beyond U+FFFF take two.
//!
//! A longer text is *concatenated*: every *segment* then carries a header that says which text it
//! belongs to, and holds 153 septets or 67 units. Neither an escape and its code nor the halves of a
//! surrogate pair are ever parted, so a segment may end one unit early, and the number of segments is
//! found by filling, not by division: 153 closing brackets are 306 septets and **three** segments.
//!
//! Thirteen *national languages* have tables of their own ([`NationalLanguage`]): a *locking shift*
//! table replaces the alphabet, a *single shift* table what follows an escape. Their headers cost a
//! few septets in every segment and save up to half of the price of a text ([`Languages`]).
//!
//! | text travels as | alone | in each segment | with a 16-bit reference |
//! |---|--:|--:|--:|
//! | GSM-7 | 160 septets | 153 | 152 |
//! | GSM-7, one shift table / both | 155 / 152 | 149 / 146 | 148 / 145 |
//! | UCS-2 | 70 units | 67 | 66 |
//!
//! # Where to start
//!
//! | to | use |
//! |---|---|
//! | count a text | [`count`](fn@count); with options [`Segmenter::count`] |
//! | see where it is cut | [`segments`]; [`Boundary::Grapheme`] keeps emoji and accents whole |
//! | know what costs money and why | [`analyze`] |
//! | spend fewer segments | [`smart_encode`] |
//! | make octets, or read them | [`Segmenter::user_data`], [`pdu`] |
//! | count UTF-16 | [`count_utf16`]; as it arrives, [`Utf16Counter`] |
//!
//! Counting never fails and never panics. Only a demand that cannot be met is an error, and says what
//! and where: GSM-7 forced on an emoji, octets for more than 255 segments, malformed octets to read.
//!
//! # Units
//!
//! - **septet**: 7 bits, the code unit of GSM-7; **unit**: 16 bits, the code unit of UCS-2.
//! - **code units** of a text or segment are septets or units, whichever its encoding has; headers
//!   are never part of them.
//! - **ranges** are in bytes of UTF-8, **UTF-16 ranges** in 16-bit units of UTF-16, for hosts that
//!   count so. Serialized results have the latter.
//!
//! # Features
//!
//! - `std` (default): counts by AVX2 on processors that have it, found out at run time. Without it the crate is
//!   `no_std` with `alloc`, counts the same in plain code, and forbids `unsafe`.
//! - `serde`: `Serialize` for every result, with the keys of the npm package; `Deserialize` for values, for what is
//!   checked, and for results, so that they can be cached, queued and compared in tests: counts, estimates, reports,
//!   verdicts, webhooks, deliveries, user data. Not for what points into a text (analyses, segments, suggestions: keep
//!   the text and ask again), is read from octets that one has, or is looked up by a code or country. With `serde_wasm_bindgen` serialize by `Serializer::json_compatible()`: its default writes `undefined` for
//!   `None`, where the npm package has `null`.
//! - `messages`: what surrounds the text: addresses, error codes, statuses and their like.
//! - `cli`: the `septet` command; `sql`: its sub-command of that name.
//! - `datafusion`: the functions of SQL, for Apache DataFusion.
#![no_std]
// On docs.rs, which has a nightly toolchain, each item tells the feature it needs.
#![cfg_attr(docsrs, feature(doc_cfg))]
// Beside the lint of Cargo.toml, which a module can lift: this one none can. `unsafe` is only for the instructions of some
// processors (`count/x86_64/mod.rs`); `cargo xtask test` finds it anywhere else.
#![cfg_attr(not(all(feature = "std", target_arch = "x86_64")), forbid(unsafe_code))]

extern crate alloc;
#[cfg(any(feature = "datafusion", all(feature = "std", target_arch = "x86_64")))]
extern crate std;

#[cfg(feature = "messages")]
mod address;
mod alphabet;
mod analysis;
#[cfg(feature = "messages")]
mod calendar;
#[cfg(feature = "messages")]
pub mod catalogue;
#[cfg(feature = "messages")]
mod compact;
#[cfg(feature = "messages")]
mod conflict;
mod count;
mod encoding;
mod fnv;
#[cfg(all(feature = "serde", feature = "messages"))]
mod json;
mod limits;
#[cfg(feature = "messages")]
pub mod media;
#[cfg(feature = "messages")]
pub mod message;
mod named;
pub mod pdu;
mod protected;
mod rcs;
mod segment;
#[cfg(feature = "serde")]
mod serialize;
mod smart_encoding;
mod span;
#[cfg(feature = "datafusion")]
pub mod sql;
mod template;
mod text;
mod truncate;
#[cfg(feature = "messages")]
pub mod twiml;
#[doc(hidden)]
pub mod unstable;
#[cfg(feature = "messages")]
pub mod webhook;

pub use alphabet::{Alphabet, ESCAPE, NationalLanguage, Septets, UndefinedSeptet, UnknownLanguage};
pub use analysis::{
    Alternative, Analysis, Character, Characters, Edit, Explanation, Offender, Suggestion,
    SuggestionKind, Warning, WarningCode, analyze, suggest,
};
pub use count::{Count, Utf16Counter, count, count_utf16};
pub use encoding::Encoding;
pub use limits::{Limits, LimitsError, Profile, ProfileError, ReferenceBits};
pub use named::UnknownName;
pub use protected::{FieldSyntax, Link, Links, links, with_shortened_links};
pub use rcs::{RcsClass, RcsCount, RcsRegion, rcs_count};
pub use segment::{Boundary, Frame, Languages, Segment, Segmenter, Segments, Utf16Cuts, segments};
pub use smart_encoding::{
    Apply, Level, ProviderPreset, Residue, Rules, SmartEncoded, SmartEncoder, SmartOutcome,
    Substitution, SubstitutionReason, TextLanguage, smart_encode,
};
pub use span::Span;
pub use template::{Distribution, Estimate, FieldEstimate, Template, TemplateError};
pub use text::{EncodingError, control_name};
pub use truncate::{CutAt, Truncated, Truncator, truncate};

/// Compiles and runs the examples of the README and the manuals as tests.
#[cfg(all(doctest, feature = "messages"))]
mod manuals {
    #[doc = include_str!("../README.md")]
    struct Readme;
    #[doc = include_str!("../docs/recipes.md")]
    struct Recipes;
    #[doc = include_str!("../docs/sql.md")]
    struct Sql;
}
