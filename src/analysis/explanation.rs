//! Explains the cost of a text, character by character.

use alloc::string::String;
use alloc::vec::Vec;

use crate::analysis::{Analysis, Character};
use crate::smart_encoding::{Apply, Level, Residue, SmartEncoder, SubstitutionReason};

/// A character, what it costs, and what could stand in its place.
///
/// ```
/// let explained = septet::analyze("5 – 7").explain();
/// let dash = &explained[2];
/// assert_eq!(dash.character().character(), '–');
/// assert_eq!(dash.alternative().unwrap().replacement(), "-");
/// assert!(explained[0].alternative().is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    character: Character,
    alternative: Option<Alternative>,
}

/// The replacement that smart encoding has for a character.
///
/// ```
/// use septet::{Level, SubstitutionReason};
///
/// let explained = septet::analyze("№ 5").explain();
/// let alternative = explained[0].alternative().unwrap();
/// assert_eq!(alternative.replacement(), "No");
/// assert_eq!((alternative.level(), alternative.reason()), (Level::Compatibility, SubstitutionReason::Symbol));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Alternative {
    replacement: String,
    level: Level,
    reason: SubstitutionReason,
}

impl Explanation {
    /// The character, its place, its code units, and whether it forces UCS-2.
    #[must_use]
    pub const fn character(&self) -> &Character {
        &self.character
    }

    /// The possible replacement; `None` if there is none, or nothing to gain.
    #[must_use]
    pub const fn alternative(&self) -> Option<&Alternative> {
        self.alternative.as_ref()
    }
}

impl Alternative {
    /// The replacement; empty where the character would be removed, or goes with the one before it, as a combining
    /// mark does.
    #[must_use]
    pub fn replacement(&self) -> &str {
        &self.replacement
    }

    /// The lowest level that makes the replacement.
    #[must_use]
    pub const fn level(&self) -> Level {
        self.level
    }

    /// The reason for the replacement.
    #[must_use]
    pub const fn reason(&self) -> SubstitutionReason {
        self.reason
    }
}

impl Analysis<'_> {
    /// The characters in order, each with what could stand in its place.
    ///
    /// ```
    /// use septet::Level;
    ///
    /// let explained = septet::analyze("½ €").explain();
    /// let half = explained[0].alternative().unwrap();
    /// assert_eq!((half.replacement(), half.level()), ("1/2", Level::Compatibility));
    /// assert!(explained[0].character().forces_ucs2());
    /// assert_eq!((explained[2].character().units(), explained[2].alternative()), (1, None));
    /// ```
    #[must_use]
    pub fn explain(&self) -> Vec<Explanation> {
        let encoder = SmartEncoder::new(Level::Transliteration)
            .with_residue(Residue::Keep)
            .with_apply(Apply::Always);
        let smart = encoder.encode(self.text());
        let mut substitutions = smart.substitutions().peekable();
        let mut explanations = Vec::new();
        for character in self.characters() {
            let at = character.span().range().start;
            while substitutions
                .next_if(|made| made.span().range().end <= at)
                .is_some()
            {}
            let made = substitutions
                .peek()
                .filter(|made| made.span().range().contains(&at));
            let alternative = made.and_then(|made| {
                let first = made.span().range().start == at;
                let replacement = String::from(if first { made.replacement() } else { "" });
                made.level().map(|level| Alternative {
                    replacement,
                    level,
                    reason: made.reason(),
                })
            });
            explanations.push(Explanation {
                character,
                alternative,
            });
        }
        explanations
    }
}
