//! Functions that derives of serde refer to. The convention is in `serialize`.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Display};
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{self, Error as _, IntoDeserializer as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// Reads a list of texts, each parsed, or `null`.
pub(crate) fn parsed_list<'de, D: Deserializer<'de>, T: FromStr<Err: Display>>(
    deserializer: D,
) -> Result<Option<Vec<T>>, D::Error> {
    let Some(texts) = Option::<Vec<String>>::deserialize(deserializer)? else {
        return Ok(None);
    };
    let parsed: Result<Vec<T>, _> = texts.iter().map(|text| text.parse()).collect();
    parsed.map(Some).map_err(D::Error::custom)
}

/// Reads a whole number in a range.
#[cfg(feature = "messages")]
pub(crate) fn whole<'de, D, T, const MIN: u16, const MAX: u16>(
    deserializer: D,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: TryFrom<u16>,
{
    let number = u16::deserialize(deserializer)?;
    let number = Some(number).filter(|number| (MIN..=MAX).contains(number));
    number
        .and_then(|number| T::try_from(number).ok())
        .ok_or_else(|| D::Error::custom(format_args!("not a whole number from {MIN} to {MAX}")))
}

/// Reads degrees of a circle, at most `LIMIT` either way.
#[cfg(feature = "messages")]
pub(crate) fn degrees<'de, D: Deserializer<'de>, const LIMIT: u8>(
    deserializer: D,
) -> Result<f64, D::Error> {
    let degrees = f64::deserialize(deserializer)?;
    let limit = f64::from(LIMIT);
    (-limit..=limit)
        .contains(&degrees)
        .then_some(degrees)
        .ok_or_else(|| D::Error::custom(format_args!("not degrees from -{LIMIT} to {LIMIT}")))
}

/// Reads a list, or a single value as a list of one. By hand: `untagged` costs kilobytes.
pub(crate) fn one_or_many<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    struct OneOrMany<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for OneOrMany<T> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("one value or a list of them")
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<Vec<T>, E> {
            T::deserialize(text.into_deserializer()).map(|value| Vec::from([value]))
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Vec<T>, A::Error> {
            T::deserialize(MapAccessDeserializer::new(map)).map(|value| Vec::from([value]))
        }

        fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Vec<T>, A::Error> {
            Vec::deserialize(SeqAccessDeserializer::new(list))
        }
    }

    deserializer.deserialize_any(OneOrMany(PhantomData))
}

/// A text, or a number as people write it: `0.01` is `"0.01"`.
pub(crate) fn text_or_number<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<String, D::Error> {
    struct TextOrNumber;

    impl Visitor<'_> for TextOrNumber {
        type Value = String;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text or a number")
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<String, E> {
            Ok(text.into())
        }

        fn visit_u64<E: de::Error>(self, number: u64) -> Result<String, E> {
            Ok(alloc::format!("{number}"))
        }

        fn visit_i64<E: de::Error>(self, number: i64) -> Result<String, E> {
            Ok(alloc::format!("{number}"))
        }

        fn visit_f64<E: de::Error>(self, number: f64) -> Result<String, E> {
            Ok(alloc::format!("{number}"))
        }
    }

    deserializer.deserialize_any(TextOrNumber)
}
