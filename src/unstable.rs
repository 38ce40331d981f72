//! Internals for the JavaScript bindings in `pkg-template/bindings/`. Not part of the public API: anything here may
//! change or go in any release.
//!
//! The bindings use the public API like any other user, except for what stands here, because it is useless or a trap
//! without knowledge of how it is called:
//!
//! - Counting from memory that JavaScript writes to, whose size is rounded up to whole chunks so that no text is copied
//!   ([`scan_utf16`], [`scan_latin1`], [`read_chunks`], [`LANES`]), and from single code units ([`Ucs2Stride`]).
//! - Cutting a text whose count is known ([`segments_of`]): with the count of another text the cuts are wrong.
//! - The list of a provider, character by character ([`provider_replacement`]): `septet/compat` needs no level and no count of
//!   what comes of it, and is a third smaller without.
//! - Reading messages from JavaScript objects, by the table of parameters that the crate has ([`read_message`]).
//! - Where a text must not change ([`protected_ranges`], [`field_ranges`]), for the project's own property tests.
//! - Checking messages with a count made elsewhere ([`check_with`], [`compare_segments`]): the module of
//!   `septet/messages` has no alphabets; the module of `septet` counts for it.

use alloc::vec::Vec;
use core::ops::Range;

use crate::count::Utf16Counter;
pub use crate::count::{LANES, Ucs2Stride, scan_latin1, scan_utf16};
use crate::{Count, Rules, Segmenter, Segments};
use crate::{protected, smart_encoding};

#[cfg(feature = "messages")]
pub use messages::{
    CountBody, Decimal, ParameterSource, check_with, compare_segments, is_hashed, read_message,
    read_service, seconds_at,
};

/// Reads the first `length` units of some chunks, as [`Utf16Counter::push`] reads a slice.
pub fn read_chunks(counter: &mut Utf16Counter, chunks: &[[u16; LANES]], length: usize) {
    counter.read(chunks, length);
}

/// The segments of a text that `segmenter` counted.
#[must_use]
pub fn segments_of<'t>(segmenter: &Segmenter, text: &'t str, count: Count) -> Segments<'t> {
    segmenter.segments_of(text, count)
}

/// The replacement of a character in the list of a provider, empty if it is removed; `None` if it stays, as it does by every level.
#[must_use]
pub fn provider_replacement(rules: Rules, character: char) -> Option<&'static str> {
    smart_encoding::listed(rules, character)
}

/// The merge fields of a text, in bytes.
#[must_use]
pub fn field_ranges(text: &str) -> Vec<Range<usize>> {
    let fields = protected::fields(text, None);
    fields.map(|field| field.range).collect()
}

/// The links, e-mail addresses, phone numbers and merge fields of a text in bytes, in order, and whether each is a phone
/// number.
#[must_use]
pub fn protected_ranges(text: &str) -> Vec<(Range<usize>, bool)> {
    let spans = protected::protected_spans(text, None);
    spans.map(|span| (span.range, span.is_phone)).collect()
}

#[cfg(feature = "messages")]
mod messages {
    pub use crate::message::parameter::{Decimal, Source as ParameterSource};
    use crate::message::{
        self, Cost, MessageReport, MessageValidator, OutboundMessage, ServiceConfig,
    };
    use crate::webhook::{self, InboundMessage, SegmentCheck};
    use crate::{Encoding, Profile};

    /// Counts a text with its links shortened, given whether to smart encode it and the profile to count under, if any:
    /// its encoding and segments.
    pub type CountBody<'c> =
        dyn FnMut(&str, bool, Option<Profile>) -> Option<(Encoding, usize)> + 'c;

    /// Checks a message whose text the caller counts. The report has neither text nor count.
    pub fn check_with(
        check: &MessageValidator,
        message: &OutboundMessage,
        count_body: &mut CountBody<'_>,
    ) -> MessageReport {
        check.check_with(message, &mut |text, is_smart_encoded, profile| {
            let (encoding, segments) = count_body(text, is_smart_encoded, profile)?;
            Some(Cost { encoding, segments })
        })
    }

    /// Reads a message whose parameters the caller finds by their keys.
    pub fn read_message(source: &mut dyn ParameterSource) -> OutboundMessage {
        OutboundMessage::read(source)
    }

    /// Reads the configuration of a messaging service whose parameters the caller finds by their keys.
    pub fn read_service(source: &mut dyn ParameterSource) -> ServiceConfig {
        ServiceConfig::read(source)
    }

    /// Compares the segments that a provider reports with those that the caller counts.
    pub fn compare_segments(
        message: &InboundMessage,
        count: &mut dyn FnMut(&str, Profile) -> Option<usize>,
    ) -> SegmentCheck {
        message.compare_segments(count)
    }

    /// Seconds since 1970-01-01 00:00 UTC of a time of ISO 8601 with `Z` or an offset; `None` for anything else.
    #[must_use]
    pub fn seconds_at(time: &str) -> Option<u64> {
        message::seconds_at(time)
    }

    /// Returns true if the URL of a webhook says that its body is hashed, which means that the body is not a form.
    #[must_use]
    pub fn is_hashed(url: &str) -> bool {
        webhook::is_hashed(url)
    }
}
