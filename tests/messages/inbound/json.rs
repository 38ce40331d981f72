//! The JSON shapes that the npm package and the command show.

use septet::catalogue::{
    Batch, Delivery, ErrorCode, Keywords, Need, Pace, Pick, Plan, PoolSender, Queue, Rate,
    SenderRules, Status, Tier,
};
use septet::webhook::{AuthToken, Form, InboundMessage, StatusCallback};
use serde_json::{Value, json};

fn shape(value: impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

#[test]
fn error_codes() {
    assert_eq!(
        shape(ErrorCode::new(30003).details()),
        json!({
            "code": 30003,
            "date": "read 2026-11-23",
            "name": "Unreachable handset",
            "meaning": "Handset off, out of coverage or otherwise unavailable",
            "cause": "Phone off, no signal, roaming, landline, carrier fault, plan blocks short codes",
            "category": "delivery",
            "class": "temporary",
            "retry": "maybe",
            "seen": "callback",
            "advice": {"action": "retry", "wait": {"seconds": 1800}},
            "page": "https://www.twilio.com/docs/api/errors/30003",
        })
    );
    let advice = |code| shape(ErrorCode::new(code).advice());
    assert_eq!(
        advice(30027),
        json!({"action": "retry", "wait": "pacificMidnight"})
    );
    assert_eq!(
        advice(21610),
        json!({"action": "suppress-recipient", "wait": null})
    );
    assert_eq!(shape(ErrorCode::new(1).details())["class"], "unknown");
}

#[test]
fn deliveries() {
    let mut delivery = Delivery::new();
    delivery.observe(&Status::UNDELIVERED, Some(ErrorCode::new(30005)));
    delivery.observe(&Status::SENT, None);
    assert_eq!(
        shape(delivery),
        json!({
            "status": "undelivered", "errorCode": 30005, "final": true, "contradictory": false,
            "seen": ["sent", "undelivered"],
        })
    );
}

fn sid(letters: &str) -> String {
    format!("{letters}0123456789abcdef0123456789abcdef")
}

fn form(extra: &[(&str, &str)]) -> Form {
    let (message, account) = (sid("SM"), sid("AC"));
    let common = [
        ("MessageSid", message.as_str()),
        ("AccountSid", &account),
        ("From", "+15005550006"),
        ("To", "+15005550001"),
    ];
    common.iter().chain(extra).copied().collect()
}

#[test]
fn inbound_messages() {
    let form = form(&[
        ("Body", "Hi"),
        ("NumMedia", "1"),
        ("NumSegments", "1"),
        ("MediaUrl0", "https://example.com/1"),
        ("MediaContentType0", "image/png"),
        ("Latitude", "1.5"),
        ("Longitude", "-2"),
        ("ButtonType", "REPLY"),
        ("FromCity", "Oslo"),
        ("New", "x"),
    ]);
    let message = InboundMessage::from_form(&form).unwrap();
    let shown = shape(&message);
    assert_eq!(shown["messageSid"], sid("SM"));
    assert_eq!(shown["messagingServiceSid"], Value::Null);
    assert_eq!(
        (&shown["numMedia"], &shown["numSegments"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(
        shown["media"],
        json!([{"url": "https://example.com/1", "contentType": "image/png"}])
    );
    assert_eq!(
        shown["location"],
        json!({"latitude": 1.5, "longitude": -2.0, "address": null, "label": null})
    );
    assert_eq!(
        shown["button"],
        json!({"text": null, "payload": null, "type": "REPLY"})
    );
    assert_eq!(shown["fromPlace"]["city"], "Oslo");
    assert_eq!(shown["other"], json!([["New", "x"]]));
    assert_eq!(
        shape(message.check_segments()),
        json!({"result": "not-text"})
    );
}

#[test]
fn status_callbacks() {
    let form = form(&[
        ("MessageStatus", "failed"),
        ("ErrorCode", "30007"),
        ("RawDlrDoneDate", "2607280959"),
    ]);
    let shown = shape(StatusCallback::from_form(&form).unwrap());
    assert_eq!(
        (&shown["status"], &shown["errorCode"]),
        (&json!("failed"), &json!(30007))
    );
    assert_eq!(
        shown["carrierTime"],
        json!({"year": 2026, "month": 7, "day": 28, "hour": 9, "minute": 59})
    );
    let signed = AuthToken::new("12345")
        .unwrap()
        .sign_body("https://example.com", b"{}");
    assert_eq!(
        shape(&signed),
        json!({"url": signed.url(), "signature": signed.signature()})
    );
}

#[test]
fn keywords() {
    let shown = shape(Keywords::default().recognize("Unstop"));
    assert_eq!(
        (&shown["intent"], &shown["keyword"], &shown["handled"]),
        (&json!("opt-in"), &json!("unstop"), &json!(true))
    );
    assert_eq!(shown["lists"][0]["provider"], "Twilio");
    assert_eq!(shape(Keywords::default().recognize("hello")), Value::Null);
}

#[test]
fn senders() {
    let shown = shape(SenderRules::of("US".parse().unwrap()).unwrap());
    assert_eq!(
        (&shown["country"], &shown["media"], &shown["shortCodeWeeks"]),
        (&json!("US"), &json!("mms"), &json!([6, 10]))
    );
    assert_eq!(
        shown["longCode"]["domestic"],
        json!({
            "acceptance": "once-registered", "arrival": "as-sent", "registration": "required",
            "blockedWith": 30034, "disputed": false,
        })
    );
    let pool = ["+14155550100", "Septet"].map(|address| PoolSender::new(address.parse().unwrap()));
    let pick = Pick::from_pool(&pool, &"+12125550123".parse().unwrap(), &Need::new());
    assert_eq!(
        shape(pick),
        json!({"chosen": null, "reasons": [], "refused": [[0, {"not-registered": {"code": 30034}}], [1, "not-accepted"]]})
    );
}

#[test]
fn plans() {
    let batch = Batch::new().with(3, 2);
    let pace = Pace::new(Rate::new(4, 1).unwrap()).with_queue(Queue::Units(5));
    let plan = Plan::new(&batch, &pace, 0).unwrap();
    assert_eq!(
        shape(&plan),
        json!({
            "messages": 3, "segments": 6, "seconds": 1.5, "endsAt": 2, "days": 1,
            "overflow": {"first": 2, "messages": 1, "handOverSeconds": 0.25},
        })
    );
    let second = shape(plan.schedule().nth(1));
    assert_eq!(
        second,
        json!({"message": 1, "segments": 2, "afterSeconds": 0.5})
    );
    let tier = shape(Tier::find("telnyx-account", None));
    assert_eq!(tier["mms"], json!({"units": 15, "seconds": 1}));
    assert_eq!(
        (&tier["queue"], &tier["unit"]),
        (&json!({"units": 720_000}), &json!("messages"))
    );
}
