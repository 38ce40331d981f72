//! PDUs that arrive damaged, or with fields that are not what the standard has: they stay what they are.

use septet::pdu::{Pdu, pack};

const CENTRES: [&[u8]; 4] = [
    &[],
    &[0],
    &[7, 0x91, 0x94, 0x71, 0x01, 0x67, 0x00, 0xF0],
    &[6, 0x91, 0x94, 0x71, 0x01, 0x67, 0x00],
];
const TIME: [u8; 7] = [0x62, 0x11, 0x32, 0x61, 0x63, 0x85, 0x40];
const NO_TIMES: [[u8; 7]; 2] = [[0; 7], [0xFF; 7]];

/// Numbers of every length from 3 to 15 digits: length, type, digits.
fn addresses() -> impl Iterator<Item = (Vec<u8>, String)> {
    (3..=15_u8).flat_map(|length| {
        [0x91, 0x81, 0xA1].map(|kind| {
            let digits: Vec<u8> = (0..length).map(|index| (index * 7 + length) % 10).collect();
            let shown: String = digits
                .iter()
                .map(|digit| char::from(b'0' + digit))
                .collect();
            let octets = digits
                .chunks(2)
                .map(|pair| pair[0] | pair.get(1).unwrap_or(&0xF) << 4);
            let address = [length, kind].into_iter().chain(octets).collect();
            let plus = if kind == 0x91 { "+" } else { "" };
            (address, format!("{plus}{shown}"))
        })
    })
}

/// The address of a message as it was read, `-` for anything else.
fn sender(octets: &[u8]) -> String {
    match Pdu::detect(octets) {
        Ok(Pdu::Message(message)) => message.address().to_string(),
        _ => "-".to_owned(),
    }
}

/// SMS-DELIVER with octets missing or left over, or without a time, is neither SMS-DELIVER-REPORT nor SMS-SUBMIT.
#[test]
fn deliver() {
    for (address, shown) in addresses() {
        for (centre, first) in CENTRES
            .iter()
            .flat_map(|centre| [0x00, 0x04, 0x20, 0x24].map(|first| (centre, first)))
        {
            for length in (1..=160_u8).step_by(7) {
                let text: Vec<u8> = (0..length)
                    .map(|index| 0x41 + index.wrapping_mul(length) % 0x39)
                    .collect();
                let text = pack(&text, 0).unwrap();
                let message = |time: [u8; 7]| {
                    let fields: [&[u8]; 6] =
                        [centre, &[first], &address, &[0, 0], &time, &[length]];
                    [&fields.concat(), &text[..]].concat()
                };
                let whole = message(TIME);
                assert_eq!(sender(&whole), shown, "{whole:02X?}");
                for surplus in [&[0][..], &[0xFF], &[0; 4], &[0xFF; 20]] {
                    let long = [&whole, surplus].concat();
                    assert_eq!(sender(&long), shown, "{long:02X?}");
                }
                for missing in 1..text.len().min(12) {
                    let cut = &whole[..whole.len() - missing];
                    assert_eq!(sender(cut), shown, "{cut:02X?}");
                }
                for time in NO_TIMES {
                    let message = message(time);
                    assert_eq!(sender(&message), shown, "{message:02X?}");
                    assert!(Pdu::detect(&message).unwrap().check().is_err());
                }
            }
        }
    }
}

/// An address that is too long is the error, not a message read at the wrong octet.
#[test]
fn too_long_addresses() {
    for centre in &CENTRES[1..] {
        for (length, first) in [(21, 0x04), (22, 0x24), (40, 0x00), (21, 0x01)] {
            let reference: &[u8] = if first == 1 { &[7] } else { &[] };
            let address = [&[length, 0x91][..], &[0; 20]].concat();
            let fields: [&[u8]; 5] = [centre, &[first], reference, &address, &[0; 12]];
            let octets = fields.concat();
            let error = Pdu::detect(&octets).unwrap_err().to_string();
            let expected = format!("has a length of {length} digits, at most 20 are possible");
            assert!(error.ends_with(&expected), "{error}");
        }
    }
}

/// A message that was not delivered has no discharge time: zeros, or ones.
#[test]
fn reports_without_discharge_time() {
    for (address, shown) in addresses() {
        for (centre, first) in CENTRES
            .iter()
            .flat_map(|centre| [0x02, 0x06, 0x26].map(|first| (centre, first)))
        {
            for (reference, status) in (0..=255)
                .step_by(3)
                .zip([0x20, 0x30, 0x41, 0x46].into_iter().cycle())
            {
                for (time, rest) in NO_TIMES.iter().zip([&[][..], &[0x03, 0, 0]]) {
                    let fields: [&[u8]; 7] = [
                        centre,
                        &[first, reference],
                        &address,
                        &TIME,
                        time,
                        &[status],
                        rest,
                    ];
                    let octets = fields.concat();
                    let Ok(Pdu::StatusReport(report)) = Pdu::detect(&octets) else {
                        panic!("{octets:02X?}");
                    };
                    assert_eq!(report.recipient().to_string(), shown);
                    assert_eq!(
                        (report.reference(), report.discharge_time()),
                        (reference, None)
                    );
                }
            }
        }
    }
}

/// Some modems count the service centre's address in the length that they announce.
#[test]
fn announced_with_service_centre() {
    for (address, shown) in addresses() {
        for centre in CENTRES {
            let fields: [&[u8]; 6] = [centre, &[0x04], &address, &[0, 0], &TIME, &[1, 0x41]];
            let octets = fields.concat();
            for announced in [octets.len(), octets.len() - centre.len(), 0, 7, 200] {
                match Pdu::detect_announced(&octets, announced) {
                    Ok(Pdu::Message(message)) => assert_eq!(message.address().to_string(), shown),
                    other => panic!("{octets:02X?}, {announced}: {other:?}"),
                }
            }
        }
    }
}
