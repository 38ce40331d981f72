//! Texts made into user data, and into the fields of SMPP.

use septet::pdu::{Dcs, MessageClass, Udhi, UserData, UserDataError};
use septet::{Encoding, NationalLanguage, Profile, ReferenceBits, Segmenter};

fn first(text: &str) -> UserData {
    Segmenter::new().user_data(text, 0).unwrap().remove(0)
}

/// The toll-free profile counts on the longer header, and writes it.
#[test]
fn toll_free_segments_carry_references_of_16_bits() {
    let segmenter = Segmenter::new().with_profile(Profile::TollFree);
    let parts = segmenter.user_data(&"a".repeat(161), 0x1234).unwrap();
    assert_eq!(
        parts[0].octets()[..7],
        [0x06, 0x08, 0x04, 0x12, 0x34, 0x02, 0x01]
    );
}

/// Octets that documentation and tests of other implementations have too.
#[test]
fn known_octets() {
    let hello = first("hellohello");
    assert_eq!(
        hello.octets(),
        [0xE8, 0x32, 0x9B, 0xFD, 0x46, 0x97, 0xD9, 0xEC, 0x37]
    );
    let how = first("How are you?");
    assert_eq!(
        how.octets(),
        [
            0xC8, 0xF7, 0x1D, 0x14, 0x96, 0x97, 0x41, 0xF9, 0x77, 0xFD, 0x07
        ]
    );
    let euro = first("€");
    assert_eq!(euro.octets(), [0x9B, 0x32]);
    assert_eq!([hello, how, euro].map(|part| part.udl()), [10, 12, 2]);
}

#[test]
fn ucs2_pairs_are_not_cut() {
    let parts = Segmenter::new().user_data(&"😀".repeat(36), 2).unwrap();
    // 72 units: 66 of the 67 that fit, then 6.
    assert_eq!(
        parts.iter().map(UserData::udl).collect::<Vec<_>>(),
        [138, 18]
    );
    assert_eq!(
        parts[1].octets()[..8],
        [0x05, 0x00, 0x03, 0x02, 0x02, 0x02, 0xD8, 0x3D]
    );
    assert_eq!(parts[0].dcs(), Dcs::UCS2);
}

#[test]
fn empty_text_is_an_empty_part() {
    let part = first("");
    assert_eq!(
        (part.udl(), part.octets().len(), part.udhi()),
        (0, 0, Udhi::Absent)
    );
    assert_eq!(
        UserData::decode_strict(Dcs::GSM7, Udhi::Absent, 0, &[]),
        Ok(part)
    );
}

#[test]
fn faults() {
    let sentence = |segmenter: Segmenter, text: &str, reference| {
        segmenter
            .user_data(text, reference)
            .unwrap_err()
            .to_string()
    };
    let longest = "a".repeat(255 * 153);
    assert_eq!(
        Segmenter::new().user_data(&longest, 255).unwrap().len(),
        255
    );
    let too_many = "the text needs 256 segments, at most 255 can be numbered";
    assert_eq!(sentence(Segmenter::new(), &(longest + "a"), 0), too_many);
    let sixteen = Segmenter::new().with_reference_bits(ReferenceBits::Sixteen);
    assert!(sixteen.user_data("a", u16::MAX).is_ok());
    let toll_free = Segmenter::new().with_profile(Profile::TollFree);
    assert!(toll_free.user_data("a", 256).is_ok());
    let single = Segmenter::new().with_profile(Profile::Single);
    let one = "the text needs 2 segments, the profile allows one";
    assert_eq!(sentence(single, &"a".repeat(161), 0), one);
    let gsm7 = Segmenter::new().with_encoding(Encoding::Gsm7);
    let error = gsm7.user_data("中", 0).unwrap_err();
    assert!(matches!(error, UserDataError::Encoding(error) if error.character() == '中'));
    assert_eq!(error.to_string(), gsm7.count("中").unwrap_err().to_string());
}

/// A counter may go on after 255: 8 bits wrap, `sar_*` has 16, and one segment has no reference at all.
#[test]
fn the_256th_message() {
    let long = "a".repeat(161);
    let parts = Segmenter::new().user_data(&long, 0x0102).unwrap();
    assert_eq!(parts[0].octets()[..6], [0x05, 0x00, 0x03, 0x02, 0x02, 0x01]);
    assert_eq!(parts[0].concatenation().unwrap().reference(), 0x02);
    let (_, sar) = parts[1].smpp_sar().unwrap();
    assert_eq!(sar.msg_ref_num(), 0x0102);
    let again = Segmenter::new().user_data(&long, 0x0002).unwrap();
    assert_eq!(again[0].octets(), parts[0].octets());
    let one = Segmenter::new().user_data("a", u16::MAX).unwrap();
    assert_eq!(one, Segmenter::new().user_data("a", 0).unwrap());
}

#[test]
fn lone_surrogates_go_out_and_come_in() {
    let text = [0x0041, 0xDC00, 0xD83D];
    let part = Segmenter::new()
        .user_data_utf16(&text, 0)
        .unwrap()
        .remove(0);
    assert_eq!(part.octets(), [0x00, 0x41, 0xDC, 0x00, 0xD8, 0x3D]);
    let read = UserData::decode(Dcs::UCS2, Udhi::Absent, 6, &part.octets()).unwrap();
    assert_eq!(read.code_units(), Some(&text[..]));
    assert_eq!(read.text().as_deref(), Some("A\u{FFFD}\u{FFFD}"));
    let gsm7 = Segmenter::new()
        .user_data_utf16(&[0x41, 0x20AC], 0)
        .unwrap()
        .remove(0);
    assert_eq!(gsm7.septets(), Some(&[0x41, 0x1B, 0x65][..]));
}

/// SMPP 3.4: `data_coding`, `esm_class`, `short_message`; or `sar_*` without the concatenation.
#[test]
fn smpp_fields() {
    let turkish = Segmenter::new().with_languages([NationalLanguage::Turkish]);
    let parts = turkish.user_data(&"ş".repeat(161), 7).unwrap();
    let pdu = parts[1].smpp();
    assert_eq!(
        (pdu.data_coding(), pdu.esm_class(), pdu.dest_addr_subunit()),
        (0x00, 0x40, None)
    );
    assert_eq!(
        pdu.short_message()[..9],
        [0x08, 0x00, 0x03, 7, 2, 2, 0x25, 0x01, 0x01]
    );
    assert_eq!(pdu.short_message().len(), 9 + 12);
    let (pdu, sar) = parts[1].smpp_sar().unwrap();
    assert_eq!(
        (
            sar.msg_ref_num(),
            sar.total_segments(),
            sar.segment_seqnum()
        ),
        (7, 2, 2)
    );
    // The shift element stays in the message, and with it the bit that says so.
    assert_eq!(
        (pdu.esm_class(), &pdu.short_message()[..4]),
        (0x40, &[0x03, 0x25, 0x01, 0x01][..])
    );
    assert!(first("a").smpp_sar().is_none());
}

#[test]
fn smpp_says_the_message_class() {
    let class2 = |text| first(text).with_class(MessageClass::Class2).smpp();
    assert_eq!(
        (class2("a").data_coding(), class2("a").dest_addr_subunit()),
        (0xF2, None)
    );
    assert_eq!(
        (class2("中").data_coding(), class2("中").dest_addr_subunit()),
        (0x08, Some(3))
    );
    let data = |dcs| UserData::decode(Dcs::new(dcs), Udhi::Absent, 1, &[9]).unwrap();
    let codings = [0x04, 0xF5, 0x15, 0xC8].map(|dcs| data(dcs).smpp().data_coding());
    assert_eq!(codings, [0x04, 0xF5, 0xF5, 0xC8]);
    // A scheme without room for a class gives way to the general one.
    assert_eq!(
        data(0xC8).with_class(MessageClass::Class0).dcs(),
        Dcs::new(0x10)
    );
}

#[test]
fn smpp_is_read() {
    let read = |coding, octets: &[u8]| UserData::decode_smpp(coding, 0, octets).unwrap();
    let (ascii, latin1) = (read(0x01, b"[hello]"), read(0x03, b"gar\xE7on"));
    assert_eq!(
        (ascii.dcs(), ascii.text().as_deref()),
        (Dcs::GSM7, Some("[hello]"))
    );
    assert_eq!(
        (latin1.dcs(), latin1.text().as_deref()),
        (Dcs::UCS2, Some("garçon"))
    );
    assert_eq!(read(0x08, &[0x4E, 0x2D]).text().as_deref(), Some("中"));
    assert_eq!(
        read(0x18, &[0x4E, 0x2D]).dcs().class(),
        Some(MessageClass::Class0)
    );
    assert_eq!(read(0xF0, b"Fire!").text().as_deref(), Some("Fire!"));
    for data_coding in [0x02, 0x04, 0x06, 0x0E, 0xF5, 0x20] {
        assert_eq!(
            read(data_coding, &[1, 0xFF]).data(),
            Some(&[1, 0xFF][..]),
            "{data_coding:#04X}"
        );
    }

    let error = UserData::decode_smpp(0x00, 0x40, b"\x02\x70\x00caf\xE9").unwrap_err();
    assert_eq!(
        error.to_string(),
        "at octet 6: the code 0xE9 at index 3 has no symbol"
    );
    let error = UserData::decode_smpp(0x00, 0x00, &[0x41; 300]).unwrap_err();
    assert_eq!(error.to_string(), "TP-UDL is 300, at most 160 is possible");
    assert!(UserData::decode_smpp(0x08, 0x40, &[]).is_err());
    // Bits of esm_class other than UDHI are not looked at.
    assert_eq!(
        UserData::decode_smpp(0x00, 0x04, b"id:1").unwrap().udhi(),
        Udhi::Absent
    );
}
