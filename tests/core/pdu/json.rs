//! The keys and values that JavaScript and `--json` see.
#![cfg(feature = "serde")]

use septet::pdu::{Dcs, Reassembler, Tpdu, Udhi, UserData, UserDataHeader};
use septet::{NationalLanguage, Segmenter};
use serde_json::json;

#[test]
fn data_coding_scheme() {
    assert_eq!(
        json!(Dcs::new(0x18)),
        json!({
            "octet": 24, "group": "general", "characterSet": "UCS-2", "messageClass": 0,
            "compressed": false, "automaticDeletion": false, "messageWaiting": null,
        })
    );
    assert_eq!(
        json!(Dcs::new(0xC9))["messageWaiting"],
        json!({ "kind": "fax", "active": true, "discardable": true })
    );
    let groups = [0x00, 0x40, 0x80, 0xC0, 0xD0, 0xE0, 0xF0]
        .map(|octet| json!(Dcs::new(octet))["group"].clone());
    assert_eq!(
        groups,
        [
            "general",
            "automatic-deletion",
            "reserved",
            "waiting-discard",
            "waiting-store",
            "waiting-store-ucs2",
            "data-class",
        ]
    );
}

#[test]
fn user_data() {
    let turkish = Segmenter::new().with_languages([NationalLanguage::Turkish]);
    let parts = turkish.user_data(&"ş".repeat(150 + 1 + 4), 7).unwrap();
    assert_eq!(parts.len(), 1);
    let parts = turkish.user_data(&"ş".repeat(156), 7).unwrap();
    assert_eq!(
        json!(parts[1]),
        json!({
            "dcs": 0, "udhi": true, "udl": 18,
            "udh": [8, 0, 3, 7, 2, 2, 37, 1, 1],
            "octets": parts[1].octets(),
            "characterSet": "GSM-7", "lockingShift": "turkish", "singleShift": null,
            "concatenation": { "reference": 7, "referenceBits": 8, "total": 2, "sequence": 2 },
            "elements": [
                { "identifier": 0, "name": "concatenation, 8-bit reference", "offset": 1, "data": [7, 2, 2] },
                { "identifier": 37, "name": "national language locking shift", "offset": 6, "data": [1] },
            ],
            "text": "şşşşşşş", "codeUnits": null, "data": null,
            "smpp": {
                "dataCoding": 0, "esmClass": 64,
                "shortMessage": parts[1].smpp().short_message(),
                "destAddrSubunit": null,
                "sar": {
                    "esmClass": 64, "shortMessage": [3, 37, 1, 1, 29, 29, 29, 29, 29, 29, 29],
                    "msgRefNum": 7, "totalSegments": 2, "segmentSeqnum": 2,
                },
            },
        })
    );
}

#[test]
fn lone_surrogates_are_in_the_code_units() {
    let read = UserData::decode(Dcs::UCS2, Udhi::Absent, 2, &[0xD8, 0x3D]).unwrap();
    let read = json!(read);
    assert_eq!(
        (&read["text"], &read["codeUnits"]),
        (&json!("\u{FFFD}"), &json!([0xD83D]))
    );
    assert_eq!(
        (&read["udh"], &read["smpp"]["sar"]),
        (&json!(null), &json!(null))
    );
}

#[test]
fn reassembly() {
    let parts = Segmenter::new().user_data(&"a".repeat(161), 7).unwrap();
    let mut reassembler = Reassembler::new();
    let waiting = json!(reassembler.insert("+15550100", parts[0].clone(), 0));
    assert_eq!(
        waiting,
        json!({ "status": "waiting", "message": null, "missing": [2], "abandoned": [] })
    );
    assert_eq!(
        json!(reassembler.insert("+15550100", parts[0].clone(), 0))["status"],
        "duplicate"
    );
    let complete = json!(reassembler.insert("+15550100", parts[1].clone(), 0));
    assert_eq!(
        (&complete["status"], &complete["missing"]),
        (&json!("complete"), &json!([]))
    );
    let message = &complete["message"];
    assert_eq!(
        (&message["total"], &message["missing"], &message["data"]),
        (&json!(2), &json!([]), &json!(null))
    );
    assert_eq!(
        (&message["text"], &message["parts"][1]["udl"]),
        (&json!("a".repeat(161)), &json!(15))
    );

    reassembler.insert(
        "+15550100",
        Segmenter::new()
            .user_data(&"b".repeat(161), 8)
            .unwrap()
            .remove(0),
        0,
    );
    let expired = json!(reassembler.expire_before(1));
    assert_eq!(
        (&expired[0]["sender"], &expired[0]["reason"]),
        (&json!("+15550100"), &json!("expired"))
    );
    assert_eq!(expired[0]["message"]["missing"], json!([2]));
}

#[test]
fn elements() {
    let header = UserDataHeader::parse(&[0x02, 0xA0, 0x00]).unwrap();
    let elements: Vec<_> = header.elements().collect();
    assert_eq!(
        json!(elements),
        json!([{ "identifier": 160, "name": null, "offset": 1, "data": [] }])
    );
}

#[test]
fn messages() {
    let octets = [
        0x44, 2, 0x81, 0x21, 0, 8, 0x62, 0x11, 0x32, 0x61, 0x63, 0x85, 0x40, 1, 0,
    ];
    assert_eq!(
        json!(Tpdu::parse(&octets).unwrap()),
        json!({
            "type": "SMS-DELIVER", "direction": "deliver", "serviceCentre": null, "address": "12",
            "addressType": { "octet": 0x81, "typeOfNumber": "unknown type of number", "numberingPlan": "E.164" },
            "reference": null, "protocolIdentifier": 0, "protocol": "plain short message",
            "timestamp": "2026-11-23T16:36:58+01:00", "validityPeriod": null, "moreMessages": false,
            "rejectsDuplicates": null, "wantsStatusReport": false, "replyPath": false,
            "dcs": 8, "udhi": true, "udl": 1,
        })
    );
}
