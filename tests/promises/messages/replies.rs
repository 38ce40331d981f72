//! Properties of every reply: an XML parser reads back what was put in.

use septet::twiml::{Forbidden, Message, Response, State, TwimlError};

use super::xml::parse;

/// Body and address come back; with characters that XML forbids replaced, as many.
pub fn read_back(body: &str, to: &str, replacement: char) -> Result<(), TwimlError> {
    let response = Response::new().with_message(Message::new(body).with_to(to));
    let lenient = response.clone();
    let xml = lenient
        .with_forbidden(Forbidden::Replace(replacement))
        .to_xml()?;
    let message = parse(&xml).children.remove(0);
    let read = message.attribute("to").unwrap();
    assert_eq!(read.chars().count(), to.chars().count());
    if let Ok(strict) = response.to_xml() {
        assert_eq!(strict, xml);
        assert_eq!(message.children[0].text, body);
        assert_eq!(read, to);
    }
    Ok(())
}

/// Any URL has a state or an error; a state put into it is read from it.
pub fn state(url: &str) {
    if let Ok(state) = State::from_url(url) {
        assert_eq!(State::from_url(&state.append_to(url)).unwrap(), state);
    }
}
