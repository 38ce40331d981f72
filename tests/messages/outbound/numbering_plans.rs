//! The tables of countries against the data of libphonenumber, and the rules that need that data.

use septet::message::{
    Country, Line, MessageValidator, OutboundMessage, PhoneNumber, Rule, Severity,
};

/// Every North American area code belongs to the country that libphonenumber gives it.
#[test]
fn area_codes_agree_with_libphonenumber() {
    let mut compared = 0;
    for code in 200..1000 {
        let text = format!("+1{code}2345678");
        let number: PhoneNumber = text.parse().unwrap();
        let other = phonenumber::parse(None, &text).unwrap();
        let region = other.country().id().map(|id| id.as_ref().to_owned());
        if number.country().is_some() && phonenumber::is_valid(&other) {
            let country = number.country();
            assert_eq!(
                region.as_deref(),
                country.as_ref().map(Country::code),
                "{text}"
            );
            compared += 1;
        }
    }
    assert!(compared > 400, "{compared}");
}

#[test]
fn recipients_by_the_numbering_plan() {
    let check = MessageValidator::at(1_800_000_000).with_numbering_plans();
    let found = |to: &str, from: &str| {
        let report = check.validate(&OutboundMessage::new(to).with_from(from).with_body("Hi"));
        let first = report.violations().first();
        first.map(|v| {
            (
                v.rule(),
                v.severity(),
                v.error_code(),
                v.sentence().to_owned(),
            )
        })
    };
    assert_eq!(found("+4915112345678", "+4915112345679"), None);
    assert_eq!(
        found("+4930901820", "+4915112345679"),
        Some((
            Rule::ToLandline,
            Severity::Error,
            Some(21614),
            "+4930901820 is a landline".into()
        ))
    );
    // The provider attempts landlines in the United Kingdom.
    assert_eq!(
        found("+442079460018", "+447400123456").map(|found| (found.0, found.1)),
        Some((Rule::ToLandline, Severity::Warning))
    );
    assert_eq!(
        found("+49151123", "+4915112345679"),
        Some((
            Rule::ToInvalid,
            Severity::Error,
            Some(21211),
            "+49151123 is not in the numbering plan of its country".into()
        ))
    );
    assert_eq!(
        "+18005550199".parse::<PhoneNumber>().unwrap().line(),
        Some(Line::Other)
    );
}
