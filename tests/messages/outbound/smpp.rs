//! What `rusmpp` puts on the wire of a `submit_sm` is what was given to it: `short_message`, `esm_class`, `data_coding`, types
//! of number and numbering plans.

use rusmpp_core::encode::{Encode, Length};
use rusmpp_core::pdus::owned::SubmitSm;
use rusmpp_core::types::owned::{COctetString, OctetString};
use rusmpp_core::values::{DataCoding, EsmClass, Npi, Ton};
use septet::Segmenter;
use septet::message::Address;
use septet::pdu::SmppMessage;

/// The octets of a text that ends with a zero, and the rest.
fn text(octets: &[u8]) -> (&[u8], &[u8]) {
    let end = octets.iter().position(|octet| *octet == 0).unwrap();
    (&octets[..end], &octets[end + 1..])
}

/// The octets before and after an index.
fn split<const N: usize>(octets: &[u8]) -> ([u8; N], &[u8]) {
    let (head, rest) = octets.split_first_chunk().unwrap();
    (*head, rest)
}

#[test]
fn rusmpp_sends_what_it_gets() {
    let texts = ["Hi @ €", "Grüße", "中文", "😘"].map(|text| [text.to_owned(), text.repeat(200)]);
    for from in ["+14155550199", "Septet", "72345"] {
        for message in texts.as_flattened() {
            for part in Segmenter::new().user_data(message, 7).unwrap() {
                check(from, "+447911123456", &part);
            }
        }
    }
}

fn check(from: &str, to: &str, part: &septet::pdu::UserData) {
    let [source, destination] = [from, to].map(|text| text.parse::<Address>().unwrap());
    let (source, destination) = (source.smpp().unwrap(), destination.smpp().unwrap());
    let smpp = part.smpp();
    let (esm_class, data_coding) = (smpp.esm_class(), smpp.data_coding());
    let short_message = smpp.into_short_message();
    let address = |text: &str| text.parse::<COctetString<1, 21>>().unwrap();
    let pdu = SubmitSm::builder()
        .source_addr_ton(Ton::from(source.ton()))
        .source_addr_npi(Npi::from(source.npi()))
        .source_addr(address(source.addr()))
        .dest_addr_ton(Ton::from(destination.ton()))
        .dest_addr_npi(Npi::from(destination.npi()))
        .destination_addr(address(destination.addr()))
        .esm_class(EsmClass::from(esm_class))
        .data_coding(DataCoding::from(data_coding))
        .short_message(OctetString::from_vec(short_message.clone()).unwrap())
        .build();
    let mut octets = vec![0; pdu.length()];
    assert_eq!(pdu.encode(&mut octets), octets.len());

    // SMPP 3.4 clause 4.4.1.
    let (_service_type, rest) = text(&octets);
    let ([ton, npi], rest) = split(rest);
    let (addr, rest) = text(rest);
    assert_eq!(
        (ton, npi, addr),
        (source.ton(), source.npi(), source.addr().as_bytes())
    );
    let ([ton, npi], rest) = split(rest);
    let (addr, rest) = text(rest);
    assert_eq!((ton, npi, addr), (1, 1, &b"447911123456"[..]));
    let ([sent_class, _protocol_id, _priority], rest) = split(rest);
    let (_, rest) = text(text(rest).1);
    let ([_registered, _replace, sent_coding, _default, length], sent) = split(rest);
    assert_eq!((sent_class, sent_coding), (esm_class, data_coding));
    assert_eq!(
        (usize::from(length), sent),
        (short_message.len(), &short_message[..])
    );
    let read = SmppMessage::decode(sent_coding, sent_class, sent).unwrap();
    assert_eq!(read.text(), part.text());
}
