//! What holds for all octets, and for the octets of every text.

use septet::Segmenter;
use septet::pdu::{Dcs, Tpdu, Udhi, UserData};

/// Every segment strictly read gives its text back, by TP-UD and by SMPP.
pub fn text_comes_back(segmenter: Segmenter, text: &str, reference: u8) {
    let count = segmenter.count(text).unwrap();
    let parts = segmenter.user_data(text, u16::from(reference)).unwrap();
    assert_eq!(parts.len(), count.segments());
    let mut joined = String::new();
    for (part, segment) in parts.iter().zip(segmenter.segments(text).unwrap()) {
        let octets = part.octets();
        assert!(octets.len() <= 140);
        let read = UserData::decode_strict(part.dcs(), part.udhi(), part.udl(), &octets);
        assert_eq!(read.as_ref(), Ok(part));
        let read = UserData::decode(part.dcs(), part.udhi(), part.udl(), &octets).unwrap();
        assert_eq!(&read, part);
        let septets = part.septets().map(<[u8]>::len);
        let units = septets.or(part.code_units().map(<[u16]>::len));
        assert_eq!(units, Some(segment.units()));
        let pdu = part.smpp();
        assert!(pdu.short_message().len() <= 160);
        let smpp = UserData::decode_smpp(pdu.data_coding(), pdu.esm_class(), pdu.short_message());
        assert_eq!(smpp.as_ref(), Ok(part));
        joined.push_str(&read.text().unwrap());
    }
    assert_eq!(joined, text);
}

/// Any octets have an answer; an error points into them; what is read strictly is read alike
/// tolerantly and is written back octet by octet.
pub fn user_data(dcs: u8, udhi: bool, udl: u8, octets: &[u8]) {
    let (dcs, udhi) = (Dcs::new(dcs), Udhi::from(udhi));
    let tolerant = UserData::decode(dcs, udhi, udl, octets);
    match UserData::decode_strict(dcs, udhi, udl, octets) {
        Ok(strict) => {
            assert_eq!(strict.octets(), octets);
            assert_eq!(
                (strict.dcs(), strict.udhi(), strict.udl()),
                (dcs, udhi, udl)
            );
            assert_eq!(tolerant, Ok(strict));
        }
        Err(error) => {
            assert!(error.offset() <= octets.len());
            assert!(!error.to_string().is_empty());
            match tolerant {
                Err(other) => assert_eq!(other, error),
                // Nothing but half a unit and padding is left out of what came.
                Ok(read) => {
                    assert_eq!((read.dcs(), read.udhi()), (dcs, udhi));
                    let odd = read.code_units().is_some() && read.udl() + 1 == udl;
                    assert!(read.udl() == udl || odd);
                    if read.data().is_some() {
                        assert_eq!(&read.octets()[..], &octets[..usize::from(udl)]);
                    }
                }
            }
        }
    }
}

/// The same for what an SMPP link delivers: read, it is user data like any other.
pub fn smpp(data_coding: u8, esm_class: u8, octets: &[u8]) {
    match UserData::decode_smpp(data_coding, esm_class, octets) {
        Ok(read) => {
            assert!(read.octets().len() <= 140);
            let again = UserData::decode(read.dcs(), read.udhi(), read.udl(), &read.octets());
            assert_eq!(again.as_ref(), Ok(&read));
            let pdu = read.smpp();
            let sent =
                UserData::decode_smpp(pdu.data_coding(), pdu.esm_class(), pdu.short_message());
            let content = |part: &UserData| {
                let texts = (
                    part.septets().map(<[u8]>::to_vec),
                    part.code_units().map(<[u16]>::to_vec),
                );
                (part.udh(), texts, part.data().map(<[u8]>::to_vec))
            };
            assert_eq!(sent.as_ref().map(content), Ok(content(&read)));
        }
        Err(error) => assert!(error.offset() <= octets.len()),
    }
}

/// The same for whole messages, with and without the address of a service centre before them.
pub fn tpdu(octets: &[u8]) {
    for read in [Tpdu::parse(octets), Tpdu::parse_with_service_centre(octets)] {
        match read {
            Ok(message) => {
                let rest = octets.len() - message.user_data_offset();
                assert_eq!(message.user_data_octets().len(), rest);
                let _ = message.user_data();
            }
            Err(error) => assert!(error.offset() <= octets.len()),
        }
    }
}
