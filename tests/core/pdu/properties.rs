//! Properties that hold for every text, every option and all octets.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use septet::pdu::{Dcs, Udhi, UserData, UserDataHeader, pack, unpack, ussd};
use septet::{Alphabet, Boundary, Encoding, Languages, NationalLanguage, ReferenceBits, Segmenter};

use crate::promises::octets;

/// The characters of both tables of a language; of the default ones for 0.
fn cells(id: u8) -> Vec<char> {
    let language = NationalLanguage::from_id(id);
    let alphabet = Alphabet::new(language, language);
    let both = |code| {
        [
            alphabet.locking_character(code),
            alphabet.single_character(code),
        ]
    };
    (0..0x80).flat_map(both).flatten().collect()
}

/// Texts of one language mostly, so that GSM-7 with shifts is not a rare outcome.
fn text() -> impl Strategy<Value = String> {
    let one = (0..=13u8).prop_flat_map(|id| vec(select(cells(id)), 0..700));
    let any =
        prop_oneof![8 => select((0..=13).flat_map(cells).collect::<Vec<_>>()), 1 => any::<char>()];
    prop_oneof![3 => one, 1 => vec(any, 0..300)].prop_map(String::from_iter)
}

fn segmenter() -> impl Strategy<Value = Segmenter> {
    let languages = prop_oneof![
        Just(Languages::none()),
        Just(Languages::auto()),
        (1..=13u8).prop_map(|id| Languages::preferred(NationalLanguage::from_id(id)))
    ];
    (languages, any::<[bool; 3]>()).prop_map(|(languages, [wide, grapheme, ucs2])| {
        let bits = if wide {
            ReferenceBits::Sixteen
        } else {
            ReferenceBits::Eight
        };
        let boundary = if grapheme {
            Boundary::Grapheme
        } else {
            Boundary::Character
        };
        let segmenter = Segmenter::new().with_languages(languages);
        let segmenter = segmenter.with_reference_bits(bits).with_boundary(boundary);
        if ucs2 {
            segmenter.with_encoding(Encoding::Ucs2)
        } else {
            segmenter
        }
    })
}

/// A line that a modem may print, damaged or not.
fn transcript_line() -> impl Strategy<Value = String> {
    let header = prop_oneof![
        "\\+(CMGR|CMGL|CMT|CDS|CBM): [0-9,]{0,8}",
        "\\+CMGL: 1,\"REC READ\",\"\\+49[0-9]{4}\",,\"26/11/23,16:36:58\\+04\"",
        "\\+CMGL: 0,0,,[0-9]{1,3},[0-9A-F]{0,60}",
    ];
    let known = select(vec![
        "OK",
        "ERROR",
        "RING",
        "^RSSI: 20",
        "> ",
        "",
        "AT+CMGL=4",
        "AT+CGSN",
        "Call Ready",
        "07917283010010F5040BC87238880900F10000993092516195800AE8329BFD4697D9EC37",
    ]);
    prop_oneof![
        header,
        known.prop_map(String::from),
        "[0-9A-Fa-f ]{0,80}",
        "\\PC{0,30}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_comes_back(text in text(), segmenter in segmenter(), reference: u8) {
        octets::text_comes_back(segmenter, &text, reference);
    }

    #[test]
    fn lone_surrogates_come_back(units in vec(prop_oneof![any::<u16>(), 0xD800..=0xDFFFu16], 1..300)) {
        let parts = Segmenter::new().with_encoding(Encoding::Ucs2).user_data_utf16(&units, 0).unwrap();
        let mut joined = Vec::new();
        for part in &parts {
            let octets = part.octets();
            let read = UserData::decode(part.dcs(), part.udhi(), part.udl(), &octets).unwrap();
            joined.extend_from_slice(read.code_units().unwrap());
        }
        prop_assert_eq!(joined, units);
    }

    #[test]
    fn any_octets(dcs: u8, udhi: bool, udl in prop_oneof![0..20u8, any::<u8>()], octets in vec(any::<u8>(), 0..160)) {
        octets::user_data(dcs, udhi, udl, &octets);
    }

    #[test]
    fn any_smpp(data_coding in prop_oneof![0..16u8, any::<u8>()], esm_class: u8, octets in vec(prop_oneof![0..0x80u8, any::<u8>()], 0..170)) {
        octets::smpp(data_coding, esm_class, &octets);
    }

    #[test]
    fn any_smpp_message(data_coding in prop_oneof![0..16u8, any::<u8>()], esm_class: u8, octets in vec(any::<u8>(), 0..400)) {
        octets::smpp_message(data_coding, esm_class, &octets);
    }

    /// Octets that begin like a status report often enough.
    #[test]
    fn any_status_report(first in prop_oneof![Just(6u8), any::<u8>()], length in 0..14u8, rest in vec(any::<u8>(), 0..60)) {
        octets::status_report(&[&[first, 0, length, 0x91], &*rest].concat());
    }

    #[test]
    fn any_transcript(lines in vec(transcript_line(), 0..12)) {
        octets::transcript(&lines.join("\r\n"));
    }

    #[test]
    fn every_submit_is_read(segmenter in segmenter(), text in text(), digits in "[1-9][0-9]{1,14}", validity: u8) {
        octets::submit(segmenter, &text, &digits, validity);
    }

    /// Octets with headers that are mostly whole, so that the elements are reached.
    #[test]
    fn any_elements(elements in vec((prop_oneof![0..=0x25u8, any::<u8>()], vec(any::<u8>(), 0..6)), 0..8), rest in vec(any::<u8>(), 0..100)) {
        let mut header = UserDataHeader::new();
        for (identifier, data) in &elements {
            header = header.with_element(*identifier, data).unwrap();
        }
        let mut octets = header.to_octets();
        prop_assert_eq!(UserDataHeader::parse(&octets), Ok(header.clone()));
        let kept: Vec<_> = header.elements().map(|e| (e.identifier(), e.data().to_vec())).collect();
        prop_assert_eq!(kept, elements);
        octets.extend(rest);
        octets.truncate(140);
        let udl = u8::try_from(octets.len()).unwrap();
        if let Err(error) = UserData::decode_strict(Dcs::EIGHT_BIT, Udhi::Present, udl, &octets) {
            prop_assert!(error.offset() < octets.len());
            let read = UserData::decode(Dcs::EIGHT_BIT, Udhi::Present, udl, &octets).unwrap();
            prop_assert_eq!(read.octets(), octets);
        }
    }

    #[test]
    fn packing(septets in vec(0..0x80u8, 0..400), fill in 0..7u8) {
        let octets = pack(&septets, fill).unwrap();
        prop_assert_eq!(octets.len(), (septets.len() * 7 + usize::from(fill)).div_ceil(8));
        prop_assert_eq!(unpack(&octets, septets.len(), fill), Ok(septets.clone()));
        prop_assert!(unpack(&octets, septets.len() + 2, fill).is_err());
        let mut read = ussd::unpack(&ussd::pack(&septets).unwrap());
        // A return of its own on the octet boundary is doubled.
        if septets.len().is_multiple_of(8) && septets.last() == Some(&0x0D) {
            prop_assert_eq!(read.pop(), Some(0x0D));
        }
        prop_assert_eq!(read, septets);
    }
}
