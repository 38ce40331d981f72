//! The provider's count of segments against our own.

use super::InboundMessage;
use crate::limits::MAX_CHARACTERS;
use crate::text::utf16_len;
use crate::{Count, Profile, Segmenter};

/// The provider's count of segments against our own.
///
/// ```
/// use septet::webhook::{Form, InboundMessage, SegmentCheck};
///
/// let form: Form = [
///     ("MessageSid", "SM0123456789abcdef0123456789abcdef"),
///     ("AccountSid", "AC0123456789abcdef0123456789abcdef"),
///     ("From", "whatsapp:+15005550006"), ("To", "whatsapp:+15005550001"),
///     ("Body", "Hi"), ("NumSegments", "1"), ("NumMedia", "0"),
/// ].into_iter().collect();
/// assert_eq!(InboundMessage::from_form(&form)?.check_segments(), SegmentCheck::NotText);
/// # Ok::<(), septet::webhook::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(tag = "result", rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum SegmentCheck {
    /// They agree, with references of 8 or of 16 bits, as the sending network chose.
    Agrees,
    /// They do not: the sending handset may have used a national language or UCS-2 where GSM-7 would do,
    /// or a part never arrived (error 30009).
    Differs {
        /// Segments as the provider counts them.
        reported: u32,
        /// Segments the text needs.
        counted: usize,
    },
    /// The text was cut at 1,600 characters, so its count is of more than is there.
    Cut,
    /// The message did not travel as text segments: it has media, or came by another channel.
    NotText,
    /// The provider's count is missing.
    Unknown,
}

impl InboundMessage {
    /// Counts the segments of the text and compares them with `NumSegments`.
    ///
    /// ```
    /// use septet::webhook::{Form, InboundMessage, SegmentCheck};
    ///
    /// let check = |text: &str, reported: &str| {
    ///     let form: Form = [
    ///         ("MessageSid", "SM0123456789abcdef0123456789abcdef"),
    ///         ("AccountSid", "AC0123456789abcdef0123456789abcdef"),
    ///         ("From", "+15005550006"), ("To", "+15005550001"),
    ///         ("Body", text), ("NumSegments", reported), ("NumMedia", "0"),
    ///     ].into_iter().collect();
    ///     Ok::<_, septet::webhook::ParameterError>(InboundMessage::from_form(&form)?.check_segments())
    /// };
    /// assert_eq!(check(&"a".repeat(161), "2")?, SegmentCheck::Agrees);
    /// assert_eq!(check(&"a".repeat(160), "2")?, SegmentCheck::Differs { reported: 2, counted: 1 });
    /// # Ok::<(), septet::webhook::ParameterError>(())
    /// ```
    #[must_use]
    pub fn check_segments(&self) -> SegmentCheck {
        self.compare_segments(&mut |text, profile| {
            let count = Segmenter::new().with_profile(profile).count(text);
            count.map(Count::segments).ok()
        })
    }

    /// As `compare_segments`, for a text that the caller has counted.
    pub(crate) fn compare_segments(
        &self,
        count: &mut dyn FnMut(&str, Profile) -> Option<usize>,
    ) -> SegmentCheck {
        if self.num_media > Some(0) || !self.media.is_empty() || self.from.contains(':') {
            return SegmentCheck::NotText;
        }
        let Some(num_segments) = self.num_segments else {
            return SegmentCheck::Unknown;
        };
        let reported = usize::try_from(num_segments).unwrap_or(usize::MAX);
        let counted = count(&self.body, Profile::Standard).unwrap_or(1);
        // References of 16 bits are not those of toll-free senders alone.
        if reported == counted || count(&self.body, Profile::TollFree) == Some(reported) {
            return SegmentCheck::Agrees;
        }
        if reported > counted && utf16_len(&self.body) >= MAX_CHARACTERS {
            return SegmentCheck::Cut;
        }
        SegmentCheck::Differs {
            reported: num_segments,
            counted,
        }
    }
}
