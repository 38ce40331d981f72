//! The characters that force a text to UCS-2.

use alloc::vec::Vec;

use crate::alphabet::{Alphabet, class_of, units_by_class};
use crate::analysis::char_index::CharIndex;
use crate::encoding::Encoding;
use crate::segment::ClassCounts;
use crate::segment::Languages;
use crate::span::Span;

/// A character that forces UCS-2, and all its places in the text.
///
/// With national languages allowed these are the characters missing from the allowed alphabet that
/// misses the fewest: without them the text would be GSM-7.
///
/// ```
/// let analysis = septet::analyze("„Hallo“ – „Welt“");
/// let offenders: Vec<(char, usize)> =
///     analysis.offenders().iter().map(|offender| (offender.character(), offender.spans().len())).collect();
/// assert_eq!(offenders, [('„', 2), ('“', 2), ('–', 1)]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offender {
    character: char,
    spans: Vec<Span>,
}

impl Offender {
    /// The character.
    #[must_use]
    pub const fn character(&self) -> char {
        self.character
    }

    /// Its places in the text, in order; at least one.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }
}

/// The GSM-7 alphabet that a text in UCS-2 would be in if it could: of those allowed the one that misses the fewest of
/// its characters. `None` for a text in GSM-7.
pub(super) fn closest(text: &str, encoding: Encoding, languages: &Languages) -> Option<Alphabet> {
    match encoding {
        Encoding::Gsm7 => None,
        Encoding::Ucs2 if languages.is_none() => Some(Alphabet::DEFAULT),
        Encoding::Ucs2 => Some(ClassCounts::of(text).closest(languages)),
    }
}

/// The characters of a text that an alphabet misses, in the order of their first places. None if the text is UCS-2 by
/// demand alone.
pub(super) fn offenders(text: &str, alphabet: Alphabet) -> Vec<Offender> {
    let units = units_by_class(alphabet);
    let mut offenders: Vec<Offender> = Vec::new();
    // The position of each offender in the list, counted from 1.
    let mut positions = CharIndex::new();
    let mut utf16 = 0;
    for (index, character) in text.char_indices() {
        let (end, utf16_end) = (index + character.len_utf8(), utf16 + character.len_utf16());
        if units[class_of(u32::from(character)).index()] == 0 {
            let position = positions.slot(character);
            if *position == 0 {
                let spans = Vec::new();
                offenders.push(Offender { character, spans });
                *position = offenders.len();
            }
            let span = Span::new(index..end, utf16..utf16_end);
            offenders[*position - 1].spans.push(span);
        }
        utf16 = utf16_end;
    }
    offenders
}
