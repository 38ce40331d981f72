//! The `Redirect` verb: another URL to ask for the reply.

use alloc::string::String;

use super::error::{TwimlError, TwimlField};
use super::message::{Method, check_url};
use super::state::State;
use super::xml::Writer;

/// Another URL that is asked for the reply; at most 50 in a row are (error 14106).
///
/// ```
/// use septet::twiml::{Method, Redirect, Response, State};
///
/// let state = State::new().with("step", "2").with("name", "Ada & Co.");
/// let redirect = Redirect::new("/survey?lang=en").with_state(&state);
/// assert_eq!(redirect.url(), "/survey?lang=en&state=step%3D2%26name%3DAda%2B%2526%2BCo.");
/// // In the next request, whose signature covers its URL:
/// assert_eq!(State::from_url(redirect.url())?.get("name"), Some("Ada & Co."));
/// let xml = Response::new().with_redirect(redirect.with_method(Method::Get)).to_xml().unwrap();
/// assert!(xml.contains("<Redirect method=\"GET\">/survey?lang=en&amp;state="));
/// # Ok::<(), septet::webhook::ParameterError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    url: String,
    method: Option<Method>,
}

impl Redirect {
    /// To a URL, which may be relative to that of the webhook.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Redirect {
            url: url.into(),
            method: None,
        }
    }

    /// With how it is called.
    #[must_use]
    pub fn with_method(mut self, method: Method) -> Self {
        self.method = Some(method);
        self
    }

    /// With a state in its query, in place of any that is there.
    #[must_use]
    pub fn with_state(mut self, state: &State) -> Self {
        self.url = state.append_to(&self.url);
        self
    }

    /// The URL, with its state.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    pub(super) fn write(&self, writer: &mut Writer, verb: usize) -> Result<(), TwimlError> {
        check_url(&self.url, verb, TwimlField::Url)?;
        writer.open("Redirect");
        if let Some(method) = self.method {
            writer.attribute("method", method.name(), verb, TwimlField::Url)?;
        }
        writer.end_open();
        writer.text(&self.url, verb, TwimlField::Url)?;
        writer.close("Redirect");
        Ok(())
    }
}
