//! Every type that is serialized is read back, or there is a reason.

use std::collections::BTreeSet;
use std::path::Path;

use crate::values::library_files;

/// Results that are not read back, and why.
const NOT_READ: [(&str, &[&str]); 4] = [
    (
        "they point into a text by bytes, and JSON has UTF-16: keep the text and the options, and ask again",
        &[
            "Alternative",
            "Analysis",
            "Character",
            "Edit",
            "Explanation",
            "Link",
            "Offender",
            "Segment",
            "Septets",
            "SmartEncoded",
            "Span",
            "Substitution",
            "Suggestion",
            "Truncated",
            "Warning",
        ],
    ),
    (
        "they are read from octets: keep those",
        &[
            "AbandonReason",
            "Abandoned",
            "CharacterSet",
            "ConcatenatedMessage",
            "InformationElement",
            "Pdu",
            "PduField",
            "Received",
            "SmppMessage",
            "StatusReport",
            "SubmitPdu",
            "Tpdu",
        ],
    ),
    (
        "they are facts: keep the code, country or id, and look them up",
        &[
            "Advice",
            "ErrorDetails",
            "KeywordList",
            "SenderRules",
            "SenderSupport",
            "Tier",
        ],
    ),
    (
        "they belong to a batch, which they borrow",
        &["Dispatch", "Overflow", "Plan", "Queue", "Rate"],
    ),
];

/// Every type that is serialized is read back, or is in the list above.
#[test]
fn every_result_is_read_back_or_has_a_reason() {
    let (mut written, mut read) = (BTreeSet::new(), BTreeSet::new());
    for file in library_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = std::fs::read_to_string(&file).unwrap();
        collect(&text, &mut written, &mut read);
    }
    assert!(
        written.len() > 60 && read.len() > 40,
        "{written:?} {read:?}"
    );
    let reasons: BTreeSet<String> = NOT_READ
        .iter()
        .flat_map(|(_, types)| types.iter().map(|name| String::from(*name)))
        .collect();
    let left: BTreeSet<String> = written.difference(&read).cloned().collect();
    assert_eq!(left, reasons);
}

/// The public types of a file that are serialized, and those that are deserialized.
fn collect(text: &str, written: &mut BTreeSet<String>, read: &mut BTreeSet<String>) {
    let (mut derives, mut view, mut named) = ((false, false), false, false);
    for line in text.lines() {
        let code = line.trim_start();
        if code.starts_with("#[") || code.starts_with("serde(") {
            derives.0 |= code.contains("serde::Serialize") && code.contains("derive(");
            derives.1 |= code.contains("serde::Deserialize") && code.contains("derive(");
        } else if let Some(item) = code
            .strip_prefix("pub struct ")
            .or_else(|| code.strip_prefix("pub enum "))
        {
            if derives.0 {
                written.insert(first_word(item));
            }
            if derives.1 {
                read.insert(first_word(item));
            }
            derives = (false, false);
        } else if code.starts_with("struct ") || code.starts_with("enum ") {
            derives = (false, false);
        } else if code.starts_with("impl") && code.contains("Serialize for ") {
            insert(written, code, "Serialize for ");
        } else if code.starts_with("impl") && code.contains("Deserialize<'de> for ") {
            insert(read, code, "Deserialize<'de> for ");
        }
        view = (view || code.starts_with("serialize_as! {")) && line != "}";
        if let (true, Some((name, _))) = (
            view && line.starts_with("    ") && !line.starts_with("     "),
            code.split_once(": "),
        ) {
            written.insert(first_word(name));
        }
        let item = code.strip_prefix("named! {").map(str::trim_start);
        let item = if named { Some(code) } else { item };
        named = item == Some("");
        if let Some(item) = item.filter(|item| !item.is_empty()) {
            written.insert(first_word(item));
            read.insert(first_word(item));
        }
    }
    for set in [written, read] {
        // Helpers, and the types of macros.
        for helper in ["Octets", "CharactersView", "", "Shape", "OutboundMessage"] {
            set.remove(helper);
        }
    }
}

fn insert(set: &mut BTreeSet<String>, code: &str, before: &str) {
    let name = code.split(before).nth(1).unwrap_or_default();
    set.insert(first_word(name));
}

fn first_word(text: &str) -> String {
    text.chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect()
}
