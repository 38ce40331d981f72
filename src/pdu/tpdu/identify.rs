//! Recognises the PDUs that are neither a message nor a status report.

use super::other::OtherPdu;
use super::reader::Reader;
use crate::pdu::dcs::Dcs;
use crate::pdu::decode::octets_of;
use crate::pdu::error::PduField;

/// SMS-COMMAND after its first octet (clause 9.2.2.4): TP-MR, TP-PID, TP-CT, TP-MN, TP-DA, TP-CDL, TP-CD.
pub(super) fn command(mut reader: Reader<'_>) -> Option<OtherPdu> {
    let reference = reader.octet(PduField::MessageReference).ok()?;
    reader.octet(PduField::ProtocolIdentifier).ok()?;
    let [command, _number] = reader.array(PduField::Command).ok()?;
    reader.address(PduField::DestinationAddress).ok()?;
    let length = reader.octet(PduField::Command).ok()?;
    (reader.rest().len() == usize::from(length)).then_some(OtherPdu::Command { reference, command })
}

/// SMS-DELIVER-REPORT after its first octet (clause 9.2.2.1a).
pub(super) fn deliver_report(reader: Reader<'_>) -> Option<OtherPdu> {
    report(reader, false, |cause| OtherPdu::DeliverReport { cause })
}

/// SMS-SUBMIT-REPORT after its first octet (clause 9.2.2.2a), which has a time.
pub(super) fn submit_report(reader: Reader<'_>) -> Option<OtherPdu> {
    report(reader, true, |cause| OtherPdu::SubmitReport { cause })
}

/// TP-FCS in an error report, TP-PI, the time, and what TP-PI announces; nothing may be left.
fn report(
    mut reader: Reader<'_>,
    has_time: bool,
    pdu: impl FnOnce(Option<u8>) -> OtherPdu,
) -> Option<OtherPdu> {
    // TP-PI in a report without TP-FCS is below 0x80: its extension bit has no use yet.
    let cause = reader.peek().filter(|octet| *octet >= 0x80);
    if cause.is_some() {
        reader.octet(PduField::FailureCause).ok()?;
    }
    let indicator = reader.octet(PduField::ParameterIndicator).ok()?;
    if has_time {
        let field = PduField::Timestamp;
        reader.time(field).ok()?.check(field).ok()?;
    }
    if indicator & 0b001 != 0 {
        reader.octet(PduField::ProtocolIdentifier).ok()?;
    }
    let dcs = match indicator & 0b010 {
        0 => Dcs::GSM7,
        _ => Dcs::new(reader.octet(PduField::Dcs).ok()?),
    };
    let octets = match indicator & 0b100 {
        0 => 0,
        _ => octets_of(dcs, reader.octet(PduField::Udl).ok()?),
    };
    (reader.rest().len() == octets).then(|| pdu(cause))
}

/// RP-ERROR and RP-DATA (TS 24.011 clauses 7.3.1 and 7.3.4), in either direction.
pub(super) fn relay(octets: &[u8]) -> Option<OtherPdu> {
    let (&kind, rest) = octets.split_first()?;
    let (_reference, rest) = rest.split_first()?;
    let (first, rest) = length_value(rest)?;
    match kind {
        0 | 1 => {
            // Originator, destination, user data: each with its length.
            let (second, rest) = length_value(rest)?;
            let (_tpdu, rest) = length_value(rest)?;
            let has_one_address = first.is_empty() != second.is_empty();
            (has_one_address && rest.is_empty()).then_some(OtherPdu::RelayData)
        }
        4 | 5 => {
            let &cause = first.first()?;
            let has_user_data = rest.first() == Some(&0x41)
                && length_value(&rest[1..]).is_some_and(|(_, rest)| rest.is_empty());
            let ends = rest.is_empty() || has_user_data;
            (ends && first.len() <= 2).then_some(OtherPdu::RelayError {
                cause: cause & 0x7F,
            })
        }
        _ => None,
    }
}

/// A field that begins with its length, and what follows it.
fn length_value(octets: &[u8]) -> Option<(&[u8], &[u8])> {
    let (&length, rest) = octets.split_first()?;
    rest.split_at_checked(length.into())
}

/// A PDU of SMPP 3.4 (clause 3.2): `command_length`, `command_id`, two more words, the body.
///
/// No short message begins like that: it would be from a sender without digits, with reserved types.
pub(super) fn smpp(octets: &[u8]) -> Option<OtherPdu> {
    let (words, _) = octets.as_chunks::<4>();
    let [length, id, _status, _sequence, ..] = words else {
        return None;
    };
    let (length, id) = (u32::from_be_bytes(*length), u32::from_be_bytes(*id));
    if !(16..0x1_0000).contains(&length) {
        return None;
    }
    let is_response = id & 0x8000_0000 != 0;
    let (_, request, response) = COMMANDS
        .iter()
        .find(|(known, ..)| *known == id & 0x7FFF_FFFF)?;
    let command = if is_response { response } else { request };
    (!command.is_empty()).then_some(OtherPdu::Smpp { command })
}

/// Commands (clause 5.1.2.1): identifier, request, response.
const COMMANDS: [(u32, &str, &str); 15] = [
    (0x0000, "", "generic_nack"),
    (0x0001, "bind_receiver", "bind_receiver_resp"),
    (0x0002, "bind_transmitter", "bind_transmitter_resp"),
    (0x0003, "query_sm", "query_sm_resp"),
    (0x0004, "submit_sm", "submit_sm_resp"),
    (0x0005, "deliver_sm", "deliver_sm_resp"),
    (0x0006, "unbind", "unbind_resp"),
    (0x0007, "replace_sm", "replace_sm_resp"),
    (0x0008, "cancel_sm", "cancel_sm_resp"),
    (0x0009, "bind_transceiver", "bind_transceiver_resp"),
    (0x000B, "outbind", ""),
    (0x0015, "enquire_link", "enquire_link_resp"),
    (0x0021, "submit_multi", "submit_multi_resp"),
    (0x0102, "alert_notification", ""),
    (0x0103, "data_sm", "data_sm_resp"),
];
