//! Rules of `ScheduleType` and `SendAt`.

use alloc::format;

use super::draft::{Draft, non_empty};
use super::rule::Rule;
use super::time;
use super::violation::Violation;
use crate::calendar::DAY;
use crate::conflict::ConflictPolicy;

/// The least seconds ahead (<https://www.twilio.com/docs/api/errors/35115>, 2026-04-27).
const SOONEST: u64 = 300;

/// The minimum according to the page of error 35114: 15 minutes.
const SOONEST_DISPUTED: u64 = 900;

/// The most seconds ahead: 35 days.
const LATEST: u64 = 35 * DAY;

pub(super) fn check(draft: &mut Draft<'_>) {
    let kind = non_empty(draft.message.schedule_type.as_deref());
    let send_at = non_empty(draft.message.send_at.as_deref());
    if kind.is_some_and(|kind| kind != "fixed") {
        let fix = "write `fixed`";
        draft.add(Violation::new(
            Rule::ScheduleTypeInvalid,
            "the only type is `fixed`",
            fix,
        ));
    }
    if kind.is_some() && send_at.is_none() {
        let sentence = "the message is to be scheduled and has no time";
        let fix = "set SendAt, such as 2026-05-15T14:30:00Z";
        draft.add(Violation::new(Rule::SendAtMissing, sentence, fix));
    }
    if kind.is_none() && send_at.is_some() {
        let sentence = "there is a time and no ScheduleType: the message would be sent at once";
        draft.add(Violation::new(
            Rule::ScheduleTypeMissing,
            sentence,
            "set ScheduleType to `fixed`",
        ));
    }
    if (kind.is_some() || send_at.is_some()) && !draft.has_service() {
        let sentence = "only a messaging service schedules messages";
        let fix = "set MessagingServiceSid; From may stand beside it";
        draft.add(Violation::new(Rule::ScheduleWithoutService, sentence, fix));
    }
    if let Some(text) = send_at {
        when(draft, text);
    }
}

fn when(draft: &mut Draft<'_>, text: &str) {
    let Some(send_at) = time::parse(text) else {
        let sentence = "it is not a time of ISO 8601 with a time zone";
        let fix = "write it in UTC, such as 2026-05-15T14:30:00Z";
        return draft.add(Violation::new(Rule::SendAtInvalid, sentence, fix));
    };
    let now = draft.check.now;
    let violation = match send_at.checked_sub(now) {
        Some(SOONEST..SOONEST_DISPUTED) if draft.check.policy == ConflictPolicy::Strict => {
            let ahead = send_at - now;
            let sentence = format!(
                "it is {ahead} seconds ahead; one page of the provider asks for {SOONEST}, another for {SOONEST_DISPUTED}"
            );
            let fix = format!(
                "set it to {} or later",
                time::format(now.saturating_add(SOONEST_DISPUTED))
            );
            Violation::new(Rule::SendAtDisputed, sentence, fix)
        }
        Some(SOONEST..=LATEST) => return,
        Some(ahead @ 0..SOONEST) => {
            let sentence = format!("it is {ahead} seconds ahead, at least {SOONEST} are needed");
            let fix = format!(
                "set it to {} or later, or send at once",
                time::format(now.saturating_add(SOONEST))
            );
            Violation::new(Rule::SendAtTooSoon, sentence, fix)
        }
        None => {
            let fix = format!(
                "set it to {} or later, or send at once",
                time::format(now.saturating_add(SOONEST))
            );
            Violation::new(Rule::SendAtTooSoon, "it is in the past", fix)
        }
        Some(_) => {
            let fix = format!(
                "set it to {} or earlier",
                time::format(now.saturating_add(LATEST))
            );
            Violation::new(Rule::SendAtTooLate, "it is more than 35 days ahead", fix)
        }
    };
    draft.add(violation);
}

/// The departure time: the scheduled time, or now. Seconds since 1970.
pub(super) fn departure(draft: &Draft<'_>) -> u64 {
    let scheduled = non_empty(draft.message.send_at.as_deref()).and_then(time::parse);
    scheduled.unwrap_or(draft.check.now).max(draft.check.now)
}
