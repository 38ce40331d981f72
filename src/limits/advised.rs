//! Limits of a whole text: the standard's, and those that providers recommend or enforce.

/// The number of segments above which providers advise against a text (Twilio error 30019).
pub(crate) const ADVISED_SEGMENTS: usize = 10;
/// The maximum number of segments of a concatenated text: the number is one octet (TS 23.040 §9.2.3.24.1).
pub(crate) const MAX_SEGMENTS: usize = 255;
/// The maximum length of a text in 16-bit units of UTF-16, whatever its encoding: 24 segments of UCS-2 (Twilio
/// error 21617).
pub(crate) const MAX_CHARACTERS: usize = 1_600;
