//! Warnings, suggestions, explanations, truncation, templates, links, RCS: known cases, and what they promise over
//! random texts, recounted.

mod cutting;
mod opt_out;
mod promises;
#[cfg(feature = "serde")]
mod reported;
#[cfg(feature = "serde")]
mod shapes;
mod suggestions;
mod templates;
mod warnings;
