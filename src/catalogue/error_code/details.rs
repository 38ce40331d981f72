//! All that the catalogue has of an error code, in one piece.

use alloc::string::String;

use super::{Advice, Category, Class, ErrorCode, Retry, Seen};

/// All that the catalogue has of an error code; see the methods of [`ErrorCode`] for each.
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
#[expect(missing_docs, reason = "the methods of ErrorCode say it")]
pub struct ErrorDetails {
    pub code: ErrorCode,
    pub name: Option<&'static str>,
    pub meaning: Option<&'static str>,
    pub cause: Option<&'static str>,
    pub category: Option<Category>,
    pub class: Class,
    pub retry: Option<Retry>,
    pub seen: Option<Seen>,
    pub advice: Advice,
    pub page: String,
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
        }
    }
}
