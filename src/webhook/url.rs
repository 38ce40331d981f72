//! The URLs a signer may have had in mind when a server received one.
//!
//! The port is signed by some products and not by others, and the characters of the query are
//! escaped as the signer's URL library does it
//! (<https://www.twilio.com/docs/usage/webhooks/webhooks-security>; `tests/data/signature-vectors.tsv`
//! has a case of each).

use alloc::string::String;
use alloc::vec::Vec;

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

use super::form::Form;
use crate::text::names;

/// The octets that the URL standard escapes in a query and in a path.
const QUERY: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'\'');
const PATH: &AsciiSet = &QUERY.remove(b'\'').add(b'?').add(b'`').add(b'{').add(b'}');

/// The octets that Node's `querystring` escapes.
const LEGACY: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// The pieces of a URL with a host, as they stand in it.
struct Pieces<'a> {
    /// Without its `://`.
    scheme: &'a str,
    /// With its `@`.
    user: &'a str,
    host: &'a str,
    /// Without its `:`.
    port: Option<&'a str>,
    /// Without its `?`.
    path: &'a str,
    /// Without its `?`.
    query: Option<&'a str>,
}

/// Every URL that the signer may have signed, the one received first: with and without the port, as received and
/// as URL libraries escape it. A WebSocket (`wss`) is signed like any other URL.
pub(super) fn candidates(url: &str) -> Vec<String> {
    let mut candidates = Vec::from([String::from(url)]);
    let Some(pieces) = Pieces::of(url) else {
        return candidates;
    };
    // The provider's library adds 80 to anything but https.
    let standard: &[&str] = match pieces.scheme {
        scheme if scheme.eq_ignore_ascii_case("https") => &["443"],
        scheme if scheme.eq_ignore_ascii_case("wss") => &["443", "80"],
        _ => &["80"],
    };
    let mut ports: Vec<Option<&str>> = Vec::from([pieces.port, None]);
    if pieces.port.is_none() {
        ports.extend(standard.iter().copied().map(Some));
    }
    let path = match pieces.path {
        "" => "/".into(),
        path => utf8_percent_encode(path, PATH).collect::<String>(),
    };
    let escaped = |query| utf8_percent_encode(query, QUERY).collect::<String>();
    let queries = [
        pieces.query.map(String::from),
        pieces.query.map(escaped),
        pieces.query.and_then(as_querystring),
    ];
    let (scheme, host) = (
        pieces.scheme.to_ascii_lowercase(),
        pieces.host.to_ascii_lowercase(),
    );
    let mut add = |candidate: String| {
        if !candidates.contains(&candidate) {
            candidates.push(candidate);
        }
    };
    for port in ports {
        let received = [pieces.scheme, pieces.host, pieces.path];
        add(pieces.build(received, port, pieces.query));
        for query in &queries {
            add(pieces.build([&scheme, &host, &path], port, query.as_deref()));
        }
    }
    candidates
}

/// The query of a URL, without its `?`.
pub(super) fn query(url: &str) -> Option<&str> {
    let url = url.split_once('#').map_or(url, |(before, _)| before);
    url.split_once('?').map(|(_, query)| query)
}

impl<'a> Pieces<'a> {
    fn of(url: &'a str) -> Option<Self> {
        let (scheme, rest) = url.split_once(':')?;
        let rest = rest.strip_prefix("//")?;
        let known = ["https", "http", "wss", "ws"];
        if !known.iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
            return None;
        }
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, rest) = rest.split_at(end);
        let host_begins = authority.rfind('@').map_or(0, |at| at + 1);
        let (user, host) = authority.split_at(host_begins);
        let (host, port) = match host.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => {
                (host, Some(port))
            }
            _ => (host, None),
        };
        let (path, query) = match rest.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (rest, None),
        };
        Some(Pieces {
            scheme,
            user,
            host,
            port,
            path,
            query,
        })
    }

    fn build(
        &self,
        [scheme, host, path]: [&str; 3],
        port: Option<&str>,
        query: Option<&str>,
    ) -> String {
        let mut url = String::from(scheme);
        for piece in ["://", self.user, host] {
            url.push_str(piece);
        }
        for (mark, piece) in [(":", port), ("", Some(path)), ("?", query)] {
            if let Some(piece) = piece {
                url.push_str(mark);
                url.push_str(piece);
            }
        }
        url
    }
}

/// The query as Node's `querystring` takes it apart and puts it together: repeated names side by side.
fn as_querystring(query: &str) -> Option<String> {
    let form = Form::parse(query.as_bytes()).ok()?;
    let names: Vec<&str> = form.pairs().map(|(name, _)| name).collect();
    let (names, places) = names::distinct(&names);
    let mut values = alloc::vec![Vec::new(); names.len()];
    for (place, (_, value)) in places.into_iter().zip(form.pairs()) {
        values[place].push(value);
    }
    let mut written = String::new();
    for (name, values) in names.into_iter().zip(values) {
        for value in values {
            if !written.is_empty() {
                written.push('&');
            }
            written.extend(utf8_percent_encode(name, LEGACY));
            written.push('=');
            written.extend(utf8_percent_encode(value, LEGACY));
        }
    }
    Some(written)
}

/// True if the host of an absolute URL has an underscore in its name, which the provider refuses for callbacks (error 21609).
pub(crate) fn has_underscore_in_host(url: &str) -> bool {
    Pieces::of(url).is_some_and(|pieces| pieces.host.contains('_'))
}
