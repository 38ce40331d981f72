//! Octets read, strictly and tolerantly: every fault with its sentence, field and octet.

use septet::pdu::{Dcs, Udhi, UserData};

/// Scheme, header?, TP-UDL, octets | sentence | field | octet | what a tolerant reading shows, `-`
/// where it fails with the same error (`_` is a space).
const FAULTS: &str = "
0x00 false 161 00 | TP-UDL is 161, at most 160 is possible | TP-UDL | 0 | @
0x08 false 141 00 | TP-UDL is 141, at most 140 is possible | TP-UDL | 0 | 
0x00 false 3 41 | TP-UDL counts 3 septets, which take 3 octets, but there are 1 | TP-UDL | 1 | A
0x00 false 11 E8329BFD4697D9EC37 | TP-UDL counts 11 septets, which take 10 octets, but there are 9 | TP-UDL | 9 | hellohello
0x00 true 20 0500032A020182 | TP-UDL counts 20 septets, which take 18 octets, but there are 7 | TP-UDL | 7 | A
0x08 false 4 0041 | TP-UDL counts 4 octets, but there are 2 | TP-UDL | 2 | A
0x08 true 0  | the header is empty: UDHL is missing | UDHL | 0 | 
0x00 true 0  | the header is empty: UDHL is missing | UDHL | 0 | 
0x00 true 2 0500 | UDHL announces 5 octets, 1 follow | UDHL | 0 | -
0x00 true 3 027000 | the header takes 4 septets, TP-UDL counts 3 | UDHL | 0 | -
0x08 true 4 01240041 | information element 0x24 at octet 1 has no length octet | information element | 1 | A
0x08 true 6 0324010E0041 | information element 0x24 has the value 0x0E at octet 3, which is reserved | information element | 3 | A
0x00 true 4 01021100 | information element 0x02 at octet 1 has no length octet | information element | 1 | @
0x00 true 3 004310 | at octet 1: fill bits are not 0 | fill bits | 1 | A
0x00 false 2 C10D | at octet 0: the escape at index 1 has no code after it | text | 0 | A_
0x00 true 9 0500032A0201821B | at octet 7: the escape at index 1 has no code after it | text | 7 | A_
0x00 false 2 9B20 | at octet 0: the code 0x41 after the escape at index 0 has no symbol | text | 0 | A
0x00 false 1 C1 | at octet 0: spare bits are not 0 | spare bits | 0 | A
0x08 false 3 004100 | at octet 2: half a UCS-2 unit at the end | text | 2 | A
0x08 false 4 0041D83D | at octet 2: 0xD83D is half of a surrogate pair | text | 2 | A\u{FFFD}
0x08 false 2 004100 | at octet 2: 1 octets more than TP-UDL counts | surplus octets | 2 | A
";

#[test]
fn faults() {
    for row in FAULTS.trim().lines() {
        let columns: Vec<&str> = row.split(" | ").collect();
        let [input, sentence, field, offset, shown] = columns[..] else {
            panic!("{row}")
        };
        let input: Vec<&str> = input.split(' ').collect();
        let [dcs, udhi, udl, octets] = input[..] else {
            panic!("{row}")
        };
        let dcs = Dcs::new(u8::from_str_radix(&dcs[2..], 16).unwrap());
        let udhi = Udhi::from(udhi == "true");
        let (udl, octets) = (udl.parse().unwrap(), hex(octets));

        let error = UserData::decode_strict(dcs, udhi, udl, &octets).unwrap_err();
        assert_eq!(error.to_string(), sentence);
        assert_eq!(error.field().to_string(), field, "{row}");
        assert_eq!(error.offset().to_string(), offset, "{row}");
        let read = UserData::decode(dcs, udhi, udl, &octets);
        if shown == "-" {
            assert_eq!(read, Err(error));
        } else {
            assert_eq!(read.unwrap().text(), Some(shown.replace('_', " ")), "{row}");
        }
    }
}

pub(crate) fn hex(digits: &str) -> Vec<u8> {
    let octet = |at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
    (0..digits.len()).step_by(2).map(octet).collect()
}

/// TP-UDL counts octets where the text is compressed (TS 23.040 clause 9.2.3.16).
#[test]
fn compressed_text_stays_data() {
    let octets = [0xDE, 0xAD, 0xFF];
    let read = UserData::decode_strict(Dcs::new(0x20), Udhi::Absent, 3, &octets).unwrap();
    assert_eq!(
        (read.text(), read.data(), read.udl()),
        (None, Some(&octets[..]), 3)
    );
    let pdu = read.smpp();
    let delivered = UserData::decode_smpp(pdu.data_coding(), pdu.esm_class(), pdu.short_message());
    assert_eq!(delivered, Ok(read));
}

#[test]
fn reserved_schemes_are_gsm7_and_keep_their_octet() {
    let read = UserData::decode_strict(Dcs::new(0x8A), Udhi::Absent, 1, &[0x41]).unwrap();
    assert_eq!(
        (read.text().as_deref(), read.dcs().octet()),
        (Some("A"), 0x8A)
    );
}

/// Alphabets of the header that a receiver does not know leave the default one in force.
#[test]
fn reserved_languages_are_the_default_alphabet() {
    let octets = [0x03, 0x25, 0x01, 0x63, 0x08, 0x00];
    let read = UserData::decode(Dcs::GSM7, Udhi::Present, 6, &octets).unwrap();
    assert_eq!(read.text().as_deref(), Some("£"));
}
