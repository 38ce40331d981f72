//! The conformance vectors for other implementations, `tests/data/conformance/`: put together from the
//! reviewed sources, confirmed by the oracle where it can, never taken from the library.
//! `UPDATE=1 cargo test --test core conformance` writes them anew.

use std::fmt::Write as _;
use std::path::Path;

use septet::NationalLanguage;
use serde_json::{Value, json};

use crate::oracle;
use crate::shared_cases::Case;

const VECTORS: &str = include_str!("../data/vectors/differential.jsonl");
const CASES: &str = include_str!("../data/cases.json");
const VECTORS_SOURCE: &str = "tests/data/vectors/differential.jsonl";

/// Septets of a text alone and of each of its parts, by the number of shift tables, and units of UCS-2:
/// TS 23.040 §9.2.3.24, with 8-bit references.
const SEPTETS: [(usize, usize); 3] = [(160, 153), (155, 149), (152, 146)];
const UNITS: (usize, usize) = (70, 67);

/// Vectors whose alphabet is not the cheapest of those allowed, as `tests/core/vectors.rs` lists them.
const NOT_CHEAPEST: [u64; 1] = [8787];

fn vectors(kind: &str) -> Vec<Value> {
    let vectors = VECTORS
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    vectors
        .filter(|vector: &Value| vector["kind"] == kind)
        .collect()
}

/// The names of the two shift tables of a vector, which has their language identifiers.
fn shifts(options: &Value) -> [Option<&'static str>; 2] {
    ["locking", "single"].map(|shift| {
        let id = u8::try_from(options[shift].as_u64().unwrap_or(0)).unwrap();
        NationalLanguage::from_id(id).map(NationalLanguage::name)
    })
}

/// A vector as a case: what it says itself, and what follows from that by the table of limits.
fn counted(vector: &Value) -> Value {
    let (text, expect) = (vector["input"].as_str().unwrap(), &vector["expect"]);
    let [locking, single] = shifts(&vector["options"]);
    let is_gsm7 = expect["encoding"] == "gsm7";
    let characters: Vec<u32> = text.chars().map(u32::from).collect();
    let (name, units, limits) = if is_gsm7 {
        let name = |language: Option<&'static str>| language.unwrap_or("default");
        let alphabet = oracle::alphabet(name(locking), name(single));
        let units = characters.iter().map(|c| alphabet[c]).collect();
        let shifts = [locking, single].iter().flatten().count();
        ("GSM-7", units, SEPTETS[shifts])
    } else {
        ("UCS-2", oracle::ucs2(&characters), UNITS)
    };
    let confirmed = oracle::filled(name, &units, limits.0, limits.1);
    let part_units: Vec<usize> = confirmed.segments.iter().map(|part| part.1).collect();
    assert_eq!(expect["part_units"], json!(part_units), "{vector}");
    assert_eq!(expect["segments"], json!(part_units.len()), "{vector}");
    assert_eq!(expect["units"], json!(confirmed.units), "{vector}");

    let parts = expect["parts"].as_array().unwrap().iter();
    let parts = parts.map(|part| part.as_str().unwrap().encode_utf16().count());
    let mut languages: Vec<_> = [locking, single].into_iter().flatten().collect();
    languages.dedup();
    let options = if languages.is_empty() {
        json!({})
    } else {
        json!({ "nationalLanguages": languages })
    };
    json!({
        "name": format!("vector {}", vector["id"]),
        "text": text,
        "options": options,
        "expect": {
            "encoding": name,
            "segments": expect["segments"],
            "units": expect["units"],
            "unitsPerSegment": confirmed.per_segment,
            "unitsRemaining": confirmed.per_segment - part_units.last().unwrap(),
            "lockingShift": locking.filter(|_| is_gsm7),
            "singleShift": single.filter(|_| is_gsm7),
            "parts": parts.collect::<Vec<_>>(),
        },
        "source": VECTORS_SOURCE,
    })
}

/// Texts and what they cost: what providers billed and the standard says, then the vectors.
fn count_json() -> String {
    let file: Value = serde_json::from_str(CASES).unwrap();
    let mut cases = Vec::new();
    let own = file["cases"].as_array().unwrap().iter();
    // Those taken from the vectors come with all the others.
    cases.extend(own.filter(|case| case["source"] != VECTORS_SOURCE).cloned());
    let splits = vectors("split");
    let cheapest = |vector: &&Value| !NOT_CHEAPEST.contains(&vector["id"].as_u64().unwrap());
    cases.extend(splits.iter().filter(cheapest).map(counted));
    written(&[("cases", cases)])
}

/// Characters and septets, septets and characters, texts and user data.
fn septets_json() -> String {
    let case = |vector: &Value, fields: Value| {
        let [locking, single] = shifts(&vector["options"]);
        let mut case = json!({
            "name": format!("vector {}", vector["id"]),
            "lockingShift": locking,
            "singleShift": single,
        });
        let map = case.as_object_mut().unwrap();
        map.extend(fields.as_object().unwrap().clone());
        case
    };
    let encode = vectors("encode");
    let encode = encode.iter().map(|vector| {
        // A text that the alphabet cannot carry has no septets.
        let septets = &vector["expect"]["septets"];
        case(
            vector,
            json!({ "text": vector["input"], "septets": septets }),
        )
    });
    let decode = vectors("decode");
    let decode = decode.iter().map(|vector| {
        let septets = &vector["input"]["septets"];
        case(
            vector,
            json!({ "septets": septets, "text": vector["expect"]["text"] }),
        )
    });
    let pack = vectors("pack");
    let user_data = pack.iter().filter(|vector| vector["input"].is_string());
    let user_data = user_data.map(|vector| {
        let (udh, expect) = (&vector["options"]["udh"], &vector["expect"]);
        let fields = json!({ "text": vector["input"], "udh": udh, "udl": expect["udl"], "ud": expect["ud"] });
        case(vector, fields)
    });
    written(&[
        ("encode", encode.collect()),
        ("decode", decode.collect()),
        ("userData", user_data.collect()),
    ])
}

/// Lists of cases, each on a line of its own, so that a change shows what it changes.
fn written(lists: &[(&str, Vec<Value>)]) -> String {
    let mut json = String::from("{\"format\": 1");
    for (name, cases) in lists {
        let lines: Vec<String> = cases.iter().map(Value::to_string).collect();
        write!(json, ",\n\"{name}\": [\n{}\n]", lines.join(",\n")).unwrap();
    }
    json + "}\n"
}

fn assert_current(name: &str, expected: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/conformance")
        .join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, expected).unwrap();
    }
    let published = std::fs::read_to_string(&file).unwrap_or_default();
    let parsed = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
    assert!(
        parsed(&published) == parsed(expected),
        "{name} is not what its sources give: run `UPDATE=1 cargo test --test core conformance` and review the change"
    );
}

#[test]
fn published_counts_are_those_of_the_sources() {
    assert_current("count.json", &count_json());
}

#[test]
fn published_septets_are_those_of_the_sources() {
    assert_current("septets.json", &septets_json());
}

/// The library is one more implementation. (`tests/core/vectors.rs` has it encode and decode.)
#[test]
fn the_library_conforms() {
    let file: Value = serde_json::from_str(&count_json()).unwrap();
    let cases = file["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 436);
    for case in cases {
        let read = Case::new(case);
        assert_eq!(read.answer(), read.expect, "{case}");
    }
}
