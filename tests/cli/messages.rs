//! `check`, `error`, `status`, `keyword`, `sender` and `plan`: what surrounds the text.

use serde_json::Value;

use crate::command::{answer, complaint, fed, septet, stdout};

pub(crate) const NOW: &str = "2026-05-15T14:30:00Z";
pub(crate) const GOOD: &str = r#"{"to":"+14155552671","from":"+14155550199","body":"Hi"}"#;
const BAD: &str = r#"{"to":"4155552671","from":"+14155550199","mediaUrl":["/x"]}"#;

#[test]
fn a_message_that_is_right() {
    let expected = "GSM-7 · 1 segment · 2 septets · 158 of 160 left\nnothing is wrong\n";
    assert_eq!(answer(["check", "--now", NOW, GOOD]), expected);
    assert_eq!(
        answer(["check", "--form", GOOD]),
        "To=%2B14155552671&From=%2B14155550199&Body=Hi\n"
    );
}

#[test]
fn a_message_that_is_wrong() {
    let output = septet(["check", BAD]).output().unwrap();
    assert_eq!(complaint(&output), (1, String::new()));
    let expected = "\
error To: `4155552671` is not an E.164 number: it does not start with `+` (21211)
  write `+`, the country code and the number, such as +14155552671
error MediaUrl[0]: the URL does not start with http:// or https:// (21620)
  write the whole URL, such as https://example.com/path
";
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
}

#[test]
fn messages_line_by_line() {
    let output = fed(format!("{GOOD}\n\n{BAD}\n"), ["check", "--json"]);
    assert_eq!(complaint(&output).0, 1);
    let text = String::from_utf8(output.stdout).unwrap();
    let reports: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let acceptable: Vec<&Value> = reports.iter().map(|report| &report["acceptable"]).collect();
    assert_eq!(acceptable, [true, false]);
    let lines = stdout(fed(format!("{GOOD}\n{GOOD}\n"), ["check"]));
    assert!(
        lines.starts_with("line 1\nGSM-7") && lines.contains("\nline 2\n"),
        "{lines}"
    );
}

#[test]
fn what_is_known_besides() {
    let free = r#"{"to":"whatsapp:+14155552671","from":"whatsapp:+14155550199","body":"Hi"}"#;
    let found = |arguments: &[&str]| {
        let output = septet([&["check", "--json", "--now", NOW, free], arguments].concat())
            .output()
            .unwrap();
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        report["violations"][0]["rule"].as_str().map(str::to_owned)
    };
    assert_eq!(found(&[]), None);
    assert_eq!(found(&["--last-inbound", "2026-05-15T14:00:00Z"]), None);
    assert_eq!(
        found(&["--last-inbound", "2026-05-14T14:00:00Z"]).as_deref(),
        Some("window-closed")
    );
    assert_eq!(
        found(&["--last-inbound", "never"]).as_deref(),
        Some("window-closed")
    );

    let service = r#"{"to":"+14155552671","from":"+14155550199","messagingServiceSid":"MG0123456789abcdef0123456789abcdef","body":"https://example.com/a/very/long/link","shortenUrls":true}"#;
    let output = answer([
        "check",
        "--json",
        "--sender",
        "+14155550199",
        "--link-domain",
        "s.example",
        service,
    ]);
    let report: Value = serde_json::from_str(&output).unwrap();
    assert_eq!(report["text"], "https://s.example/xxxxxxxxxx");
}

#[test]
fn error_codes() {
    let output = septet(["error", "21617", "39999"]).output().unwrap();
    // What the catalogue does not have is not success.
    assert_eq!(complaint(&output), (1, String::new()));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.starts_with("21617 Body too long\n  meaning Text is over 1,600 characters\n"),
        "{text}"
    );
    assert!(
        text.contains("\n39999 not in the catalogue\n  class   unknown\n"),
        "{text}"
    );
    let json: Value = serde_json::from_str(&answer(["error", "--json", "21610"])).unwrap();
    assert_eq!(json["class"], "opted-out");
    assert_eq!(json["date"], "2025-02");
    let known = answer(["error", "21617"]);
    assert!(
        known.ends_with(
            "  source  https://www.twilio.com/docs/api/errors/21617 (read 2026-11-23)\n"
        ),
        "{known}"
    );
    assert_eq!(
        septet(["error", "0"]).output().unwrap().status.code(),
        Some(1)
    );
}

#[test]
fn statuses() {
    let text = answer(["status", "queued", "delivered", "sent"]);
    assert!(text.starts_with("queued              "), "{text}");
    assert!(
        text.ends_with("\nstatus of the message: delivered\n"),
        "{text}"
    );
    assert!(answer(["status"]).lines().count() > 10);
    assert_eq!(
        septet(["status", "bogus"]).output().unwrap().status.code(),
        Some(1)
    );
    let text = answer(["status", "sent", "canceled"]);
    assert!(
        text.ends_with("status of the message: sent\nthe statuses contradict each other\n"),
        "{text}"
    );
    let json: Value =
        serde_json::from_str(&answer(["status", "--json", "delivered", "sent"])).unwrap();
    assert_eq!(json["status"], "delivered");
}

#[test]
fn keywords() {
    let stop = "opt-out · stop · Twilio acts on it\n";
    assert_eq!(answer(["keyword", " Stop "]), stop);
    assert_eq!(
        answer(["keyword", "Stop by later"]),
        "no keyword: the message is an answer like any other\n"
    );
    assert_eq!(answer(["keyword", "--json", "constructor"]), "null\n");
    assert_eq!(
        answer(["keyword", "stop all"]),
        "opt-out · stopall · Twilio does not act on it, and you must\n"
    );
    let help = answer(["keyword", "--provider", "aws", "HELP"]);
    assert_eq!(help, "help · help · AWS acts on it\n");
    assert_eq!(
        complaint(
            &septet(["keyword", "--provider", "x", "HELP"])
                .output()
                .unwrap()
        )
        .0,
        2
    );
}

#[test]
fn senders() {
    let text = answer(["sender", "de"]);
    assert!(
        text.starts_with("Germany\n  sender names            accepted"),
        "{text}"
    );
    let json: Value = serde_json::from_str(&answer(["sender", "--json", "US"])).unwrap();
    assert_eq!(json["name"], "United States");
    for (country, reason) in [
        ("XX", "the catalogue has no such country"),
        ("Germany", "a country is two letters of ISO 3166-1"),
    ] {
        let output = septet(["sender", country]).output().unwrap();
        let (code, message) = complaint(&output);
        assert_eq!(code, 2);
        assert!(message.contains(reason), "{message}");
    }
}

/// The configuration of a messaging service: to create one, to update it, to add a number.
#[test]
fn services() {
    let good =
        r#"{"friendlyName":"Alerts","useInboundWebhookOnNumber":true,"usecase":"notifications"}"#;
    assert_eq!(answer(["check", "--service", good]), "nothing is wrong\n");
    let form = "FriendlyName=Alerts&Usecase=notifications&UseInboundWebhookOnNumber=true\n";
    assert_eq!(answer(["check", "--form", "--service", good]), form);
    let bad = r#"{"inboundRequestUrl":"x","inboundMethod":"PUT","validityPeriod":0}"#;
    let output = septet(["check", "--json", "--service", bad])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let rules: Vec<_> = report["violations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|violation| violation["rule"].clone())
        .collect();
    let expected = [
        "service-name-missing",
        "service-inbound-url",
        "service-inbound-method",
        "service-validity-range",
    ];
    assert_eq!(rules, expected);
    assert_eq!(
        answer(["check", "--update", "--service", r#"{"stickySender":true}"#]),
        "nothing is wrong\n"
    );
    let number = r#"{"phoneNumberSid":"PN0123456789abcdef0123456789abcdef"}"#;
    assert_eq!(
        answer(["check", "--form", "--service", number]),
        "PhoneNumberSid=PN0123456789abcdef0123456789abcdef\n"
    );
    let unknown = septet(["check", "--service", r#"{"name":"x"}"#])
        .output()
        .unwrap();
    assert_eq!(complaint(&unknown).0, 4);
}

#[test]
fn plans() {
    let text = answer(["plan", "5000x2", "--tier", "twilio-toll-free"]);
    let (sums, end) = text.split_once('\n').unwrap();
    assert_eq!(sums, "5,000 messages · 10,000 segments · 55 min 34 s");
    assert!(
        end.starts_with("ends 20")
            && end.contains(" UTC\nby https://")
            && end.ends_with("(read 2026-11-23)\n"),
        "{end}"
    );
    let text = answer([
        "plan",
        "3000",
        "--rate",
        "10",
        "--per-day",
        "2000",
        "--start",
        "2026-07-01T07:00:00Z",
    ]);
    assert_eq!(
        text,
        "3,000 messages · 3,000 segments · 1 d 1 min 40 s\nends 2026-07-02 07:01:40 UTC\nover 2 days, each with its limit\n"
    );
    let text = answer(["plan", "36010", "--tier", "twilio-us-ca-long-code-not-a2p"]);
    let overflow =
        "10 messages at the end do not fit the queue: hand the batch over in no less than 10 s\n";
    assert!(text.ends_with(overflow), "{text}");
    assert!(answer(["plan"]).contains("twilio-toll-free"));
    let json: Value =
        serde_json::from_str(&answer(["plan", "--json", "10x1", "--rate", "1"])).unwrap();
    assert_eq!(
        (&json["messages"], &json["segments"]),
        (&Value::from(10), &Value::from(10))
    );
    // 3.75 segments a second are 15 in 4 seconds.
    let start = "--start=2026-07-01T00:00:00Z";
    let text = answer(["plan", "15", "--rate", "3.75", start]);
    assert!(
        text.ends_with("4 s\nends 2026-07-01 00:00:04 UTC\n"),
        "{text}"
    );
    for wrong in [
        &["plan", "5"][..],
        &["plan", "5", "--tier", "x"],
        &["plan", "x", "--rate", "1"],
        &["plan", "5", "--rate", "0"],
        &["plan", "5", "--rate", "NaN"],
        &["plan", "5", "--rate", "1.2345"],
        &["check", "--json", "--form", GOOD],
        &["check", "-o", "out", GOOD],
        &["check", "--summary", GOOD],
        &["check", "--strict", GOOD],
        &["check", "--bad-rows", "list", GOOD],
        &["check", "--file", "in", "-o", "in", "--bad-rows", "in"],
        &["check", "--file", "-", "-o", "out", "--resume"],
    ] {
        let output = septet(wrong).output().unwrap();
        assert_eq!(complaint(&output).0, 2, "{wrong:?}");
    }
}

#[test]
fn a_file_of_messages() {
    let directory = crate::bulk_files::directory("messages");
    let (input, list) = (directory.join("in.ndjson"), directory.join("bad.csv"));
    let lines = format!("{GOOD}\n{BAD}\n\n[1]\n").repeat(2_000);
    std::fs::write(&input, &lines).unwrap();
    let run = |options: &[&str]| {
        let file = ["check", "--now", NOW, "--file", input.to_str().unwrap()];
        septet([&file[..], options].concat()).output().unwrap()
    };
    let summary = run(&["--json", "--summary", "--bad-rows", list.to_str().unwrap()]);
    let (code, sentence) = complaint(&summary);
    let bad = "error: 2000 rows could not be read and are left out; the first: ";
    assert!(code == 5 && sentence.starts_with(bad), "{sentence}");
    let permitted = run(&["--summary", "--json", "--allow-bad=2000"]);
    let (code, sentence) = complaint(&permitted);
    let bad = "warning: 2000 rows could not be read and are left out; the first: ";
    assert!(code == 1 && sentence.starts_with(bad), "{sentence}");
    let summary: Value = serde_json::from_slice(&summary.stdout).unwrap();
    let expected = serde_json::json!({
        "at": 1_778_855_400, "messages": 4_000, "acceptable": 2_000, "refused": 2_000, "badRows": 2_000,
        "violations": [
            { "severity": "error", "field": "MediaUrl", "errorCode": 21620, "messages": 2_000 },
            { "severity": "error", "field": "To", "errorCode": 21211, "messages": 2_000 },
        ],
    });
    assert_eq!(summary, expected);
    let list = std::fs::read_to_string(&list).unwrap();
    assert_eq!(list.lines().count(), 2_001);
    let end = list.lines().last().unwrap();
    assert!(
        end.contains("in.ndjson,8000,not a message: a message must be an object of parameters"),
        "{end}"
    );

    // One report a line, in the order of the messages: what `check` says of each.
    let reports = String::from_utf8(run(&["--json"]).stdout).unwrap();
    let one = |message| {
        septet(["check", "--now", NOW, "--json", message])
            .output()
            .unwrap()
    };
    let pair = [one(GOOD).stdout, one(BAD).stdout].concat();
    assert_eq!(reports, String::from_utf8(pair).unwrap().repeat(2_000));
    // The same in a file, with the sum beside it; with `--form`, the bodies.
    let out = directory.join("out.ndjson");
    let to_file = ["--force", "-o", out.to_str().unwrap()];
    let written = || std::fs::read_to_string(&out).unwrap();
    let json: Value =
        serde_json::from_slice(&run(&[&to_file[..], &["--json"]].concat()).stdout).unwrap();
    assert_eq!((json, written()), (expected.clone(), reports));
    let drawn = run(&[&to_file[..], &["--form"]].concat()).stdout;
    assert!(drawn.starts_with(b"4,000 messages"));
    assert_eq!(written().into_bytes(), run(&["--form"]).stdout);
    let drawn = run(&[&to_file[..], &["--summary"]].concat()).stdout;
    assert!(drawn.starts_with(b"4,000 messages"));
    assert_eq!(serde_json::from_str::<Value>(&written()).unwrap(), expected);
    assert_eq!(
        crate::bulk_files::names(&directory),
        ["bad.csv", "in.ndjson", "out.ndjson"]
    );
    assert_eq!(run(&["--strict"]).status.code(), Some(5));
    let drawn = String::from_utf8(run(&[]).stdout).unwrap();
    let expected = "4,000 messages · 2,000 acceptable · 2,000 refused\n       2,000  error MediaUrl (21620)\n       2,000  error To (21211)\n";
    assert_eq!(drawn, expected);
    let forms = String::from_utf8(run(&["--form"]).stdout).unwrap();
    assert_eq!(forms.lines().count(), 2_000);
}
