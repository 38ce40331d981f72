//! Which characters force a text to UCS-2.

use alloc::collections::BinaryHeap;
use alloc::vec::Vec;

use crate::alphabet::{Alphabet, CLASSES, class_of, units_by_class};
use crate::analysis::Span;
use crate::encoding::{Census, Encoding};
use crate::segment::Languages;

/// The fewest new characters that are sorted at once.
const FRESH: usize = 32;

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

/// The characters without which a text in UCS-2 could be GSM-7, in the order of their first places.
/// A text that is UCS-2 by demand alone has none.
pub(super) fn offenders(text: &str, encoding: Encoding, languages: &Languages) -> Vec<Offender> {
    if encoding == Encoding::Gsm7 {
        return Vec::new();
    }
    let alphabet = if languages.is_none() {
        Alphabet::DEFAULT
    } else {
        Census::of(text).closest(languages)
    };
    let units: [u8; CLASSES] = units_by_class(alphabet);
    let mut offenders: Vec<Offender> = Vec::new();
    let is_missing = |character: char| units[class_of(u32::from(character)).index()] == 0;
    let missing = distinct(&mut text.chars().filter(|character| is_missing(*character)));
    let mut places: Vec<Option<usize>> = alloc::vec![None; missing.len()];
    let mut utf16 = 0;
    for (index, character) in text.char_indices() {
        let (end, utf16_end) = (index + character.len_utf8(), utf16 + character.len_utf16());
        if let Ok(known) = missing.binary_search(&character) {
            let place = *places[known].get_or_insert_with(|| {
                offenders.push(Offender {
                    character,
                    spans: Vec::new(),
                });
                offenders.len() - 1
            });
            offenders[place]
                .spans
                .push(Span::new(index..end, utf16..utf16_end));
        }
        utf16 = utf16_end;
    }
    offenders
}

/// Each of these characters once, ascending. New ones are collected until they are more than those known, and sorted
/// with them: many characters of few kinds are hardly ever sorted. (A heap takes a tenth of the code of the sorts of
/// slices, in a module that a page loads.)
pub(super) fn distinct(characters: &mut dyn Iterator<Item = char>) -> Vec<char> {
    let (mut known, mut fresh) = (Vec::new(), Vec::new());
    loop {
        let character = characters.next();
        if character.is_none() || fresh.len() > known.len() + FRESH {
            known.append(&mut fresh);
            known = BinaryHeap::from(known).into_sorted_vec();
            known.dedup();
        }
        let Some(character) = character else {
            return known;
        };
        if known.binary_search(&character).is_err() {
            fresh.push(character);
        }
    }
}
