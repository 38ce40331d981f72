//! From `tests/data/senders.tsv` to `src/catalogue/tables/senders.rs`.

use std::fmt::Write as _;

use crate::tsv;

#[test]
fn sender_rules_are_current() {
    let mut rows = tsv::read("senders.tsv");
    rows.sort_by(|a, b| a["iso"].cmp(&b["iso"]));
    let mut out = String::from(
        "// Generated from tests/data/senders.tsv.\n\
         // `UPDATE=1 cargo test --test tables_current` rewrites it.\n\n\
         use crate::catalogue::sender::Answer::{No, Unknown as Open, Yes};\n\
         use crate::catalogue::sender::{Media, Name, Registration as R, Row};\n\n\
         /// By country code.\n\
         #[rustfmt::skip]\npub(in crate::catalogue) static SENDERS: &[Row] = &[\n",
    );
    for row in &rows {
        let page = format!(
            "https://www.twilio.com/en-us/guidelines/{}/sms",
            row["iso"].to_lowercase()
        );
        assert_eq!(row["source"], page);
        let dial = row["dial"].strip_prefix('+').unwrap();
        assert!(
            dial.bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'-'),
            "{dial}"
        );
        assert!(
            row["message_length_note"].len() != 80,
            "{} is cut",
            row["iso"]
        );
        writeln!(
            out,
            "    Row {{ country: *b\"{}\", title: {:?}, name: Name::{}, registration: {}, overwrites: {}, two_way: {}, \
             domestic: {}, international: {}, kept: {}, short_code: {}, weeks: {}, us_short_code: {}, toll_free: {}, \
             media: Media::{}, landline: {}, concatenates: {}, bird: [{}], aws: [{}], date: {:?} }},",
            row["iso"],
            row["country"],
            name(&row["alpha_summary_derived"]),
            registration(row),
            row["alpha_dynamic_note_mentions_overwrite"] == "yes",
            answer(&row["twilio_two_way"]),
            answer(&row["twilio_longcode_domestic"]),
            answer(&row["twilio_longcode_international"]),
            answer(&row["longcode_international_preserved"]),
            answer(&row["twilio_shortcode"]),
            weeks(&row["shortcode_provisioning"]),
            row["shortcode_provisioning"].contains("US"),
            answer(&row["twilio_tollfree"]),
            match row["mms"].as_str() {
                "yes" => "Mms",
                "as SMS link" => "Link",
                "no" => "No",
                other => panic!("{other}"),
            },
            if row["landline"] == "attempted" { "Yes" } else { "No" },
            answer(&row["concat"]),
            ["bird_alpha", "bird_local_number", "bird_international_number", "bird_shortcode"]
                .map(|column| answer(&row[column]))
                .join(", "),
            ["aws2023_senderid", "aws2023_longcode", "aws2023_shortcode"]
                .map(|column| answer(&row[column]))
                .join(", "),
            row["date"],
        )
        .unwrap();
    }
    out.push_str("];\n");
    super::assert_current("src/catalogue/tables/senders.rs", &out);
}

fn answer(cell: &str) -> &'static str {
    match cell {
        // AWS: sender IDs that have to be registered.
        "Yes" | "Supported" | "Registration required" => "Yes",
        "No" | "Not Supported" => "No",
        "" | "N/A" | "see page" => "Open",
        other => panic!("{other}"),
    }
}

fn name(cell: &str) -> &'static str {
    match cell {
        "dynamic" => "Free",
        "dynamic (registration keeps it)" => "Registrable",
        "dynamic, overwritten" => "Overwritten",
        "dynamic, overwritten (registration keeps it)" => "OverwrittenUnlessRegistered",
        "registration only" => "Registered",
        "not supported" => "No",
        "unclear" => "Unknown",
        other => panic!("{other}"),
    }
}

/// For names from abroad and from the country itself; the stricter of provider and operator.
fn registration(row: &tsv::Row) -> String {
    let of = |origin: &str| {
        let cell = |column: &str| {
            let cell = row[column].clone();
            let parts = cell
                .split("; ")
                .find_map(|part| part.strip_prefix(origin)?.strip_prefix(": "));
            let divided = cell.contains(": ");
            parts.map_or(
                if divided { String::new() } else { cell.clone() },
                str::to_owned,
            )
        };
        let (provider, operator) = (cell("twilio_alpha_prereg"), cell("operator_alpha_prereg"));
        match (provider.as_str(), operator.as_str()) {
            ("Required", _) | (_, "Required") => "R::Required",
            ("Supported" | "Yes" | "Required only for Protected Sender IDs", _) => "R::Optional",
            ("Not Supported", _) | (_, "Not Supported") => "R::Unavailable",
            ("Not Required", _) | (_, "Not Required") => "R::NotNeeded",
            (_, "Supported") => "R::Optional",
            ("" | "N/A" | "see page", "") => "R::Unknown",
            other => panic!("{other:?}"),
        }
    };
    format!("[{}, {}]", of("International"), of("Domestic"))
}

/// `6 - 10 weeks` as a range.
fn weeks(cell: &str) -> String {
    let digits: Vec<u8> = cell
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|part| part.parse().ok())
        .collect();
    match digits[..] {
        [] => "None".to_owned(),
        [weeks] => format!("Some(({weeks}, {weeks}))"),
        [least, most] => format!("Some(({least}, {most}))"),
        _ => panic!("{cell}"),
    }
}
