//! User data headers against TS 23.040 clause 9.2.3.24.

use septet::ReferenceBits::{Eight, Sixteen};
use septet::pdu::{
    Concatenation, Dcs, ElementValue, PduField, Udhi, UserData, UserDataHeader, fill_bits, pack,
};
use septet::{Alphabet, NationalLanguage, Segmenter};

/// The nine headers: concatenation, shifts, then UDHL, octets, fill bits, septets left.
#[test]
fn all_nine() {
    let rows = [
        (None, 0, 0, 0, 0, 160),
        (None, 1, 3, 4, 3, 155),
        (None, 2, 6, 7, 0, 152),
        (Some(Eight), 0, 5, 6, 1, 153),
        (Some(Eight), 1, 8, 9, 5, 149),
        (Some(Eight), 2, 11, 12, 2, 146),
        (Some(Sixteen), 0, 6, 7, 0, 152),
        (Some(Sixteen), 1, 9, 10, 4, 148),
        (Some(Sixteen), 2, 12, 13, 1, 145),
    ];
    for (bits, shifts, udhl, octets, fill, left) in rows {
        let turkish = Some(NationalLanguage::Turkish);
        let alphabet = Alphabet::new(
            turkish.filter(|_| shifts > 1),
            turkish.filter(|_| shifts > 0),
        );
        let part = bits.and_then(|bits| Concatenation::new(bits, 0xA5, 2, 1));
        let header = UserDataHeader::new();
        let header = part.map_or(Ok(header.clone()), |part| header.with_concatenation(part));
        let header = header.unwrap().with_alphabet(alphabet).unwrap();
        let head = if octets == 0 {
            Vec::new()
        } else {
            header.to_octets()
        };
        assert_eq!((header.udhl(), head.len()), (udhl, octets));
        assert_eq!(fill_bits(octets), fill);

        // As many septets as are left fill the 140 octets, and TP-UDL is 160.
        let user_data = [head, pack(&vec![0x7A; left], fill).unwrap()].concat();
        assert_eq!(user_data.len(), 140);
        let udhi = Udhi::from(octets > 0);
        let read = UserData::decode_strict(Dcs::GSM7, udhi, 160, &user_data).unwrap();
        assert_eq!(
            (read.text(), read.alphabet()),
            (Some("z".repeat(left)), Some(alphabet))
        );
        assert_eq!((read.concatenation(), read.octets()), (part, user_data));
    }
}

/// The shift elements are 0x24 and 0x25, hexadecimal: decimal 24 and 25 are other elements.
#[test]
fn shift_elements_in_octets() {
    let segments = |language, text: &str, count| {
        let segmenter = Segmenter::new()
            .with_languages([language])
            .with_reference_bits(Sixteen);
        segmenter
            .user_data(&text.repeat(count), 0x1234)
            .unwrap()
            .remove(0)
            .octets()
    };
    let locking = segments(NationalLanguage::Turkish, "ş", 100);
    assert_eq!(locking[..4], [0x03, 0x25, 0x01, 0x01]);
    let single = segments(NationalLanguage::Spanish, "aó", 100);
    assert_eq!(
        single[..10],
        [0x09, 0x08, 0x04, 0x12, 0x34, 0x03, 0x01, 0x24, 0x01, 0x02]
    );
    let both = segments(NationalLanguage::Hindi, "नमस्ते ०", 30);
    assert_eq!(both[..7], [0x0C, 0x08, 0x04, 0x12, 0x34, 0x02, 0x01]);
    assert_eq!(both[7..13], [0x24, 0x01, 0x06, 0x25, 0x01, 0x06]);
}

#[test]
fn unknown_elements_and_their_order_are_kept() {
    let octets = [13, 0x70, 0, 0x24, 1, 1, 0xC0, 2, 0xAA, 0xBB, 0x24, 2, 1, 1];
    let header = UserDataHeader::parse(&octets).unwrap();
    assert_eq!(header.to_octets(), octets);
    let places = header
        .elements()
        .map(|e| (e.identifier(), e.offset(), e.data().len()));
    assert_eq!(
        places.collect::<Vec<_>>(),
        [(0x70, 1, 0), (0x24, 3, 1), (0xC0, 6, 2), (0x24, 10, 2)]
    );
    // The second 0x24 has a wrong length: ignored, reported, kept.
    assert_eq!(header.alphabet().single(), Some(NationalLanguage::Turkish));
    assert_eq!(header.check().unwrap_err().offset(), 10);
}

#[test]
fn elements_are_read() {
    let check = |octets: &[u8], expected| {
        let header = UserDataHeader::parse(octets).unwrap();
        assert_eq!(header.elements().next().unwrap().value(), Ok(expected));
    };
    check(
        &[4, 0x04, 2, 0xF0, 0xF1],
        ElementValue::Ports {
            destination: 240,
            source: 241,
        },
    );
    let push = ElementValue::Ports {
        destination: 2_948,
        source: 9_200,
    };
    check(&[6, 0x05, 4, 0x0B, 0x84, 0x23, 0xF0], push);
    let waiting = ElementValue::SpecialMessage {
        store: true,
        kind: 1,
        count: 5,
    };
    check(&[4, 0x01, 2, 0x81, 0x05], waiting);
    check(&[3, 0x24, 1, 0x0D], ElementValue::SingleShift(13));
    check(&[3, 0x25, 1, 0x0D], ElementValue::LockingShift(13));
    check(&[3, 0xDD, 1, 0x07], ElementValue::Other(&[7]));
}

/// The last of repeated or mutually exclusive elements counts; a concatenation numbered 0, of 0 parts or beyond its total does
/// not exist.
#[test]
fn which_concatenation_counts() {
    let part = |octets: &[u8]| {
        let header = UserDataHeader::parse(octets).unwrap();
        header
            .concatenation()
            .map(|p| (p.bits(), p.reference(), p.total(), p.sequence()))
    };
    assert_eq!(part(&[5, 0, 3, 9, 2, 1]), Some((Eight, 9, 2, 1)));
    assert_eq!(
        part(&[11, 8, 4, 1, 2, 3, 3, 0, 3, 9, 2, 1]),
        Some((Eight, 9, 2, 1))
    );
    assert_eq!(
        part(&[11, 0, 3, 9, 2, 1, 8, 4, 1, 2, 3, 3]),
        Some((Sixteen, 0x0102, 3, 3))
    );
    assert_eq!(
        part(&[10, 0, 3, 9, 2, 1, 0, 3, 9, 2, 0]),
        Some((Eight, 9, 2, 1))
    );
    for [total, sequence] in [[0, 0], [0, 1], [2, 0], [2, 3]] {
        assert_eq!(part(&[5, 0, 3, 9, total, sequence]), None);
    }
}

/// The last of repeated shifts that a receiver knows counts.
#[test]
fn which_shift_counts() {
    let locking = |octets: &[u8]| UserDataHeader::parse(octets).unwrap().alphabet().locking();
    assert_eq!(
        locking(&[6, 0x25, 1, 1, 0x25, 1, 3]),
        Some(NationalLanguage::Portuguese)
    );
    assert_eq!(
        locking(&[6, 0x25, 1, 1, 0x25, 1, 99]),
        Some(NationalLanguage::Turkish)
    );
    assert_eq!(
        locking(&[6, 0x25, 1, 1, 0x25, 1, 2]),
        Some(NationalLanguage::Turkish)
    );
    assert_eq!(locking(&[3, 0x19, 1, 1]), None);
    let single = UserDataHeader::parse(&[6, 0x24, 1, 2, 0x24, 1, 0])
        .unwrap()
        .alphabet()
        .single();
    assert_eq!(single, Some(NationalLanguage::Spanish));
}

/// Octets | sentence | field | octet.
const FAULTS: [(&[u8], &str, PduField, usize); 7] = [
    (
        &[],
        "the header is empty: UDHL is missing",
        PduField::Udhl,
        0,
    ),
    (
        &[9, 0],
        "UDHL announces 9 octets, 1 follow",
        PduField::Udhl,
        0,
    ),
    (
        &[1, 0x24],
        "information element 0x24 at octet 1 has no length octet",
        PduField::InformationElement,
        1,
    ),
    (
        &[5, 0x24, 1, 1, 0x00, 3],
        "information element 0x00 at octet 4 announces 3 octets, 0 are left in the header",
        PduField::InformationElement,
        4,
    ),
    (
        &[4, 0x08, 2, 1, 1],
        "information element 0x08 at octet 1 has a length of 2, 4 expected",
        PduField::InformationElement,
        1,
    ),
    (
        &[3, 0x25, 1, 2],
        "information element 0x25 has the value 0x02 at octet 3, which is reserved",
        PduField::InformationElement,
        3,
    ),
    (
        &[5, 0x00, 3, 1, 0, 1],
        "information element 0x00 has the value 0x00 at octet 4, which is reserved",
        PduField::InformationElement,
        4,
    ),
];

#[test]
fn faults() {
    for (octets, sentence, field, offset) in FAULTS {
        let read = UserDataHeader::parse(octets).and_then(|header| header.check());
        let error = read.unwrap_err();
        assert_eq!(
            (error.to_string().as_str(), error.field()),
            (sentence, field)
        );
        assert_eq!(error.offset(), offset);
    }
    let full = UserDataHeader::new()
        .with_element(0x70, &[0; 138])
        .unwrap_err();
    assert_eq!(
        full.to_string(),
        "a header of 141 octets does not fit the 140 octets of TP-UD"
    );
    assert_eq!((full.field(), full.offset()), (PduField::Udhl, 0));
    assert!(UserDataHeader::new().with_element(0x70, &[0; 137]).is_ok());
}

/// The identifiers of TS 23.040 clause 9.2.3.24, and those it leaves to others or to nobody.
#[test]
fn every_element_has_its_name() {
    let names = [
        (0x00, "concatenation, 8-bit reference"),
        (0x01, "special message indication"),
        (0x04, "application ports, 8-bit"),
        (0x05, "application ports, 16-bit"),
        (0x06, "service centre control parameters"),
        (0x07, "header source indicator"),
        (0x08, "concatenation, 16-bit reference"),
        (0x09, "wireless control message protocol"),
        (0x0A, "text formatting"),
        (0x0B, "predefined sound"),
        (0x0C, "user defined sound"),
        (0x0D, "predefined animation"),
        (0x0E, "large animation"),
        (0x0F, "small animation"),
        (0x10, "large picture"),
        (0x11, "small picture"),
        (0x12, "variable picture"),
        (0x13, "user prompt indicator"),
        (0x14, "extended object"),
        (0x15, "reused extended object"),
        (0x16, "compression control"),
        (0x17, "object distribution indicator"),
        (0x18, "standard object"),
        (0x19, "reserved for objects"),
        (0x1A, "character size object"),
        (0x20, "e-mail header"),
        (0x21, "hyperlink"),
        (0x22, "reply address"),
        (0x23, "enhanced voice mail information"),
        (0x24, "national language single shift"),
        (0x25, "national language locking shift"),
        (0x70, "SIM toolkit security header"),
        (0x7F, "SIM toolkit security header"),
        (0x80, "between the two ends"),
        (0x9F, "between the two ends"),
        (0xC0, "for the service centre"),
        (0xDF, "for the service centre"),
    ];
    let name = |identifier| {
        let header = UserDataHeader::new()
            .with_element(identifier, &[0])
            .unwrap();
        header.elements().next().unwrap().name()
    };
    for (identifier, expected) in names {
        assert_eq!(name(identifier), Some(expected), "{identifier:02X}");
    }
    for nobody in [0x02, 0x03, 0x1B, 0x1F, 0x26, 0x6F, 0xA0, 0xBF, 0xE0, 0xFF] {
        assert_eq!(name(nobody), None, "{nobody:02X}");
    }
}
