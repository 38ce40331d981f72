//! All protected spans of a text together: links, e-mail addresses, phone numbers and merge fields.

use core::iter::Peekable;
use core::ops::Range;

use super::links::{Links, end_of_link, links};
use super::merge_fields::{FieldSyntax, Fields, fields};
use super::phones::{Phones, phones};
use crate::text::find_octet;
use crate::text::letters::is_letter_or_digit;

/// A stretch of a text that is sent as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ProtectedSpan {
    pub(crate) range: Range<usize>,
    /// True if it is a phone number, whose blanks and dashes may become plain ones.
    pub(crate) is_phone: bool,
}

/// The stretches of a text that are sent as written, in order and apart from each other. They are looked for as far as
/// they are asked about, so that a text with nothing to change is not searched.
#[derive(Clone, Debug)]
pub(crate) struct Spans<'t> {
    text: &'t str,
    links: Peekable<Links<'t>>,
    emails: Peekable<Emails<'t>>,
    fields: Peekable<Fields<'t>>,
    phones: Peekable<Phones<'t>>,
    /// The first span that ends after the last place asked about.
    current: Option<ProtectedSpan>,
    /// The end of the span before that; 0 if there is none.
    pub(crate) passed: usize,
    /// True if there is none after it.
    is_done: bool,
}

/// The protected spans of a text; `chosen` is a syntax of merge fields that counts only where it is chosen.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn protected_spans(text: &str, chosen: Option<FieldSyntax>) -> Spans<'_> {
    Spans {
        text,
        links: links(text).peekable(),
        emails: Emails { text, at: 0 }.peekable(),
        fields: fields(text, chosen).peekable(),
        phones: phones(text).peekable(),
        current: None,
        passed: 0,
        is_done: false,
    }
}

impl Iterator for Spans<'_> {
    type Item = ProtectedSpan;

    /// The next span; those that overlap are one, and so are the parts of a link with fields in it.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn next(&mut self) -> Option<ProtectedSpan> {
        let (mut span, kind) = self.first()?;
        self.skip_first(kind);
        let before = self.text.get(..span.range.start).unwrap_or("");
        let is_host = kind == FIELD && before.ends_with("://");
        let mut is_link = kind == LINK || is_host;
        if is_host {
            span.range.end = end_of_link(self.text, span.range.end);
        }
        while let Some((next, kind)) = self.first() {
            let is_in_link = is_link && kind == FIELD && self.is_joined(&span, &next);
            if next.range.start >= span.range.end && !is_in_link {
                break;
            }
            self.skip_first(kind);
            is_link |= kind == LINK;
            span.range.end = span.range.end.max(next.range.end);
            if is_in_link {
                span.range.end = end_of_link(self.text, span.range.end);
            }
            span.is_phone &= next.is_phone;
        }
        Some(span)
    }
}

const LINK: usize = 0;
const FIELD: usize = 2;

/// False for a text that certainly has no link, e-mail address or merge field. Most texts are done with one look, without a
/// branch for each octet, so that the compiler can vectorise.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "a lazy operator would be a branch for each octet"
)]
fn may_have_spans(text: &str) -> bool {
    let octets = text.as_bytes();
    let following = octets.get(1..).unwrap_or_default();
    octets
        .iter()
        .zip(following)
        .fold(false, |any, (octet, next)| {
            let opens = matches!(octet, b'@' | b'{' | b'%' | b'[' | b'*' | b'<' | b'$');
            let goes_on = *next > b' ';
            let links = matches!(octet, b'.' | b':');
            any | opens | links & goes_on
        })
}

/// True if two texts have the same links, e-mail addresses and merge fields. Phone numbers do not count: nothing but plain
/// blanks and dashes is written anew in them.
pub(crate) fn has_same_spans(first: &str, second: &str, chosen: Option<FieldSyntax>) -> bool {
    // WebAssembly goes without: 0.3 KB after brotli.
    let is_searched = chosen.is_some() || cfg!(target_arch = "wasm32");
    if !is_searched && ![first, second].into_iter().any(may_have_spans) {
        return true;
    }
    let mut spans = [first, second].map(|text| {
        let mut spans = protected_spans(text, chosen);
        spans.phones = phones("").peekable();
        spans
    });
    loop {
        match spans.each_mut().map(Iterator::next) {
            [Some(a), Some(b)] if first.get(a.range.clone()) == second.get(b.range.clone()) => {}
            [a, b] => return a.is_none() && b.is_none(),
        }
    }
}

impl Spans<'_> {
    /// True if nothing but punctuation of a link is between its end and a field: `https://example.com/?{{query}}`.
    fn is_joined(&self, link: &ProtectedSpan, field: &ProtectedSpan) -> bool {
        let between = self.text.get(link.range.end..field.range.start);
        between.is_some_and(|between| between.bytes().all(|byte| b".,;:!?_~*'(".contains(&byte)))
    }

    /// The span around a place, if there is one. Places are asked about in ascending order.
    pub(crate) fn around(&mut self, at: usize) -> Option<ProtectedSpan> {
        let is_before = |span: &ProtectedSpan| span.range.end <= at;
        while !self.is_done && self.current.as_ref().is_none_or(is_before) {
            let next = self.next();
            let done = core::mem::replace(&mut self.current, next);
            self.passed = done.map_or(self.passed, |span| span.range.end);
            self.is_done = self.current.is_none();
        }
        self.current.clone().filter(|span| span.range.start <= at)
    }

    /// The start of the first span after the last place asked about that is not around it.
    pub(crate) fn next_start(&self) -> usize {
        let next = self.current.as_ref();
        next.map_or(usize::MAX, |next| next.range.start)
    }

    /// The first span of all kinds, and its kind.
    fn first(&mut self) -> Option<(ProtectedSpan, usize)> {
        let firsts = [
            self.links.peek().map(|link| link.span().range()),
            self.emails.peek().cloned(),
            self.fields.peek().map(|field| field.range.clone()),
            self.phones.peek().cloned(),
        ];
        let found = firsts.into_iter().enumerate();
        let (kind, range) = found
            .filter_map(|(kind, first)| Some((kind, first?)))
            .min_by_key(|(_, range)| range.start)?;
        let is_phone = kind == 3;
        Some((ProtectedSpan { range, is_phone }, kind))
    }

    fn skip_first(&mut self, kind: usize) {
        match kind {
            LINK => drop(self.links.next()),
            1 => drop(self.emails.next()),
            FIELD => drop(self.fields.next()),
            _ => drop(self.phones.next()),
        }
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
            let sign = find_octet(rest.as_bytes(), |byte| byte == b'@')?;
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
