//! JSON Schema of what is checked and of the report, for forms, gateways and other languages. `schema/` has the files,
//! generated from the table of parameters.

/// The JSON Schema (2020-12) of an outbound message in JSON. What it refuses is an unknown parameter or a value of another
/// type, [`Rule::ParameterUnknown`](super::Rule::ParameterUnknown) and [`Rule::ParameterType`](super::Rule::ParameterType)
/// of a [`MessageInput`](super::MessageInput). The npm package has it as `septet/schema/outbound-message.json`.
///
/// ```
/// use septet::message::MESSAGE_SCHEMA;
///
/// let schema: serde_json::Value = serde_json::from_str(MESSAGE_SCHEMA)?;
/// assert_eq!(schema["properties"]["validityPeriod"]["type"], serde_json::json!(["integer", "null"]));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub const MESSAGE_SCHEMA: &str = include_str!("../../schema/outbound-message.json");

/// The JSON Schema (2020-12) of a [`MessageReport`](super::MessageReport) in JSON. The npm package has it as
/// `septet/schema/message-report.json`.
///
/// ```
/// use septet::message::{REPORT_SCHEMA, Rule};
///
/// let schema: serde_json::Value = serde_json::from_str(REPORT_SCHEMA)?;
/// let rules = schema["$defs"]["violation"]["properties"]["rule"]["enum"].as_array().unwrap();
/// assert_eq!(rules.len(), Rule::ALL.len());
/// # Ok::<(), serde_json::Error>(())
/// ```
pub const REPORT_SCHEMA: &str = include_str!("../../schema/message-report.json");
