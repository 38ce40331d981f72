//! The values of one JSON object, found without building it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::stream::json_reason;

/// A key that is looked for: `body`, or a value within others, as `message.body` or `/message/body` (RFC 6901).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key {
    /// The key as it was given, which may be that of a value itself.
    name: String,
    /// The keys on the way to a nested value; one if it is not nested.
    path: Vec<String>,
}

impl Key {
    pub(super) fn new(name: String) -> Self {
        let path = match name.strip_prefix('/') {
            Some(pointer) => {
                let unescape = |step: &str| step.replace("~1", "/").replace("~0", "~");
                pointer.split('/').map(unescape).collect()
            }
            None => name.split('.').map(str::to_owned).collect(),
        };
        Key { name, path }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }
}

/// The keys that are looked for, and those that must not be there.
pub(super) struct Wanted<'w> {
    pub(super) keys: &'w [Key],
    pub(super) taken: &'w [String],
    /// The first object had this key alone, which is therefore that of the text.
    pub(super) is_only: bool,
}

/// An object of one line.
pub(super) struct Object<'a> {
    pub(super) raw: &'a str,
    values: Vec<Option<Found<'a>>>,
    /// It has no key at all.
    pub(super) is_empty: bool,
    /// A key that is not wanted.
    pub(super) other: Option<Cow<'a, str>>,
}

/// The value of a key, or of the first key on the way to it.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    value: &'a RawValue,
    is_itself: bool,
}

impl<'a> Object<'a> {
    /// Reads a line.
    pub(super) fn read(line: &'a str, wanted: &Wanted) -> Result<Self, String> {
        let mut reader = serde_json::Deserializer::from_str(line);
        let found = wanted
            .deserialize(&mut reader)
            .and_then(|found| reader.end().map(|()| found));
        let (values, is_empty, other) = found.map_err(|error| reason(&error))?;
        Ok(Object {
            raw: line,
            values,
            is_empty,
            other,
        })
    }

    /// The value of a wanted key as text: that of a string, or a number or a truth value as it is written.
    pub(super) fn text(&self, place: usize, key: &Key) -> Result<Cow<'a, str>, String> {
        let name = &key.name;
        let Some(value) = self.value(place, key)? else {
            return Err(format!("the key {name} is missing"));
        };
        as_text(value, name, OBJECT)
    }

    /// Returns `true` if one of the wanted keys is missing.
    pub(super) fn lacks_a_key(&self, keys: &[Key]) -> bool {
        let mut keys = keys.iter().enumerate();
        keys.any(|(place, key)| matches!(self.value(place, key), Ok(None)))
    }

    /// Returns `true` if a wanted key is missing or null.
    pub(super) fn lacks(&self, place: usize, key: &Key) -> bool {
        match self.value(place, key) {
            Ok(Some(value)) => value.get() == "null",
            Ok(None) => true,
            Err(_) => false,
        }
    }

    fn value(&self, place: usize, key: &Key) -> Result<Option<&'a RawValue>, String> {
        match self.values.get(place).copied().flatten() {
            None => Ok(None),
            Some(Found {
                value,
                is_itself: true,
            }) => Ok(Some(value)),
            Some(Found { value, .. }) => nested(value, &key.path[1..]),
        }
    }
}

/// What a line is not, if it cannot be read.
const OBJECT: &str = "not a JSON object";
const STRING: &str = "not a JSON string";

/// A value as text: that of a string, or a number or a truth value as it is written.
fn as_text<'a>(value: &'a RawValue, name: &str, what: &str) -> Result<Cow<'a, str>, String> {
    match value.get().as_bytes().first() {
        Some(b'"') => {
            let text: Result<Text, _> = serde_json::from_str(value.get());
            Ok(text.map_err(|error| json_reason(what, &error))?.0)
        }
        Some(b'{' | b'[') => Err(format!("{name} is not a text")),
        Some(b'n') => Err(format!("{name} is null")),
        _ => Ok(Cow::Borrowed(value.get())),
    }
}

/// The text of a line that is a value of its own, as an element of an array of strings.
pub(super) fn text(line: &str) -> Result<Cow<'_, str>, String> {
    let value: Result<&RawValue, _> = serde_json::from_str(line);
    let value = value.map_err(|error| json_reason(STRING, &error))?;
    as_text(value, "the value", STRING)
}

/// The value at the end of a path.
fn nested<'a>(value: &'a RawValue, path: &[String]) -> Result<Option<&'a RawValue>, String> {
    let Some((step, rest)) = path.split_first() else {
        return Ok(Some(value));
    };
    let inner = match value.get().as_bytes().first() {
        Some(b'{') => {
            let object: BTreeMap<Cow<str>, &RawValue> =
                serde_json::from_str(value.get()).map_err(|error| reason(&error))?;
            object.get(step.as_str()).copied()
        }
        Some(b'[') => {
            let array: Vec<&RawValue> =
                serde_json::from_str(value.get()).map_err(|error| reason(&error))?;
            let index: Option<usize> = step.parse().ok();
            index.and_then(|index| array.get(index).copied())
        }
        _ => None,
    };
    inner.map_or(Ok(None), |inner| nested(inner, rest))
}

/// The keys of an object; if it is none the reason, where the line seems to be meant as one.
pub(super) fn keys(line: &[u8]) -> Result<Vec<String>, Option<String>> {
    let object: Result<serde_json::Map<_, _>, _> = serde_json::from_slice(line);
    let keys = object.map(|object| object.into_iter().map(|(key, _)| key).collect());
    keys.map_err(|error| {
        let is_meant = line.trim_ascii_start().starts_with(b"{");
        is_meant.then(|| format!("the first row is {}", reason(&error)))
    })
}

fn reason(error: &serde_json::Error) -> String {
    json_reason(OBJECT, error)
}

/// Borrows what has no escapes.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de> DeserializeSeed<'de> for &Wanted<'_> {
    type Value = (Vec<Option<Found<'de>>>, bool, Option<Cow<'de, str>>);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &Wanted<'_> {
    type Value = (Vec<Option<Found<'de>>>, bool, Option<Cow<'de, str>>);

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut values = vec![None; self.keys.len()];
        let (mut is_empty, mut other) = (true, None);
        while let Some(Text(key)) = map.next_key()? {
            is_empty = false;
            if self.taken.iter().any(|taken| *taken == key) {
                let message = format!("there is a key {key} already; choose another --prefix");
                return Err(Error::custom(message));
            }
            let leads = |wanted: &Key| wanted.name == key || wanted.path[0] == key;
            if !self.keys.iter().any(leads) {
                map.next_value::<IgnoredAny>()?;
                other.get_or_insert(key);
                continue;
            }
            let value: &RawValue = map.next_value()?;
            for (found, wanted) in values.iter_mut().zip(self.keys) {
                let is_itself = wanted.name == key || wanted.path.len() == 1;
                if !leads(wanted) {
                    continue;
                }
                match found {
                    Some(Found { is_itself: was, .. }) if *was == is_itself => {
                        return Err(Error::custom(format!("the key {key} occurs twice")));
                    }
                    // A key that has the name itself is the one that is meant.
                    Some(_) if !is_itself => {}
                    _ => *found = Some(Found { value, is_itself }),
                }
            }
        }
        Ok((values, is_empty, other))
    }
}
