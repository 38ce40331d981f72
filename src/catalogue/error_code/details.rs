//! All that the catalogue has of an error code, in one piece.

use alloc::string::String;

use super::{Advice, Category, Class, ErrorCode, Retry, Seen};

/// All that the catalogue has of an error code, in one piece; [`ErrorCode`] has a method for each part.
///
/// ```
/// use septet::catalogue::{Category, ErrorCode};
///
/// let details = ErrorCode::new(30007).details();
/// assert_eq!((details.code.code(), details.category), (30007, Some(Category::Filtering)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ErrorDetails {
    /// The code itself.
    pub code: ErrorCode,
    /// A name of a few words; `None` for unknown codes, as for every text here.
    pub name: Option<&'static str>,
    /// Its meaning, as a sentence.
    pub meaning: Option<&'static str>,
    /// The most frequent cause; `None` also if no typical one is known.
    pub cause: Option<&'static str>,
    /// Its subject.
    pub category: Option<Category>,
    /// The kind of failure that it is to a program.
    pub class: Class,
    /// The prospect of the same request if it is sent again later.
    pub retry: Option<Retry>,
    /// The place in which it is reported.
    pub seen: Option<Seen>,
    /// The step that a program should take.
    pub advice: Advice,
    /// The URL of the provider's page about it.
    pub page: String,
    /// The date of that source, such as `2025-02`, or `read 2026-11-23`: the day on which it was read.
    pub date: Option<&'static str>,
}

impl ErrorCode {
    /// All that the catalogue has of this code.
    ///
    /// ```
    /// use septet::catalogue::{Class, ErrorCode};
    ///
    /// let details = ErrorCode::new(30007).details();
    /// assert_eq!((details.class, details.name), (Class::Filtering, Some("Message filtered")));
    /// ```
    #[must_use]
    pub fn details(self) -> ErrorDetails {
        ErrorDetails {
            code: self,
            name: self.name(),
            meaning: self.meaning(),
            cause: self.cause(),
            category: self.category(),
            class: self.class(),
            retry: self.retry(),
            seen: self.seen(),
            advice: self.advice(),
            page: self.page(),
            date: self.date(),
        }
    }
}
