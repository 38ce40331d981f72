//! `tests/data/cases.json`, read as the options and results of the crate.
#![allow(dead_code, reason = "each test binary uses its own part")]

use septet::{
    Count, Encoding, Languages, Limits, NationalLanguage, Profile, ReferenceBits, Segmenter,
    Utf16Counter,
};
use serde_json::{Value, json};

pub struct Case {
    pub name: String,
    pub units: Vec<u16>,
    pub options: Value,
    pub expect: Value,
    encoding: Option<Encoding>,
    languages: Languages,
    bits: ReferenceBits,
    profile: Profile,
}

pub fn cases() -> Vec<Case> {
    let file: Value = serde_json::from_str(include_str!("../data/cases.json")).unwrap();
    file["cases"]
        .as_array()
        .unwrap()
        .iter()
        .map(Case::new)
        .collect()
}

impl Case {
    pub fn new(case: &Value) -> Self {
        let units = if let Some(text) = case["text"].as_str() {
            text.encode_utf16().collect()
        } else {
            let hex = case["utf16"].as_array().unwrap().iter();
            hex.map(|unit| u16::from_str_radix(unit.as_str().unwrap(), 16).unwrap())
                .collect()
        };
        let options = &case["options"];
        Case {
            name: case["name"].as_str().unwrap().to_owned(),
            units,
            options: options.clone(),
            expect: case["expect"].clone(),
            encoding: match options["encoding"].as_str() {
                Some("GSM-7") => Some(Encoding::Gsm7),
                Some("UCS-2") => Some(Encoding::Ucs2),
                _ => None,
            },
            languages: languages(&options["nationalLanguages"]),
            bits: match options["referenceBits"].as_u64() {
                Some(16) => ReferenceBits::Sixteen,
                _ => ReferenceBits::Eight,
            },
            profile: profile(&options["profile"]),
        }
    }

    /// The text in UTF-8, which has no lone surrogate; what replaces one takes as many units.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf16_lossy(&self.units)
    }

    /// The crate's answer for the text in UTF-8.
    #[must_use]
    pub fn answer(&self) -> Value {
        let count = self.segmenter().count(&self.text()).unwrap();
        shape(count, &self.parts())
    }

    /// The lengths of the parts of the text.
    #[must_use]
    pub fn parts(&self) -> Vec<usize> {
        let text = self.text();
        let parts = self.segmenter().segments(&text).unwrap();
        parts.map(|part| part.utf16_range().len()).collect()
    }

    #[must_use]
    pub fn segmenter(&self) -> Segmenter {
        let segmenter = Segmenter::new()
            .with_reference_bits(self.bits)
            .with_languages(self.languages)
            .with_profile(self.profile);
        self.encoding
            .map_or(segmenter, |encoding| segmenter.with_encoding(encoding))
    }

    #[must_use]
    pub fn counter(&self) -> Utf16Counter {
        Utf16Counter::with_options(self.encoding, self.bits, self.profile)
    }
}

fn languages(names: &Value) -> Languages {
    let names = names.as_array().into_iter().flatten();
    let languages = names.map(|name| name.as_str().unwrap().parse().unwrap());
    languages.collect::<Vec<NationalLanguage>>().into()
}

fn profile(profile: &Value) -> Profile {
    let limit = |name: &str| usize::try_from(profile[name].as_u64().unwrap()).unwrap();
    match profile.as_str() {
        Some("toll-free") => Profile::TollFree,
        Some("single") => Profile::Single,
        None if profile.is_object() => {
            let limits = Limits::new(limit("single"), limit("concatenated")).unwrap();
            let limits = limits.with_ucs2(limit("ucs2Single"), limit("ucs2Concatenated"));
            Profile::Custom(limits.unwrap())
        }
        _ => Profile::Standard,
    }
}

/// A count and the lengths of its parts as `expect` writes them.
#[must_use]
pub fn shape(count: Count, parts: &[usize]) -> Value {
    json!({
        "encoding": count.encoding().name(),
        "segments": count.segments(),
        "units": count.units(),
        "unitsPerSegment": count.units_per_segment(),
        "unitsRemaining": count.units_remaining(),
        "lockingShift": count.alphabet().locking().map(septet::NationalLanguage::name),
        "singleShift": count.alphabet().single().map(septet::NationalLanguage::name),
        "parts": parts,
    })
}
