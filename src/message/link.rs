//! Rules of `ShortenUrls` (<https://www.twilio.com/docs/messaging/features/link-shortening>).

use super::draft::{Draft, non_empty};
use super::fact::Fact;
use super::rule::Rule;
use super::violation::Violation;
use crate::protected::links;

pub(super) fn check(draft: &mut Draft<'_>) {
    if draft.message.shorten_urls != Some(true) {
        return;
    }
    if !draft.has_service() {
        let sentence = "links are shortened for messaging services only";
        let fix = "set MessagingServiceSid to a service with a domain for links";
        draft.add(Violation::new(Rule::ShortenWithoutService, sentence, fix));
    }
    let service = draft.check.service.as_ref();
    if service.is_some_and(|service| service.link_domain == Fact::Absent) {
        let sentence = "the messaging service has no domain for links";
        let fix = "set up a domain of your own for it, or leave ShortenUrls out";
        draft.add(Violation::new(Rule::ShortenWithoutDomain, sentence, fix));
    }
    if non_empty(draft.message.body.as_deref())
        .is_some_and(|body| !links(body).any(|link| link.has_scheme()))
    {
        let sentence = "the text has no link that starts with http:// or https://";
        let fix = "write the whole link, or leave ShortenUrls out";
        draft.add(Violation::new(Rule::ShortenNothing, sentence, fix));
    }
}
