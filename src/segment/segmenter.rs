//! The options under which a text is counted and cut.

use crate::alphabet::Alphabet;
use crate::count::{self, Capacities, Count, Tally};
use crate::encoding::Encoding;
use crate::limits::{Capacity, Profile, ReferenceBits};
use crate::segment::boundary::{OF_COUNTERS, Pieces, SMALLEST_NUMBERED, digits};
use crate::segment::detect::{AlphabetCandidate, ClassCounts, UnitTable};
use crate::segment::{Boundary, Languages, Segments};
use crate::text::EncodingError;

/// The options for counting and cutting a text: encoding, national languages, boundary, limits.
///
/// ```
/// use septet::{Boundary, Encoding, Profile, Segmenter};
///
/// let segmenter = Segmenter::new()
///     .with_boundary(Boundary::Grapheme)
///     .with_profile(Profile::TollFree);
/// let count = segmenter.count(&"Ahoj! ".repeat(30))?;
/// assert_eq!((count.encoding(), count.segments()), (Encoding::Gsm7, 2));
/// assert_eq!((count.units_per_segment(), count.units_remaining()), (152, 124));
/// assert_eq!(segmenter.segments(&"Ahoj! ".repeat(30))?.len(), 2);
/// # Ok::<(), septet::EncodingError>(())
/// ```
///
/// # Methods by task
///
/// | to | use |
/// |---|---|
/// | choose options | [`with_encoding`](Self::with_encoding), [`with_languages`](Self::with_languages), [`with_reference_bits`](Self::with_reference_bits), [`with_boundary`](Self::with_boundary), [`with_counters`](Self::with_counters), [`with_profile`](Self::with_profile) |
/// | count a text | [`count`](Self::count) |
/// | see where it is cut | [`segments`](Self::segments) |
/// | know what costs segments and why | [`analyze`](Self::analyze) |
/// | spend fewer segments | [`suggest`](Self::suggest) |
/// | make the octets of each segment | [`user_data`](Self::user_data), [`user_data_utf16`](Self::user_data_utf16) |
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[doc(alias = "countOptions")]
#[doc(alias = "options")]
#[doc(alias = "splitter")]
pub struct Segmenter {
    encoding: Option<Encoding>,
    languages: Languages,
    reference_bits: ReferenceBits,
    boundary: Boundary,
    has_counters: bool,
    profile: Profile,
}

impl Segmenter {
    /// The defaults: GSM-7 where it can be, no national languages, cuts between characters, an
    /// 8-bit reference, the limits of the standard.
    ///
    /// ```
    /// use septet::Segmenter;
    ///
    /// let count = Segmenter::new().count("Grüße")?;
    /// assert_eq!((count.segments(), count.units()), (1, 5));
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Segmenter {
            encoding: None,
            languages: Languages::none(),
            reference_bits: ReferenceBits::Eight,
            boundary: Boundary::Character,
            has_counters: false,
            profile: Profile::Standard,
        }
    }

    /// Demands an encoding instead of choosing GSM-7 wherever an allowed alphabet has every
    /// character. [`Encoding::Gsm7`] makes every method fail on a text it cannot carry.
    ///
    /// ```
    /// use septet::{Encoding, Segmenter};
    /// assert_eq!(Segmenter::new().with_encoding(Encoding::Ucs2).count("Hi")?.units_per_segment(), 70);
    /// assert!(Segmenter::new().with_encoding(Encoding::Gsm7).count("👋").is_err());
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    #[must_use]
    #[doc(alias = "charset")]
    #[doc(alias = "force_encoding")]
    pub const fn with_encoding(mut self, encoding: Encoding) -> Self {
        self.encoding = Some(encoding);
        self
    }

    /// Allows national languages. Of the allowed alphabets that have every character, the one with
    /// the fewest segments is used, then the fewest languages, then the fewest shift tables, then the
    /// fewest septets, then the language named first.
    ///
    /// ```
    /// use septet::{Languages, NationalLanguage::Turkish, Segmenter};
    /// let count = Segmenter::new().with_languages(Languages::auto()).count("Siparişiniz yolda")?;
    /// assert_eq!((count.encoding().name(), count.alphabet().locking()), ("GSM-7", Some(Turkish)));
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    #[must_use]
    #[doc(alias = "nationalLanguages")]
    #[doc(alias = "shift tables")]
    pub fn with_languages(mut self, languages: impl Into<Languages>) -> Self {
        self.languages = languages.into();
        self
    }

    /// The width of the concatenation reference; [`Profile::TollFree`] always takes 16 bits.
    ///
    /// ```
    /// use septet::{ReferenceBits::Sixteen, Segmenter};
    /// let count = Segmenter::new().with_reference_bits(Sixteen).count(&"中".repeat(71))?;
    /// assert_eq!(count.units_per_segment(), 66);
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    #[must_use]
    pub const fn with_reference_bits(mut self, bits: ReferenceBits) -> Self {
        self.reference_bits = bits;
        self
    }

    /// Sets what a cut keeps whole.
    ///
    /// ```
    /// use septet::{Boundary, Segmenter};
    ///
    /// let text = "Your parcel is on its way. ".repeat(6);
    /// let words = Segmenter::new().with_boundary(Boundary::Word);
    /// let ends: Vec<_> = words.segments(&text)?.map(|segment| segment.text().trim_end().ends_with("on")).collect();
    /// assert_eq!(ends, [true, false]); // not in the middle of a word
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    #[must_use]
    pub const fn with_boundary(mut self, boundary: Boundary) -> Self {
        self.boundary = boundary;
        self
    }

    /// Puts a counter before the text of each segment, `(1/3) `, where a text is cut at words ([`Boundary::Word`]) and has
    /// more than one: for senders of messages that no header joins. It is part of what a segment holds, but not of its
    /// text.
    ///
    /// ```
    /// use septet::{Boundary, Profile, Segmenter};
    ///
    /// let words = Segmenter::new().with_boundary(Boundary::Word).with_profile(Profile::Single);
    /// let text = "three ".repeat(30);
    /// let segments: Vec<_> = words.with_counters().segments(&text)?.collect();
    /// assert_eq!((segments[0].counter().as_deref(), segments[0].units()), (Some("(1/2) "), 156));
    /// assert_eq!(segments[1].units(), 36); // six for the counter, and five words of six
    /// assert_eq!((segments[0].text().len(), words.segments(&text)?.next().unwrap().text().len()), (150, 156));
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    #[must_use]
    pub const fn with_counters(mut self) -> Self {
        self.has_counters = true;
        self
    }

    /// The limits of a segment.
    ///
    /// ```
    /// use septet::{Profile, Segmenter};
    ///
    /// let text = "a".repeat(320);
    /// let limit = |profile| Segmenter::new().with_profile(profile).count(&text).map(|count| count.units_per_segment());
    /// assert_eq!((limit(Profile::Standard)?, limit(Profile::TollFree)?, limit(Profile::Single)?), (153, 152, 160));
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    #[must_use]
    pub const fn with_profile(mut self, profile: Profile) -> Self {
        self.profile = profile;
        self
    }

    /// Returns these options without a forced encoding.
    pub(crate) const fn without_encoding(mut self) -> Self {
        self.encoding = None;
        self
    }

    pub(crate) const fn profile(&self) -> Profile {
        self.profile
    }

    pub(crate) const fn languages(&self) -> &Languages {
        &self.languages
    }

    /// Counts a text: without allocation, and in time linear in its length whatever the options.
    ///
    /// # Errors
    ///
    /// [`EncodingError`] where GSM-7 is demanded and no allowed alphabet has a character.
    ///
    /// ```
    /// use septet::{Encoding, Segmenter};
    ///
    /// let segmenter = Segmenter::new().with_encoding(Encoding::Gsm7);
    /// assert_eq!(segmenter.count(&"Hello ".repeat(30))?.segments(), 2);
    /// let error = segmenter.count("Hello 👋").unwrap_err();
    /// assert_eq!((error.character(), error.index()), ('👋', 6));
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    pub fn count(&self, text: &str) -> Result<Count, EncodingError> {
        if self.encoding != Some(Encoding::Ucs2) && !self.languages.is_none() {
            return self.count_in_languages(text);
        }
        let [gsm7, ucs2] = [Encoding::Gsm7, Encoding::Ucs2]
            .map(|encoding| self.capacity(encoding, Alphabet::DEFAULT));
        let count = count::scan(text, self.encoding, Capacities { gsm7, ucs2 });
        if self
            .encoding
            .is_some_and(|demanded| demanded != count.encoding())
        {
            return Err(error(text, Alphabet::DEFAULT));
        }
        Ok(match self.boundary {
            Boundary::Grapheme | Boundary::Word if count.segments() > 1 => {
                self.walk(text, count.encoding(), Alphabet::DEFAULT)
            }
            _ => count,
        })
    }

    /// The segments of a text, in order; at least one.
    ///
    /// # Errors
    ///
    /// [`EncodingError`] where GSM-7 is demanded and no allowed alphabet has a character.
    ///
    /// ```
    /// use septet::Segmenter;
    ///
    /// let text = "]".repeat(153); // two septets each: no pair is cut
    /// let segments = Segmenter::new().segments(&text)?;
    /// assert_eq!(segments.map(|segment| segment.units()).collect::<Vec<_>>(), [152, 152, 2]);
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    pub fn segments<'t>(&self, text: &'t str) -> Result<Segments<'t>, EncodingError> {
        self.count(text).map(|count| self.segments_of(text, count))
    }

    /// The segments of a text that was counted under these options.
    pub(crate) fn segments_of<'t>(&self, text: &'t str, count: Count) -> Segments<'t> {
        let unit_table = UnitTable::new(count.encoding(), count.alphabet());
        let capacity = count.units_per_segment();
        let total = Some(count.segments());
        let numbered_of = total.filter(|total| *total > 1 && self.numbers(capacity));
        let pieces = Pieces::new(text, self.boundary, unit_table, capacity, numbered_of);
        Segments::new(text, pieces, count, numbered_of)
    }

    /// The national alphabet with the fewest segments, then the fewest languages, shift tables and
    /// septets, then the first in order of preference; UCS-2 where none has every character.
    fn count_in_languages(&self, text: &str) -> Result<Count, EncodingError> {
        let class_counts = ClassCounts::of(text);
        let count = self.count_by(&class_counts, text)?;
        if count.segments() == 1 || !self.numbers(count.units_per_segment()) {
            return Ok(count);
        }
        // An alphabet that lacks a character of the counters cannot carry them; with its own single shift table none does.
        self.count_by(&class_counts.with(OF_COUNTERS), text)
    }

    /// The best alphabet for these class counts, and the count of the text in it.
    fn count_by(&self, class_counts: &ClassCounts, text: &str) -> Result<Count, EncodingError> {
        let mut best: Option<(AlphabetCandidate, Count)> = None;
        for candidate in class_counts.candidates(&self.languages) {
            let least = self.fewest_segments(&candidate);
            let beaten = |(other, count): &(AlphabetCandidate, Count)| {
                count.segments() < least
                    || self.boundary == Boundary::Character && other.dominates(&candidate)
            };
            if best.as_ref().is_some_and(beaten) {
                continue;
            }
            let count = self.walk(text, Encoding::Gsm7, candidate.alphabet);
            let price = |candidate: &AlphabetCandidate, count: Count| {
                (
                    count.segments(),
                    candidate.languages(),
                    candidate.shift_elements(),
                    candidate.septets,
                )
            };
            if best
                .as_ref()
                .is_none_or(|(other, held)| price(&candidate, count) < price(other, *held))
            {
                best = Some((candidate, count));
            }
        }
        match (best, self.encoding) {
            (Some((_, count)), _) => Ok(count),
            (None, None) => Ok(self.walk(text, Encoding::Ucs2, Alphabet::DEFAULT)),
            (None, Some(_)) => Err(error(text, class_counts.closest(&self.languages))),
        }
    }

    /// The segments a text needs at least in an alphabet: what division gives, as if every segment
    /// could be filled to the last septet.
    fn fewest_segments(&self, candidate: &AlphabetCandidate) -> usize {
        let capacity = self.capacity(Encoding::Gsm7, candidate.alphabet);
        if candidate.septets <= capacity.single {
            1
        } else {
            candidate.septets.div_ceil(capacity.concatenated)
        }
    }

    /// Counts segment by segment.
    fn walk(&self, text: &str, encoding: Encoding, alphabet: Alphabet) -> Count {
        let capacity = self.capacity(encoding, alphabet);
        let unit_table = UnitTable::new(encoding, alphabet);
        let walked = |numbered_of| {
            let mut pieces = Pieces::new(
                text,
                self.boundary,
                unit_table.clone(),
                capacity.concatenated,
                numbered_of,
            );
            let mut tally = Tally::new(capacity.concatenated);
            loop {
                let segment = pieces.next_segment();
                if segment.bytes == 0 {
                    break;
                }
                // Pushed as a whole, it closes the segment before it: that had no room even for its first piece.
                tally.push(segment.units);
            }
            tally.count(encoding, alphabet, capacity)
        };
        let mut count = walked(None);
        if !self.numbers(capacity.concatenated) {
            return count;
        }
        // Counters with more digits take more of each segment, which makes more segments of the text, perhaps with more
        // digits again. A wider counter never makes fewer, so this ends.
        let mut of_total = 0;
        while count.segments() > 1 && digits(count.segments()) > of_total {
            of_total = digits(count.segments());
            count = walked(Some(count.segments()));
        }
        count
    }

    /// True if each of several segments of this capacity has a counter (C4″).
    fn numbers(&self, capacity: usize) -> bool {
        self.has_counters && self.boundary == Boundary::Word && capacity >= SMALLEST_NUMBERED
    }

    /// The width of the reference that its segments carry.
    pub(crate) const fn reference_bits_in_force(&self) -> ReferenceBits {
        self.reference_bits.under(self.profile)
    }

    /// Returns true if a text may be joined from several segments.
    pub(crate) const fn concatenates(&self) -> bool {
        !matches!(self.profile, Profile::Single)
    }

    /// The limits of a segment under these options.
    pub(crate) fn capacity(&self, encoding: Encoding, alphabet: Alphabet) -> Capacity {
        Capacity::new(encoding, alphabet, self.reference_bits, self.profile)
    }
}

/// The error that names the first character `alphabet` does not have.
fn error(text: &str, alphabet: Alphabet) -> EncodingError {
    let mut utf16_index = 0;
    for (index, character) in text.char_indices() {
        if alphabet.units(character).is_none() {
            return EncodingError {
                character,
                index,
                utf16_index,
            };
        }
        utf16_index += character.len_utf16();
    }
    unreachable!("asked only of texts that the alphabet does not fit")
}
