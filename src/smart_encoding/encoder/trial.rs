//! A text encoded by a candidate: counted, compared with what there is, and taken if it is worth it.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::smart_encoding::change::Change;
use crate::smart_encoding::levels::{Joiners, Pass};
use crate::smart_encoding::rewrite::Rewritten;
use crate::smart_encoding::{Apply, Level, Residue, SmartEncoded, SmartEncoder, SmartOutcome};
use crate::text::nfc;
use crate::{Count, Encoding, NationalLanguage};

impl SmartEncoder {
    /// Returns the encoded text, or if nothing was encoded the text with its letters composed.
    pub(in crate::smart_encoding) fn or_composed<'t>(
        &self,
        encoded: SmartEncoded<'t>,
    ) -> SmartEncoded<'t> {
        let composed = match encoded.outcome {
            SmartOutcome::Applied => None,
            _ => self.composed(encoded.original, encoded.before),
        };
        composed.unwrap_or(encoded)
    }

    pub(in crate::smart_encoding) fn unchanged<'t>(&self, text: &'t str) -> SmartEncoded<'t> {
        let before = self.count(text);
        SmartEncoded {
            original: text,
            text: Cow::Borrowed(text),
            changes: Vec::new(),
            before,
            after: before,
            outcome: SmartOutcome::NothingToDo,
        }
    }

    /// Takes what was rewritten, if it is worth it.
    pub(in crate::smart_encoding) fn offer(
        &self,
        best: &mut SmartEncoded<'_>,
        rewritten: Option<(String, Vec<Change>, Count)>,
    ) {
        let Some((text, changes, after)) = rewritten else {
            return;
        };
        let outcome = self.outcome(best.after, after);
        if outcome == SmartOutcome::Applied {
            best.text = Cow::Owned(text);
            (best.changes, best.after, best.outcome) = (changes, after, outcome);
        } else if best.outcome != SmartOutcome::Applied {
            best.outcome = outcome;
        }
    }

    /// The text with nothing but its letters composed with their marks (NFC), where that alone saves a segment of UCS-2.
    fn composed<'t>(&self, text: &'t str, before: Count) -> Option<SmartEncoded<'t>> {
        let may_gain = before.encoding() == Encoding::Ucs2
            && before.segments() > 1
            && self.rules.level().is_some();
        if !may_gain || !nfc::has_second(text) {
            return None;
        }
        let (rewritten, _) = Pass::run(text, None, &self.options, Joiners::Kept);
        let (written, changes, after) = self.counted(rewritten)?;
        (after.segments() < before.segments()).then_some(SmartEncoded {
            original: text,
            text: Cow::Owned(written),
            changes,
            before,
            after,
            outcome: SmartOutcome::Composed,
        })
    }

    fn outcome(&self, before: Count, after: Count) -> SmartOutcome {
        if after.encoding() == Encoding::Ucs2 && self.residue == Residue::Revert {
            return SmartOutcome::RevertedForResidue;
        }
        let saved = after.segments() < before.segments();
        let roomier = after.segments() == before.segments()
            && (before.encoding(), after.encoding()) == (Encoding::Ucs2, Encoding::Gsm7);
        match self.apply {
            Apply::Always => SmartOutcome::Applied,
            Apply::WhenItHelps if saved || roomier => SmartOutcome::Applied,
            Apply::WhenSegmentsSaved if saved => SmartOutcome::Applied,
            _ => SmartOutcome::RevertedWithoutGain,
        }
    }

    /// The text by a level, its changes and its count; `None` if nothing changes.
    pub(in crate::smart_encoding) fn rewrite(
        &self,
        passed: Passed<'_>,
    ) -> Option<(String, Vec<Change>, Count)> {
        let (text, joiners_removed) = (passed.text, passed.joiners_removed);
        match self.counted(passed.made) {
            // L3
            Some((.., count)) if joiners_removed && joiners_matter(count) => {
                let (with_joiners, _) =
                    Pass::run(text, Some(passed.level), &self.options, Joiners::Kept);
                self.counted(with_joiners)
            }
            done => done,
        }
    }

    /// The rewritten text, its changes and its count; `None` if nothing changed.
    pub(in crate::smart_encoding) fn counted(
        &self,
        rewritten: Option<Rewritten>,
    ) -> Option<(String, Vec<Change>, Count)> {
        let (text, changes) = rewritten?;
        let count = self.count(&text);
        Some((text, changes, count))
    }

    /// Counts the text in the encoding it needs, ignoring a forced GSM-7.
    fn count(&self, text: &str) -> Count {
        let ucs2 = self.segmenter.with_encoding(Encoding::Ucs2);
        let needed = self.segmenter.count(text).or_else(|_| ucs2.count(text));
        needed.unwrap_or_else(|_| crate::count(text))
    }
}

/// A text after a pass at a level that removes joiners.
#[derive(Clone, Debug)]
pub(crate) struct Passed<'t> {
    pub(in crate::smart_encoding) text: &'t str,
    pub(in crate::smart_encoding) level: Level,
    /// The new text and its changes; `None` where nothing changes.
    pub(in crate::smart_encoding) made: Option<Rewritten>,
    pub(in crate::smart_encoding) joiners_removed: bool,
}

/// True if a text may hold characters that joiners affect: all but those of the default alphabet and of the national alphabets in
/// Latin letters.
fn joiners_matter(count: Count) -> bool {
    let latin = |language: Option<NationalLanguage>| {
        language.is_none_or(|language| {
            use NationalLanguage::{Portuguese, Spanish, Turkish};
            matches!(language, Turkish | Spanish | Portuguese)
        })
    };
    let alphabet = count.alphabet();
    count.encoding() == Encoding::Ucs2 || !latin(alphabet.locking()) || !latin(alphabet.single())
}
