//! Rules of `MediaUrl`.

use alloc::format;
use alloc::vec::Vec;

use super::address::{Channel, SenderKind};
use super::check::{Draft, given};
use super::rule::Rule;
use super::url;
use super::violation::Violation;
use crate::media::{Channel as MediaChannel, Check, Item, MessageProblem, Outcome, Report};

/// What becomes of the media; `None` without any and on channels with no published limits.
pub(super) fn check(draft: &mut Draft<'_>) -> Option<Report> {
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
        match url::check(attachment.url()) {
            Err(problem) => {
                let sentence = format!("the URL {}", problem.sentence());
                let violation = Violation::new(Rule::MediaUrlInvalid, sentence, problem.fix());
                draft.add(violation.at(index));
            }
            Ok(false) => draft.add(unreachable_host("MediaUrl").at(index)),
            Ok(true) => {}
        }
    }
    if draft.sender_kind() == Some(SenderKind::Alphanumeric) {
        let sentence = "a sender name sends no media";
        let fix = "send from a number that can send MMS, or send a link to the media";
        draft.add(Violation::new(Rule::MediaSender, sentence, fix));
    }
    let items: Vec<Item> = media.iter().map(|media| media.item().clone()).collect();
    if draft.channel == Channel::WhatsApp && given(draft.message.body.as_deref()).is_some() {
        body_beside(draft, &items);
    }
    let channel = match draft.channel {
        Channel::Sms => MediaChannel::Mms,
        Channel::Rcs => MediaChannel::Rcs,
        Channel::WhatsApp => MediaChannel::WhatsApp,
        Channel::Messenger => return None,
    };
    let mut check = Check::new(channel).with_reading(draft.check.reading);
    if let Some(sender) = draft.sender_kind() {
        check = check.with_sender(sender);
    }
    let report = check.message(&items);
    for (index, verdict) in report.verdicts().iter().enumerate() {
        if verdict.outcome() == Outcome::Refused {
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
    Some(report)
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

/// A warning that a host cannot be reached from outside.
pub(super) fn unreachable_host(field: &'static str) -> Violation {
    let sentence = "the host of the URL cannot be reached from outside";
    let fix = "use a host name that public DNS knows";
    Violation::new(Rule::HostNotPublic, sentence, fix).of(field)
}
