//! Every rule of where a text may be cut, numbered; the rules cite 3GPP TS 23.040 and TS 23.038.
//!
//! - **C1** A text within the single limit is one segment without a concatenation header.
//! - **C2** Every segment of a longer text carries that header and is filled greedily: a segment ends
//!   only where the next indivisible piece does not fit (TS 23.040 §9.2.3.24.1).
//! - **C3** A character is indivisible: neither an escape and the septet it shifts (TS 23.038
//!   §6.2.1.1, an escape acts within its own message) nor the two halves of a surrogate pair part.
//! - **C4** Under [`Boundary::Grapheme`] a user-perceived character (an extended grapheme cluster of
//!   UAX #29) is indivisible too.
//! - **C4′** Under [`Boundary::Word`] a word is indivisible; white space after it may begin the next segment.
//! - **C4″** With counters each segment of a longer text that is cut at words begins with one, `(1/3) `, which takes code
//!   units of it. Segments of less than 40 units have none: numbers of 8 digits would fill them.
//! - **C5** A cluster or a word longer than a whole segment is cut between its characters.
//! - **C6** `\r\n` is two characters under every boundary, as it is billed, against GB3 of UAX #29.

use crate::named::named;
use unicode_segmentation::{Graphemes, UnicodeSegmentation};

use crate::segment::detect::UnitTable;

/// The unit of text that a cut does not divide.
///
/// ```
/// use septet::{Boundary, Segmenter};
///
/// let text = "🇩🇪".repeat(18); // two characters each, 4 units
/// let cut = |boundary| Segmenter::new().with_boundary(boundary).segments(&text);
/// assert_eq!(cut(Boundary::Character)?.next().unwrap().units(), 66); // within a flag
/// assert_eq!(cut(Boundary::Grapheme)?.next().unwrap().units(), 64);
/// assert_eq!(Boundary::Grapheme.name(), "grapheme");
/// # Ok::<(), septet::EncodingError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "grapheme")]
pub enum Boundary {
    /// Characters (Unicode scalar values): the fewest segments, and what most senders do.
    #[default]
    Character,
    /// User-perceived characters: an emoji with its modifiers, a letter with its marks (UAX #29).
    Grapheme,
    /// Words: what stands between white space. Senders that send each segment as a message of its own cut so.
    ///
    /// ```
    /// use septet::{Boundary, Segmenter};
    ///
    /// let text = "three ".repeat(30);
    /// let segmenter = Segmenter::new().with_boundary(Boundary::Word);
    /// let units: Vec<usize> = segmenter.segments(&text)?.map(|segment| segment.units()).collect();
    /// assert_eq!(units, [150, 30]);
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    Word,
}

impl Boundary {
    /// The name in options, such as `grapheme`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Boundary::Character => "character",
            Boundary::Grapheme => "grapheme",
            Boundary::Word => "word",
        }
    }
}

named! { Boundary name "a boundary" [Character, Grapheme, Word] }

/// The characters of counters, for what each takes.
pub(crate) const OF_COUNTERS: &str = "(/) 0123456789";

/// The code units of the smallest segments that have counters (C4″).
pub(crate) const SMALLEST_NUMBERED: usize = 40;

/// The number of decimal digits of a number.
pub(crate) const fn digits(number: usize) -> usize {
    match number.checked_ilog10() {
        Some(tens) => tens as usize + 1,
        None => 1,
    }
}

/// The counters of segments, as far as it matters what they take.
#[derive(Clone, Debug)]
struct Counters {
    /// Code units of `(/) `, and of any digit.
    marks: usize,
    digit: usize,
    /// Digits of the number of segments.
    of_total: usize,
    /// The number of the segment that is taken next.
    next: usize,
}

impl Counters {
    fn new(unit_table: &UnitTable, of_total: usize) -> Self {
        let marks = "(/) ".chars().map(|character| unit_table.units(character));
        Counters {
            marks: marks.sum(),
            // All digits take as many in every alphabet.
            digit: unit_table.units('0'),
            of_total,
            next: 1,
        }
    }

    /// Code units of the counter of a number of so many digits.
    const fn units(&self, digits: usize) -> usize {
        self.marks + self.digit * (digits + self.of_total)
    }
}

/// The length of a text, in three units.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TextLen {
    /// Bytes of UTF-8.
    pub(crate) bytes: usize,
    /// 16-bit units of UTF-16.
    pub(crate) utf16: usize,
    /// Code units in the encoding of the text.
    pub(crate) units: usize,
}

impl TextLen {
    fn add(&mut self, other: TextLen) {
        self.bytes += other.bytes;
        self.utf16 += other.utf16;
        self.units += other.units;
    }

    /// As many characters at the beginning of a text as fit into `room` code units (C3).
    pub(crate) fn within(text: &str, unit_table: &UnitTable, room: usize) -> Self {
        let mut len = TextLen::default();
        while len.units + PLAIN <= room
            && let Some(bytes) = text.as_bytes()[len.bytes..].first_chunk()
            && unit_table.is_plain::<PLAIN>(bytes)
        {
            len.add(TextLen {
                bytes: PLAIN,
                utf16: PLAIN,
                units: PLAIN,
            });
        }
        for character in text[len.bytes..].chars() {
            let units = unit_table.units(character);
            if len.units + units > room {
                break;
            }
            len.add(TextLen {
                bytes: character.len_utf8(),
                utf16: character.len_utf16(),
                units,
            });
        }
        len
    }
}

/// Bytes looked at together: few enough for what is left of a segment, and what a processor takes at once.
const PLAIN: usize = 32;

/// A source of clusters: pieces of text that are not divided if they fit one segment.
#[derive(Clone, Debug)]
enum Clusters<'t> {
    Graphemes(Graphemes<'t>),
    /// The rest of the text, of which words and single characters of white space are taken.
    Words(&'t str),
}

impl<'t> Iterator for Clusters<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        match self {
            Clusters::Graphemes(graphemes) => graphemes.next(),
            Clusters::Words(rest) => {
                let first = rest.chars().next()?;
                let end = if first.is_whitespace() {
                    first.len_utf8()
                } else {
                    rest.find(char::is_whitespace).unwrap_or(rest.len())
                };
                let (word, after) = rest.split_at(end);
                *rest = after;
                Some(word)
            }
        }
    }
}

/// A text of which segments are taken.
#[derive(Clone, Debug)]
pub(crate) struct Pieces<'t> {
    /// Text that is cut character by character: the whole text, or a cluster that is longer than a segment.
    characters: &'t str,
    /// Clusters still to be placed; `None` if the text is cut by the character.
    clusters: Option<Clusters<'t>>,
    /// A cluster that did not fit the segment before.
    carried: TextLen,
    unit_table: UnitTable,
    /// Code units of a whole segment.
    capacity: usize,
    counters: Option<Counters>,
}

impl<'t> Pieces<'t> {
    /// The pieces of a text; `numbered_of` is the number of segments, if each has a counter.
    pub(crate) fn new(
        text: &'t str,
        boundary: Boundary,
        unit_table: UnitTable,
        capacity: usize,
        numbered_of: Option<usize>,
    ) -> Self {
        let counters = numbered_of.map(|total| Counters::new(&unit_table, digits(total)));
        let (characters, clusters) = match boundary {
            Boundary::Character => (text, None),
            Boundary::Grapheme => ("", Some(Clusters::Graphemes(text.graphemes(true)))),
            Boundary::Word => ("", Some(Clusters::Words(text))),
        };
        Pieces {
            characters,
            clusters,
            carried: TextLen::default(),
            unit_table,
            capacity,
            counters,
        }
    }

    /// Takes what the next segment holds (C2); nothing from the end on.
    pub(crate) fn next_segment(&mut self) -> TextLen {
        let mut segment = core::mem::take(&mut self.carried);
        let mut whole_segment = self.capacity;
        if let Some(counters) = &mut self.counters {
            // What is held for the next segment fits next to its counter, which may be a digit longer than this one.
            segment.units += counters.units(digits(counters.next));
            whole_segment -= counters.units(counters.of_total);
            counters.next += 1;
        }
        loop {
            let room = self.capacity - segment.units;
            let some = TextLen::within(self.characters, &self.unit_table, room);
            segment.add(some);
            self.characters = &self.characters[some.bytes..];
            if !self.characters.is_empty() {
                return segment;
            }
            let Some(cluster) = self.clusters.as_mut().and_then(Iterator::next) else {
                return segment;
            };
            let whole = TextLen::within(cluster, &self.unit_table, whole_segment);
            let divided = cluster == "\r\n" // C6
                || whole.bytes < cluster.len(); // C5
            if divided {
                self.characters = cluster;
            } else if segment.units + whole.units <= self.capacity {
                segment.add(whole); // C4
            } else {
                self.carried = whole;
                return segment;
            }
        }
    }
}
