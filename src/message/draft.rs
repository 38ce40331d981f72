//! A message under check, as the rules look at it.

use alloc::vec::Vec;

use super::outbound::OutboundMessage;
use super::validator::MessageValidator;
use super::violation::Violation;
use crate::address::{Address, Channel, SenderKind};

/// A message under check: its addresses as far as they can be read, and what was found so far.
pub(super) struct Draft<'m> {
    pub check: &'m MessageValidator,
    pub message: &'m OutboundMessage,
    pub to: Option<Address>,
    pub from: Option<Address>,
    pub channel: Channel,
    pub found: Vec<Violation>,
}

impl<'m> Draft<'m> {
    pub fn new(check: &'m MessageValidator, message: &'m OutboundMessage) -> Self {
        let read = |text: Option<&str>| text.and_then(|text| text.parse::<Address>().ok());
        let (to, from) = (
            read(non_empty(message.to.as_deref())),
            read(non_empty(message.from.as_deref())),
        );
        let known = to.as_ref().or(from.as_ref());
        Draft {
            check,
            message,
            channel: known.map_or(Channel::Sms, Address::channel),
            to,
            from,
            found: Vec::new(),
        }
    }

    /// Adds what is wrong.
    pub fn add(&mut self, violation: Violation) {
        self.found.push(violation);
    }

    /// The kind of SMS sender, if the message names a sender.
    pub fn sender_kind(&self) -> Option<SenderKind> {
        self.from.as_ref().and_then(Address::sender_kind)
    }

    /// True if it names a messaging service.
    pub fn has_service(&self) -> bool {
        non_empty(self.message.messaging_service_sid.as_deref()).is_some()
    }

    /// The senders of the messaging service, if they are known.
    pub fn pool(&self) -> Option<&'m [Address]> {
        let service = self.check.service.as_ref();
        service.and_then(|service| service.senders.as_deref())
    }

    /// True if it names a content template.
    pub fn has_template(&self) -> bool {
        non_empty(self.message.content_sid.as_deref()).is_some()
    }

    /// True if it is sent as MMS.
    pub fn is_mms(&self) -> bool {
        let asked = self.message.send_as_mms == Some(true);
        self.channel == Channel::Sms && (asked || !self.message.media_url.is_empty())
    }
}

/// The value of a parameter, if it says something: an empty one is as good as none.
pub(super) fn non_empty(value: Option<&str>) -> Option<&str> {
    value.filter(|value| !value.is_empty())
}
