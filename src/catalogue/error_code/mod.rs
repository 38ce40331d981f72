//! Error codes of the Twilio API and of its callbacks, with what each means
//! (<https://www.twilio.com/docs/api/errors>, pages and dictionary copies of 2025 and 2026).

mod advice;
mod class;
mod details;

use alloc::format;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

pub use advice::{Action, Advice, Wait};
pub use class::{Category, Class, Retry, Seen};
pub use details::ErrorDetails;

use super::tables::error_codes::ERROR_CODES;

/// An error code, `0..=4,294,967,295`; codes not in the catalogue are kept.
///
/// ```
/// use septet::catalogue::{Action, Class, ErrorCode};
///
/// let code = ErrorCode::new(21610);
/// assert_eq!(code.name(), Some("Recipient opted out"));
/// assert_eq!(code.class(), Class::OptedOut);
/// assert_eq!(code.advice().action(), Action::SuppressRecipient);
///
/// let tomorrow = ErrorCode::new(39999);
/// assert_eq!((tomorrow.is_known(), tomorrow.class()), (false, Class::Unknown));
/// ```
///
/// # Example: codes that guides get wrong
///
/// ```
/// use septet::catalogue::{Class, ErrorCode};
///
/// // 21617 is too long; a missing body is 21602, or 21619 with a messaging service.
/// assert_eq!(ErrorCode::new(21617).name(), Some("Body too long"));
/// assert_eq!(ErrorCode::new(21602).name(), Some("Body required"));
/// // 30007 is any filtering, by the provider or a carrier; 30040 is a missing registration.
/// assert_eq!(ErrorCode::new(30007).class(), Class::Filtering);
/// assert_eq!(ErrorCode::new(30040).class(), Class::Registration);
/// // 30034 is blocked, not slow.
/// assert_eq!(ErrorCode::new(30034).class(), Class::Registration);
/// ```
///
/// # Example: all that is known of a code
///
/// ```
/// use septet::catalogue::{Category, ErrorCode, Retry, Seen};
///
/// let off = ErrorCode::new(30003);
/// assert_eq!(off.meaning(), Some("Handset off, out of coverage or otherwise unavailable"));
/// assert_eq!(off.cause(), Some("Phone off, no signal, roaming, landline, carrier fault, plan blocks short codes"));
/// assert_eq!((off.category(), off.retry()), (Some(Category::Delivery), Some(Retry::Maybe)));
/// assert_eq!((off.seen(), off.code()), (Some(Seen::Callback), 30003));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[doc(alias = "errorCode")]
pub struct ErrorCode(u32);

/// A row of the catalogue: code, category, class, the advice of an action and a wait, whether to retry, where it shows
/// up, and four texts with tabs between them: name, meaning, cause and date.
pub(in crate::catalogue) struct Row(
    pub u32,
    pub Category,
    pub Class,
    pub Action,
    pub Option<Wait>,
    pub Retry,
    pub Seen,
    pub &'static str,
);

impl FromStr for ErrorCode {
    type Err = ErrorCodeError;

    /// Reads the number, known or not, alone or with the name that `Display` puts after it.
    fn from_str(code: &str) -> Result<Self, ErrorCodeError> {
        let number = code.split_once(' ').map_or(code, |(number, _)| number);
        number
            .parse()
            .map(ErrorCode)
            .map_err(|_| ErrorCodeError(()))
    }
}

/// A text that is not an error code: it does not begin with a number up to 4,294,967,295.
///
/// ```
/// use septet::catalogue::ErrorCode;
///
/// let error = "E21610".parse::<ErrorCode>().unwrap_err();
/// assert_eq!(error.to_string(), "an error code is a number, such as 21610");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ErrorCodeError(());

impl fmt::Display for ErrorCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an error code is a number, such as 21610")
    }
}

impl core::error::Error for ErrorCodeError {}

impl ErrorCode {
    /// The code with this number, known or not.
    ///
    /// ```
    /// use septet::catalogue::ErrorCode;
    /// assert_eq!(ErrorCode::new(30003).to_string().parse(), Ok(ErrorCode::new(30003)));
    /// ```
    #[must_use]
    pub const fn new(code: u32) -> Self {
        ErrorCode(code)
    }

    /// The number.
    #[must_use]
    pub const fn code(self) -> u32 {
        self.0
    }

    /// Every code of the catalogue, from the lowest.
    ///
    /// ```
    /// use septet::catalogue::{Class, ErrorCode};
    ///
    /// assert_eq!(ErrorCode::known().count(), 425);
    /// let opted_out = ErrorCode::known().filter(|code| code.class() == Class::OptedOut);
    /// assert_eq!(opted_out.map(ErrorCode::code).collect::<Vec<_>>(), [21610, 30004, 30630, 63014, 63033]);
    /// ```
    #[doc(alias = "errorCodes")]
    pub fn known() -> impl Iterator<Item = ErrorCode> {
        ERROR_CODES.iter().map(|Row(code, ..)| ErrorCode(*code))
    }

    /// True if the catalogue has this code.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.row().is_some()
    }

    /// A name of a few words; `None` for unknown codes, as for every text below.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        self.text(0)
    }

    /// Its meaning, as a sentence.
    #[must_use]
    pub fn meaning(self) -> Option<&'static str> {
        self.text(1)
    }

    /// The most frequent cause; `None` also if no typical one is known.
    #[must_use]
    pub fn cause(self) -> Option<&'static str> {
        self.text(2)
    }

    /// Its subject.
    #[must_use]
    pub fn category(self) -> Option<Category> {
        self.row().map(|Row(_, category, ..)| *category)
    }

    /// The kind of failure that it is to a program; [`Class::Unknown`] for unknown codes.
    ///
    /// ```
    /// use septet::catalogue::{Class, ErrorCode};
    /// assert_eq!(ErrorCode::new(30007).class(), Class::Filtering);
    /// ```
    #[must_use]
    pub fn class(self) -> Class {
        self.row()
            .map_or(Class::Unknown, |Row(_, _, class, ..)| *class)
    }

    /// A recommendation whether to send the same request later; `None` for unknown codes. 410 of the 425 are our own
    /// judgement; in the other 15, the provider's page says so.
    #[must_use]
    pub fn retry(self) -> Option<Retry> {
        self.row().map(|Row(.., retry, _, _)| *retry)
    }

    /// The place in which it is reported. Codes of the form 30xxx come in status callbacks, not in the response to the request
    /// that creates a message.
    #[must_use]
    pub fn seen(self) -> Option<Seen> {
        self.row().map(|Row(.., seen, _)| *seen)
    }

    /// The step that a program should take.
    ///
    /// ```
    /// use septet::catalogue::{Action, ErrorCode};
    ///
    /// assert_eq!(ErrorCode::new(21610).advice().action(), Action::SuppressRecipient);
    /// ```
    #[must_use]
    pub fn advice(self) -> Advice {
        match self.row() {
            Some(Row(_, _, _, action, wait, ..)) => Advice::new(*action, *wait),
            None => Advice::new(Action::Review, None),
        }
    }

    /// The page of the provider about this code, the source of its row.
    ///
    /// ```
    /// use septet::catalogue::ErrorCode;
    ///
    /// assert_eq!(ErrorCode::new(30007).page(), "https://www.twilio.com/docs/api/errors/30007");
    /// ```
    #[must_use]
    pub fn page(self) -> String {
        format!("https://www.twilio.com/docs/api/errors/{}", self.0)
    }

    /// The date of its source, such as `2025-02`, or `read 2026-11-23`: the day on which it was read.
    ///
    /// ```
    /// use septet::catalogue::ErrorCode;
    ///
    /// assert_eq!(ErrorCode::new(30007).date(), Some("2025-02"));
    /// ```
    #[must_use]
    pub fn date(self) -> Option<&'static str> {
        self.text(3)
    }

    fn row(self) -> Option<&'static Row> {
        let position = ERROR_CODES
            .binary_search_by_key(&self.0, |Row(code, ..)| *code)
            .ok()?;
        ERROR_CODES.get(position)
    }

    fn text(self, column: usize) -> Option<&'static str> {
        let Row(.., texts) = self.row()?;
        let text = texts.split('\t').nth(column)?;
        (!text.is_empty()).then_some(text)
    }
}

impl fmt::Display for ErrorCode {
    /// The number and, if the code is known, its name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => write!(f, "{} ({name})", self.0),
            None => write!(f, "{}", self.0),
        }
    }
}
