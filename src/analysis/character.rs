//! A text character by character.

use core::str::CharIndices;

use crate::alphabet::{Alphabet, CLASSES, Septets, class_of, units_by_class};
use crate::count::Count;
use crate::encoding::Encoding;
use crate::segment::Segment;
use crate::span::Span;

/// One character of an analyzed text.
///
/// ```
/// use septet::Septets;
/// let analysis = septet::analyze("5€");
/// let euro = analysis.characters().last().unwrap();
/// assert_eq!((euro.character(), euro.units(), euro.segment()), ('€', 2, 0));
/// assert_eq!(euro.septets(), Some(Septets::Escaped(0x65)));
/// assert!(!euro.forces_ucs2());
/// assert_eq!(euro.span().range(), 1..4); // bytes of UTF-8
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Character {
    value: char,
    span: Span,
    units: usize,
    septets: Option<Septets>,
    segment: usize,
    forces_ucs2: bool,
}

impl Character {
    /// The character.
    #[must_use]
    pub const fn character(&self) -> char {
        self.value
    }

    /// Its place in the text.
    #[must_use]
    pub const fn span(&self) -> &Span {
        &self.span
    }

    /// Code units it takes in the encoding of the text: 1 or 2.
    #[must_use]
    pub const fn units(&self) -> usize {
        self.units
    }

    /// Its septets in the alphabet in force; `None` in a UCS-2 text.
    #[must_use]
    pub const fn septets(&self) -> Option<Septets> {
        self.septets
    }

    /// The segment it travels in, counted from 0.
    #[must_use]
    pub const fn segment(&self) -> usize {
        self.segment
    }

    /// Returns true if it is an [`Offender`](crate::Offender).
    #[must_use]
    pub const fn forces_ucs2(&self) -> bool {
        self.forces_ucs2
    }
}

/// The characters of an analyzed text, in order.
///
/// ```
/// let analysis = septet::analyze("a👋");
/// let places: Vec<_> = analysis.characters().map(|character| character.span().utf16_range()).collect();
/// assert_eq!(places, [0..1, 1..3]);
/// ```
#[derive(Clone, Debug)]
pub struct Characters<'t, 'a> {
    rest: CharIndices<'t>,
    utf16: usize,
    gsm7: Option<Alphabet>,
    segments: &'a [Segment<'t>],
    segment: usize,
    /// For a text in UCS-2, the septets of each class of characters in the alphabet that its offenders are missing from.
    gsm7_units: Option<[u8; CLASSES]>,
}

impl<'t, 'a> Characters<'t, 'a> {
    pub(super) fn new(
        text: &'t str,
        count: Count,
        segments: &'a [Segment<'t>],
        closest: Option<Alphabet>,
    ) -> Self {
        Characters {
            rest: text.char_indices(),
            utf16: 0,
            gsm7: (count.encoding() == Encoding::Gsm7).then_some(count.alphabet()),
            segments,
            segment: 0,
            gsm7_units: closest.map(units_by_class),
        }
    }
}

impl Iterator for Characters<'_, '_> {
    type Item = Character;

    fn next(&mut self) -> Option<Character> {
        let (index, character) = self.rest.next()?;
        let utf16 = self.utf16;
        self.utf16 += character.len_utf16();
        while self
            .segments
            .get(self.segment)
            .is_some_and(|segment| segment.range().end <= index)
        {
            self.segment += 1;
        }
        let septets = self.gsm7.and_then(|alphabet| alphabet.septets(character));
        let class = class_of(u32::from(character));
        Some(Character {
            value: character,
            span: Span::new(index..index + character.len_utf8(), utf16..self.utf16),
            units: septets.map_or(character.len_utf16(), Septets::units),
            septets,
            segment: self.segment,
            forces_ucs2: self
                .gsm7_units
                .is_some_and(|units| units[class.index()] == 0),
        })
    }
}
