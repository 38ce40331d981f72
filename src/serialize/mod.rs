//! Results as JSON: the keys of the npm package, every index in 16-bit units of UTF-16. The one convention:
//!
//! - **Fields are keys.** A type whose fields are what its JSON says derives `Serialize` (and `Deserialize`, if it is read)
//!   where it is defined, with `rename_all = "camelCase"`; names of variants are `kebab-case`. A key that differs from its
//!   field has a `rename`.
//! - **Computed values have a view here.** A type that holds its answers in another form (an alphabet for two languages, a
//!   span for two indices, an octet for its meaning) is serialized by [`serialize_as!`] through a view: a private struct
//!   with `derive(Serialize)` whose fields, in order, are the keys. A value with a name is serialized as `name()`
//!   by `crate::named`, which reads it too.
//! - **Objects are structs.** `flatten` serializes a map, which `serde_wasm_bindgen` writes as a `Map` of JavaScript: it is
//!   not used.
//! - **Long lists stream.** The characters of an analysis are written one by one, never collected: a list of a million of
//!   them would take a hundred times the memory of the text.
//! - Functions that derives refer to (`deserialize_with`) are in `crate::json`, below every type.

/// Serializes each type as the value after the arrow.
macro_rules! serialize_as {
    ($($type:ty: $value:ident => $view:expr),* $(,)?) => {$(
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $value = self;
                $view.serialize(serializer)
            }
        }
    )*};
}

mod advice;
mod limits;
#[cfg(feature = "messages")]
mod media;
#[cfg(feature = "messages")]
mod message;
mod pdu;
#[cfg(feature = "messages")]
mod sender_rules;
mod smart_encoding;
mod smpp;
mod text;
mod tpdu;
