//! A property that may be unknown, or known to be absent.

/// A fact: unknown, known to be absent (`null` in JSON), or known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Fact<T> {
    #[default]
    Unknown,
    Absent,
    Known(T),
}

#[cfg(feature = "serde")]
impl<'de, T: serde::Deserialize<'de>> serde::Deserialize<'de> for Fact<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Option::deserialize(deserializer)?;
        Ok(value.map_or(Fact::Absent, Fact::Known))
    }
}
