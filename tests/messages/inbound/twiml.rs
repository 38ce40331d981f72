//! Replies, read back with an XML parser; every limit on both of its sides.

use proptest::prelude::*;
use septet::catalogue::ErrorCode;
use septet::twiml::{
    CONTENT_TYPE, Forbidden, MAX_OCTETS, Message, Method, Redirect, Response, State, TwimlError,
    TwimlField,
};

use crate::promises::replies;
use crate::promises::xml::parse;

fn reply(message: Message) -> Result<String, TwimlError> {
    Response::new().with_message(message).to_xml()
}

#[test]
fn everything_is_read_back() {
    let message = Message::new("A & B")
        .with_media("https://example.com/a.png?x=1&y=2")
        .with_media("/b.gif")
        .with_to("+15005550006")
        .with_from("whatsapp:+15005550001")
        .with_action("/next?a=1&b=2")
        .with_method(Method::Get)
        .with_status_callback("https://example.com/status");
    let response = parse(&reply(message).unwrap());
    assert_eq!(
        (response.name.as_str(), response.children.len()),
        ("Response", 1)
    );
    let message = &response.children[0];
    assert_eq!(message.name, "Message");
    for (name, value) in [
        ("to", "+15005550006"),
        ("from", "whatsapp:+15005550001"),
        ("action", "/next?a=1&b=2"),
        ("method", "GET"),
        ("statusCallback", "https://example.com/status"),
    ] {
        assert_eq!(message.attribute(name), Some(value));
    }
    let children: Vec<_> = message
        .children
        .iter()
        .map(|child| (child.name.as_str(), child.text.as_str()))
        .collect();
    let expected = [
        ("Body", "A & B"),
        ("Media", "https://example.com/a.png?x=1&y=2"),
        ("Media", "/b.gif"),
    ];
    assert_eq!(children, expected);
}

#[test]
fn a_redirect_keeps_its_url_and_method() {
    let redirect = Redirect::new("https://example.com/?a=1&b=2").with_method(Method::Post);
    let xml = Response::new()
        .with_message(Message::new("1"))
        .with_redirect(redirect)
        .to_xml()
        .unwrap();
    let response = parse(&xml);
    let redirect = &response.children[1];
    assert_eq!(
        (redirect.name.as_str(), redirect.text.as_str()),
        ("Redirect", "https://example.com/?a=1&b=2")
    );
    assert_eq!(redirect.attribute("method"), Some("POST"));
    assert!(CONTENT_TYPE.starts_with("text/xml"));
}

/// A person's text never becomes markup, and is read back unchanged.
#[test]
fn nothing_can_be_injected() {
    for text in [
        "</Body></Message><Message to=\"+1900\"><Body>x",
        "]]>",
        "<![CDATA[x]]>",
        "<!-- x",
        "<?xml version=\"1.1\"?>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>&b;",
        "&amp;&lt;&#0;&#x26;&undefined;",
        "\" onload=\"x' '",
        " leading and trailing \t\n ",
        "CR LF\r\n, CR\r, LF\n, NEL\u{85}, LS\u{2028}",
        "{{7*7}} ${x} %s",
    ] {
        let message = Message::new(text).with_to(text).with_from(text);
        let response = parse(&reply(message).unwrap());
        let message = &response.children[0];
        assert_eq!(response.children.len(), 1, "{text}");
        assert_eq!(message.children[0].text, text);
        assert_eq!(
            (message.attribute("to"), message.attribute("from")),
            (Some(text), Some(text))
        );
        assert_eq!((message.attributes.len(), message.children.len()), (2, 1));
    }
}

#[test]
fn limits_hold_on_both_sides() {
    let with_messages = |count: usize| {
        let messages = (0..count).map(|_| Message::new("x"));
        messages
            .fold(Response::new(), Response::with_message)
            .to_xml()
            .map(drop)
    };
    assert_eq!(with_messages(10), Ok(()));
    assert_eq!(
        with_messages(11),
        Err(TwimlError::TooManyMessages { count: 11 })
    );

    let with_media = |count: usize| {
        let urls = (0..count).map(|n| format!("/{n}"));
        reply(urls.fold(Message::default(), Message::with_media)).map(drop)
    };
    assert_eq!(with_media(0), Err(TwimlError::EmptyMessage { verb: 0 }));
    assert_eq!(with_media(10), Ok(()));
    assert_eq!(
        with_media(11),
        Err(TwimlError::TooManyMedia { verb: 0, count: 11 })
    );

    let with_body = |body: String| reply(Message::new(body)).map(drop);
    assert_eq!(with_body("a".repeat(1_600)), Ok(()));
    assert_eq!(
        with_body("a".repeat(1_601)),
        Err(TwimlError::BodyTooLong {
            verb: 0,
            units: 1_601
        })
    );
    assert_eq!(with_body("😘".repeat(800)), Ok(()));
    assert_eq!(
        with_body("😘".repeat(801)),
        Err(TwimlError::BodyTooLong {
            verb: 0,
            units: 1_602
        })
    );
}

#[test]
fn a_reply_has_at_most_64_kilobytes() {
    let with_url = |length: usize| {
        let url = "a".repeat(length);
        Response::new().with_redirect(Redirect::new(url)).to_xml()
    };
    let overhead = with_url(1).unwrap().len() - 1;
    assert_eq!(with_url(MAX_OCTETS - overhead).unwrap().len(), MAX_OCTETS);
    assert_eq!(
        with_url(MAX_OCTETS - overhead + 1),
        Err(TwimlError::TooLarge {
            octets: MAX_OCTETS + 1
        })
    );
}

#[test]
fn what_is_never_reached_is_an_error() {
    let next = || Message::new("never sent");
    let after_redirect = Response::new()
        .with_redirect(Redirect::new("/a"))
        .with_message(next());
    assert_eq!(
        after_redirect.to_xml(),
        Err(TwimlError::Unreachable { verb: 1 })
    );
    let action = Message::new("x").with_action("/a");
    let after_action = Response::new()
        .with_message(action.clone())
        .with_message(next());
    assert_eq!(
        after_action.to_xml(),
        Err(TwimlError::Unreachable { verb: 1 })
    );
    assert!(
        Response::new()
            .with_message(next())
            .with_message(action)
            .to_xml()
            .is_ok()
    );
}

#[test]
fn urls_that_cannot_be_called() {
    for bad in ["", " ", "/a b", "/a\n", "\u{7}"] {
        let error = |place| Err(TwimlError::BadUrl { verb: 0, place });
        assert_eq!(
            reply(Message::new("x").with_media(bad)),
            error(TwimlField::Media(0))
        );
        assert_eq!(
            reply(Message::new("x").with_action(bad)),
            error(TwimlField::Action)
        );
        assert_eq!(
            reply(Message::new("x").with_status_callback(bad)),
            error(TwimlField::StatusCallback)
        );
        assert_eq!(
            Response::new().with_redirect(Redirect::new(bad)).to_xml(),
            error(TwimlField::Url)
        );
    }
    let callback = |url: &str| reply(Message::new("x").with_status_callback(url)).is_ok();
    assert!(!callback("https://my_host.example.com/status"));
    assert!(callback("https://my-host.example.com/my_status"));
    assert!(callback("/my_status"));
}

/// Every character up to U+FFFF: allowed ones are read back, the others are refused or replaced.
#[test]
fn characters_are_those_of_xml() {
    let forbidden = |c: char| matches!(u32::from(c), 0..=8 | 11 | 12 | 14..=31 | 0xFFFE | 0xFFFF);
    for character in ('\0'..='\u{FFFF}').chain(['\u{10000}', '😘', '\u{10FFFF}']) {
        let message = Message::new(character);
        if forbidden(character) {
            let place = TwimlField::Body;
            assert_eq!(
                reply(message.clone()),
                Err(TwimlError::Forbidden {
                    verb: 0,
                    place,
                    character
                })
            );
            for (replacement, expected) in [(' ', " "), ('\u{FFFD}', "\u{FFFD}"), ('\0', "?")] {
                let response = Response::new().with_message(message.clone());
                let xml = response
                    .with_forbidden(Forbidden::Replace(replacement))
                    .to_xml()
                    .unwrap();
                assert_eq!(parse(&xml).children[0].children[0].text, expected);
            }
        } else {
            let xml = reply(message).unwrap();
            assert_eq!(
                parse(&xml).children[0].children[0].text,
                character.to_string()
            );
        }
    }
}

#[test]
fn error_sentences_and_codes() {
    let (verb, place) = (1, TwimlField::StatusCallback);
    for (error, code, sentence) in [
        (
            TwimlError::TooManyMessages { count: 11 },
            Some(14109),
            "11 messages: a reply has at most 10",
        ),
        (
            TwimlError::TooManyMedia { verb, count: 11 },
            None,
            "message 1 has 11 pieces of media: it may have 10",
        ),
        (
            TwimlError::EmptyMessage { verb },
            Some(14103),
            "message 1 has neither text nor media",
        ),
        (
            TwimlError::BodyTooLong { verb, units: 1_601 },
            Some(14103),
            "the body of message 1 has 1601 characters: it may have 1600",
        ),
        (
            TwimlError::BadUrl { verb, place },
            Some(14105),
            "the statusCallback of message or redirect 1 is not a URL that can be called",
        ),
        (
            TwimlError::BadUrl {
                verb,
                place: TwimlField::Media(3),
            },
            None,
            "the media 3 of message or redirect 1 is not a URL that can be called",
        ),
        (
            TwimlError::Unreachable { verb },
            None,
            "message or redirect 1 is never reached: it follows a redirect, or a message with an action",
        ),
        (
            TwimlError::TooLarge { octets: 64_001 },
            Some(11750),
            "the reply has 64001 octets: it may have 64000",
        ),
    ] {
        assert_eq!(
            (error.code(), error.to_string().as_str()),
            (code.map(ErrorCode::new), sentence)
        );
        assert!(error.code().is_none_or(ErrorCode::is_known));
    }
}

proptest! {
    #[test]
    fn any_text_is_read_back(body in "\\PC{1,40}|[\t\n\r<>&\"']{1,20}", to in any::<String>(), replacement in any::<char>()) {
        replies::read_back(&body, &to, replacement).unwrap();
    }

    /// A state survives the URL, the XML and the way back, and leaves the URL's own parameters alone.
    #[test]
    fn any_state_comes_back(
        pairs in prop::collection::btree_map(any::<String>(), any::<String>(), 0..5),
        url in prop::sample::select(vec!["/a", "https://example.com/a?b=c&state2=d#e", "?state=old&x=1", "/a?st%61te=old&x=1", "#f"]),
    ) {
        let state = pairs.iter().fold(State::new(), |state, (name, value)| state.with(name, value));
        let redirect = Redirect::new(url).with_state(&state);
        let xml = Response::new().with_redirect(redirect).to_xml().unwrap();
        let called = parse(&xml).children.remove(0).text;
        prop_assert_eq!(&State::from_url(&called).unwrap(), &state);
        for own in ["b=c", "state2=d", "#e", "x=1"] {
            prop_assert_eq!(called.contains(own), url.contains(own));
        }
        prop_assert!(!called.contains("old"));
        prop_assert_eq!(state.append_to(&called), called);
    }

    #[test]
    fn any_url_has_a_state_or_an_error(url in any::<String>()) {
        replies::state(&url);
    }
}

/// Absolute URLs are fetched over HTTP; relative ones stay as they are.
#[test]
fn urls_of_redirects() {
    let written = |url: &str| Response::new().with_redirect(Redirect::new(url)).to_xml();
    for url in [
        "https://example.com",
        "HTTP://example.com/a:b",
        "/next",
        "next?a=b:c",
        "?step=2",
        "#x",
        "../up",
        "//example.com/a",
        "./a:b",
    ] {
        let xml = written(url).unwrap();
        assert!(xml.contains(&format!(">{url}</Redirect>")), "{xml}");
    }
    for url in [
        "mailto:x",
        "ftp://example.com/",
        "javascript:alert(1)",
        "https:",
        "https://",
        "http:///a",
        "http://:80/",
        "https:example.com",
        "//",
    ] {
        assert!(written(url).is_err(), "{url}");
    }
}
