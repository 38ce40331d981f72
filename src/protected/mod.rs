//! Protected spans: stretches of a text that must be neither cut nor altered, whatever is done to the rest. Smart encoding,
//! templates, truncation and warnings all read them here.

mod hosts;
mod links;
mod merge_fields;
mod phones;
mod spans;
mod tables;

pub use links::{Link, Links, links, with_shortened_links};
pub use merge_fields::FieldSyntax;
pub(crate) use merge_fields::{field_at, field_name, fields};
pub(crate) use phones::plain as plain_in_phone;
pub(crate) use spans::{ProtectedSpan, Spans, has_same_spans, protected_spans};
