//! Reads XML back into elements.

use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};

/// An element as a parser sees it.
#[derive(Debug, Default, PartialEq)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
    pub children: Vec<Element>,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self
            .attributes
            .iter()
            .find(|attribute| attribute.0 == name)?;
        Some(&found.1)
    }
}

/// The root of a document; panics at whatever a parser refuses.
pub fn parse(xml: &str) -> Element {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().expect(xml) {
            Event::Start(start) => {
                let attribute =
                    |attribute: Result<quick_xml::events::attributes::Attribute<'_>, _>| {
                        let attribute = attribute.unwrap();
                        let value = attribute.normalized_value(XmlVersion::Explicit1_0).unwrap();
                        (attribute.key.into_inner().to_owned(), value.into_owned())
                    };
                open.push(Element {
                    name: start.name().into_inner().to_owned(),
                    attributes: start.attributes().map(attribute).collect(),
                    ..Element::default()
                });
            }
            Event::End(_) => {
                let element = open.pop().unwrap();
                open.last_mut().unwrap().children.push(element);
            }
            Event::Text(text) => open
                .last_mut()
                .unwrap()
                .text
                .push_str(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().unwrap();
                let character = character.unwrap_or_else(|| match &*reference.into_inner() {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    other => panic!("{other}"),
                });
                open.last_mut().unwrap().text.push(character);
            }
            Event::Decl(_) => {}
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    let mut document = open.pop().unwrap();
    assert!(open.is_empty());
    assert_eq!((document.children.len(), document.text.as_str()), (1, ""));
    document.children.remove(0)
}
