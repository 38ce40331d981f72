//! From the table of parameters in `src/message/outbound.rs` and the lists of rules and channels to `schema/*.json`: JSON
//! Schema (2020-12) of a message and of the report on it.

use septet::Encoding;
use septet::NationalLanguage;
use septet::media::MediaChannel;
use septet::message::{Channel, Rule, Severity};

use super::ordered_json::{Json, text, texts};

fn kind(name: &str) -> Json {
    Json::Object(vec![("type", text(name))])
}

/// A type, or `null`.
fn optional(name: &str) -> Json {
    Json::Object(vec![("type", texts([name, "null"]))])
}

fn whole(minimum: i64) -> Json {
    Json::Object(vec![
        ("type", text("integer")),
        ("minimum", Json::Leaf(minimum.to_string())),
    ])
}

fn list_of(items: Json) -> Json {
    Json::Object(vec![("type", text("array")), ("items", items)])
}

fn one_of<T: AsRef<str>>(names: impl IntoIterator<Item = T>) -> Json {
    Json::Object(vec![("enum", texts(names))])
}

fn reference(name: &str) -> Json {
    Json::Object(vec![("$ref", text(format!("#/$defs/{name}")))])
}

/// A definition, or `null`.
fn or_null(value: Json) -> Json {
    Json::Object(vec![("anyOf", Json::List(vec![value, kind("null")]))])
}

/// An object that has every one of these keys.
fn complete(properties: Vec<(&'static str, Json)>) -> Json {
    let required = texts(properties.iter().map(|property| property.0));
    Json::Object(vec![
        ("type", text("object")),
        ("required", required),
        ("properties", Json::Object(properties)),
    ])
}

fn document(title: &str, description: &str, further: Vec<(&'static str, Json)>) -> String {
    let mut members = vec![
        (
            "$schema",
            text("https://json-schema.org/draft/2020-12/schema"),
        ),
        ("title", text(title)),
        ("description", text(description)),
    ];
    members.extend(further);
    let mut out = String::new();
    Json::Object(members).write(&mut out, 0);
    out.push('\n');
    out
}

/// The largest whole number that JSON of every language has exactly.
const MAX_SAFE: u64 = (1 << 53) - 1;

/// What a parameter of a kind may be.
fn parameter(kind: &str, description: &str) -> Json {
    let of = |name: &str| ("type", texts([name, "null"]));
    let many = |one: fn() -> Json| {
        let alternatives = vec![one(), list_of(one()), self::kind("null")];
        ("anyOf", Json::List(alternatives))
    };
    if kind == "number" {
        return Json::Object(vec![
            ("description", text(description)),
            ("type", texts(["integer", "null"])),
            ("minimum", Json::Leaf(format!("-{MAX_SAFE}"))),
            ("maximum", Json::Leaf(MAX_SAFE.to_string())),
        ]);
    }
    let value = match kind {
        "text" => of("string"),
        "decimal" => ("type", texts(["string", "number", "null"])),
        "switch" => of("boolean"),
        "texts" => many(|| self::kind("string")),
        "attachments" => many(|| reference("media")),
        other => panic!("{other} is not a kind of parameter"),
    };
    Json::Object(vec![("description", text(description)), value])
}

/// The first sentence of a documentation comment, without the links of rustdoc.
fn sentence(doc: &str) -> String {
    let text = doc.replace("[`", "`").replace("`]", "`");
    let end = text.find(". ").or_else(|| text.find("; see also"));
    let text = end.map_or(text.as_str(), |end| &text[..end]);
    text.trim_end_matches('.').to_owned()
}

/// The rows of the table: key, kind and documentation.
fn parameters() -> Vec<(String, String, String)> {
    let source = include_str!("../../src/message/outbound.rs");
    let (_, table) = source.split_once("$macro! {").unwrap();
    let (table, _) = table.split_once("\n        }\n").unwrap();
    let (mut rows, mut doc) = (Vec::new(), String::new());
    for line in table.lines().map(str::trim) {
        if let Some(more) = line.strip_prefix("///") {
            doc.push_str(if doc.is_empty() { "" } else { " " });
            doc.push_str(more.trim());
        } else if let Some((row, kind)) =
            line.strip_suffix(';').and_then(|row| row.rsplit_once(' '))
        {
            let key = row.split('"').nth(1).unwrap();
            rows.push((
                key.to_owned(),
                kind.to_owned(),
                sentence(&std::mem::take(&mut doc)),
            ));
        }
    }
    rows
}

fn message() -> String {
    let rows = parameters();
    assert!(rows.len() > 25, "{}", rows.len());
    let properties = rows
        .into_iter()
        .map(|(key, kind, doc)| (key, parameter(&kind, &doc)))
        .collect();
    let octets = list_of(Json::Object(vec![
        ("type", text("integer")),
        ("minimum", Json::Leaf("0".into())),
        ("maximum", Json::Leaf("255".into())),
    ]));
    let media = Json::Object(vec![
        ("type", text("object")),
        ("required", texts(["url"])),
        ("additionalProperties", Json::Leaf("false".into())),
        (
            "properties",
            Json::Object(vec![
                ("url", kind("string")),
                ("contentType", optional("string")),
                (
                    "bytes",
                    Json::Object(vec![
                        ("type", texts(["integer", "null"])),
                        ("minimum", Json::Leaf("0".into())),
                    ]),
                ),
                ("firstBytes", or_null(octets)),
            ]),
        ),
    ]);
    let media = Json::Object(vec![("anyOf", Json::List(vec![kind("string"), media]))]);
    document(
        "OutboundMessage",
        "The parameters of the call that creates a message, by the names of the provider's Node library. What this schema \
         refuses is a violation parameter-type or parameter-unknown of the report; what the values mean is checked by septet.",
        vec![
            ("type", text("object")),
            ("additionalProperties", Json::Leaf("false".into())),
            ("properties", Json::Members(properties)),
            ("$defs", Json::Object(vec![("media", media)])),
        ],
    )
}

const OUTCOMES: [&str; 4] = ["supported", "passed-on", "unknown", "refused"];
const REASONS: [&str; 10] = [
    "supported",
    "resized",
    "accepted-only",
    "no-published-limit",
    "size-unknown",
    "type-unknown",
    "unsupported-type",
    "too-large",
    "empty",
    "contradiction",
];
const ACTIONS: [&str; 7] = [
    "none",
    "convert",
    "shrink",
    "send-as-link",
    "declare",
    "replace",
    "find-out",
];

fn definitions() -> Vec<(&'static str, Json)> {
    let language = || {
        let names = NationalLanguage::ALL
            .iter()
            .map(|language| text(language.name()));
        let names = names.chain([Json::Leaf("null".into())]);
        Json::Object(vec![("enum", Json::List(names.collect()))])
    };
    vec![
        (
            "violation",
            complete(vec![
                ("rule", one_of(Rule::ALL.iter().map(|rule| rule.name()))),
                ("field", kind("string")),
                (
                    "index",
                    Json::Object(vec![
                        ("type", texts(["integer", "null"])),
                        ("minimum", Json::Leaf("0".into())),
                    ]),
                ),
                (
                    "severity",
                    one_of([Severity::Error, Severity::Warning].map(Severity::name)),
                ),
                ("code", optional("integer")),
                ("message", kind("string")),
                ("fix", kind("string")),
                ("source", kind("string")),
            ]),
        ),
        (
            "count",
            complete(vec![
                (
                    "encoding",
                    one_of([Encoding::Gsm7, Encoding::Ucs2].map(Encoding::name)),
                ),
                ("segments", whole(1)),
                ("units", whole(0)),
                ("unitsPerSegment", whole(1)),
                ("unitsRemaining", whole(0)),
                ("lockingShift", language()),
                ("singleShift", language()),
            ]),
        ),
    ]
}

/// What becomes of media.
fn media_definitions() -> Vec<(&'static str, Json)> {
    vec![
        (
            "media",
            complete(vec![
                ("accepted", kind("boolean")),
                ("channel", reference("mediaChannel")),
                ("bytes", whole(0)),
                ("verdicts", list_of(reference("verdict"))),
                ("problems", list_of(reference("problem"))),
                ("source", kind("string")),
                ("note", kind("string")),
            ]),
        ),
        (
            "mediaChannel",
            one_of(MediaChannel::ALL.map(MediaChannel::name)),
        ),
        (
            "verdict",
            complete(vec![
                ("outcome", one_of(OUTCOMES)),
                ("reason", one_of(REASONS)),
                ("mediaType", optional("string")),
                (
                    "bytes",
                    Json::Object(vec![
                        ("type", texts(["integer", "null"])),
                        ("minimum", Json::Leaf("0".into())),
                    ]),
                ),
                ("limit", or_null(reference("limit"))),
                ("otherLimits", list_of(reference("limit"))),
                ("action", reference("action")),
                ("code", optional("integer")),
                ("message", kind("string")),
                ("fix", kind("string")),
                ("note", kind("string")),
                ("source", kind("string")),
                ("channel", reference("mediaChannel")),
            ]),
        ),
        (
            "limit",
            complete(vec![
                ("bytes", whole(0)),
                ("note", kind("string")),
                ("source", kind("string")),
            ]),
        ),
        (
            "action",
            Json::Object(vec![
                ("type", text("object")),
                ("required", texts(["kind"])),
                (
                    "properties",
                    Json::Object(vec![
                        ("kind", one_of(ACTIONS)),
                        ("mediaType", kind("string")),
                        ("bytes", whole(0)),
                    ]),
                ),
            ]),
        ),
        (
            "problem",
            complete(vec![
                ("code", kind("integer")),
                ("excess", whole(1)),
                ("message", kind("string")),
                ("fix", kind("string")),
            ]),
        ),
    ]
}

fn report() -> String {
    let channels = [
        Channel::Sms,
        Channel::WhatsApp,
        Channel::Messenger,
        Channel::Rcs,
    ];
    let Json::Object(mut members) = complete(vec![
        ("acceptable", kind("boolean")),
        ("channel", one_of(channels.map(Channel::key))),
        ("violations", list_of(reference("violation"))),
        ("text", optional("string")),
        ("count", or_null(reference("count"))),
        ("media", or_null(reference("media"))),
    ]) else {
        unreachable!("an object is complete")
    };
    let definitions = definitions().into_iter().chain(media_definitions());
    members.push(("$defs", Json::Object(definitions.collect())));
    document(
        "MessageReport",
        "Everything that is wrong with an outbound message, what its text costs and what becomes of its media. Further keys \
         can be added: ignore those that you do not know.",
        members,
    )
}

#[test]
fn schemas_are_those_of_the_table_of_parameters() {
    super::assert_current("schema/outbound-message.json", &message());
    super::assert_current("schema/message-report.json", &report());
}
