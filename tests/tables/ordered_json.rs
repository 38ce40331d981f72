//! JSON whose objects keep their order, whatever the features of `serde_json` are.

use std::fmt::Write as _;

/// JSON whose objects keep their order.
pub(super) enum Json {
    Object(Vec<(&'static str, Json)>),
    /// An object whose keys are not known before.
    Members(Vec<(String, Json)>),
    List(Vec<Json>),
    /// A text, number or flag as it is written.
    Leaf(String),
}

pub(super) fn text(text: impl AsRef<str>) -> Json {
    Json::Leaf(serde_json::Value::from(text.as_ref()).to_string())
}

pub(super) fn texts<T: AsRef<str>>(list: impl IntoIterator<Item = T>) -> Json {
    Json::List(list.into_iter().map(text).collect())
}

impl Json {
    pub(super) fn write(&self, out: &mut String, depth: usize) {
        let indent = "  ".repeat(depth + 1);
        let end = "  ".repeat(depth);
        let mut members = |members: &mut dyn Iterator<Item = (&str, &Json)>| {
            out.push('{');
            for (index, (key, value)) in members.enumerate() {
                let comma = if index > 0 { "," } else { "" };
                let _ = write!(out, "{comma}\n{indent}\"{key}\": ");
                value.write(out, depth + 1);
            }
            let _ = write!(out, "\n{end}}}");
        };
        match self {
            Json::Object(list) => members(&mut list.iter().map(|(key, value)| (*key, value))),
            Json::Members(list) => {
                members(&mut list.iter().map(|(key, value)| (key.as_str(), value)));
            }
            Json::List(list) => {
                out.push('[');
                for (index, value) in list.iter().enumerate() {
                    out.push_str(if index > 0 { ", " } else { "" });
                    value.write(out, depth);
                }
                out.push(']');
            }
            Json::Leaf(leaf) => out.push_str(leaf),
        }
    }
}
