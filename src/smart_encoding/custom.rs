//! The caller's own replacements, which precede the table.

use alloc::string::String;
use alloc::vec::Vec;

/// The caller's own substitutions and exceptions, by character.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Custom {
    /// Ascending; `None` for a character that is to stay.
    wishes: Vec<(char, Option<String>)>,
}

/// The caller's rule for one character.
pub(super) enum Wish<'c> {
    Keep,
    Replace(&'c str),
}

impl Custom {
    pub(super) fn set(&mut self, character: char, replacement: Option<String>) {
        match self.wishes.binary_search_by_key(&character, |wish| wish.0) {
            Ok(known) => self.wishes[known].1 = replacement,
            Err(place) => self.wishes.insert(place, (character, replacement)),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.wishes.is_empty()
    }

    pub(super) fn wish(&self, character: char) -> Option<Wish<'_>> {
        if self.wishes.is_empty() {
            return None;
        }
        let place = self
            .wishes
            .binary_search_by_key(&character, |wish| wish.0)
            .ok()?;
        Some(match &self.wishes.get(place)?.1 {
            Some(replacement) => Wish::Replace(replacement),
            None => Wish::Keep,
        })
    }

    /// Bit n: there is a wish for the ASCII character n.
    pub(super) fn ascii(&self) -> u128 {
        let ascii = self.wishes.iter().filter(|wish| wish.0.is_ascii());
        ascii.fold(0, |bits, wish| bits | 1 << u32::from(wish.0))
    }
}
