//! From `tests/data/media*.tsv` to `src/media/limits.rs`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::tsv;

const HEADER: &str = "// Generated from tests/data/media.tsv, media-messages.tsv and media-aliases.tsv.\n\
    // `UPDATE=1 cargo test --test tables_current` rewrites it.\n\n\
    use super::channel::{Carrier, MediaChannel};\n\
    use super::limit::{MediaSupport, MessageRow, Row, What};\n\
    use crate::address::SenderKind;\n";

fn channel(name: &str) -> &str {
    match name {
        "mms" => "Mms",
        "rcs" => "Rcs",
        "whatsapp" => "WhatsApp",
        "whatsapp-cloud-api" => "WhatsAppCloudApi",
        "sinch-mms" => "SinchMms",
        "signalwire-mms" => "SignalWireMms",
        "telnyx-mms" => "TelnyxMms",
        "google-rcs" => "GoogleRcs",
        other => panic!("{other}"),
    }
}

fn option(value: Option<String>) -> String {
    value.map_or("None".to_owned(), |value| format!("Some({value})"))
}

fn number(cell: &str) -> Option<String> {
    (!cell.is_empty()).then(|| tsv::grouped(cell))
}

/// Extensions that no row gives a type, or that rows give several: the IANA registrations.
const OTHER_EXTENSIONS: [(&str, &str); 5] = [
    ("3g2", "video/3gpp2"),
    ("3gp", "video/3gpp"),
    ("amr", "audio/amr"),
    ("avi", "video/x-msvideo"),
    ("wmv", "video/x-ms-wmv"),
];

fn support(cell: &str) -> &'static str {
    match cell {
        "full" => "Full",
        "accept-only" => "AcceptOnly",
        "listed" => "Listed",
        "limit" | "advice" | "carrier limit" => "Limit",
        other => panic!("{other}"),
    }
}

/// A row of the limits; extensions of its type are added to those there are.
fn limit(row: &tsv::Row, extensions: &mut BTreeMap<String, String>) -> String {
    let (name, carrier) = match row["channel"].split_once(':') {
        Some((_, carrier)) => ("mms", Some(carrier)),
        None => (row["channel"].as_str(), None),
    };
    let carrier = carrier.map(|name| match name {
        "AT&T" => "Carrier::Att".to_owned(),
        "T-Mobile" => "Carrier::TMobile".to_owned(),
        "Verizon" => "Carrier::Verizon".to_owned(),
        other => panic!("{other}"),
    });
    let third = row["extensions_or_sender"].as_str();
    let sender = match third {
        "long code" | "local number" => Some("SenderKind::LongCode".to_owned()),
        "toll-free" => Some("SenderKind::TollFree".to_owned()),
        "short code" => Some("SenderKind::ShortCode".to_owned()),
        _ => None,
    };
    let cell = row["mime_type"].as_str();
    // `image/webp (static sticker)`: the words in brackets belong to the note.
    let (cell, qualifier) = cell.split_once(" (").unwrap_or((cell, ""));
    let what = match cell {
        "any" => "What::Any".to_owned(),
        "any non-image" => "What::AnyButImages".to_owned(),
        "(by extension)" => format!("What::Extension({third:?})"),
        name => {
            let name = name.to_ascii_lowercase();
            for extension in third.trim_end_matches(" (opus)").split_whitespace() {
                extensions
                    .entry(extension.to_owned())
                    .or_insert_with(|| name.clone());
            }
            format!("What::Type({name:?})")
        }
    };
    let support = support(&row["support"]);
    let qualifier = qualifier.trim_end_matches(')');
    let note = match row["note"].as_str() {
        "" => qualifier,
        note => note,
    };
    format!(
        "    Row {{ channel: MediaChannel::{}, what: {what}, sender: {}, carrier: {}, bytes: {}, support: MediaSupport::{support}, note: {note:?}, source: {:?} }},",
        channel(name),
        option(sender),
        option(carrier),
        option(number(&row["max_bytes"])),
        row["source"],
    )
}

fn message_limit(row: &tsv::Row) -> String {
    format!(
        "    MessageRow {{ channel: MediaChannel::{}, sender: {}, items: {}, bytes: {}, note: {:?}, source: {:?} }},",
        channel(&row["channel"]),
        match row["sender"].as_str() {
            "" => "None",
            "toll-free" => "Some(SenderKind::TollFree)",
            "local number" => "Some(SenderKind::LongCode)",
            other => panic!("{other}"),
        },
        option(number(&row["max_items"])),
        option(number(&row["max_bytes"])),
        row["note"],
        row["source"],
    )
}

fn pair((first, second): (String, String)) -> String {
    format!("    ({first:?}, {second:?}),")
}

/// A table of Rust.
fn table(out: &mut String, doc: &str, name: &str, kind: &str, rows: &[String]) {
    let (number, rows) = (rows.len(), rows.join("\n"));
    write!(out, "/// {doc}\n#[rustfmt::skip]\npub(super) static {name}: [{kind}; {number}] = [\n{rows}\n];\n").unwrap();
}

fn generated() -> String {
    let mut extensions: BTreeMap<String, String> = OTHER_EXTENSIONS
        .iter()
        .map(|(extension, name)| ((*extension).to_owned(), (*name).to_owned()))
        .collect();
    let limits = tsv::read("media.tsv");
    let limits: Vec<String> = limits
        .iter()
        .map(|row| limit(row, &mut extensions))
        .collect();
    let messages = tsv::read("media-messages.tsv");
    let messages: Vec<String> = messages.iter().map(message_limit).collect();
    let extensions: Vec<String> = extensions.into_iter().map(pair).collect();
    let aliases = tsv::read("media-aliases.tsv");
    let alias = |row: &tsv::Row| pair((row["alias"].clone(), row["media_type"].clone()));
    let aliases: Vec<String> = aliases.iter().map(alias).collect();
    let mut out = String::from(HEADER);
    for (doc, name, kind, rows) in [
        (
            "The rows of tests/data/media.tsv, in its order.",
            "LIMITS",
            "Row",
            limits,
        ),
        (
            "The rows of tests/data/media-messages.tsv, in its order.",
            "MESSAGE_LIMITS",
            "MessageRow",
            messages,
        ),
        (
            "The type of each file extension.",
            "EXTENSIONS",
            "(&str, &str)",
            extensions,
        ),
        (
            "Names that stand for a registered one.",
            "ALIASES",
            "(&str, &str)",
            aliases,
        ),
    ] {
        out.push('\n');
        table(&mut out, doc, name, kind, &rows);
    }
    out
}

#[test]
fn media_limits_are_current() {
    super::assert_current("src/media/limits.rs", &generated());
}
