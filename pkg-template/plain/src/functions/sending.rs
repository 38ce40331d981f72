//! Before a message is sent: the message as a whole, its media, senders by country.

use septet::catalogue::SenderRules;
use septet::media::{self, Carrier, Channel, Item, MediaType};
use septet::message::{
    Address, AddressError, Check, Country, OutboundMessage, Reading, SenderKind, Service,
};

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
    let check = known(&options)?;
    let value = message.value().ok_or_else(|| message.wrong("an object"))?;
    reserve(value.to_string().len().saturating_mul(MEMORY))?;
    let message: OutboundMessage = serde_json::from_value(value.clone())
        .map_err(|error| Failure::invalid(format!("message: {error}")))?;
    answer.write(&check.message(&message))
}

fn known(argument: &Argument<'_>) -> Result<Check, Failure> {
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
    let mut check = Check::at(now).with_reading(reading(&options)?);
    check = match options.get("lastInbound").given() {
        None => check,
        Some(value) if value.is_null() => check.with_no_inbound(),
        Some(value) => check.with_last_inbound(time(&value)?),
    };
    if let Some(value) = options.known("service") {
        check = check.with_service(service(&value.object()?)?);
    }
    if let Some(template) = options.text("template")? {
        check = check.with_template(template);
    }
    Ok(if options.is("trial")? {
        check.on_trial()
    } else {
        check
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
    let check = value.as_text().and_then(Check::at_text);
    check
        .map(|check| check.now())
        .ok_or_else(|| value.wrong(TIME))
}

fn reading(options: &Object<'_>) -> Result<Reading, Failure> {
    let choices = [("stricter", Reading::Stricter), ("looser", Reading::Looser)];
    options
        .known("reading")
        .map_or(Ok(Reading::Stricter), |value| value.choice(&choices))
}

pub(super) fn sender_kind(value: &Argument<'_>) -> Result<SenderKind, Failure> {
    value.choice(&SENDER_KINDS)
}

pub(super) fn country(value: &Argument<'_>) -> Result<Country, Failure> {
    let country = value.text()?.parse();
    country.map_err(|_| value.wrong("a country by two letters of ISO 3166-1"))
}

pub(super) fn check_media(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let (items, argument) = (arguments.at(0), arguments.at(1));
    let options = argument.object()?;
    options.only_properties(&["channel", "sender", "carrier", "reading"])?;
    let channels = Channel::ALL.map(|channel| (channel.name(), channel));
    let channel = options.require("channel", "a channel")?.choice(&channels)?;
    let mut check = media::Check::new(channel).with_reading(reading(&options)?);
    if let Some(sender) = options.known("sender") {
        check = check.with_sender(sender_kind(&sender)?);
    }
    if let Some(carrier) = options.known("carrier") {
        let carriers = [
            ("att", Carrier::Att),
            ("t-mobile", Carrier::TMobile),
            ("verizon", Carrier::Verizon),
        ];
        check = check.with_carrier(carrier.choice(&carriers)?);
    }
    let items: Result<Vec<Item>, Failure> = items.one_or_many().iter().map(item).collect();
    answer.write(&check.message(&items?))
}

fn item(value: &Argument<'_>) -> Result<Item, Failure> {
    let object = value.object()?;
    object.only_properties(&["contentType", "bytes", "firstBytes"])?;
    let mut item = Item::unknown();
    if let Some(value) = object.known("contentType") {
        let media_type: MediaType = value
            .text()?
            .parse()
            .map_err(|error: media::MediaTypeError| value.wrong(&error.to_string()))?;
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
