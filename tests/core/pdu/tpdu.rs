//! Whole messages: well-known ones, and every field that may end early.

use proptest::collection::vec;
use proptest::prelude::*;
use septet::pdu::{Direction, PduField, Tpdu, TpduError};

use super::decode::hex;

/// Examples that tutorials on PDU mode have shown for twenty years.
#[test]
fn known_messages() {
    let octets =
        hex("07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07");
    let message = Tpdu::parse_with_service_centre(&octets).unwrap();
    assert_eq!(message.direction(), Direction::Deliver);
    assert_eq!(
        message.service_centre().unwrap().to_string(),
        "+31624000000"
    );
    assert_eq!(message.address().to_string(), "+31641600986");
    assert_eq!(
        message.timestamp().unwrap().to_string(),
        "2002-08-26T19:37:41+00:00"
    );
    assert_eq!(
        message.user_data_strict().unwrap().text().unwrap(),
        "How are you?"
    );

    let octets = hex("07917283010010F5040BC87238880900F10000993092516195800AE8329BFD4697D9EC37");
    let message = Tpdu::parse_with_service_centre(&octets).unwrap();
    assert_eq!(
        message.service_centre().unwrap().to_string(),
        "+27381000015"
    );
    assert_eq!(message.address().to_string(), "27838890001");
    assert_eq!(
        message.timestamp().unwrap().to_string(),
        "1999-03-29T15:16:59+02:00"
    );
    assert_eq!(message.user_data().unwrap().text().unwrap(), "hellohello");

    let octets = hex("0011000B916407281553F80000AA0AE8329BFD4697D9EC37");
    let message = Tpdu::parse_with_service_centre(&octets).unwrap();
    assert_eq!(
        (message.direction(), message.reference()),
        (Direction::Submit, Some(0))
    );
    assert_eq!(
        (message.service_centre(), message.timestamp()),
        (None, None)
    );
    assert_eq!(message.address().to_string(), "+46708251358");
    assert_eq!((message.udl(), message.user_data_offset()), (10, 15));
    assert_eq!(message.user_data().unwrap().text().unwrap(), "hellohello");
}

#[test]
fn names_as_senders() {
    // Seven septets in 13 semi-octets: the fourteenth is not a letter `@`.
    let name = septet::pdu::pack(b"Septet1", 0).unwrap();
    let octets = [
        &[0x04, 13, 0xD0],
        &name[..],
        &[0, 0, 0x62, 0x11, 0x32, 0x61, 0x63, 0x85, 0, 0],
    ];
    let octets = octets.concat();
    let message = Tpdu::parse(&octets).unwrap();
    assert_eq!(
        (
            message.address().value(),
            message.address().is_alphanumeric()
        ),
        ("Septet1", true)
    );
}

#[test]
fn digits_that_are_none() {
    // The last semi-octet fills the octet.
    let octets = hex("01050681A1CBFE000000");
    assert_eq!(Tpdu::parse(&octets).unwrap().address().value(), "1*#ac");
}

#[test]
fn times_that_are_none() {
    let with = |time: &str| {
        let octets = hex(&format!("040281210000{time}00"));
        Tpdu::parse(&octets)
            .unwrap()
            .timestamp()
            .map(|time| time.to_string())
    };
    assert_eq!(
        with("62113261638540").as_deref(),
        Some("2026-11-23T16:36:58+01:00")
    );
    assert_eq!(
        with("6211326163854A").as_deref(),
        Some("2026-11-23T16:36:58-06:00")
    );
    assert!(with("98113261638540").unwrap().starts_with("2089-11"));
    assert!(with("09113261638540").unwrap().starts_with("1990-11"));
    assert_eq!(with("00000000000000"), None);
    assert_eq!(with("FFFFFFFFFFFFFF"), None);
    assert_eq!(with("62313261638540"), None);
}

/// Cut anywhere before its user data, a message names the field that is missing.
#[test]
fn every_field_may_end_early() {
    let octets = hex("07917283010010F5040BC87238880900F10000993092516195800AE8329BFD4697D9EC37");
    let missing = |length: usize| Tpdu::parse_with_service_centre(&octets[..length]).unwrap_err();
    let fields: Vec<String> = (0..27)
        .map(|length| missing(length).field().to_string())
        .collect();
    let expected = [
        vec!["service centre address"; 8],
        vec!["TP-MTI"],
        vec!["TP-OA"; 8],
        vec!["TP-PID", "TP-DCS"],
        vec!["TP-SCTS"; 7],
        vec!["TP-UDL"],
    ];
    assert_eq!(fields, expected.concat());
    assert_eq!(
        missing(12).to_string(),
        "TP-OA at octet 9 takes 8 octets, 3 are left"
    );
    let submit = hex("1100028121000001020304");
    let error = Tpdu::parse(&submit[..8]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "TP-UDL at octet 8 takes 1 octets, 0 are left"
    );
    // Enhanced and absolute periods take seven octets.
    for first in [0x09, 0x19] {
        let error = Tpdu::parse(&[&[first], &submit[1..]].concat()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "TP-VP at octet 7 takes 7 octets, 4 are left"
        );
    }
}

#[test]
fn other_faults() {
    let error = Tpdu::parse(&[0x04, 21, 0x91]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "TP-OA at octet 1 has a length of 21 digits, at most 20 are possible"
    );
    let error = Tpdu::parse_with_service_centre(&[0, 2]).unwrap_err();
    assert_eq!(error, TpduError::MessageType { offset: 1, mti: 2 });
    assert_eq!(error.field(), PduField::MessageType);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_octets(octets in vec(any::<u8>(), 0..200)) {
        crate::promises::octets::tpdu(&octets);
    }
}
