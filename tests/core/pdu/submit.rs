//! SMS-SUBMIT for `AT+CMGS`.

use core::time::Duration;
use septet::Segmenter;
use septet::pdu::{Pdu, Submit, SubmitError, Tpdu, ValidityPeriod};

use super::decode::hex;

/// An example that tutorials on PDU mode have shown for twenty years, and its length of 23.
#[test]
fn known_message() {
    let part = Segmenter::new()
        .user_data("hellohello", 0)
        .unwrap()
        .remove(0);
    let four_days = ValidityPeriod::Relative(0xAA);
    let pdu = Submit::to("+46708251358")
        .unwrap()
        .with_validity_period(four_days)
        .unwrap()
        .pdu(&part);
    assert_eq!(
        pdu.to_string(),
        "0011000B916407281553F800".to_owned() + "00AA0AE8329BFD4697D9EC37"
    );
    assert_eq!(pdu.length(), 23);
}

#[test]
fn numbers() {
    let part = Segmenter::new().user_data("A", 0).unwrap().remove(0);
    let written = |number: &str| Submit::to(number).map(|submit| submit.pdu(&part).to_string());
    assert_eq!(
        written("*#1").unwrap(),
        "000100038".to_owned() + "1BAF100000141"
    );
    for number in ["", "+", "+49 170", "Septet", "123456789012345678901"] {
        assert_eq!(
            written(number),
            Err(SubmitError::Number { what: "recipient" }),
            "{number}"
        );
    }
    let error = Submit::to("1")
        .unwrap()
        .with_service_centre("x")
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "the service centre must be 1 to 20 digits, with a + before an international number"
    );
}

/// The table of TS 23.040 clause 9.2.3.12.1, and the other formats.
#[test]
fn validity_periods() {
    let rows = [
        (0, "5 minutes"),
        (11, "1 hour"),
        (143, "12 hours"),
        (144, "12 hours 30 minutes"),
        (167, "1 day"),
        (168, "2 days"),
        (196, "4 weeks 2 days"),
        (197, "5 weeks"),
        (255, "63 weeks"),
    ];
    for (octet, words) in rows {
        let period = ValidityPeriod::Relative(octet);
        assert_eq!(period.to_string(), words, "{octet}");
        assert_eq!(ValidityPeriod::at_least(period.duration().unwrap()), period);
    }
    assert_eq!(
        ValidityPeriod::at_least(Duration::MAX),
        ValidityPeriod::Relative(255)
    );
    let enhanced = |octets: &str| {
        let octets: [u8; 7] = hex(octets).try_into().unwrap();
        ValidityPeriod::Enhanced(octets).to_string()
    };
    assert_eq!(enhanced("01A70000000000"), "1 day");
    assert_eq!(enhanced("02000000000000"), "0 seconds");
    assert_eq!(enhanced("03100302000000"), "1 hour 30 minutes 20 seconds");
    assert_eq!(enhanced("03A00302000000"), "no period");
    assert_eq!(enhanced("00000000000000"), "no period");
}

/// An absolute time that was read is written again.
#[test]
fn absolute_periods() {
    let submit = hex("190004812143000062113261638540");
    let submit = [&submit[..], &[1, 0x41]].concat();
    let read = Tpdu::parse(&submit).unwrap();
    let period = read.validity_period().unwrap();
    assert_eq!(period.to_string(), "until 2026-11-23T16:36:58+01:00");
    let part = read.user_data().unwrap();
    let again = Submit::to("1234")
        .unwrap()
        .with_validity_period(period)
        .unwrap()
        .pdu(&part);
    assert_eq!(again.octets()[1..], submit);
    assert!(matches!(Pdu::detect(again.octets()), Ok(Pdu::Message(_))));
    let none = ValidityPeriod::Absolute(None);
    assert_eq!(
        Submit::to("1").unwrap().with_validity_period(none),
        Err(SubmitError::ValidityPeriod)
    );
}
