//! What costs segments and need not. Each check counts the text once more without it, so that a warning says what the
//! text would cost, not what a rule of thumb has.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::{Warning, WarningCode};
use crate::analysis::{Analysis, Character, Edit};
use crate::count::Count;
use crate::encoding::Encoding;
use crate::smart_encoding::{
    Apply, Level, Residue, SmartEncoder, SmartOutcome, SubstitutionReason,
};
use crate::span::Span;
use crate::text::utf16_len;

impl Analysis<'_> {
    /// UCS-2 forced by a few characters: half of them at most, and the text would take fewer segments without.
    pub(super) fn ucs2_forced(&self) -> Option<Warning> {
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
        let fix = Level::ALL.into_iter().find_map(|level| {
            let encoder = SmartEncoder::new(level)
                .with_apply(Apply::WhenSegmentsSaved)
                .with_segmenter(*self.segmenter());
            let smart = encoder.encode(self.text());
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

    /// Accents apart from their letters, and invisible characters, where composing or removing them saves segments.
    pub(super) fn written_apart(&self) -> [Option<Warning>; 2] {
        let encoder = SmartEncoder::new(Level::Typography)
            .with_residue(Residue::Keep)
            .with_apply(Apply::Always);
        let smart = encoder.encode(self.text());
        let made_for = |reason: SubstitutionReason| -> Vec<Edit> {
            let made = smart.substitutions().filter(|made| made.reason() == reason);
            made.map(Edit::from).collect()
        };
        let accents = self.saving(
            WarningCode::DecomposedAccents,
            made_for(SubstitutionReason::Composition),
            "Accents written apart from their letters cost",
        );
        let invisible = self.saving(
            WarningCode::InvisibleCharacters,
            made_for(SubstitutionReason::Invisible),
            "Characters that show nothing cost",
        );
        [accents, invisible]
    }

    /// Line ends of two characters, where one would do.
    pub(super) fn line_ends(&self) -> Option<Warning> {
        let bytes = self.text().as_bytes();
        // Looked for by itself first: most texts have none, and it is found fastest so.
        if !bytes.contains(&b'\r') {
            return None;
        }
        let (mut counted, mut units) = (0, 0);
        let mut edits = Vec::new();
        for (at, two) in bytes.windows(2).enumerate() {
            if two == b"\r\n" {
                units += utf16_len(self.text().get(counted..at).unwrap_or(""));
                counted = at;
                edits.push(Edit::new(Span::new(at..at + 1, units..units + 1), ""));
            }
        }
        self.saving(
            WarningCode::Crlf,
            edits,
            "Line ends of two characters (CRLF, not LF) cost",
        )
    }

    /// White space at the end, or else the last character, if a segment is paid for it.
    pub(super) fn end(&self) -> Option<Warning> {
        let kept = self.text().trim_end();
        let edits = if kept.len() < self.text().len() {
            let white = self.span(kept.len()..self.text().len());
            Vec::from([Edit::new(white, "")])
        } else {
            Vec::new()
        };
        let trailing = self.saving(
            WarningCode::TrailingWhiteSpace,
            edits,
            "White space at the end costs",
        );
        trailing.or_else(|| {
            let last = self.text().chars().next_back()?;
            let span = self.span(self.text().len() - last.len_utf8()..self.text().len());
            let over = self.saving(
                WarningCode::OneCharacterOver,
                Vec::from([Edit::new(span, "")]),
                "The last character alone costs",
            )?;
            Some(Warning { fix: None, ..over })
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
