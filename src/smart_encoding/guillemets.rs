//! Guillemets (N4 of `context.rs`), and the blanks beside what goes.

use super::levels::Pass;
use super::{Level, SubstitutionReason};

impl Pass<'_, '_> {
    /// N4: whether a » that closes nothing is an arrow: with blanks or with letters on both sides.
    pub(super) fn is_arrow(&self, at: usize, end: usize) -> bool {
        let is_blank = |beside: &char| beside.is_whitespace();
        let (before, next) = (self.neighbour(at, 0), self.out.character(end));
        // »German« quotation marks open so.
        let opens = self.next_guillemet(end) == Some('«');
        match (before, next) {
            (Some(before), Some(next)) if !is_blank(&before) && !is_blank(&next) => !opens,
            (before, next) => {
                before.as_ref().is_none_or(is_blank) && next.as_ref().is_none_or(is_blank)
            }
        }
    }

    fn next_guillemet(&self, from: usize) -> Option<char> {
        let mut rest = self.out.text.get(from..)?.chars();
        rest.find(|mark| matches!(mark, '«' | '»'))
    }

    /// N4: writes a quotation mark for a guillemet, without the blanks inside of the quotation.
    pub(super) fn guillemet(&mut self, mark: char, at: usize, end: usize) -> usize {
        let rest = self.out.text.get(end..).unwrap_or("");
        let kind = (Some(Level::Typography), SubstitutionReason::Quote);
        let blanks = rest.len()
            - rest
                .trim_start_matches([' ', '\u{A0}', '\u{202F}', '\u{2009}'])
                .len();
        let (mut start, mut end) = (at, end);
        if mark == '«' && blanks > 0 && self.next_guillemet(end) == Some('»') {
            end += blanks;
        }
        if mark == '»' && self.quoted == Some('«') {
            start = self.out.take_blanks(at);
        }
        self.quoted = self
            .quoted
            .is_none_or(|opened| opened == mark)
            .then_some(mark);
        self.out.replace(start..end, &["\""], kind);
        end
    }

    /// The range to remove with the blanks that would be left doubled, or before a full stop or the end.
    pub(super) fn with_blanks(&mut self, at: usize, end: usize) -> (usize, usize) {
        let rest = self.out.text.get(end..).unwrap_or("");
        let blanks = rest.len() - rest.trim_start_matches(' ').len();
        let opens = matches!(self.out.last(at), None | Some(' ' | '\n'));
        let ends = rest.is_empty() || rest.starts_with(['\n', '.', ',', '!', '?', ';', ':', ')']);
        if opens && blanks > 0 {
            (at, end + blanks)
        } else if ends && self.out.last(at) == Some(' ') {
            (self.out.take_blanks(at), end)
        } else {
            (at, end)
        }
    }
}
