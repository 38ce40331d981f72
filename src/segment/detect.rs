//! From the characters of a text to the alphabets that have them all, and what each would cost. All alphabets are judged
//! by the same class counts of the text, which are made in one pass.

use crate::alphabet::{Alphabet, CLASSES, NationalLanguage, class_of, units_by_class};
use crate::count::all_plain;
use crate::encoding::Encoding;
use crate::segment::Languages;

/// The code units each character takes, for one encoding and alphabet.
#[derive(Clone, Debug)]
pub(crate) enum UnitTable {
    /// Septets by class of character.
    Gsm7 {
        units: [u8; CLASSES],
        /// True if the locking shift table is the default one, for which [`all_plain`] is valid.
        is_default: bool,
    },
    /// 16-bit units.
    Ucs2,
}

impl UnitTable {
    pub(crate) fn new(encoding: Encoding, alphabet: Alphabet) -> Self {
        match encoding {
            Encoding::Gsm7 => UnitTable::Gsm7 {
                units: units_by_class(alphabet),
                is_default: alphabet.locking().is_none(),
            },
            Encoding::Ucs2 => UnitTable::Ucs2,
        }
    }

    /// Returns true if these bytes are `N` characters of one code unit each. May return false for bytes that are: callers then
    /// count them one by one.
    pub(crate) fn is_plain<const N: usize>(&self, bytes: &[u8; N]) -> bool {
        match self {
            UnitTable::Gsm7 { is_default, .. } => *is_default && all_plain(bytes),
            UnitTable::Ucs2 => bytes.is_ascii(),
        }
    }

    /// The code units of `character`; 0 where the alphabet does not have it.
    #[inline]
    pub(crate) fn units(&self, character: char) -> usize {
        match self {
            UnitTable::Gsm7 { units, .. } => {
                usize::from(units[class_of(u32::from(character)).index()])
            }
            UnitTable::Ucs2 => character.len_utf16(),
        }
    }
}

/// The number of characters of each class in a text.
pub(crate) struct ClassCounts([usize; CLASSES]);

/// An alphabet that has every character of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AlphabetCandidate {
    pub(crate) alphabet: Alphabet,
    /// The septets of the whole text.
    pub(crate) septets: usize,
    /// The classes that take one septet, as a bit each.
    single_septet_classes: u64,
}

impl AlphabetCandidate {
    /// Shift information elements in the header of each segment: 0, 1 or 2.
    pub(crate) fn shift_elements(&self) -> usize {
        usize::from(self.alphabet.locking().is_some())
            + usize::from(self.alphabet.single().is_some())
    }

    /// Different languages among its two tables: 0, 1 or 2.
    pub(crate) fn languages(&self) -> usize {
        let (locking, single) = (self.alphabet.locking(), self.alphabet.single());
        self.shift_elements() - usize::from(locking.is_some() && locking == single)
    }

    /// Returns true if `self` needs no more septets than `other` for any character, no longer header, and no more languages.
    pub(crate) fn dominates(&self, other: &AlphabetCandidate) -> bool {
        self.single_septet_classes & other.single_septet_classes == other.single_septet_classes
            && self.shift_elements() <= other.shift_elements()
            && self.languages() <= other.languages()
    }
}

impl ClassCounts {
    pub(crate) fn of(text: &str) -> Self {
        ClassCounts([0; CLASSES]).with(text)
    }

    /// Adds the characters of another text.
    pub(crate) fn with(&self, text: &str) -> Self {
        let mut characters = self.0;
        for character in text.chars() {
            characters[class_of(u32::from(character)).index()] += 1;
        }
        ClassCounts(characters)
    }

    /// The allowed alphabets worth a closer look, in order of preference: for each locking table the
    /// first single shift table that completes it, its own before those of other languages. The single shift table decides only whether the
    /// text fits, never what it costs: a character takes one septet where the locking table has it,
    /// else two. (At most 14.)
    pub(crate) fn candidates(
        &self,
        languages: &Languages,
    ) -> impl Iterator<Item = AlphabetCandidate> {
        let present = self.present();
        // A language without a locking shift table would only repeat the default one.
        let locking = tables(languages)
            .filter(|locking| locking.is_none_or(NationalLanguage::has_locking_table));
        locking.filter_map(move |locking| {
            // With a locking table: no other one, its own, then the others.
            let own = [None, locking].into_iter().filter(|_| locking.is_some());
            own.chain(tables(languages)).find_map(|single| {
                let alphabet = Alphabet::new(locking, single);
                (self.missing(alphabet) == 0).then(|| self.candidate(alphabet, present))
            })
        })
    }

    /// The allowed alphabet that leaves the fewest characters without a code; the first of equals.
    pub(crate) fn closest(&self, languages: &Languages) -> Alphabet {
        let (mut closest, mut least) = (Alphabet::DEFAULT, usize::MAX);
        for locking in tables(languages) {
            for single in tables(languages) {
                let alphabet = Alphabet::new(locking, single);
                let missing = self.missing(alphabet);
                if missing < least {
                    (closest, least) = (alphabet, missing);
                }
            }
        }
        closest
    }

    /// Counts the characters that are not in `alphabet`.
    fn missing(&self, alphabet: Alphabet) -> usize {
        let units = units_by_class(alphabet);
        self.0
            .iter()
            .zip(units)
            .filter(|&(_, units)| units == 0)
            .map(|(count, _)| count)
            .sum()
    }

    /// An alphabet that has all characters of the text, of the classes `present`.
    fn candidate(&self, alphabet: Alphabet, present: u64) -> AlphabetCandidate {
        let units = units_by_class(alphabet);
        let septets = self
            .0
            .iter()
            .zip(units)
            .map(|(count, units)| count * usize::from(units))
            .sum();
        let single_septet_classes = bits(&units, |units| units == 1) & present;
        AlphabetCandidate {
            alphabet,
            septets,
            single_septet_classes,
        }
    }

    /// The classes that the text has, as a bit each.
    fn present(&self) -> u64 {
        bits(&self.0, |count| count > 0)
    }
}

/// The default table, then the allowed languages in order of preference.
fn tables(languages: &Languages) -> impl Iterator<Item = Option<NationalLanguage>> + '_ {
    let count = languages.iter().count();
    (0..=count).map(|place| languages.get(place.checked_sub(1)?))
}

const _: () = assert!(CLASSES <= 64, "a set of classes is the bits of a u64");

/// A bit for each class whose value `holds`.
fn bits<T: Copy>(values: &[T; CLASSES], holds: impl Fn(T) -> bool) -> u64 {
    values
        .iter()
        .rev()
        .fold(0, |bits, &value| bits << 1 | u64::from(holds(value)))
}
