//! E.164 numbers: `+`, a country code, 15 digits at most.

use core::fmt;

use super::calling_codes::{CALLING_CODES, LONGEST_RANGE, NANP, NANP_COUNTRIES, NATIONAL_LENGTHS};
use super::country::Country;
use super::error_kind::AddressErrorKind;

/// The most digits of an E.164 number.
const MOST_DIGITS: usize = 15;

/// An E.164 number: 1 to 15 digits, the first not 0, written with a `+`.
///
/// ```
/// use septet::message::{NumberKind, PhoneNumber};
///
/// let number: PhoneNumber = "+18765550123".parse()?;
/// assert_eq!(number.calling_code(), Some("1"));
/// assert_eq!(number.digits(), "18765550123");
/// assert_eq!(number.country().unwrap().code(), "JM");
/// assert_eq!(number.kind(), NumberKind::Ordinary);
/// assert!(number.problem().is_none());
///
/// let toll_free: PhoneNumber = "+18885550123".parse()?;
/// assert_eq!((toll_free.kind(), toll_free.country()), (NumberKind::TollFree, None));
/// # Ok::<(), septet::message::AddressError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "E.164")]
pub struct PhoneNumber {
    digits: [u8; MOST_DIGITS],
    length: u8,
}

/// The kind of a number, as far as its digits show it. They do not show a mobile number.
///
/// ```
/// use septet::message::{NumberKind, PhoneNumber};
///
/// assert_eq!("+19005550123".parse::<PhoneNumber>()?.kind(), NumberKind::Premium);
/// assert_eq!("+80012345678".parse::<PhoneNumber>()?.kind(), NumberKind::NonGeographic);
/// # Ok::<(), septet::message::AddressError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NumberKind {
    /// A number of a country.
    Ordinary,
    /// North American, free to call: area code 800, 833, 844, 855, 866, 877 or 888.
    TollFree,
    /// North American premium rate, area code 900: no messages are sent there (error 21268).
    Premium,
    /// A number without a country: +800, +870, +882 and others, and North American codes such as 500.
    NonGeographic,
}

/// A number that has the shape of E.164 and yet cannot exist.
///
/// ```
/// use septet::message::{NumberProblem, PhoneNumber};
///
/// let short: PhoneNumber = "+1415555267".parse()?;
/// assert_eq!(short.problem(), Some(NumberProblem::NorthAmericanLength(9)));
/// # Ok::<(), septet::message::AddressError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NumberProblem {
    /// No country has a code that starts this way.
    UnassignedCallingCode,
    /// A North American number has ten digits after +1; this many were given.
    NorthAmericanLength(usize),
    /// The area code is not in service, or the exchange starts with 0 or 1.
    NorthAmericanAreaCode,
    /// No number of the calling code has as many digits after it.
    NationalLength {
        /// Digits after the calling code.
        digits: usize,
        /// The fewest that numbers there have.
        shortest: u32,
        /// The most that numbers there have.
        longest: u32,
    },
}

impl PhoneNumber {
    pub(super) fn read(text: &str) -> Result<Self, AddressErrorKind> {
        let rest = match text.strip_prefix('+') {
            Some(rest) => rest,
            None if text.is_empty() => return Err(AddressErrorKind::Empty),
            None => return Err(AddressErrorKind::NoPlus),
        };
        if let Some(character) = rest.chars().find(|character| !character.is_ascii_digit()) {
            return Err(AddressErrorKind::Character(character));
        }
        let digits = match rest.as_bytes() {
            [] => return Err(AddressErrorKind::NoDigits),
            [b'0', ..] => return Err(AddressErrorKind::LeadingZero),
            digits if digits.len() > MOST_DIGITS => {
                return Err(AddressErrorKind::TooManyDigits(digits.len()));
            }
            digits => digits,
        };
        let mut number = PhoneNumber {
            digits: [0; MOST_DIGITS],
            length: 0,
        };
        for (place, digit) in number.digits.iter_mut().zip(digits) {
            *place = *digit;
            number.length += 1;
        }
        Ok(number)
    }

    /// The digits without the `+`, 1 to 15 of them.
    #[must_use]
    pub fn digits(&self) -> &str {
        let digits = self.digits.get(..usize::from(self.length));
        digits
            .and_then(|digits| core::str::from_utf8(digits).ok())
            .unwrap_or_default()
    }

    /// The country code of E.164, 1 to 3 digits; `None` where none is assigned.
    #[must_use]
    #[doc(alias = "country code")]
    pub fn calling_code(&self) -> Option<&str> {
        let digits = self.digits();
        (1..=3)
            .filter_map(|length| digits.get(..length))
            .find(|code| *code == "1" || range(code).is_some())
    }

    /// The country of the number range; `None` for a number of no country and an unassigned range.
    /// A range that several countries share, with no digit to tell them apart, counts as the largest's.
    ///
    /// ```
    /// use septet::message::PhoneNumber;
    ///
    /// let country = |text: &str| text.parse::<PhoneNumber>().unwrap().country();
    /// assert_eq!(country("+4915112345678").unwrap().code(), "DE");
    /// assert_eq!(country("+18885550123"), None); // toll-free, in all of North America
    /// ```
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        if let Some(area) = self.area() {
            return area.country();
        }
        let digits = self.digits();
        let longest = digits.len().min(LONGEST_RANGE);
        (1..=longest)
            .rev()
            .find_map(|length| range(digits.get(..length)?))
            .and_then(Country::assigned)
    }

    /// The kind of the number, as far as its digits show it.
    #[must_use]
    pub fn kind(&self) -> NumberKind {
        match self.area() {
            Some(Area::TollFree) => NumberKind::TollFree,
            Some(Area::Premium) => NumberKind::Premium,
            Some(Area::NonGeographic) => NumberKind::NonGeographic,
            None if self.calling_code().is_some() && self.country().is_none() => {
                NumberKind::NonGeographic
            }
            Some(Area::Unassigned | Area::Country(_)) | None => NumberKind::Ordinary,
        }
    }

    /// Returns the reason for which the number cannot exist although it has the shape of E.164, judged by its calling code, its
    /// number of digits and its North American area code. The feature `phone-numbers` adds every country's numbering plan.
    #[must_use]
    pub fn problem(&self) -> Option<NumberProblem> {
        let Some(national) = self.digits().strip_prefix('1') else {
            return match self.calling_code() {
                None => Some(NumberProblem::UnassignedCallingCode),
                Some(code) => self.length_problem(code),
            };
        };
        if national.len() != 10 {
            return Some(NumberProblem::NorthAmericanLength(national.len()));
        }
        let exchange = national.as_bytes().get(3).copied();
        let wrong = self.area() == Some(Area::Unassigned) || exchange < Some(b'2');
        wrong.then_some(NumberProblem::NorthAmericanAreaCode)
    }

    /// A number of digits that no number of the calling code has; codes that the table does not have are not judged.
    fn length_problem(&self, calling_code: &str) -> Option<NumberProblem> {
        let code: u16 = calling_code.parse().ok()?;
        let found = NATIONAL_LENGTHS.binary_search_by_key(&code, |(known, _)| *known);
        let (_, lengths) = NATIONAL_LENGTHS.get(found.ok()?)?;
        let digits = self.digits().len() - calling_code.len();
        (lengths >> digits & 1 == 0).then(|| NumberProblem::NationalLength {
            digits,
            shortest: lengths.trailing_zeros(),
            longest: lengths.ilog2(),
        })
    }

    /// The area code of a North American number; `None` elsewhere.
    fn area(&self) -> Option<Area> {
        let national = self.digits().strip_prefix('1')?;
        let code = national
            .get(..3)
            .and_then(|code| code.parse::<usize>().ok());
        let letter = code.and_then(|code| NANP.get(code.checked_sub(200)?));
        Some(match letter {
            None | Some(b'.') => Area::Unassigned,
            Some(b'+') => Area::TollFree,
            Some(b'$') => Area::Premium,
            Some(b'*') => Area::NonGeographic,
            Some(letter) => {
                let country = NANP_COUNTRIES.get(usize::from(letter.wrapping_sub(b'A')));
                country.map_or(Area::Unassigned, |country| Area::Country(*country))
            }
        })
    }
}

/// The meaning of a North American area code.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Area {
    Unassigned,
    TollFree,
    Premium,
    NonGeographic,
    Country([u8; 2]),
}

impl Area {
    const fn country(self) -> Option<Country> {
        match self {
            Area::Country(code) => Country::assigned(code),
            _ => None,
        }
    }
}

/// The country of a range of numbers, `--` for none; `None` where the table has no such range.
fn range(digits: &str) -> Option<[u8; 2]> {
    let prefix: u32 = digits.parse().ok()?;
    let found = CALLING_CODES.binary_search_by_key(&prefix, |(prefix, _)| *prefix);
    CALLING_CODES.get(found.ok()?).map(|(_, country)| *country)
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "+{}", self.digits())
    }
}

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PhoneNumber({self})")
    }
}

impl fmt::Display for NumberProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NumberProblem::UnassignedCallingCode => {
                f.write_str("no country has a code that starts with its digits")
            }
            NumberProblem::NorthAmericanLength(digits) => write!(
                f,
                "it has {digits} digits after +1, a North American number has 10"
            ),
            NumberProblem::NationalLength {
                digits,
                shortest,
                longest,
            } => {
                write!(f, "it has {digits} digits after its calling code, ")?;
                if shortest == longest {
                    write!(f, "numbers there have {shortest}")
                } else {
                    write!(f, "numbers there have {shortest} to {longest}")
                }
            }
            NumberProblem::NorthAmericanAreaCode => f.write_str(
                "its area code is not in service in North America, or the three digits after it start with 0 or 1",
            ),
        }
    }
}
