//! Arguments as JavaScript gives them: one list of values in the order they are met, so that names and types are
//! checked here, beside what they mean, and nowhere else. `pkg-template/lib/messages/values.js` writes the list.
//!
//! What is wrong is kept by [`Errors`], the first of it, and something of the right type is read in its place: a `?`
//! after each argument would be a third of the module.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cell::RefCell;

use serde::Serialize;
use wasm_bindgen::JsValue;

use super::counter::Counter;
use crate::convert::{Answer, Failure};
use crate::json::to_json;

/// The first thing that is wrong.
#[derive(Default)]
pub(super) struct Errors(RefCell<Option<String>>);

/// An argument of the wrong type, or a property that there is not: a `TypeError`.
#[derive(Serialize)]
struct Wrong<'w> {
    /// The place of the value, or of the object whose property it is.
    place: usize,
    /// The property that is missing or unknown.
    property: Option<&'w str>,
    /// What it should be, or the properties there are.
    expected: &'w str,
    unknown: bool,
}

impl Errors {
    fn add(&self, error: &impl Serialize) {
        let mut first = self.0.borrow_mut();
        if first.is_none() {
            *first = Some(to_json(error));
        }
    }

    /// Keeps what an `SmsError` says.
    pub(super) fn fail(&self, failure: impl Into<Failure>) {
        self.add(&failure.into());
    }

    /// The value, or nothing where there is an error, which is kept.
    pub(super) fn kept<T>(&self, result: Result<T, impl Into<Failure>>) -> Option<T> {
        result.map_err(|failure| self.fail(failure)).ok()
    }

    /// The answer to a call, unless something is wrong.
    pub(super) fn or(self, answer: String) -> Answer {
        match self.0.into_inner() {
            None => Ok(answer),
            Some(error) => Err(JsValue::from_str(&error)),
        }
    }
}

/// One value, and its place in the list: JavaScript knows by it what was given, and where.
pub(super) struct Value<'a> {
    place: usize,
    kind: Kind<'a>,
    errors: &'a Errors,
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

/// The arguments of a call, read one by one: a word for each value, in 4 bits what it is and above them how long it is
/// or how many it has; a word for the length of each name. Texts, names and octets follow each other in `octets`.
pub(super) struct Given<'a> {
    words: core::slice::Iter<'a, u32>,
    octets: &'a [u8],
    place: usize,
    pub(super) counter: &'a Counter,
    pub(super) errors: &'a Errors,
}

impl<'a> Given<'a> {
    pub(super) fn new(
        words: &'a [u32],
        octets: &'a [u8],
        counter: &'a Counter,
        errors: &'a Errors,
    ) -> Self {
        Given {
            words: words.iter(),
            octets,
            place: 0,
            counter,
            errors,
        }
    }

    /// The next argument.
    #[inline(never)]
    pub(super) fn next(&mut self) -> Value<'a> {
        self.value()
    }

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
        Value {
            place,
            kind,
            errors: self.errors,
        }
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
    /// Says what it should be instead.
    pub(super) fn wrong(&self, expected: &str) {
        self.errors.add(&Wrong {
            place: self.place,
            property: None,
            expected,
            unknown: false,
        });
    }

    pub(super) const fn is_null(&self) -> bool {
        matches!(self.kind, Kind::Null)
    }

    pub(super) const fn is_text(&self) -> bool {
        matches!(self.kind, Kind::Text(_))
    }

    pub(super) fn text(&self) -> &'a str {
        if let Kind::Text(text) = self.kind {
            return text;
        }
        self.wrong("a string");
        ""
    }

    pub(super) fn flag(&self) -> bool {
        if let Kind::Flag(flag) = self.kind {
            return flag;
        }
        self.wrong("a boolean");
        false
    }

    /// A whole number from `least` to `most`.
    pub(super) fn whole(&self, least: i64, most: i64) -> i64 {
        if let Kind::Number(text) = self.kind
            && let Ok(number) = text.parse::<i64>()
            && (least..=most).contains(&number)
        {
            return number;
        }
        let (lowest, highest) = (least.to_string(), most.to_string());
        self.wrong(&["an integer from ", &lowest, " to ", &highest].concat());
        least
    }

    /// A whole number that 32 bits hold.
    pub(super) fn word(&self, least: u32) -> u32 {
        let number = self.whole(least.into(), u32::MAX.into());
        u32::try_from(number).unwrap_or(u32::MAX)
    }

    /// A text or octets, as octets.
    pub(super) const fn body(&self) -> Option<&'a [u8]> {
        match self.kind {
            Kind::Text(text) => Some(text.as_bytes()),
            Kind::Octets(octets) => Some(octets),
            _ => None,
        }
    }

    pub(super) fn octets(&self) -> &'a [u8] {
        if let Kind::Octets(octets) = self.kind {
            return octets;
        }
        self.wrong("a Uint8Array");
        &[]
    }

    /// The place in a list of names, each after the one before and a comma.
    pub(super) fn choice(&self, names: &str) -> usize {
        if let Kind::Text(text) = self.kind
            && let Some(place) = names.split(',').position(|name| name == text)
        {
            return place;
        }
        self.wrong(&["one of ", &names.replace(',', ", ")].concat());
        0
    }

    pub(super) fn list(self) -> Vec<Value<'a>> {
        if let Kind::List(list) = self.kind {
            return list;
        }
        self.wrong("an array");
        Vec::new()
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
    pub(super) fn entries(self) -> Vec<(&'a str, Value<'a>)> {
        let list = match self.kind {
            Kind::Object(entries) => return entries,
            Kind::List(list) => list,
            _ => {
                self.wrong("an object, or pairs of names and values");
                return Vec::new();
            }
        };
        let mut entries = Vec::with_capacity(list.len());
        for pair in list {
            let (place, errors) = (pair.place, pair.errors);
            let mut pair = pair.list();
            if let (Some(value), Some(name), None) = (pair.pop(), pair.pop(), pair.pop()) {
                entries.push((name.text(), value));
            } else {
                let kind = Kind::Null;
                let pair = Value {
                    place,
                    kind,
                    errors,
                };
                pair.wrong("a name and a value");
            }
        }
        entries
    }

    /// The properties of an object, to be taken one by one; `null` has none.
    pub(super) fn object(self) -> Object<'a> {
        let (place, errors) = (self.place, self.errors);
        let entries = match self.kind {
            Kind::Object(entries) => entries,
            Kind::Null => Vec::new(),
            _ => {
                self.wrong("an object");
                Vec::new()
            }
        };
        Object {
            place,
            entries,
            asked: String::new(),
            errors,
        }
    }
}

/// The properties of an object. Whatever is not asked for is an error when it goes.
pub(super) struct Object<'a> {
    place: usize,
    entries: Vec<(&'a str, Value<'a>)>,
    asked: String,
    errors: &'a Errors,
}

impl<'a> Object<'a> {
    /// The value of a property, which may be `null`.
    pub(super) fn raw(&mut self, name: &'static str) -> Option<Value<'a>> {
        if !self.asked.is_empty() {
            self.asked.push_str(", ");
        }
        self.asked.push_str(name);
        let place = self.entries.iter().position(|entry| entry.0 == name)?;
        Some(self.entries.swap_remove(place).1)
    }

    /// The value of a property; `null` is as good as none.
    pub(super) fn take(&mut self, name: &'static str) -> Option<Value<'a>> {
        self.raw(name).filter(|value| !value.is_null())
    }

    pub(super) fn text(&mut self, name: &'static str) -> Option<&'a str> {
        self.take(name).map(|value| value.text())
    }

    pub(super) fn owned(&mut self, name: &'static str) -> Option<String> {
        self.text(name).map(String::from)
    }

    pub(super) fn flag(&mut self, name: &'static str) -> Option<bool> {
        self.take(name).map(|value| value.flag())
    }

    pub(super) fn is(&mut self, name: &'static str) -> bool {
        self.flag(name) == Some(true)
    }

    pub(super) fn choice(&mut self, name: &'static str, names: &str) -> Option<usize> {
        self.take(name).map(|value| value.choice(names))
    }

    /// Whatever else it has is no concern of ours.
    pub(super) fn ignore_rest(&mut self) {
        self.entries.clear();
    }

    /// The value of a property without which there is nothing to do.
    pub(super) fn require(&mut self, name: &'static str, expected: &str) -> Value<'a> {
        self.take(name).unwrap_or_else(|| {
            self.errors.add(&Wrong {
                place: self.place,
                property: Some(name),
                expected,
                unknown: false,
            });
            Value {
                place: self.place,
                kind: Kind::Null,
                errors: self.errors,
            }
        })
    }
}

impl Drop for Object<'_> {
    fn drop(&mut self) {
        if let Some((name, _)) = self.entries.first() {
            self.errors.add(&Wrong {
                place: self.place,
                property: Some(name),
                expected: &self.asked,
                unknown: true,
            });
        }
    }
}
