//! A transcript divided into lines, and lines into what stands on them.
//!
//! Lines end as modems, terminals and editors end them: with `\n`, `\r\n`, `\r\r\n` (an echo), `\n\r`, or `\r` alone.
//! Logs that a program printed have the letters `\r\n` instead, and put several records, or a time, on one line.

use super::line::{begins_header, has_message, is_prose};

/// A part of a line, without blanks and control characters around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'t> {
    /// The number of its line, from 1.
    pub(super) line: usize,
    pub(super) text: &'t str,
    /// It is the first one of its line, but for what a log writes before it.
    pub(super) begins_line: bool,
}

/// The pieces of a text, in order. Copies are cheap, for looking ahead.
#[derive(Clone, Debug)]
pub(super) struct Pieces<'t> {
    /// The lines that follow.
    rest: &'t str,
    /// Lines begun so far.
    lines: usize,
    /// What is left of the last line, and whether nothing of it was read.
    line: Option<(&'t str, bool)>,
    peeked: Option<Piece<'t>>,
}

impl<'t> Pieces<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self {
            rest: text,
            lines: 0,
            line: None,
            peeked: None,
        }
    }

    pub(super) fn peek(&mut self) -> Option<Piece<'t>> {
        self.peeked = self.next();
        self.peeked
    }

    pub(super) fn next(&mut self) -> Option<Piece<'t>> {
        if let Some(piece) = self.peeked.take() {
            return Some(piece);
        }
        loop {
            let (line, begins_line) = match self.line.take() {
                Some(line) => line,
                None if self.rest.is_empty() => return None,
                None => {
                    let (line, rest) = split_line(self.rest);
                    (self.rest, self.lines) = (rest, self.lines + 1);
                    (line, true)
                }
            };
            let (text, rest, is_before_header) = split_piece(line);
            // What a log writes before a header, a time or a direction, is not a piece.
            let is_skipped = is_before_header && !has_message(text);
            if !rest.is_empty() {
                self.line = Some((rest, begins_line && is_skipped && !is_prose(text)));
            }
            if !is_skipped {
                return Some(Piece {
                    line: self.lines,
                    text: trimmed(text),
                    begins_line,
                });
            }
        }
    }
}

/// The first line, and what follows its end.
fn split_line(text: &str) -> (&str, &str) {
    let Some(end) = text.find(['\r', '\n']) else {
        return (text, "");
    };
    let (line, end) = text.split_at(end);
    let Some(rest) = end.trim_start_matches('\r').strip_prefix('\n') else {
        return (line, &end[1..]);
    };
    match rest.strip_prefix('\r') {
        Some(rest) if !rest.starts_with(['\r', '\n']) => (line, rest),
        _ => (line, rest),
    }
}

/// The first piece of a line, what follows it, and whether that is a header.
fn split_piece(line: &str) -> (&str, &str, bool) {
    for (at, mark) in line.match_indices(['+', '\\']) {
        let (before, rest) = line.split_at(at);
        if mark == "\\" && (rest.starts_with("\\r") || rest.starts_with("\\n")) {
            return (before, &rest[2..], false);
        }
        if mark == "+" && at > 0 && begins_header(rest) {
            return (before, rest, true);
        }
    }
    (line, "", false)
}

/// Serial lines add control characters, such as `^Z` after a message and NUL; Python shows octets as `b'…'`.
fn trimmed(text: &str) -> &str {
    let text =
        text.trim_matches(|character: char| character.is_whitespace() || character.is_control());
    text.strip_prefix("b'").unwrap_or(text)
}
