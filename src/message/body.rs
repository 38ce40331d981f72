//! Rules of `Body`: its length, what excludes it, and what it costs.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;

use super::address::{Address, Channel, SenderKind};
use super::check::{Draft, given};
use super::rule::Rule;
use super::setting::Setting;
use super::violation::Violation;
use crate::count::Count;
use crate::links::with_shortened_links;
use crate::segment::{Profile, Segmenter};
use crate::smart_encoding::{Rules, smart_encode};

/// The most characters of a text, in 16-bit units of UTF-16: a text of 1,600 units in UCS-2 has 24
/// segments (<https://www.twilio.com/docs/api/errors/21617>).
pub(super) const MOST_CHARACTERS: usize = 1_600;

/// More segments than that are advised against.
const ADVISED_SEGMENTS: usize = 10;

/// The text as it travels, and what it costs where it is SMS.
pub(super) fn check(draft: &mut Draft<'_>) -> (Option<String>, Option<Count>) {
    let body = given(draft.message.body.as_deref());
    let Some(body) = body else {
        if draft.message.media_url.is_empty() && !draft.has_template() {
            missing(draft);
        }
        return (None, None);
    };
    if draft.has_template() {
        // 63030 is what channels with templates of their own answer: tests/data/errors.tsv
        let code = (draft.channel != Channel::Sms).then_some(63030);
        let sentence = "a text and a template exclude each other";
        let fix = "leave Body out, or ContentSid and ContentVariables";
        draft.add(Violation::new(Rule::BodyWithTemplate, sentence, fix).with_code(code));
    }
    let characters = utf16_units(body);
    if characters > MOST_CHARACTERS {
        let sentence =
            format!("the text has {characters} characters, at most {MOST_CHARACTERS} are sent");
        let fix = format!(
            "take {} characters away, or send several messages",
            characters - MOST_CHARACTERS
        );
        draft.add(Violation::new(Rule::BodyTooLong, sentence, fix));
    }
    let text = travelling(draft, body);
    if draft.channel != Channel::Sms || draft.is_mms() {
        return (Some(text), None);
    }
    let profile = match draft.sender_kind() {
        Some(SenderKind::TollFree) => Profile::TollFree,
        _ => Profile::Standard,
    };
    let count = Segmenter::new().with_profile(profile).count(&text).ok();
    if let Some(count) = count {
        costs(draft, count);
    }
    (Some(text), count)
}

fn missing(draft: &mut Draft<'_>) {
    // 21602 is the answer to a request with a sender, 21619 to one with a service.
    let code = if draft.has_service() { 21619 } else { 21602 };
    let sentence = "there is neither a text nor media nor a template";
    let fix = "set Body, MediaUrl or ContentSid";
    draft.add(Violation::new(Rule::ContentMissing, sentence, fix).with_code(Some(code)));
}

fn costs(draft: &mut Draft<'_>, count: Count) {
    let segments = count.segments();
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
        let single = if count.encoding() == crate::Encoding::Gsm7 {
            160
        } else {
            70
        };
        let fix = format!("keep to {single} characters, or send from another sender");
        draft.add(Violation::new(Rule::BodyNotConcatenated, sentence, fix));
    }
}

/// The text as it leaves the provider: links shortened first, then characters replaced.
fn travelling(draft: &Draft<'_>, body: &str) -> String {
    let service = draft.check.service.as_ref();
    let domain = service.and_then(|service| match &service.link_domain {
        Setting::Known(domain) => Some(domain.as_str()),
        Setting::Unknown | Setting::Absent => None,
    });
    let shortens = draft.message.shorten_urls == Some(true);
    let text = match domain.filter(|_| shortens) {
        Some(domain) => Cow::from(with_shortened_links(body, domain)),
        None => Cow::from(body),
    };
    let by_service = draft.has_service() && service.is_some_and(|service| service.smart_encoding);
    if draft.channel == Channel::Sms && draft.message.smart_encoded.unwrap_or(by_service) {
        return smart_encode(&text, Rules::Twilio).into_text().into_owned();
    }
    text.into_owned()
}

/// The length of a text in 16-bit units of UTF-16.
pub(super) fn utf16_units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}
