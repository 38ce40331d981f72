//! The text without what forces UCS-2.

use alloc::vec::Vec;
use core::slice;

use crate::alphabet::Alphabet;
use crate::analysis::char_index::CharIndex;
use crate::analysis::opt_out::opt_out;
use crate::analysis::suggestion::{Suggestion, saving, suggestion};
use crate::analysis::suggestion_kind::SuggestionKind;
use crate::encoding::Encoding;
use crate::segment::Segmenter;
use crate::smart_encoding::{Apply, Level, Passed, SmartEncoder};

impl Segmenter {
    /// Everything replaced that has a replacement and the rest removed, if that is no more than half of the characters, leaves
    /// nothing that forces UCS-2, and does not take the words away that say how to opt out.
    pub(super) fn without_offenders<'t>(
        &self,
        text: &'t str,
        transliteration: &Passed<'t>,
    ) -> Option<Suggestion<'t>> {
        let encoder = saving(Level::Transliteration).with_segmenter(*self);
        let replaced = encoder.clone().with_apply(Apply::Always);
        let replaced = replaced.encode_passed(text, slice::from_ref(transliteration));
        let gsm7 = |character: char| Alphabet::DEFAULT.units(character).is_some();
        let rest = replaced
            .text()
            .chars()
            .filter(|character| !gsm7(*character));
        if replaced.after().encoding() == Encoding::Gsm7
            || rest.clone().count() * 2 > text.chars().count()
        {
            return None;
        }
        let mut known = CharIndex::new();
        let is_new = |character: &char| core::mem::replace(known.slot(*character), 1) == 0;
        let mut distinct: Vec<char> = rest.filter(is_new).collect();
        distinct.sort_unstable();
        let remove = |encoder: SmartEncoder, character| encoder.with_replacement(character, "");
        let encoder = distinct
            .into_iter()
            .fold(encoder, remove)
            .with_tidied_blanks();
        let way = suggestion(SuggestionKind::RemoveOffenders, encoder.encode(text))?;
        let keeps_opt_out = || opt_out(way.text()).is_some() || opt_out(text).is_none();
        (way.count().encoding() == Encoding::Gsm7 && keeps_opt_out()).then_some(way)
    }
}
