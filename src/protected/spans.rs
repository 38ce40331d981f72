//! All protected spans of a text together: links, e-mail addresses and merge fields.

use core::iter::Peekable;
use core::ops::Range;

use super::links::{Links, links};
use super::merge_fields::{FieldSyntax, Fields, fields};
use crate::text::letters::is_letter_or_digit;

/// The stretches of a text that are sent as written, in order and apart from each other. They are looked for as far as
/// they are asked about, so that a text with nothing to change is not searched.
#[derive(Clone, Debug)]
pub(crate) struct Spans<'t> {
    links: Peekable<Links<'t>>,
    emails: Peekable<Emails<'t>>,
    fields: Peekable<Fields<'t>>,
    /// The first span that ends after the last place asked about.
    current: Option<Range<usize>>,
    /// Whether there is none.
    is_done: bool,
}

/// The protected spans of a text; `chosen` is a syntax of merge fields that counts only where it is chosen.
pub(crate) fn protected_spans(text: &str, chosen: Option<FieldSyntax>) -> Spans<'_> {
    Spans {
        links: links(text).peekable(),
        emails: Emails { text, at: 0 }.peekable(),
        fields: fields(text, chosen).peekable(),
        current: None,
        is_done: false,
    }
}

impl Iterator for Spans<'_> {
    type Item = Range<usize>;

    /// The next span; those that overlap are one.
    fn next(&mut self) -> Option<Range<usize>> {
        let mut span = self.first()?;
        while let Some(next) = self.peek().filter(|next| next.start < span.end) {
            self.first();
            span.end = span.end.max(next.end);
        }
        Some(span)
    }
}

impl Spans<'_> {
    /// The span around a place, if there is one. Places are asked about in ascending order.
    pub(crate) fn around(&mut self, at: usize) -> Option<Range<usize>> {
        while !self.is_done && self.current.as_ref().is_none_or(|span| span.end <= at) {
            self.current = self.next();
            self.is_done = self.current.is_none();
        }
        self.current.clone().filter(|span| span.start <= at)
    }

    fn peek(&mut self) -> Option<Range<usize>> {
        let link = self.links.peek().map(|link| link.span().range());
        let email = self.emails.peek().cloned();
        let field = self.fields.peek().map(|field| field.range.clone());
        [link, email, field]
            .into_iter()
            .flatten()
            .min_by_key(|range| range.start)
    }

    fn first(&mut self) -> Option<Range<usize>> {
        let first = self.peek()?;
        let begins = |range: Range<usize>| range.start == first.start;
        if self
            .links
            .next_if(|link| begins(link.span().range()))
            .is_none()
            && self.emails.next_if(|email| begins(email.clone())).is_none()
        {
            self.fields.next();
        }
        Some(first)
    }
}

/// The e-mail addresses of a text: letters, digits and `.!#$%&'*+/=?^_-` before the `@`, a host with a full stop after it.
#[derive(Clone, Debug)]
struct Emails<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Emails<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let local = |character: char| {
            is_letter_or_digit(character)
                || matches!(
                    character,
                    '.' | '_' | '%' | '+' | '-' | '&' | '\'' | '=' | '~'
                )
        };
        let host =
            |character: char| is_letter_or_digit(character) || matches!(character, '.' | '-');
        loop {
            let rest = self.text.get(self.at..)?;
            let sign = rest.find('@')?;
            let (before, after) = (rest.get(..sign)?, rest.get(sign + 1..)?);
            let start = before.len() - before.trim_end_matches(local).len();
            let name = before
                .get(before.len() - start..)?
                .trim_start_matches(['\'', '.']);
            let end = after.len() - after.trim_start_matches(host).len();
            let domain = after.get(..end)?.trim_end_matches(['.', '-']);
            let found = self.at + sign - name.len()..self.at + sign + 1 + domain.len();
            self.at += sign + 1;
            let labels = domain.split('.').all(|label| !label.is_empty());
            if !name.is_empty() && labels && domain.contains('.') {
                self.at = found.end;
                return Some(found);
            }
        }
    }
}
