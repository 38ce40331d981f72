//! Before a message is sent: the message as a whole, its media, senders by country.

use septet::catalogue::SenderRules;
use septet::media::{Carrier, Item, MediaChannel, MediaType, MediaTypeError, MediaValidator};
use septet::message::{
    Address, AddressError, ConflictPolicy, Country, MessageInput, MessageValidator,
    OutboundMessage, SenderKind, Service,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::answer::Answer;
use crate::arguments::{Argument, Arguments, MAX_SAFE, Object};
use crate::failure::Failure;
use crate::memory::reserve;

const TIME: &str = "a time of ISO 8601 with Z or an offset";

const SENDER_KINDS: [(&str, SenderKind); 4] = [
    ("long-code", SenderKind::LongCode),
    ("toll-free", SenderKind::TollFree),
    ("short-code", SenderKind::ShortCode),
    ("alphanumeric", SenderKind::Alphanumeric),
];

/// Octets of memory for each octet of a message.
const MEMORY: usize = 400;

pub(super) fn check(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let message = arguments.at(0);
    let options = arguments.at(1);
    let validator = known(&options)?;
    let value = message.value().ok_or_else(|| message.wrong("an object"))?;
    reserve(value.to_string().len().saturating_mul(MEMORY))?;
    let message: MessageInput = read(value)?;
    answer.write(&validator.validate_input(&message))
}

pub(super) fn message_form(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let message = arguments.at(0);
    let value = message.value().ok_or_else(|| message.wrong("an object"))?;
    reserve(value.to_string().len().saturating_mul(MEMORY))?;
    answer.write(&read::<OutboundMessage>(value)?.to_form())
}

fn read<T: DeserializeOwned>(value: &Value) -> Result<T, Failure> {
    serde_json::from_value(value.clone())
        .map_err(|error| Failure::invalid(format!("message: {error}")))
}

pub(super) fn parse_address(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    answer.write(&arguments.at(0).text()?.parse::<Address>()?)
}

fn known(argument: &Argument<'_>) -> Result<MessageValidator, Failure> {
    let options = argument.object()?;
    options.only_properties(&[
        "now",
        "reading",
        "lastInbound",
        "service",
        "template",
        "trial",
    ])?;
    let now = time(&options.require("now", TIME)?)?;
    let mut validator = MessageValidator::at(now).with_conflict_policy(conflict_policy(&options)?);
    validator = match options.get("lastInbound").given() {
        None => validator,
        Some(value) if value.is_null() => validator.with_no_inbound(),
        Some(value) => validator.with_last_inbound(time(&value)?),
    };
    if let Some(value) = options.known("service") {
        validator = validator.with_service(service(&value.object()?)?);
    }
    if let Some(template) = options.text("template")? {
        validator = validator.with_template(template);
    }
    Ok(if options.is("trial")? {
        validator.on_trial()
    } else {
        validator
    })
}

fn service(object: &Object<'_>) -> Result<Service, Failure> {
    object.only_properties(&["senders", "linkDomain", "smartEncoding"])?;
    let mut service = Service::new();
    if let Some(senders) = object.known("senders") {
        let senders: Result<Vec<Address>, Failure> = senders
            .list("an array")?
            .map(|sender| Ok(sender.text()?.parse()?))
            .collect();
        service = service.with_senders(senders?);
    }
    service = match object.get("linkDomain").given() {
        None => service,
        Some(value) if value.is_null() => service.without_link_domain(),
        Some(value) => service.with_link_domain(value.text()?),
    };
    Ok(if object.is("smartEncoding")? {
        service.with_smart_encoding()
    } else {
        service
    })
}

/// Seconds since 1970-01-01 00:00 UTC.
fn time(value: &Argument<'_>) -> Result<u64, Failure> {
    let validator = value.as_text().and_then(MessageValidator::at_text);
    validator
        .map(|validator| validator.now())
        .ok_or_else(|| value.wrong(TIME))
}

fn conflict_policy(options: &Object<'_>) -> Result<ConflictPolicy, Failure> {
    let choices = [
        ("stricter", ConflictPolicy::Strict),
        ("looser", ConflictPolicy::Lenient),
    ];
    options
        .known("reading")
        .map_or(Ok(ConflictPolicy::Strict), |value| value.name(&choices))
}

pub(super) fn sender_kind(value: &Argument<'_>) -> Result<SenderKind, Failure> {
    value.name(&SENDER_KINDS)
}

pub(super) fn country(value: &Argument<'_>) -> Result<Country, Failure> {
    let country = value.text()?.parse();
    country.map_err(|_| value.wrong("a country by two letters of ISO 3166-1"))
}

pub(super) fn check_media(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let (items, argument) = (arguments.at(0), arguments.at(1));
    let options = argument.object()?;
    options.only_properties(&["channel", "reading", "sender", "carrier"])?;
    let channels = MediaChannel::ALL.map(|channel| (channel.name(), channel));
    let channel = options.require("channel", "a channel")?.name(&channels)?;
    let mut validator =
        MediaValidator::new(channel).with_conflict_policy(conflict_policy(&options)?);
    if let Some(sender) = options.known("sender") {
        validator = validator.with_sender(sender_kind(&sender)?);
    }
    if let Some(carrier) = options.known("carrier") {
        let carriers = [
            ("att", Carrier::Att),
            ("t-mobile", Carrier::TMobile),
            ("verizon", Carrier::Verizon),
        ];
        validator = validator.with_carrier(carrier.name(&carriers)?);
    }
    let items: Result<Vec<Item>, Failure> = items.one_or_many().iter().map(item).collect();
    answer.write(&validator.validate(&items?))
}

fn item(value: &Argument<'_>) -> Result<Item, Failure> {
    let object = value.object()?;
    object.only_properties(&["contentType", "bytes", "firstBytes"])?;
    let mut item = Item::unknown();
    if let Some(value) = object.known("contentType") {
        let media_type: MediaType = value
            .text()?
            .parse()
            .map_err(|error: MediaTypeError| value.wrong(&error.to_string()))?;
        item = Item::new(media_type);
    }
    if let Some(value) = object.known("bytes") {
        item = item.with_bytes(value.whole(0, MAX_SAFE)?.unsigned_abs());
    }
    if let Some(value) = object.known("firstBytes") {
        item = item.with_first_bytes(&value.octets()?);
    }
    Ok(item)
}

pub(super) fn sender_rules(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    answer.write(&SenderRules::of(country(&arguments.at(0))?))
}

impl From<AddressError> for Failure {
    fn from(error: AddressError) -> Self {
        Failure::new("invalid-address", error.to_string()).with_suggestion(error.suggestion())
    }
}
