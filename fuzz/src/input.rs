//! An input: four octets of options, then the text or the octets that a target is about. With four
//! zeros an input is asked about as most callers do, which is what seeds begin with.

use septet::{Boundary, Encoding, Languages, NationalLanguage, Profile, ReferenceBits, Segmenter};

/// Octets of options before the content.
pub const OPTIONS: usize = 4;

/// Options and content; nothing if the input is too short for the former.
#[must_use]
pub fn split(input: &[u8]) -> Option<([u8; OPTIONS], &[u8])> {
    let (options, content) = input.split_first_chunk()?;
    Some((*options, content))
}

/// Options and content as a text; what is not UTF-8 becomes U+FFFD, so that no input is wasted.
#[must_use]
pub fn text(input: &[u8]) -> Option<([u8; OPTIONS], String)> {
    let (options, content) = split(input)?;
    Some((options, String::from_utf8_lossy(content).into_owned()))
}

/// Any segmenter that can take every text and makes octets, by two options.
#[must_use]
pub fn segmenter([alphabet, rest]: [u8; 2]) -> Segmenter {
    let languages = match alphabet {
        1..=13 => Languages::preferred(NationalLanguage::from_id(alphabet)),
        14 => Languages::auto(),
        _ => Languages::none(),
    };
    let mut segmenter = Segmenter::new().with_languages(languages);
    if rest & 1 != 0 {
        segmenter = segmenter.with_boundary(Boundary::Grapheme);
    }
    if rest & 2 != 0 {
        segmenter = segmenter.with_reference_bits(ReferenceBits::Sixteen);
    }
    if rest & 4 != 0 {
        segmenter = segmenter.with_encoding(Encoding::Ucs2);
    }
    if rest & 8 != 0 {
        segmenter = segmenter.with_profile(Profile::TollFree);
    }
    segmenter
}
