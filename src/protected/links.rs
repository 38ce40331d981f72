//! Links in a text, which must be neither cut nor altered.
//!
//! * K1. `http://` or `https://` and a host begin a link anywhere; another scheme does at the start of a word:
//!   `upi://pay?pa=x`.
//! * K2. A host without a scheme, of letters of any script, is a link at the start of a word if it begins with `www.`, is
//!   followed by `/`, or is in lower case and ends in a top-level domain. Where that is also a common word (`now`, `me`),
//!   the host must be a known one: `call me.now` is not a link. A word before `@` is part of an address.
//! * K3. A link with a scheme or a path ends before white space, quotes, braces, and any other character that RFC 3986 does not allow; letters
//!   of other scripts go on.
//! * K4. Punctuation at the end of a link belongs to the sentence, as does a closing parenthesis that the link did not
//!   open.

use alloc::string::String;
use core::ops::Range;

use super::hosts::{in_host, in_link, is_bare_host, is_one_word, is_unseen, joins};
use crate::span::Span;
use crate::text::{char_at, find_octet, utf16_len};

/// Characters of a shortened link after its domain and slash.
const SHORTENED_PATH: usize = 10;

/// A link in a text.
///
/// ```
/// let text = "See https://example.com/a_(b), or bit.ly/x1. Ask me@example.com";
/// let links: Vec<&str> = septet::links(text).map(|link| link.text()).collect();
/// assert_eq!(links, ["https://example.com/a_(b)", "bit.ly/x1"]);
/// let first = septet::links(text).next().unwrap();
/// assert_eq!((first.span().range(), first.host(), first.has_scheme()), (4..29, "example.com", true));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link<'t> {
    text: &'t str,
    span: Span,
    scheme: usize,
    is_web: bool,
}

impl<'t> Link<'t> {
    /// The link as it is written.
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// Its place in the text.
    #[must_use]
    pub const fn span(&self) -> &Span {
        &self.span
    }

    /// The host, without scheme, port and path.
    ///
    /// ```
    /// assert_eq!(septet::links("HTTPS://Bit.ly:443/x").next().unwrap().host(), "Bit.ly");
    /// ```
    #[must_use]
    pub fn host(&self) -> &'t str {
        let rest = self.text.get(self.scheme..).unwrap_or("");
        rest.split(['/', '?', '#', ':']).next().unwrap_or(rest)
    }

    /// True if it begins with `http://` or `https://`.
    #[must_use]
    pub const fn has_scheme(&self) -> bool {
        self.is_web
    }
}

/// The links of a text, in order and apart from each other, found in time linear in its length.
///
/// ```
/// assert_eq!(septet::links("No link here.").count(), 0);
/// ```
#[must_use]
pub fn links(text: &str) -> Links<'_> {
    Links {
        text,
        at: 0,
        counted: 0,
        units: 0,
    }
}

/// The links of a text, in order: see [`links`].
///
/// ```
/// let mut links = septet::links("a.example/1 and b.example/2");
/// assert_eq!(links.next().unwrap().text(), "a.example/1");
/// assert_eq!(links.next().unwrap().text(), "b.example/2");
/// assert!(links.next().is_none());
/// ```
#[derive(Clone, Debug)]
pub struct Links<'t> {
    text: &'t str,
    at: usize,
    /// Up to where `units` is counted.
    counted: usize,
    units: usize,
}

impl<'t> Iterator for Links<'t> {
    type Item = Link<'t>;

    fn next(&mut self) -> Option<Link<'t>> {
        loop {
            let start = self.next_word()?;
            let found = match scheme(&self.text.as_bytes()[start..]) {
                0 => self.without_scheme(start),
                scheme => self.with_scheme(start, scheme),
            };
            if found.is_some() {
                return found;
            }
        }
    }
}

impl<'t> Links<'t> {
    /// Finds the start of the next word that may be a link. Every link has a full stop that does not end its word, or a colon
    /// before a slash, and begins with a letter or a digit, either of the word that the mark stands in or of one after it.
    fn next_word(&mut self) -> Option<usize> {
        let mark = loop {
            let rest = self.text.as_bytes().get(self.at..)?;
            let mark = find_octet(rest, |byte| matches!(byte, b'.' | b':'))?;
            let is_of_link = match (rest[mark], rest.get(mark + 1)) {
                (_, None) => false,
                (b':', Some(next)) => *next == b'/',
                (_, Some(next)) => {
                    !next.is_ascii() || next.is_ascii_alphanumeric() || matches!(next, b'.' | b'-')
                }
            };
            if is_of_link {
                break mark;
            }
            self.at += mark + 1;
        };
        let rest = self.text.get(self.at..)?;
        let mut start = mark;
        let mut after = '.';
        for (at, character) in rest.get(..mark)?.char_indices().rev() {
            if !is_one_word(character, after) {
                break;
            }
            (start, after) = (at, character);
        }
        self.at += start;
        let rest = self.text.get(self.at..)?;
        Some(
            self.at
                + rest.find(|character: char| {
                    in_host(character) && !matches!(character, '.' | '-')
                })?,
        )
    }

    /// K1, for a text whose scheme begins at `start`. The host is looked at first: from each of many schemes without
    /// one, the rest of the text would have to be read to find where the link ends.
    fn with_scheme(&mut self, start: usize, scheme: usize) -> Option<Link<'t>> {
        let host = start + scheme;
        self.at = host;
        let first = self.text.as_bytes().get(host)?;
        if b"/?#:".contains(first) {
            return None;
        }
        let end = end_of_link(self.text, host);
        (end > host).then(|| self.link(start..end, scheme))
    }

    /// K2, for the word at `start`; if it is not a link, the search goes on after it.
    fn without_scheme(&mut self, start: usize) -> Option<Link<'t>> {
        let bytes = self.text.as_bytes();
        let end = start + self.word(start).len();
        let host = self.word(start).trim_end_matches(['.', '-']);
        let after = start + host.len();
        if !self.is_joined(start) && is_bare_host(host, bytes.get(after).copied()) {
            let continues = match bytes.get(after..) {
                Some([b'/' | b'?' | b'#', ..]) => true,
                Some([b':', digit, ..]) => digit.is_ascii_digit(),
                _ => false,
            };
            let end = if continues {
                end_of_link(self.text, start)
            } else {
                after
            };
            return Some(self.link(start..end, 0));
        }
        // A scheme may begin within the word: `seehttps://example.com`. Nothing else does: what follows is joined.
        let inner = (start + 1..end).find(|&at| scheme(&bytes[at..]) > 0);
        self.at = inner.unwrap_or(end);
        let is_scheme = inner.is_none()
            && bytes[end..].starts_with(b"://")
            && bytes[start].is_ascii_alphabetic()
            && bytes[start..end].is_ascii();
        if is_scheme {
            return self.with_scheme(start, end - start + "://".len());
        }
        None
    }

    /// The characters from `start` on that can be one host.
    fn word(&self, start: usize) -> &'t str {
        let rest = self.text.get(start..).unwrap_or("");
        let mut before = '.';
        let joined = |&(_, character): &(usize, char)| {
            let joined = is_one_word(before, character);
            before = character;
            joined
        };
        let last = rest.char_indices().take_while(joined).last();
        let length = last.map_or(0, |(at, character)| at + character.len_utf8());
        rest.get(..length).unwrap_or("")
    }

    fn link(&mut self, range: Range<usize>, scheme: usize) -> Link<'t> {
        let units = |range: Range<usize>| utf16_len(self.text.get(range).unwrap_or(""));
        let start = self.units + units(self.counted..range.start);
        let end = start + units(range.clone());
        (self.at, self.counted, self.units) = (range.end, range.end, end);
        let text = self.text.get(range.clone()).unwrap_or("");
        Link {
            text,
            span: Span::new(range, start..end),
            scheme,
            is_web: self::scheme(text.as_bytes()) > 0,
        }
    }

    /// True if the character before a word joins it to another word or to an address. Characters that cannot be seen are
    /// looked through.
    fn is_joined(&self, at: usize) -> bool {
        let mut before = self.text.get(..at).unwrap_or("").chars().rev();
        match before.find(|&before| !is_unseen(before)) {
            // A dash of a list: one within a host is part of the word.
            None | Some('-') => false,
            Some(before) => joins(before) || is_one_word(before, self.first(at)),
        }
    }

    fn first(&self, at: usize) -> char {
        char_at(self.text, at).unwrap_or(' ')
    }
}

/// The text with each link that has a scheme as it is after shortening: `https://`, the domain, a slash, and 10
/// characters that stand for those the provider will choose.
///
/// ```
/// let text = "Track it: https://example.com/orders/1234567890/tracking?from=sms";
/// let short = septet::with_shortened_links(text, "go.example.com");
/// assert_eq!(short, "Track it: https://go.example.com/xxxxxxxxxx");
/// assert_eq!(septet::count(&short).units(), 43);
/// ```
#[must_use]
pub fn with_shortened_links(text: &str, domain: &str) -> String {
    let mut short = String::with_capacity(text.len());
    let mut from = 0;
    for link in links(text).filter(Link::has_scheme) {
        let range = link.span.range();
        short.push_str(text.get(from..range.start).unwrap_or(""));
        short.push_str("https://");
        short.push_str(domain);
        short.push('/');
        short.extend(core::iter::repeat_n('x', SHORTENED_PATH));
        from = range.end;
    }
    short.push_str(text.get(from..).unwrap_or(""));
    short
}

/// Bytes of the scheme that a text begins with; 0 if it begins with none (K1).
#[inline]
fn scheme(bytes: &[u8]) -> usize {
    // Asked at every place of a text, nearly all of which one byte answers.
    if !matches!(bytes.first(), Some(b'h' | b'H')) {
        return 0;
    }
    let schemes: [&[u8]; 2] = [b"http://", b"https://"];
    let begins = schemes.iter().find(|scheme| {
        let start = bytes.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    begins.map_or(0, |scheme| scheme.len())
}

/// Returns the end of the link whose host begins at `from` (K3, K4).
pub(super) fn end_of_link(text: &str, from: usize) -> usize {
    let (mut end, mut opened, mut closed) = (from, 0usize, 0usize);
    let rest = text.get(from..).unwrap_or("");
    for character in rest.chars().take_while(|character| in_link(*character)) {
        opened += usize::from(character == '(');
        closed += usize::from(character == ')');
        end += character.len_utf8();
    }
    for character in text.get(from..end).unwrap_or("").chars().rev() {
        match character {
            ')' if closed <= opened => break,
            ')' => closed -= 1,
            '.'
            | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '\''
            | ']'
            | '*'
            | '_'
            | '~'
            | '('
            | '\u{2010}'..='\u{2015}' => {}
            _ => break,
        }
        end -= character.len_utf8();
    }
    end
}
