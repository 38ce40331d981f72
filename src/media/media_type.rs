//! Media types (MIME types): `type/subtype; parameter=value`, as RFC 9110 §8.3.1 writes them.
//!
//! Read by hand because the kept parsers cost two to four kilobytes of a WebAssembly module for it.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use super::limits::{ALIASES, EXTENSIONS};
use super::sniff;

/// The most bytes of a type that are read; RFC 6838 §4.2 allows 127 for each half.
const LONGEST: usize = 1_024;

/// A media type: lower-case type and subtype, and parameters in their order.
///
/// ```
/// use septet::media::MediaType;
///
/// let jpeg: MediaType = "IMAGE/JPG; name=\"cat.jpg\"".parse()?;
/// assert_eq!((jpeg.essence(), jpeg.canonical().essence()), ("image/jpg", "image/jpeg"));
/// assert_eq!(jpeg.parameter("Name"), Some("cat.jpg"));
/// assert_eq!(jpeg.top_level(), "image");
/// # Ok::<(), septet::media::MediaTypeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MediaType {
    essence: String,
    parameters: Vec<(String, String)>,
}

impl MediaType {
    /// The type and subtype in lower case, such as `image/jpeg`.
    #[must_use]
    pub fn essence(&self) -> &str {
        &self.essence
    }

    /// The half before the slash, such as `image`.
    #[must_use]
    pub fn top_level(&self) -> &str {
        self.essence.split('/').next().unwrap_or_default()
    }

    /// The value of a parameter, whatever the case of its name.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let named = |(known, _): &&(String, String)| known.eq_ignore_ascii_case(name);
        self.parameters
            .iter()
            .find(named)
            .map(|(_, value)| value.as_str())
    }

    /// The registered name of an alias such as `image/jpg` or `audio/x-wav`, without parameters the
    /// name does not need; the type itself if it is not an alias (`tests/data/media-aliases.tsv`).
    #[must_use]
    pub fn canonical(&self) -> MediaType {
        let alias = ALIASES.iter().find(|(alias, _)| *alias == self.essence);
        match alias.and_then(|(_, name)| name.parse().ok()) {
            Some(name) => name,
            None => self.clone(),
        }
    }

    /// The type that a file extension stands for, whatever its case; of every type in the table.
    ///
    /// ```
    /// use septet::media::MediaType;
    ///
    /// assert_eq!(MediaType::from_extension("JPG").unwrap().essence(), "image/jpeg");
    /// assert_eq!(MediaType::from_extension("exe"), None);
    /// ```
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        let known = |row: &&(&str, &str)| row.0.eq_ignore_ascii_case(extension);
        let (_, essence) = EXTENSIONS.iter().find(known)?;
        Some(MediaType::plain(essence))
    }

    /// The type of a file, told by its first bytes (262 are enough; Office files need up to 6,000).
    ///
    /// ```
    /// use septet::media::MediaType;
    ///
    /// assert_eq!(MediaType::sniff(b"GIF89a...").unwrap().essence(), "image/gif");
    /// assert_eq!(MediaType::sniff(b"BEGIN:VCARD\r\n").unwrap().essence(), "text/vcard");
    /// assert_eq!(MediaType::sniff(b"Hello"), None);
    /// ```
    #[must_use]
    pub fn sniff(first_bytes: &[u8]) -> Option<Self> {
        sniff::essence(first_bytes).map(MediaType::plain)
    }

    pub(super) fn plain(essence: &str) -> Self {
        MediaType {
            essence: essence.into(),
            parameters: Vec::new(),
        }
    }
}

impl FromStr for MediaType {
    type Err = MediaTypeError;

    fn from_str(text: &str) -> Result<Self, MediaTypeError> {
        if text.len() > LONGEST {
            return Err(MediaTypeError::TooLong(text.len()));
        }
        let (essence, mut rest) = match text.split_once(';') {
            Some((essence, rest)) => (essence.trim_matches(BLANKS), Some(rest)),
            None => (text.trim_matches(BLANKS), None),
        };
        let halves = essence.split_once('/');
        if !halves.is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype)) {
            return Err(MediaTypeError::NoType);
        }
        let mut parameters = Vec::new();
        while let Some(text) = rest {
            let parameter = text.trim_start_matches(BLANKS);
            let (after, found) = read_parameter(parameter)?;
            parameters.extend(found);
            rest = after;
        }
        let media_type = MediaType {
            essence: essence.to_ascii_lowercase(),
            parameters,
        };
        // Written with blanks it may be longer than it came: what is read can be read again.
        match media_type.to_string().len() {
            ..=LONGEST => Ok(media_type),
            length => Err(MediaTypeError::TooLong(length)),
        }
    }
}

/// Optional white space around the parts of a type: RFC 9110 §5.6.3.
const BLANKS: [char; 2] = [' ', '\t'];

type Parameter = (String, String);

/// Reads one parameter up to the next semicolon: what is left after it, and the parameter. Empty
/// parameters (`a/b;`) are passed over, as RFC 9110 §5.6.6 asks.
fn read_parameter(text: &str) -> Result<(Option<&str>, Option<Parameter>), MediaTypeError> {
    let wrong = MediaTypeError::Parameter;
    let end = text.find([';', '"']).unwrap_or(text.len());
    let plain = text.get(..end).unwrap_or_default();
    if !text.get(end..).is_some_and(|rest| rest.starts_with('"')) {
        let rest = text.get(end + 1..);
        if plain.trim_matches(BLANKS).is_empty() {
            return Ok((rest, None));
        }
        let (name, value) = plain
            .trim_end_matches(BLANKS)
            .split_once('=')
            .ok_or(wrong)?;
        if !is_token(name) || !is_token(value) {
            return Err(wrong);
        }
        return Ok((rest, Some((name.to_ascii_lowercase(), value.into()))));
    }
    let name = plain
        .strip_suffix('=')
        .filter(|name| is_token(name))
        .ok_or(wrong)?;
    let mut value = String::new();
    let mut characters = text.char_indices().skip_while(|(index, _)| *index <= end);
    loop {
        match characters.next().ok_or(wrong)? {
            (index, '"') => {
                let after = text
                    .get(index + 1..)
                    .unwrap_or_default()
                    .trim_start_matches(BLANKS);
                let parameter = (name.to_ascii_lowercase(), value);
                return match after.strip_prefix(';') {
                    Some(rest) => Ok((Some(rest), Some(parameter))),
                    None if after.is_empty() => Ok((None, Some(parameter))),
                    None => Err(wrong),
                };
            }
            (_, '\\') => value.push(characters.next().ok_or(wrong)?.1),
            (_, character) => value.push(character),
        }
    }
}

/// A token of RFC 9110 §5.6.2: at least one visible ASCII character that is not a separator.
fn is_token(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(allowed)
}

impl fmt::Display for MediaType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.essence)?;
        for (name, value) in &self.parameters {
            if is_token(value) {
                write!(f, "; {name}={value}")?;
            } else {
                let escaped = value.replace('\\', "\\\\").replace('"', "\\\"");
                write!(f, "; {name}=\"{escaped}\"")?;
            }
        }
        Ok(())
    }
}

/// A text that is not a media type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MediaTypeError {
    /// No type, slash and subtype at the start.
    NoType,
    /// A parameter that is not `name=value` or `name="value"`.
    Parameter,
    /// More than 1,024 bytes, as given or as it would be written; this many.
    TooLong(usize),
}

impl fmt::Display for MediaTypeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MediaTypeError::NoType => {
                f.write_str("a media type starts with type, slash and subtype, such as image/jpeg")
            }
            MediaTypeError::Parameter => {
                f.write_str("a parameter of a media type is name=value or name=\"value\"")
            }
            MediaTypeError::TooLong(bytes) => {
                write!(
                    f,
                    "a media type of {bytes} bytes is over the 1,024 that are read"
                )
            }
        }
    }
}

impl core::error::Error for MediaTypeError {}
