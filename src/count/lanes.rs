//! Operations of the hot path on 64 units of UTF-16 at once: by WebAssembly's `simd128`, elsewhere in plain loops over
//! arrays, which the compiler turns into vector instructions.

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub(super) use super::portable::{Doubles, Lanes, Octets};
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub(super) use super::wasm32::{Doubles, Lanes, Octets};
