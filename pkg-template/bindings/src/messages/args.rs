//! Arguments as JavaScript gives them. Names and types are checked here and nowhere else.
//!
//! [`ArgReader`] keeps the first thing that is wrong, and readers return a default value so that reading can go on: a `?`
//! after each argument would be a third of the module. Code of the caller (getters, proxies, iterators) runs within
//! `bindings/read.js` only, which returns what it throws.

use std::cell::RefCell;

use js_sys::{Array, JsString, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

use super::realm::{is_date, read, to_iso_string, uint8_array};
use crate::failure::Failure;
use crate::result::{Answer, to_js};

/// Reads the arguments of one call.
#[derive(Default)]
pub(crate) struct ArgReader {
    /// The first thing that is wrong.
    failure: RefCell<Option<Failure>>,
}

impl ArgReader {
    /// An argument by its name.
    pub(super) fn arg(&self, name: &str, value: JsValue) -> Arg<'_> {
        Arg {
            path: name.into(),
            value,
            reader: self,
        }
    }

    /// Keeps what is wrong, unless something was before.
    pub(super) fn fail(&self, failure: impl Into<Failure>) {
        self.failure
            .borrow_mut()
            .get_or_insert_with(|| failure.into());
    }

    /// The value, or nothing where there is an error, which is kept.
    pub(super) fn kept<T>(&self, result: Result<T, impl Into<Failure>>) -> Option<T> {
        result.map_err(|failure| self.fail(failure)).ok()
    }

    /// The value, or nothing where code of the caller threw, which is kept.
    pub(super) fn called<T>(&self, result: Result<T, JsValue>) -> Option<T> {
        self.kept(result.map_err(Failure::thrown))
    }

    /// The answer to the call, unless something is wrong.
    pub(super) fn answer(self, answer: &(impl Serialize + ?Sized)) -> Answer {
        match self.failure.into_inner() {
            None => Ok(to_js(answer)),
            Some(failure) => Err(failure),
        }
    }
}

/// An argument or what is in it, and what people call it.
pub(super) struct Arg<'r> {
    path: String,
    value: JsValue,
    reader: &'r ArgReader,
}

impl<'r> Arg<'r> {
    /// Says what it must be instead.
    pub(super) fn wrong(&self, expected: &str) {
        let (path, value) = (self.path.clone(), self.value.clone());
        self.reader
            .fail(Failure::wrong_argument(path, expected, value));
    }

    /// The value, or a default where there is none, which is wrong.
    pub(super) fn expect<T: Default>(&self, value: Option<T>, expected: &str) -> T {
        value.unwrap_or_else(|| {
            self.wrong(expected);
            T::default()
        })
    }

    pub(super) fn is_null(&self) -> bool {
        self.value.is_null() || self.value.is_undefined()
    }

    pub(super) fn is_text(&self) -> bool {
        self.value.is_string() || self.date().is_some()
    }

    /// A text; a date is one, of ISO 8601.
    pub(super) fn text(&self) -> String {
        let text = self.value.as_string().or_else(|| self.date());
        self.expect(text, "a string")
    }

    fn date(&self) -> Option<String> {
        is_date(&self.value).then(|| to_iso_string(&self.value).ok())?
    }

    pub(super) fn flag(&self) -> bool {
        self.expect(self.value.as_bool(), "a boolean")
    }

    /// A whole number from `min` to `max`, both of at most 53 bits.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "numbers of at most 53 bits are exact both ways"
    )]
    pub(super) fn whole(&self, min: i64, max: i64) -> i64 {
        match self.value.as_f64() {
            Some(number)
                if number.fract() == 0.0 && (min as f64..=max as f64).contains(&number) =>
            {
                number as i64
            }
            _ => {
                self.wrong(&format!("an integer from {min} to {max}"));
                min
            }
        }
    }

    /// A number as JavaScript writes it, or a text.
    pub(super) fn number_or_text(&self) -> String {
        let number = self.value.as_f64().filter(|number| number.is_finite());
        let number = number.map(|number| number.to_string());
        self.expect(self.value.as_string().or(number), "a number or a string")
    }

    /// A text in which `replacement` stands for each lone surrogate.
    pub(super) fn text_without_surrogates(&self, replacement: char) -> String {
        let Some(text) = self.value.dyn_ref::<JsString>() else {
            return self.text();
        };
        let characters = char::decode_utf16(text.iter());
        characters
            .map(|character| character.unwrap_or(replacement))
            .collect()
    }

    /// Names with texts, where a form is all that this can be: pairs, or an object whose values are texts or lists of
    /// texts. Anything else was parsed as something else.
    pub(super) fn flat_entries(&self) -> Option<Vec<(String, String)>> {
        let entries: Vec<(String, Arg<'r>)> = match self.items() {
            None => self.properties()?,
            Some(items) => {
                let pair = |item: Arg<'r>| match <[Arg<'r>; 2]>::try_from(item.items()?) {
                    Ok([name, value]) if name.is_text() => Some((name.text(), value)),
                    _ => None,
                };
                items.into_iter().map(pair).collect::<Option<_>>()?
            }
        };
        let mut pairs = Vec::new();
        for (name, values) in entries {
            for value in values.one_or_many() {
                if !value.is_text() {
                    return None;
                }
                pairs.push((name.clone(), value.text()));
            }
        }
        Some(pairs)
    }

    /// A whole number that 32 bits hold.
    pub(super) fn whole_u32(&self, min: u32) -> u32 {
        let number = self.whole(min.into(), u32::MAX.into());
        u32::try_from(number).unwrap_or(u32::MAX)
    }

    /// A text or octets, as octets.
    pub(super) fn body(&self) -> Option<Vec<u8>> {
        match uint8_array(&self.value) {
            Some(octets) => Some(octets.to_vec()),
            None => self.is_text().then(|| self.text().into_bytes()),
        }
    }

    /// As [`Self::body`], which there must be.
    pub(super) fn required_body(&self) -> Vec<u8> {
        self.expect(self.body(), "a string or a Uint8Array")
    }

    pub(super) fn octets(&self) -> Vec<u8> {
        let octets = uint8_array(&self.value).map(Uint8Array::to_vec);
        self.expect(octets, "a Uint8Array")
    }

    /// The value of a name in a list; the first one where the name is not there. Not inlined, so that lists of values of one size
    /// share it.
    #[inline(never)]
    pub(super) fn named<T: Copy>(&self, values: &[(&str, T)]) -> T {
        let names: Vec<&str> = values.iter().map(|&(name, _)| name).collect();
        values[self.index_in(&names)].1
    }

    /// The index of a name in a list; 0 where it is not there.
    pub(super) fn index_in(&self, names: &[&str]) -> usize {
        let text = self.value.as_string();
        let index = text.and_then(|text| names.iter().position(|name| *name == text));
        self.expect(index, &format!("one of {}", names.join(", ")))
    }

    /// True for an object or a list, which text and octets are not.
    pub(super) fn is_compound(&self) -> bool {
        self.value.is_object() && uint8_array(&self.value).is_none() && !is_date(&self.value)
    }

    /// The items of an array or of anything else that can be iterated, or the properties of any other object as pairs.
    fn read(&self, as_items: bool) -> Option<Array> {
        if !self.is_compound() {
            return None;
        }
        let read = read(&self.value, as_items);
        if read.is_null() {
            return None;
        }
        read.dyn_into().map_or_else(
            |boxed: JsValue| {
                let thrown = Reflect::get(&boxed, &"thrown".into()).unwrap_or_default();
                self.reader.fail(Failure::thrown(thrown));
                None
            },
            Some,
        )
    }

    /// The items of an array or of anything else that can be iterated; `None` for any other value.
    pub(super) fn items(&self) -> Option<Vec<Arg<'r>>> {
        let item = |(index, value)| Arg {
            path: format!("{}[{index}]", self.path),
            value,
            reader: self.reader,
        };
        let items = self.read(true)?.into_iter();
        Some(items.enumerate().map(item).collect())
    }

    pub(super) fn list(&self) -> Vec<Arg<'r>> {
        self.expect(self.items(), "an array")
    }

    /// A list, or a value that stands alone for a list of one.
    pub(super) fn one_or_many(self) -> Vec<Arg<'r>> {
        if self.is_null() {
            return Vec::new();
        }
        match self.items() {
            Some(items) => items,
            None => vec![self],
        }
    }

    /// Names with values: an object, or a list of pairs.
    pub(super) fn entries(&self) -> Vec<(String, Arg<'r>)> {
        let Some(items) = self.items() else {
            return self.expect(self.properties(), "an object, or pairs of names and values");
        };
        let pair = |pair: Arg<'r>| {
            let mut parts = pair.list();
            if let (Some(value), Some(name), None) = (parts.pop(), parts.pop(), parts.pop()) {
                Some((name.text(), value))
            } else {
                pair.wrong("a name and a value");
                None
            }
        };
        items.into_iter().filter_map(pair).collect()
    }

    /// The properties of an object that have a value.
    fn properties(&self) -> Option<Vec<(String, Arg<'r>)>> {
        let mut properties = Vec::new();
        for entry in self.read(false)? {
            let entry: Array = entry.unchecked_into();
            let (name, value) = (entry.get(0).as_string()?, entry.get(1));
            if !value.is_undefined() {
                let property = self.property(&name, value);
                properties.push((name, property));
            }
        }
        Some(properties)
    }

    /// The name of a property in errors.
    fn path_of(&self, name: &str) -> String {
        if self.path == "options" {
            format!("option {name}")
        } else {
            format!("{}.{name}", self.path)
        }
    }

    fn property(&self, name: &str, value: JsValue) -> Arg<'r> {
        Arg {
            path: self.path_of(name),
            value,
            reader: self.reader,
        }
    }

    /// The properties of an object, to be taken one by one; `null` has none.
    pub(super) fn object(self) -> Properties<'r> {
        let entries = if self.is_null() {
            Vec::new()
        } else {
            self.expect(self.properties(), "an object")
        };
        Properties {
            of: self,
            entries,
            asked: Vec::new(),
        }
    }
}

/// Reads properties by name; unread properties are reported as unknown on drop.
pub(super) struct Properties<'r> {
    of: Arg<'r>,
    entries: Vec<(String, Arg<'r>)>,
    asked: Vec<&'static str>,
}

impl<'r> Properties<'r> {
    /// The value of a property, which may be `null`.
    pub(super) fn raw(&mut self, name: &'static str) -> Option<Arg<'r>> {
        self.asked.push(name);
        let index = self.entries.iter().position(|entry| entry.0 == name)?;
        Some(self.entries.swap_remove(index).1)
    }

    /// The value of a property; `null` is as good as none.
    pub(super) fn take(&mut self, name: &'static str) -> Option<Arg<'r>> {
        self.raw(name).filter(|value| !value.is_null())
    }

    pub(super) fn text(&mut self, name: &'static str) -> Option<String> {
        self.take(name).map(|value| value.text())
    }

    pub(super) fn flag(&mut self, name: &'static str) -> Option<bool> {
        self.take(name).map(|value| value.flag())
    }

    pub(super) fn is(&mut self, name: &'static str) -> bool {
        self.flag(name) == Some(true)
    }

    pub(super) fn named<T: Copy>(&mut self, name: &'static str, values: &[(&str, T)]) -> Option<T> {
        self.take(name).map(|value| value.named(values))
    }

    /// One text or several.
    pub(super) fn texts(&mut self, name: &'static str) -> Vec<String> {
        let texts = self.take(name).map_or_else(Vec::new, Arg::one_or_many);
        texts.iter().map(Arg::text).collect()
    }

    /// Ignores the properties that nobody asked for.
    pub(super) fn ignore_rest(&mut self) {
        self.entries.clear();
    }

    /// The value of a property without which there is nothing to do.
    pub(super) fn require(&mut self, name: &'static str, expected: &str) -> Arg<'r> {
        self.take(name).unwrap_or_else(|| {
            let missing = self.of.property(name, JsValue::UNDEFINED);
            missing.wrong(expected);
            missing
        })
    }
}

impl Drop for Properties<'_> {
    fn drop(&mut self) {
        if let Some((name, _)) = self.entries.first() {
            let kind = match self.of.path.as_str() {
                "options" => "option".to_owned(),
                path => format!("property of {path}"),
            };
            let known = self.asked.join(", ");
            let sentence = format!("there is no {kind} called {name}: {known}");
            self.of.reader.fail(Failure::unknown_property(sentence));
        }
    }
}
