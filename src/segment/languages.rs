//! The national languages that a text may use.

use crate::alphabet::NationalLanguage;

/// The national languages a text may use, in order of preference; none unless asked for, since a
/// receiver without the tables shows other characters.
///
/// ```
/// use septet::{Languages, NationalLanguage::{Portuguese, Turkish}, Segmenter};
///
/// let text = "ş".repeat(100);
/// assert_eq!(septet::count(&text).segments(), 2); // UCS-2
/// let turkish = Segmenter::new().with_languages(Languages::preferred([Turkish, Portuguese]));
/// assert_eq!(turkish.count(&text)?.segments(), 1); // GSM-7, locking shift
/// assert_eq!(Languages::preferred([Turkish, Portuguese]).iter().next(), Some(Turkish));
/// assert_eq!((Languages::auto().iter().count(), Languages::none().is_none()), (13, true));
/// # Ok::<(), septet::EncodingError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Languages {
    /// Identifiers in order of preference; 0 behind the last.
    ids: [u8; NationalLanguage::ALL.len()],
}

impl Languages {
    /// No national language: the default alphabet and its extension alone.
    #[must_use]
    pub const fn none() -> Self {
        Languages {
            ids: [0; NationalLanguage::ALL.len()],
        }
    }

    /// All 13, the lowest identifier first.
    ///
    /// ```
    /// use septet::{Languages, Segmenter};
    ///
    /// let segmenter = Segmenter::new().with_languages(Languages::auto());
    /// assert_eq!(segmenter.count("Teşekkürler, iyi günler")?.encoding().name(), "GSM-7");
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    #[must_use]
    pub fn auto() -> Self {
        Languages::preferred(NationalLanguage::ALL)
    }

    /// These, the first one preferred where two cost the same. Repetitions count once.
    #[must_use]
    pub fn preferred(languages: impl IntoIterator<Item = NationalLanguage>) -> Self {
        let mut list = Languages::none();
        for language in languages {
            let mut slots = list.ids.iter_mut();
            if let Some(slot) = slots.find(|slot| **slot == 0 || **slot == language.id()) {
                *slot = language.id();
            }
        }
        list
    }

    /// The languages in order of preference.
    pub fn iter(&self) -> impl Iterator<Item = NationalLanguage> + '_ {
        self.ids
            .iter()
            .map_while(|&id| NationalLanguage::from_id(id))
    }

    /// The language at a place in order of preference, from 0.
    pub(crate) fn get(&self, place: usize) -> Option<NationalLanguage> {
        self.ids
            .get(place)
            .and_then(|&id| NationalLanguage::from_id(id))
    }

    /// Returns true if no national language is allowed.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        self.ids[0] == 0
    }
}

impl<L: IntoIterator<Item = NationalLanguage>> From<L> for Languages {
    fn from(languages: L) -> Self {
        Languages::preferred(languages)
    }
}
