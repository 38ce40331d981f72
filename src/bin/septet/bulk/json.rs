//! The values of one JSON object, found without building it.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::stream::json_reason;

/// The keys that are looked for, and those that must not be there.
pub(super) struct Wanted<'w> {
    pub(super) keys: &'w [String],
    pub(super) taken: &'w [String],
}

/// An object of one line.
pub(super) struct Object<'a> {
    pub(super) raw: &'a str,
    values: Vec<Option<&'a RawValue>>,
    /// It has no key at all.
    pub(super) is_empty: bool,
}

impl<'a> Object<'a> {
    /// Reads a line.
    pub(super) fn read(line: &'a str, wanted: &Wanted) -> Result<Self, String> {
        let mut reader = serde_json::Deserializer::from_str(line);
        let found = wanted
            .deserialize(&mut reader)
            .and_then(|found| reader.end().map(|()| found));
        let (values, is_empty) = found.map_err(|error| reason(&error))?;
        Ok(Object {
            raw: line,
            values,
            is_empty,
        })
    }

    /// The value of a wanted key as text: that of a string, or a number or a truth value as it is written.
    pub(super) fn text(&self, place: usize, key: &str) -> Result<Cow<'a, str>, String> {
        let Some(value) = self.values.get(place).copied().flatten() else {
            return Err(format!("there is no {key}"));
        };
        match value.get().as_bytes().first() {
            Some(b'"') => {
                let text: Text =
                    serde_json::from_str(value.get()).map_err(|error| reason(&error))?;
                Ok(text.0)
            }
            Some(b'{' | b'[') => Err(format!("{key} is no text")),
            Some(b'n') => Err(format!("{key} is null")),
            _ => Ok(Cow::Borrowed(value.get())),
        }
    }
}

/// The keys of an object; none if it is none.
pub(super) fn keys(line: &[u8]) -> Vec<String> {
    let object: Result<serde_json::Map<_, _>, _> = serde_json::from_slice(line);
    object.map_or_else(
        |_| Vec::new(),
        |object| object.into_iter().map(|(key, _)| key).collect(),
    )
}

fn reason(error: &serde_json::Error) -> String {
    json_reason("no JSON object", error)
}

/// Borrows what has no escapes.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de> DeserializeSeed<'de> for &Wanted<'_> {
    type Value = (Vec<Option<&'de RawValue>>, bool);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &Wanted<'_> {
    type Value = (Vec<Option<&'de RawValue>>, bool);

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut values = vec![None; self.keys.len()];
        let mut is_empty = true;
        while let Some(Text(key)) = map.next_key()? {
            is_empty = false;
            if self.taken.iter().any(|taken| *taken == key) {
                let message = format!("there is a key {key} already; choose another --prefix");
                return Err(serde::de::Error::custom(message));
            }
            match self.keys.iter().position(|wanted| *wanted == key) {
                Some(place) => values[place] = Some(map.next_value()?),
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok((values, is_empty))
    }
}
