//! Nothing panics, whatever is put in; and what two independent readers say agrees.

use proptest::prelude::*;
use septet::media::MediaType;
use septet::message::{OutboundMessage, PhoneNumber, Sid, WhatsAppTemplate};

use crate::promises::sending::{self, Parameters};

proptest! {
    #[test]
    fn addresses_never_panic(text in "\\PC{0,20}|[+0-9 ():.-]{0,20}|(whatsapp|rcs|messenger|x):[+0-9a-z]{0,20}") {
        sending::address(&text);
    }

    #[test]
    fn numbers_are_read_and_written_alike(digits in "[1-9][0-9]{0,14}") {
        let number: PhoneNumber = format!("+{digits}").parse().unwrap();
        prop_assert_eq!(number.digits(), &digits);
        prop_assert!(number.country().is_none() || number.calling_code().is_some());
        prop_assert!(number.calling_code().is_none_or(|code| digits.starts_with(code)));
        let _ = number.kind();
        let _ = number.problem();
    }

    #[test]
    fn identifiers_are_read_and_written_alike(text in "[A-Z]{2}[0-9a-fA-F]{31,33}") {
        prop_assert_eq!(text.parse::<Sid>().is_ok(), text.len() == 34);
    }

    #[test]
    fn media_types_never_panic(text in "\\PC{0,40}|[a-z/;=\"\\\\ .-]{0,40}") {
        sending::media_type(&text);
    }

    #[test]
    fn first_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), start in 0usize..6) {
        let starts: [&[u8]; 6] = [b"", b"RIFF", b"PK\x03\x04", b"\0\0\0\x18ftyp", b"BEGIN:VCARD", b"\xFF\xD8\xFF"];
        let _ = MediaType::sniff(&[starts[start], &bytes].concat());
    }

    #[test]
    fn messages_never_panic(
        to in "\\PC{0,15}|\\+1[0-9]{10}|whatsapp:\\+1[0-9]{10}",
        body in "(\\PC|https?://[a-z./]{0,9}|[“”€\\r\\n ]){0,30}",
        url in "\\PC{0,20}|https?://[a-z0-9.:@\\[\\]_/?#-]{0,20}",
        json in "\\PC{0,20}|[{}\\[\\]\":,a0-9 \\\\]{0,20}",
        time in "\\PC{0,25}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9:]{0,5})",
        action in "geo:[0-9.,+-]{0,12}",
        now in any::<u64>(),
        number in any::<i64>(),
    ) {
        sending::outbound(&Parameters { to: &to, body: &body, url: &url, json: &json, time: &time, action: &action, now, number });
    }

    /// serde_json reads the same texts as variables.
    #[test]
    fn variables_are_read_as_serde_json_reads_them(json in "\\{(\"[a-z\\\\u0-9]{0,4}\":(\"[^\"\\\\]{1,4}\"|null|[0-9]|\\{\\}),?){0,3}\\}|[\\[\\]{}\":,0-9a-z. ]{0,12}") {
        let message = OutboundMessage::new("+14155552671")
            .with_from("+14155550199")
            .with_template("HX0123456789abcdef0123456789abcdef")
            .with_variables(json.clone());
        let expected = serde_json::from_str::<std::collections::BTreeMap<String, String>>(&json)
            .is_ok_and(|values| values.values().all(|value| !value.is_empty()));
        prop_assert_eq!(message.validate(0).is_acceptable(), expected || json.is_empty());
    }

    #[test]
    fn variables_are_written_as_json(name in "\\PC{1,8}|[\\x00-\\x7F]{1,8}", value in "\\PC{1,8}|[\\x00-\\x7F]{1,8}") {
        let message = OutboundMessage::new("+1").with_variable(&name, &value).with_variable("z z", "a");
        let parameters = message.parameters();
        let json: std::collections::BTreeMap<String, String> = serde_json::from_str(&parameters[1].1).unwrap();
        prop_assert_eq!(json.get(&name), Some(&value));
        prop_assert_eq!(json.get("z z").map(String::as_str), Some("a"));
    }

    #[test]
    fn templates_are_filled_with_nothing_lost(text in "([a-z ]|\\{\\{[a-z]\\}\\}|\\{|\\}){0,30}") {
        let template = WhatsAppTemplate::new(&text);
        prop_assert_eq!(template.fill(&[]), text.as_str());
        let _ = template.problems();
    }

    /// Times go through the text and back.
    #[test]
    fn times_are_written_as_they_are_read(seconds in 0u64..253_402_300_800) {
        let message = OutboundMessage::new("+1").scheduled_at(seconds);
        let text = message.parameters()[2].1.clone().into_owned();
        prop_assert_eq!(septet::message::MessageValidator::at_text(&text), Some(septet::message::MessageValidator::at(seconds)));
    }
}
