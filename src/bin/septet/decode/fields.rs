//! The fields before the user data, and those of status reports, each with its meaning.

use std::io;

use septet::pdu::{Address, Direction, Timestamp, Tpdu, UserData, ValidityPeriod};

use super::Report;
use super::line::{drawn, field};
use crate::screen::Screen;

/// SMS-DELIVER and SMS-SUBMIT up to TP-PID, TP-SCTS and TP-VP.
pub(super) fn message(message: &Tpdu, screen: &mut Screen) -> io::Result<()> {
    let (kind, address_name) = match message.direction() {
        Direction::Deliver => ("SMS-DELIVER, from the service centre to the phone", "TP-OA"),
        Direction::Submit => ("SMS-SUBMIT, from the phone to the service centre", "TP-DA"),
    };
    field(screen, "TP-MTI", &kind)?;
    if let Some(centre) = message.service_centre() {
        field(screen, "service centre", &address(centre))?;
    }
    if let Some(waits) = message.more_messages() {
        field(screen, "TP-MMS", &more_messages(waits))?;
    }
    if let Some(rejects) = message.rejects_duplicates() {
        let meaning = bit(
            rejects,
            "the service centre refuses a repetition",
            "a repetition is accepted",
        );
        field(screen, "TP-RD", &meaning)?;
    }
    let name = match message.direction() {
        Direction::Deliver => "TP-SRI",
        Direction::Submit => "TP-SRR",
    };
    let wants = message.wants_status_report();
    field(
        screen,
        name,
        &bit(
            wants,
            "the sender wants a status report",
            "no status report",
        ),
    )?;
    let path = bit(
        message.reply_path(),
        "a reply may take the same path",
        "no reply path",
    );
    field(screen, "TP-RP", &path)?;
    if let Some(reference) = message.reference() {
        let meaning = format!("{reference}, the phone's number for the message");
        field(screen, "TP-MR", &meaning)?;
    }
    field(screen, address_name, &address(message.address()))?;
    let protocol = message.protocol_identifier();
    field(
        screen,
        "TP-PID",
        &format!("0x{protocol:02X} {}", message.protocol_name()),
    )?;
    match message.direction() {
        Direction::Deliver => field(screen, "TP-SCTS", &time(message.timestamp())),
        Direction::Submit => field(screen, "TP-VP", &validity(message.validity_period())),
    }
}

/// SMS-STATUS-REPORT.
pub(super) fn report(report: &Report, screen: &mut Screen) -> io::Result<()> {
    let Report { report, fault } = report;
    field(
        screen,
        "TP-MTI",
        &"SMS-STATUS-REPORT, from the service centre to the phone",
    )?;
    if let Some(centre) = report.service_centre() {
        field(screen, "service centre", &address(centre))?;
    }
    field(screen, "TP-MMS", &more_messages(report.more_messages()))?;
    let answers = bit(
        report.answers_command(),
        "about an SMS-COMMAND",
        "about an SMS-SUBMIT",
    );
    field(screen, "TP-SRQ", &answers)?;
    let reference = format!("{}, the phone's number for the message", report.reference());
    field(screen, "TP-MR", &reference)?;
    field(screen, "TP-RA", &address(report.recipient()))?;
    field(screen, "TP-SCTS", &time(report.timestamp()))?;
    field(screen, "TP-DT", &time(report.discharge_time()))?;
    let status = report.status();
    let outcome = match status.outcome().name() {
        "gave-up" => "not delivered, and no longer tried",
        "pending" => "not delivered yet, and still tried",
        "failed" => "not delivered",
        "completed" => "completed",
        _ => "reserved",
    };
    field(
        screen,
        "TP-ST",
        &format!("0x{:02X} {outcome}: {status}", status.octet()),
    )?;
    if let Some(protocol) = report.protocol_identifier() {
        field(screen, "TP-PID", &format!("0x{protocol:02X}"))?;
    }
    if let Some(text) = report.user_data().and_then(UserData::text) {
        field(screen, "TP-UD", &drawn(&text))?;
    }
    if let Some(fault) = fault {
        field(screen, "overlooked", fault)?;
    }
    Ok(())
}

/// `+27381000015, international number, E.164`.
fn address(address: &Address) -> String {
    let (kind, plan) = (address.type_of_number(), address.numbering_plan());
    let shown = drawn(&address.to_string());
    if address.is_alphanumeric() {
        return format!("{shown}, {kind}");
    }
    format!("{shown}, {kind}, {plan}")
}

fn bit(is_set: bool, yes: &str, no: &str) -> String {
    let (bit, meaning) = if is_set { (1, yes) } else { (0, no) };
    format!("{bit} {meaning}")
}

/// TP-MMS, which is 0 where messages wait.
fn more_messages(waits: bool) -> String {
    bit(!waits, "no more messages wait", "more messages wait")
}

fn time(time: Option<Timestamp>) -> String {
    time.map_or_else(|| "not a time".to_owned(), |time| time.to_string())
}

fn validity(period: Option<ValidityPeriod>) -> String {
    let chosen = "none, the service centre decides";
    period.map_or_else(|| chosen.to_owned(), |period| period.to_string())
}
