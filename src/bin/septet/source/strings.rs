//! Strings of JSON: where they begin and end, and arrays of them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::value::RawValue;

/// The position in or outside a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StringState {
    Outside,
    Inside,
    /// After a backslash.
    Escape,
}

impl StringState {
    pub(super) fn is_inside(self) -> bool {
        self != StringState::Outside
    }

    /// The position after one more octet; `None` for a line break within a string.
    pub(super) const fn after(self, octet: u8) -> Option<Self> {
        match (self, octet) {
            (StringState::Inside, b'\n' | b'\r') => None,
            (StringState::Inside, b'\\') => Some(StringState::Escape),
            (StringState::Outside, b'"') => Some(StringState::Inside),
            (StringState::Inside, b'"') | (StringState::Outside, _) => Some(StringState::Outside),
            _ => Some(StringState::Inside),
        }
    }
}

/// Returns `true` for the beginning of a document that is one object on several lines, or holds an array of objects: not
/// objects line by line.
pub(super) fn is_document(head: &[u8]) -> bool {
    let head = head.trim_ascii_start();
    let line = head
        .split(|octet| *octet == b'\n')
        .next()
        .unwrap_or_default();
    let values: Result<BTreeMap<Cow<str>, &RawValue>, _> = serde_json::from_slice(line);
    let is_array = |value: &&RawValue| {
        let inner = value.get().strip_prefix('[').map(str::trim_start);
        inner.is_some_and(|inner| inner.starts_with('{'))
    };
    match values {
        Ok(values) => values.values().any(is_array),
        // A line that is cut off goes on below.
        Err(error) => head.starts_with(b"{") && error.is_eof(),
    }
}

/// The strings of an object that holds an array of them, and else nothing that could be a text.
pub(super) fn strings(object: &[u8]) -> Option<Vec<&RawValue>> {
    let values: BTreeMap<Cow<str>, &RawValue> = serde_json::from_slice(object).ok()?;
    let first = |value: &&RawValue| value.get().as_bytes().first().copied();
    let mut values = values
        .values()
        .filter(|value| matches!(first(value), Some(b'"' | b'{' | b'[')));
    let strings: Vec<&RawValue> = serde_json::from_str(values.next()?.get()).ok()?;
    let is_meant = values.next().is_none() && !strings.is_empty();
    (is_meant && strings.iter().all(|value| first(value) == Some(b'"'))).then_some(strings)
}
