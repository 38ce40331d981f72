//! Segments that smart encoding saves, or would save.

use std::borrow::Cow;

use septet::{Alphabet, Count, Encoding, Level, Rules, Segmenter, SmartEncoder, SmartOutcome};
use serde::{Deserialize, Serialize};

use super::money::Price;

/// The savings by one list of substitutions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Saved {
    /// Its name.
    pub(super) rules: Cow<'static, str>,
    /// Segments less; below 0 if there are more.
    pub(super) segments: i64,
    /// Rows that it changes.
    pub(super) rows: u64,
    /// In billionths of the currency.
    pub(super) cost: i128,
}

impl Saved {
    /// The savings of rules that were applied to a text; `segments` is `None` where they change nothing.
    pub(super) fn of(rules: Rules, segments: Option<i64>, price: Option<Price>) -> Self {
        let saved = segments.unwrap_or_default();
        Saved {
            rules: rules.name().into(),
            segments: saved,
            rows: segments.is_some().into(),
            cost: price.map_or(0, |price| price.of(saved).billionths()),
        }
    }

    /// Adds it to what others of its name save.
    pub(super) fn add_to(self, all: &mut Vec<Saved>) {
        match all.iter_mut().find(|other| other.rules == self.rules) {
            Some(other) => {
                other.segments += self.segments;
                other.rows += self.rows;
                other.cost = other.cost.saturating_add(self.cost);
            }
            None => all.push(self),
        }
    }
}

/// Tries the levels on texts as they are.
#[derive(Clone)]
pub(super) struct Savings {
    levels: [SmartEncoder; 3],
    /// No national language is allowed.
    is_plain: bool,
    /// For each code point met so far, the levels that keep it, one bit each, and `KNOWN`.
    kept: Vec<u8>,
}

/// The bits of all levels.
const ALL: u8 = 0b111;
const KNOWN: u8 = 0b1000;

impl Savings {
    pub(super) fn new(segmenter: Segmenter, is_plain: bool) -> Self {
        let encoder = |level: Level| SmartEncoder::new(level).with_segmenter(segmenter);
        Savings {
            levels: Level::ALL.map(encoder),
            is_plain,
            kept: Vec::new(),
        }
    }

    /// Adds what each level saves of a text that was counted to `all`.
    ///
    /// A level never touches a character of the default alphabet, and a text that needs no other gains nothing; nor does
    /// one with a character that the level keeps. Each level does what the one before does, so that a text which a level
    /// brings into the default alphabet comes out of the next ones the same; and what the last one leaves in UCS-2, none
    /// can bring out of it.
    pub(super) fn add(
        &mut self,
        text: &str,
        count: Count,
        price: Option<Price>,
        all: &mut Vec<Saved>,
    ) {
        let mut saved = [None; 3];
        // Composing marks can save a segment whatever else stays.
        let composes =
            || count.encoding() == Encoding::Ucs2 && text.chars().any(SmartEncoder::composes);
        if !self.is_plain || composes() {
            saved = [0, 1, 2].map(|place| self.tried(place, text, count));
        } else if count.encoding() == Encoding::Ucs2 {
            let kept = self.kept(text);
            let tried = |place: usize| {
                let is_tried = kept >> place & 1 == 0;
                is_tried.then(|| self.tried(place, text, count)).flatten()
            };
            if let Some(segments) = tried(0) {
                saved = [Some(segments); 3];
            } else if let Some(segments) = tried(2) {
                saved = [None, tried(1), Some(segments)];
            }
        }
        for (level, segments) in Level::ALL.into_iter().zip(saved) {
            Saved::of(level.into(), segments, price).add_to(all);
        }
    }

    /// The levels that keep a character which the default alphabet lacks, a bit each.
    fn kept(&mut self, text: &str) -> u8 {
        if self.kept.is_empty() {
            // Zeros that are not touched take no memory.
            self.kept = vec![0; char::MAX as usize + 1];
        }
        let mut kept = 0;
        for character in text.chars().filter(|character| !character.is_ascii()) {
            let known = &mut self.kept[character as usize];
            if *known == 0 {
                *known = KNOWN;
                if Alphabet::DEFAULT.units(character).is_none() {
                    let levels = (0..).zip(&self.levels);
                    let keeping = levels.filter(|(_, level)| level.keeps(character));
                    *known = keeping.fold(KNOWN, |known, (place, _)| known | 1 << place);
                }
            }
            kept |= *known;
            if kept & ALL == ALL {
                break;
            }
        }
        kept
    }

    /// Segments that a level saves; `None` if it changes nothing.
    fn tried(&self, place: usize, text: &str, count: Count) -> Option<i64> {
        let smart = self.levels[place].encode(text);
        let changes = matches!(
            smart.outcome(),
            SmartOutcome::Applied | SmartOutcome::Composed
        );
        changes.then(|| difference(count, smart.after()))
    }
}

/// Segments that were before and are no more.
pub(super) fn difference(before: Count, after: Count) -> i64 {
    let signed = |count: Count| i64::try_from(count.segments()).unwrap_or(i64::MAX);
    signed(before) - signed(after)
}
