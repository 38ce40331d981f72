//! Septets and user data, out and in.

use septet::pdu::{
    Dcs, DecodeError, PackError, Tpdu, TpduError, UserData, UserDataError, pack, unpack,
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
    let reference = match options.get("reference").given() {
        Some(value) => value.whole(0, 0xFFFF)?,
        None => 0,
    };
    reserve(text.len().saturating_mul(MEMORY))?;
    let reference = u16::try_from(reference).unwrap_or(u16::MAX);
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

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct TpduShape<'a> {
    #[serde(flatten)]
    fields: &'a Tpdu<'a>,
    user_data: Part<'a>,
}

pub(super) fn parse_tpdu(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let octets = arguments.at(0).octets()?;
    let argument = arguments.at(1);
    let options = argument.object()?;
    options.only("option", &["strict", "serviceCentre"])?;
    reserve(octets.len().saturating_mul(MEMORY))?;
    let has_centre = options
        .get("serviceCentre")
        .given()
        .map_or(Ok(false), |value| value.flag())?;
    let message = if has_centre {
        Tpdu::parse_with_service_centre(&octets)
    } else {
        Tpdu::parse(&octets)
    }?;
    let user_data = if is_strict(&options)? {
        message.user_data_strict()
    } else {
        message.user_data()
    };
    answer.write(&TpduShape {
        fields: &message,
        user_data: Part(&user_data?),
    })
}

pub(super) fn decode_smpp(arguments: &Arguments<'_>, answer: &mut Answer) -> Result<(), Failure> {
    let argument = arguments.at(0);
    if argument.given().is_none() {
        return Err(argument.wrong("an object"));
    }
    let pdu = argument.object()?;
    let (data_coding, esm_class) = (pdu.get("dataCoding").octet()?, pdu.get("esmClass").octet()?);
    let short_message = pdu.get("shortMessage").octets()?;
    reserve(short_message.len().saturating_mul(MEMORY))?;
    let decoded = UserData::decode_smpp(data_coding, esm_class, &short_message)?;
    answer.write(&Part(&decoded))
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
