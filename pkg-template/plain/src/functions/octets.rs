//! Septets and user data, out and in.

use std::time::Duration;

use septet::pdu::{
    Dcs, DecodeError, PackError, Pdu, SmppMessage, Submit, SubmitError, SubmitPdu, TpduError,
    UserData, UserDataError, ValidityPeriod, pack, unpack,
};
use septet::{Alphabet, NationalLanguage, UndefinedSeptet};
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::Value;

use crate::answer::Answer;
use crate::arguments::{Argument, Arguments, Object, one_of};
use crate::failure::Failure;
use crate::memory::reserve;
use crate::options::{CountOptions, Sent, language, language_names};

/// Octets of memory for each octet of text or data.
const MEMORY: usize = 64;

pub(super) fn encode_user_data(
    arguments: &Arguments<'_>,
    answer: &mut Answer,
) -> Result<(), Failure> {
    let text = arguments.at(0).text()?;
    let argument = arguments.at(1);
    let options = argument.object()?;
    let count = CountOptions::read(&options, Sent::AsIs, &["reference"])?;
    let reference = reference(&options)?;
    reserve(text.len().saturating_mul(MEMORY))?;
    let parts = count.segmenter.user_data(text, reference)?;
    answer.write(&Parts(&parts))
}

pub(super) fn decode_user_data(
    arguments: &Arguments<'_>,
    answer: &mut Answer,
) -> Result<(), Failure> {
    let argument = arguments.at(0);
    if argument.given().is_none() {
        return Err(argument.wrong("an object"));
    }
    let part = argument.object()?;
    let (dcs, udl) = (part.get("dcs").octet()?, part.get("udl").octet()?);
    let (udhi, octets) = (part.get("udhi").flag()?, part.get("octets").octets()?);
    let is_strict = strict(&arguments.at(1))?;
    let dcs = Dcs::new(dcs);
    let decoded = if is_strict {
        UserData::decode_strict(dcs, udhi.into(), udl, &octets)
    } else {
        UserData::decode(dcs, udhi.into(), udl, &octets)
    };
    answer.write(&Part(&decoded?))
}

/// User data with the keys of the npm package, where the code units of UCS-2 are in the text.
struct Part<'a>(&'a UserData);

impl Serialize for Part<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut shape = serde_json::to_value(self.0).map_err(S::Error::custom)?;
        if let Some(members) = shape.as_object_mut() {
            members.shift_remove("codeUnits");
        }
        shape.serialize(serializer)
    }
}

/// User data one part after the other, so that one is in memory at a time.
struct Parts<'a>(&'a [UserData]);

impl Serialize for Parts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Part))
    }
}

pub(super) fn encode_septets(
    arguments: &Arguments<'_>,
    answer: &mut Answer,
) -> Result<(), Failure> {
    let text = arguments.at(0).text()?;
    let argument = arguments.at(1);
    let alphabet = alphabet(&argument.object()?, &[])?;
    reserve(text.len().saturating_mul(16))?;
    answer.write(&alphabet.encode(text)?)
}

pub(super) fn decode_septets(
    arguments: &Arguments<'_>,
    answer: &mut Answer,
) -> Result<(), Failure> {
    let septets = arguments.at(0).octets()?;
    let argument = arguments.at(1);
    let options = argument.object()?;
    let alphabet = alphabet(&options, &["strict"])?;
    reserve(septets.len().saturating_mul(16))?;
    if is_strict(&options)? {
        answer.write(&alphabet.decode_strict(&septets)?)
    } else {
        answer.write(&alphabet.decode(&septets))
    }
}

pub(super) fn pack_septets(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let septets = arguments.at(0).octets()?;
    reserve(septets.len().saturating_mul(MEMORY))?;
    answer.write(&pack(&septets, fill_bits(&arguments.at(1))?)?)
}

pub(super) fn unpack_septets(
    arguments: &Arguments<'_>,
    answer: &mut Answer,
) -> Result<(), Failure> {
    let octets = arguments.at(0).octets()?;
    let count = arguments.at(1).word(0)?;
    let fill_bits = fill_bits(&arguments.at(2))?;
    reserve(octets.len().saturating_mul(MEMORY))?;
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    answer.write(&unpack(&octets, count, fill_bits)?)
}

fn fill_bits(value: &Argument<'_>) -> Result<u8, Failure> {
    value.given().map_or(Ok(0), |value| value.octet())
}

/// Octets of memory for each octet of a PDU, of which a [`shape`] is made: several lists have a value of JSON for each.
const SHAPE_MEMORY: usize = 256;

/// A message, status report or `deliver_sm` as the crate serializes it, user data as [`Part`] has it, and further keys.
fn shape(
    value: &impl Serialize,
    further: impl IntoIterator<Item = (&'static str, Value)>,
) -> Result<Value, Failure> {
    let mut shape = serde_json::to_value(value).map_err(|_| Failure::out_of_memory())?;
    if let Some(members) = shape.as_object_mut() {
        members.shift_remove("codeUnits");
        for (key, value) in further {
            members.insert(key.into(), value);
        }
        if let Some(part) = members.get_mut("userData").and_then(Value::as_object_mut) {
            part.shift_remove("codeUnits");
        }
    }
    Ok(shape)
}

pub(super) fn parse_tpdu(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let octets = arguments.at(0).octets()?;
    let argument = arguments.at(1);
    let options = argument.object()?;
    options.only("option", &["serviceCentre", "length", "strict"])?;
    reserve(octets.len().saturating_mul(SHAPE_MEMORY))?;
    let centre = options.known("serviceCentre");
    let or_null = |value: Argument<'_>| value.flag().map_err(|_| value.wrong("a boolean or null"));
    let centre = centre.map(or_null).transpose()?;
    let announced = options.known("length");
    let announced = announced.map(|value| value.whole(1, 0xFFFF)).transpose()?;
    let announced = announced.and_then(|length| usize::try_from(length).ok());
    let is_strict = is_strict(&options)?;
    let pdu = match (announced, centre) {
        (Some(announced), _) => Pdu::detect_announced(&octets, announced),
        (None, None) => Pdu::detect(&octets),
        (None, Some(true)) => Pdu::parse_with_service_centre(&octets),
        (None, Some(false)) => Pdu::parse(&octets),
    }?;
    let checked = pdu.check();
    if is_strict {
        announced.map_or(Ok(()), |announced| Pdu::check_announced(&octets, announced))?;
        checked?;
    }
    let fault = checked.err().map(|fault| fault.to_string());
    let mut further = Vec::from([("fault", Value::from(fault))]);
    if let Pdu::Message(message) = &pdu {
        let part = message.user_data()?;
        further.push(("text", Value::from(part.text())));
        let part = serde_json::to_value(part).map_err(|_| Failure::out_of_memory())?;
        further.push(("userData", part));
    }
    answer.write(&shape(&pdu, further)?)
}

pub(super) fn decode_smpp(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let argument = arguments.at(0);
    if argument.given().is_none() {
        return Err(argument.wrong("an object"));
    }
    let message = argument.object()?;
    let data_coding = message.get("dataCoding").octet()?;
    let esm_class = message.get("esmClass").given();
    let esm_class = esm_class.map_or(Ok(0), |value| value.octet())?;
    // SMPP 3.4 clause 5.3.2.32: short_message is empty where there is a payload.
    let payload = message.known("messagePayload");
    let octets = match payload {
        Some(payload) => payload.octets()?,
        None => message.get("shortMessage").octets()?,
    };
    reserve(octets.len().saturating_mul(SHAPE_MEMORY))?;
    answer.write(&shape(
        &SmppMessage::decode(data_coding, esm_class, &octets)?,
        [],
    )?)
}

pub(super) fn encode_submit(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let (text, to) = (arguments.at(0).text()?, arguments.at(1).text()?);
    let argument = arguments.at(2);
    let options = argument.object()?;
    let own = [
        "reference",
        "serviceCentre",
        "validitySeconds",
        "statusReport",
    ];
    let count = CountOptions::read(&options, Sent::AsIs, &own)?;
    let wants_report = options.is("statusReport")?;
    let mut submit = Submit::to(to)?.with_status_report(wants_report);
    if let Some(number) = options.text("serviceCentre")? {
        submit = submit.with_service_centre(number)?;
    }
    if let Some(seconds) = options.known("validitySeconds") {
        let period = Duration::from_secs(seconds.word(1)?.into());
        submit = submit.with_validity_period(ValidityPeriod::at_least(period))?;
    }
    reserve(text.len().saturating_mul(MEMORY))?;
    let parts = count.segmenter.user_data(text, reference(&options)?)?;
    let pdus: Vec<SubmitPdu> = parts.iter().map(|part| submit.pdu(part)).collect();
    answer.write(&pdus)
}

pub(super) fn parse_dcs(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    answer.write(&Dcs::new(arguments.at(0).octet()?))
}

/// The number that the segments of a text share, 0 unless it is given.
fn reference(options: &Object<'_>) -> Result<u16, Failure> {
    let reference = options.get("reference").given();
    let reference = reference.map_or(Ok(0), |value| value.whole(0, 0xFFFF))?;
    Ok(u16::try_from(reference).unwrap_or(u16::MAX))
}

fn strict(options: &Argument<'_>) -> Result<bool, Failure> {
    let options = options.object()?;
    options.only("option", &["strict"])?;
    is_strict(&options)
}

fn is_strict(options: &Object<'_>) -> Result<bool, Failure> {
    options
        .get("strict")
        .given()
        .map_or(Ok(false), |value| value.flag())
}

/// The alphabet of two options, beside further ones.
fn alphabet(options: &Object<'_>, further: &[&str]) -> Result<Alphabet, Failure> {
    options.only(
        "option",
        &[&["lockingShift", "singleShift"], further].concat(),
    )?;
    let shift = |name| -> Result<Option<NationalLanguage>, Failure> {
        let value = options.get(name);
        match value.known() {
            None => Ok(None),
            Some(value) => language(&value).map(Some).ok_or_else(|| {
                let names = [language_names(), Vec::from([Value::Null])].concat();
                value.wrong(&one_of(&names))
            }),
        }
    };
    Ok(Alphabet::new(shift("lockingShift")?, shift("singleShift")?))
}

impl From<UndefinedSeptet> for Failure {
    fn from(error: UndefinedSeptet) -> Self {
        Failure::new("undefined-septet", error.to_string()).at(error.index())
    }
}

impl From<PackError> for Failure {
    fn from(error: PackError) -> Self {
        let failure = Failure::new("malformed", error.to_string());
        match error {
            PackError::NotASeptet { index, .. } => failure.at(index),
            _ => failure,
        }
    }
}

impl From<DecodeError> for Failure {
    fn from(error: DecodeError) -> Self {
        Failure::new("malformed", error.to_string())
            .at(error.offset())
            .with_field(&error.field())
    }
}

impl From<TpduError> for Failure {
    fn from(error: TpduError) -> Self {
        Failure::new("malformed", error.to_string())
            .at(error.offset())
            .with_field(&error.field())
    }
}

impl From<SubmitError> for Failure {
    fn from(error: SubmitError) -> Self {
        Failure::new("malformed", error.to_string())
    }
}

impl From<UserDataError> for Failure {
    fn from(error: UserDataError) -> Self {
        let code = match error {
            UserDataError::Encoding(error) => return error.into(),
            UserDataError::TooManySegments { .. } => "too-many-segments",
            UserDataError::NotConcatenable { .. } => "not-concatenable",
            _ => "malformed",
        };
        Failure::new(code, error.to_string())
    }
}
