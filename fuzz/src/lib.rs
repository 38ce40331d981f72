//! What the fuzz targets share: how an input is read, and the promises that must hold for it.
//!
//! The promises are those of the property tests (`tests/promises/`); a target is another source of inputs.

pub mod input;
pub mod rows;

#[path = "../../tests/promises/advice.rs"]
pub mod advice;
#[path = "../../tests/promises/counting.rs"]
pub mod counting;
#[path = "../../tests/promises/forms.rs"]
pub mod forms;
#[path = "../../tests/promises/joining.rs"]
pub mod joining;
#[path = "../../tests/promises/octets.rs"]
pub mod octets;
#[path = "../../tests/promises/options.rs"]
pub mod options;
#[path = "../../tests/oracle/mod.rs"]
pub mod oracle;
#[path = "../../tests/promises/replies.rs"]
pub mod replies;
#[path = "../../tests/promises/sending.rs"]
pub mod sending;
#[path = "../../tests/promises/smart.rs"]
pub mod smart;
#[path = "../../tests/inbound/xml.rs"]
pub mod xml;
