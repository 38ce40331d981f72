//! Limits of providers and of the standard, and links that are filtered.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Warning, WarningCode};
use crate::analysis::Analysis;
use crate::limits::{ADVISED_SEGMENTS, MAX_CHARACTERS, MAX_SEGMENTS, Profile};
use crate::protected::links;
use crate::text::utf16_len;

/// Hosts that anyone can shorten links with: carriers filter them (Twilio error 30892).
const PUBLIC_SHORTENERS: [&str; 20] = [
    "bit.do",
    "bit.ly",
    "bl.ink",
    "buff.ly",
    "cutt.ly",
    "goo.gl",
    "is.gd",
    "j.mp",
    "lnkd.in",
    "ow.ly",
    "rb.gy",
    "rebrand.ly",
    "s.id",
    "short.io",
    "shorturl.at",
    "t.co",
    "t.ly",
    "tiny.cc",
    "tinyurl.com",
    "v.gd",
];

impl Analysis<'_> {
    /// More segments than are sent, or than are advised.
    pub(super) fn size(&self) -> Option<Warning> {
        let segments = self.count().segments();
        let (code, message) = if self.segmenter().profile() == Profile::Single && segments > 1 {
            let message = format!(
                "The text does not fit one message, and is not sent as several: it would take {segments}."
            );
            (WarningCode::NotConcatenated, message)
        } else if segments > MAX_SEGMENTS {
            let message = format!(
                "{segments} segments cannot be sent as one text: the maximum is {MAX_SEGMENTS}."
            );
            (WarningCode::TooManySegments, message)
        } else if segments > ADVISED_SEGMENTS {
            let message = format!(
                "{segments} segments may be refused or arrive out of order: at most {ADVISED_SEGMENTS} are recommended."
            );
            (WarningCode::ManySegments, message)
        } else {
            return None;
        };
        Some(whole(code, message))
    }

    /// More characters than a body may have.
    pub(super) fn length(&self) -> Option<Warning> {
        let characters = utf16_len(self.text());
        (characters > MAX_CHARACTERS).then(|| {
            let message = format!(
                "{characters} characters will be refused: the maximum of a body is {MAX_CHARACTERS}."
            );
            whole(WarningCode::LongBody, message)
        })
    }

    /// One warning for all links of public shorteners.
    pub(super) fn shorteners(&self) -> Option<Warning> {
        let public = |host: &str| {
            PUBLIC_SHORTENERS
                .iter()
                .any(|known| host.eq_ignore_ascii_case(known))
        };
        let found: Vec<_> = links(self.text())
            .filter(|link| public(link.host()))
            .collect();
        let host = found.first()?.host();
        let message = format!("Carriers filter links of public shorteners such as {host}.");
        let spans = found.iter().map(|link| link.span().clone()).collect();
        Some(Warning {
            code: WarningCode::PublicLinkShortener,
            message,
            spans,
            fix: None,
        })
    }
}

/// A warning about the whole text.
fn whole(code: WarningCode, message: String) -> Warning {
    Warning {
        code,
        message,
        spans: Vec::new(),
        fix: None,
    }
}
