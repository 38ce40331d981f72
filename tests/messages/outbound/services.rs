//! The configuration of a messaging service: every rule with its opposite, and the body of the request.

use septet::message::{ServiceConfig, ServiceRequest, Violation};

const URL: &str = "https://example.com/sms";

fn rules(config: &ServiceConfig, request: ServiceRequest) -> Vec<&'static str> {
    let report = config.validate(request);
    report
        .violations()
        .iter()
        .map(|violation: &Violation| violation.rule().name())
        .collect()
}

fn good() -> ServiceConfig {
    ServiceConfig::new("Alerts").with_inbound_url(URL)
}

#[test]
fn every_rule() {
    let create = |config: ServiceConfig| rules(&config, ServiceRequest::Create);
    assert_eq!(create(good()), [""; 0]);
    assert_eq!(
        create(good().with_fallback_url("example.com")),
        ["service-fallback-url"]
    );
    assert_eq!(
        create(good().with_status_callback("https://a_b.example.com")),
        ["callback-invalid"]
    );
    assert_eq!(create(good().with_usecase("spam")), ["service-usecase"]);
    for seconds in [0, 36_001, -1] {
        assert_eq!(
            create(good().with_validity_period(seconds)),
            ["service-validity-range"]
        );
    }
    assert_eq!(create(good().with_validity_period(36_000)), [""; 0]);
    assert_eq!(
        create(ServiceConfig::new("")),
        ["service-name-missing", "service-inbound-missing"]
    );
    assert_eq!(
        create(ServiceConfig::new("é".repeat(64)).with_inbound_url(URL)),
        [""; 0]
    );
    assert_eq!(
        create(ServiceConfig::new("é".repeat(65)).with_inbound_url(URL)),
        ["service-name-too-long"]
    );
    assert_eq!(
        create(good().with_webhook_on_number(true)),
        ["service-inbound-ignored"]
    );
    assert_eq!(
        create(ServiceConfig::new("Alerts").with_webhook_on_number(true)),
        [""; 0]
    );
    assert_eq!(
        rules(&good(), ServiceRequest::AddSender),
        ["service-sender-alone"]
    );
    let number = ServiceConfig::of_number("+14155550123");
    assert_eq!(
        rules(&number, ServiceRequest::AddSender),
        ["service-number-invalid"]
    );
    let number = ServiceConfig::of_number(format!("PN{}", "0".repeat(32)));
    assert_eq!(rules(&number, ServiceRequest::AddSender), [""; 0]);
    assert_eq!(
        rules(&number, ServiceRequest::Update),
        ["service-sender-alone"]
    );
}

#[cfg(feature = "serde")]
#[test]
fn json_and_form() {
    let json = serde_json::json!({
        "friendlyName": "Alerts & more", "inboundMethod": "PUT", "fallbackMethod": "get", "fallbackToLongCode": true,
        "scanMessageContent": "no", "areaCodeGeomatch": false, "mmsConverter": true,
    });
    let config: ServiceConfig = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(serde_json::to_value(&config).unwrap(), json);
    assert_eq!(
        config.to_form(),
        "FriendlyName=Alerts+%26+more&InboundMethod=PUT&FallbackMethod=get&MmsConverter=true&ScanMessageContent=no\
         &FallbackToLongCode=true&AreaCodeGeomatch=false"
    );
    assert_eq!(
        rules(&config, ServiceRequest::Update),
        [
            "service-inbound-method",
            "service-fallback-method",
            "service-scan",
            "service-long-code"
        ]
    );
    assert!(serde_json::from_str::<ServiceConfig>(r#"{"name":"x"}"#).is_err());
}
