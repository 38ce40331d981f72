//! Addresses: each shape at its limits, and the country of every range in the data.

use septet::message::{
    Address, AddressErrorKind, Channel, Country, NumberKind, NumberProblem, PhoneNumber,
    SenderKind, Sid, SidKind,
};

use crate::tsv;

fn error(text: &str) -> AddressErrorKind {
    text.parse::<Address>().unwrap_err().kind()
}

/// `+`, 1 to 9, then up to 14 digits: tests/data/rest-params.tsv, row `To`.
#[test]
fn e164_at_its_limits() {
    for good in ["+1", "+123456789012345", "+900000000000000"] {
        assert_eq!(good.parse::<PhoneNumber>().unwrap().to_string(), good);
    }
    assert_eq!(
        error("+1234567890123456"),
        AddressErrorKind::TooManyDigits(16)
    );
    assert_eq!(error("+0123"), AddressErrorKind::LeadingZero);
    assert_eq!(error("+"), AddressErrorKind::NoDigits);
    assert_eq!(error(""), AddressErrorKind::Empty);
    assert_eq!(error("14155552671"), AddressErrorKind::NoPlus);
    assert_eq!(error("+1415555267x"), AddressErrorKind::Character('x'));
    assert_eq!(error("+١٢٣٤٥٦"), AddressErrorKind::Character('١'));
}

#[test]
fn near_misses_come_with_the_number_that_was_meant() {
    let suggestion = |text: &str| {
        let error = text.parse::<Address>().unwrap_err();
        error.suggestion().map(str::to_owned)
    };
    for (text, meant) in [
        ("+1 (415) 555-2671", "+14155552671"),
        ("1-415-555-2671", "+14155552671"),
        ("0044 20 7946 0018", "+442079460018"),
        ("whatsapp:+44 20 7946 0018", "whatsapp:+442079460018"),
        (" +442079460018", "+442079460018"),
    ] {
        assert_eq!(suggestion(text).as_deref(), Some(meant), "{text}");
    }
    for text in [
        "4155552671",
        "020 7946 0018",
        "+1 415 555 26x1",
        "fax:+14155552671",
    ] {
        assert_eq!(suggestion(text), None, "{text}");
    }
}

#[test]
fn short_codes_have_five_or_six_digits() {
    for good in ["12345", "123456", "00001"] {
        let address: Address = good.parse().unwrap();
        assert_eq!(address.short_code().unwrap().to_string(), good);
        assert_eq!(address.sender_kind(), Some(SenderKind::ShortCode));
    }
    assert_eq!(error("1234"), AddressErrorKind::NoPlus);
    assert_eq!(error("1234567"), AddressErrorKind::NoPlus);
}

/// 1 to 11 characters, letters, digits, spaces; not digits only.
#[test]
fn sender_names_at_their_limits() {
    for good in ["A", "Septet Ltd1", "24x7", "a b"] {
        let address: Address = good.parse().unwrap();
        assert!(address.alphanumeric().unwrap().is_portable(), "{good}");
        assert_eq!(address.sender_kind(), Some(SenderKind::Alphanumeric));
    }
    for disputed in ["A-B", "A+B", "A_B", "A&B"] {
        let address: Address = disputed.parse().unwrap();
        assert!(!address.alphanumeric().unwrap().is_portable(), "{disputed}");
    }
    assert_eq!(error("Septet Ltd12"), AddressErrorKind::TooLong(12));
    assert_eq!(error("Café"), AddressErrorKind::Character('é'));
    assert_eq!(error("A.B"), AddressErrorKind::Character('.'));
    assert_eq!(error("- -"), AddressErrorKind::NoLetter);
    assert_eq!(
        "12345678901"
            .parse::<septet::message::Alphanumeric>()
            .unwrap_err()
            .kind(),
        AddressErrorKind::NoLetter
    );
}

#[test]
fn channels_show_by_their_prefix() {
    for (text, channel) in [
        ("+14155552671", Channel::Sms),
        ("whatsapp:+14155552671", Channel::WhatsApp),
        ("messenger:1234567890", Channel::Messenger),
        ("rcs:septet_agent", Channel::Rcs),
        ("rcs:+14155552671", Channel::Rcs),
    ] {
        let address: Address = text.parse().unwrap();
        assert_eq!(
            (address.channel(), address.to_string().as_str()),
            (channel, text)
        );
    }
    assert_eq!(
        error("telegram:+14155552671"),
        AddressErrorKind::UnknownChannel
    );
    assert_eq!(
        error("WhatsApp:+14155552671"),
        AddressErrorKind::UnknownChannel
    );
    assert_eq!(error("whatsapp:14155552671"), AddressErrorKind::NoPlus);
    assert_eq!(error("messenger:"), AddressErrorKind::Empty);
    assert_eq!(error("rcs:an agent"), AddressErrorKind::Character(' '));
}

/// tests/data/calling-codes.tsv: every range gives its first country, every shared one too.
#[test]
fn every_calling_code_has_its_country() {
    for row in tsv::read("calling-codes.tsv") {
        let number: PhoneNumber = format!("+{}", row["prefix"]).parse().unwrap();
        let expected = row["countries"]
            .split(' ')
            .next()
            .filter(|code| *code != "-");
        let country = number.country();
        assert_eq!(country.as_ref().map(Country::code), expected, "{number}");
        let geographic = number.kind() != NumberKind::NonGeographic;
        assert_eq!(geographic, expected.is_some(), "{number}");
        // Ranges are shorter than the numbers in them.
        let problem = number.problem();
        assert!(matches!(
            problem,
            None | Some(NumberProblem::NationalLength { .. })
        ));
        assert!(number.calling_code().is_some());
    }
}

/// tests/data/nanp.tsv: every area code, assigned or not.
#[test]
fn every_north_american_area_code_has_its_region() {
    let rows = tsv::read("nanp.tsv");
    for code in 200..=999 {
        let number: PhoneNumber = format!("+1{code}5550123").parse().unwrap();
        let code = code.to_string();
        let row = rows
            .iter()
            .find(|row| row["area_codes"].split(' ').any(|known| known == code));
        let region = row.map(|row| row["region"].as_str());
        let country = number.country();
        let expected = match region {
            Some("toll-free") => (None, NumberKind::TollFree, None),
            Some("premium") => (None, NumberKind::Premium, None),
            Some("non-geographic") => (None, NumberKind::NonGeographic, None),
            Some(country) => (Some(country), NumberKind::Ordinary, None),
            None => (
                None,
                NumberKind::Ordinary,
                Some(NumberProblem::NorthAmericanAreaCode),
            ),
        };
        let found = (
            country.as_ref().map(Country::code),
            number.kind(),
            number.problem(),
        );
        assert_eq!(found, expected, "{number}");
    }
}

#[test]
fn numbers_that_cannot_exist() {
    let problem = |text: &str| text.parse::<PhoneNumber>().unwrap().problem();
    assert_eq!(problem("+14155552671"), None);
    assert_eq!(
        problem("+1415555267"),
        Some(NumberProblem::NorthAmericanLength(9))
    );
    assert_eq!(
        problem("+141555526711"),
        Some(NumberProblem::NorthAmericanLength(11))
    );
    assert_eq!(problem("+14152552671"), None);
    assert_eq!(
        problem("+14151552671"),
        Some(NumberProblem::NorthAmericanAreaCode)
    );
    assert_eq!(
        problem("+2101234567"),
        Some(NumberProblem::UnassignedCallingCode)
    );
    assert_eq!(
        problem("+9991234567"),
        Some(NumberProblem::UnassignedCallingCode)
    );
}

/// tests/data/rest-params.tsv gives the shape: two letters, then 32 of `[0-9a-fA-F]`.
#[test]
fn identifiers_by_their_letters() {
    let sid = |letters: &str, hex: &str| {
        format!("{letters}{hex}")
            .parse::<Sid>()
            .map(|sid| sid.kind())
    };
    let hex = "0123456789abcdefABCDEF0123456789";
    for (letters, kind) in [
        ("SM", SidKind::Message),
        ("MM", SidKind::MediaMessage),
        ("ME", SidKind::Media),
        ("AC", SidKind::Account),
        ("PN", SidKind::PhoneNumber),
        ("MG", SidKind::MessagingService),
        ("HX", SidKind::Content),
        ("AP", SidKind::Application),
        ("AI", SidKind::AlphaSender),
        ("DN", SidKind::Domain),
        ("ZZ", SidKind::Unknown(*b"ZZ")),
    ] {
        assert_eq!(sid(letters, hex), Ok(kind));
    }
    for (letters, hex) in [
        ("MG", &hex[1..]),
        ("MGA", hex),
        ("mg", hex),
        ("MG", &hex.replace('0', "g")),
    ] {
        assert!(sid(letters, hex).is_err(), "{letters}{hex}");
    }
    assert_eq!(
        error(&format!("MG{hex}")),
        AddressErrorKind::Sid(SidKind::MessagingService)
    );
}

#[test]
fn error_sentences() {
    for (text, sentence) in [
        ("", "the address is empty"),
        (
            "sms:+1",
            "`sms:+1` does not name a channel: write whatsapp, messenger or rcs before the colon",
        ),
        (
            "415 555 2671",
            "`415 555 2671` is not an E.164 number: it does not start with `+`",
        ),
        (
            "+0",
            "`+0` is not an E.164 number: country codes do not start with 0",
        ),
        ("+", "`+` is not an E.164 number: no digits follow `+`"),
        (
            "+1234567890123456",
            "`+1234567890123456` is not an E.164 number: it has 16 digits, at most 15 are allowed",
        ),
        ("+44x", "`+44x` is not an address: remove \"x\""),
        (
            "Septet Limited",
            "`Septet Limited` is not a sender name: it has 14 characters, at most 11 are allowed",
        ),
        ("&", "`&` is not a sender name: it needs a letter"),
        (
            "MG0123456789abcdef0123456789abcdef",
            "`MG0123456789abcdef0123456789abcdef` is the identifier of a messaging service, not an address",
        ),
    ] {
        assert_eq!(text.parse::<Address>().unwrap_err().to_string(), sentence);
    }
    assert_eq!(
        "1234"
            .parse::<septet::message::ShortCode>()
            .unwrap_err()
            .to_string(),
        "`1234` is not a short code: it has 4 digits, a short code has 5 or 6"
    );
    assert_eq!(
        "ab".parse::<Sid>().unwrap_err().to_string(),
        "an identifier is two capital letters and 32 hexadecimal digits"
    );
    assert_eq!(
        "D".parse::<septet::message::Country>()
            .unwrap_err()
            .to_string(),
        "a country is two letters of ISO 3166-1, such as `DE`"
    );
}

/// The length of a number, for every calling code.
#[test]
fn numbers_of_a_wrong_length() {
    let problem = |text: &str| {
        let number: PhoneNumber = text.parse().unwrap();
        number.problem().map(|problem| problem.to_string())
    };
    for number in [
        "+4915112345678",
        "+33612345678",
        "+6591234567",
        "+390612345678",
        "+85291234567",
        "+447911123456",
    ] {
        assert_eq!(problem(number), None, "{number}");
    }
    assert_eq!(
        problem("+336123456789").as_deref(),
        Some("it has 10 digits after its calling code, numbers there have 9")
    );
    for number in ["+49151", "+4479111234567", "+659123456"] {
        assert!(problem(number).is_some(), "{number}");
    }
}

/// Business-scoped user IDs: country, full stop, letters and digits.
#[test]
fn whatsapp_user_ids() {
    for id in [
        "US.13491208655302741918",
        "AR.1A2B3C4D5E",
        "US.ENT.11815799212886844830",
    ] {
        let address: Address = format!("whatsapp:{id}").parse().unwrap();
        assert_eq!(
            (address.channel(), address.phone_number()),
            (Channel::WhatsApp, None)
        );
        assert_eq!(address.to_string(), format!("whatsapp:{id}"));
        assert!(id.parse::<Address>().is_err());
    }
    let long = format!("whatsapp:US.{}", "1".repeat(129));
    for text in [
        "whatsapp:us.1",
        "whatsapp:USA.1",
        "whatsapp:US.",
        "whatsapp:US.1-2",
        "whatsapp:13491208655302741918",
        &long,
    ] {
        assert!(text.parse::<Address>().is_err(), "{text}");
    }
}
