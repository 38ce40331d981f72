//! Rules of `Body`: its length, what excludes it, and what it costs.

use alloc::borrow::Cow;
use alloc::format;

use super::draft::{Draft, non_empty};
use super::fact::Fact;
use super::rule::Rule;
use super::violation::Violation;
use crate::address::{Address, Channel, SenderKind};
use crate::count::Count;
use crate::encoding::Encoding;
use crate::limits::{ADVISED_SEGMENTS, MAX_CHARACTERS};
use crate::limits::{Capacity, Profile};
use crate::protected::with_shortened_links;
use crate::text::utf16_len;

/// The cost of a text, with the figures that rules refer to.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    pub(crate) encoding: Encoding,
    pub(crate) segments: usize,
}

impl From<Count> for Cost {
    fn from(count: Count) -> Self {
        Cost {
            encoding: count.encoding(),
            segments: count.segments(),
        }
    }
}

/// Measures a text whose links are shortened already: replaces its characters as the provider does if the flag says so,
/// and counts what results under the profile, if there is one.
pub(crate) type CountBody<'m> = dyn FnMut(&str, bool, Option<Profile>) -> Option<Cost> + 'm;

/// Checks the text; gives what it costs where it is SMS.
pub(super) fn check(draft: &mut Draft<'_>, count_body: &mut CountBody<'_>) -> Option<Cost> {
    let body = non_empty(draft.message.body.as_deref());
    let Some(body) = body else {
        if draft.message.media_url.is_empty() && !draft.has_template() {
            missing(draft);
        }
        return None;
    };
    if draft.has_template() {
        // 63030 is what channels with templates of their own answer: tests/data/errors.tsv
        let code = (draft.channel != Channel::Sms).then_some(63030);
        let sentence = "a text and a template exclude each other";
        let fix = "leave Body out, or ContentSid and ContentVariables";
        draft.add(Violation::new(Rule::BodyWithTemplate, sentence, fix).with_code(code));
    }
    let characters = utf16_len(body);
    if characters > MAX_CHARACTERS {
        let sentence =
            format!("the text has {characters} characters, at most {MAX_CHARACTERS} are sent");
        let fix = format!(
            "take {} characters away, or send several messages",
            characters - MAX_CHARACTERS
        );
        draft.add(Violation::new(Rule::BodyTooLong, sentence, fix));
    }
    let is_sms = draft.channel == Channel::Sms && !draft.is_mms();
    let profile = is_sms.then(|| match draft.sender_kind() {
        Some(SenderKind::TollFree) => Profile::TollFree,
        _ => Profile::Standard,
    });
    let cost = count_body(&with_links(draft, body), is_smart_encoded(draft), profile)?;
    costs(draft, cost);
    Some(cost)
}

fn missing(draft: &mut Draft<'_>) {
    // 21602 is the answer to a request with a sender, 21619 to one with a service.
    let code = if draft.has_service() { 21619 } else { 21602 };
    let sentence = "there is neither a text nor media nor a template";
    let fix = "set Body, MediaUrl or ContentSid";
    draft.add(Violation::new(Rule::ContentMissing, sentence, fix).with_code(Some(code)));
}

fn costs(draft: &mut Draft<'_>, Cost { encoding, segments }: Cost) {
    if segments > ADVISED_SEGMENTS {
        let sentence = format!(
            "the text has {segments} segments, more than {ADVISED_SEGMENTS} may not arrive whole"
        );
        let fix = "shorten it, or send a link to the rest";
        draft.add(Violation::new(Rule::BodyManySegments, sentence, fix));
    }
    let to = draft.to.as_ref().and_then(Address::phone_number);
    let canada = to
        .and_then(|to| to.country())
        .is_some_and(|country| country.code() == "CA");
    if canada && segments > 1 && draft.sender_kind() == Some(SenderKind::ShortCode) {
        let sentence =
            "texts of more than one segment from a short code are not delivered in Canada";
        let units = Capacity::by_default(encoding).single;
        let fix = format!("keep to {units} characters, or send from another sender");
        draft.add(Violation::new(Rule::BodyNotConcatenated, sentence, fix));
    }
}

/// The text with its links as the provider shortens them, which it does before it replaces characters.
fn with_links<'b>(draft: &Draft<'_>, body: &'b str) -> Cow<'b, str> {
    let service = draft.check.service.as_ref();
    let domain = service.and_then(|service| match &service.link_domain {
        Fact::Known(domain) => Some(domain.as_str()),
        Fact::Unknown | Fact::Absent => None,
    });
    let shortens = draft.message.shorten_urls == Some(true);
    match domain.filter(|_| shortens) {
        Some(domain) => Cow::from(with_shortened_links(body, domain)),
        None => Cow::from(body),
    }
}

/// True if the provider replaces characters, which it does for SMS and MMS only.
fn is_smart_encoded(draft: &Draft<'_>) -> bool {
    let service = draft.check.service.as_ref();
    let by_service = draft.has_service() && service.is_some_and(|service| service.smart_encoding);
    draft.channel == Channel::Sms && draft.message.smart_encoded.unwrap_or(by_service)
}
