//! Results as JSON.

use septet::{
    Distribution, RcsRegion, Segmenter, Template, analyze, count, links, rcs_count, suggest,
};
use serde_json::{json, to_value};

#[test]
fn results_have_the_shapes_of_the_npm_package() {
    let text = format!("{}“🙂", "a".repeat(70));
    let analysis = to_value(analyze(&text)).unwrap();
    assert_eq!(
        analysis["warnings"],
        json!([{
            "code": "ucs2-forced",
            "message": "2 characters force UCS-2: in GSM-7 the text would take 1 segment, not 2.",
            "ranges": [{"start": 70, "end": 71}, {"start": 71, "end": 73}],
            "fix": null,
        }])
    );
    let suggestions = to_value(suggest(&text)).unwrap();
    assert_eq!(suggestions[0]["kind"], "remove-offenders");
    assert_eq!(
        suggestions[0]["edits"],
        json!([
            {"start": 70, "end": 71, "replacement": "\""},
            {"start": 71, "end": 73, "replacement": ""},
        ])
    );
    assert_eq!(suggestions[0]["count"]["encoding"], "GSM-7");
    let explained = to_value(analyze("™").explain()).unwrap();
    assert_eq!(explained[0]["codePoint"], 0x2122);
    assert_eq!(
        explained[0]["alternative"],
        json!({"replacement": "(TM)", "level": "compatibility", "reason": "symbol"})
    );
    let cut = to_value(septet::truncate(&text, 1)).unwrap();
    assert_eq!((&cut["cut"], &cut["kept"]), (&json!(true), &json!(70)));
    let link = to_value(links("🙂 bit.ly/x").next()).unwrap();
    assert_eq!(
        link,
        json!({"text": "bit.ly/x", "start": 3, "end": 11, "host": "bit.ly"})
    );
    let rcs = to_value(rcs_count("é", RcsRegion::Elsewhere)).unwrap();
    assert_eq!(rcs, json!({"class": "basic", "bytes": 2, "units": 1}));

    let mut distribution = Distribution::new();
    distribution.push(count("a"));
    let distribution = to_value(&distribution).unwrap();
    assert_eq!(
        distribution["segments"],
        json!([{"segments": 1, "rows": 1}])
    );
    assert_eq!(distribution["dearest"][0]["row"], 0);
    let template = Template::parse("{{a}}").unwrap();
    let estimate = to_value(template.estimate(&Segmenter::new(), &[]).unwrap()).unwrap();
    assert_eq!(
        (&estimate["minimum"]["units"], &estimate["maximum"]["units"]),
        (&json!(0), &json!(80))
    );

    let smart = to_value(septet::smart_encode("🙂“½”", septet::Rules::Twilio)).unwrap();
    assert_eq!(
        (&smart["text"], &smart["outcome"]),
        (&json!("🙂\"1/2\""), &json!("applied"))
    );
    assert_eq!(
        smart["substitutions"][1],
        json!({
            "original": "½", "replacement": "1/2", "start": 3, "end": 4, "resultStart": 3, "resultEnd": 6,
            "level": null, "reason": "provider",
        })
    );
}
