//! The frame of a text: a prefix and a suffix that are always sent with it.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::count::Count;
use crate::segment::Segmenter;
use crate::text::EncodingError;

/// The text that is always sent around another one: the name of the sender before it, a sentence on how to opt out after it; and the line
/// ends that a form makes of those of the text.
///
/// Browsers submit the line ends of a field as CRLF, two characters, while scripts see LF, one: a page that counts the
/// value of its field counts too few. A text of 160 characters and one line break is two segments then.
///
/// ```
/// use septet::{Frame, Segmenter, suggest};
///
/// let frame = Frame::new().with_prefix("ACME: ").with_suffix("\nReply STOP to opt out");
/// assert_eq!(frame.apply("Sale today"), "ACME: Sale today\nReply STOP to opt out");
/// assert_eq!(frame.count(&Segmenter::new(), "Sale today")?.units(), 38);
/// assert_eq!(frame.clone().with_crlf().count(&Segmenter::new(), "Sale today")?.units(), 39);
/// assert!(suggest(&frame.apply(&"Sale today. ".repeat(12))).iter().all(|way| way.text().ends_with("opt out")));
/// # Ok::<(), septet::EncodingError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[doc(alias = "signature")]
#[doc(alias = "lineEnds")]
pub struct Frame {
    prefix: String,
    suffix: String,
    has_crlf: bool,
}

impl Frame {
    /// Nothing around a text.
    #[must_use]
    pub fn new() -> Self {
        Frame::default()
    }

    /// The prefix of every text, with the blank or line break that sets it off.
    #[must_use]
    pub fn with_prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    /// The suffix of every text, with the blank or line break that sets it off.
    #[must_use]
    pub fn with_suffix(mut self, suffix: impl Into<String>) -> Self {
        self.suffix = suffix.into();
        self
    }

    /// Makes CRLF of every line end, as browsers do when a form is submitted.
    ///
    /// ```
    /// use septet::Frame;
    ///
    /// assert_eq!(Frame::new().with_crlf().apply("a\nb\r\nc\rd"), "a\r\nb\r\nc\r\nd");
    /// ```
    #[must_use]
    pub fn with_crlf(mut self) -> Self {
        self.has_crlf = true;
        self
    }

    /// The text as it is sent, borrowed if nothing is added to it.
    ///
    /// ```
    /// use septet::Frame;
    ///
    /// let frame = Frame::new().with_prefix("ACME: ").with_suffix(" STOP to opt out");
    /// assert_eq!(frame.apply("Sale!"), "ACME: Sale! STOP to opt out");
    /// ```
    #[must_use]
    pub fn apply<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let whole = if self.prefix.is_empty() && self.suffix.is_empty() {
            Cow::Borrowed(text)
        } else {
            Cow::Owned([&self.prefix, text, &self.suffix].concat())
        };
        if self.has_crlf && whole.contains(['\r', '\n']) {
            Cow::Owned(with_crlf(&whole))
        } else {
            whole
        }
    }

    /// Counts a text as it is sent.
    ///
    /// # Errors
    ///
    /// [`EncodingError`] where GSM-7 is demanded and no allowed alphabet has a character; its indexes are those of the text
    /// as it is sent.
    ///
    /// ```
    /// use septet::{Frame, Segmenter};
    ///
    /// let signed = Frame::new().with_suffix(" ACME");
    /// assert_eq!(signed.count(&Segmenter::new(), &"a".repeat(156))?.segments(), 2);
    /// # Ok::<(), septet::EncodingError>(())
    /// ```
    pub fn count(&self, segmenter: &Segmenter, text: &str) -> Result<Count, EncodingError> {
        segmenter.count(&self.apply(text))
    }
}

fn with_crlf(text: &str) -> String {
    let mut lines = String::with_capacity(text.len() + text.len() / 16);
    let mut before = None;
    for character in text.chars() {
        match character {
            '\n' if before == Some('\r') => {}
            '\r' | '\n' => lines.push_str("\r\n"),
            _ => lines.push(character),
        }
        before = Some(character);
    }
    lines
}
