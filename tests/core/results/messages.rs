//! Reports, webhooks and what became of messages.

use septet::catalogue::{Delivery, ErrorCode, Keywords, Need, Pick, PoolSender, Provider, Status};
use septet::media::{Item, MediaChannel, MediaValidator};
use septet::message::{
    MessageInput, MessageValidator, OutboundMessage, Rule, ServiceConfig, ServiceRequest, Severity,
};
use septet::webhook::{AuthToken, Form, InboundMessage, LinkClick, StatusCallback};
use serde_json::json;

use super::{read_back, refused};

#[test]
fn checks() {
    let json = json!({"to": "+14155552671", "from": "nobody at all", "body": "“Hi” ".repeat(400),
        "mediaUrl": ["https://example.com/a.png", {"url": "b", "contentType": "image/png", "bytes": 9_000_000}],
        "validityPeriod": 0, "sendAt": "soon", "color": 1, "attempt": "2"});
    let input: MessageInput = serde_json::from_value(json).unwrap();
    let validator = MessageValidator::at(1_800_000_000);
    let report = validator.validate_input(&input);
    assert!(report.violations().len() > 6 && report.media().is_some());
    let plain = OutboundMessage::new("+14155552671").with_body("“Hi” ".repeat(300));
    let counted = validator.validate(&plain);
    assert!(counted.count().is_some() && counted.text().is_some());
    read_back([counted]);
    read_back(report.violations().to_vec());
    refused(&report.violations()[0], "rule", json!("no-rule"));
    refused(&report.violations()[0], "severity", json!("fatal"));
    refused(&report, "channel", json!("fax"));
    read_back([report]);
    read_back(Rule::ALL.iter().copied());
    read_back([Severity::Error, Severity::Warning]);
    read_back([ServiceConfig::new("a".repeat(65)).validate(ServiceRequest::Create)]);
}

#[test]
fn media() {
    let types = [
        "image/png",
        "video/mp4",
        "text/plain",
        "application/pdf",
        "image/webp",
    ];
    for channel in MediaChannel::ALL {
        let validator = MediaValidator::new(channel);
        for media_type in types {
            for bytes in [0, 1, 600_000, 6_000_000, 60_000_000] {
                let item = Item::new(media_type.parse().unwrap()).with_bytes(bytes);
                read_back([validator.validate_item(&item)]);
                for count in [1, 2, 11, 12] {
                    read_back([validator.validate(&vec![item.clone(); count])]);
                }
            }
        }
        read_back([
            validator.validate(&[Item::unknown()]),
            validator.validate(&[]),
        ]);
    }
    let report = MediaValidator::new(MediaChannel::Mms).validate(&vec![Item::unknown(); 11]);
    refused(&report, "problems", json!([{"code": 21623, "excess": 12}]));
    refused(&report, "problems", json!([{"code": 21623, "excess": 0}]));
    refused(&report, "problems", json!([{"code": 1, "excess": 1}]));
}

#[test]
fn webhooks() {
    let body = "MessageSid=SM0123456789abcdef0123456789abcdef&From=whatsapp%3A%2B15005550006&To=%2B15005550001\
        &Body=Hi&NumMedia=2&MediaUrl0=a&MediaContentType0=image%2Fpng&Latitude=48.85&Longitude=2.35&AccountSid=1\
        &Forwarded=1&NumSegments=x&Mood=proud&OtherRecipients0=%2B1&ListId=1&ButtonText=b&ReferralBody=c\
        &OriginalRepliedMessageSid=d&FromCity=PARIS&SmsStatus=received&Body=Ho&Body=Hi";
    let message = InboundMessage::from_form(&Form::parse(body.as_bytes()).unwrap()).unwrap();
    assert!(message.problems.len() > 4, "{:?}", message.problems);
    read_back(message.problems.clone());
    read_back([message.check_segments()]);
    refused(&message, "messageSid", json!("SM1"));
    refused(
        &message,
        "location",
        json!({"latitude": 91.0, "longitude": 0.0}),
    );
    read_back([message]);

    let body = "MessageSid=SM0123456789abcdef0123456789abcdef&MessageStatus=undelivered&ErrorCode=30005\
        &RawDlrDoneDate=2605151430&AccountSid=none";
    let callback = StatusCallback::from_form(&Form::parse(body.as_bytes()).unwrap()).unwrap();
    let time = json!({"year": 2026, "month": 13, "day": 1, "hour": 0, "minute": 0});
    refused(&callback, "carrierTime", time);
    read_back([callback]);

    read_back(
        LinkClick::from_json(br#"{"link": "https://example.com/a", "sms_sid": "SM1", "n": 1}"#)
            .unwrap(),
    );
    read_back([Form::parse(b"a=1&b=2&a=3").unwrap()]);
    read_back([AuthToken::new("12345")
        .unwrap()
        .sign_body("https://example.com/", b"{}")]);
    // What another version expected is not lost with the callback.
    let known: septet::webhook::ParameterError = serde_json::from_value(
        json!({"parameter": "Mood", "problem": "malformed", "message": "parameter \"Mood\" is not a mood"}),
    ).unwrap();
    assert_eq!(
        known.to_string(),
        "parameter \"Mood\" is not what it should be"
    );
}

#[test]
fn deliveries_keywords_and_senders() {
    let mut delivery = Delivery::new();
    read_back([delivery.clone()]);
    let mut other = Delivery::new();
    other.observe(&Status::from("teleported"), Some(ErrorCode::new(1)));
    read_back([other]);
    let statuses: Vec<Status> = Status::known().collect();
    for status in statuses {
        delivery.observe(&status, Some(ErrorCode::new(30_003)));
        read_back([delivery.clone()]);
    }
    refused(&delivery, "status", json!("queued"));

    for provider in Provider::ALL {
        let keywords = Keywords::new(provider);
        for word in [
            "stop", "STOP ALL", "help", "start", "arret", "info", "unstop",
        ] {
            read_back(
                keywords
                    .recognize(word)
                    .map_or_else(Vec::new, |found| {
                        vec![
                            found,
                            Keywords::new(provider)
                                .with_keyword("x", septet::catalogue::Intent::Help)
                                .recognize("x")
                                .unwrap(),
                        ]
                    })
                    .into_iter()
                    .chain(keywords.recognize("stop")),
            );
        }
    }
    let pool = [
        "+447911123456",
        "Septet",
        "+14155550100",
        "72345",
        "whatsapp:+1415",
    ]
    .map(|text| text.parse().map(PoolSender::new));
    let pool: Vec<PoolSender> = pool.into_iter().flatten().collect();
    for to in ["+447911123457", "+14155552671", "+4915112345678"] {
        read_back([Pick::from_pool(
            &pool,
            &to.parse().unwrap(),
            &Need::new().with_reply(),
        )]);
    }
}
