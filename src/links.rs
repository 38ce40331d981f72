//! Links in a text, which must be neither cut nor altered.
//!
//! * K1. `http://` or `https://` and a host begin a link anywhere.
//! * K2. A host without a scheme is a link at the start of a word if it begins with `www.`, is followed by `/`, or ends
//!   in a common top-level domain. A word before `@` is none.
//! * K3. A link ends before white space, quotes, brackets that it did not open, and any character that is not in RFC
//!   3986, letters of other scripts excepted.
//! * K4. Punctuation at the end of a link belongs to the sentence.

use alloc::string::String;
use core::ops::Range;

use crate::analysis::Span;
use crate::encoding::utf16_len;

/// Top-level domains by which a host without scheme or path is known, apart from those that are English words.
const TOP_LEVEL: [&str; 24] = [
    "app", "biz", "co", "com", "de", "dev", "edu", "es", "eu", "fr", "gg", "gl", "gov", "gy",
    "info", "io", "link", "ly", "net", "nl", "online", "org", "shop", "uk",
];

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

    /// Whether it begins with `http://` or `https://`.
    #[must_use]
    pub const fn has_scheme(&self) -> bool {
        self.scheme > 0
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
        let bytes = self.text.as_bytes();
        loop {
            // Every link has a full stop or a colon, and begins with a letter or a digit of the word that this stands in
            // or of one behind.
            let rest = bytes.get(self.at..).unwrap_or_default();
            let mark = rest.iter().position(|byte| matches!(byte, b'.' | b':'))?;
            let before = rest[..mark].iter().rposition(|byte| !in_host(*byte));
            self.at += before.map_or(0, |before| before + 1);
            let rest = bytes.get(self.at..).unwrap_or_default();
            let start = self.at + rest.iter().position(u8::is_ascii_alphanumeric)?;
            let scheme = scheme(&bytes[start..]);
            if scheme > 0 {
                let end = end_of_link(self.text, start + scheme);
                let host = bytes.get(start + scheme..end).unwrap_or_default();
                if host.first().is_some_and(|byte| !b"/?#:".contains(byte)) {
                    return Some(self.link(start..end, scheme));
                }
                self.at = start + scheme;
                continue;
            }
            let word = bytes[start..].iter().take_while(|byte| in_host(**byte));
            let word = start + word.count();
            if !self.is_joined(start) && self.is_bare_link(start, word) {
                let end = end_of_link(self.text, start);
                return Some(self.link(start..end, 0));
            }
            // A scheme may begin within the word: `seehttps://example.com`. Nothing else does: what follows is joined.
            let inner = (start + 1..word).find(|&at| self::scheme(&bytes[at..]) > 0);
            self.at = inner.unwrap_or(word);
        }
    }
}

impl<'t> Links<'t> {
    fn link(&mut self, range: Range<usize>, scheme: usize) -> Link<'t> {
        let units = |range: Range<usize>| utf16_len(self.text.get(range).unwrap_or(""));
        let start = self.units + units(self.counted..range.start);
        let end = start + units(range.clone());
        (self.at, self.counted, self.units) = (range.end, range.end, end);
        Link {
            text: self.text.get(range.clone()).unwrap_or(""),
            span: Span::new(range, start..end),
            scheme,
        }
    }

    /// Whether what stands before a place joins it to a word or address.
    fn is_joined(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or("").chars().next_back();
        before.is_some_and(|before| match before {
            '@' | '_' | '/' | '.' | '-' | '0'..='9' | 'A'..='Z' | 'a'..='z' => true,
            _ => !before.is_ascii() && in_link(before),
        })
    }

    /// K2, for the word at `start..end`.
    fn is_bare_link(&self, start: usize, end: usize) -> bool {
        let word = self
            .text
            .get(start..end)
            .unwrap_or("")
            .trim_end_matches(['.', '-']);
        let next = self
            .text
            .as_bytes()
            .get(start + word.len())
            .copied()
            .unwrap_or(b' ');
        let Some((rest, last)) = word.rsplit_once('.') else {
            return false;
        };
        let host = !rest.is_empty()
            && !rest.as_bytes().windows(2).any(|two| two == b"..")
            && last.len() >= 2
            && last.bytes().all(|byte| byte.is_ascii_alphabetic());
        let known = next == b'/'
            || starts_with(word.as_bytes(), b"www.")
            || TOP_LEVEL
                .iter()
                .any(|known| last.eq_ignore_ascii_case(known));
        host && known && next != b'@'
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

/// Where the next link with a scheme begins and ends, from `at` on.
pub(crate) fn next_with_scheme(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let starts = (at..bytes.len()).filter(|&start| matches!(bytes[start], b'h' | b'H'));
    starts
        .map(|start| (start, start + scheme(&bytes[start..])))
        .find(|(start, host)| host > start)
        .map(|(start, host)| start..end_of_link(text, host))
}

/// Bytes of the scheme that a text begins with; 0 if it begins with none (K1).
#[inline]
fn scheme(bytes: &[u8]) -> usize {
    if !matches!(bytes.first(), Some(b'h' | b'H')) {
        return 0;
    }
    let length = if starts_with(bytes, b"http://") { 7 } else { 8 };
    if length == 7 || starts_with(bytes, b"https://") {
        length
    } else {
        0
    }
}

fn starts_with(bytes: &[u8], prefix: &[u8]) -> bool {
    bytes
        .get(..prefix.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

fn in_host(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-')
}

/// Where a link ends that goes on at `from` (K3, K4).
fn end_of_link(text: &str, from: usize) -> usize {
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

fn in_link(character: char) -> bool {
    match character {
        '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => false,
        '!'..='~'
        | '\u{2010}'..='\u{2015}'
        | '\u{C0}'..='\u{1FFF}'
        | '\u{2C00}'..='\u{2FFF}'
        | '\u{3040}'..='\u{FDFF}'
        | '\u{10000}'..='\u{1EFFF}' => true,
        _ => false,
    }
}
