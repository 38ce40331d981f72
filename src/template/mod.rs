//! Texts with merge fields, `{{name}}`: what they may cost before the values are known, and do cost once they are.

mod branches;
mod distribution;
mod error;
mod estimate;
mod parse;

pub use distribution::Distribution;
pub use error::TemplateError;
pub use estimate::{Estimate, FieldEstimate};
pub use parse::Template;
