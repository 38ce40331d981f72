//! The URLs a provider fetches: absolute, `http` or `https`, ASCII, with a host name it can look up.
//!
//! A shape check and no parser: the crate `url` brings the tables of international names, 150 KB of them.

use alloc::format;
use core::net::{Ipv4Addr, Ipv6Addr};

use super::rule::Rule;
use super::violation::Violation;

/// Checks the URL of a parameter; `invalid` is the rule for a malformed one.
pub(super) fn violation(url: &str, invalid: Rule) -> Option<Violation> {
    match check(url) {
        Err(problem) => {
            let sentence = format!("the URL {}", problem.sentence());
            Some(Violation::new(invalid, sentence, problem.fix()))
        }
        Ok(Host::Local) => {
            let sentence = "the host of the URL cannot be reached from outside";
            let fix = "use a host name that public DNS knows";
            let violation = Violation::new(Rule::HostNotPublic, sentence, fix);
            Some(violation.of(invalid.field()))
        }
        Ok(Host::Public) => None,
    }
}

/// The reachability of a host for a provider.
enum Host {
    /// Perhaps: its name or address may be one of the public internet.
    Public,
    /// No: its name or address means something within one network alone.
    Local,
}

/// A text is not a URL that a provider can fetch.
#[derive(Clone, Copy)]
enum UrlProblem {
    Scheme,
    Character,
    NoHost,
    Port,
    Host,
    Underscore,
}

impl UrlProblem {
    /// The fault, as a phrase after the parameter's name.
    const fn sentence(self) -> &'static str {
        match self {
            UrlProblem::Scheme => "does not start with http:// or https://",
            UrlProblem::Character => "has a character that must be percent-encoded",
            UrlProblem::NoHost => "has no host",
            UrlProblem::Port => "has a port that is not a number from 1 to 65,535",
            UrlProblem::Host => "has a host that is not a domain name",
            UrlProblem::Underscore => "has an underscore in its host",
        }
    }

    /// A description of a valid value.
    const fn fix(self) -> &'static str {
        match self {
            UrlProblem::Scheme => "write the whole URL, such as https://example.com/path",
            UrlProblem::Character => {
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

/// Checks a URL, and tells whether its host can be reached.
fn check(url: &str) -> Result<Host, UrlProblem> {
    let rest = ["http://", "https://"].iter().find_map(|scheme| {
        let start = url.get(..scheme.len())?;
        start
            .eq_ignore_ascii_case(scheme)
            .then(|| url.get(scheme.len()..))?
    });
    let rest = rest.ok_or(UrlProblem::Scheme)?;
    let allowed = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
    if !rest.bytes().all(allowed) {
        return Err(UrlProblem::Character);
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
        let local = address.is_loopback() || address.is_unique_local();
        return Ok(host_that_is(local || address.is_unspecified()));
    }
    check_host(host)
}

/// A domain name of RFC 1123 §2.1, or four numbers.
fn check_host(host: &str) -> Result<Host, UrlProblem> {
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
        return Ok(host_that_is(local || address.is_unspecified()));
    }
    let local = ["localhost", "local", "internal", "test", "invalid"];
    let is_local = local.iter().any(|name| last.eq_ignore_ascii_case(name));
    Ok(host_that_is(is_local || !host.contains('.')))
}

const fn host_that_is(local: bool) -> Host {
    if local { Host::Local } else { Host::Public }
}
