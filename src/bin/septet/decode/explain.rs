//! Received messages field by field, and the texts that they make up.

use std::fmt::Display;
use std::io::{self, Write};

use septet::pdu::{
    CharacterSet, Dcs, DcsGroup, ElementValue, InformationElement, Tpdu, WaitingKind,
};
use septet::{NationalLanguage, ReferenceBits};

use super::line::{drawn, field};
use super::{Joined, Part, Record, fields};
use crate::hex::Hex;
use crate::screen::Screen;
use crate::style;
use crate::wording::counted;

pub(super) fn everything(
    records: &[Record],
    messages: &[Joined],
    screen: &mut Screen,
) -> io::Result<()> {
    for (index, record) in records.iter().enumerate() {
        if index > 0 {
            writeln!(screen)?;
        }
        match record {
            Record::Part(part) => explain(part, screen)?,
            Record::Report(report) => fields::report(report, screen)?,
        }
    }
    for message in messages {
        writeln!(screen)?;
        show(message, screen)?;
    }
    Ok(())
}

fn explain(part: &Part, screen: &mut Screen) -> io::Result<()> {
    let data = &part.user_data;
    if let Some(message) = &part.message {
        fields::message(message, screen)?;
    }
    let mut field = |name: &str, value: &dyn Display| field(screen, name, value);
    field(
        "TP-DCS",
        &format_args!("{} {}", data.dcs(), scheme(data.dcs())),
    )?;
    let announced = part.message.as_ref().map_or(data.udhi(), Tpdu::udhi);
    let udhi = match (announced.is_present(), data.udhi().is_present()) {
        (_, true) => "1 with a header",
        (true, false) => "1 but there is no header",
        (false, false) => "0 no header",
    };
    field("TP-UDHI", &udhi)?;
    field("TP-UDL", &length(part))?;
    if let Some(header) = data.header() {
        field("UDHL", &counted(usize::from(header.udhl()), "octet"))?;
        for element in header.elements() {
            let name = format!("  IE 0x{:02X}", element.identifier());
            field(&name, &meaning(&element))?;
        }
    }
    field("TP-UD", &Hex(part.octets))?;
    if let Some(fault) = &part.fault {
        field("overlooked", fault)?;
    }
    Ok(())
}

/// `GSM-7, class 0`.
fn scheme(dcs: Dcs) -> String {
    let mut scheme = vec![dcs.character_set().to_string()];
    if dcs.group() == DcsGroup::Reserved {
        scheme.push("by a reserved coding".to_owned());
    }
    if dcs.compressed() {
        scheme.push("compressed".to_owned());
    }
    if let Some(class) = dcs.class() {
        scheme.push(format!("class {}", class as u8));
    }
    if dcs.automatic_deletion() {
        scheme.push("to be deleted once read".to_owned());
    }
    if let Some(waiting) = dcs.message_waiting() {
        let what = match waiting.kind() {
            WaitingKind::Voicemail => "voice message",
            WaitingKind::Fax => "fax",
            WaitingKind::Email => "e-mail",
            WaitingKind::Other => "other message",
        };
        let state = if waiting.is_active() {
            "waiting"
        } else {
            "no longer waiting"
        };
        scheme.push(format!("{what} {state}"));
    }
    scheme.join(", ")
}

fn length(part: &Part) -> String {
    let unit = match part.user_data.character_set() {
        CharacterSet::Gsm7 => "septet",
        _ => "octet",
    };
    counted(usize::from(part.udl), unit)
}

/// The content of an element, after its name.
fn meaning(element: &InformationElement) -> String {
    let name = element.name().unwrap_or("unknown");
    let value = match element.value() {
        Ok(ElementValue::Concatenation(part)) => {
            let digits = if part.bits() == ReferenceBits::Sixteen {
                4
            } else {
                2
            };
            let (sequence, total) = (part.sequence(), part.total());
            format!(
                "part {sequence} of {total}, reference 0x{:0digits$X}",
                part.reference()
            )
        }
        Ok(ElementValue::SingleShift(id) | ElementValue::LockingShift(id)) => {
            NationalLanguage::from_id(id)
                .map_or(format!("{id}, reserved"), |known| known.to_string())
        }
        Ok(ElementValue::Ports {
            destination,
            source,
        }) => format!("to {destination}, from {source}"),
        Ok(_) => Hex(element.data()).to_string(),
        Err(error) => format!("ignored: {error}"),
    };
    format!("{name}: {value}")
}

/// A text under its sender and what is missing of it.
fn show(message: &Joined, screen: &mut Screen) -> io::Result<()> {
    let mut head = vec![match (&message.text, &message.data) {
        (Some(_), _) => "Text".to_owned(),
        (None, Some(_)) => "Data".to_owned(),
        (None, None) => "Text and data, which do not join".to_owned(),
    }];
    head.extend(message.sender.as_deref().map(drawn));
    if message.total > 1 {
        head.push(counted(usize::from(message.total), "part"));
    }
    if !message.missing.is_empty() {
        let missing: Vec<String> = message.missing.iter().map(ToString::to_string).collect();
        head.push(format!("missing {}", missing.join(", ")));
    }
    let head = head.join(" · ");
    writeln!(screen, "{}", screen.paint(style::STRONG, head))?;
    match (&message.text, &message.data) {
        (Some(text), _) => {
            for line in text.split('\n') {
                writeln!(screen, "  {}", drawn(line))?;
            }
        }
        (None, Some(data)) => writeln!(screen, "  {data}")?,
        (None, None) => {}
    }
    Ok(())
}
