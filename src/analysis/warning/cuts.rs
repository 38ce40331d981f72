//! Cuts through user-perceived characters (UAX #29).

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use unicode_segmentation::UnicodeSegmentation as _;

use super::{Warning, WarningCode};
use crate::analysis::Analysis;
use crate::span::Span;
use crate::text::utf16_len;

impl Analysis<'_> {
    /// The clusters that cuts divide. CRLF is none here: no reader sees it divided.
    pub(super) fn cut_graphemes(&self) -> Option<Warning> {
        let mut cuts = self
            .segments()
            .iter()
            .skip(1)
            .map(|segment| segment.range().start)
            .peekable();
        if cuts.clone().all(|cut| self.is_plainly_between(cut)) {
            return None;
        }
        let (mut spans, mut units) = (Vec::new(), 0);
        for (start, cluster) in self.text().grapheme_indices(true) {
            let end = start + cluster.len();
            let length = utf16_len(cluster);
            while cuts.next_if(|cut| *cut <= start).is_some() {}
            if cuts.peek().is_some_and(|cut| *cut < end) && cluster != "\r\n" {
                spans.push(Span::new(start..end, units..units + length));
            }
            units += length;
        }
        let message = match spans.len() {
            0 => return None,
            1 => String::from(
                "A cut divides a character: phones that do not join segments will show its pieces.",
            ),
            many => format!(
                "Cuts divide {many} characters: phones that do not join segments will show their pieces."
            ),
        };
        Some(Warning {
            code: WarningCode::CutGrapheme,
            message,
            spans,
            fix: None,
        })
    }

    /// True if a cut is certainly between two clusters. The characters on both sides decide, unless the first of them belongs to
    /// the one before it, as a mark or a joiner does: then more of the text would have to be read.
    fn is_plainly_between(&self, cut: usize) -> bool {
        let Some((before, after)) = self.text().split_at_checked(cut) else {
            return false;
        };
        let (Some(before), Some(after)) = (before.chars().next_back(), after.chars().next()) else {
            return false;
        };
        before.is_ascii() && after.is_ascii()
            || String::from_iter(['a', before, after])
                .graphemes(true)
                .count()
                == 3
    }
}
