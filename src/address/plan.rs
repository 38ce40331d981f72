//! Numbering plans of all countries, with the data of libphonenumber: feature `phone-numbers`.

use alloc::string::ToString;

use phonenumber::Type;

use super::PhoneNumber;

/// The kind of line of a number.
///
/// ```
/// use septet::message::{Line, PhoneNumber};
///
/// let hotel: PhoneNumber = "+4930901820".parse()?;
/// assert_eq!(hotel.line(), Some(Line::Fixed)); // no SMS there
/// # Ok::<(), septet::message::AddressError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Line {
    /// A mobile phone.
    Mobile,
    /// A landline.
    Fixed,
    /// Either: the plan does not tell, as in North America.
    FixedOrMobile,
    /// Anything else: free to call, premium rate, machines, pagers…
    Other,
}

impl PhoneNumber {
    /// Returns true if the numbering plan of its country has the number. It may still not be in use.
    ///
    /// ```
    /// use septet::message::PhoneNumber;
    ///
    /// assert!("+4915112345678".parse::<PhoneNumber>()?.is_in_numbering_plan());
    /// assert!(!"+49151123".parse::<PhoneNumber>()?.is_in_numbering_plan());
    /// # Ok::<(), septet::message::AddressError>(())
    /// ```
    #[must_use]
    pub fn is_in_numbering_plan(&self) -> bool {
        phonenumber::parse(None, self.to_string())
            .is_ok_and(|number| phonenumber::is_valid(&number))
    }

    /// The kind of line, by the numbering plan; `None` where the plan does not have the number.
    ///
    /// ```
    /// use septet::message::{Line, PhoneNumber};
    ///
    /// let line = |text: &str| text.parse::<PhoneNumber>().ok().and_then(|number| number.line());
    /// assert_eq!(line("+4915112345678"), Some(Line::Mobile));
    /// assert_eq!(line("+4930901820"), Some(Line::Fixed));
    /// assert_eq!(line("+14155552671"), Some(Line::FixedOrMobile));
    /// ```
    #[must_use]
    pub fn line(&self) -> Option<Line> {
        let number = phonenumber::parse(None, self.to_string()).ok()?;
        match number.number_type(&phonenumber::metadata::DATABASE) {
            Type::Unknown => None,
            Type::Mobile => Some(Line::Mobile),
            Type::FixedLine => Some(Line::Fixed),
            Type::FixedLineOrMobile => Some(Line::FixedOrMobile),
            _ => Some(Line::Other),
        }
    }
}
