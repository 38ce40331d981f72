//! The report on a text: what it costs, where it is cut, and what each character does to that.

mod char_index;
mod character;
mod clean_up;
mod edit;
mod explanation;
mod offender;
mod opt_out;
mod removal;
mod shortening;
mod suggestion;
mod suggestion_kind;
mod warning;

pub use character::{Character, Characters};
pub use edit::Edit;
pub use explanation::{Alternative, Explanation};
pub use offender::Offender;
pub use suggestion::Suggestion;
pub use suggestion_kind::SuggestionKind;
pub use warning::{Warning, WarningCode};

use alloc::vec::Vec;

use crate::alphabet::Alphabet;
use crate::count::Count;
use crate::segment::{Languages, Segment, Segmenter};
use crate::text::EncodingError;

/// Everything there is to say about one text under one set of options.
///
/// ```
/// let analysis = septet::analyze("Total: 5 € — thanks");
/// assert_eq!(analysis.count().encoding().name(), "UCS-2");
/// let offender = &analysis.offenders()[0];
/// assert_eq!((offender.character(), offender.spans()[0].utf16_range()), ('—', 11..12));
/// assert_eq!(analysis.characters().filter(|character| character.forces_ucs2()).count(), 1);
/// assert_eq!(analysis.segments()[0].text(), analysis.text());
/// assert_eq!(analysis.segmenter(), &septet::Segmenter::new());
/// ```
///
/// # Methods by task
///
/// | to | use |
/// |---|---|
/// | know the cost | [`count`](Self::count), [`segments`](Self::segments), [`without_languages`](Self::without_languages) |
/// | see each character | [`characters`](Self::characters) |
/// | find the characters that force UCS-2 | [`offenders`](Self::offenders), [`explain`](Self::explain) with what could replace them |
/// | know what else costs segments or delivery | [`warnings`](Self::warnings) |
/// | go back to the question | [`text`](Self::text), [`segmenter`](Self::segmenter) |
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Analysis<'t> {
    text: &'t str,
    segmenter: Segmenter,
    count: Count,
    segments: Vec<Segment<'t>>,
    /// The alphabet that the offenders are missing from, for a text in UCS-2.
    closest: Option<Alphabet>,
    offenders: Vec<Offender>,
    without_languages: Option<Count>,
}

impl Segmenter {
    /// Analyzes a text: its count, segments, offenders, and characters one by one.
    ///
    /// # Errors
    ///
    /// [`EncodingError`] where GSM-7 is demanded and no allowed alphabet has a character.
    ///
    /// ```
    /// use septet::{Boundary, Segmenter};
    /// let text = "👩‍👩‍👧‍👦".repeat(7);
    /// let analysis = Segmenter::new().with_boundary(Boundary::Grapheme).analyze(&text)?;
    /// assert_eq!(analysis.segments().len(), 2);
    /// assert_eq!(analysis.segments()[0].units(), 66); // six families of 11 units
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    pub fn analyze<'t>(&self, text: &'t str) -> Result<Analysis<'t>, EncodingError> {
        let count = self.count(text)?;
        Ok(self.analysis_of(text, count))
    }

    /// The analysis of a text that was counted under these options.
    fn analysis_of<'t>(&self, text: &'t str, count: Count) -> Analysis<'t> {
        let alphabet = count.alphabet();
        let national = alphabet.locking().is_some() || alphabet.single().is_some();
        let plain = self.with_languages(Languages::none());
        let closest = offender::closest(text, count.encoding(), self.languages());
        let without_languages = if national {
            plain.without_encoding().count(text).ok()
        } else {
            None
        };
        Analysis {
            text,
            segmenter: *self,
            count,
            segments: self.segments_of(text, count).collect(),
            closest,
            offenders: closest.map_or_else(Vec::new, |closest| offender::offenders(text, closest)),
            without_languages,
        }
    }
}

impl<'t> Analysis<'t> {
    /// The text analyzed.
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// The options it was analyzed under.
    #[must_use]
    pub const fn segmenter(&self) -> &Segmenter {
        &self.segmenter
    }

    /// Encoding, segments and code units of the whole text.
    ///
    /// ```
    /// assert_eq!(septet::analyze("Hello").count(), septet::count("Hello"));
    /// ```
    #[must_use]
    pub const fn count(&self) -> Count {
        self.count
    }

    /// The segments in order; at least one.
    ///
    /// ```
    /// let text = "Hello ".repeat(30);
    /// let analysis = septet::analyze(&text);
    /// assert_eq!(analysis.segments().iter().map(|segment| segment.remaining()).collect::<Vec<_>>(), [0, 126]);
    /// ```
    #[must_use]
    pub fn segments(&self) -> &[Segment<'t>] {
        &self.segments
    }

    /// The characters in order, each with its code units and what they are.
    ///
    /// ```
    /// let text = "5 € 👋";
    /// let analysis = septet::analyze(text);
    /// let culprits: Vec<char> = analysis.characters().filter(|one| one.forces_ucs2()).map(|one| one.character()).collect();
    /// assert_eq!(culprits, ['👋']);
    /// ```
    #[must_use]
    pub fn characters(&self) -> Characters<'t, '_> {
        Characters::new(self.text, self.count, &self.segments, self.closest)
    }

    /// The different characters that force UCS-2, in the order of their first places; none for GSM-7.
    ///
    /// ```
    /// let analysis = septet::analyze("It’s “late”, isn’t it?");
    /// let found: Vec<_> = analysis.offenders().iter().map(|one| (one.character(), one.spans().len())).collect();
    /// assert_eq!(found, [('’', 2), ('“', 1), ('”', 1)]);
    /// ```
    #[must_use]
    pub fn offenders(&self) -> &[Offender] {
        &self.offenders
    }

    /// The count without the national language tables in use; `None` if none is.
    ///
    /// ```
    /// use septet::{Languages, Segmenter};
    /// let text = "Siparişiniz yolda: yarın kapınızda olacak. Değişiklik için bize yazın, teşekkürler.";
    /// let analysis = Segmenter::new().with_languages(Languages::auto()).analyze(text)?;
    /// assert_eq!(analysis.count().segments(), 1);
    /// assert_eq!(analysis.without_languages().unwrap().segments(), 2);
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    #[must_use]
    pub const fn without_languages(&self) -> Option<Count> {
        self.without_languages
    }
}

/// Analyzes a text under the default options.
///
/// ```
/// let analysis = septet::analyze("a]");
/// let units: Vec<usize> = analysis.characters().map(|character| character.units()).collect();
/// assert_eq!(units, [1, 2]);
/// ```
#[must_use]
#[doc(alias = "SegmentedMessage")]
pub fn analyze(text: &str) -> Analysis<'_> {
    Segmenter::new().analysis_of(text, crate::count(text))
}

/// Ways to spend fewer segments on a text under the default options: see [`Segmenter::suggest`].
///
/// ```
/// use septet::SuggestionKind;
///
/// let text = "Your order “12” is on its way 🚚 – it will be with you between 14:00 and 16:00 today.";
/// let suggestions = septet::suggest(text);
/// let ways: Vec<_> = suggestions.iter().map(|way| (way.kind(), way.changed(), way.saved())).collect();
/// assert_eq!(ways, [(SuggestionKind::RemoveOffenders, 5, 1), (SuggestionKind::Shorten, 17, 1)]);
/// ```
#[must_use]
pub fn suggest(text: &str) -> Vec<Suggestion<'_>> {
    Segmenter::new().suggest(text).unwrap_or_default()
}
