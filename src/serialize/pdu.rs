//! User data, coding schemes and reassembly. Octets are bytes of the format: a `Uint8Array` in JavaScript, an array of
//! numbers in JSON.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::alphabet::NationalLanguage;
use crate::pdu::{
    Abandoned, CharacterSet, ConcatenatedMessage, Concatenation, Dcs, DcsGroup, InformationElement,
    MessageWaiting, PartOutcome, PduField, Received, Sar, Smpp, UserData, UserDataHeader,
};

serialize_as! {
    CharacterSet: set => set.name(),
    PduField: field => field.to_string(),
    Dcs: dcs => DcsView::new(*dcs),
    UserData: part => UserDataView::new(part),
    ConcatenatedMessage: message => MessageView {
        total: message.total(),
        missing: message.missing(),
        text: message.text(),
        data: message.data().map(Octets),
        parts: message.parts().to_vec(),
    },
    InformationElement<'_>: element => ElementView::new(element),
}

impl<K: Serialize> Serialize for Received<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (status, message, missing) = match self.outcome() {
            PartOutcome::Complete(message) => ("complete", Some(message), &[][..]),
            PartOutcome::Waiting { missing } => ("waiting", None, &missing[..]),
            PartOutcome::Duplicate => ("duplicate", None, &[][..]),
        };
        let abandoned = self.abandoned();
        let view = ReceivedView {
            status,
            message,
            missing,
            abandoned,
        };
        view.serialize(serializer)
    }
}

/// Octets, as the bytes of the format.
pub(super) struct Octets(pub(super) Vec<u8>);

impl Serialize for Octets {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Octets {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = Octets;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("octets")
            }

            fn visit_bytes<E>(self, octets: &[u8]) -> Result<Octets, E> {
                Ok(Octets(octets.into()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Octets, A::Error> {
                let mut octets = Vec::new();
                while let Some(octet) = list.next_element()? {
                    octets.push(octet);
                }
                Ok(Octets(octets))
            }
        }

        deserializer.deserialize_byte_buf(Any)
    }
}

/// By its octet, of which the rest is the meaning.
impl<'de> Deserialize<'de> for Dcs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Fields {
            octet: u8,
        }
        Ok(Dcs::new(Fields::deserialize(deserializer)?.octet))
    }
}

/// By its octets, which are decoded again.
impl<'de> Deserialize<'de> for UserData {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Fields {
            dcs: u8,
            udhi: bool,
            udl: u8,
            octets: Octets,
            #[serde(default)]
            smpp: Option<SmppFields>,
        }
        #[derive(Deserialize)]
        struct SmppFields {
            sar: Option<SarFields>,
        }
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct SarFields {
            msg_ref_num: u16,
        }
        let Fields {
            dcs,
            udhi,
            udl,
            octets: Octets(octets),
            smpp,
        } = Fields::deserialize(deserializer)?;
        let part = UserData::decode(Dcs::new(dcs), udhi.into(), udl, &octets);
        let sar = smpp.and_then(|smpp| smpp.sar);
        Ok(part
            .map_err(D::Error::custom)?
            .with_sar_reference(sar.map(|sar| sar.msg_ref_num)))
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DcsView {
    octet: u8,
    group: DcsGroup,
    character_set: CharacterSet,
    message_class: Option<u8>,
    compressed: bool,
    automatic_deletion: bool,
    message_waiting: Option<MessageWaiting>,
}

impl DcsView {
    fn new(dcs: Dcs) -> Self {
        Self {
            octet: dcs.octet(),
            group: dcs.group(),
            character_set: dcs.character_set(),
            message_class: dcs.class().map(|class| class as u8),
            compressed: dcs.compressed(),
            automatic_deletion: dcs.automatic_deletion(),
            message_waiting: dcs.message_waiting(),
        }
    }
}

#[derive(Serialize)]
struct ElementView {
    identifier: u8,
    name: Option<&'static str>,
    offset: usize,
    data: Octets,
}

impl ElementView {
    fn new(element: &InformationElement<'_>) -> Self {
        Self {
            identifier: element.identifier(),
            name: element.name(),
            offset: element.offset(),
            data: Octets(element.data().to_vec()),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct UserDataView {
    dcs: u8,
    udhi: bool,
    udl: u8,
    udh: Option<Octets>,
    octets: Octets,
    character_set: CharacterSet,
    locking_shift: Option<NationalLanguage>,
    single_shift: Option<NationalLanguage>,
    concatenation: Option<Concatenation>,
    elements: Vec<ElementView>,
    text: Option<String>,
    /// UCS-2 as it came, lone surrogates included.
    code_units: Option<Vec<u16>>,
    data: Option<Octets>,
    smpp: SmppView,
}

impl UserDataView {
    fn new(part: &UserData) -> Self {
        let header = part.header();
        let alphabet = part.alphabet().unwrap_or_default();
        Self {
            dcs: part.dcs().octet(),
            udhi: part.udhi().is_present(),
            udl: part.udl(),
            udh: part.udh().map(Octets),
            octets: Octets(part.octets()),
            character_set: part.character_set(),
            locking_shift: alphabet.locking(),
            single_shift: alphabet.single(),
            concatenation: part.concatenation(),
            elements: header.map(elements).unwrap_or_default(),
            text: part.text(),
            code_units: part.code_units().map(<[u16]>::to_vec),
            data: part.data().map(|data| Octets(data.to_vec())),
            smpp: SmppView::new(part),
        }
    }
}

fn elements(header: &UserDataHeader) -> Vec<ElementView> {
    header
        .elements()
        .map(|element| ElementView::new(&element))
        .collect()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SmppView {
    data_coding: u8,
    esm_class: u8,
    short_message: Octets,
    dest_addr_subunit: Option<u8>,
    sar: Option<SarView>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarView {
    esm_class: u8,
    short_message: Octets,
    msg_ref_num: u16,
    total_segments: u8,
    segment_seqnum: u8,
}

impl SmppView {
    fn new(part: &UserData) -> Self {
        let pdu: Smpp = part.smpp();
        Self {
            data_coding: pdu.data_coding(),
            esm_class: pdu.esm_class(),
            short_message: Octets(pdu.short_message().to_vec()),
            dest_addr_subunit: pdu.dest_addr_subunit(),
            sar: part.smpp_sar().map(SarView::new),
        }
    }
}

impl SarView {
    fn new((pdu, sar): (Smpp, Sar)) -> Self {
        Self {
            esm_class: pdu.esm_class(),
            short_message: Octets(pdu.short_message().to_vec()),
            msg_ref_num: sar.msg_ref_num(),
            total_segments: sar.total_segments(),
            segment_seqnum: sar.segment_seqnum(),
        }
    }
}

#[derive(Serialize)]
struct MessageView {
    total: u8,
    missing: Vec<u8>,
    text: Option<String>,
    data: Option<Octets>,
    parts: Vec<UserData>,
}

#[derive(Serialize)]
struct ReceivedView<'a, K> {
    status: &'static str,
    message: Option<&'a ConcatenatedMessage>,
    missing: &'a [u8],
    abandoned: &'a [Abandoned<K>],
}
