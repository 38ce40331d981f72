//! Arguments: values of a request with the names that errors give them, and the sentences of the npm package.

use std::fmt;

use serde_json::{Map, Value};

use crate::failure::Failure;

/// The arguments of a call, in order.
pub(crate) struct Arguments<'a> {
    names: &'static [&'static str],
    values: &'a [Value],
}

/// A value, and how errors name it.
#[derive(Clone, Copy)]
pub(crate) struct Argument<'a> {
    /// `None` for what the request does not have.
    value: Option<&'a Value>,
    path: Path<'a>,
}

#[derive(Clone, Copy)]
struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    key: Key<'a>,
}

#[derive(Clone, Copy)]
enum Key<'a> {
    Name(&'a str),
    Index(usize),
}

/// The members of an object.
pub(crate) struct Object<'a> {
    members: Option<&'a Map<String, Value>>,
    path: Path<'a>,
}

/// Digits that JavaScript and JSON of other languages count exactly.
pub(crate) const MAX_SAFE: i64 = (1 << 53) - 1;

impl<'a> Arguments<'a> {
    pub(crate) fn new(names: &'static [&'static str], values: &'a [Value]) -> Self {
        Arguments { names, values }
    }

    /// The argument at an index; `null` stands for none.
    pub(crate) fn at(&self, index: usize) -> Argument<'a> {
        let value = self.values.get(index).filter(|value| !value.is_null());
        Argument {
            value,
            path: Path {
                parent: None,
                key: Key::Name(self.names.get(index).copied().unwrap_or_default()),
            },
        }
    }
}

impl<'a> Argument<'a> {
    /// The value by a name that an error gives it.
    pub(crate) fn new(name: &'a str, value: &'a Value) -> Self {
        let path = Path {
            parent: None,
            key: Key::Name(name),
        };
        Argument {
            value: Some(value),
            path,
        }
    }

    /// Says what it must be instead.
    pub(crate) fn wrong(&self, expected: &str) -> Failure {
        wrong(&self.path, expected, self.value)
    }

    /// The argument, unless it is absent.
    pub(crate) fn given(self) -> Option<Self> {
        self.value.is_some().then_some(self)
    }

    /// The argument, unless it is absent or `null`.
    pub(crate) fn known(self) -> Option<Self> {
        self.value
            .is_some_and(|value| !value.is_null())
            .then_some(self)
    }

    pub(crate) fn is_null(&self) -> bool {
        matches!(self.value, Some(Value::Null))
    }

    pub(crate) fn as_text(&self) -> Option<&'a str> {
        self.value.and_then(Value::as_str)
    }

    pub(crate) fn value(&self) -> Option<&'a Value> {
        self.value
    }

    /// The name of the argument in errors.
    pub(crate) fn path(&self) -> impl fmt::Display {
        self.path
    }

    pub(crate) fn text(&self) -> Result<&'a str, Failure> {
        self.as_text().ok_or_else(|| self.wrong("a string"))
    }

    pub(crate) fn flag(&self) -> Result<bool, Failure> {
        let flag = self.value.and_then(Value::as_bool);
        flag.ok_or_else(|| self.wrong("a boolean"))
    }

    /// A whole number in a range. 5.0 is one: JSON does not know integers.
    pub(crate) fn whole(&self, min: i64, max: i64) -> Result<i64, Failure> {
        let number = self.value.and_then(whole);
        number
            .filter(|number| (min..=max).contains(number))
            .ok_or_else(|| self.wrong(&format!("an integer from {min} to {max}")))
    }

    /// A whole number that 32 bits hold.
    pub(crate) fn word(&self, min: u32) -> Result<u32, Failure> {
        let number = self.whole(min.into(), u32::MAX.into())?;
        Ok(u32::try_from(number).unwrap_or(u32::MAX))
    }

    /// An octet.
    pub(crate) fn octet(&self) -> Result<u8, Failure> {
        let number = self.whole(0, 255)?;
        Ok(u8::try_from(number).unwrap_or(u8::MAX))
    }

    /// Octets: an array of numbers, or hexadecimal text.
    pub(crate) fn octets(&self) -> Result<Vec<u8>, Failure> {
        let octets = match self.value {
            Some(Value::Array(list)) => list.iter().map(octet).collect(),
            Some(Value::String(text)) => hexadecimal(text),
            _ => None,
        };
        octets.ok_or_else(|| {
            self.wrong("octets: an array of integers from 0 to 255, or hexadecimal digits")
        })
    }

    /// One of a list of values of an option for texts, each with what stands for it.
    pub(crate) fn choice<T: Copy>(&self, choices: &[(&str, T)]) -> Result<T, Failure> {
        self.chosen(choices).ok_or_else(|| {
            let names: Vec<Value> = choices.iter().map(|choice| choice.0.into()).collect();
            self.wrong(&one_of(&names))
        })
    }

    /// One of a list of names of an option for messages, each with what stands for it.
    pub(crate) fn name<T: Copy>(&self, choices: &[(&str, T)]) -> Result<T, Failure> {
        self.chosen(choices).ok_or_else(|| {
            let names: Vec<&str> = choices.iter().map(|choice| choice.0).collect();
            self.wrong(&format!("one of {}", names.join(", ")))
        })
    }

    fn chosen<T: Copy>(&self, choices: &[(&str, T)]) -> Option<T> {
        let text = self.as_text()?;
        let chosen = choices.iter().find(|choice| choice.0 == text);
        chosen.map(|choice| choice.1)
    }

    /// The items of an array.
    pub(crate) fn list(
        &'a self,
        expected: &str,
    ) -> Result<impl Iterator<Item = Argument<'a>>, Failure> {
        let Some(Value::Array(list)) = self.value else {
            return Err(self.wrong(expected));
        };
        Ok(list.iter().enumerate().map(|(index, value)| Argument {
            value: Some(value),
            path: Path {
                parent: Some(&self.path),
                key: Key::Index(index),
            },
        }))
    }

    /// The items of an array, or a value that stands for an array of one; none for `null`.
    pub(crate) fn one_or_many(&'a self) -> Vec<Argument<'a>> {
        match self.value {
            Some(Value::Array(_)) => self.list("an array").into_iter().flatten().collect(),
            None | Some(Value::Null) => Vec::new(),
            Some(_) => Vec::from([*self]),
        }
    }

    /// The members of an object; none if it is absent.
    pub(crate) fn object(&self) -> Result<Object<'a>, Failure> {
        let members = match self.value {
            None => None,
            Some(Value::Object(members)) => Some(members),
            Some(_) => return Err(self.wrong("an object")),
        };
        Ok(Object {
            members,
            path: self.path,
        })
    }
}

impl<'a> Object<'a> {
    /// Refuses members by other names than these; `kind` says what a name stands for.
    pub(crate) fn only(&self, kind: &str, names: &[&str]) -> Result<(), Failure> {
        let mut given = self.members.into_iter().flat_map(Map::keys);
        match given.find(|name| !names.contains(&name.as_str())) {
            None => Ok(()),
            Some(name) => Err(Failure::invalid(format!(
                "there is no {kind} called {name}: {}",
                names.join(", ")
            ))),
        }
    }

    /// Refuses members by other names than these; what a name stands for follows from the object.
    pub(crate) fn only_properties(&self, names: &[&str]) -> Result<(), Failure> {
        if self.path.is_options() {
            self.only("option", names)
        } else {
            self.only(&format!("property of {}", self.path), names)
        }
    }

    /// The member by a name.
    pub(crate) fn get(&'a self, name: &'a str) -> Argument<'a> {
        Argument {
            value: self.members.and_then(|members| members.get(name)),
            path: Path {
                parent: Some(&self.path),
                key: Key::Name(name),
            },
        }
    }

    /// The text by a name, if it is one.
    pub(crate) fn as_text(&self, name: &str) -> Option<&'a str> {
        self.members.and_then(|members| members.get(name))?.as_str()
    }

    /// The member by a name, unless it is absent or `null`.
    pub(crate) fn known(&'a self, name: &'a str) -> Option<Argument<'a>> {
        self.get(name).known()
    }

    /// A text, unless it is absent or `null`.
    pub(crate) fn text(&'a self, name: &'a str) -> Result<Option<&'a str>, Failure> {
        self.known(name).map(|value| value.text()).transpose()
    }

    /// The value of a switch; false if it is absent or `null`.
    pub(crate) fn is(&'a self, name: &'a str) -> Result<bool, Failure> {
        self.known(name).map_or(Ok(false), |value| value.flag())
    }

    /// The member by a name, which must be there.
    pub(crate) fn require(
        &'a self,
        name: &'a str,
        expected: &str,
    ) -> Result<Argument<'a>, Failure> {
        self.known(name)
            .ok_or_else(|| wrong(&self.get(name).path, expected, None))
    }

    /// Every member.
    pub(crate) fn members(&'a self) -> impl Iterator<Item = (&'a str, Argument<'a>)> {
        let members = self.members.into_iter().flatten();
        members.map(|(name, _)| (name.as_str(), self.get(name)))
    }
}

impl Path<'_> {
    fn is_options(&self) -> bool {
        matches!((self.parent, self.key), (None, Key::Name("options")))
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.parent, self.key) {
            (None, Key::Name(name)) => f.write_str(name),
            (Some(parent), Key::Name(name)) if parent.is_options() => write!(f, "option {name}"),
            (Some(parent), Key::Name(name)) => write!(f, "{parent}.{name}"),
            (Some(parent), Key::Index(index)) => write!(f, "{parent}[{index}]"),
            (None, Key::Index(index)) => write!(f, "[{index}]"),
        }
    }
}

/// Says that `what` must be something else than it is.
pub(crate) fn wrong(what: &dyn fmt::Display, expected: &str, value: Option<&Value>) -> Failure {
    Failure::invalid(format!(
        "{what} must be {expected}, not {}",
        described(value)
    ))
}

/// Values to choose from: `8, 16 or "auto"`.
pub(crate) fn one_of(values: &[Value]) -> String {
    let words: Vec<String> = values.iter().map(Value::to_string).collect();
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// A value as JavaScript would show it.
fn described(value: Option<&Value>) -> String {
    match value {
        None => "undefined".into(),
        Some(Value::Array(_)) => "an array".into(),
        Some(Value::Object(_)) => "an object".into(),
        Some(Value::String(text)) if text.chars().nth(40).is_some() => {
            let start: String = text.chars().take(40).chain(['…']).collect();
            Value::from(start).to_string()
        }
        Some(number @ Value::Number(_)) => {
            whole(number).map_or_else(|| number.to_string(), |whole| whole.to_string())
        }
        Some(value) => value.to_string(),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "up to 2^53 a double has every integer"
)]
fn whole(value: &Value) -> Option<i64> {
    let exact = |number: &f64| number.fract() == 0.0 && number.abs() <= MAX_SAFE as f64;
    let double = || value.as_f64().filter(exact).map(|number| number as i64);
    value.as_i64().or_else(double)
}

fn octet(value: &Value) -> Option<u8> {
    whole(value).and_then(|number| u8::try_from(number).ok())
}

fn hexadecimal(text: &str) -> Option<Vec<u8>> {
    // Modems and people put blanks between octets.
    let digits: Vec<u8> = text
        .bytes()
        .filter(|digit| !digit.is_ascii_whitespace())
        .collect();
    let (pairs, []) = digits.as_chunks::<2>() else {
        return None;
    };
    let digit = |digit: u8| char::from(digit).to_digit(16);
    let octet = |&[high, low]: &[u8; 2]| u8::try_from(digit(high)? * 16 + digit(low)?).ok();
    pairs.iter().map(octet).collect()
}
