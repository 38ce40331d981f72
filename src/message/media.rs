//! Rules of `MediaUrl`.

use alloc::vec::Vec;

use super::draft::{Draft, non_empty};
use super::rule::Rule;
use super::url;
use super::violation::Violation;
use crate::address::{Channel, SenderKind};
use crate::media::{Item, MediaChannel, MediaOutcome, MediaReport, MediaValidator, MessageProblem};

/// The media report; `None` without media and on channels with no published limits.
pub(super) fn check(draft: &mut Draft<'_>) -> Option<MediaReport> {
    let media = &draft.message.media_url;
    if media.is_empty() {
        return None;
    }
    if draft.has_template() {
        let sentence = "media and a template exclude each other";
        let fix = "leave MediaUrl out and put the media into the template";
        draft.add(Violation::new(Rule::MediaWithTemplate, sentence, fix));
    }
    for (index, attachment) in media.iter().enumerate() {
        if let Some(violation) = url::violation(attachment.url(), Rule::MediaUrlInvalid) {
            draft.add(violation.at(index));
        }
    }
    if draft.sender_kind() == Some(SenderKind::Alphanumeric) {
        let sentence = "a sender name sends no media";
        let fix = "send from a number that can send MMS, or send a link to the media";
        draft.add(Violation::new(Rule::MediaSender, sentence, fix));
    }
    let items: Vec<Item> = media.iter().map(|media| media.item().clone()).collect();
    if draft.channel == Channel::WhatsApp && non_empty(draft.message.body.as_deref()).is_some() {
        body_beside(draft, &items);
    }
    let channel = match draft.channel {
        Channel::Sms => MediaChannel::Mms,
        Channel::Rcs => MediaChannel::Rcs,
        Channel::WhatsApp => MediaChannel::WhatsApp,
        Channel::Messenger => return None,
    };
    let mut check = MediaValidator::new(channel).with_conflict_policy(draft.check.policy);
    if let Some(sender) = draft.sender_kind() {
        check = check.with_sender(sender);
    }
    let report = check.validate(&items);
    refusals(draft, &report);
    Some(report)
}

/// Adds a violation for each file that the channel refuses, and for all files together.
fn refusals(draft: &mut Draft<'_>, report: &MediaReport) {
    for (index, verdict) in report.verdicts().iter().enumerate() {
        if verdict.outcome() == MediaOutcome::Refused {
            let violation = Violation::new(Rule::MediaRefused, verdict.sentence(), verdict.fix());
            draft.add(violation.with_code(verdict.error_code()).at(index));
        }
    }
    for (problem, (sentence, fix)) in report.problems().iter().zip(report.problem_sentences()) {
        let rule = match problem {
            MessageProblem::TooManyItems { .. } => Rule::MediaTooMany,
            MessageProblem::TooLargeTogether { .. } => Rule::MediaTooLarge,
        };
        draft.add(Violation::new(rule, sentence, fix));
    }
}

/// WhatsApp shows a text beside images alone.
fn body_beside(draft: &mut Draft<'_>, items: &[Item]) {
    let is_picture = |item: &Item| {
        let media_type = item.media_type();
        media_type.is_none_or(|media_type| {
            media_type.top_level() == "image" && media_type.essence() != "image/webp"
        })
    };
    if let Some(index) = items.iter().position(|item| !is_picture(item)) {
        let sentence =
            "WhatsApp shows no text beside sound, video, documents, contacts and stickers";
        let fix = "send the text as a message of its own";
        draft.add(Violation::new(Rule::BodyIgnored, sentence, fix).at(index));
    }
}
