//! The JSON shape of messages and status reports: the keys of the npm package.

use alloc::string::{String, ToString};

use serde::{Serialize, Serializer};

use crate::pdu::{
    Address, Direction, Pdu, StatusReport, SubmitPdu, Tpdu, UserData, ValidityPeriod,
};

impl Serialize for Pdu<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Message(message) => message.serialize(serializer),
            Self::StatusReport(report) => report.serialize(serializer),
        }
    }
}

impl Serialize for Tpdu<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        TpduShape::new(self).serialize(serializer)
    }
}

impl Serialize for StatusReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ReportShape::new(self).serialize(serializer)
    }
}

/// The octets and the length to announce before them.
impl Serialize for SubmitPdu {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Shape {
            length: usize,
            pdu: String,
        }
        let (length, pdu) = (self.length(), self.to_string());
        Shape { length, pdu }.serialize(serializer)
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TpduShape {
    r#type: &'static str,
    direction: &'static str,
    service_centre: Option<String>,
    address: String,
    address_type: AddressShape,
    reference: Option<u8>,
    protocol_identifier: u8,
    protocol: &'static str,
    timestamp: Option<String>,
    validity_period: Option<ValidityShape>,
    more_messages: Option<bool>,
    rejects_duplicates: Option<bool>,
    wants_status_report: bool,
    reply_path: bool,
    dcs: u8,
    udhi: bool,
    udl: u8,
}

impl TpduShape {
    fn new(message: &Tpdu<'_>) -> Self {
        let (r#type, direction) = match message.direction() {
            Direction::Deliver => ("SMS-DELIVER", "deliver"),
            Direction::Submit => ("SMS-SUBMIT", "submit"),
        };
        Self {
            r#type,
            direction,
            service_centre: message.service_centre().map(ToString::to_string),
            address: message.address().to_string(),
            address_type: AddressShape::new(message.address()),
            reference: message.reference(),
            protocol_identifier: message.protocol_identifier(),
            protocol: message.protocol_name(),
            timestamp: message.timestamp().as_ref().map(ToString::to_string),
            validity_period: message.validity_period().map(ValidityShape::new),
            more_messages: message.more_messages(),
            rejects_duplicates: message.rejects_duplicates(),
            wants_status_report: message.wants_status_report(),
            reply_path: message.reply_path(),
            dcs: message.dcs().octet(),
            udhi: message.udhi().is_present(),
            udl: message.udl(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AddressShape {
    octet: u8,
    type_of_number: &'static str,
    numbering_plan: &'static str,
}

impl AddressShape {
    const fn new(address: &Address) -> Self {
        Self {
            octet: address.type_of_address(),
            type_of_number: address.type_of_number(),
            numbering_plan: address.numbering_plan(),
        }
    }
}

/// In words, with the seconds of a period or the time at which it ends.
#[derive(Serialize)]
struct ValidityShape {
    format: &'static str,
    description: String,
    seconds: Option<u64>,
    until: Option<String>,
}

impl ValidityShape {
    fn new(period: ValidityPeriod) -> Self {
        let (format, until) = match period {
            ValidityPeriod::Relative(_) => ("relative", None),
            ValidityPeriod::Absolute(time) => ("absolute", time),
            ValidityPeriod::Enhanced(_) => ("enhanced", None),
        };
        Self {
            format,
            description: period.to_string(),
            seconds: period.duration().map(|duration| duration.as_secs()),
            until: until.as_ref().map(ToString::to_string),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReportShape<'a> {
    r#type: &'static str,
    service_centre: Option<String>,
    reference: u8,
    recipient: String,
    recipient_type: AddressShape,
    timestamp: Option<String>,
    discharge_time: Option<String>,
    status: u8,
    outcome: &'static str,
    meaning: &'static str,
    answers_command: bool,
    more_messages: bool,
    protocol_identifier: Option<u8>,
    protocol: Option<&'static str>,
    user_data: Option<&'a UserData>,
}

impl<'a> ReportShape<'a> {
    fn new(report: &'a StatusReport) -> Self {
        let status = report.status();
        Self {
            r#type: "SMS-STATUS-REPORT",
            service_centre: report.service_centre().map(ToString::to_string),
            reference: report.reference(),
            recipient: report.recipient().to_string(),
            recipient_type: AddressShape::new(report.recipient()),
            timestamp: report.timestamp().as_ref().map(ToString::to_string),
            discharge_time: report.discharge_time().as_ref().map(ToString::to_string),
            status: status.octet(),
            outcome: status.outcome().name(),
            meaning: status.meaning(),
            answers_command: report.answers_command(),
            more_messages: report.more_messages(),
            protocol_identifier: report.protocol_identifier(),
            protocol: report.protocol_name(),
            user_data: report.user_data(),
        }
    }
}
