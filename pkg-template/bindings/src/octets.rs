//! Septets and user data: in and out.

use std::time::Duration;

use septet::pdu::{
    Dcs, DecodeError, PackError, Pdu, SmppMessage, Submit, SubmitError, SubmitPdu, TpduError,
    UserData, UserDataError, ValidityPeriod, pack, unpack,
};
use septet::{Alphabet, NationalLanguage, UndefinedSeptet};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::failure::Failure;
use crate::result::{Answer, to_js};
use crate::segmenter::segmenter;

/// The alphabet of two language identifiers; 0 for the default table.
fn alphabet(locking: u8, single: u8) -> Alphabet {
    Alphabet::new(
        NationalLanguage::from_id(locking),
        NationalLanguage::from_id(single),
    )
}

/// The septets of a text, one in each octet.
#[wasm_bindgen(js_name = encodeSeptets)]
pub fn encode_septets(text: &str, locking: u8, single: u8) -> Result<Vec<u8>, Failure> {
    Ok(alphabet(locking, single).encode(text)?)
}

/// The text of septets.
#[wasm_bindgen(js_name = decodeSeptets)]
pub fn decode_septets(
    septets: &[u8],
    locking: u8,
    single: u8,
    strict: bool,
) -> Result<String, Failure> {
    let alphabet = alphabet(locking, single);
    if strict {
        Ok(alphabet.decode_strict(septets)?)
    } else {
        Ok(alphabet.decode(septets))
    }
}

/// Septets packed into octets, after so many fill bits.
#[wasm_bindgen(js_name = packSeptets)]
pub fn pack_septets(septets: &[u8], fill_bits: u8) -> Result<Vec<u8>, Failure> {
    Ok(pack(septets, fill_bits)?)
}

/// So many septets out of octets, after so many fill bits.
#[wasm_bindgen(js_name = unpackSeptets)]
pub fn unpack_septets(octets: &[u8], count: usize, fill_bits: u8) -> Result<Vec<u8>, Failure> {
    Ok(unpack(octets, count, fill_bits)?)
}

/// The user data of each segment of a text in UTF-16.
#[wasm_bindgen(js_name = encodeUserData)]
pub fn encode_user_data(
    text: &[u16],
    reference: u16,
    flags: u32,
    limits: u32,
    languages: &[u8],
) -> Answer {
    let segmenter = segmenter(flags, limits, languages)?;
    Ok(to_js(&segmenter.user_data_utf16(text, reference)?))
}

/// Decodes user data.
#[wasm_bindgen(js_name = decodeUserData)]
pub fn decode_user_data(dcs: u8, udhi: bool, udl: u8, octets: &[u8], strict: bool) -> Answer {
    Ok(to_js(&decode(dcs, udhi, udl, octets, strict)?))
}

pub(super) fn decode(
    dcs: u8,
    udhi: bool,
    udl: u8,
    octets: &[u8],
    strict: bool,
) -> Result<UserData, Failure> {
    let dcs = Dcs::new(dcs);
    Ok(if strict {
        UserData::decode_strict(dcs, udhi.into(), udl, octets)?
    } else {
        UserData::decode(dcs, udhi.into(), udl, octets)?
    })
}

/// A message or a status report with what a strict reading refuses.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PduShape<'a> {
    pdu: Pdu<'a>,
    user_data: Option<UserData>,
    fault: Option<String>,
}

/// A message or a status report as a modem shows it. `announced` is the length that it announced, 0 for none; `centre`
/// says whether the service centre's address comes first: 0 unknown, 1 yes, 2 no.
#[wasm_bindgen(js_name = parseTpdu)]
pub fn parse_tpdu(octets: &[u8], announced: usize, centre: u8, strict: bool) -> Answer {
    let pdu = match (announced, centre) {
        (0, 0) => Pdu::detect(octets),
        (0, 1) => Pdu::parse_with_service_centre(octets),
        (0, _) => Pdu::parse(octets),
        (announced, _) => Pdu::detect_announced(octets, announced),
    }?;
    let checked = pdu.check();
    if strict {
        if announced > 0 {
            Pdu::check_announced(octets, announced)?;
        }
        checked?;
    }
    let user_data = match &pdu {
        Pdu::Message(message) => Some(message.user_data()?),
        _ => None,
    };
    Ok(to_js(&PduShape {
        pdu,
        user_data,
        fault: checked.err().map(|fault| fault.to_string()),
    }))
}

/// Decodes a message of an SMPP link.
#[wasm_bindgen(js_name = decodeSmpp)]
pub fn decode_smpp(data_coding: u8, esm_class: u8, octets: &[u8]) -> Answer {
    Ok(to_js(&SmppMessage::decode(data_coding, esm_class, octets)?))
}

/// The SMS-SUBMIT of each segment of a text in UTF-16. `validity` is in seconds, 0 for none.
#[wasm_bindgen(js_name = encodeSubmit)]
pub fn encode_submit(
    text: &[u16],
    to: &str,
    centre: Option<String>,
    validity: u32,
    status_report: bool,
    reference: u16,
    flags: u32,
    limits: u32,
    languages: &[u8],
) -> Answer {
    let mut submit = Submit::to(to)?.with_status_report(status_report);
    if let Some(number) = centre {
        submit = submit.with_service_centre(&number)?;
    }
    if validity > 0 {
        let period = Duration::from_secs(validity.into());
        submit = submit.with_validity_period(ValidityPeriod::at_least(period))?;
    }
    let segmenter = segmenter(flags, limits, languages)?;
    let parts = segmenter.user_data_utf16(text, reference)?;
    let pdus: Vec<SubmitPdu> = parts.iter().map(|part| submit.pdu(part)).collect();
    Ok(to_js(&pdus))
}

/// Decodes a data coding scheme.
#[wasm_bindgen(js_name = parseDcs)]
pub fn parse_dcs(octet: u8) -> JsValue {
    to_js(&Dcs::new(octet))
}

impl From<UndefinedSeptet> for Failure {
    fn from(error: UndefinedSeptet) -> Self {
        Failure::new("undefined-septet", error.to_string(), Some(error.index()))
    }
}

impl From<PackError> for Failure {
    fn from(error: PackError) -> Self {
        let index = match error {
            PackError::NotASeptet { index, .. } => Some(index),
            _ => None,
        };
        Failure::new("malformed", error.to_string(), index)
    }
}

impl From<DecodeError> for Failure {
    fn from(error: DecodeError) -> Self {
        Failure::new("malformed", error.to_string(), Some(error.offset()))
            .with_field(&error.field())
    }
}

impl From<TpduError> for Failure {
    fn from(error: TpduError) -> Self {
        Failure::new("malformed", error.to_string(), Some(error.offset()))
            .with_field(&error.field())
    }
}

impl From<SubmitError> for Failure {
    fn from(error: SubmitError) -> Self {
        Failure::new("malformed", error.to_string(), None)
    }
}

impl From<UserDataError> for Failure {
    fn from(error: UserDataError) -> Self {
        match error {
            UserDataError::Encoding(error) => error.into(),
            UserDataError::TooManySegments { .. } => {
                Failure::new("too-many-segments", error.to_string(), None)
            }
            UserDataError::NotConcatenable { .. } => {
                Failure::new("not-concatenable", error.to_string(), None)
            }
            _ => Failure::new("malformed", error.to_string(), None),
        }
    }
}
