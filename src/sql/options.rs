//! Options as one string: `profile=toll-free, boundary=grapheme`.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec::Vec;

use super::error::Problem;
use crate::catalogue::{Keywords, Provider};
use crate::message::SenderKind;
use crate::{
    Boundary, Count, Encoding, EncodingError, Languages, NationalLanguage, Profile, ReferenceBits,
    Rules, Segmenter, SmartEncoder,
};

/// The options of counting.
const COUNTING: &[&str] = &[
    "encoding",
    "language",
    "boundary",
    "profile",
    "reference",
    "smart",
];
/// Options of functions that take the smart encoding rules as a separate argument.
const SMART_ENCODING: &[&str] = &["encoding", "language", "boundary", "profile", "reference"];
/// Options of the keyword functions.
const KEYWORDS: &[&str] = &["provider", "sender", "country"];

/// Options for counting a text, and for changing it before the count.
pub(super) struct CountOptions {
    pub(super) segmenter: Segmenter,
    smart: Option<SmartEncoder>,
}

impl CountOptions {
    pub(super) fn parse(options: &str) -> Result<Self, Problem> {
        let pairs = pairs(options, COUNTING)?;
        let segmenter = segmenter(&pairs)?;
        let rules = find(&pairs, "smart").map(|value| rules("smart", value));
        let encoder = |rules| SmartEncoder::new(rules).with_segmenter(segmenter);
        Ok(CountOptions {
            segmenter,
            smart: rules.transpose()?.map(encoder),
        })
    }

    /// The text that is sent for this one.
    pub(super) fn sent<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match &self.smart {
            Some(encoder) => encoder.encode(text).into_text(),
            None => Cow::Borrowed(text),
        }
    }

    pub(super) fn count(&self, text: &str) -> Result<Count, EncodingError> {
        self.segmenter.count(&self.sent(text))
    }
}

/// The encoder of a level under the options of counting.
pub(super) fn smart_encoder(level: &str, options: &str) -> Result<SmartEncoder, Problem> {
    let segmenter = segmenter(&pairs(options, SMART_ENCODING)?)?;
    Ok(SmartEncoder::new(rules("level", level)?).with_segmenter(segmenter))
}

/// The keywords of one sender.
pub(super) fn keywords(options: &str) -> Result<Keywords, Problem> {
    let pairs = pairs(options, KEYWORDS)?;
    let provider = match find(&pairs, "provider") {
        Some(value) => one_of("provider", value, &Provider::ALL, Provider::name)?,
        None => Provider::default(),
    };
    let mut keywords = Keywords::new(provider);
    if let Some(value) = find(&pairs, "sender") {
        let sender = one_of("sender", value, &SenderKind::ALL, SenderKind::name)?;
        keywords = keywords.with_sender(sender);
    }
    if let Some(value) = find(&pairs, "country") {
        let country = value.parse();
        keywords = keywords
            .with_country(country.map_err(|error| Problem::value("country", value, &error))?);
    }
    Ok(keywords)
}

fn segmenter(pairs: &[(&str, &str)]) -> Result<Segmenter, Problem> {
    let mut segmenter = Segmenter::new();
    for &(name, value) in pairs {
        segmenter = match name {
            "encoding" => match one_of("encoding", value, &ENCODINGS, encoding_name)? {
                Some(encoding) => segmenter.with_encoding(encoding),
                None => segmenter,
            },
            "language" => segmenter.with_languages(languages(value)?),
            "boundary" => {
                segmenter.with_boundary(one_of("boundary", value, &BOUNDARIES, boundary_name)?)
            }
            "profile" => {
                let profile = value.parse::<Profile>();
                segmenter.with_profile(
                    profile.map_err(|error| Problem::value("profile", value, &error))?,
                )
            }
            "reference" => {
                segmenter.with_reference_bits(one_of("reference", value, &BITS, bits_name)?)
            }
            _ => segmenter,
        };
    }
    Ok(segmenter)
}

const ENCODINGS: [Option<Encoding>; 3] = [None, Some(Encoding::Gsm7), Some(Encoding::Ucs2)];

fn encoding_name(encoding: Option<Encoding>) -> &'static str {
    encoding.map_or("auto", Encoding::name)
}

const BOUNDARIES: [Boundary; 3] = [Boundary::Character, Boundary::Grapheme, Boundary::Word];

fn boundary_name(boundary: Boundary) -> &'static str {
    match boundary {
        Boundary::Character => "character",
        Boundary::Grapheme => "grapheme",
        Boundary::Word => "word",
    }
}

const BITS: [ReferenceBits; 2] = [ReferenceBits::Eight, ReferenceBits::Sixteen];

fn bits_name(bits: ReferenceBits) -> &'static str {
    match bits {
        ReferenceBits::Eight => "8",
        ReferenceBits::Sixteen => "16",
    }
}

fn rules(name: &'static str, value: &str) -> Result<Rules, Problem> {
    one_of(name, value, &Rules::ALL, Rules::name)
}

fn languages(value: &str) -> Result<Languages, Problem> {
    let mut languages: Vec<NationalLanguage> = Vec::new();
    for name in value.split('+').map(str::trim) {
        if name.eq_ignore_ascii_case("auto") {
            languages.extend(NationalLanguage::ALL);
        } else {
            let language = name.parse();
            languages.push(language.map_err(|error| Problem::value("language", name, &error))?);
        }
    }
    Ok(Languages::preferred(languages))
}

/// The value of that name, in any case of ASCII letters.
fn one_of<T: Copy>(
    option: &'static str,
    value: &str,
    all: &[T],
    name: fn(T) -> &'static str,
) -> Result<T, Problem> {
    let found = all
        .iter()
        .find(|one| name(**one).eq_ignore_ascii_case(value));
    found.copied().ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|one| name(*one)).collect();
        let expected = String::from("expected one of ") + &names.join(", ");
        Problem::value(option, value, &expected)
    })
}

fn find<'o>(pairs: &[(&str, &'o str)], name: &str) -> Option<&'o str> {
    pairs
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, value)| *value)
}

/// The options of a string, each with its name as it is known.
fn pairs<'o>(
    options: &'o str,
    known: &'static [&'static str],
) -> Result<Vec<(&'static str, &'o str)>, Problem> {
    let mut pairs = Vec::new();
    let pieces = options.split(',').map(str::trim);
    for piece in pieces.filter(|piece| !piece.is_empty()) {
        let (name, value) = piece
            .split_once('=')
            .ok_or_else(|| Problem::Shape(piece.to_owned()))?;
        let (name, value) = (name.trim(), value.trim());
        let found = known.iter().find(|known| known.eq_ignore_ascii_case(name));
        let found = *found.ok_or_else(|| Problem::Unknown {
            name: name.to_owned(),
            known,
        })?;
        if find(&pairs, found).is_some() {
            return Err(Problem::Repeated(found));
        }
        pairs.push((found, value));
    }
    Ok(pairs)
}
