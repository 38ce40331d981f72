//! Properties of all octets, and of the octets of every text.

use septet::Segmenter;
use septet::pdu::transcript::{self, Content};
use septet::pdu::{
    Dcs, Pdu, SmppMessage, StatusReport, Submit, Tpdu, Udhi, UserData, ValidityPeriod,
};

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
                Err(other) => assert!(other.offset() <= octets.len()),
                // Nothing but half a unit, padding and what TP-UDL does not count is left out of what came.
                Ok(read) => {
                    assert_eq!(read.dcs(), dcs);
                    assert!(read.udl() <= udl);
                    let (count, limit) = match read.septets() {
                        Some(_) => (octets.len() * 8 / 7, 160),
                        None => (octets.len(), 140),
                    };
                    let there = count.min(limit).min(udl.into());
                    assert_eq!(read.udhi().is_present(), udhi.is_present() && there > 0);
                    let half = usize::from(read.code_units().is_some());
                    assert!(there - usize::from(read.udl()) <= half);
                    if read.data().is_some() {
                        assert_eq!(&read.octets()[..], &octets[..there]);
                    }
                }
            }
        }
    }
}

/// Checks octets that an SMPP link delivers: once read, they are user data like any other.
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

/// An SMPP text of any length: read, it is what the same fields are as one segment.
pub fn smpp_message(data_coding: u8, esm_class: u8, octets: &[u8]) {
    match SmppMessage::decode(data_coding, esm_class, octets) {
        Ok(message) => {
            let part = UserData::decode_smpp(data_coding, esm_class, octets).ok();
            let is_receipt = matches!(esm_class & 0x3C, 0x04 | 0x20);
            // A receipt with octets that GSM-7 does not have is data.
            if part.is_some() || !is_receipt {
                assert_eq!(message.user_data(), part.as_ref());
            }
            assert!(is_receipt || message.receipt().is_none());
        }
        Err(error) => assert!(error.offset() <= octets.len()),
    }
}

/// Whole messages, with and without the address of a service centre before them.
pub fn tpdu(octets: &[u8]) {
    for read in [Tpdu::parse(octets), Tpdu::parse_with_service_centre(octets)] {
        match read {
            Ok(message) => {
                let rest = octets.len() - message.user_data_offset();
                assert_eq!(message.user_data_octets().len(), rest);
                let _ = (message.user_data(), message.check());
            }
            Err(error) => assert!(error.offset() <= octets.len()),
        }
    }
    // Whatever is found is one of the readings.
    let readings = [Pdu::parse_with_service_centre(octets), Pdu::parse(octets)];
    match Pdu::detect(octets) {
        Ok(pdu) => assert!(readings.contains(&Ok(pdu))),
        Err(error) => {
            assert!(error.offset() <= octets.len());
            assert!(!error.to_string().is_empty());
        }
    }
    for announced in [octets.len(), octets.len() / 2] {
        let _ = Pdu::detect_announced(octets, announced);
        let _ = Pdu::check_announced(octets, announced);
    }
}

/// Status reports: whatever is read has its fields where the standard puts them.
pub fn status_report(octets: &[u8]) {
    match StatusReport::parse(octets) {
        Ok(report) => {
            assert_eq!((octets[0] & 0b11, report.reference()), (2, octets[1]));
            let status = 4 + usize::from(octets[2]).div_ceil(2) + 7 + 7;
            assert_eq!(report.status().octet(), octets[status]);
            assert!(!report.status().meaning().is_empty());
            if let Err(error) = report.check() {
                assert!(error.offset() <= octets.len());
            }
        }
        Err(error) => assert!(error.offset() <= octets.len()),
    }
}

/// Transcripts: each record has a line, and its octets are read or refused.
pub fn transcript(text: &str) {
    let lines = text.split(['\r', '\n']).count();
    for record in transcript::records(text) {
        assert!((1..=lines).contains(&record.line), "{record:?}");
        match record.content {
            Ok(Content::Message(octets)) => match record.announced {
                Some(announced) => drop(Pdu::detect_announced(&octets, announced)),
                None => drop(Pdu::detect(&octets)),
            },
            Ok(_) => {}
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
}

/// An SMS-SUBMIT that is written is read with the same fields.
pub fn submit(segmenter: Segmenter, text: &str, digits: &str, validity: u8) {
    let number = format!("+{digits}");
    let period = ValidityPeriod::Relative(validity);
    let submit = Submit::to(&number)
        .and_then(|submit| submit.with_validity_period(period))
        .and_then(|submit| submit.with_service_centre(&number))
        .unwrap();
    for part in segmenter.user_data(text, 7).unwrap() {
        let pdu = submit.pdu(&part);
        let Ok(Pdu::Message(read)) = Pdu::detect_announced(pdu.octets(), pdu.length()) else {
            panic!("{pdu}")
        };
        assert_eq!(read.check(), Ok(()));
        assert_eq!(read.address().to_string(), number);
        assert_eq!(read.service_centre().unwrap().to_string(), number);
        assert_eq!(read.validity_period(), Some(period));
        assert_eq!(read.user_data().unwrap().octets(), part.octets());
        assert_eq!(Pdu::detect(pdu.octets()), Ok(Pdu::Message(read)));
    }
}
