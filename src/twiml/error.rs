//! Errors of a reply that cannot be written.

use core::fmt;

use super::limits::{MAX_MEDIA, MAX_MESSAGES, MAX_OCTETS};
use crate::catalogue::ErrorCode;
use crate::limits::MAX_CHARACTERS;

/// A reply cannot be written. Messages and redirects are counted from 0.
///
/// ```
/// use septet::twiml::{Message, Response, TwimlError};
///
/// let empty = Response::new().with_message(Message::new(""));
/// assert_eq!(empty.to_xml(), Err(TwimlError::EmptyMessage { verb: 0 }));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TwimlError {
    /// More than 10 messages.
    TooManyMessages {
        /// Messages in the reply.
        count: usize,
    },
    /// More than 10 pieces of media in a message.
    TooManyMedia {
        /// Index of the message, from 0.
        verb: usize,
        /// Media URLs of the message.
        count: usize,
    },
    /// A message with neither text nor media.
    EmptyMessage {
        /// Index of the message, from 0.
        verb: usize,
    },
    /// A text of more than 1,600 characters, in 16-bit units.
    BodyTooLong {
        /// Index of the message, from 0.
        verb: usize,
        /// Length of the body, in UTF-16 code units.
        units: usize,
    },
    /// A URL that is empty, has white space or control characters in it, or, for status callbacks, an
    /// underscore in the name of its host.
    BadUrl {
        /// Index of the message or redirect, from 0.
        verb: usize,
        /// The field with the error.
        place: TwimlField,
    },
    /// A message or redirect that is never reached.
    Unreachable {
        /// Index of the message or redirect, from 0.
        verb: usize,
    },
    /// A character that XML 1.0 cannot write.
    Forbidden {
        /// Index of the message or redirect, from 0.
        verb: usize,
        /// The field with the character.
        place: TwimlField,
        /// A character that XML 1.0 cannot carry.
        character: char,
    },
    /// More than 64,000 octets.
    TooLarge {
        /// Length of the reply, in octets.
        octets: usize,
    },
}

/// A part of a message or redirect.
///
/// ```
/// use septet::twiml::{Message, TwimlField, Response, TwimlError};
///
/// let reply = Response::new().with_message(Message::new("Hi").with_media("two words"));
/// assert!(matches!(reply.to_xml(), Err(TwimlError::BadUrl { place: TwimlField::Media(0), .. })));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TwimlField {
    /// The text.
    Body,
    /// A piece of media, from 0.
    Media(usize),
    /// The recipient.
    To,
    /// The sender.
    From,
    /// The URL that is asked next.
    Action,
    /// The URL that is told what becomes of the message.
    StatusCallback,
    /// The URL of a redirect.
    Url,
}

impl TwimlError {
    /// The error the provider would give, where it gives one.
    ///
    /// ```
    /// use septet::catalogue::ErrorCode;
    /// use septet::twiml::{Message, Response};
    ///
    /// let error = Response::new().with_message(Message::new("")).to_xml().unwrap_err();
    /// assert_eq!(error.code(), Some(ErrorCode::new(14103)));
    /// ```
    #[must_use]
    pub const fn code(&self) -> Option<ErrorCode> {
        Some(ErrorCode::new(match self {
            TwimlError::TooManyMessages { .. } => 14109,
            TwimlError::EmptyMessage { .. } | TwimlError::BodyTooLong { .. } => 14103,
            TwimlError::BadUrl {
                place: TwimlField::StatusCallback,
                ..
            } => 14105,
            TwimlError::Forbidden { .. } => 12100,
            TwimlError::TooLarge { .. } => 11750,
            TwimlError::TooManyMedia { .. }
            | TwimlError::BadUrl { .. }
            | TwimlError::Unreachable { .. } => return None,
        }))
    }
}

impl fmt::Display for TwimlField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TwimlField::Body => f.write_str("body"),
            TwimlField::Media(position) => write!(f, "media {position}"),
            TwimlField::To => f.write_str("to"),
            TwimlField::From => f.write_str("from"),
            TwimlField::Action => f.write_str("action"),
            TwimlField::StatusCallback => f.write_str("statusCallback"),
            TwimlField::Url => f.write_str("URL"),
        }
    }
}

impl fmt::Display for TwimlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            TwimlError::TooManyMessages { count } => {
                write!(f, "{count} messages: a reply has at most {MAX_MESSAGES}")
            }
            TwimlError::TooManyMedia { verb, count } => {
                write!(
                    f,
                    "message {verb} has {count} pieces of media: it may have {MAX_MEDIA}"
                )
            }
            TwimlError::EmptyMessage { verb } => {
                write!(f, "message {verb} has neither text nor media")
            }
            TwimlError::BodyTooLong { verb, units } => {
                write!(
                    f,
                    "the body of message {verb} has {units} characters: it may have {MAX_CHARACTERS}"
                )
            }
            TwimlError::BadUrl { verb, place } => {
                write!(
                    f,
                    "the {place} of message or redirect {verb} is not a URL that can be called"
                )
            }
            TwimlError::Unreachable { verb } => write!(
                f,
                "message or redirect {verb} is never reached: it follows a redirect, or a message with an action"
            ),
            TwimlError::Forbidden {
                verb,
                place,
                character,
            } => write!(
                f,
                "the {place} of message or redirect {verb} has U+{:04X}, which XML cannot write: remove it, or have it replaced",
                u32::from(character)
            ),
            TwimlError::TooLarge { octets } => {
                write!(f, "the reply has {octets} octets: it may have {MAX_OCTETS}")
            }
        }
    }
}

impl core::error::Error for TwimlError {}
