//! What smart encoding would save, or does.

use septet::{Count, Encoding, Level, Rules, Segmenter, SmartEncoder};
use serde::{Deserialize, Serialize};

use super::tally::Tally;

/// What one list of substitutions saves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Saved {
    /// Its name.
    pub(super) rules: String,
    /// Segments less; below 0 if there are more.
    pub(super) segments: i64,
    /// Rows that it changes.
    pub(super) rows: u64,
}

impl Saved {
    /// Adds it to what others of its name save.
    pub(super) fn add_to(self, all: &mut Vec<Saved>) {
        match all.iter_mut().find(|other| other.rules == self.rules) {
            Some(other) => {
                other.segments += self.segments;
                other.rows += self.rows;
            }
            None => all.push(self),
        }
    }
}

/// Tries the levels on texts as they are.
pub(super) struct Savings {
    levels: [SmartEncoder; 3],
    /// No national language is allowed.
    is_plain: bool,
}

impl Savings {
    pub(super) fn new(segmenter: Segmenter, is_plain: bool) -> Self {
        let encoder = |level: Level| SmartEncoder::new(level).with_segmenter(segmenter);
        Savings {
            levels: Level::ALL.map(encoder),
            is_plain,
        }
    }

    /// Adds what each level saves of a text that was counted.
    ///
    /// A level never touches a character of the default alphabet, and a text that needs no other gains nothing. Each
    /// level does what the one before does, so that a text which a level brings into the default alphabet comes out
    /// of the next ones the same; and what the last one leaves in UCS-2, none can bring out of it.
    pub(super) fn add(&self, text: &str, count: Count, tally: &mut Tally) {
        let mut saved = [None; 3];
        if count.encoding() == Encoding::Ucs2 || !self.is_plain {
            let tried = |place: usize| self.tried(place, text, count);
            if !self.is_plain {
                saved = [0, 1, 2].map(tried);
            } else if let Some(segments) = tried(0) {
                saved = [Some(segments); 3];
            } else if let Some(segments) = tried(2) {
                saved = [None, tried(1), Some(segments)];
            }
        }
        for (level, segments) in Level::ALL.into_iter().zip(saved) {
            add(Rules::from(level), segments, tally);
        }
    }

    /// Segments that a level saves; `None` if it changes nothing.
    fn tried(&self, place: usize, text: &str, count: Count) -> Option<i64> {
        let smart = self.levels[place].encode(text);
        (smart.outcome() == septet::Outcome::Applied).then(|| difference(count, smart.after()))
    }
}

/// Adds what was saved of a text by rules that were applied to it.
pub(super) fn add(rules: Rules, segments: Option<i64>, tally: &mut Tally) {
    let place = tally
        .saved
        .iter()
        .position(|saved| saved.rules == rules.name());
    let place = place.unwrap_or_else(|| {
        tally.saved.push(Saved {
            rules: rules.name().to_owned(),
            segments: 0,
            rows: 0,
        });
        tally.saved.len() - 1
    });
    if let Some(segments) = segments {
        tally.saved[place].segments += segments;
        tally.saved[place].rows += 1;
    }
}

/// Segments that were before and are no more.
pub(super) fn difference(before: Count, after: Count) -> i64 {
    let signed = |count: Count| i64::try_from(count.segments()).unwrap_or(i64::MAX);
    signed(before) - signed(after)
}
