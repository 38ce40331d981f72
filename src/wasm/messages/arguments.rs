//! Arguments as JavaScript gives them: one list of values in the order they are met, so that names and types are
//! checked here, beside what they mean, and nowhere else. `pkg-template/lib/values.js` writes the list.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;
use wasm_bindgen::JsValue;

use super::super::json::to_json;

/// One value, and its place in the list: JavaScript knows by it what was given, and where.
pub(super) struct Value<'a> {
    place: usize,
    kind: Kind<'a>,
}

enum Kind<'a> {
    Null,
    Flag(bool),
    Number(&'a str),
    Text(&'a str),
    Octets(&'a [u8]),
    List(Vec<Value<'a>>),
    Object(Vec<(&'a str, Value<'a>)>),
    Other,
}

/// An argument of the wrong type, or a property that there is not: a `TypeError`.
#[derive(Serialize)]
pub(super) struct Wrong {
    /// The place of the value, or of the object whose property it is.
    place: usize,
    /// The property that is missing or unknown.
    property: Option<String>,
    /// What it should be, or the properties there are.
    expected: String,
    unknown: bool,
}

impl From<Wrong> for JsValue {
    fn from(wrong: Wrong) -> Self {
        JsValue::from_str(&to_json(&wrong))
    }
}

/// Reads the list: a word for each value, in 4 bits what it is and above them how long it is or how many it has;
/// a word for the length of each name. Texts, names and octets follow each other in `octets`.
struct Reader<'a> {
    words: core::slice::Iter<'a, u32>,
    octets: &'a [u8],
    place: usize,
}

/// The arguments of a call, as many as it takes.
pub(super) fn arguments<'a, const N: usize>(words: &'a [u32], octets: &'a [u8]) -> [Value<'a>; N] {
    let mut reader = Reader {
        words: words.iter(),
        octets,
        place: 0,
    };
    core::array::from_fn(|_| reader.value())
}

impl<'a> Reader<'a> {
    fn value(&mut self) -> Value<'a> {
        let place = self.place;
        self.place += 1;
        let word = self.word();
        let size = word >> 4;
        let kind = match word & 15 {
            1 => Kind::Flag(false),
            2 => Kind::Flag(true),
            3 => Kind::Number(self.text(size)),
            4 => Kind::Text(self.text(size)),
            5 => Kind::Octets(self.octets(size)),
            6 => Kind::List((0..size).map(|_| self.value()).collect()),
            7 => {
                let entry = |_| {
                    let length = self.word();
                    (self.text(length), self.value())
                };
                Kind::Object((0..size).map(entry).collect())
            }
            8 => Kind::Other,
            _ => Kind::Null,
        };
        Value { place, kind }
    }

    fn word(&mut self) -> usize {
        self.words.next().map_or(0, |word| *word as usize)
    }

    fn octets(&mut self, size: usize) -> &'a [u8] {
        let (these, rest) = self.octets.split_at(size.min(self.octets.len()));
        self.octets = rest;
        these
    }

    /// So many octets of UTF-8, which is what a `TextEncoder` makes.
    fn text(&mut self, size: usize) -> &'a str {
        core::str::from_utf8(self.octets(size)).unwrap_or_default()
    }
}

impl<'a> Value<'a> {
    /// What it should be instead.
    pub(super) fn wrong(&self, expected: impl Into<String>) -> Wrong {
        Wrong {
            place: self.place,
            property: None,
            expected: expected.into(),
            unknown: false,
        }
    }

    pub(super) const fn is_null(&self) -> bool {
        matches!(self.kind, Kind::Null)
    }

    pub(super) const fn is_text(&self) -> bool {
        matches!(self.kind, Kind::Text(_))
    }

    pub(super) fn text(&self) -> Result<&'a str, Wrong> {
        match self.kind {
            Kind::Text(text) => Ok(text),
            _ => Err(self.wrong("a string")),
        }
    }

    pub(super) fn flag(&self) -> Result<bool, Wrong> {
        match self.kind {
            Kind::Flag(flag) => Ok(flag),
            _ => Err(self.wrong("a boolean")),
        }
    }

    /// A whole number from `least` to `most`.
    pub(super) fn whole(&self, least: i64, most: i64) -> Result<i64, Wrong> {
        if let Kind::Number(text) = self.kind
            && let Ok(number) = text.parse::<i64>()
            && (least..=most).contains(&number)
        {
            return Ok(number);
        }
        let (least, most) = (least.to_string(), most.to_string());
        Err(self.wrong(["an integer from ", &least, " to ", &most].concat()))
    }

    /// A whole number that 32 bits hold.
    pub(super) fn word(&self) -> Result<u32, Wrong> {
        let number = self.whole(0, u32::MAX.into())?;
        Ok(u32::try_from(number).unwrap_or(u32::MAX))
    }

    pub(super) fn octets(&self) -> Result<&'a [u8], Wrong> {
        match self.kind {
            Kind::Octets(octets) => Ok(octets),
            _ => Err(self.wrong("a Uint8Array")),
        }
    }

    /// A text or octets, as octets.
    pub(super) fn body(&self) -> Option<&'a [u8]> {
        match self.kind {
            Kind::Text(text) => Some(text.as_bytes()),
            Kind::Octets(octets) => Some(octets),
            _ => None,
        }
    }

    /// The place in a list of names.
    pub(super) fn choice(&self, names: &[&str]) -> Result<usize, Wrong> {
        if let Kind::Text(text) = self.kind
            && let Some(place) = names.iter().position(|name| *name == text)
        {
            return Ok(place);
        }
        Err(self.wrong(["\"", &names.join("\" or \""), "\""].concat()))
    }

    pub(super) fn list(self) -> Result<Vec<Value<'a>>, Wrong> {
        match self.kind {
            Kind::List(list) => Ok(list),
            _ => Err(self.wrong("an array")),
        }
    }

    /// A list, or a value that stands alone for a list of one.
    pub(super) fn one_or_many(self) -> Vec<Value<'a>> {
        match self.kind {
            Kind::List(list) => list,
            Kind::Null => Vec::new(),
            _ => Vec::from([self]),
        }
    }

    /// Names with values: an object, or a list of pairs.
    pub(super) fn entries(self) -> Result<Vec<(&'a str, Value<'a>)>, Wrong> {
        let list = match self.kind {
            Kind::Object(entries) => return Ok(entries),
            Kind::List(list) => list,
            _ => return Err(self.wrong("an object, or pairs of names and values")),
        };
        let mut entries = Vec::with_capacity(list.len());
        for pair in list {
            let wrong = pair.wrong("a pair of a name and a value");
            let mut pair = pair.list()?.into_iter();
            let (Some(name), Some(value)) = (pair.next(), pair.next()) else {
                return Err(wrong);
            };
            entries.push((name.text()?, value));
        }
        Ok(entries)
    }

    /// The properties of an object, to be taken one by one; `null` has none.
    pub(super) fn object(self) -> Result<Object<'a>, Wrong> {
        let entries = match self.kind {
            Kind::Object(entries) => entries,
            Kind::Null => Vec::new(),
            _ => return Err(self.wrong("an object")),
        };
        Ok(Object {
            place: self.place,
            entries,
            asked: Vec::new(),
        })
    }
}

/// The properties of an object.
pub(super) struct Object<'a> {
    place: usize,
    entries: Vec<(&'a str, Value<'a>)>,
    asked: Vec<&'static str>,
}

impl<'a> Object<'a> {
    /// The value of a property, which may be `null`.
    pub(super) fn raw(&mut self, name: &'static str) -> Option<Value<'a>> {
        self.asked.push(name);
        let place = self.entries.iter().position(|entry| entry.0 == name)?;
        Some(self.entries.swap_remove(place).1)
    }

    /// The value of a property; `null` is as good as none.
    pub(super) fn take(&mut self, name: &'static str) -> Option<Value<'a>> {
        self.raw(name).filter(|value| !value.is_null())
    }

    pub(super) fn text(&mut self, name: &'static str) -> Result<Option<&'a str>, Wrong> {
        self.take(name).map(|value| value.text()).transpose()
    }

    pub(super) fn owned(&mut self, name: &'static str) -> Result<Option<String>, Wrong> {
        Ok(self.text(name)?.map(String::from))
    }

    pub(super) fn flag(&mut self, name: &'static str) -> Result<Option<bool>, Wrong> {
        self.take(name).map(|value| value.flag()).transpose()
    }

    pub(super) fn choice(
        &mut self,
        name: &'static str,
        names: &[&str],
    ) -> Result<Option<usize>, Wrong> {
        self.take(name).map(|value| value.choice(names)).transpose()
    }

    /// The value of a property without which there is nothing to do.
    pub(super) fn require(
        &mut self,
        name: &'static str,
        expected: &str,
    ) -> Result<Value<'a>, Wrong> {
        let value = self.take(name);
        value.ok_or_else(|| Wrong {
            place: self.place,
            property: Some(name.into()),
            expected: expected.into(),
            unknown: false,
        })
    }

    /// Whatever was not asked for is an error.
    pub(super) fn end(self) -> Result<(), Wrong> {
        match self.entries.first() {
            None => Ok(()),
            Some((name, _)) => Err(Wrong {
                place: self.place,
                property: Some((*name).into()),
                expected: self.asked.join(", "),
                unknown: true,
            }),
        }
    }
}
