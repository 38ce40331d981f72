//! Every rule of where a text may be cut, numbered; the rules cite 3GPP TS 23.040 and TS 23.038.
//!
//! - **C1** A text within the single limit is one segment without a concatenation header.
//! - **C2** Every segment of a longer text carries that header and is filled greedily: a segment ends
//!   only where the next indivisible piece does not fit (TS 23.040 §9.2.3.24.1).
//! - **C3** A character is indivisible: neither an escape and the septet it shifts (TS 23.038
//!   §6.2.1.1, an escape acts within its own message) nor the two halves of a surrogate pair part.
//! - **C4** Under [`Boundary::Grapheme`] a user-perceived character (an extended grapheme cluster of
//!   UAX #29) is indivisible too.
//! - **C5** A cluster longer than a whole segment is cut between its characters.
//! - **C6** `\r\n` is two characters under every boundary, as it is billed, against GB3 of UAX #29.

use core::str::Chars;

use unicode_segmentation::{Graphemes, UnicodeSegmentation};

use crate::encoding::Measure;

/// What a cut keeps whole.
///
/// ```
/// use septet::{Boundary, Segmenter};
///
/// let text = "🇩🇪".repeat(18); // two characters each, 4 units
/// let cut = |boundary| Segmenter::new().with_boundary(boundary).segments(&text);
/// assert_eq!(cut(Boundary::Character)?.next().unwrap().units(), 66); // within a flag
/// assert_eq!(cut(Boundary::Grapheme)?.next().unwrap().units(), 64);
/// # Ok::<(), septet::EncodingError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Boundary {
    /// Characters (Unicode scalar values): the fewest segments, and what most senders do.
    #[default]
    Character,
    /// User-perceived characters: an emoji with its modifiers, a letter with its marks (UAX #29).
    Grapheme,
}

/// A piece of text that no cut divides.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    /// Bytes of UTF-8.
    pub(crate) bytes: usize,
    /// 16-bit units of UTF-16.
    pub(crate) utf16: usize,
    /// Code units in the encoding of the text.
    pub(crate) units: usize,
}

/// The indivisible pieces of a text, in order.
#[derive(Clone, Debug)]
pub(crate) struct Pieces<'t> {
    /// What is handed out by the character: the whole text, or a cluster that has to be divided.
    characters: Chars<'t>,
    /// What is handed out by the cluster.
    clusters: Option<Graphemes<'t>>,
    measure: Measure,
    /// Code units of a whole segment, which decides whether a cluster is too long.
    capacity: usize,
}

impl<'t> Pieces<'t> {
    pub(crate) fn new(
        text: &'t str,
        boundary: Boundary,
        measure: Measure,
        capacity: usize,
    ) -> Self {
        let (characters, clusters) = match boundary {
            Boundary::Character => (text.chars(), None),
            Boundary::Grapheme => ("".chars(), Some(text.graphemes(true))),
        };
        Pieces {
            characters,
            clusters,
            measure,
            capacity,
        }
    }

    fn character(&self, character: char) -> Piece {
        Piece {
            bytes: character.len_utf8(),
            utf16: character.len_utf16(),
            units: self.measure.units(character),
        }
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if let Some(character) = self.characters.next() {
            return Some(self.character(character)); // C3
        }
        let cluster = self.clusters.as_mut()?.next()?;
        let whole = cluster
            .chars()
            .map(|character| self.character(character))
            .reduce(|a, b| Piece {
                bytes: a.bytes + b.bytes,
                utf16: a.utf16 + b.utf16,
                units: a.units + b.units,
            })?;
        let divided = cluster == "\r\n" // C6
            || whole.units > self.capacity; // C5
        if !divided {
            return Some(whole); // C4
        }
        self.characters = cluster.chars();
        self.characters
            .next()
            .map(|character| self.character(character))
    }
}
