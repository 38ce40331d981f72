//! Links in a text, and what shortening makes of them: the domain of the service and ten letters or
//! digits (<https://www.twilio.com/docs/messaging/features/link-shortening>).

use alloc::string::String;
use core::ops::Range;

use super::check::{Draft, given};
use super::rule::Rule;
use super::setting::Setting;
use super::violation::Violation;

/// What stands for the ten letters and digits that the provider makes up.
const PLACEHOLDER: &str = "XXXXXXXXXX";

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
    if service.is_some_and(|service| service.link_domain == Setting::Absent) {
        let sentence = "the messaging service has no domain for links";
        let fix = "set up a domain of your own for it, or leave ShortenUrls out";
        draft.add(Violation::new(Rule::ShortenWithoutDomain, sentence, fix));
    }
    if given(draft.message.body.as_deref()).is_some_and(|body| links(body).next().is_none()) {
        let sentence = "the text has no link that starts with http:// or https://";
        let fix = "write the whole link, or leave ShortenUrls out";
        draft.add(Violation::new(Rule::ShortenNothing, sentence, fix));
    }
}

/// The places of links in a text, in bytes: from `http://` or `https://` to the next white space,
/// without the punctuation of the sentence around it.
pub(super) fn links(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    core::iter::from_fn(move || {
        let rest = text.get(from..)?;
        let starts = ["http://", "https://"]
            .iter()
            .filter_map(|scheme| Some((rest.find(scheme)?, scheme.len())));
        let (start, scheme) = starts.min()?;
        let link = rest.get(start..)?;
        let link = link.split(char::is_whitespace).next().unwrap_or_default();
        let link = link.trim_end_matches([
            '.', ',', '!', '?', ';', ':', ')', ']', '\'', '"', '”', '’', '»', '>',
        ]);
        let range = from + start..from + start + link.len().max(scheme);
        from = range.end;
        Some(range)
    })
}

/// The text with each link in the form that shortening gives it.
pub(super) fn shortened(text: &str, domain: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut copied = 0;
    for link in links(text) {
        out.push_str(text.get(copied..link.start).unwrap_or_default());
        out.extend(["https://", domain, "/", PLACEHOLDER]);
        copied = link.end;
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    out
}
