//! Messages that an SMPP link delivers, and the receipts of service centres.

use septet::pdu::{CharacterSet, DeliveryOutcome, Receipt, SmppMessage};

fn text(data_coding: u8, esm_class: u8, octets: &[u8]) -> Option<String> {
    SmppMessage::decode(data_coding, esm_class, octets)
        .unwrap()
        .text()
}

#[test]
fn codings() {
    assert_eq!(text(0x00, 0, b"Hello \x1B\x65").as_deref(), Some("Hello €"));
    assert_eq!(text(0x01, 0, b"[hello]").as_deref(), Some("[hello]"));
    assert_eq!(text(0x03, 0, b"caf\xE9").as_deref(), Some("café"));
    assert_eq!(text(0x08, 0, &[0x4E, 0x2D]).as_deref(), Some("中"));
    assert_eq!(
        text(0x08, 0x40, &[5, 0, 3, 1, 2, 1, 0x4E, 0x2D]).as_deref(),
        Some("中")
    );
    let data = SmppMessage::decode(0x04, 0, &[0xCA, 0xFE]).unwrap();
    assert_eq!((data.text(), data.data()), (None, Some(&[0xCA, 0xFE][..])));
    assert_eq!(data.character_set(), CharacterSet::EightBit);
}

/// `message_payload` holds up to 65,535 octets.
#[test]
fn payloads() {
    let long = SmppMessage::decode(0x00, 0, &vec![0x61; 65_535]).unwrap();
    assert_eq!(
        (long.text().unwrap().len(), long.user_data()),
        (65_535, None)
    );
    let short = SmppMessage::decode(0x00, 0, &[0x61; 160]).unwrap();
    assert_eq!(short.user_data().unwrap().udl(), 160);
}

/// The forms of service centres: the appendix of SMPP 3.4, and those that vary it.
#[test]
fn receipts() {
    let rows = [
        (
            "id:4711 sub:001 dlvrd:001 submit date:2611231636 done date:2611231637 stat:DELIVRD err:000 text:Hello",
            "4711|2611231637|DELIVRD|000|Hello",
        ),
        ("id:0c1d-42 stat:UNDELIV err:1B", "0c1d-42|-|UNDELIV|1B|-"),
        (
            "ID:7 SUB:001 DLVRD:001 SUBMIT DATE:20261123163658 DONE DATE:20261123163700 STAT:DELIVRD ERR:0 TEXT:",
            "7|20261123163700|DELIVRD|0|",
        ),
        ("stat:EXPIRED,err:027,id:9", "9|-|EXPIRED|027|-"),
        (
            "id: 5 submit_date: 2611231636 done_date: 2611231637 stat: ENROUTE err: 0 Text: id:6 stat:X",
            "5|2611231637|ENROUTE|0| id:6 stat:X",
        ),
        ("id:1 id:2 stat:DELIVRD", "1|-|DELIVRD|-|-"),
        (
            "id:1 network code:310410 stat:DELIVRD err:000 mccmnc:310410 text:x",
            "1|-|DELIVRD|000|x",
        ),
        (
            "id:1 done date:2026-11-23 16:37:00 +0100 smsc:7 stat:DELIVRD",
            "1|2026-11-23 16:37:00 +0100|DELIVRD|-|-",
        ),
        ("id:\"1\";sub:001;stat:'UNDELIV';", "1|-|UNDELIV|-|-"),
        (
            "id:ab:cd\nstat:EXPIRED\nerr:069\ntext:",
            "ab:cd|-|EXPIRED|069|",
        ),
        ("mid:3 valid:4", "-|-|-|-|-"),
        ("", "-|-|-|-|-"),
    ];
    for (given, expected) in rows {
        let read = Receipt::parse(given);
        let fields = [
            read.id(),
            read.done_date(),
            read.stat(),
            read.err(),
            read.text(),
        ];
        assert_eq!(
            fields.map(|field| field.unwrap_or("-")).join("|"),
            expected,
            "{given}"
        );
    }
    let outcome = |stat: &str| Receipt::parse(&format!("id:1 stat:{stat}")).outcome();
    assert_eq!(outcome("DELIVRD"), Some(DeliveryOutcome::Completed));
    assert_eq!(outcome("REJECTD"), Some(DeliveryOutcome::Failed));
    assert_eq!(outcome("ACCEPTD"), Some(DeliveryOutcome::Pending));
    assert_eq!(outcome("UNKNOWN"), None);
}

/// Anybody can send a text that looks like a receipt; `esm_class` says whether it is one.
#[test]
fn texts_that_look_like_receipts() {
    let forged = SmppMessage::decode(0, 0x00, b"id:1 stat:DELIVRD").unwrap();
    assert_eq!(forged.receipt(), None);
    for esm_class in [0x04, 0x07, 0x20] {
        let receipt = SmppMessage::decode(0, esm_class, b"id:1 stat:DELIVRD")
            .unwrap()
            .receipt();
        assert_eq!(receipt.unwrap().id(), Some("1"));
    }
    let octets = SmppMessage::decode(4, 0x04, b"id:1 stat:DELIVRD")
        .unwrap()
        .receipt();
    assert_eq!(octets.unwrap().stat(), Some("DELIVRD"));
}

/// Receipts are ASCII, whatever `data_coding` says; of their texts it says what they are.
#[test]
fn receipts_in_every_coding() {
    let read = |data_coding, octets: &[u8]| {
        let message = SmppMessage::decode(data_coding, 0x04, octets).unwrap();
        let receipt = message.receipt().unwrap();
        let fields = [
            receipt.id(),
            receipt.done_date(),
            receipt.stat(),
            receipt.text(),
        ];
        fields
            .map(|field| field.unwrap_or("-").to_owned())
            .join("|")
    };
    let ascii = b"id:a_b@c done_date:2611231637 stat:DELIVRD text:_";
    for (data_coding, text) in [
        (0x00, "§"),
        (0xF0, "§"),
        (0x01, "_"),
        (0x03, "_"),
        (0x04, "_"),
    ] {
        let expected = format!("a_b@c|2611231637|DELIVRD|{text}");
        assert_eq!(read(data_coding, ascii), expected, "{data_coding}");
    }
    // That of the message, left as it was.
    assert_eq!(read(0x08, ascii), "a_b@c|2611231637|DELIVRD|_");
    let ucs2: Vec<u8> = "id:7 stat:UNDELIV text:中"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    assert_eq!(read(0x08, &ucs2), "7|-|UNDELIV|中");
    // An octet that GSM-7 does not have costs the text at most.
    assert_eq!(
        read(0x00, b"id:7 stat:UNDELIV text:caf\xE9"),
        "7|-|UNDELIV|café"
    );
    assert_eq!(
        read(0x00, "id:7 stat:UNDELIV text:café".as_bytes()),
        "7|-|UNDELIV|café"
    );
    let message = SmppMessage::decode(0x00, 0x04, b"id:7 text:\xE9").unwrap();
    assert_eq!(
        (message.text(), message.data()),
        (None, Some(&b"id:7 text:\xE9"[..]))
    );
    assert!(SmppMessage::decode(0x00, 0x00, b"\xE9").is_err());
}
