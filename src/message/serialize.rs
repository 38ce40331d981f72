//! JSON: messages with the keys of the provider's Node library, reports with those of the npm package.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{self, Error as _, IntoDeserializer as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::attachment::Attachment;
use super::report::MessageReport;
use super::service::Service;
use super::setting::Setting;
use super::time;
use super::validator::MessageValidator;
use super::violation::Violation;
use crate::address::{Address, Channel, NumberKind, SenderKind};
use crate::conflict::ConflictPolicy;
use crate::count::Count;
use crate::media::{Item, MediaType};

/// A list, or a value that stands alone for a list of one. By hand: `untagged` costs kilobytes.
pub(super) fn one_or_many<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    struct OneOrMany<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for OneOrMany<T> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("one value or a list of them")
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<Vec<T>, E> {
            T::deserialize(text.into_deserializer()).map(|value| Vec::from([value]))
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Vec<T>, A::Error> {
            T::deserialize(MapAccessDeserializer::new(map)).map(|value| Vec::from([value]))
        }

        fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Vec<T>, A::Error> {
            Vec::deserialize(SeqAccessDeserializer::new(list))
        }
    }

    deserializer.deserialize_any(OneOrMany(PhantomData))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct AttachmentShape {
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
                let shape = AttachmentShape::deserialize(MapAccessDeserializer::new(map))?;
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

impl Serialize for Attachment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.url().serialize(serializer)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ReadingShape {
    Stricter,
    Looser,
}

impl<'de> Deserialize<'de> for ConflictPolicy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match ReadingShape::deserialize(deserializer)? {
            ReadingShape::Stricter => ConflictPolicy::Strict,
            ReadingShape::Looser => ConflictPolicy::Lenient,
        })
    }
}

/// A time as ISO 8601 writes it.
struct Time(u64);

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wrong =
            "a time is written as ISO 8601 writes it, with Z or an offset: 2026-05-15T14:30:00Z";
        time::parse(&text)
            .map(Time)
            .ok_or_else(|| D::Error::custom(wrong))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct CheckShape {
    now: Time,
    #[serde(default)]
    reading: ConflictPolicy,
    #[serde(default)]
    last_inbound: Setting<Time>,
    #[serde(default)]
    service: Option<Service>,
    #[serde(default)]
    template: Option<String>,
    #[serde(default)]
    trial: bool,
}

impl<'de> Deserialize<'de> for MessageValidator {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shape = CheckShape::deserialize(deserializer)?;
        let mut check = MessageValidator::at(shape.now.0).with_conflict_policy(shape.reading);
        check = match shape.last_inbound {
            Setting::Unknown => check,
            Setting::Absent => check.with_no_inbound(),
            Setting::Known(time) => check.with_last_inbound(time.0),
        };
        if let Some(service) = shape.service {
            check = check.with_service(service);
        }
        if let Some(template) = shape.template {
            check = check.with_template(template);
        }
        Ok(if shape.trial { check.on_trial() } else { check })
    }
}

#[derive(Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
#[derive(Default)]
struct ServiceShape {
    senders: Option<Vec<String>>,
    link_domain: Setting<String>,
    smart_encoding: bool,
}

impl<'de> Deserialize<'de> for Service {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shape = ServiceShape::deserialize(deserializer)?;
        let mut service = Service::new();
        if let Some(senders) = shape.senders {
            let senders: Result<Vec<Address>, _> =
                senders.iter().map(|text| text.parse()).collect();
            service = service.with_senders(senders.map_err(D::Error::custom)?);
        }
        service = match shape.link_domain {
            Setting::Unknown => service,
            Setting::Absent => service.without_link_domain(),
            Setting::Known(domain) => service.with_link_domain(domain),
        };
        Ok(if shape.smart_encoding {
            service.with_smart_encoding()
        } else {
            service
        })
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ViolationShape<'a> {
    rule: &'static str,
    field: &'static str,
    index: Option<usize>,
    severity: &'static str,
    code: Option<u32>,
    message: &'a str,
    fix: &'a str,
    source: &'static str,
}

impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ViolationShape {
            rule: self.rule().name(),
            field: self.field(),
            index: self.index(),
            severity: self.severity().name(),
            code: self.error_code(),
            message: self.sentence(),
            fix: self.fix(),
            source: self.source(),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReportShape<'a> {
    acceptable: bool,
    channel: Channel,
    violations: &'a [Violation],
    text: Option<&'a str>,
    count: Option<Count>,
    media: Option<&'a crate::media::MediaReport>,
}

impl Serialize for MessageReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ReportShape {
            acceptable: self.is_acceptable(),
            channel: self.channel(),
            violations: self.violations(),
            text: self.text(),
            count: self.count(),
            media: self.media(),
        }
        .serialize(serializer)
    }
}

impl Serialize for Channel {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let prefix = self.prefix().trim_end_matches(':');
        let name = if prefix.is_empty() { "sms" } else { prefix };
        serializer.serialize_str(name)
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AddressShape {
    address: String,
    channel: Channel,
    kind: &'static str,
    sender_kind: Option<&'static str>,
    number: Option<String>,
    calling_code: Option<String>,
    country: Option<String>,
    problem: Option<String>,
}

/// `kind` is `phone-number`, `toll-free`, `premium`, `non-geographic`, `short-code`, `alphanumeric`
/// or `name`; `problem` says why a number cannot exist.
impl Serialize for Address {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number = self.phone_number();
        let kind = match number.map(|number| number.kind()) {
            Some(NumberKind::Ordinary) => "phone-number",
            Some(NumberKind::TollFree) => "toll-free",
            Some(NumberKind::Premium) => "premium",
            Some(NumberKind::NonGeographic) => "non-geographic",
            None if self.short_code().is_some() => "short-code",
            None if self.alphanumeric().is_some() => "alphanumeric",
            None => "name",
        };
        AddressShape {
            address: self.to_string(),
            channel: self.channel(),
            kind,
            sender_kind: self.sender_kind().map(SenderKind::name),
            number: number.map(|number| number.to_string()),
            calling_code: number.and_then(|number| number.calling_code().map(Into::into)),
            country: number
                .and_then(|number| number.country())
                .map(|country| country.to_string()),
            problem: number
                .and_then(|number| number.problem())
                .map(|problem| problem.to_string()),
        }
        .serialize(serializer)
    }
}
