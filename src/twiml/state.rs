//! The state of a conversation, kept in the query of a URL.

use alloc::string::String;

use form_urlencoded::byte_serialize;

use crate::webhook::{Form, ParameterError};

/// The parameter that holds the state.
const PARAMETER: &str = "state";

/// The state of a conversation: names and values, kept in one parameter of a URL.
///
/// The provider signs the URL it requests, so the state of a verified request is one that was sent in an earlier reply, not
/// necessarily the latest.
///
/// ```
/// use septet::twiml::State;
///
/// let state = State::new().with("step", "1");
/// let url = state.append_to("https://example.com/survey?lang=en#top");
/// assert_eq!(url, "https://example.com/survey?lang=en&state=step%3D1#top");
/// assert_eq!(State::from_url(&url)?, state);
/// // The next step takes the place of this one.
/// let next = State::from_url(&url)?.with("step", "2");
/// assert_eq!(next.append_to(&url), "https://example.com/survey?lang=en&state=step%3D2#top");
/// assert_eq!((next.get("step"), next.pairs().next()), (Some("2"), Some(("step", "2"))));
/// # Ok::<(), septet::webhook::ParameterError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    values: Form,
}

impl State {
    /// Creates a state without values.
    #[must_use]
    pub fn new() -> Self {
        State::default()
    }

    /// With a value, in place of any of the same name.
    #[must_use]
    pub fn with(self, name: &str, value: &str) -> Self {
        let others = self.values.pairs().filter(|pair| pair.0 != name);
        let values = others.chain([(name, value)]).collect();
        State { values }
    }

    /// The value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values.get(name)
    }

    /// Every name with its value, in the order in which they were set.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.pairs()
    }

    /// A URL with this state in its query, before its fragment; other parameters stay as they are.
    #[must_use]
    pub fn append_to(&self, url: &str) -> String {
        let (rest, fragment) = match url.find('#') {
            Some(mark) => url.split_at(mark),
            None => (url, ""),
        };
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let mut written = String::from(path);
        let mut mark = '?';
        let is_state = |pair: &str| {
            Form::parse(pair.as_bytes()).is_ok_and(|form| form.get(PARAMETER).is_some())
        };
        for pair in query
            .split('&')
            .filter(|pair| !pair.is_empty() && !is_state(pair))
        {
            written.push(mark);
            written.push_str(pair);
            mark = '&';
        }
        written.push(mark);
        written.push_str(PARAMETER);
        written.push('=');
        written.extend(byte_serialize(self.values.encode().as_bytes()));
        written.push_str(fragment);
        written
    }

    /// The state in the query of a URL; an empty one if there is none.
    ///
    /// # Errors
    ///
    /// [`ParameterError`] names what is not UTF-8: the query, or a value in the state.
    #[doc(alias = "stateOf")]
    pub fn from_url(url: &str) -> Result<Self, ParameterError> {
        let url = url.split('#').next().unwrap_or_default();
        let query = url.split_once('?').map_or("", |(_, query)| query);
        let form = Form::parse(query.as_bytes())?;
        let values = Form::parse(form.get(PARAMETER).unwrap_or_default().as_bytes())?;
        Ok(State { values })
    }
}
