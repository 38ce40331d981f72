//! Septets and user data: in and out.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{Answer, Failure};
use super::json::to_json;
use super::segmenter::segmenter;
use septet::pdu::{Dcs, DecodeError, PackError, UserData, UserDataError, pack, unpack};
use septet::{Alphabet, NationalLanguage, UndefinedSeptet};

/// The alphabet of two language identifiers; 0 for the default table.
fn alphabet(locking: u8, single: u8) -> Alphabet {
    Alphabet::new(
        NationalLanguage::from_id(locking),
        NationalLanguage::from_id(single),
    )
}

/// The septets of a text, one in each octet.
#[wasm_bindgen(js_name = encodeSeptets)]
pub fn encode_septets(text: &str, locking: u8, single: u8) -> Result<Vec<u8>, JsValue> {
    let septets = alphabet(locking, single).encode(text);
    Ok(septets.map_err(Failure::from)?)
}

/// The text of septets.
#[wasm_bindgen(js_name = decodeSeptets)]
pub fn decode_septets(
    septets: &[u8],
    locking: u8,
    single: u8,
    strict: bool,
) -> Result<String, JsValue> {
    let alphabet = alphabet(locking, single);
    if strict {
        Ok(alphabet.decode_strict(septets).map_err(Failure::from)?)
    } else {
        Ok(alphabet.decode(septets))
    }
}

/// Septets packed into octets, after so many fill bits.
#[wasm_bindgen(js_name = packSeptets)]
pub fn pack_septets(septets: &[u8], fill_bits: u8) -> Result<Vec<u8>, JsValue> {
    Ok(pack(septets, fill_bits).map_err(Failure::from)?)
}

/// So many septets out of octets, after so many fill bits.
#[wasm_bindgen(js_name = unpackSeptets)]
pub fn unpack_septets(octets: &[u8], count: usize, fill_bits: u8) -> Result<Vec<u8>, JsValue> {
    Ok(unpack(octets, count, fill_bits).map_err(Failure::from)?)
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
    let parts = segmenter.user_data_utf16(text, reference);
    Ok(to_json(&parts.map_err(Failure::from)?))
}

/// What user data says.
#[wasm_bindgen(js_name = decodeUserData)]
pub fn decode_user_data(dcs: u8, udhi: bool, udl: u8, octets: &[u8], strict: bool) -> Answer {
    Ok(to_json(&decode(dcs, udhi, udl, octets, strict)?))
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

/// What a data coding scheme says.
#[wasm_bindgen(js_name = parseDcs)]
pub fn parse_dcs(octet: u8) -> String {
    to_json(&Dcs::new(octet))
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
            UserDataError::Reference { .. } => {
                Failure::new("reference-too-large", error.to_string(), None)
            }
            _ => Failure::new("malformed", error.to_string(), None),
        }
    }
}
