//! Files as a composer or a server describes them, verdicts on them.

use alloc::string::String;
use alloc::vec::Vec;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::media::{
    Item, Limit, MediaAction, MediaChannel, MediaOutcome, MediaReason, MediaReport, MediaType,
    Verdict,
};

serialize_as! {
    Verdict: verdict => VerdictView {
        outcome: verdict.outcome(),
        reason: verdict.reason(),
        media_type: verdict.media_type(),
        bytes: verdict.bytes(),
        limit: verdict.limit(),
        other_limits: verdict.other_limits(),
        action: verdict.action(),
        code: verdict.error_code(),
        message: verdict.sentence(),
        fix: verdict.fix(),
        note: verdict.note(),
        source: verdict.source(),
        channel: verdict.channel(),
    },
    MediaChannel: channel => channel.name(),
    MediaReport: report => MediaReportView {
        accepted: report.is_accepted(),
        channel: report.channel().name(),
        bytes: report.bytes(),
        verdicts: report.verdicts(),
        problems: problems(report),
        source: report.source().0,
        note: report.source().1,
    },
}

impl Serialize for MediaType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for MediaType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for MediaChannel {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
struct ItemFields {
    content_type: Option<MediaType>,
    bytes: Option<u64>,
    first_bytes: Option<Vec<u8>>,
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fields = ItemFields::deserialize(deserializer)?;
        let first_bytes = fields.first_bytes.as_deref();
        Ok(Item::described(
            fields.content_type,
            fields.bytes,
            first_bytes,
        ))
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct VerdictView<'a> {
    outcome: MediaOutcome,
    reason: MediaReason,
    media_type: Option<&'a MediaType>,
    bytes: Option<u64>,
    limit: Option<&'a Limit>,
    other_limits: &'a [Limit],
    action: &'a MediaAction,
    code: Option<u32>,
    message: String,
    fix: String,
    note: &'a str,
    source: &'a str,
    channel: MediaChannel,
}

#[derive(Serialize)]
struct MediaReportView<'a> {
    accepted: bool,
    channel: &'static str,
    bytes: u64,
    verdicts: &'a [Verdict],
    problems: Vec<ProblemView>,
    source: &'a str,
    note: &'a str,
}

#[derive(Serialize)]
struct ProblemView {
    code: u32,
    excess: u64,
    message: String,
    fix: String,
}

fn problems(report: &MediaReport) -> Vec<ProblemView> {
    let problems = report.problems().iter().zip(report.problem_sentences());
    problems
        .map(|(problem, (message, fix))| ProblemView {
            code: problem.error_code(),
            excess: problem.excess(),
            message,
            fix,
        })
        .collect()
}
