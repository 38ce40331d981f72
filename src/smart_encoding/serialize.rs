//! The JSON shape of smart encoding: the keys of the npm package, every index in 16-bit units of UTF-16.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::{Level, Rules, SmartEncoded, SmartOutcome, Substitution, SubstitutionReason};
use crate::json::serialize_as;

serialize_as! {
    Level => |level| level.name(),
    SmartOutcome => |outcome| outcome.name(),
    SubstitutionReason => |reason| reason.name(),
    Rules => |rules| rules.name(),
}

impl Serialize for SmartEncoded<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut shape = serializer.serialize_struct("SmartEncoded", 5)?;
        shape.serialize_field("text", self.text())?;
        shape.serialize_field("outcome", &self.outcome())?;
        shape.serialize_field("before", &self.before())?;
        shape.serialize_field("after", &self.after())?;
        shape.serialize_field(
            "substitutions",
            &self.substitutions().collect::<alloc::vec::Vec<_>>(),
        )?;
        shape.end()
    }
}

impl Serialize for Substitution<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (span, result) = (self.span().utf16_range(), self.result_span().utf16_range());
        let mut shape = serializer.serialize_struct("Substitution", 8)?;
        shape.serialize_field("original", self.original())?;
        shape.serialize_field("replacement", self.replacement())?;
        shape.serialize_field("start", &span.start)?;
        shape.serialize_field("end", &span.end)?;
        shape.serialize_field("resultStart", &result.start)?;
        shape.serialize_field("resultEnd", &result.end)?;
        shape.serialize_field("level", &self.level())?;
        shape.serialize_field("reason", &self.reason())?;
        shape.end()
    }
}
