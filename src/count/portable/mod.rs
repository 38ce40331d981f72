//! The hot path in plain code, for every architecture without a module of its own: blocks of UTF-8
//! and chunks of UTF-16 as arrays, in loops that the compiler turns into vector instructions.

pub(super) mod block;
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod lanes;

pub(crate) use block::all_plain;
pub(super) use block::scan;
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub(super) use lanes::Octets;
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub(super) use lanes::{Doubles, Lanes};
