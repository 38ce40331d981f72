//! The URLs a provider fetches: absolute, `http` or `https`, ASCII, with a host name it can look up.
//!
//! A shape check and no parser: crate `url` brings the tables of international names, 150 KB of them.

use core::net::{Ipv4Addr, Ipv6Addr};

/// Why a text is no URL a provider fetches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UrlProblem {
    Scheme,
    Character(char),
    NoHost,
    Port,
    Host,
    Underscore,
}

impl UrlProblem {
    /// What is wrong, to follow the name of the parameter.
    pub(super) const fn sentence(self) -> &'static str {
        match self {
            UrlProblem::Scheme => "does not start with http:// or https://",
            UrlProblem::Character(_) => "has a character that must be percent-encoded",
            UrlProblem::NoHost => "has no host",
            UrlProblem::Port => "has a port that is no number from 1 to 65,535",
            UrlProblem::Host => "has a host that is no domain name",
            UrlProblem::Underscore => "has an underscore in its host",
        }
    }

    /// What would be right.
    pub(super) const fn fix(self) -> &'static str {
        match self {
            UrlProblem::Scheme => "write the whole URL, such as https://example.com/path",
            UrlProblem::Character(_) => {
                "percent-encode everything but ASCII, and spaces (%20); write host names in their xn-- form"
            }
            UrlProblem::NoHost | UrlProblem::Host => {
                "name the host, such as https://example.com/path"
            }
            UrlProblem::Port => "leave the port out or write a number from 1 to 65535",
            UrlProblem::Underscore => "use a host name without an underscore",
        }
    }
}

/// Checks a URL; whether its host can be reached from outside.
pub(super) fn check(url: &str) -> Result<bool, UrlProblem> {
    let rest = ["http://", "https://"].iter().find_map(|scheme| {
        let start = url.get(..scheme.len())?;
        start
            .eq_ignore_ascii_case(scheme)
            .then(|| url.get(scheme.len()..))?
    });
    let rest = rest.ok_or(UrlProblem::Scheme)?;
    if let Some(character) = rest
        .chars()
        .find(|c| !c.is_ascii_graphic() || "\"<>\\^`{|}".contains(*c))
    {
        return Err(UrlProblem::Character(character));
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host_and_port = authority.rsplit('@').next().unwrap_or_default();
    let (host, port) = match host_and_port.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (host_and_port, None),
    };
    // An empty port is none: RFC 3986 §3.2.3.
    if port.is_some_and(|port| !port.is_empty() && !matches!(port.parse::<u16>(), Ok(1..))) {
        return Err(UrlProblem::Port);
    }
    if let Some(address) = host.strip_prefix('[') {
        let address = address.strip_suffix(']').ok_or(UrlProblem::Host)?;
        let address: Ipv6Addr = address.parse().map_err(|_| UrlProblem::Host)?;
        return Ok(!address.is_loopback()
            && !address.is_unique_local()
            && !address.is_unspecified());
    }
    check_host(host)
}

/// A domain name of RFC 1123 §2.1, or four numbers.
fn check_host(host: &str) -> Result<bool, UrlProblem> {
    let host = host.strip_suffix('.').unwrap_or(host);
    if host.is_empty() {
        return Err(UrlProblem::NoHost);
    }
    if host.contains('_') {
        return Err(UrlProblem::Underscore);
    }
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    if host.len() > 253 || !host.split('.').all(is_label) {
        return Err(UrlProblem::Host);
    }
    let last = host.rsplit('.').next().unwrap_or_default();
    if last.bytes().all(|byte| byte.is_ascii_digit()) {
        let address: Ipv4Addr = host.parse().map_err(|_| UrlProblem::Host)?;
        let local = address.is_loopback() || address.is_private() || address.is_link_local();
        return Ok(!local && !address.is_unspecified());
    }
    let local = ["localhost", "local", "internal", "test", "invalid"];
    Ok(host.contains('.') && !local.iter().any(|name| last.eq_ignore_ascii_case(name)))
}
