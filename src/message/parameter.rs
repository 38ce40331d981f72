//! Values of parameters, by kind: how each is read.

use alloc::string::String;
use alloc::vec::Vec;

use super::attachment::Attachment;

/// A source of message parameters, with one method for each type. Each method is given the JSON key of the parameter.
pub trait Source {
    /// A text, if there is one.
    fn text(&mut self, key: &'static str) -> Option<String>;
    /// A decimal number or its text, if there is one.
    fn decimal(&mut self, key: &'static str) -> Option<Decimal>;
    /// A switch, if it is set.
    fn switch(&mut self, key: &'static str) -> Option<bool>;
    /// A number, if there is one.
    fn number(&mut self, key: &'static str) -> Option<i64>;
    /// Any number of texts.
    fn texts(&mut self, key: &'static str) -> Vec<String>;
    /// Any number of attachments.
    fn attachments(&mut self, key: &'static str) -> Vec<Attachment>;
}

/// A decimal number as it was written; in JSON, a number as well as a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Decimal(String);

impl Decimal {
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Decimal {
    fn from(text: String) -> Self {
        Decimal(text)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Decimal {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::json::text_or_number(deserializer).map(Decimal)
    }
}

/// A value of a parameter in JSON.
#[cfg(feature = "serde")]
pub(super) trait Value<'de>: Sized {
    /// True if the value is missing, so that the key is left out.
    fn is_unset(&self) -> bool;

    /// Reads a value; a single one is as good as a list of one.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

#[cfg(feature = "serde")]
impl<'de, T: serde::Deserialize<'de>> Value<'de> for Option<T> {
    fn is_unset(&self) -> bool {
        self.is_none()
    }

    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde::Deserialize::deserialize(deserializer)
    }
}

#[cfg(feature = "serde")]
impl<'de, T: serde::Deserialize<'de>> Value<'de> for Vec<T> {
    fn is_unset(&self) -> bool {
        self.is_empty()
    }

    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::json::one_or_many(deserializer)
    }
}
