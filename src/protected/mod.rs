//! Protected spans: stretches of a text that must be neither cut nor altered, whatever is done to the rest. Smart encoding,
//! templates, truncation and warnings all read them here.

mod links;
mod merge_fields;

pub(crate) use links::next_with_scheme;
pub use links::{Link, Links, links, with_shortened_links};
pub(crate) use merge_fields::split_once;
