//! Messages with the keys of the provider's Node library, addresses, reports.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::address::{
    Address, Alphanumeric, Channel, Country, NumberKind, PhoneNumber, SenderKind, ShortCode,
};
use crate::count::Count;
use crate::media::{Item, MediaReport, MediaType};
use crate::message::{Attachment, MessageReport, ServiceReport, Violation};
use crate::named::parsed;

serialize_as! {
    Attachment: attachment => attachment.url(),
    Violation: violation => ViolationView {
        rule: violation.rule().name(),
        field: violation.field(),
        index: violation.index(),
        severity: violation.severity().name(),
        code: violation.error_code(),
        message: violation.sentence(),
        fix: violation.fix(),
        source: violation.source(),
    },
    MessageReport: report => MessageReportView {
        acceptable: report.is_acceptable(),
        channel: report.channel(),
        violations: report.violations(),
        text: report.text(),
        count: report.count(),
        media: report.media(),
    },
    ServiceReport: report => ServiceReportView {
        acceptable: report.is_acceptable(),
        violations: report.violations(),
    },
    Address: address => AddressView::new(address),
}

#[derive(Serialize)]
struct ServiceReportView<'a> {
    acceptable: bool,
    violations: &'a [Violation],
}

#[derive(Serialize)]
struct ViolationView<'a> {
    rule: &'static str,
    field: &'a str,
    index: Option<usize>,
    severity: &'static str,
    code: Option<u32>,
    message: &'a str,
    fix: &'a str,
    source: &'static str,
}

#[derive(Serialize)]
struct MessageReportView<'a> {
    acceptable: bool,
    channel: Channel,
    violations: &'a [Violation],
    text: Option<&'a str>,
    count: Option<Count>,
    media: Option<&'a MediaReport>,
}

/// `kind` is `phone-number`, `toll-free`, `premium`, `non-geographic`, `short-code`, `alphanumeric`
/// or `name`; `problem` says why a number cannot exist.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AddressView {
    address: String,
    channel: Channel,
    kind: &'static str,
    sender_kind: Option<&'static str>,
    number: Option<String>,
    calling_code: Option<String>,
    country: Option<String>,
    problem: Option<String>,
}

impl AddressView {
    fn new(address: &Address) -> Self {
        let number = address.phone_number();
        let kind = match number.map(|number| number.kind()) {
            Some(NumberKind::Ordinary) => "phone-number",
            Some(NumberKind::TollFree) => "toll-free",
            Some(NumberKind::Premium) => "premium",
            Some(NumberKind::NonGeographic) => "non-geographic",
            None if address.short_code().is_some() => "short-code",
            None if address.alphanumeric().is_some() => "alphanumeric",
            None => "name",
        };
        let country = number.and_then(|number| number.country());
        let problem = number.and_then(|number| number.problem());
        AddressView {
            address: address.to_string(),
            channel: address.channel(),
            kind,
            sender_kind: address.sender_kind().map(SenderKind::name),
            number: number.map(|number| number.to_string()),
            calling_code: number.and_then(|number| number.calling_code().map(Into::into)),
            country: country.map(|country| country.to_string()),
            problem: problem.map(|problem| problem.to_string()),
        }
    }
}

/// Values that are their text, as they are displayed.
macro_rules! text {
    ($($type:ident)*) => {
        $(
            impl Serialize for $type {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.collect_str(self)
                }
            }

            impl<'de> Deserialize<'de> for $type {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    parsed(deserializer)
                }
            }
        )*
    };
}

text! { Alphanumeric Country PhoneNumber ShortCode }

/// An address as text, or as the object that it is serialized as.
impl<'de> Deserialize<'de> for Address {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Fields {
            address: String,
        }

        struct TextOrFields;

        impl<'de> Visitor<'de> for TextOrFields {
            type Value = Address;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an address, or an object with address")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Address, E> {
                text.parse().map_err(E::custom)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Address, A::Error> {
                let fields = Fields::deserialize(MapAccessDeserializer::new(map))?;
                fields.address.parse().map_err(de::Error::custom)
            }
        }

        deserializer.deserialize_any(TextOrFields)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct AttachmentFields {
    url: String,
    #[serde(default)]
    content_type: Option<MediaType>,
    #[serde(default)]
    bytes: Option<u64>,
    #[serde(default)]
    first_bytes: Option<Vec<u8>>,
}

impl<'de> Deserialize<'de> for Attachment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct UrlOrMore;

        impl<'de> Visitor<'de> for UrlOrMore {
            type Value = Attachment;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a URL, or an object with url, contentType, bytes and firstBytes")
            }

            fn visit_str<E: de::Error>(self, url: &str) -> Result<Attachment, E> {
                Ok(Attachment::new(url))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Attachment, A::Error> {
                let shape = AttachmentFields::deserialize(MapAccessDeserializer::new(map))?;
                let attachment = Attachment::new(shape.url);
                let named = attachment.item().media_type().cloned();
                let item = Item::described(
                    shape.content_type,
                    shape.bytes,
                    shape.first_bytes.as_deref(),
                );
                Ok(attachment.with_item(item.or_named(named)))
            }
        }

        deserializer.deserialize_any(UrlOrMore)
    }
}
