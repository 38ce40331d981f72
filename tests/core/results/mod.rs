//! Results are read back from their JSON, so that they can be cached, queued and compared in tests: a table of types,
//! and the list of those that cannot.

mod coverage;
#[cfg(feature = "messages")]
mod messages;

use std::fmt::Debug;

use septet::pdu::{Concatenation, Dcs, Receipt, SmppMessage, UserData};
use septet::{
    Distribution, RcsCount, RcsRegion, ReferenceBits, Segmenter, SmartOutcome, Template,
    WarningCode,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, from_value, json, to_value};

/// What is written is read back as it was.
fn read_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(
    results: impl IntoIterator<Item = T>,
) {
    let mut count = 0;
    for result in results {
        let text = serde_json::to_string(&result).unwrap();
        let back: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        assert_eq!(back, result, "{text}");
        count += 1;
    }
    assert!(count > 0);
}

/// Refuses the JSON of a result with one value changed.
fn refused<T: Serialize + DeserializeOwned + Debug>(result: &T, key: &str, wrong: Value) {
    let mut json = to_value(result).unwrap();
    assert_ne!(json[key], wrong);
    json[key] = wrong;
    assert!(from_value::<T>(json.clone()).is_err(), "{json}");
}

const TEXTS: [&str; 6] = [
    "",
    "a",
    "Grüße",
    "Zażółć 😀",
    "]]]]]]",
    "“Hi” — see bit.ly/x1 ",
];

fn long() -> impl Iterator<Item = String> {
    TEXTS
        .into_iter()
        .flat_map(|text| [text.to_owned(), text.repeat(60)])
}

#[test]
fn counts_and_estimates() {
    for region in [RcsRegion::UnitedStates, RcsRegion::Elsewhere] {
        read_back(long().map(|text| septet::rcs_count(&text, region)));
    }
    let count: RcsCount = septet::rcs_count(&"a".repeat(161), RcsRegion::Elsewhere);
    refused(&count, "units", json!(2));
    refused(&count, "class", json!("basic"));

    let template = Template::parse("Hi {{name}}, {{text}}").unwrap();
    read_back(template.estimate(&Segmenter::new(), &[]));

    let mut distribution = Distribution::new();
    read_back([distribution.clone()]);
    for text in long() {
        distribution.push(septet::count(&text));
        read_back([distribution.clone()]);
    }
    for (key, wrong) in [
        ("rows", json!(1)),
        ("totalSegments", json!(1)),
        ("ucs2Rows", json!(100)),
        ("minimum", json!(null)),
        ("maximum", json!(null)),
        ("segments", json!([])),
        ("dearest", json!([])),
    ] {
        refused(&distribution, key, wrong);
    }
}

#[test]
fn names() {
    read_back([SmartOutcome::Applied, SmartOutcome::RevertedWithoutGain]);
    let warnings = septet::analyze("See bit.ly/x1").warnings();
    let codes: Vec<WarningCode> = warnings.iter().map(septet::Warning::code).collect();
    read_back(codes);
}

#[test]
fn octets() {
    for text in long() {
        read_back(Segmenter::new().user_data(&text, 4_711).unwrap());
    }
    read_back((0..=255).map(Dcs::new));
    let part = Concatenation::new(ReferenceBits::Eight, 7, 3, 2).unwrap();
    read_back([part]);
    refused(&part, "sequence", json!(4));
    refused(&part, "reference", json!(256));
    let part: UserData = Segmenter::new().user_data("Hi", 0).unwrap().remove(0);
    refused(&part, "octets", json!([0, 256]));
    let message = SmppMessage::decode(0, 4, b"id:1 sub:001 stat:DELIVRD err:000 text:Hi").unwrap();
    let receipt: Receipt = message.receipt().unwrap();
    read_back([receipt, Receipt::default()]);
}
