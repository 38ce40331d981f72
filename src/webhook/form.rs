//! Form bodies (`application/x-www-form-urlencoded`), as the URL standard reads them, with one
//! difference: what is not UTF-8 is an error or a problem that is listed, not just a text full of U+FFFD.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use percent_encoding::percent_decode;

use super::error::{ParameterError, Problem};

/// The parameters of a form body or of the query of a URL, in their order.
///
/// ```
/// use septet::webhook::Form;
///
/// let form = Form::parse(b"From=%2B15005550006&Body=Hi+there%21&Body=again")?;
/// assert_eq!(form.get("From"), Some("+15005550006"));
/// assert_eq!(form.get("Body"), Some("Hi there!"));
/// assert_eq!(form.get_all("Body").collect::<Vec<_>>(), ["Hi there!", "again"]);
/// assert_eq!(form.get("NumMedia"), None);
/// assert_eq!(form.pairs().last(), Some(("Body", "again")));
/// # Ok::<(), septet::webhook::ParameterError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Form {
    pairs: Vec<(String, String)>,
    /// Names of the parameters that were not UTF-8.
    #[cfg_attr(feature = "serde", serde(skip))]
    damaged: Vec<String>,
}

impl Form {
    /// Reads a body, or a query without its `?`. An escape that is none, such as `%zz`, stays as it is.
    ///
    /// # Errors
    ///
    /// [`ParameterError`] names the parameter whose name or value is not UTF-8.
    pub fn parse(body: &[u8]) -> Result<Self, ParameterError> {
        let form = Self::parse_lossy(body);
        match form.damaged.into_iter().next() {
            Some(name) => Err(ParameterError::new(name, Problem::NotUtf8)),
            None => Ok(Form {
                pairs: form.pairs,
                damaged: Vec::new(),
            }),
        }
    }

    /// Reads a body with U+FFFD for what is not UTF-8, so that one parameter in another encoding does not cost the
    /// message: the `problems` of what is read from the form name it.
    ///
    /// ```
    /// use septet::webhook::{Form, InboundMessage, Problem};
    ///
    /// let form = Form::parse_lossy(b"From=%2B15005550006&To=%2B15005550001&Body=Hi&FromCity=Montr%E9al");
    /// let message = InboundMessage::from_form(&form)?;
    /// assert_eq!((message.body.as_str(), message.from_place.city.as_deref()), ("Hi", Some("Montr\u{FFFD}al")));
    /// assert_eq!(message.problems[0].problem(), Problem::NotUtf8);
    /// # Ok::<(), septet::webhook::ParameterError>(())
    /// ```
    #[must_use]
    pub fn parse_lossy(body: &[u8]) -> Self {
        let mut form = Self::default();
        for pair in body.split(|&byte| byte == b'&') {
            if pair.is_empty() {
                continue;
            }
            let (name, value) = match pair.iter().position(|&byte| byte == b'=') {
                Some(equals) => (&pair[..equals], &pair[equals + 1..]),
                None => (pair, &[][..]),
            };
            let (name, value) = (decode(name), decode(value));
            let is_damaged = name.is_err() || value.is_err();
            let [name, value] = [name, value].map(|text| text.unwrap_or_else(|lossy| lossy));
            if is_damaged {
                form.damaged.push(name.clone());
            }
            form.pairs.push((name, value));
        }
        form
    }

    /// The first value of a parameter, whose name is matched to the letter.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.pairs().find(|pair| pair.0 == name).map(|pair| pair.1)
    }

    /// Every value of a parameter, in the order of the body.
    pub fn get_all(&self, name: &str) -> impl Iterator<Item = &str> {
        let named = move |pair: &(&str, &str)| pair.0 == name;
        self.pairs().filter(named).map(|pair| pair.1)
    }

    /// Every name with its value, in the order of the body.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The body that [`Form::parse`] reads these parameters from.
    ///
    /// ```
    /// use septet::webhook::Form;
    ///
    /// let form: Form = [("Body", "50% off & more")].into_iter().collect();
    /// assert_eq!(form.encode(), "Body=50%25+off+%26+more");
    /// assert_eq!(Form::parse(form.encode().as_bytes())?, form);
    /// # Ok::<(), septet::webhook::ParameterError>(())
    /// ```
    #[must_use]
    pub fn encode(&self) -> String {
        let mut serializer = form_urlencoded::Serializer::new(String::new());
        serializer.extend_pairs(self.pairs()).finish()
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Form {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        let pairs = pairs.into_iter();
        Form {
            pairs: pairs
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
            damaged: Vec::new(),
        }
    }
}

/// `+` is a space, `%41` is A. What is not UTF-8 comes back with U+FFFD in its place.
fn decode(encoded: &[u8]) -> Result<String, String> {
    let spaced: Cow<'_, [u8]> = if encoded.contains(&b'+') {
        let space = |&byte: &u8| if byte == b'+' { b' ' } else { byte };
        encoded.iter().map(space).collect()
    } else {
        encoded.into()
    };
    let octets: Vec<u8> = percent_decode(&spaced).collect();
    String::from_utf8(octets)
        .map_err(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// The parameters of a form, each taken once by its name; the rest is what nobody asked for.
///
/// The first error of a parameter without which nothing can be done is kept and found at the end; what is wrong
/// with any other is a problem, and its value stays among the rest.
pub(super) struct Fields {
    pairs: Vec<Option<(String, String)>>,
    problems: Vec<ParameterError>,
    /// The first parameter that was not UTF-8.
    damaged: Option<String>,
    error: Option<ParameterError>,
}

impl Fields {
    pub(super) fn new(form: &Form) -> Self {
        Fields {
            pairs: form.pairs.iter().cloned().map(Some).collect(),
            problems: (form.damaged.iter())
                .map(|name| ParameterError::new(name.as_str(), Problem::NotUtf8))
                .collect(),
            damaged: form.damaged.first().cloned(),
            error: None,
        }
    }

    fn fail(&mut self, name: &str, problem: Problem) {
        if self.error.is_none() {
            self.error = Some(ParameterError::new(name, problem));
        }
    }

    /// Records what is wrong with a parameter that is not needed.
    pub(super) fn note(&mut self, name: &str, problem: Problem) {
        self.problems.push(ParameterError::new(name, problem));
    }

    /// Records that a parameter is missing that another one needs.
    pub(super) fn miss(&mut self, name: &str) {
        self.note(name, Problem::Missing);
    }

    /// Puts back a value that could not be used.
    pub(super) fn keep(&mut self, name: &str, value: String) {
        self.pairs.push(Some((name.into(), value)));
    }

    /// The last value of a parameter, and whether there were different ones. An empty value is none.
    fn take(&mut self, name: &str) -> (Option<String>, bool) {
        let mut value: Option<String> = None;
        let mut others = Vec::new();
        for pair in &mut self.pairs {
            let Some((_, next)) = pair.take_if(|pair| pair.0 == name) else {
                continue;
            };
            if !next.is_empty() {
                others.extend(value.filter(|value| *value != next));
                value = Some(next);
            }
        }
        let differs = !others.is_empty();
        for other in others {
            self.keep(name, other);
        }
        (value, differs)
    }

    /// Finds a value that is not empty.
    pub(super) fn given(&self, name: &str) -> Option<String> {
        let mut pairs = self.pairs.iter().flatten().rev();
        let pair = pairs.find(|(known, value)| known == name && !value.is_empty());
        pair.map(|(_, value)| value.clone())
    }

    /// The value of a parameter; an empty one says as little as an absent one.
    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        let (value, differs) = self.take(name);
        if differs {
            self.note(name, Problem::Repeated);
        }
        value
    }

    /// The value of a parameter without which nothing can be done.
    pub(super) fn require(&mut self, name: &str) -> String {
        let (value, differs) = self.take(name);
        match &value {
            None => self.fail(name, Problem::Missing),
            Some(_) if differs => self.fail(name, Problem::Repeated),
            Some(_) => {}
        }
        value.unwrap_or_default()
    }

    /// The value of a parameter without which nothing can be done, as `read` makes it, or a legacy copy of it.
    pub(super) fn require_parsed<T>(
        &mut self,
        name: &str,
        expected: &'static str,
        copy: Option<T>,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let (value, differs) = self.take(name);
        let is_given = value.is_some();
        let value = value.as_deref().and_then(read).or(copy);
        match &value {
            None if is_given => self.fail(name, Problem::Malformed { expected }),
            None => self.fail(name, Problem::Missing),
            Some(_) if differs => self.fail(name, Problem::Repeated),
            Some(_) => {}
        }
        value
    }

    /// The value of a parameter as `read` makes it; what it makes nothing of is a problem. Empty is absent.
    pub(super) fn parse<T>(
        &mut self,
        name: &str,
        expected: &'static str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let value = self.text(name)?;
        let read = read(&value);
        if read.is_none() {
            self.note(name, Problem::Malformed { expected });
            self.keep(name, value);
        }
        read
    }

    /// Takes the remaining parameters, in the order of the body; then those that could not be used.
    pub(super) fn rest(&mut self) -> Vec<(String, String)> {
        self.pairs.drain(..).flatten().collect()
    }

    /// The problems so far.
    pub(super) fn problems(&mut self) -> Vec<ParameterError> {
        core::mem::take(&mut self.problems)
    }

    /// What was read, or the first error: in a body that is not a form, that it is not UTF-8.
    pub(super) fn finish<T>(self, value: T) -> Result<T, ParameterError> {
        let Some(error) = self.error else {
            return Ok(value);
        };
        let damaged = self.damaged;
        Err(damaged.map_or(error, |name| ParameterError::new(name, Problem::NotUtf8)))
    }
}
