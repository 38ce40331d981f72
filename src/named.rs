//! Values that are one of a list of names: shown, read and serialized by their names.

use alloc::boxed::Box;
use core::fmt;

/// A name that is none of a list.
///
/// ```
/// use septet::Encoding;
///
/// let error = "utf-8".parse::<Encoding>().unwrap_err();
/// assert_eq!(error.to_string(), "\"utf-8\" is not an encoding: GSM-7, UCS-2");
/// assert_eq!((error.name(), error.names()), ("utf-8", &["GSM-7", "UCS-2"][..]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownName {
    kind: &'static str,
    name: Box<str>,
    names: &'static [&'static str],
}

impl UnknownName {
    pub(crate) fn new(kind: &'static str, name: &str, names: &'static [&'static str]) -> Self {
        let name = name.into();
        UnknownName { kind, name, names }
    }

    /// The name as it was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The names that there are.
    #[must_use]
    pub const fn names(&self) -> &'static [&'static str] {
        self.names
    }
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\"{}\" is not {}: {}",
            self.name,
            self.kind,
            self.names.join(", ")
        )
    }
}

impl core::error::Error for UnknownName {}

/// Reads a text and parses it.
#[cfg(feature = "serde")]
pub(crate) fn parsed<'de, D: serde::Deserializer<'de>, T: core::str::FromStr<Err: fmt::Display>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let text: alloc::string::String = serde::Deserialize::deserialize(deserializer)?;
    text.parse().map_err(serde::de::Error::custom)
}

/// Implements `Display`, `FromStr` (in any case of ASCII letters), `Serialize` and `Deserialize` for a type by the method
/// that gives the name of each value. A value that the list leaves out does not compile.
macro_rules! named {
    ($type:ident $name:ident $kind:literal [$($value:ident),* $(,)?]) => {
        impl core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.$name())
            }
        }

        impl core::str::FromStr for $type {
            type Err = crate::named::UnknownName;

            #[doc = concat!("Reads the name of ", $kind, ", in any case of ASCII letters.")]
            fn from_str(name: &str) -> Result<Self, Self::Err> {
                const VALUES: &[$type] = &[$($type::$value),*];
                const NAMES: &[&str] = &[$($type::$value.$name()),*];
                const _: fn($type) = |value| match value {
                    $($type::$value => ()),*
                };
                let named = |value: &&$type| value.$name().eq_ignore_ascii_case(name);
                let value = VALUES.iter().find(named).copied();
                value.ok_or_else(|| crate::named::UnknownName::new($kind, name, NAMES))
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.$name())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::named::parsed(deserializer)
            }
        }
    };
}

pub(crate) use named;
