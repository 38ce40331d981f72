//! Widths of references, profiles and limits, as the options of the npm package write them.

use core::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Error as _, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::limits::{Limits, Profile, ReferenceBits};

serialize_as! {
    ReferenceBits: reference => reference.bits(),
    Limits: limits => LimitsFields {
        single: limits.single(),
        concatenated: limits.concatenated(),
        ucs2_single: Some(limits.ucs2_single()),
        ucs2_concatenated: Some(limits.ucs2_concatenated()),
    },
}

impl<'de> Deserialize<'de> for ReferenceBits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u8::deserialize(deserializer)? {
            8 => Ok(ReferenceBits::Eight),
            16 => Ok(ReferenceBits::Sixteen),
            other => Err(D::Error::invalid_value(
                Unexpected::Unsigned(other.into()),
                &"8 or 16",
            )),
        }
    }
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct LimitsFields {
    single: usize,
    concatenated: usize,
    #[serde(default)]
    ucs2_single: Option<usize>,
    #[serde(default)]
    ucs2_concatenated: Option<usize>,
}

impl<'de> Deserialize<'de> for Limits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fields = LimitsFields::deserialize(deserializer)?;
        let limits = Limits::new(fields.single, fields.concatenated).map_err(D::Error::custom)?;
        let ucs2 = fields.ucs2_single.zip(fields.ucs2_concatenated);
        match (ucs2, fields.ucs2_single.or(fields.ucs2_concatenated)) {
            (Some((single, concatenated)), _) => limits
                .with_ucs2(single, concatenated)
                .map_err(D::Error::custom),
            (None, None) => Ok(limits),
            (None, Some(_)) => Err(D::Error::custom(
                "ucs2Single and ucs2Concatenated go together",
            )),
        }
    }
}

/// A name, or limits as an object.
impl Serialize for Profile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Profile::Custom(limits) => limits.serialize(serializer),
            named => serializer.collect_str(named),
        }
    }
}

impl<'de> Deserialize<'de> for Profile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameOrLimits;

        impl<'de> Visitor<'de> for NameOrLimits {
            type Value = Profile;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("standard, toll-free, single, or an object of limits")
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<Profile, E> {
                name.parse().map_err(E::custom)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Profile, A::Error> {
                Limits::deserialize(MapAccessDeserializer::new(map)).map(Profile::Custom)
            }
        }

        deserializer.deserialize_any(NameOrLimits)
    }
}
