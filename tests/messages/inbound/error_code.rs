//! Error codes against `errors.tsv`; the advice against the promises of its types.

use std::collections::BTreeMap;
use std::time::Duration;

use proptest::prelude::*;
use septet::catalogue::{Action, Class, ErrorCode, Retry, Wait};

use crate::tsv;

#[test]
fn every_row_is_found_with_its_texts() {
    let rows = tsv::read("errors.tsv");
    assert_eq!(ErrorCode::known().count(), rows.len());
    for row in rows {
        let code = ErrorCode::new(row["code"].parse().unwrap());
        assert!(code.is_known());
        assert_eq!(code.name(), Some(row["name"].as_str()));
        assert_eq!(code.meaning(), Some(row["meaning"].as_str()));
        assert_eq!(
            code.cause(),
            Some(row["likely_cause"].as_str()).filter(|&cause| cause != "-")
        );
        assert_eq!(row["source"].split(' ').next(), Some(code.page().as_str()));
        assert_eq!(
            code.to_string(),
            format!("{} ({})", row["code"], row["name"])
        );
        assert!(code.category().is_some() && code.seen().is_some());
        assert_ne!(code.class(), Class::Unknown, "{code}");
        let retry = match row["retryable"].as_str() {
            "yes" => Retry::Yes,
            "maybe" => Retry::Maybe,
            "after-fix" => Retry::AfterFix,
            "no" => Retry::No,
            _ => Retry::Info,
        };
        assert_eq!(code.retry(), Some(retry));
    }
}

/// A code of each class, from the text of its page.
#[test]
fn classes_are_what_a_program_needs() {
    let expected: BTreeMap<u32, Class> = [
        (21610, Class::OptedOut),
        (30004, Class::OptedOut),
        (21211, Class::BadRecipient),
        (21614, Class::BadRecipient),
        (30005, Class::BadRecipient),
        (30006, Class::BadRecipient),
        (21606, Class::BadSender),
        (21612, Class::BadSender),
        (30032, Class::Registration),
        (30034, Class::Registration),
        (30040, Class::Registration),
        (21617, Class::Content),
        (63013, Class::Content),
        (30007, Class::Filtering),
        (30450, Class::Filtering),
        (20429, Class::Rate),
        (30022, Class::Rate),
        (63016, Class::Timing),
        (30610, Class::Timing),
        (20503, Class::Temporary),
        (30003, Class::Temporary),
        (21602, Class::Request),
        (35118, Class::Request),
        (20003, Class::Account),
        (21408, Class::Account),
        (12100, Class::Setup),
        (57012, Class::Setup),
        (30009, Class::Inbound),
        (63046, Class::Notice),
        (30025, Class::Notice),
    ]
    .into();
    for (code, class) in expected {
        assert_eq!(ErrorCode::new(code).class(), class, "{code}");
    }
}

#[test]
fn advice_agrees_with_what_can_be_retried() {
    for code in ErrorCode::known() {
        let (advice, retry) = (code.advice(), code.retry().unwrap());
        let repeats = advice.retry_after(1, 0).is_some();
        assert_eq!(repeats, advice.action() == Action::Retry, "{code}");
        assert!(
            !repeats || matches!(retry, Retry::Yes | Retry::Maybe),
            "{code}"
        );
        assert!(repeats || retry != Retry::Yes, "{code}");
        if matches!(code.class(), Class::OptedOut) {
            assert_eq!(advice.action(), Action::SuppressRecipient);
        }
    }
    assert_eq!(ErrorCode::new(39_999).advice().action(), Action::Review);
}

#[test]
fn waits_double_up_to_a_day() {
    let advice = ErrorCode::new(20429).advice();
    assert_eq!(advice.wait(), Some(Wait::Seconds(1)));
    let waits = [0, 1, 2, 3, 17, 18, u32::MAX].map(|attempt| advice.retry_after(attempt, 0));
    let seconds = [1, 1, 2, 4, 65_536, 86_400, 86_400];
    assert_eq!(
        waits,
        seconds.map(|seconds| Some(Duration::from_secs(seconds)))
    );
}

/// Every midnight around the changes of the clock, as the time zone database has them.
#[test]
fn daily_limits_end_at_midnight_in_california() {
    let advice = ErrorCode::new(30023).advice();
    for row in tsv::read("pacific-midnights.tsv") {
        let (now, next): (u64, u64) = (
            row["now"].parse().unwrap(),
            row["next_midnight"].parse().unwrap(),
        );
        assert_eq!(
            advice.retry_after(1, now),
            Some(Duration::from_secs(next - now)),
            "{now}"
        );
    }
}

proptest! {
    #[test]
    fn any_code_at_any_time_has_advice(code in any::<u32>(), attempt in any::<u32>(), now in any::<u64>()) {
        let code = ErrorCode::new(code);
        prop_assert_eq!(code.is_known(), code.name().is_some());
        let wait = code.advice().retry_after(attempt, now).unwrap_or_default();
        prop_assert!(wait <= Duration::from_hours(25));
        let after = ErrorCode::new(30023).advice().retry_after(attempt, now).unwrap();
        prop_assert!(after <= Duration::from_hours(25));
    }
}
