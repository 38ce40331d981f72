//! JSON: files as a composer or a server describes them, verdicts with the keys of the npm package.

use alloc::string::String;
use alloc::vec::Vec;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::channel::{Carrier, MediaChannel};
use super::check::MediaValidator;
use super::item::Item;
use super::limit::Limit;
use super::media_type::MediaType;
use super::report::MediaReport;
use super::verdict::{MediaAction, MediaOutcome, MediaReason, Verdict};
use crate::address::SenderKind;
use crate::conflict::ConflictPolicy;

impl<'de> Deserialize<'de> for MediaType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

impl Serialize for MediaType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
struct ItemShape {
    content_type: Option<MediaType>,
    bytes: Option<u64>,
    first_bytes: Option<Vec<u8>>,
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shape = ItemShape::deserialize(deserializer)?;
        Ok(Item::described(
            shape.content_type,
            shape.bytes,
            shape.first_bytes.as_deref(),
        ))
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum CarrierShape {
    Att,
    #[serde(rename = "t-mobile")]
    TMobile,
    Verizon,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SenderShape {
    LongCode,
    TollFree,
    ShortCode,
    Alphanumeric,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckShape {
    channel: String,
    #[serde(default)]
    sender: Option<SenderShape>,
    #[serde(default)]
    carrier: Option<CarrierShape>,
    #[serde(default)]
    reading: ConflictPolicy,
}

impl<'de> Deserialize<'de> for MediaValidator {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shape = CheckShape::deserialize(deserializer)?;
        let channel: MediaChannel = shape.channel.parse().map_err(D::Error::custom)?;
        let mut check = MediaValidator::new(channel).with_conflict_policy(shape.reading);
        if let Some(sender) = shape.sender {
            check = check.with_sender(match sender {
                SenderShape::LongCode => SenderKind::LongCode,
                SenderShape::TollFree => SenderKind::TollFree,
                SenderShape::ShortCode => SenderKind::ShortCode,
                SenderShape::Alphanumeric => SenderKind::Alphanumeric,
            });
        }
        if let Some(carrier) = shape.carrier {
            check = check.with_carrier(match carrier {
                CarrierShape::Att => Carrier::Att,
                CarrierShape::TMobile => Carrier::TMobile,
                CarrierShape::Verizon => Carrier::Verizon,
            });
        }
        Ok(check)
    }
}

#[derive(Serialize)]
struct LimitShape {
    bytes: u64,
    note: &'static str,
    source: &'static str,
}

impl Serialize for Limit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        LimitShape {
            bytes: self.bytes(),
            note: self.note(),
            source: self.source(),
        }
        .serialize(serializer)
    }
}

/// What to do, with what is needed for it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ActionShape<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    media_type: Option<&'a MediaType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bytes: Option<u64>,
}

impl Serialize for MediaAction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (kind, media_type, bytes) = match self {
            MediaAction::None => ("none", None, None),
            MediaAction::Convert { to } => ("convert", Some(to), None),
            MediaAction::Shrink { bytes } => ("shrink", None, Some(*bytes)),
            MediaAction::SendAsLink => ("send-as-link", None, None),
            MediaAction::Declare { media_type } => ("declare", Some(media_type), None),
            MediaAction::Replace => ("replace", None, None),
            MediaAction::FindOut => ("find-out", None, None),
        };
        ActionShape {
            kind,
            media_type,
            bytes,
        }
        .serialize(serializer)
    }
}

impl Serialize for MediaOutcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            MediaOutcome::Supported => "supported",
            MediaOutcome::PassedOn => "passed-on",
            MediaOutcome::Unknown => "unknown",
            MediaOutcome::Refused => "refused",
        })
    }
}

impl Serialize for MediaReason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            MediaReason::Supported => "supported",
            MediaReason::Resized => "resized",
            MediaReason::AcceptedOnly => "accepted-only",
            MediaReason::NoPublishedLimit => "no-published-limit",
            MediaReason::SizeUnknown => "size-unknown",
            MediaReason::TypeUnknown => "type-unknown",
            MediaReason::UnsupportedType => "unsupported-type",
            MediaReason::TooLarge => "too-large",
            MediaReason::Empty => "empty",
            MediaReason::Contradiction => "contradiction",
        })
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct VerdictShape<'a> {
    outcome: MediaOutcome,
    reason: MediaReason,
    media_type: Option<&'a MediaType>,
    bytes: Option<u64>,
    limit: Option<Limit>,
    other_limits: &'a [Limit],
    action: &'a MediaAction,
    code: Option<u32>,
    message: String,
    fix: String,
    note: &'static str,
    source: &'static str,
}

impl Serialize for Verdict {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        VerdictShape {
            outcome: self.outcome(),
            reason: self.reason(),
            media_type: self.media_type(),
            bytes: self.bytes(),
            limit: self.limit(),
            other_limits: self.other_limits(),
            action: self.action(),
            code: self.error_code(),
            message: self.sentence(),
            fix: self.fix(),
            note: self.note(),
            source: self.source(),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
struct ProblemShape {
    code: u32,
    excess: u64,
    message: String,
    fix: String,
}

#[derive(Serialize)]
struct ReportShape<'a> {
    accepted: bool,
    channel: &'static str,
    bytes: u64,
    verdicts: &'a [Verdict],
    problems: Vec<ProblemShape>,
    source: &'static str,
}

impl Serialize for MediaReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let problems = self.problems().iter().zip(self.problem_sentences());
        ReportShape {
            accepted: self.is_accepted(),
            channel: self.channel().name(),
            bytes: self.bytes(),
            verdicts: self.verdicts(),
            problems: problems
                .map(|(problem, (message, fix))| ProblemShape {
                    code: problem.error_code(),
                    excess: problem.excess(),
                    message,
                    fix,
                })
                .collect(),
            source: self.source().0,
        }
        .serialize(serializer)
    }
}
