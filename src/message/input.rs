//! Messages as a service gets them, in JSON from somebody else: what cannot be read is a violation next to the others.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::attachment::Attachment;
use super::outbound::{OutboundMessage, PARAMETERS};
use super::parameter::{Decimal, Source};
use super::rule::Rule;
use super::violation::Violation;
use crate::media::{Item, MediaType};

/// An outbound message in JSON, read as far as it can be: a key that the API does not have and a value of another type
/// than its parameter are violations, not errors of serde. Only JSON that is not an object is an error.
///
/// ```
/// use septet::message::{MessageInput, MessageValidator, Rule};
///
/// let json = r#"{"to": "+14155552671", "from": 14155550199, "body": "Hi", "mediaURL": "https://example.com/a.png"}"#;
/// let input: MessageInput = serde_json::from_str(json)?;
/// let report = MessageValidator::at(1_800_000_000).validate_input(&input);
/// let found: Vec<_> = report.violations().iter().map(|one| (one.rule(), one.field())).collect();
/// assert_eq!(found[0], (Rule::ParameterType, "From"));
/// assert_eq!(found[1], (Rule::ParameterUnknown, "mediaURL"));
/// assert_eq!(report.violations()[0].sentence(), "it is a number, not a text");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageInput {
    message: OutboundMessage,
    violations: Vec<Violation>,
}

impl MessageInput {
    /// The message, without what could not be read.
    #[must_use]
    pub const fn message(&self) -> &OutboundMessage {
        &self.message
    }

    /// Everything that could not be read, in the order of the parameters, then of the unknown keys.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }
}

impl<'de> Deserialize<'de> for MessageInput {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let JsonValue::Object(members) = JsonValue::deserialize(deserializer)? else {
            return Err(D::Error::custom(
                "a message must be an object of parameters",
            ));
        };
        let mut reader = Reader {
            members,
            violations: Vec::new(),
        };
        let message = OutboundMessage::read(&mut reader);
        let Reader {
            members,
            mut violations,
        } = reader;
        violations.extend(members.into_iter().map(|(key, _)| unknown(&key)));
        Ok(MessageInput {
            message,
            violations,
        })
    }
}

/// The whole numbers that JSON of every language has exactly, up to 2^53 - 1 either way.
const MAX_SAFE: u64 = (1 << 53) - 1;

/// A value of JSON whose type is not known yet.
enum JsonValue {
    Null,
    Flag(bool),
    Whole(i64),
    /// A number that is not whole, or whose digits are too many, as it is written.
    Number(String),
    Text(String),
    List(Vec<JsonValue>),
    Object(Vec<(String, JsonValue)>),
}

impl JsonValue {
    /// The type in ordinary words.
    const fn kind(&self) -> &'static str {
        match self {
            JsonValue::Null => "null",
            JsonValue::Flag(_) => "true or false",
            JsonValue::Whole(_) | JsonValue::Number(_) => "a number",
            JsonValue::Text(_) => "a text",
            JsonValue::List(_) => "a list",
            JsonValue::Object(_) => "an object",
        }
    }
}

/// The parameters that were not read yet, and what is wrong with those that were.
struct Reader {
    members: Vec<(String, JsonValue)>,
    violations: Vec<Violation>,
}

impl Reader {
    fn take(&mut self, key: &str) -> Option<JsonValue> {
        let index = self.members.iter().position(|member| member.0 == key)?;
        let value = self.members.remove(index).1;
        (!matches!(value, JsonValue::Null)).then_some(value)
    }

    /// Reads a value, or adds that it is of another type.
    fn read<T>(
        &mut self,
        key: &str,
        expected: &str,
        read: impl FnOnce(JsonValue) -> Result<T, JsonValue>,
    ) -> Option<T> {
        let value = self.take(key)?;
        read(value)
            .map_err(|value| self.violations.push(of_another_type(key, &value, expected)))
            .ok()
    }

    /// The items of a list, or a value that stands for a list of one.
    fn items(&mut self, key: &str) -> Vec<JsonValue> {
        match self.take(key) {
            None => Vec::new(),
            Some(JsonValue::List(items)) => items,
            Some(value) => Vec::from([value]),
        }
    }
}

fn of_another_type(key: &str, value: &JsonValue, expected: &str) -> Violation {
    let sentence = format!("it is {}, not {expected}", value.kind());
    let fix = match value {
        // Where one object is a parameter of the API, its parameter is the JSON of the object.
        JsonValue::Object(_) if key == "contentVariables" => "give its JSON as a text".into(),
        _ => format!("give {expected}"),
    };
    Violation::new(Rule::ParameterType, sentence, fix).of(name(key))
}

fn unknown(key: &str) -> Violation {
    // The helper libraries of other languages write `messaging_service_sid`.
    let letters = key.bytes().filter(|octet| !matches!(octet, b'_' | b'-'));
    let lower = |octet: u8| octet.to_ascii_lowercase();
    let is_meant =
        |known: &&(&str, &str)| known.0.bytes().map(lower).eq(letters.clone().map(lower));
    let none = "there is no parameter of this name";
    let (sentence, fix) = match PARAMETERS.iter().find(is_meant) {
        Some((meant, _)) if *meant == key => ("it is given twice", "give it once".into()),
        Some((meant, _)) => (none, format!("write {meant}")),
        None => (none, String::from("leave it out")),
    };
    Violation::new(Rule::ParameterUnknown, sentence, fix).of(key.to_string())
}

/// The name of a parameter in the API by its key in JSON.
fn name(key: &str) -> &'static str {
    let found = PARAMETERS.iter().find(|parameter| parameter.0 == key);
    found.map_or("", |parameter| parameter.1)
}

impl Source for Reader {
    fn text(&mut self, key: &'static str) -> Option<String> {
        self.read(key, "a text", |value| match value {
            JsonValue::Text(text) => Ok(text),
            other => Err(other),
        })
    }

    fn decimal(&mut self, key: &'static str) -> Option<Decimal> {
        self.read(key, "a number or its text", |value| match value {
            JsonValue::Text(text) | JsonValue::Number(text) => Ok(text.into()),
            JsonValue::Whole(number) => Ok(number.to_string().into()),
            other => Err(other),
        })
    }

    fn switch(&mut self, key: &'static str) -> Option<bool> {
        self.read(key, "true or false", |value| match value {
            JsonValue::Flag(flag) => Ok(flag),
            other => Err(other),
        })
    }

    fn number(&mut self, key: &'static str) -> Option<i64> {
        self.read(key, "a whole number", |value| match value {
            JsonValue::Whole(number) => Ok(number),
            other => Err(other),
        })
    }

    fn texts(&mut self, key: &'static str) -> Vec<String> {
        let mut texts = Vec::new();
        for (index, item) in self.items(key).into_iter().enumerate() {
            match item {
                JsonValue::Text(text) => texts.push(text),
                other => self
                    .violations
                    .push(of_another_type(key, &other, "a text").at(index)),
            }
        }
        texts
    }

    fn attachments(&mut self, key: &'static str) -> Vec<Attachment> {
        let mut attachments = Vec::new();
        for (index, item) in self.items(key).into_iter().enumerate() {
            let read = match item {
                JsonValue::Text(url) => Ok(Attachment::new(url)),
                JsonValue::Object(members) => attachment(members),
                other => Err(of_another_type(key, &other, "a URL or an object with url")),
            };
            match read {
                Ok(attachment) => attachments.push(attachment),
                Err(violation) => self.violations.push(violation.at(index)),
            }
        }
        attachments
    }
}

/// A piece of media with what is known of its file.
fn attachment(members: Vec<(String, JsonValue)>) -> Result<Attachment, Violation> {
    const KEY: &str = "mediaUrl";
    let mut reader = Reader {
        members,
        violations: Vec::new(),
    };
    let url = reader.read("url", "a text", |value| match value {
        JsonValue::Text(url) => Ok(url),
        other => Err(other),
    });
    let declared = reader.take("contentType");
    let bytes = reader.take("bytes");
    let first_bytes = reader.items("firstBytes");
    let wrong = |sentence: String| {
        let fix = "give url, contentType, bytes and firstBytes";
        Violation::new(Rule::ParameterType, sentence, fix).of(name(KEY))
    };
    let of_another_type = |part: &str, value: &JsonValue, expected: &str| {
        let sentence = format!("{part} is {}, not {expected}", value.kind());
        let fix = format!("give {part} as {expected}");
        Violation::new(Rule::ParameterType, sentence, fix).of(name(KEY))
    };
    if let Some((key, _)) = reader.members.first() {
        let is_known = ["url", "contentType", "bytes", "firstBytes"].contains(&key.as_str());
        return Err(wrong(if is_known {
            format!("{key} is given twice")
        } else {
            format!("an attachment has no {key}")
        }));
    }
    let Some(url) = url else {
        return Err(wrong("an attachment needs a url, which is a text".into()));
    };
    let declared = match declared {
        None => None,
        Some(JsonValue::Text(text)) => Some(
            text.parse::<MediaType>()
                .map_err(|error| wrong(format!("contentType: {error}")))?,
        ),
        Some(other) => return Err(of_another_type("contentType", &other, "a text")),
    };
    let bytes = match bytes {
        None => None,
        Some(JsonValue::Whole(bytes)) if bytes >= 0 => Some(bytes.unsigned_abs()),
        Some(JsonValue::Whole(_)) => return Err(wrong("bytes is negative".into())),
        Some(other) => return Err(of_another_type("bytes", &other, "a whole number")),
    };
    let octet = |value: JsonValue| match value {
        JsonValue::Whole(octet) => u8::try_from(octet).ok(),
        _ => None,
    };
    let is_sniffed = !first_bytes.is_empty();
    let first_bytes: Option<Vec<u8>> = first_bytes.into_iter().map(octet).collect();
    let Some(first_bytes) = first_bytes else {
        return Err(wrong("firstBytes is not a list of octets".into()));
    };
    let attachment = Attachment::new(url);
    let named = attachment.item().media_type().cloned();
    let first_bytes = is_sniffed.then_some(first_bytes.as_slice());
    let item = Item::described(declared, bytes, first_bytes);
    Ok(attachment.with_item(item.or_named(named)))
}

impl<'de> Deserialize<'de> for JsonValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = JsonValue;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value of JSON")
            }

            fn visit_bool<E>(self, flag: bool) -> Result<JsonValue, E> {
                Ok(JsonValue::Flag(flag))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<JsonValue, E> {
                let is_safe = number.unsigned_abs() <= MAX_SAFE;
                Ok(if is_safe {
                    JsonValue::Whole(number)
                } else {
                    JsonValue::Number(number.to_string())
                })
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<JsonValue, E> {
                match i64::try_from(number) {
                    Ok(number) => self.visit_i64(number),
                    Err(_) => Ok(JsonValue::Number(number.to_string())),
                }
            }

            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_precision_loss,
                clippy::float_cmp,
                reason = "up to 2^53 a double has every integer"
            )]
            fn visit_f64<E: Error>(self, number: f64) -> Result<JsonValue, E> {
                // JSON does not know integers: some languages write 7.0.
                let whole = number as i64;
                if whole as f64 == number {
                    self.visit_i64(whole)
                } else {
                    Ok(JsonValue::Number(number.to_string()))
                }
            }

            fn visit_str<E>(self, text: &str) -> Result<JsonValue, E> {
                Ok(JsonValue::Text(text.into()))
            }

            fn visit_unit<E>(self) -> Result<JsonValue, E> {
                Ok(JsonValue::Null)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<JsonValue, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(JsonValue::List(items))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<JsonValue, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(JsonValue::Object(members))
            }
        }

        deserializer.deserialize_any(Any)
    }
}
