//! Texts that people reported, each with the right advice and where it comes from. (`tests/npm` reads the same file.)

use serde_json::{Value, json, to_value};

use septet::{
    Apply, FieldEstimate, Languages, Level, Residue, Rules, Segmenter, SmartEncoder, Template,
    links, suggest, truncate,
};

/// The result of a call of the npm package, computed with the functions of the crate.
fn called(call: &str, args: &[Value]) -> Option<Value> {
    let text = args[0].as_str().unwrap_or("");
    let options = args.get(1).unwrap_or(&Value::Null);
    Some(match call {
        "smartEncode" => {
            let mut encoder = encoder(options.as_str()?);
            if args.len() > 2 {
                assert_eq!(args[2], json!({ "apply": "always", "residue": "keep" }));
                encoder = encoder
                    .with_apply(Apply::Always)
                    .with_residue(Residue::Keep);
            }
            to_value(encoder.encode(text)).unwrap()
        }
        "suggest" => to_value(suggest(text)).unwrap(),
        "links" => to_value(links(text).collect::<Vec<_>>()).unwrap(),
        "truncate" => to_value(truncate(text, 1)).unwrap(),
        "count" => {
            assert_eq!(options, &json!({ "nationalLanguages": "auto" }));
            let segmenter = Segmenter::new().with_languages(Languages::auto());
            to_value(segmenter.count(text).unwrap()).unwrap()
        }
        "template" => template(text, options),
        // An entry point of the npm package alone.
        "characterName" => return None,
        other => panic!("{other} is not a function"),
    })
}

fn encoder(name: &str) -> SmartEncoder {
    SmartEncoder::new(Rules::from_name(name).unwrap())
}

fn template(text: &str, options: &Value) -> Value {
    let template = Template::parse(text).unwrap();
    let encoder = options["smartEncoding"].as_str().map(encoder);
    let encoder = encoder.unwrap_or_else(|| SmartEncoder::new(Level::Typography));
    let described = options["fields"].as_object().into_iter().flatten();
    let fields: Vec<FieldEstimate> = described
        .map(|(name, field)| {
            let length = |key: &str| usize::try_from(field[key].as_u64().unwrap()).unwrap();
            let described = FieldEstimate::new(name, length("shortest"), length("longest"));
            if field["gsm7Only"] == true {
                described.with_gsm7_only()
            } else {
                described
            }
        })
        .collect();
    let mut distribution = septet::Distribution::new();
    for row in options["rows"].as_array().into_iter().flatten() {
        let filled = template.fill(|name| row[name].as_str()).unwrap();
        distribution.push(encoder.encode(&filled).after());
    }
    json!({
        "fields": template.fields(),
        "estimate": template.estimate_encoded(&encoder, &fields).unwrap(),
        "distribution": distribution,
    })
}

/// True if a value matches the expectation of a case; see `tests/data/README.md` for the keys.
fn matches(value: &Value, expected: &Value) -> bool {
    let Value::Object(expected) = expected else {
        return value == expected;
    };
    expected.iter().all(|(key, expected)| {
        let path = key.trim_end_matches(['!', '^']);
        let (path, has) = path
            .strip_suffix("!has")
            .map_or((path, false), |path| (path, true));
        if path == "length" {
            let length = json!(value.as_array().map_or(0, Vec::len));
            return (length == *expected) != key.ends_with('!');
        }
        let found = path
            .split('.')
            .fold(value, |value, step| match step.parse::<usize>() {
                Ok(at) => &value[at],
                Err(_) => &value[step],
            });
        let text = found.as_str().unwrap_or("");
        if has {
            let ends = expected.as_array().unwrap().iter();
            return !ends
                .into_iter()
                .any(|end| text.ends_with(end.as_str().unwrap()));
        }
        match key.chars().next_back() {
            Some('!') => !matches(found, expected),
            Some('^') => text.starts_with(expected.as_str().unwrap()),
            _ => matches(found, expected),
        }
    })
}

#[test]
fn reported_texts_get_the_right_advice() {
    let cases = include_str!("../../data/advice.jsonl");
    let mut asked = 0;
    for line in cases.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let args = case["args"].as_array().unwrap();
        let Some(result) = called(case["call"].as_str().unwrap(), args) else {
            continue;
        };
        asked += 1;
        assert!(matches(&result, &case["expect"]), "{line}\n{result:#}");
    }
    assert_eq!(asked, cases.lines().count() - 1);
}
