//! From `tests/data/throughput.tsv` to `src/catalogue/tables/throughput.rs`.

use std::fmt::Write as _;

use crate::tsv;

#[test]
fn throughput_is_current() {
    let rows = tsv::read("throughput.tsv");
    let general = rows
        .iter()
        .find(|row| row["sender_or_tier"] == "Messaging queue")
        .unwrap();
    let general_hours: u32 = general["value"].parse().unwrap();
    let mut out = String::from(
        "// Generated from tests/data/throughput.tsv.\n\
         // `UPDATE=1 cargo test --test tables_current` rewrites it.\n\n\
         use crate::catalogue::throughput::{Queue, Row, Unit};\n\n\
         #[rustfmt::skip]\npub(in crate::catalogue) static TIERS: &[Row] = &[\n",
    );
    for row in &rows {
        if row["sender_or_tier"] == "Messaging queue" {
            continue;
        }
        let (provider, sender, note) = (&row["provider"], &row["sender_or_tier"], &row["note"]);
        let values: Vec<&str> = row["value"].split('/').collect();
        let (rates, daily) = match row["unit"].as_str() {
            "segments/s" | "messages/s" => {
                (values.iter().map(|value| fraction(value)).collect(), None)
            }
            "per minute" => (
                values
                    .iter()
                    .map(|value| (value.parse().unwrap(), 60))
                    .collect(),
                None,
            ),
            "messages" => {
                let (count, seconds) = row["value"]
                    .strip_suffix(" s")
                    .unwrap()
                    .split_once(" per ")
                    .unwrap();
                (
                    vec![(count.parse().unwrap(), seconds.parse().unwrap())],
                    None,
                )
            }
            "segments/day" => (vec![], Some(row["value"].parse::<u32>().unwrap())),
            other => panic!("{other}"),
        };
        let rate = |position: usize| {
            let rate: Option<&(u32, u32)> = rates.get(position);
            rate.map_or("None".to_owned(), |(units, seconds)| {
                format!("Some(({units}, {seconds}))")
            })
        };
        let queue = if let Some(hours) = number_between(note, "queue ", " h") {
            format!("Some(Queue::Seconds({}))", number(hours * 3_600))
        } else if let Some(units) =
            number_between(note, "max queue ", "").or(number_between(note, "queues ", "/"))
        {
            format!("Some(Queue::Units({}))", number(units))
        } else if provider == "Twilio" && !sender.contains("WhatsApp") {
            format!("Some(Queue::Seconds({}))", number(general_hours * 3_600))
        } else {
            "None".to_owned()
        };
        let unit = if row["unit"].starts_with("messages") {
            "Messages"
        } else {
            "Segments"
        };
        writeln!(
            out,
            "    Row {{ id: {:?}, provider: {provider:?}, sender: {sender:?}, trust: {}, rates: [{}, {}, {}], daily: {}, queue: {queue}, unit: Unit::{unit}, note: {note:?}, source: {:?}, date: {:?} }},",
            slug(&format!("{provider} {sender}").replace("AT&T", "ATT")),
            trust(&row["trust_score"]),
            rate(0),
            rate(1),
            rate(2),
            daily.map_or("None".to_owned(), |daily| format!("Some({})", number(daily))),
            row["source"],
            row["date"],
        )
        .unwrap();
    }
    out.push_str("];\n");
    super::assert_current("src/catalogue/tables/throughput.rs", &out);
}

/// `3.75` as 15 per 4 seconds.
fn fraction(value: &str) -> (u32, u32) {
    let (whole, decimals) = value.split_once('.').unwrap_or((value, ""));
    let seconds = 10_u32.pow(u32::try_from(decimals.len()).unwrap());
    let units: u32 = format!("{whole}{decimals}").parse().unwrap();
    let common = (1..=seconds)
        .rev()
        .find(|n| units.is_multiple_of(*n) && seconds.is_multiple_of(*n))
        .unwrap();
    (units / common, seconds / common)
}

fn number_between(text: &str, before: &str, after: &str) -> Option<u32> {
    let rest = &text[text.find(before)? + before.len()..];
    let end = rest
        .find(|c: char| !c.is_ascii_digit() && c != ',')
        .unwrap_or(rest.len());
    let (digits, tail) = rest.split_at(end);
    let number = digits.replace(',', "").parse().ok()?;
    tail.starts_with(after).then_some(number)
}

/// `75-100`; `any` and `-` are none.
fn trust(cell: &str) -> String {
    match cell.split_once('-') {
        Some((least, most)) if !least.is_empty() => format!("Some(({least}, {most}))"),
        _ => "None".to_owned(),
    }
}

/// `Twilio US/CA long code (not A2P)` as `twilio-us-ca-long-code-not-a2p`.
fn slug(text: &str) -> String {
    let words = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

fn number(value: u32) -> String {
    tsv::grouped(&value.to_string())
}
