//! Status reports, other PDUs, and which reading of octets is taken.

use septet::pdu::{DeliveryOutcome, DeliveryStatus, Pdu, StatusReport, TpduError};

use super::decode::hex;

fn report(digits: &str) -> StatusReport {
    match Pdu::detect(&hex(digits)) {
        Ok(Pdu::StatusReport(report)) => report,
        other => panic!("{digits}: {other:?}"),
    }
}

fn refusal(digits: &str) -> String {
    Pdu::detect(&hex(digits)).unwrap_err().to_string()
}

/// Reports from the test suites of python-messaging, gammu and python-gsmmodem, read by hand.
#[test]
fn known_reports() {
    let read = report("00060505810531F1010150610000400101506100004000");
    assert_eq!(read.service_centre(), None);
    assert_eq!(
        (read.reference(), read.recipient().to_string()),
        (5, "50131".into())
    );
    assert_eq!(
        read.timestamp().unwrap().to_string(),
        "2010-10-05T16:00:00+01:00"
    );

    let read = report("079124603050020006E80C91666666666666909070618422809090706184628000");
    assert_eq!(read.service_centre().unwrap().to_string(), "+420603052000");
    assert_eq!(
        (read.reference(), read.recipient().to_string()),
        (0xE8, "+666666666666".into())
    );
    assert_eq!(
        read.discharge_time().unwrap().to_string(),
        "2009-09-07T16:48:26+02:00"
    );
    assert_eq!(read.status().outcome(), DeliveryOutcome::Completed);
    assert_eq!(read.check(), Ok(()));

    // Without a service centre, and with TP-PID and TP-DCS.
    let read = report("06050C9166666666666690907061842280909070618462804603000004");
    assert_eq!(read.status().meaning(), "the validity period expired");
    let surplus = TpduError::Surplus {
        offset: 28,
        octets: 1,
    };
    assert_eq!(
        (read.protocol_identifier(), read.check()),
        (Some(0), Err(surplus))
    );
}

/// The ranges of TS 23.040 clause 9.2.3.15.
#[test]
fn every_status() {
    let names = (0..=u8::MAX).map(|octet| DeliveryStatus::new(octet).outcome().name());
    let mut counts = std::collections::BTreeMap::new();
    for name in names {
        *counts.entry(name).or_insert(0) += 1;
    }
    let expected = [
        ("completed", 32),
        ("failed", 32),
        ("gave-up", 32),
        ("pending", 32),
        ("reserved", 128),
    ];
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), expected);
    for (octet, meaning) in [
        (
            0x01,
            "forwarded, but the service centre cannot confirm that it arrived",
        ),
        (0x03, "reserved"),
        (0x10, "a value of the service centre's own"),
        (0x25, "error in the recipient's device"),
        (0x49, "the service centre does not know the message"),
        (0x5F, "a value of the service centre's own"),
        (0x65, "error in the recipient's device"),
        (0x80, "reserved"),
    ] {
        assert_eq!(
            DeliveryStatus::new(octet).meaning(),
            meaning,
            "{octet:#04X}"
        );
    }
}

#[test]
fn optional_fields_that_do_not_add_up() {
    let begin = "06050C91666666666666909070618422809090706184628000";
    // TP-PI announces TP-PID and TP-DCS, one octet is there.
    let read = report(&format!("{begin}0300"));
    assert_eq!(
        read.check().unwrap_err().to_string(),
        "TP-DCS at octet 27 takes 1 octets, 0 are left"
    );
    let read = report(&format!("{begin}0403E832"));
    assert_eq!(read.user_data().unwrap().text().as_deref(), Some("he"));
    assert_eq!(
        read.check().unwrap_err().to_string(),
        "TP-UD: TP-UDL counts 3 septets, which take 3 octets, but there are 2"
    );
}

/// SMS-COMMAND, the reports of RP-ERROR, the relay layer and SMPP say what they are.
#[test]
fn other_pdus() {
    let refused = "which carries no text to read";
    let rows = [
        (
            "0002070002090281210".to_owned() + "0",
            "an SMS-COMMAND (TP-MR 7: delete the message)",
        ),
        (
            "02070000090281210100".to_owned() + "",
            "an SMS-COMMAND (TP-MR 7: enquiry)",
        ),
        (
            "00D300".to_owned(),
            "an SMS-DELIVER-REPORT of an RP-ERROR (TP-FCS 0xD3)",
        ),
        (
            "01C50099309251619580".to_owned(),
            "an SMS-SUBMIT-REPORT of an RP-ERROR (TP-FCS 0xC5)",
        ),
        ("04210129".to_owned(), "an RP-ERROR (RP-Cause 41)"),
        (
            "0000001000000015000000000000001".to_owned() + "1",
            "an SMPP PDU (enquire_link)",
        ),
        (
            "00000011800000040000000000000001".to_owned() + "00",
            "an SMPP PDU (submit_sm_resp)",
        ),
    ];
    for (digits, what) in rows {
        assert_eq!(
            refusal(&digits),
            format!("this is {what}, {refused}"),
            "{digits}"
        );
    }
}

/// PDUs that carry a text which is read in another way say so.
#[test]
fn texts_in_other_pdus() {
    let smpp = "not a TPDU: its short_message is read with its data_coding and esm_class";
    for (command, name) in [(4, "submit_sm"), (5, "deliver_sm"), (0x21, "submit_multi")] {
        let digits = format!("0000002F{command:08X}000000000000000100010131");
        assert_eq!(
            refusal(&digits),
            format!("this is an SMPP PDU ({name}), {smpp}")
        );
    }
}

/// TP-MTI 3 is a delivered message only if every field of it is well formed.
#[test]
fn reserved_type() {
    let delivered = "07917283010010F5040B917238880900F10000993092516195800AE8329BFD4697D9EC37";
    let reserved = delivered.replacen("F504", "F507", 1);
    assert!(matches!(Pdu::detect(&hex(&reserved)), Ok(Pdu::Message(_))));
    for damaged in [
        reserved.replace("99309251", "99999251"),
        reserved.clone() + "00",
    ] {
        let sentence = refusal(&damaged);
        assert!(
            sentence.starts_with("TP-MTI at octet 8 is 3, which is reserved"),
            "{sentence}"
        );
    }
    assert!(refusal("0043010C910661345542F60008A0050003000301306F3044").contains("reserved"));
}

/// The length that a modem announces says whether a service centre comes first.
#[test]
fn announced_lengths() {
    // As SMS-SUBMIT to an empty number or with a service centre of one octet, both of which can be read.
    let octets = hex("01810109028121000001");
    let bare = Pdu::detect_announced(&octets, octets.len());
    let after = Pdu::detect_announced(&octets, octets.len() - 2);
    assert_eq!(bare, Pdu::parse(&octets));
    assert_eq!(after, Pdu::parse_with_service_centre(&octets));
    assert_ne!(bare, after);
    let error = Pdu::check_announced(&octets, 7).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the modem announced 7 octets, but 8 came"
    );
    assert_eq!(Pdu::detect_announced(&octets, 7), Pdu::detect(&octets));
}
