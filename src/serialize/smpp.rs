//! The JSON shape of what an SMPP link delivers: the keys of the npm package.

use alloc::string::String;

use serde::{Serialize, Serializer};

use super::pdu::Octets;
use crate::pdu::{CharacterSet, DeliveryOutcome, Receipt, SmppMessage, UserData};

impl Serialize for SmppMessage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        MessageShape {
            character_set: self.character_set(),
            text: self.text(),
            code_units: self.code_units(),
            data: self.data().map(|data| Octets(data.into())),
            user_data: self.user_data(),
            receipt: self.receipt(),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct MessageShape<'a> {
    character_set: CharacterSet,
    text: Option<String>,
    /// UCS-2 as it came, lone surrogates included.
    code_units: Option<&'a [u16]>,
    data: Option<Octets>,
    user_data: Option<&'a UserData>,
    receipt: Option<Receipt>,
}

impl Serialize for Receipt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ReceiptShape {
            id: self.id(),
            sub: self.submitted(),
            dlvrd: self.delivered(),
            submit_date: self.submit_date(),
            done_date: self.done_date(),
            stat: self.stat(),
            err: self.err(),
            text: self.text(),
            outcome: self.outcome().map(DeliveryOutcome::name),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReceiptShape<'a> {
    id: Option<&'a str>,
    sub: Option<&'a str>,
    dlvrd: Option<&'a str>,
    submit_date: Option<&'a str>,
    done_date: Option<&'a str>,
    stat: Option<&'a str>,
    err: Option<&'a str>,
    text: Option<&'a str>,
    outcome: Option<&'static str>,
}
