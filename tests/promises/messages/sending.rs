//! Properties of every message before it is sent, of its addresses and of the types of its media.

use septet::media::{Item, MediaChannel, MediaType, MediaValidator};
use septet::message::{self, Address, Attachment, OutboundMessage, Service};

/// An address is written as it was read; what is suggested in place of another is one.
pub fn address(text: &str) {
    match text.parse::<Address>() {
        Ok(address) => {
            assert_eq!(address.to_string(), text);
            let _ = address.sender_kind();
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            if let Some(suggestion) = error.suggestion() {
                assert!(suggestion.parse::<Address>().is_ok(), "{suggestion:?}");
            }
        }
    }
}

/// A media type is read as it is written, and every channel has a verdict.
pub fn media_type(text: &str) {
    if let Ok(media_type) = text.parse::<MediaType>() {
        let again: MediaType = media_type.to_string().parse().unwrap();
        assert_eq!(again, media_type);
        for channel in MediaChannel::ALL {
            let item = Item::new(media_type.clone()).with_bytes(1);
            assert!(
                !MediaValidator::new(channel)
                    .validate_item(&item)
                    .to_string()
                    .is_empty()
            );
        }
    }
}

/// Parameters that hold whatever was put into them.
pub struct Parameters<'a> {
    pub to: &'a str,
    pub body: &'a str,
    pub url: &'a str,
    pub json: &'a str,
    pub time: &'a str,
    pub action: &'a str,
    pub now: u64,
    pub number: i64,
}

/// Every violation says what is wrong and what would be right; the form is plain ASCII.
pub fn outbound(parameters: &Parameters<'_>) {
    let Parameters { now, number, .. } = *parameters;
    let message = OutboundMessage::new(parameters.to)
        .with_body(parameters.body)
        .with_media(Attachment::new(parameters.url))
        .with_template("HX0123456789abcdef0123456789abcdef")
        .with_variables(parameters.json)
        .with_status_callback(parameters.url)
        .with_send_at(parameters.time)
        .with_action(parameters.action)
        .with_validity_period(number)
        .with_attempt(number)
        .smart_encoded()
        .shortening_urls();
    let check = message::MessageValidator::at(now)
        .with_service(Service::new().with_link_domain("s.example"))
        .with_last_inbound(number.unsigned_abs())
        .with_template("{{1}} and {{ a }}{{");
    for violation in check.validate(&message).violations() {
        assert!(!violation.sentence().is_empty() && !violation.fix().is_empty());
    }
    assert!(message.to_form().is_ascii());
    let _ = message.scheduled_at(now);
}
