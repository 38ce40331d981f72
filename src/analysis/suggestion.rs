//! Ways to spend fewer segments on a text, the best first.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::slice;

use crate::alphabet::{Alphabet, NationalLanguage};
use crate::analysis::Edit;
use crate::analysis::clean_up::{self, is_unseen};
use crate::analysis::shortening::shortened;
use crate::analysis::suggestion_kind::{SuggestionKind, harm};
use crate::count::Count;
use crate::segment::{Languages, Segmenter};
use crate::smart_encoding::{
    Apply, Level, Passed, Residue, SmartEncoded, SmartEncoder, SmartOutcome, TextLanguage,
};
use crate::span::Span;
use crate::text::{EncodingError, utf16_len};

/// A way to spend fewer segments, what it changes and what it saves.
///
/// ```
/// let text = "Your parcel — the “big” one — arrives today between 5 and 7. Please be home!";
/// let suggestions = septet::suggest(text);
/// let best = &suggestions[0];
/// assert_eq!(best.kind().name(), "smart-encoding");
/// assert_eq!(best.text(), "Your parcel - the \"big\" one - arrives today between 5 and 7. Please be home!");
/// assert_eq!((best.changed(), best.edits().len()), (4, 4));
/// assert_eq!((best.count().segments(), best.saved()), (1, 1));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion<'t> {
    kind: SuggestionKind,
    text: Cow<'t, str>,
    edits: Vec<Edit>,
    changed: usize,
    count: Count,
    saved: usize,
    /// The place in the order of harm, 0 for none.
    harm: u8,
}

impl Suggestion<'_> {
    /// The kind of suggestion.
    ///
    /// ```
    /// use septet::SuggestionKind;
    ///
    /// let text = "“Big” sale ends today. ".repeat(4);
    /// let suggestions = septet::suggest(&text);
    /// assert!(matches!(suggestions[0].kind(), SuggestionKind::SmartEncoding(_)));
    /// ```
    #[must_use]
    pub const fn kind(&self) -> SuggestionKind {
        self.kind
    }

    /// The text that results.
    ///
    /// ```
    /// let text = "“Big” sale ends today. ".repeat(4);
    /// let best = &septet::suggest(&text)[0];
    /// assert_eq!(best.text(), text.replace(['“', '”'], "\""));
    /// ```
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The edits that lead there; none for a national language.
    ///
    /// ```
    /// use septet::Edit;
    ///
    /// let text = "“Big” sale ends today. ".repeat(4);
    /// let best = &septet::suggest(&text)[0];
    /// assert_eq!(Edit::apply_all(&text, best.edits()), best.text());
    /// ```
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// Characters of the text that change or go: the price.
    #[must_use]
    pub const fn changed(&self) -> usize {
        self.changed
    }

    /// The cost of the resulting text.
    #[must_use]
    pub const fn count(&self) -> Count {
        self.count
    }

    /// A condition that the sender must meet for the text to cost that; `None` if there is none.
    ///
    /// ```
    /// let text = "Siparişiniz yolda: yarın kapınızda olacak. Değişiklik için bize yazın, teşekkürler.";
    /// let note = septet::suggest(text)[0].note().unwrap();
    /// assert!(note.contains("the Turkish national language table"));
    /// ```
    #[must_use]
    pub fn note(&self) -> Option<String> {
        let SuggestionKind::NationalLanguage(alphabet) = self.kind else {
            return None;
        };
        let name = |language: NationalLanguage| {
            let (first, rest) = language.name().split_at(1);
            [&first.to_ascii_uppercase(), rest].concat()
        };
        let named = match (alphabet.locking(), alphabet.single()) {
            (Some(locking), Some(single)) if locking != single => [
                "the ",
                &name(locking),
                " and ",
                &name(single),
                " national language tables",
            ]
            .concat(),
            (Some(one), Some(_)) => ["both ", &name(one), " national language tables"].concat(),
            (Some(one), None) | (None, Some(one)) => {
                ["the ", &name(one), " national language table"].concat()
            }
            (None, None) => return None,
        };
        Some(
            [
                "The provider must send it with ",
                &named,
                "; without, it costs what it costs now.",
            ]
            .concat(),
        )
    }

    /// Segments saved: 1 or more.
    ///
    /// ```
    /// let text = "“Big” sale ends today. ".repeat(4);
    /// let best = &septet::suggest(&text)[0];
    /// assert_eq!(best.saved(), septet::count(&text).segments() - best.count().segments());
    /// ```
    #[must_use]
    pub const fn saved(&self) -> usize {
        self.saved
    }
}

impl Segmenter {
    /// Ways to spend fewer segments on a text, the least harmful first: nothing that a reader would see, typography, one
    /// table of a national language, compatibility, more tables, transliteration, removing what forces UCS-2, shortening.
    /// Of those that do as much harm, the one with the fewest segments is first, then that with the fewest changes. A level
    /// that does no more than a milder one is left out.
    ///
    /// # Errors
    ///
    /// [`EncodingError`] where GSM-7 is demanded and no allowed alphabet has a character.
    ///
    /// ```
    /// use septet::{Profile, Segmenter};
    /// let text = "“Sale” ends today! ".repeat(4);
    /// let suggestions = Segmenter::new().with_profile(Profile::TollFree).suggest(&text)?;
    /// assert_eq!(suggestions[0].saved(), 1);
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    #[doc(alias = "suggestions")]
    pub fn suggest<'t>(&self, text: &'t str) -> Result<Vec<Suggestion<'t>>, EncodingError> {
        self.suggest_in(text, None)
    }

    /// The same for a text in a language that its letters alone do not tell: transliteration spells by it.
    ///
    /// # Errors
    ///
    /// Those of [`suggest`](Self::suggest).
    ///
    /// ```
    /// use septet::{Segmenter, TextLanguage};
    /// let text = "Đakovo at noon. ".repeat(8);
    /// let croatian = Segmenter::new().suggest_in(&text, TextLanguage::Croatian)?;
    /// assert!(croatian[0].text().starts_with("Djakovo"));
    /// assert!(Segmenter::new().suggest(&text)?[0].text().starts_with("Dakovo"));
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    #[doc(alias = "textLanguage")]
    pub fn suggest_in<'t>(
        &self,
        text: &'t str,
        language: impl Into<Option<TextLanguage>>,
    ) -> Result<Vec<Suggestion<'t>>, EncodingError> {
        let language = language.into();
        let before = self.count(text)?;
        let mut suggestions: Vec<Suggestion<'t>> = Vec::new();
        if before.segments() == 1 {
            return Ok(suggestions);
        }
        // What the levels make of the text, each asked once: those that the next one tries, as with national languages the
        // milder ones are tried too.
        let mut passed: Vec<Passed<'t>> = Vec::new();
        let (mut cleaned, mut others) = (Vec::new(), Vec::new());
        for level in Level::ALL {
            let encoder = saving(level)
                .with_segmenter(*self)
                .with_text_language(language);
            if self.languages().is_none() {
                passed.clear();
            }
            let this = encoder.pass(level, text, before);
            if level == Level::Typography {
                let cleanings = clean_up::cleanings(text, &this).into_iter();
                cleaned.extend(cleanings.filter_map(|edits| self.cleaned(text, edits, before)));
                others.extend(self.by_language(text, before, &this));
            } else if level == Level::Transliteration {
                others.extend(self.without_offenders(text, &this));
            }
            passed.push(this);
            let smart = encoder.encode_passed(text, &passed);
            if suggestions.iter().all(|milder| milder.text != smart.text()) {
                suggestions.extend(suggestion(SuggestionKind::SmartEncoding(level), smart));
            }
        }
        for cleaned in cleaned {
            if suggestions.iter().all(|other| other.text != cleaned.text) {
                suggestions.push(cleaned);
            }
        }
        suggestions.extend(others);
        suggestions.extend(self.shortened(text, before));
        suggestions.sort_by_key(|suggestion| {
            (
                suggestion.harm,
                suggestion.count.segments(),
                suggestion.changed,
            )
        });
        Ok(suggestions)
    }

    /// The text after these edits, if that saves segments.
    fn cleaned<'t>(
        &self,
        text: &'t str,
        edits: Vec<Edit>,
        before: Count,
    ) -> Option<Suggestion<'t>> {
        let cleaned = Edit::apply_all(text, &edits);
        let count = self.count(&cleaned).ok()?;
        let saved = before
            .segments()
            .checked_sub(count.segments())
            .filter(|saved| *saved > 0)?;
        let changed = edits
            .iter()
            .map(|edit| text.get(edit.span().range()).unwrap_or("").chars().count())
            .sum();
        Some(Suggestion {
            kind: SuggestionKind::CleanUp,
            text: Cow::Owned(cleaned),
            edits,
            changed,
            count,
            saved,
            harm: 0,
        })
    }

    /// All national languages, if none is allowed yet; with typography too where they alone save nothing.
    fn by_language<'t>(
        &self,
        text: &'t str,
        before: Count,
        typography: &Passed<'t>,
    ) -> Option<Suggestion<'t>> {
        if !self.languages().is_none() {
            return None;
        }
        let national = self.with_languages(Languages::auto());
        let count = national.count(text).ok()?;
        if count.segments() < before.segments() {
            let kind = SuggestionKind::NationalLanguage(count.alphabet());
            let saved = before.segments() - count.segments();
            return Some(Suggestion {
                kind,
                text: Cow::Borrowed(text),
                edits: Vec::new(),
                changed: 0,
                count,
                saved,
                harm: harm(kind, true),
            });
        }
        let encoder = saving(Level::Typography).with_segmenter(national);
        let smart = encoder.encode_passed(text, slice::from_ref(typography));
        let alphabet = smart.after().alphabet();
        suggestion(SuggestionKind::NationalLanguage(alphabet), smart)
            .filter(|_| alphabet != Alphabet::DEFAULT)
    }

    /// As many words removed as saves one segment.
    fn shortened<'t>(&self, text: &'t str, before: Count) -> Option<Suggestion<'t>> {
        let shorter = shortened(self, text, before.segments() - 1)?;
        let removed = text.get(shorter.removed.clone())?;
        let start = utf16_len(text.get(..shorter.removed.start)?);
        let span = Span::new(shorter.removed.clone(), start..start + utf16_len(removed));
        Some(Suggestion {
            kind: SuggestionKind::Shorten,
            edits: Vec::from([Edit::new(span, "")]),
            changed: removed.chars().count(),
            count: shorter.count,
            saved: before
                .segments()
                .checked_sub(shorter.count.segments())
                .filter(|saved| *saved > 0)?,
            text: shorter.text,
            harm: harm(SuggestionKind::Shorten, true),
        })
    }
}

/// Smart encoding at a level wherever that saves segments, whatever characters remain that force UCS-2.
pub(super) fn saving(level: Level) -> SmartEncoder {
    SmartEncoder::new(level)
        .with_residue(Residue::Keep)
        .with_apply(Apply::WhenSegmentsSaved)
}

/// Turns a smart-encoded text into a suggestion, if it saves segments.
pub(super) fn suggestion(kind: SuggestionKind, smart: SmartEncoded<'_>) -> Option<Suggestion<'_>> {
    let is_seen = smart.reasons().any(|reason| !is_unseen(reason));
    matches!(
        smart.outcome(),
        SmartOutcome::Applied | SmartOutcome::Composed
    )
    .then(|| Suggestion {
        kind,
        edits: Edit::all_of(&smart),
        changed: smart
            .substitutions()
            .map(|made| made.original().chars().count())
            .sum(),
        count: smart.after(),
        saved: smart.before().segments() - smart.after().segments(),
        text: smart.into_text(),
        harm: harm(kind, is_seen),
    })
}
