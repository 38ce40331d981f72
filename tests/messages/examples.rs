//! The examples of the feature `messages`, run.

#[path = "../../examples/webhook/app.rs"]
mod app;
#[path = "../../examples/bulk_plan.rs"]
#[allow(dead_code, reason = "its `main` is for the command line")]
mod bulk_plan;
#[path = "../../examples/webhook/conversation.rs"]
mod conversation;
#[path = "../../examples/webhook/survey.rs"]
mod survey;

use conversation::{Phone, parameters};
use septet::webhook::{AuthToken, Form};

type Outcome = Result<(), Box<dyn std::error::Error>>;

#[test]
fn a_survey_goes_from_question_to_question() -> Outcome {
    let mut phone = Phone::connect()?;
    assert_eq!(phone.say("survey!")?, ["1/3 How was your visit, 1 to 5?"]);
    // No answer to the question: it is asked again.
    assert_eq!(phone.say("6")?, ["1/3 How was your visit, 1 to 5?"]);
    assert_eq!(phone.say("5")?, ["2/3 What did you like best?"]);
    assert_eq!(
        phone.say("</Body> & \"tea\"")?,
        ["3/3 May we write again? YES or NO"]
    );
    // YES is an opt-in for the provider, and an answer here.
    assert_eq!(phone.say("Yes")?, ["Thank you!"]);
    assert_eq!(phone.log(), ["survey: 5 | </Body> & \"tea\" | Yes"]);
    assert_eq!(phone.say("5")?, ["Reply SURVEY, or HELP for help."]);
    Ok(())
}

#[test]
fn a_message_that_comes_twice_counts_once() -> Outcome {
    let mut phone = Phone::connect()?;
    phone.say("survey")?;
    let second = phone.say("4")?;
    assert_eq!(phone.resend("4", &[])?, second);
    assert_eq!(
        phone.say("the view")?,
        ["3/3 May we write again? YES or NO"]
    );
    Ok(())
}

#[test]
fn opt_outs_come_first_and_hold() -> Outcome {
    let mut phone = Phone::connect()?;
    let nothing: [&str; 0] = [];
    phone.say("survey")?;
    // The provider replies to STOP by itself; to Stop! it does not.
    assert_eq!(phone.say("STOP")?, nothing);
    assert_eq!(phone.say("echo hi")?, nothing);
    assert_eq!(phone.say("start")?, nothing);
    assert_eq!(
        phone.say("Stop!")?,
        ["You get no more messages. START brings them back."]
    );
    assert_eq!(phone.say("5")?, nothing);
    assert_eq!(
        phone.say("¡Start!")?,
        ["Welcome back! Reply STOP to opt out."]
    );
    // The survey was broken off.
    assert_eq!(phone.say("5")?, ["Reply SURVEY, or HELP for help."]);
    assert_eq!(
        phone.say("stop by later")?,
        ["Reply SURVEY, or HELP for help."]
    );
    Ok(())
}

#[test]
fn help_and_commands() -> Outcome {
    let mut phone = Phone::connect()?;
    let nothing: [&str; 0] = [];
    assert_eq!(phone.say("HELP")?, nothing);
    assert_eq!(
        phone.say("Help?")?,
        ["Septet Café. SURVEY to tell us about your visit, STOP to opt out."]
    );
    assert_eq!(phone.say("echo <b> & ]]>")?, ["<b> & ]]>"]);
    assert_eq!(phone.say("echo \u{7}!")?, ["?!"]);
    assert_eq!(
        phone.say("constructor")?,
        ["Reply SURVEY, or HELP for help."]
    );
    Ok(())
}

#[test]
fn what_is_not_signed_is_refused() -> Outcome {
    let phone = Phone::connect()?;
    let sid = "SM00000000000000000000000000000001";
    let body = [("Body", "survey"), ("NumMedia", "0"), ("NumSegments", "1")];
    let form = parameters(sid, body.into_iter());
    assert_eq!(phone.post("/sms", &form)?.0, 200);
    assert_eq!(phone.post_signed("/sms", &form, "")?.0, 400);
    for path in ["/sms", "/survey?state=step%3D1", "/status"] {
        let (status, sentence) = phone.post_signed(path, &form, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")?;
        assert_eq!(status, 403, "{path}");
        assert!(
            sentence.starts_with("the signature is not of this URL"),
            "{sentence}"
        );
    }
    // Signed, and no message, question or callback.
    let (status, sentence) = phone.post("/sms", &Form::default())?;
    assert_eq!(
        (status, sentence.as_str()),
        (400, "parameter \"From\" is missing")
    );
    assert_eq!(phone.post("/survey?state=step%3Dx", &form)?.0, 400);
    assert_eq!(
        phone.post("/status", &form)?.1,
        "parameter \"MessageStatus\" is missing"
    );
    Ok(())
}

#[test]
fn the_request_to_try_is_signed_for_the_address_that_the_provider_calls() -> Outcome {
    let request =
        conversation::request_to_try("http://127.0.0.1:1", "https://a.example", "secret")?;
    let (command, form) = request.split_once(" -d '").ok_or("no form")?;
    let form = Form::parse(form.trim_end_matches('\'').as_bytes())?;
    let signature = AuthToken::new("secret")?.sign_form("https://a.example/sms", &form);
    assert_eq!(
        command,
        format!("curl http://127.0.0.1:1/sms -H 'X-Twilio-Signature: {signature}'")
    );
    Ok(())
}

#[test]
fn callbacks_fold_whatever_their_order() -> Outcome {
    let phone = Phone::connect()?;
    for (message, status, code) in [
        (1, "delivered", None),
        (1, "sent", None),
        (1, "delivered", None),
        (2, "undelivered", Some("21610")),
        (2, "queued", None),
    ] {
        assert_eq!(phone.report(message, status, code)?, 204);
    }
    let to = "message to +15005550001:";
    let expected = [
        format!("{to} delivered"),
        format!("{to} undelivered, 21610 (Recipient opted out)"),
        "suppress +15005550001".to_owned(),
    ];
    assert_eq!(phone.log(), expected);
    Ok(())
}

#[test]
fn media_are_for_the_host_to_fetch_and_delete() -> Outcome {
    let lines = conversation::hold()?;
    let calls: Vec<&String> = lines
        .iter()
        .filter(|line| line.contains("/media/ME1"))
        .collect();
    assert!(calls[0].starts_with("GET https://") && calls[1].starts_with("DELETE https://"));
    assert!(calls.iter().all(|call| call.contains("auth token")));
    assert!(lines.contains(&"< \"ding?!\"".to_owned()), "{lines:#?}");
    Ok(())
}

#[test]
fn a_bulk_send_is_planned() -> Outcome {
    let report = bulk_plan::report()?;
    assert!(
        report[0].starts_with("+5351234567: no sender will do: ["),
        "{}",
        report[0]
    );
    let line = |sender: &str| {
        report
            .iter()
            .find(|line| line.starts_with(sender))
            .unwrap()
            .as_str()
    };
    // 8,000 segments a day from 22:00 on: 2 hours' worth is more than that, so it takes three days.
    assert_eq!(
        line("+1415"),
        "+14155550100: 20000 messages, 20000 segments, 93933 s on 3 days, until 1783062334"
    );
    assert!(line("+4474").contains("on 1 days"));
    assert!(
        report
            .iter()
            .any(|line| line.contains("would not fit the queue")),
        "{report:#?}"
    );
    Ok(())
}
