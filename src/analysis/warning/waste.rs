//! Warnings about avoidable segments. Each check counts the text once more without the cause, so that a warning gives the cost of
//! that text instead of a rule of thumb.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::{Warning, WarningCode};
use crate::analysis::clean_up;
use crate::analysis::shortening::{characters_over, shortened};
use crate::analysis::{Analysis, Character, Edit};
use crate::count::Count;
use crate::encoding::Encoding;
use crate::smart_encoding::{Apply, Level, Passed, SmartEncoder, SmartOutcome, SubstitutionReason};
use crate::span::Span;
use crate::text::utf16_len;

/// Characters over a segment that are worth a warning: few enough to rewrite a sentence for.
const MOST_OVER: usize = 9;

impl Analysis<'_> {
    /// Adds the warnings about what costs segments, for a text that takes more than one.
    pub(super) fn waste(&self, warnings: &mut Vec<Warning>) {
        let typography = SmartEncoder::new(Level::Typography);
        let typography = typography.pass(Level::Typography, self.text(), self.count());
        let unseen = self.unseen(&typography);
        let forced = self.ucs2_forced(typography);
        let is_forced = forced.is_some();
        warnings.extend(forced);
        warnings.extend(unseen.into_iter().flatten());
        warnings.extend(self.crlf());
        warnings.extend(self.doubled_blanks());
        warnings.extend(self.trailing(is_forced));
    }

    /// UCS-2 forced by a few characters: half of them at most, and the text would take fewer segments without.
    fn ucs2_forced(&self, typography: Passed<'_>) -> Option<Warning> {
        let offending: usize = self
            .offenders()
            .iter()
            .map(|offender| offender.spans().len())
            .sum();
        if self.count().encoding() != Encoding::Ucs2
            || offending == 0
            || offending * 2 > self.text().chars().count()
        {
            return None;
        }
        let in_gsm7: String = self
            .characters()
            .map(|character| {
                if character.forces_ucs2() {
                    'x'
                } else {
                    character.character()
                }
            })
            .collect();
        let (plain, segments) = (self.segments_of(&in_gsm7)?, self.count().segments());
        if plain >= segments {
            return None;
        }
        let mut passed = Vec::from([typography]);
        let fix = Level::ALL.into_iter().find_map(|level| {
            let encoder = SmartEncoder::new(level)
                .with_apply(Apply::WhenSegmentsSaved)
                .with_segmenter(*self.segmenter());
            if level > Level::Typography {
                // With national languages the milder levels are tried too.
                if self.segmenter().languages().is_none() {
                    passed.clear();
                }
                passed.push(encoder.pass(level, self.text(), self.count()));
            }
            let smart = encoder.encode_passed(self.text(), &passed);
            (smart.outcome() == SmartOutcome::Applied).then(|| Edit::all_of(&smart))
        });
        let forcing = match offending {
            1 => String::from("1 character forces UCS-2"),
            _ => format!("{offending} characters force UCS-2"),
        };
        let needed = match plain {
            1 => String::from("1 segment"),
            _ => format!("{plain} segments"),
        };
        let message = format!("{forcing}: in GSM-7 the text would take {needed}, not {segments}.");
        let forcing = self.characters().filter(Character::forces_ucs2);
        let spans = forcing.map(|character| character.span().clone()).collect();
        Some(Warning {
            code: WarningCode::Ucs2Forced,
            message,
            spans,
            fix,
        })
    }

    /// Accents apart from their letters, invisible characters, and characters of Windows-1252 read as Latin-1, where
    /// composing, removing or reading them as they were meant saves segments.
    fn unseen(&self, typography: &Passed<'_>) -> [Option<Warning>; 3] {
        let smart = clean_up::typography(self.text(), typography);
        let warning = |code, reason, what_costs| {
            let edits = clean_up::made_for(&smart, |made| made == reason);
            self.saving(code, edits, what_costs)
        };
        [
            warning(
                WarningCode::DecomposedAccents,
                SubstitutionReason::Composition,
                "Accents written apart from their letters cost",
            ),
            warning(
                WarningCode::InvisibleCharacters,
                SubstitutionReason::Invisible,
                "Invisible characters cost",
            ),
            warning(
                WarningCode::MisreadCharacters,
                SubstitutionReason::Misread,
                "Characters of Windows-1252 that were read as Latin-1 cost",
            ),
        ]
    }

    /// Line ends of two characters, where one would do.
    fn crlf(&self) -> Option<Warning> {
        self.saving(
            WarningCode::Crlf,
            clean_up::carriage_returns(self.text()),
            "Line ends of two characters (CRLF, not LF) cost",
        )
    }

    /// Doubled blanks.
    fn doubled_blanks(&self) -> Option<Warning> {
        self.saving(
            WarningCode::DoubledBlanks,
            clean_up::doubled_blanks(self.text()),
            "Doubled blanks cost",
        )
    }

    /// White space at the end, or else the last characters, if a segment is paid for them.
    /// (Where UCS-2 is forced, there is better advice than to rewrite it.)
    fn trailing(&self, is_ucs2_forced: bool) -> Option<Warning> {
        let trailing = self.saving(
            WarningCode::TrailingWhiteSpace,
            clean_up::trailing(self.text()),
            "White space at the end costs",
        );
        trailing.or_else(|| {
            let fewer = self
                .count()
                .segments()
                .checked_sub(1)
                .filter(|fewer| *fewer > 0)?;
            let over = characters_over(self.segmenter(), self.text(), self.count(), MOST_OVER)?;
            let first = self.text().char_indices().rev().nth(over - 1)?.0;
            let span = self.span(first..self.text().len());
            if over == 1 {
                let one = Vec::from([Edit::new(span, "")]);
                let warning = self.saving(
                    WarningCode::OneCharacterOver,
                    one,
                    "The last character alone costs",
                )?;
                return Some(Warning {
                    fix: None,
                    ..warning
                });
            }
            if is_ucs2_forced || shortened(self.segmenter(), self.text(), fewer).is_some() {
                return None;
            }
            let held = match fewer {
                1 => String::from("1 segment holds"),
                _ => format!("{fewer} segments hold"),
            };
            Some(Warning {
                code: WarningCode::FewCharactersOver,
                message: format!("The text is {over} characters over what {held}."),
                spans: Vec::from([span]),
                fix: None,
            })
        })
    }

    /// A warning if these edits save segments; its message is `what_costs` and how many segments.
    fn saving(&self, code: WarningCode, edits: Vec<Edit>, what_costs: &str) -> Option<Warning> {
        if edits.is_empty() {
            return None;
        }
        let saved = self
            .count()
            .segments()
            .checked_sub(self.segments_of(&Edit::apply_all(self.text(), &edits))?)
            .filter(|saved| *saved > 0)?;
        let message = match saved {
            1 => format!("{what_costs} 1 segment."),
            _ => format!("{what_costs} {saved} segments."),
        };
        let spans = edits.iter().map(|edit| edit.span().clone()).collect();
        Some(Warning {
            code,
            message,
            spans,
            fix: Some(edits),
        })
    }

    /// The segments of another text under the same options.
    fn segments_of(&self, text: &str) -> Option<usize> {
        self.segmenter().count(text).ok().map(Count::segments)
    }

    /// The span of a range of bytes.
    fn span(&self, range: Range<usize>) -> Span {
        let units = |text: Option<&str>| utf16_len(text.unwrap_or(""));
        let start = units(self.text().get(..range.start));
        let end = start + units(self.text().get(range.clone()));
        Span::new(range, start..end)
    }
}
